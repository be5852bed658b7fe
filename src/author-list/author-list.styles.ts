/** The look of author names, wherever they are drawn. */
import { css } from 'lit';

/** For every root that `renderAuthorNames` draws into. */
export const authorNamesStyles = css`
  .author {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_border);
    text-underline-offset: 0.2em;
  }

  .author:hover {
    text-decoration-color: currentcolor;
  }

  .highlight {
    color: var(--paper-highlight, inherit);
    font-weight: 650;
  }

  /* A card has more buttons that read like links. */
  button {
    min-width: 24px;
    min-height: 24px;
    margin: 0;
    padding: 0 0.25em;
    border: 0;
    border-radius: 0.25em;
    background: none;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .more-authors {
    margin-inline-end: -0.25em;
    white-space: nowrap;
  }

  @media print {
    .more-authors {
      color: inherit;
    }
  }
`;

export const authorListStyles = css`
  :host {
    display: inline;
    overflow-wrap: anywhere;
  }
`;
