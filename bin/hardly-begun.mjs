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
  if (!at || hasFirstDayBehind(at, now) || !isJustBefore(kept, at) || count >= before * BEGUN_SHARE) return undefined;
  return `${at} has hardly begun: ${count} of what were ${before} papers`;
}

/**
 * Whether a list reaches up to a period: to its eve, or to the Friday before a weekend. An older one is no better than a short
 * one, or the job would keep it for ever; one that reaches into the period has been made with other options. Without dates
 * nobody knows.
 *
 * @param {Feed} kept
 * @param {string} at
 */
function isJustBefore({ papers }, at) {
  const newest = papers.reduce((latest, { listedAt, publishedAt }) => {
    const day = (listedAt ?? publishedAt ?? '').slice(0, 10);
    return day > latest ? day : latest;
  }, '');
  const start = startOfPeriod(at) ?? 0;
  let eve = start - DAY_MS;
  while (new Date(eve).getUTCDay() % 6 === 0) eve -= DAY_MS;
  const time = startOfPeriod(newest);
  return time === undefined || (time >= eve && time < start);
}

/** Some sources date papers ahead: a period that is still to come has no day behind it. @param {string} at @param {Date} now */
const hasFirstDayBehind = (at, now) => (startOfPeriod(at) ?? 0) + DAY_MS <= now.getTime();
