/** What a feed element asks for, and whether two questions are the same. */
import type { CacheName } from '../feed/feed-cache.js';
import { FeedError } from '../feed/feed-error.js';
import { type FormatChoice, parseFeed } from '../feed/formats/index.js';
import { cachedFeed, type FeedQuery } from '../feed/load-feed.js';
import { mergeFeeds } from '../feed/merge-feeds.js';
import type { Feed } from '../feed/model.js';
import type { PeriodView } from './period-view.js';

const DEFAULT_SRC = 'https://huggingface.co/api/daily_papers';

/** What to load; two equal questions are not asked twice. */
export interface FeedQuestion extends FeedQuery {
  /** Absolute addresses of the feed, or of several that make one list; none where the page sets its feed itself. */
  readonly urls: readonly string[];
  /** The feed itself, written into the page; wins over `urls` until a reload, or another question. */
  readonly inlineJson?: string;
  /** What relative addresses in the inline feed are resolved against. */
  readonly base?: string;
}

interface QuestionHost extends HTMLElement {
  readonly src?: string;
  readonly format?: FormatChoice;
  readonly cache?: CacheName;
}

/**
 * The question as a panel's attributes and children put it now.
 *
 * @param isGiven whether the page has set the feed itself
 * @returns `undefined` while the page is not yet complete enough to tell
 */
export function questionOf(host: QuestionHost, periods: PeriodView, isGiven: boolean): FeedQuestion | undefined {
  const { src, cache, baseURI: base } = host;
  // WordPress puts paragraphs around what stands alone.
  const inlineJson =
    host.querySelector(':is(:scope, :scope > p) > script[type="application/json"]')?.textContent ?? undefined;
  // Without `src` an inline feed may still be on its way: asking the default source now would be wrong.
  if (inlineJson === undefined && src === undefined && !isGiven && document.readyState === 'loading') return undefined;
  const written = src?.trim().split(/\s+/).filter(Boolean) ?? [];
  const urls = written.length || inlineJson !== undefined || isGiven ? written : [DEFAULT_SRC];
  const format = host.format === 'auto' ? undefined : host.format;
  return {
    // The element's own base: `<img name="baseURI">` in the page puts an image in the place of the document's.
    urls: urls.map((url) => (URL.canParse(url, base) ? new URL(url, base).href : url)),
    inlineJson,
    base,
    format,
    cache,
    period: periods.question(urls, format, base),
  };
}

/** Whether two questions ask for the same list, whatever the period. */
export const isSameList = (a: FeedQuestion, b: FeedQuestion | undefined): boolean =>
  a.inlineJson === b?.inlineJson && a.format === b?.format && a.urls.join(' ') === b?.urls.join(' ');

/** Whether two questions ask for the same period. */
export const isSamePeriod = (a: FeedQuery['period'], b: FeedQuery['period']): boolean =>
  a?.period === b?.period && a?.at === b?.at;

/** The last good answer, shown while the present one is on its way. Of several sources all or none. */
export function cachedAnswer(question: FeedQuestion): Feed | undefined {
  if (question.inlineJson !== undefined) return undefined;
  const feeds = question.urls.map((url) => cachedFeed(url, question)).filter((feed) => feed !== undefined);
  if (feeds.length < question.urls.length) return undefined;
  return feeds.length > 1 ? mergeFeeds(feeds) : feeds[0];
}

/**
 * The feed that is written into the page.
 *
 * @throws {FeedError} code `parse` or `format`
 */
export function parseInline({ inlineJson = '', format, base }: FeedQuestion): Feed {
  let document: unknown;
  try {
    document = JSON.parse(inlineJson);
  } catch (cause) {
    const message = `The <script type="application/json"> inside <paper-feed> is not JSON: ${String(cause)}`;
    throw new FeedError('parse', message, { cause });
  }
  // A prerendered panel has its papers as JSON Feed, whatever `format` its source has.
  const { version } = (document ?? {}) as { version?: unknown };
  return parseFeed(document, { fetchedAt: new Date().toISOString(), format: version ? undefined : format, url: base });
}
