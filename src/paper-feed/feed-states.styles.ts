/** The look of waiting, of notices, of the last line, and of the list on paper and in forced colours. */
import { css } from 'lit';

export const states = css`
  .skeleton {
    --_bar: color-mix(in srgb, currentcolor 12%, transparent);
    animation: pulse 1.6s ease-in-out infinite alternate;
  }

  .skeleton i {
    display: block;
    height: 0.8em;
    margin-block: 0.4em;
    border-radius: 0.25em;
    background: var(--_bar);
  }

  .skeleton i:nth-of-type(1) {
    width: 72%;
    height: 1.05em;
  }

  .skeleton i:nth-of-type(n + 2) {
    margin-block: 0.62em;
  }

  .skeleton i:nth-of-type(4) {
    width: 88%;
  }

  .skeleton i:last-of-type {
    width: 38%;
  }

  .bar {
    display: inline-block;
    width: 9em;
    max-width: 60%;
    height: 0.8em;
    border-radius: 0.25em;
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }

  .grid .skeleton i:nth-of-type(1) {
    width: 100%;
    height: auto;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
  }

  @keyframes pulse {
    from {
      opacity: 1;
    }

    to {
      opacity: 0.5;
    }
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    margin-block: var(--_gap);
    padding: 0.75em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .notice p {
    flex: 1 1 14em;
    margin: 0;
    /* English words on a right-to-left page: the sentence decides its direction, not the page. */
    unicode-bidi: plaintext;
  }

  /* Over the edge of the list, but over no title: nobody asked for it, so nothing must move for it. */
  .offer {
    position: absolute;
    inset-inline: 0;
    z-index: 3;
    display: flex;
    align-items: end;
    justify-content: end;
    height: max(var(--_gap) / 2, 4px);
    pointer-events: none;
    font-size: 0.875em;
  }

  /* What overlaps the page around might be cut off there. */
  .offer.top {
    align-items: start;
  }

  .light > .offer,
  .dark > .offer {
    inset-inline: var(--_gap);
  }

  .offer .notice {
    flex-wrap: nowrap;
    margin: 0;
    padding: 0;
    padding-inline-start: 1em;
    pointer-events: auto;
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 0.125em 0.5em #0004;
  }

  .offer p {
    flex: 0 1 auto;
  }

  .offer button {
    flex: none;
    min-height: 24px;
    padding-block: 0;
    background: none;
    outline-color: currentcolor;
  }

  .notice slot {
    flex: 1 1 14em;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding-block-start: var(--_gap);
  }

  .list:not(.grid) + .footer {
    border-block-start: 1px solid var(--_border);
  }

  .edge {
    height: 1px;
    margin-block-start: -1px;
  }

  .count {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }

  button {
    min-height: 2.5em;
    margin: 0;
    padding: 0.4em 1.1em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 550;
    cursor: pointer;
  }

  button:hover {
    border-color: currentcolor;
    background: var(--_surface);
  }

  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton,
    .outdated::before {
      animation: none;
    }
  }

  /* Gradients are not drawn here, so lines are borders, and icons keep their own colours. */
  @media (forced-colors: active) {
    .list:not(.grid) > * {
      border-block-start: 1px solid CanvasText;
    }

    .icon::before {
      color: ButtonText;
      forced-color-adjust: none;
    }

    .icon[aria-pressed='true'] {
      background: Highlight;
      forced-color-adjust: none;
    }

    .icon[aria-pressed='true']::before {
      color: HighlightText;
    }

    .skeleton i,
    .bar {
      border: 1px solid GrayText;
    }
  }

  @media print {
    .footer,
    .notice,
    .skeleton {
      display: none;
    }

    .list > :nth-child(n) {
      content-visibility: visible;
    }
  }
`;
