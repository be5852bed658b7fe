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

/** The number of papers shown when the reader left, if they have come back by the browser's Back or by a reload. */
export function keptPlace(key: string): number | undefined {
  try {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (!navigation || navigation.type === 'navigate') return undefined;
    return Number(sessionStorage.getItem(PREFIX + location.pathname + ' ' + key)) || undefined;
  } catch {
    return undefined;
  }
}
