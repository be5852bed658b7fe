/** Styles for an element without a shadow root: adopted by whatever root is around it, for as long as it is in there. */
import type { CSSResult } from 'lit';
import { sheetFor } from '../shared/adoption.js';

/**
 * Confines styles, written as for a shadow root (`:host`), to the descendants of a tag. The tag itself counts nothing in
 * specificity: what the page says about `my-tag button` wins, what it says about any `button` does not.
 */
export const scopeStyles = (tag: string, ...styles: readonly CSSResult[]): string =>
  `:where(${tag}){${styles.map(({ cssText }) => cssText.replace(/:host(?:\((.*?)\))?/g, '&$1')).join('')}}`;

interface Adopted {
  readonly sheet: CSSStyleSheet;
  userCount: number;
}

const adopted = new WeakMap<Node, Adopted>();

/** Adopts the styles where a connected element is; call the function returned when it leaves. */
export function adoptStyles(
  { ownerDocument }: Element,
  root: Document | ShadowRoot,
  styles: readonly string[],
): () => void {
  const sheet = sheetFor(ownerDocument, styles);
  if (!sheet) return () => {};
  let entry = adopted.get(root);
  // A shadow root loses its sheets when it goes to another document.
  if (entry?.sheet !== sheet) adopted.set(root, (entry = { sheet, userCount: 0 }));
  entry.userCount++;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return () => {
    if (--entry.userCount) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
