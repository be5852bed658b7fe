/** OpenAlex: lists of works and single works (api.openalex.org). */
import type { FeedFormat } from './format.js';
import { readLine } from './read-text.js';
import { readArxivId, readCount } from './read-values.js';
import { isObject, own, pick } from './shape.js';

/** Where a word may stand in an abstract; a single greater number must not make a giant of it. */
const MAX_POSITION = 20_000;
/** A longer "word", repeated at all positions, would make one too. */
const MAX_WORD_LENGTH = 200;
/** How far `page` leads; what lies behind is reached with `cursor` only. */
const MAX_PAGED = 10_000;

/** Face markup that comes with titles from journals; other words in angle brackets are text. */
const FACE_TAGS = /<\/?(i|b|em|strong|su[bp]|scp|tt)>/gi;

/** The abstract, which is stored as the positions of each word. */
function readInvertedIndex(work: unknown): string | undefined {
  const index = own(work, 'abstract_inverted_index');
  if (!isObject(index)) return undefined;
  const words: string[] = [];
  for (const [word, positions] of Object.entries(index)) {
    for (const at of [positions].flat() as number[]) {
      if (Number.isInteger(at) && at >= 0 && at < MAX_POSITION) words[at] = word.slice(0, MAX_WORD_LENGTH);
    }
  }
  // `filter` also closes the gaps.
  return words.filter(Boolean).join(' ');
}

function isWork(value: unknown): boolean {
  return /^https:\/\/openalex\.org\/W/.test(readLine(own(value, 'id')) ?? '');
}

export const openAlex: FeedFormat = {
  name: 'openalex',
  expects: '{"meta", "results": [{"id", "title", …}]}',
  paper: {
    id: 'id doi',
    title: (work) => {
      const title = pick(work, 'title display_name');
      return typeof title === 'string' ? title.replace(FACE_TAGS, '') : undefined;
    },
    url: 'doi primary_location.landing_page_url',
    abstract: readInvertedIndex,
    publishedAt: 'publication_date',
    authors: 'authorships',
    authorCount: (work) => (own(work, 'is_authors_truncated') === true ? Infinity : undefined),
    citationCount: 'cited_by_count',
    pdfUrl: 'best_oa_location.pdf_url primary_location.pdf_url',
    arxivId: (work) =>
      [pick(work, 'primary_location.landing_page_url'), pick(work, 'locations.landing_page_url')]
        .flat()
        .map(readArxivId)
        .find(Boolean),
    doi: 'doi',
    venue: 'primary_location.source.display_name',
    venueKind: 'primary_location.source.type',
    keywords: 'keywords.display_name',
  },
  author: { name: 'author.display_name raw_author_name', url: 'author.orcid' },
  matchesUrl: ({ hostname }) => hostname === 'api.openalex.org',
  recognises: (document) =>
    isWork(document) || (isObject(own(document, 'meta')) && Array.isArray(own(document, 'results'))),
  nextPage({ searchParams }, document) {
    const meta = own(document, 'meta');
    const cursor = own(meta, 'next_cursor');
    const [page = 0, size = 0, count = 0] = ['page', 'per_page', 'count'].map((key) => readCount(own(meta, key)));
    if (searchParams.has('cursor')) return typeof cursor === 'string' ? ['cursor', cursor] : undefined;
    return page && page * size < Math.min(count, MAX_PAGED) ? ['page', page + 1] : undefined;
  },
};
