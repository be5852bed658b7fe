/** Waits until an element comes near the visible part of the page, as `loading="lazy"` does for images. */

import { windowOf } from '../shared/adoption.js';

/** How far outside the window counts as near; about what browsers use for images on a fast net. */
const MARGIN_PX = 400;

let hasMeasured = false;

/**
 * Whether an element is surely near while the page still loads. An observer tells only after the next frame, and the
 * request would leave so much later. Just for the first one that asks: each answer has the browser lay out the page.
 * Not in a frame, whose place in the window nobody tells, nor for what is folded away, as in a closed `<details>`.
 */
export function isNearAtOnce(element: Element): boolean {
  if (hasMeasured || document.readyState === 'complete' || document.hidden || windowOf(element) !== top) return false;
  hasMeasured = true;
  // Safari has it from 17.4 on.
  if (!(element as Partial<Element>).checkVisibility?.call(element)) return false;
  const box = element.getBoundingClientRect();
  const isBeside = box.right < -MARGIN_PX || box.left > innerWidth + MARGIN_PX;
  return !isBeside && box.top < innerHeight + MARGIN_PX && box.bottom > -MARGIN_PX;
}

/** The element, or, where the page has taken its box away, what it stands in. */
function boxOf(element: Element): Element {
  if (getComputedStyle(element).display !== 'contents') return element;
  const around = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return around ? boxOf(around) : element;
}

/** Calls back once. Returns the function that gives up waiting. */
export function whenNearView(element: Element, callback: () => void): () => void {
  const observer = new (windowOf(element).IntersectionObserver)(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: `${MARGIN_PX}px` },
  );
  observer.observe(boxOf(element));
  return () => observer.disconnect();
}
