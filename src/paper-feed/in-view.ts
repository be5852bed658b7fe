/** Waits until an element comes near the visible part of the page, as `loading="lazy"` does for images. */

/** How far outside the window counts as near; about what browsers use for images on a fast net. */
const MARGIN = '400px';

/** Calls back once. Returns the function that gives up waiting. */
export function whenNearView(element: Element, callback: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
