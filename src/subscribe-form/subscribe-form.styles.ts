/**
 * The look of `<subscribe-form>`. Written as for a shadow root, but applied to the page's own tree by `scopeStyles`: so
 * selectors are bare elements (class names may be taken there), and hardly any counts more than one element, so that the
 * page's `subscribe-form button` wins over the rules here. Widths decide by wrapping: a query would need a fixed width.
 */
import { css } from 'lit';

export const subscribeFormStyles = css`
  :host {
    --_on-accent: var(--paper-accent-text, light-dark(#fff, #10151f));
    --_wrong: #d93025;
    display: block;
    padding: var(--_gap);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    line-height: 1.4;
    text-align: start;
    overflow-wrap: anywhere;
  }

  form,
  section:where([data-subscribe-form] > *),
  div:where(form > *) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    margin: 0;
  }

  div:where(form > *) {
    flex: 3 1 18em;
    align-items: stretch;
    min-width: 0;
  }

  /* Embed codes have a row for each field in one box. */
  div:where(form > div *) {
    flex: 1 1 100%;
    min-width: 0;
  }

  p:where(form > *, section > *) {
    flex: 1 1 100%;
    margin: 0;
    text-align: start;
    text-wrap: balance;
  }

  /* Other paragraphs come around fields, from a CMS. */
  p:where(form > :not(:has(label, input, button)), section > *) {
    font-weight: 600;
  }

  /* Beside the field or link, where there is room for both. */
  p:where(:has(+ div), section > *) {
    flex: 2 1 13em;
  }

  mark {
    display: inline-block;
    margin-inline-end: 0.2em;
    padding: 0.1em 0.6em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8125em;
    line-height: 1.4;
  }

  label {
    display: flex;
    flex-basis: 100%;
    gap: 0.6em;
    margin: 0;
    min-height: 24px;
    color: var(--_muted);
    font-size: 0.875em;
    line-height: max(1.5em, 24px);
  }

  input,
  select,
  textarea,
  label:where(:has(> input:not([type='checkbox'], [type='radio']))) {
    flex: 999 1 11em;
    width: 100%;
    min-width: 0;
    min-height: 44px;
    margin: 0;
    padding: 0.4em 0.9em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: max(1rem, 16px);
  }

  /* Label and field in one frame. */
  label:where(:has(> input:not([type='checkbox'], [type='radio']))) {
    flex-direction: column;
    gap: 0;
    padding-block: 0.35em;
    font-size: 0.8125em;
    line-height: 1.25;
    cursor: text;
  }

  /* Themes give a frame of their own to every input of a type; there is one already. */
  input:where(label > :not([type='checkbox'], [type='radio'])) {
    flex: none;
    width: 100%;
    min-height: 0;
    padding: 0 !important;
    border: 0 !important;
    border-radius: 0;
    background: none !important;
    box-shadow: none !important;
    line-height: 1.4;
  }

  input:where([type='checkbox'], [type='radio']) {
    appearance: auto;
    flex: none;
    width: max(1.25rem, 24px);
    height: max(1.25rem, 24px);
    min-height: 0;
    vertical-align: middle;
    accent-color: var(--_accent);
  }

  /* A box with its label behind it: on a line of their own, where the form has lines. */
  label:where(:is([type='checkbox'], [type='radio']) + *) {
    display: inline;
    margin-inline: 0.5em;
  }

  input:where(:is(form, form > div) > :is([type='checkbox'], [type='radio']):has(+ label)) {
    margin-inline-end: calc(100% - max(1.25rem, 24px));
  }

  label:where(:is(form, form > div) > :is([type='checkbox'], [type='radio']) + *) {
    flex-basis: calc(100% - 2.25rem);
    align-self: start;
    margin-inline: 2.25rem 0;
    /* Up by the box and the gap between lines, 0.75em of the form. */
    margin-block-start: calc(-0.857em - max(1.25rem, 24px));
  }

  :focus-visible:where(label > input:not([type='checkbox'], [type='radio'])) {
    outline: none;
  }

  label:where(:has(> :focus-visible:not([type='checkbox'], [type='radio']))) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  input:where([aria-invalid='true']),
  label:where(:has(> input:not([type='checkbox'])[aria-invalid='true'])) {
    border-color: var(--_wrong);
    box-shadow: inset 0 0 0 1px var(--_wrong);
  }

  input:where([aria-hidden]) {
    position: absolute;
    width: 1px;
    min-height: 0;
    height: 1px;
    padding: 0;
    border: 0;
    clip-path: inset(50%);
  }

  /* Resets make it transparent by its type: with the text in white nobody would see it. */
  button,
  :where(input)[type='submit'],
  a:where(section > *) {
    display: flex;
    flex: 1 0 auto;
    width: auto;
    align-items: center;
    justify-content: center;
    max-width: 100%;
    min-height: 44px;
    margin: 0;
    padding: 0.5em min(1.25em, 20px);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }

  p:where(section > *) {
    flex-grow: 999;
  }

  button:where(:hover),
  a:where(section > :hover) {
    filter: brightness(1.1);
  }

  button:where([aria-disabled='true']),
  input:where([aria-disabled='true']) {
    opacity: 0.6;
    cursor: progress;
  }

  p:where([role]:not(:empty)) {
    display: block;
    margin: 0.75em 0 0;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
    font-size: 0.9375em;
  }

  p:where([role='alert']:not(:empty)) {
    border-color: var(--_wrong);
  }

  p:where([role]:empty) {
    margin: 0;
  }

  [hidden] {
    display: none;
  }

  @media (forced-colors: active) {
    mark,
    button,
    :where(input)[type='submit'],
    a:where(section > *) {
      border: 1px solid ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
