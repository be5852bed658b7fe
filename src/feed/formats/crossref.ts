/** Crossref: lists of works and single works (api.crossref.org), with or without the envelope. */
import type { FeedFormat } from './format.js';
import { readLine } from './read-text.js';
import { readCount, readDate } from './read-values.js';
import { findList, isObject, own, someEntry } from './shape.js';
import { stripTags } from './strip-tags.js';

/** How far `offset` leads; what lies behind is reached with `cursor` only. */
const MAX_OFFSET = 10_000;
const DEFAULT_ROWS = 20;

/** Titles are arrays, and hold face markup. */
function firstLine(key: string) {
  return (work: unknown) => stripTags([own(work, key)].flat()[0]);
}

/** `[[2022, 5, 30]]`, `[[2023, 3]]` or `[[1987]]`; `[[null]]` when unknown. */
function readDateParts(date: unknown): string | undefined {
  const [parts] = [own(date, 'date-parts')].flat();
  return readDate(
    [parts]
      .flat()
      .slice(0, 3)
      .map((part) => (readLine(part) ?? '').padStart(2, '0'))
      .join('-'),
  );
}

/** The answer without its envelope. */
function messageOf(document: unknown): unknown {
  const message = own(document, 'message');
  return isObject(message) ? message : document;
}

function hasDoi(value: unknown): boolean {
  return typeof own(value, 'DOI') === 'string';
}

export const crossref: FeedFormat = {
  name: 'crossref',
  expects: '{"message": {"items": [{"DOI", "title", …}]}}',
  paper: {
    id: (work) => (hasDoi(work) ? (own(work, 'DOI') as string).toLowerCase() : undefined),
    title: firstLine('title'),
    url: 'URL',
    // A heading says nothing but what follows.
    abstract: (work) => stripTags(own(work, 'abstract'))?.replace(/^\s*(abstract|summary)\s*\n\n/i, ''),
    publishedAt: (work) => ['issued', 'published', 'created'].map((key) => readDateParts(own(work, key))).find(Boolean),
    authors: 'author',
    citationCount: 'is-referenced-by-count',
    doi: 'DOI',
    venue: firstLine('container-title'),
    venueKind: 'type',
    keywords: 'subject',
  },
  author: {
    // As it stands: names are read like those of any format, and their entities decoded only once.
    name: (author) =>
      ['name', 'given', 'family']
        .map((key) => own(author, key))
        .filter((part) => typeof part === 'string')
        .join(' '),
    url: 'ORCID',
  },
  matchesUrl: ({ hostname }) => hostname === 'api.crossref.org',
  recognises(document) {
    const message = messageOf(document);
    return (
      (message !== document && Array.isArray(own(message, 'items'))) || hasDoi(message) || someEntry(message, hasDoi)
    );
  },
  open(document) {
    const message = messageOf(document);
    const { list = [message], path } = findList(message) ?? {};
    return { entries: list, path: [message === document ? '' : 'message', path].filter(Boolean).join('.') };
  },
  nextPage({ searchParams }, document, entryCount) {
    const message = messageOf(document);
    const cursor = own(message, 'next-cursor');
    const isFull = entryCount >= Number(searchParams.get('rows') ?? DEFAULT_ROWS);
    // A cursor is given even when nothing follows: a page that is not full is the last one.
    if (searchParams.has('cursor')) return typeof cursor === 'string' && isFull ? ['cursor', cursor] : undefined;
    const offset = Number(searchParams.get('offset')) + entryCount;
    const total = Math.min(readCount(own(message, 'total-results')) ?? 0, MAX_OFFSET);
    return entryCount && offset < total ? ['offset', offset] : undefined;
  },
};
