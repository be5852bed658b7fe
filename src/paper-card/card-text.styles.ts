/** The look of what is read in a card: title, submitter, summary and abstract. */
import { css } from 'lit';

export const texts = css`
  .title {
    margin: 0;
    color: var(--paper-title-color, inherit);
    font-family: var(--paper-title-font, inherit);
    font-size: 1.0625em;
    font-weight: 650;
    line-height: 1.35;
    text-wrap: pretty;
    unicode-bidi: isolate;
  }

  .title a {
    /* a title of one line is no smaller target than the others; padding of text moves nothing */
    padding-block: 0.15em;
    color: inherit;
  }

  a {
    color: var(--_accent);
    text-decoration: none;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
  }

  a:hover,
  p a:not(.links a) {
    text-decoration-line: underline;
  }

  p {
    margin: 0;
  }

  sup,
  sub {
    font-size: 0.75em;
    line-height: 0;
  }

  /* Lines may break beside mathematics, even before a comma; long formulas are several and have to. */
  .math:has(> math:only-child) {
    white-space: nowrap;
  }

  mark {
    border-radius: 0.15em;
    background: var(--paper-mark, color-mix(in srgb, var(--_accent) 24%, transparent));
    color: inherit;
  }

  .submitter {
    margin-block-end: 0.15em;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .abstract,
  .summary {
    position: relative;
    margin-block-start: 0.35em;
    font-size: 0.9375em;
    line-height: 1.55;
    unicode-bidi: isolate;
  }

  .summary {
    margin-block: 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_border);
  }

  .badge {
    display: inline-block;
    margin-inline-end: 0.25em;
    padding: 0 0.45em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.5;
  }

  .paragraph {
    display: block;
  }

  .paragraph + .paragraph {
    margin-block-start: 0.5em;
  }

  .clamp {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines);
  }

  /* The last line fades where the button lies on it, so that showing the button moves nothing. */
  .clipped {
    --_fade: to right;
    mask:
      linear-gradient(#000 0 0) top / 100% calc(100% - 1lh) no-repeat,
      linear-gradient(var(--_fade), #000 calc(100% - 7.5em), transparent calc(100% - 4em)) bottom / 100% 1lh no-repeat;
  }

  .clipped:dir(rtl) {
    --_fade: to left;
  }

  .more {
    line-height: inherit;
  }

  .clipped + .more {
    position: absolute;
    inset-block-end: min(0px, (1lh - 24px) / 2);
    inset-inline-end: 0;
  }
`;
