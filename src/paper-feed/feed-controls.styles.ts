/** The look of what readers set: search, order, period, layout. */
import { css } from 'lit';

export const controls = css`
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
