/** The look of `<paper-feed>`. */
import { css } from 'lit';

const structure = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }

  .base {
    container-type: inline-size;
    line-height: 1.5;
    text-align: start;
  }

  .base.light,
  .base.dark {
    padding: var(--_gap);
  }

  .base.light {
    color-scheme: light;
    color: var(--paper-color, #1d2127);
    background: var(--paper-background, #fff);
  }

  /* Paper is white, and browsers leave grounds out: light text would be pale on it. */
  @media not print {
    .base.dark {
      color-scheme: dark;
      color: var(--paper-color, #e7e9ec);
      background: var(--paper-background, #14171c);
    }
  }

  header {
    margin-block-end: var(--_gap);
  }

  .heading {
    margin: 0;
    font-family: var(--paper-title-font, inherit);
    font-size: 1.5em;
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1.25;
    text-wrap: balance;
    unicode-bidi: isolate;
  }

  .byline {
    margin: 0.2em 0 0;
    color: var(--_muted);
    font-size: 0.9375em;
    unicode-bidi: isolate;
  }

  slot[name='subscribe'] {
    display: block;
  }

  ::slotted([slot='subscribe']) {
    margin-block-end: calc(var(--_gap) * 1.25) !important;
  }

  ::slotted([slot='footer']) {
    margin-block-start: var(--_gap) !important;
  }
`;

const list = css`
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

  /* Another period is on its way: a line says so, and nothing moves. */
  .outdated::before {
    display: block;
    height: 2px;
    margin-block-end: -2px;
    background: var(--_accent);
    animation: pulse 0.8s ease-in-out infinite alternate;
    content: '';
  }
`;

const controls = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1em;
    margin-block-end: var(--_gap);
  }

  .search {
    display: flex;
    flex: 1 1 13em;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    min-width: 0;
  }

  input,
  select {
    min-width: 0;
    max-width: 100%;
    min-height: 2.5em;
    margin: 0;
    padding: 0.35em 0.7em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }

  input {
    flex: 1 1 9em;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  /* The list of options is drawn by the system on a background of its own. */
  option {
    background: Canvas;
    color: CanvasText;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-width: 0;
  }

  .choice > span {
    color: var(--_muted);
    font-size: 0.875em;
    white-space: nowrap;
  }

  .period {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
  }

  .at {
    min-width: 6.5em;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .layouts {
    display: flex;
    margin-inline-start: auto;
  }

  .icon,
  .step {
    display: inline-grid;
    place-items: center;
    width: 2.5em;
    padding: 0;
  }

  .icon:not(:first-child) {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .icon:not(:last-child) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .icon[aria-pressed='true'] {
    position: relative;
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    color: var(--_accent);
  }

  .icon:focus-visible {
    position: relative;
    z-index: 1;
  }

  .icon::before {
    --_bar: linear-gradient(currentcolor 0 0);
    width: 1.05em;
    height: 1.05em;
    content: '';
  }

  .icon.list::before {
    background:
      var(--_bar) 0 0 / 100% 22%,
      var(--_bar) 0 50% / 100% 22%,
      var(--_bar) 0 100% / 100% 22%;
    background-repeat: no-repeat;
  }

  .icon.grid::before {
    background:
      var(--_bar) 0 0 / 42% 42%,
      var(--_bar) 100% 0 / 42% 42%,
      var(--_bar) 0 100% / 42% 42%,
      var(--_bar) 100% 100% / 42% 42%;
    background-repeat: no-repeat;
  }

  .icon.compact::before {
    background:
      var(--_bar) 0 0 / 100% 10%,
      var(--_bar) 0 33% / 100% 10%,
      var(--_bar) 0 67% / 100% 10%,
      var(--_bar) 0 100% / 100% 10%;
    background-repeat: no-repeat;
  }

  .step::before {
    --_turn: 45deg;
    width: 0.5em;
    height: 0.5em;
    border: solid currentcolor;
    border-width: 0 0 0.13em 0.13em;
    content: '';
    rotate: var(--_turn);
  }

  .step.next::before,
  .step.previous:dir(rtl)::before {
    --_turn: -135deg;
  }

  .step.next:dir(rtl)::before {
    --_turn: 45deg;
  }

  @media print {
    .controls {
      display: none;
    }
  }
`;

const states = css`
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

export const paperFeedStyles = [structure, list, controls, states];
