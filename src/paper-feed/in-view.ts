/** Waits until an element comes near the visible part of the page, as `loading="lazy"` does for images. */

/** How far outside the window counts as near; about what browsers use for images on a fast net. */
const MARGIN_PX = 400;

let hasMeasured = false;

/**
 * Whether an element is near while the page still loads. An observer tells only after the next frame, and the request
 * would leave so much later. Just for the first one that asks: each answer has the browser lay out the page.
 */
export function isNearAtOnce(element: Element): boolean {
  if (hasMeasured || document.readyState === 'complete') return false;
  hasMeasured = true;
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && top < innerHeight + MARGIN_PX && bottom > -MARGIN_PX;
}

/** Calls back once. Returns the function that gives up waiting. */
export function whenNearView(element: Element, callback: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: `${MARGIN_PX}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
