/** Which papers of a feed are shown, and in which order. Pure: the same question gives the same answer. */
import { plainText } from '../text/plain-text.js';
import { searchTerms } from '../text/search-terms.js';
import type { Feed, Paper } from './model.js';
import { type PeriodKind, periodOf } from './periods.js';
import { anyOf, searchText } from './search.js';

/** The orders a list can have; unknown values come last in all of them, and equals stay in the feed's order. */
export type PaperSort = 'feed' | 'newest' | 'upvotes' | 'comments' | 'stars' | 'title';

/** What is to be shown. Everything is optional: nothing given = all papers in the feed's order. */
export interface PaperView {
  /** What the reader looks for: all words in any order, `"quoted words"` as they stand; parts of words are found. */
  readonly query?: string;
  /**
   * Only papers with at least one of these: whole words or phrases separated by `;` (or by `,` where there is no `;`);
   * `robot*` finds all words that begin so.
   */
  readonly include?: string;
  /** No papers with any of these, written likewise. Wins over `include`. */
  readonly exclude?: string;
  /** Only papers with at least so many upvotes; an unknown number counts as none. */
  readonly minUpvotes?: number;
  /** Only papers whose code is known. */
  readonly withCode?: boolean;
  /** Default: the feed's own order. */
  readonly sort?: PaperSort;
  /** With `at`: only papers listed (where that is unknown: published) in that day, week or month. */
  readonly period?: PeriodKind;
  /** `2026-03-26`, `2026-W13` or `2026-03`, matching `period`. */
  readonly at?: string;
  /** Papers kept at most, after filtering and sorting. */
  readonly limit?: number;
  /** Papers on the page at most. */
  readonly shown?: number;
  /** Language for sorting titles, BCP 47. */
  readonly locale?: string;
}

/** The answer to a view. */
export interface PaperSelection {
  /** The papers on the page; the same array as before when they are the same papers. */
  readonly papers: readonly Paper[];
  /** How many papers match, at most `limit`; `papers` may be fewer. */
  readonly matchCount: number;
  /** How many papers match, whatever the `limit`. */
  readonly foundCount: number;
  /** How many papers the feed has. */
  readonly totalCount: number;
}

/** The latest answers about one list of papers: typing in the search box asks the same question over and over. */
interface Memory {
  readonly key: string;
  readonly arranged: readonly Paper[];
  page: readonly Paper[];
}

const memories = new WeakMap<readonly Paper[], Memory>();

/** The papers of a feed that a view asks for. */
export function selectPapers(feed: Feed, view: PaperView = {}): PaperSelection {
  const { papers } = feed;
  const memory = recall(papers, view);
  const terms = searchTerms(view.query ?? '');
  const found = terms.length
    ? memory.arranged.filter((paper) => {
        const text = searchText(paper);
        return terms.every((term) => text.includes(term));
      })
    : memory.arranged;
  const kept = found.slice(0, view.limit);
  const page = kept.slice(0, view.shown);
  if (page.length !== memory.page.length || page.some((paper, index) => paper !== memory.page[index]))
    memory.page = page;
  return {
    papers: memory.page,
    matchCount: kept.length,
    foundCount: found.length,
    totalCount: papers.length,
  };
}

function recall(papers: readonly Paper[], view: PaperView): Memory {
  const { include, exclude, minUpvotes, withCode, period, at, sort, locale } = view;
  const key = JSON.stringify([include, exclude, minUpvotes, withCode, period, at, sort, sort === 'title' && locale]);
  let memory = memories.get(papers);
  if (memory?.key !== key) {
    memory = { key, arranged: arrange(filter(papers, view), view), page: memory?.page ?? papers };
    memories.set(papers, memory);
  }
  return memory;
}

function filter(papers: readonly Paper[], view: PaperView): readonly Paper[] {
  const { minUpvotes = 0, withCode, period, at } = view;
  const isIncluded = anyOf(view.include);
  const isExcluded = anyOf(view.exclude);
  return papers.filter(
    (paper) =>
      (paper.upvoteCount ?? 0) >= minUpvotes &&
      (!withCode || paper.codeUrl) &&
      (!period || !at || periodOf(dateOf(paper), period) === at) &&
      (!isIncluded || isIncluded(paper)) &&
      !isExcluded?.(paper),
  );
}

const dateOf = (paper: Paper) => paper.listedAt ?? paper.publishedAt ?? '';

/** What to sort by, largest first. ISO dates sort as text; of two dates in one month the vaguer one counts as earlier. */
const keyOf: Readonly<Record<Exclude<PaperSort, 'feed' | 'title'>, (paper: Paper) => string | number>> = {
  newest: (paper) => paper.publishedAt ?? paper.listedAt ?? '',
  upvotes: (paper) => paper.upvoteCount ?? -1,
  comments: (paper) => paper.commentCount ?? -1,
  stars: (paper) => paper.codeStarCount ?? -1,
};

function arrange(papers: readonly Paper[], { sort = 'feed', locale }: PaperView): readonly Paper[] {
  if (sort === 'feed') return papers;
  if (sort === 'title') {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return sortBy(papers, (paper) => plainText(paper.title), compare);
  }
  return sortBy(papers, keyOf[sort], (a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

function sortBy<Key>(
  papers: readonly Paper[],
  key: (paper: Paper) => Key,
  compare: (a: Key, b: Key) => number,
): Paper[] {
  const keyed = papers.map((paper) => [key(paper), paper] as const);
  return keyed.sort(([a], [b]) => compare(a, b)).map(([, paper]) => paper);
}
