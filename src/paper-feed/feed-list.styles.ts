/** The look of the list of papers in each layout. */
import { css } from 'lit';

export const list = css`
  .list > * {
    display: block;
    padding-block: calc(var(--_gap) * 0.95);
    contain-intrinsic-size: auto 10.5em;
    /* Room for focus rings, which content-visibility clips; the line above must not grow with it. */
    margin-inline: -4px;
    padding-inline: 4px;
    background: linear-gradient(var(--_border) 0 0) 4px 0 / calc(100% - 8px) 1px no-repeat;
  }

  /*
   * Long lists are laid out only where the reader is. Not the first papers: Chromium draws them one frame with the
   * guessed height, and what follows would jump.
   */
  .list > :nth-child(n + 21) {
    content-visibility: auto;
  }

  .list.compact > * {
    padding-block: calc(var(--_gap) * 0.6);
    contain-intrinsic-size: auto 5em;
  }

  /* Placeholders have a list of their own: the papers are then new on the page, not moved, whatever the heading became. */
  .list[hidden] {
    display: none;
  }

  .list.grid:not([hidden]) {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5em), 1fr));
    gap: calc(var(--_gap) * 1.75) calc(var(--_gap) * 1.5);
  }

  .list.grid > * {
    padding-block: 4px;
    background: none;
    contain-intrinsic-size: auto 19em;
  }

  /* Other papers are on their way: a line says so, and nothing moves. */
  .outdated::before {
    display: block;
    height: 2px;
    margin-block-end: -2px;
    background: var(--_accent);
    animation: pulse 0.8s ease-in-out infinite alternate;
    content: '';
  }
`;
