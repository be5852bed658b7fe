/** Semantic Scholar: searches, batches, recommendations, an author's papers, and single papers. */
import type { FeedFormat } from './format.js';
import { readLine } from './read-text.js';
import { readCount } from './read-values.js';
import { findList, own, pick, someEntry } from './shape.js';

/** How many results of one search the service gives. */
const MAX_RESULTS = 1_000;

function page(kind: string, key: string) {
  return (entry: unknown) => {
    const id = readLine(own(entry, key));
    return id && `https://www.semanticscholar.org/${kind}/${encodeURIComponent(id)}`;
  };
}

function hasPaperId(value: unknown): boolean {
  return typeof own(value, 'paperId') === 'string';
}

/** A search without a hit has no `data` at all. */
function isEmptySearch(document: unknown): boolean {
  return !findList(document) && ['total', 'offset'].every((key) => typeof own(document, key) === 'number');
}

export const semanticScholar: FeedFormat = {
  name: 'semantic-scholar',
  expects: '{"data": [{"paperId", "title", …}]}',
  paper: {
    id: 'paperId',
    title: 'title',
    url: (entry) => pick(entry, 'url') ?? page('paper', 'paperId')(entry),
    abstract: 'abstract',
    aiSummary: 'tldr.text',
    publishedAt: 'publicationDate year',
    authors: 'authors',
    citationCount: 'citationCount',
    pdfUrl: 'openAccessPdf.url',
    arxivId: 'externalIds.ArXiv',
    doi: 'externalIds.DOI',
    venue: 'venue journal.name',
    venueKind: 'publicationVenue.type',
    keywords: 'fieldsOfStudy s2FieldsOfStudy.category',
  },
  author: { name: 'name', url: page('author', 'authorId') },
  matchesUrl: ({ hostname }) => hostname === 'api.semanticscholar.org',
  recognises: (document) => someEntry(document, hasPaperId) || hasPaperId(document) || isEmptySearch(document),
  open: (document) => (isEmptySearch(document) ? { entries: [] } : {}),
  nextPage(_url, document) {
    const offset = readCount(own(document, 'next'));
    const token = readLine(own(document, 'token'));
    if (token) return ['token', token];
    return offset && offset < MAX_RESULTS ? ['offset', offset] : undefined;
  },
};
