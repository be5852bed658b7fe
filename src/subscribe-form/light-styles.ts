/** Styles for an element without a shadow root: adopted by whatever root is around it, for as long as it is in there. */
import type { CSSResult } from 'lit';

/**
 * Confines styles, written as for a shadow root (`:host`), to the descendants of a tag. The tag itself counts nothing in
 * specificity: what the page says about `my-tag button` wins, what it says about any `button` does not.
 */
export const scopeStyles = (tag: string, ...styles: readonly CSSResult[]): string =>
  `:where(${tag}){${styles.map(({ cssText }) => cssText.replace(/:host(?:\((.*?)\))?/g, '&$1')).join('')}}`;

interface Adopted {
  readonly document: Document;
  readonly sheet: CSSStyleSheet;
  userCount: number;
}

const adopted = new WeakMap<Node, Adopted>();

/**
 * Adopts the styles where a connected element is; call the function returned when it leaves. A constructed style sheet
 * passes every Content Security Policy, unlike a `<style>` element.
 */
export function adoptStyles(
  { ownerDocument: document }: Element,
  root: Document | ShadowRoot,
  text: string,
): () => void {
  const view = document.defaultView;
  if (!view) return () => {};
  let entry = adopted.get(root);
  // A shadow root loses its sheets when it goes to another document, where only sheets of that document are allowed.
  if (entry?.document !== document) {
    entry = { document, sheet: new view.CSSStyleSheet(), userCount: 0 };
    entry.sheet.replaceSync(text);
    adopted.set(root, entry);
  }
  const { sheet } = entry;
  entry.userCount++;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return () => {
    if (--entry.userCount) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
