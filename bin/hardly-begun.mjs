// @ts-check
/** Whether a list is so short only because its day, week or month has just begun. */

/** @import { Feed } from 'daily-papers/feed.js' */

/** As panels have it: a day with less than this share of the papers of the day before has hardly begun. */
const BEGUN_SHARE = 0.25;

/**
 * Why the files of last time are better than a new list; `undefined` when they are not.
 *
 * @param {{ loaded: Feed, feed: Feed, kept: Feed, at: string | undefined, now: Date }} lists `loaded`: all that the source has; `feed`: what is
 * wanted of it; `at`: the period that it was asked for
 */
export function hasHardlyBegun({ loaded, feed, kept, at, now }) {
  const [count, before] = [feed.papers.length, kept.papers.length];
  if (!before) return undefined;
  if (!loaded.papers.length) return `the source has no papers${at ? ` for ${at} yet` : ''}`;
  if (!at || !isFirstDay(at, now) || count >= before * BEGUN_SHARE) return undefined;
  return `${at} has hardly begun: ${count} of what were ${before} papers`;
}

/** Whether it is the first day of a day, week or month. @param {string} at @param {Date} now */
function isFirstDay(at, now) {
  const today = now.toISOString().slice(0, 10);
  // Weeks begin with Monday; the number of the week need not be computed: only this week's list is short today.
  if (at.includes('W')) return now.getUTCDay() === 1;
  return at === today || `${at}-01` === today;
}
