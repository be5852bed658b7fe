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

/** Entries in the envelope of their format. */
export const envelopes: Readonly<Record<Exclude<FormatName, 'merged'>, (...entries: unknown[]) => unknown>> = {
  'json-feed': (...entries) => ({ version: 'https://jsonfeed.org/version/1.1', items: entries }),
  'hugging-face': (...entries) => entries,
  openalex: (...entries) => ({ meta: { count: 1 }, results: entries }),
  'semantic-scholar': (...entries) => ({ total: 1, offset: 0, data: entries }),
  crossref: (...entries) => ({ status: 'ok', message: { items: entries } }),
  'paper-list': (...entries) => ({ papers: entries }),
};

/** The paper in a JSON Feed item with these fields. */
export function readItem(fields: object, url = 'https://lab.example/feeds/papers.json'): Paper {
  return onlyPaper(read(envelopes['json-feed']({ id: '1', title: 'Note G', ...fields }), { url }));
}
