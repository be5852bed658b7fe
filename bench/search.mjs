// @ts-check
/** A keystroke in a search over 10,000 papers, beside the least that can be done: `includes` over prepared strings. */
import { selectPapers } from 'daily-papers/feed.js';

const PAPERS = 10_000;
const ROUNDS = 41;
const words = 'robot vision language model agent policy token planning memory graph search orchard river engine'.split(
  ' ',
);

/** The same numbers each time. */
function randomFrom(/** @type {number} */ seed) {
  return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

const random = randomFrom(42);
const sentence = (/** @type {number} */ length) =>
  Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');

const papers = Array.from({ length: PAPERS }, (_, index) => ({
  id: String(index),
  title: `${sentence(9)} ${index}`,
  abstract: sentence(200),
  authors: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }],
  keywords: [sentence(1)],
}));
const feed = /** @type {const} */ ({ papers, skippedCount: 0, format: 'json-feed', fetchedAt: '2026-01-01T00:00:00Z' });
const prepared = papers.map(
  (paper) => `${paper.title}\n${paper.abstract}\nada lovelace\nalan turing\n${paper.keywords}`,
);

/** As a reader types it: each is another question. */
const queries = ['r', 'ro', 'rob', 'robo', 'robot', 'robot m', 'robot me', 'robot mem', 'robot memory', 'zeppelin'];

function timeOf(/** @type {(query: string) => unknown} */ search) {
  const start = performance.now();
  for (const query of queries) search(query);
  return (performance.now() - start) / queries.length;
}

const ours = (/** @type {string} */ query) => selectPapers(feed, { query, limit: PAPERS, shown: 10 }).papers;
const bare = (/** @type {string} */ query) => {
  const terms = query.split(' ');
  return prepared.filter((text) => terms.every((term) => text.includes(term))).slice(0, 10);
};
const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

const first = timeOf(ours) * queries.length;
for (let round = 0; round < 5; round++) [ours, bare].forEach(timeOf);
/** @type {Record<'ours' | 'bare' | 'control', number[]>} */
const times = { ours: [], bare: [], control: [] };
for (let round = 0; round < ROUNDS; round++) {
  const order = /** @type {const} */ ([
    ['ours', ours],
    ['bare', bare],
    ['control', bare],
  ]);
  for (const [name, search] of round % 2 ? order : order.toReversed()) times[name].push(timeOf(search));
}
const [mine, loop, control] = [times.ours, times.bare, times.control].map(median);
console.log(`${PAPERS} papers, ${ROUNDS} alternating rounds of ${queries.length} keystrokes, Node ${process.version}`);
console.log(`first ten keystrokes, texts being prepared: ${first.toFixed(0)} ms`);
console.log(`a keystroke: ours ${mine?.toFixed(1)} ms, bare loop ${loop?.toFixed(1)} ms`);
console.log(
  `ratio ${((mine ?? 0) / (loop ?? 1)).toFixed(2)}; control (the loop against itself) ${((control ?? 0) / (loop ?? 1)).toFixed(2)}`,
);
