/** Where the focus goes when what had it has been drawn anew. */

const nameOf = (element: Element) => element.localName + (element.ariaLabel ?? element.textContent);

/** What has taken the place of a link, a button or a field that is gone: it is of the same kind and name. */
export const successorOf = (gone: Element, root: ParentNode): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>('a, button, textarea')].find((each) => nameOf(each) === nameOf(gone));
