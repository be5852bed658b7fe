// @ts-check
/** Whether a list is so short only because its day, week or month has just begun. */
import { startOfPeriod } from 'daily-papers/prerender';

/** @import { Feed } from 'daily-papers/feed.js' */

/** As panels have it: a day with less than this share of the papers of the day before has hardly begun. */
const BEGUN_SHARE = 0.25;

const DAY_MS = 86_400_000;

/**
 * Why the files of last time are better than a new list; `undefined` when they are not.
 *
 * @param {{ loaded: Feed, feed: Feed, kept: Feed, at: string | undefined, now: Date }} lists `loaded`: all that the source has; `feed`: what is
 * wanted of it; `at`: the period that it was asked for, or that was taken from it
 */
export function hasHardlyBegun({ loaded, feed, kept, at, now }) {
  const [count, before] = [feed.papers.length, kept.papers.length];
  if (!before) return undefined;
  if (!loaded.papers.length) return `the source has no papers${at ? ` for ${at} yet` : ''}`;
  if (!at || hasFirstDayBehind(at, now) || count >= before * BEGUN_SHARE) return undefined;
  return `${at} has hardly begun: ${count} of what were ${before} papers`;
}

/** Some sources date papers ahead: a period that is still to come has no day behind it. @param {string} at @param {Date} now */
const hasFirstDayBehind = (at, now) => (startOfPeriod(at) ?? 0) + DAY_MS <= now.getTime();
