/** A parsed JSON document to a `Feed`: which format it is, and what all formats have in common. */
import { safeUrl } from '../../shared/safe-url.js';
import { FeedError } from '../feed-error.js';
import type { Feed, FormatName, Paper } from '../model.js';
import type { FeedFormat, FeedPage, FormatContext, PeriodQuery } from './format.js';
import { crossref } from './crossref.js';
import { huggingFace } from './hugging-face.js';
import { jsonFeed } from './json-feed.js';
import { openAlex } from './openalex.js';
import { paperList } from './paper-list.js';
import { semanticScholar } from './semantic-scholar.js';
import { readPaper, settle } from './read-paper.js';
import { findList, isObject, pick } from './shape.js';

/** Of one document; what comes after them is not looked at. */
const MAX_ENTRIES = 10_000;

/** In the order in which they are tried: the one with the weakest signs comes last. */
export const formats: readonly FeedFormat[] = [jsonFeed, huggingFace, openAlex, semanticScholar, crossref, paperList];

/** A format by name; `auto`, like no name, leaves it to the document. */
export type FormatChoice = FormatName | 'auto';

export interface ParseOptions extends FormatContext {
  /** Default: `auto`. */
  readonly format?: FormatChoice;
}

function formatNamed(name: FormatChoice | undefined): FeedFormat | undefined {
  return formats.find((format) => format.name === name);
}

/** The format chosen, or whose service this address belongs to; `undefined` when only the document can tell. */
function formatForUrl(url: string | undefined, choice?: FormatChoice): FeedFormat | undefined {
  return formatNamed(choice) ?? (url ? formats.find((format) => format.matchesUrl?.(new URL(url))) : undefined);
}

/**
 * The address to ask for a feed: as the owner wrote it, with what the service needs added and, where the service has
 * it, the period that the reader chose.
 *
 * @param url absolute
 */
export function requestUrl(url: string, query?: PeriodQuery, choice?: FormatChoice): string {
  return formatForUrl(url, choice)?.requestUrl?.(new URL(url), query).href ?? url;
}

/** Whether the source behind an absolute address can be asked for days, weeks, months and what is trending. */
export function hasPeriods(url: string, choice?: FormatChoice): boolean {
  return formatForUrl(url, choice)?.hasPeriods?.(new URL(url)) ?? false;
}

/**
 * The format of a document: the chosen one, else the one whose shape it has. An empty list has every shape.
 *
 * @throws {FeedError} code `format`, when it has none; the message says what was expected and what was found
 */
export function detectFormat(document: unknown, url?: string, choice?: FormatChoice): FeedFormat {
  const chosen = formatNamed(choice);
  const candidates = chosen ? [chosen] : formats;
  const format = candidates.find((each) => each.recognises(document));
  if (format) return format;
  if (findList(document)?.list.length === 0) return chosen ?? formatForUrl(safeUrl(url)) ?? paperList;
  const expected = candidates.map(({ name, expects }) => `${name} ${expects}`).join(' or ');
  throw new FeedError('format', `No list of papers: expected ${expected}; found ${describeFound(document)}`);
}

/**
 * A document opened: its format and its page of entries.
 *
 * @throws {FeedError} as `detectFormat`
 */
export function openFeed(document: unknown, options: ParseOptions): { format: FeedFormat; page: FeedPage } {
  const format = detectFormat(document, options.url, options.format);
  const { list, path } = findList(document) ?? { list: [document], path: '' };
  const { entries = list, ...rest } = format.open?.(document, options) ?? {};
  return {
    format,
    page: {
      path,
      nextUrl: nextUrl(format, document, entries.length, safeUrl(options.url)),
      ...rest,
      entries: entries.slice(0, MAX_ENTRIES),
    },
  };
}

function nextUrl(format: FeedFormat, document: unknown, entryCount: number, address = ''): string | undefined {
  const url = address && new URL(address);
  const next = url && format.matchesUrl?.(url) && format.nextPage?.(url, document, entryCount);
  if (!next) return undefined;
  url.searchParams.set(next[0], String(next[1]));
  return url.href;
}

/**
 * Reads a parsed JSON document of any format. Entries without id or title are skipped and counted; of entries with
 * the same id the first is kept.
 *
 * @throws {FeedError} code `format`, when it is no list of papers, or not of the chosen format
 */
export function parseFeed(document: unknown, options: ParseOptions): Feed {
  const { format, page } = openFeed(document, options);
  const papers = new Map<string, Paper>();
  let skippedCount = 0;
  for (const entry of page.entries) {
    const paper = readPaper(entry, format, page);
    if (!paper) skippedCount++;
    else if (!papers.has(paper.id)) papers.set(paper.id, paper);
  }
  const { title, description, homePageUrl, base } = page;
  const nextUrl = safeUrl(page.nextUrl, base);
  return {
    ...settle(
      {
        title,
        description,
        homePageUrl: homePageUrl as string,
        // A page that is its own next page would never end.
        nextUrl: nextUrl === safeUrl(options.url) ? undefined : nextUrl,
      },
      base,
    ),
    papers: [...papers.values()],
    skippedCount,
    format: format.name,
    fetchedAt: options.fetchedAt,
  };
}

/** What a document is instead of a feed, for developers: its shape, and what it says when it is an error message. */
function describeFound(document: unknown): string {
  const { list, path } = findList(document) ?? {};
  const says = pick(document, 'error message detail');
  return (
    describe(document) +
    (list?.length ? `; ${path}[0] is ${describe(list[0])}` : '') +
    (typeof says === 'string' ? `; it says "${says.slice(0, 300)}"` : '')
  );
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return isObject(value)
    ? `an object with the keys ${JSON.stringify(Object.keys(value).slice(0, 8)).slice(0, 200)}`
    : `${typeof value} ${JSON.stringify(value)?.slice(0, 60)}`;
}
