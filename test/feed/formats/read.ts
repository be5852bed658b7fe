/** Reads documents and single entries, for the tests of the formats. */
import { parseFeed, type ParseOptions } from '../../../src/feed/formats/index.js';
import type { Feed, FormatName, Paper } from '../../../src/feed/model.js';

export const fetchedAt = '2026-08-21T09:00:00.000Z';

export function read(document: unknown, options: Partial<ParseOptions> = {}): Feed {
  return parseFeed(document, { fetchedAt, ...options });
}

/** The only paper of a feed. */
export function onlyPaper(feed: Feed): Paper {
  const [paper, another] = feed.papers;
  if (!paper || another) throw new Error(`Expected one paper, found ${feed.papers.length}.`);
  return paper;
}

/** An entry in the envelope of its format. */
export const envelopes: Readonly<Record<Exclude<FormatName, 'merged'>, (entry: unknown) => unknown>> = {
  'json-feed': (entry) => ({ version: 'https://jsonfeed.org/version/1.1', items: [entry] }),
  'hugging-face': (entry) => [entry],
  openalex: (entry) => ({ meta: { count: 1 }, results: [entry] }),
  'semantic-scholar': (entry) => ({ total: 1, offset: 0, data: [entry] }),
  crossref: (entry) => ({ status: 'ok', message: { items: [entry] } }),
  'paper-list': (entry) => ({ papers: [entry] }),
};

/** The paper in a JSON Feed item with these fields. */
export function readItem(fields: object, url = 'https://lab.example/feeds/papers.json'): Paper {
  return onlyPaper(read(envelopes['json-feed']({ id: '1', title: 'Note G', ...fields }), { url }));
}
