/**
 * Notices when a text box cuts its content. One observer for all cards of a window, told by the browser after layout: no
 * forced layout.
 */
import { windowOf } from '../shared/adoption.js';

type Callback = (isClipped: boolean) => void;

const callbacks = new WeakMap<Element, Callback>();
/** By window, and by element that is observed: it may be in another window when that ends. */
const observers = new WeakMap<Window | Element, ResizeObserver>();

/** Calls back with whether the element's content overflows, now and whenever its size changes. */
export function observeClamp(element: Element, callback: Callback): void {
  const view = windowOf(element);
  let observer = observers.get(view);
  if (!observer) {
    observer = new view.ResizeObserver((entries) => {
      // Read all, then write all: a callback that draws between two reads would force a layout for each card.
      const results = entries.map(({ target }) => [target, target.scrollHeight > target.clientHeight + 1] as const);
      for (const [target, isClipped] of results) callbacks.get(target)?.(isClipped);
    });
    observers.set(view, observer);
  }
  callbacks.set(element, callback);
  observers.set(element, observer);
  observer.observe(element);
}

export function unobserveClamp(element: Element): void {
  callbacks.delete(element);
  observers.get(element)?.unobserve(element);
}
