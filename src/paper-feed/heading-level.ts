/** Finds the heading level that fits the place of an element in its page. */

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** One deeper than the last heading before the element, across shadow roots; 2 where there is none, never deeper than 5. */
export function headingLevelFor(element: Element): 2 | 3 | 4 | 5 {
  for (let at: Element | undefined = element; at;) {
    const root: Node = at.getRootNode();
    const before = lastBefore(at, root);
    if (before) return Math.min(Math.max(Number(before.localName[1]) + 1, 2), 5) as 2 | 3 | 4 | 5;
    at = (root as Partial<ShadowRoot>).host;
  }
  return 2;
}

function lastBefore(element: Element, root: Node): Element | undefined {
  const headings = (root as ParentNode & Node).querySelectorAll?.(HEADINGS) ?? [];
  return [...headings]
    .filter((each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING)
    .at(-1);
}
