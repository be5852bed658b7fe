// @ts-check
/** Papers to measure with, the same ones each time: as long as real ones, of plain words, without a network. */
import { randomFrom } from './statistics.mjs';

const words =
  'robot vision language model agent policy token planning memory graph search orchard river engine signal lattice'.split(
    ' ',
  );
const people = ['Ada Lovelace', 'Alan Turing', 'Emmy Noether', 'Mary Somerville', 'Srinivasa Ramanujan', 'Kurt Gödel'];

/**
 * Every third has the word "tractor", to filter by. A mean abstract of 1,600 characters and 9 authors, as on a real day.
 *
 * @param {number} count
 */
export function makePapers(count) {
  const random = randomFrom(42);
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(random() * list.length)] ?? '';
  const sentence = (/** @type {number} */ length) => {
    const text = Array.from({ length }, () => pick(words)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const authorsOf = (/** @type {number} */ authorCount) => ({
    authors: Array.from({ length: authorCount }, () => ({ name: pick(people) })),
    authorCount,
  });
  const papers = Array.from({ length: count }, (_, index) => ({
    id: `2601.${String(index).padStart(5, '0')}`,
    title: `${sentence(11).slice(0, -1)} ${index % 3 ? '' : 'tractor '}${index}`,
    url: `https://papers.example/${index}`,
    abstract: Array.from({ length: 12 }, () => sentence(19)).join(' '),
    publishedAt: new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString(),
    ...authorsOf(4 + Math.floor(random() * 11)),
    upvoteCount: Math.floor(random() * 200) + 1,
    commentCount: Math.floor(random() * 12) + 1,
    keywords: [],
  }));
  // As an answer gives them: texts in one piece, not yet read.
  return /** @type {typeof papers} */ (JSON.parse(JSON.stringify(papers)));
}

/** The same papers on the wire: our native format. */
export const toJsonFeed = (/** @type {ReturnType<typeof makePapers>} */ papers) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Measured papers',
    items: papers.map((paper) => ({
      id: paper.id,
      url: paper.url,
      title: paper.title,
      content_text: paper.abstract,
      date_published: paper.publishedAt,
      authors: paper.authors,
      _paper: { upvote_count: paper.upvoteCount, comment_count: paper.commentCount },
    })),
  });
