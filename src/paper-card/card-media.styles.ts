/** The look of a card in forced colours and on paper. */
import { css } from 'lit';

export const media = css`
  @media (forced-colors: active) {
    .upvotes::before,
    .comments > ::before,
    .stars > ::before,
    .play::after {
      background: CanvasText;
      forced-color-adjust: none;
      opacity: 1;
    }

    .comments > a::before,
    .stars > a::before {
      background: LinkText;
    }

    .thumbnail,
    .play::before {
      border: 1px solid CanvasText;
    }

    /* Faded text would lose its contrast; the button gets a ground of its own instead. */
    .clipped {
      mask: none;
    }

    .clipped + .more {
      padding-inline-start: 0.5em;
      background: Canvas;
    }

    mark {
      background: Mark;
      color: MarkText;
      forced-color-adjust: none;
    }
  }

  /* A list to read: whole abstracts, and the address of each paper under its title. */
  @media print {
    article {
      break-inside: avoid;
    }

    .clamp {
      display: block;
    }

    .clipped {
      mask: none;
    }

    .more,
    .thumbnail,
    .links,
    .cite {
      display: none;
    }

    .title a[href]::after {
      display: block;
      color: var(--_muted);
      content: attr(href);
      font-size: 0.75em;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
  }
`;
