/**
 * The look that all elements share. Public `--paper-*` properties are read here, once, with a fallback; the private
 * `--_*` ones carry the result. Everything derives from the page's own text colour, so that it fits any background.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    --_accent: var(--paper-accent, light-dark(#1a56c4, #8ab4ff));
    --_muted: var(--paper-muted, color-mix(in srgb, currentcolor 72%, transparent));
    --_border: var(--paper-border, color-mix(in srgb, currentcolor 18%, transparent));
    --_control-border: color-mix(in srgb, currentcolor 55%, transparent);
    --_surface: var(--paper-surface, color-mix(in srgb, currentcolor 5%, transparent));
    --_radius: var(--paper-radius, 0.5rem);
    --_gap: var(--paper-gap, 1rem);
    /* handed down by table cells and paragraphs of old templates */
    text-indent: 0;
    white-space: normal;
  }

  :host([hidden]) {
    display: none !important;
  }

  * {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    :host {
      --_muted: CanvasText;
      --_border: CanvasText;
      --_control-border: ButtonText;
      --_accent: LinkText;
      --_surface: Canvas;
    }
  }
`;

/** Light and dark as the owner asks for them, for an element that has no box of its own inside to carry them. */
export const themes = css`
  :host([theme='light']) {
    color-scheme: light;
    color: var(--paper-color, #1d2127);
    background: var(--paper-background, #fff);
  }

  :host([theme='dark']) {
    color-scheme: dark;
    color: var(--paper-color, #e7e9ec);
    background: var(--paper-background, #14171c);
  }
`;
