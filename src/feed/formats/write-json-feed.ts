/** Writes a feed in the native format, JSON Feed 1.1 with `_paper`: the way back of `json-feed.ts`, by the same table. */
import type { Feed, Paper } from '../model.js';
import type { FieldTable } from './format.js';
import { jsonFeed } from './json-feed.js';
import { readLine, readText } from './read-text.js';
import type { JsonObject } from './shape.js';

/** What a document says besides the feed itself. */
export interface JsonFeedOptions {
  /** Where the document will lie. */
  readonly feedUrl?: string;
  /** BCP 47 tag of the language of the papers. */
  readonly language?: string;
}

/** The fields whose place is not in the table, because reading them takes more than a look. */
const made: FieldTable = { abstract: 'content_text', videoUrl: '_paper.video_url', pdfUrl: '_paper.pdf_url' };

/**
 * The feed as a JSON document that reads back to the same papers, ids included. Hidden authors are left out.
 *
 * Dates stay as precise as they are known, so that `date_published` may be a bare day, month or year.
 */
export function toJsonFeed(feed: Feed, { feedUrl, language }: JsonFeedOptions = {}): JsonObject {
  const { title, description, homePageUrl, nextUrl, papers } = feed;
  return known({
    version: 'https://jsonfeed.org/version/1.1',
    title: title && escapeLine(title),
    home_page_url: homePageUrl,
    feed_url: feedUrl,
    next_url: nextUrl,
    description: description && escapeText(description),
    language,
    items: papers.map(toItem),
  });
}

function toItem(paper: Paper): JsonObject {
  const { authors, authorCount, organization, keywords, ...fields } = paper;
  const listed = authors.filter(({ hidden }) => !hidden);
  const values: Readonly<Record<string, unknown>> = {
    ...fields,
    authors: listed.length ? listed.map((author) => byTable(author, jsonFeed.author)) : undefined,
    authorCount: authorCount === listed.length ? undefined : authorCount,
    organization: organization && byTable(organization, jsonFeed.organization),
    keywords: keywords.length ? keywords.map(escapeLine) : undefined,
  };
  // JSON Feed wants each item to have some content.
  return { content_text: '', ...byTable(values, { ...jsonFeed.paper, ...made }) };
}

/** The values under the names that a table reads them by; of several names the first. */
function byTable(values: object, table: FieldTable = {}): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const [field, source] of Object.entries(table)) {
    const value = (values as Record<string, unknown>)[field];
    if (value === undefined || typeof source !== 'string') continue;
    const [name = '', inner] = (source.split(' ')[0] ?? '').split('.');
    const escaped = typeof value === 'string' && !/url$/i.test(field) ? escapeFor(field, value) : value;
    if (inner) written[name] = { ...(written[name] as object), [inner]: escaped };
    else written[name] = escaped;
  }
  return written;
}

const escapeFor = (field: string, value: string) =>
  field === 'abstract' || field === 'aiSummary' ? escapeText(value) : escapeLine(value);

/**
 * Texts are read with their entities decoded, because blogs escape whatever they write: one that says `&lt;` has to be
 * written as `&amp;lt;`. Only those that would change are touched, so that other readers of the feed see what is meant.
 */
function escapeLine(text: string): string {
  return readLine(text) === text ? text : text.replaceAll('&', '&amp;');
}

function escapeText(text: string): string {
  return readText(text) === text ? text : text.replaceAll('&', '&amp;');
}

function known<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
