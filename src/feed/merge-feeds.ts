/** Several feeds made into one list, in which a paper that more than one of them knows stands once. */
import type { Feed, Paper } from './model.js';

/** A title of so many letters and digits says which paper it is; a shorter one ("Editorial") may be that of several. */
const TELLING_LENGTH = 25;

interface Place {
  paper: Paper;
  /** Where this paper came from: the papers of one feed are not folded with each other. */
  readonly feeds: Set<Feed>;
}

/**
 * One feed from several, format `merged`. A paper is the same when arXiv id, DOI or title agree (titles without regard
 * to case, accents and punctuation); it stands where it came first and has of each field the richer value.
 *
 * Each feed keeps its own order. When all of them go from new to old, so does the result; else they take turns.
 * There is no `nextUrl`, since each feed has its own.
 */
export function mergeFeeds(feeds: readonly Feed[]): Feed {
  const places: Place[] = [];
  const known = new Map<string, Place>();
  for (const { paper, feed } of inTurn(feeds)) {
    const keys = keysOf(paper);
    let place = keys
      .map((key) => known.get(key))
      .find((each) => each && !each.feeds.has(feed) && isSame(each.paper, paper));
    if (place) {
      place.paper = richer(place.paper, paper);
      place.feeds.add(feed);
    } else {
      places.push((place = { paper, feeds: new Set([feed]) }));
    }
    for (const key of [...keys, ...keysOf(place.paper)]) if (!known.has(key)) known.set(key, place);
  }
  const [first] = feeds;
  const common = <K extends 'title' | 'description' | 'homePageUrl'>(key: K) =>
    feeds.every((feed) => feed[key] === first?.[key]) && first?.[key] ? { [key]: first[key] } : {};
  return {
    ...common('title'),
    ...common('description'),
    ...common('homePageUrl'),
    papers: withOwnIds(places.map(({ paper }) => paper)),
    skippedCount: feeds.reduce((sum, feed) => sum + feed.skippedCount, 0),
    format: 'merged',
    fetchedAt: feeds.map((feed) => feed.fetchedAt).sort()[0] ?? '',
  };
}

function dateOf(paper: Paper | undefined): string {
  return paper?.listedAt ?? paper?.publishedAt ?? '';
}

function isNewestFirst({ papers }: Feed): boolean {
  return papers.every((paper, at) => !at || (dateOf(paper) && dateOf(paper) <= dateOf(papers[at - 1])));
}

/** All papers, each feed in its own order: the newest of those that are next, or one of each in turn. */
function* inTurn(feeds: readonly Feed[]): Generator<{ paper: Paper; feed: Feed }> {
  const next = feeds.map((feed) => ({ feed, at: 0 }));
  const isByDate = feeds.every(isNewestFirst);
  for (;;) {
    const left = next.filter(({ feed, at }) => at < feed.papers.length);
    if (!left.length) return;
    if (isByDate) {
      const newest = (a: (typeof left)[0], b: (typeof left)[0]) =>
        dateOf(b.feed.papers[b.at]) > dateOf(a.feed.papers[a.at]) ? b : a;
      left.splice(0, Infinity, left.reduce(newest));
    }
    for (const each of left) yield { paper: each.feed.papers[each.at++]!, feed: each.feed };
  }
}

function normalise(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function keysOf({ arxivId, doi, title }: Paper): string[] {
  return [arxivId && `arxiv ${arxivId}`, doi && `doi ${doi}`, `title ${normalise(title) || title}`].filter(
    (key) => key !== undefined,
  );
}

/** Two papers that share a key are the same, but for those that share nothing but a short title. */
function isSame(a: Paper, b: Paper): boolean {
  const differs = (key: 'arxivId' | 'doi') => a[key] && b[key] && a[key] !== b[key];
  return (
    (a.arxivId && a.arxivId === b.arxivId) ||
    (a.doi && a.doi === b.doi) ||
    normalise(a.title).length >= TELLING_LENGTH ||
    !(differs('arxivId') || differs('doi'))
  );
}

/** The fields of both. Where both have one: the longer text or list, the more precise date, the greater count, else the first. */
function richer(first: Paper, second: Paper): Paper {
  const longer = <K extends 'abstract' | 'authors' | 'keywords' | 'publishedAt'>(key: K) =>
    (second[key]?.length ?? 0) > (first[key]?.length ?? 0) ? { [key]: second[key] } : {};
  const counts = Object.entries(second).flatMap(([key, count]) => {
    const other = first[key as keyof Paper];
    return typeof count === 'number' && typeof other === 'number' ? [[key, Math.max(count, other)] as const] : [];
  });
  return {
    ...second,
    ...first,
    ...longer('abstract'),
    ...longer('authors'),
    ...longer('keywords'),
    ...longer('publishedAt'),
    ...Object.fromEntries(counts),
  };
}

/** Different papers of different feeds may have the same id, such as "1"; the later ones get a number behind it. */
function withOwnIds(papers: readonly Paper[]): Paper[] {
  const taken = new Set<string>();
  return papers.map((paper) => {
    let { id } = paper;
    for (let n = 2; taken.has(id); n++) id = `${paper.id}#${n}`;
    taken.add(id);
    return id === paper.id ? paper : { ...paper, id };
  });
}
