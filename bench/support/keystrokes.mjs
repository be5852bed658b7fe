// @ts-check
/** Keystrokes of a search, the panel's way and the barest way; runs in Node and, bundled, in a browser. */
import { selectPapers } from '../../dist/feed/index.js';
import { makePapers } from './papers.mjs';
import { alternating } from './rounds.mjs';

/** As a reader types it: each is another question. */
export const queries = [
  'r',
  'ro',
  'rob',
  'robo',
  'robot',
  'robot m',
  'robot me',
  'robot mem',
  'robot memory',
  'zeppelin',
];
const SHOWN = 10;
const WARM_UP_ROUNDS = 5;

/** Milliseconds that each keystroke takes. @param {(query: string) => unknown} search */
const timesOf = (search) =>
  queries.map((query) => {
    const start = performance.now();
    search(query);
    return performance.now() - start;
  });

/**
 * @param {number} count of papers
 * @param {number} rounds
 * @returns what preparing the texts takes; and for each way its times, ms, one list of keystrokes per round
 */
export async function measureKeystrokes(count, rounds) {
  const papers = makePapers(count);
  const feed = /** @type {const} */ ({
    papers,
    skippedCount: 0,
    format: 'json-feed',
    fetchedAt: '2026-01-01T00:00:00Z',
  });
  /** What a panel with a search box asks for each time. */
  const ours = (/** @type {string} */ query) =>
    selectPapers(feed, { query, sort: 'feed', limit: count, shown: SHOWN, locale: 'en' });
  const startedAt = performance.now();
  ours('r');
  const preparingMs = performance.now() - startedAt;

  const prepared = papers.map((paper) =>
    [paper.title, paper.abstract, ...paper.authors.map(({ name }) => name)].join('\n').toLowerCase(),
  );
  const bare = (/** @type {string} */ query) => {
    const terms = query.split(' ');
    return prepared.filter((text) => terms.every((term) => text.includes(term))).slice(0, SHOWN);
  };

  const variants = { 'bare loop': bare, 'bare loop, again (control)': bare, 'daily-papers': ours };
  await alternating(Object.values(variants), WARM_UP_ROUNDS, timesOf);
  return {
    preparingMs,
    names: Object.keys(variants),
    times: await alternating(Object.values(variants), rounds, timesOf),
  };
}
