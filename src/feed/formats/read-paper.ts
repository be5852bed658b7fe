/** One entry of a feed to a `Paper`: found by the format's table, read by the schema, completed by common rules. */
import * as z from 'zod/mini';
import { safeUrl } from '../../shared/safe-url.js';
import type { Paper } from '../model.js';
import type { FeedFormat, FeedPage, FieldTable } from './format.js';
import { readLine, readText } from './read-text.js';
import { readAddress, readArxivId, readCount, readDate, readDoi, readVenueKind } from './read-values.js';
import { pick } from './shape.js';

const MAX_AUTHORS = 1_000;
const MAX_KEYWORDS = 50;

/**
 * What may be said about a paper, whatever the format. No field can fail, because feeds are read leniently: a value
 * that is missing or bad becomes `undefined`, and nothing else is lost with it. Made at its first use, since making a
 * schema takes milliseconds.
 */
export function paperSchema() {
  return (schema ??= createPaperSchema());
}

let schema: ReturnType<typeof createPaperSchema> | undefined;

function createPaperSchema() {
  const line = z.transform(readLine);
  const text = z.transform(readText);
  const date = z.transform(readDate);
  const count = z.transform(readCount);
  const address = z.transform(readAddress);
  return z.object({
    id: line,
    title: line,
    url: address,
    abstract: text,
    aiSummary: text,
    publishedAt: date,
    listedAt: date,
    authors: z.array(z.object({ name: line, url: address, avatarUrl: address })),
    // `Infinity`: more than the entry says.
    authorCount: z.transform((value) => (value === Infinity ? value : readCount(value))),
    organization: z.object({ name: line, handle: line, url: address, logoUrl: address }),
    submitter: line,
    upvoteCount: count,
    commentCount: count,
    citationCount: count,
    discussionUrl: address,
    thumbnailUrl: address,
    videoUrl: address,
    pdfUrl: address,
    codeUrl: address,
    codeStarCount: count,
    projectUrl: address,
    arxivId: z.transform(readArxivId),
    doi: z.transform(readDoi),
    venue: line,
    venueKind: z.transform(readVenueKind),
    keywords: z.array(line),
  });
}

type PaperFields = z.infer<ReturnType<typeof paperSchema>>;
export type PaperField = keyof PaperFields;

/** The paper in an entry, or `undefined` when it has no id or title. */
export function readPaper(entry: unknown, format: FeedFormat, page: FeedPage): Paper | undefined {
  // Without a prototype, what the page may have added to all objects is not taken for data.
  const read = z.safeParse(paperSchema(), findFields(entry, format, page));
  if (!read.success) return undefined;
  const fields = { __proto__: null, ...settle(read.data, page.base) };
  const { id, title, url, arxivId, doi, pdfUrl, authorCount, keywords } = fields;
  if (!id || !title) return undefined;
  const authors = fields.authors.map((author) => settle(author, page.base)).filter(hasName);
  const organization = settle(fields.organization, page.base);
  const knownArxivId = arxivId ?? readArxivId(doi) ?? readArxivId(url) ?? readArxivId(id);
  return settle({
    ...fields,
    id,
    title,
    url: url ?? safeUrl(id) ?? (doi ? `https://doi.org/${encodeURI(doi)}` : link('abs', knownArxivId)),
    pdfUrl: pdfUrl ?? link('pdf', knownArxivId),
    arxivId: knownArxivId,
    authors: authors.slice(0, MAX_AUTHORS),
    authorCount: authorCount === Infinity ? undefined : Math.max(authorCount ?? 0, authors.length) || undefined,
    organization: hasName(organization) ? organization : undefined,
    keywords: [...new Set(keywords)].filter((word) => word !== undefined).slice(0, MAX_KEYWORDS),
  });
}

function link(kind: 'abs' | 'pdf', arxivId: string | undefined): string | undefined {
  return arxivId && `https://arxiv.org/${kind}/${arxivId}`;
}

function hasName<T extends { name?: string }>(value: T): value is T & { name: string } {
  return !!value.name;
}

/**
 * Only what is known, all addresses checked and made absolute. Gaps that were written out would hide values where
 * papers are merged.
 */
export function settle<T extends object>(fields: T, base?: string): T {
  const known: Partial<T> = {};
  for (const key of Object.keys(fields) as (keyof T & string)[]) {
    const value = /url$/i.test(key) ? (safeUrl(fields[key], base) as T[typeof key]) : fields[key];
    if (value !== undefined) known[key] = value;
  }
  return known as T;
}

/** The values in an entry, as they are on the wire, under the names of the schema. */
export function findFields(entry: unknown, format: FeedFormat, page: Pick<FeedPage, 'authors'>) {
  const found = byTable(entry, format.paper);
  // Who makes the feed stands in for the authors of a paper, unless it is known how many wrote it.
  const authors = found.authors ?? (found.authorCount === undefined ? page.authors : undefined);
  return {
    __proto__: null,
    ...found,
    authors: toArray(authors).map((author) => byTable(author, format.author)),
    organization: byTable(found.organization, format.organization ?? {}),
    keywords: toArray(found.keywords),
  };
}

function toArray(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function byTable<Field extends string>(entry: unknown, table: FieldTable<Field>) {
  const found: Partial<Record<Field | 'name', unknown>> = Object.create(null) as object;
  // A name alone says the same as an object with a name.
  if (typeof entry === 'string') found.name = entry;
  else {
    for (const field of Object.keys(table) as Field[]) {
      const source = table[field];
      found[field] = typeof source === 'string' ? pick(entry, source) : source?.(entry);
    }
  }
  return found;
}
