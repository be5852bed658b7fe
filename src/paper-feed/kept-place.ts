/**
 * How far a reader had come when they left the page, for the way back. Browsers that keep whole pages need none of it;
 * it is kept in the tab's storage, and only where the owner lets the feed store anything.
 */

const PREFIX = 'daily-papers:place:';

/** Keeps the number of papers shown. @param key what tells this feed from others on the page */
export function keepPlace(key: string, shownCount: number): void {
  try {
    sessionStorage.setItem(PREFIX + location.pathname + ' ' + key, String(shownCount));
  } catch {
    // Storage that throws is no storage.
  }
}

/** Whether the reader has come back by the browser's Back or by a reload, and so to the place at which they were. */
export function hasComeBack(): boolean {
  try {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return !!navigation && navigation.type !== 'navigate';
  } catch {
    // A page that measures, or must not be measured, may have put something else there.
    return false;
  }
}

/** The number of papers shown when the reader left, if they have come back. */
export function keptPlace(key: string): number | undefined {
  try {
    return (hasComeBack() && Number(sessionStorage.getItem(PREFIX + location.pathname + ' ' + key))) || undefined;
  } catch {
    return undefined;
  }
}
