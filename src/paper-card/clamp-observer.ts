/** Notices when a text box cuts its content. One observer for all cards, told by the browser after layout: no forced layout. */

type Callback = (isClipped: boolean) => void;

const callbacks = new WeakMap<Element, Callback>();
let observer: ResizeObserver | undefined;

/** Calls back with whether the element's content overflows, now and whenever its size changes. */
export function observeClamp(element: Element, callback: Callback): void {
  observer ??= new ResizeObserver((entries) => {
    // Read all, then write all: a callback that draws between two reads would force a layout for each card.
    const results = entries.map(({ target }) => [target, target.scrollHeight > target.clientHeight + 1] as const);
    for (const [target, isClipped] of results) callbacks.get(target)?.(isClipped);
  });
  callbacks.set(element, callback);
  observer.observe(element);
}

export function unobserveClamp(element: Element): void {
  callbacks.delete(element);
  observer?.unobserve(element);
}
