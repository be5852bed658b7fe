/** The look of `<paper-feed>`. */
import { css } from 'lit';
import { controls } from './feed-controls.styles.js';
import { list } from './feed-list.styles.js';
import { states } from './feed-states.styles.js';

const structure = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }

  .base {
    position: relative;
    isolation: isolate;
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

export const paperFeedStyles = [structure, list, controls, states];
