/** What an element loses on its way into another window's document, such as a frame's or a popup's, and gets back here. */
import { LitElement } from 'lit';

const made = new WeakMap<object, WeakMap<Document, CSSStyleSheet>>();

/**
 * Styles as a sheet that the document takes: it refuses those that another window has made. A constructed sheet passes
 * every Content Security Policy, unlike a `<style>` element.
 *
 * @param styles the same array gives the same sheet
 * @returns `undefined` for a document without a window, such as a parser's or that of a frame which is gone
 */
export function sheetFor(document: Document, styles: readonly unknown[]): CSSStyleSheet | undefined {
  let sheets = made.get(styles);
  if (!sheets) made.set(styles, (sheets = new WeakMap()));
  let sheet = sheets.get(document);
  const view = document.defaultView;
  if (!sheet && view) {
    sheets.set(document, (sheet = new view.CSSStyleSheet()));
    sheet.replaceSync(styles.join(''));
  }
  return sheet;
}

/** Firefox up to ESR 140 takes the class from an element that goes to another window's document; here it gets it back. */
export function keepClass(element: Element): void {
  if (element instanceof LitElement) return;
  Object.setPrototypeOf(element, customElements.get(element.localName)!.prototype as object);
}

/** For `adoptedCallback`: a shadow root leaves its style sheets behind, in every browser. */
export function keepLook(element: LitElement): void {
  keepClass(element);
  const { elementStyles, shadowRootOptions } = element.constructor as typeof LitElement;
  // Before the first connection as well: Lit would make the root then, and give it the first document's sheets.
  const root = element.shadowRoot ?? element.attachShadow(shadowRootOptions);
  (element as { renderRoot?: Node }).renderRoot ??= root;
  const sheet = sheetFor(element.ownerDocument, elementStyles);
  root.adoptedStyleSheets = sheet ? [sheet] : [];
}

/** The window in which the reader sees a node: whatever watches it there must be made by that window. */
export const windowOf = ({ ownerDocument }: Element): Window & typeof globalThis => ownerDocument.defaultView ?? window;
