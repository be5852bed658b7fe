/** The one door to the network: an address in; out comes a feed, or a FeedError that says what to do. */
import { attempt, type CacheName, keepFeed, keptFeed, type LoadedFeed } from './feed-cache.js';
import { FeedError } from './feed-error.js';
import { type Answer, fetchText } from './fetch-text.js';
import { type FormatChoice, parseFeed, type PeriodQuery, requestUrl } from './formats/index.js';
import type { Feed } from './model.js';
import { isLoopback, requestAddress } from './request-address.js';
import { withRetries } from './retry.js';
import { shareRequest } from './shared-requests.js';

export type { CacheName };

/** Which feed is meant, besides its address, and where its last good answer is kept. */
export interface FeedQuery {
  /** Default: `auto`, found out from the document. */
  readonly format?: FormatChoice;
  /** Ignored by sources that know no periods. */
  readonly period?: PeriodQuery;
  /** Default: `memory`, which stores nothing on the visitor's device. */
  readonly cache?: CacheName;
}

/** How to load a feed. When calls share a request, the limits of the first one hold. */
export interface LoadOptions extends FeedQuery {
  readonly signal?: AbortSignal;
  /** For each attempt, headers and body together, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Length of the answer, decompressed. Default: 2,000,000. */
  readonly maxBytes?: number;
  /** Attempts after the first, made only when the failure can pass. Default: 3. */
  readonly retries?: number;
}

/**
 * Loads a feed. Equal calls at the same time share one request.
 *
 * Nothing is asked while the page is hidden, nor again while the browser is offline: it goes on when that has passed.
 *
 * @param url relative addresses are resolved against the page, where there is one
 * @throws {FeedError} when there is no feed to be had; the signal's reason when that aborts
 */
export async function loadFeed(url: string | URL, options: LoadOptions = {}): Promise<Feed> {
  const { signal, timeoutMs = 10_000, maxBytes = 2_000_000, retries = 3, cache = 'memory' } = options;
  signal?.throwIfAborted();
  const { address, key } = identify(url, options);
  const request = async (common: AbortSignal): Promise<LoadedFeed> => {
    const answer = await fetchText(address, { timeoutMs, maxBytes }, common);
    return { ...answer, feed: parse(answer, new Date().toISOString(), options) };
  };
  const loaded = await shareRequest(
    key,
    (common) => withRetries(() => request(common), retries, common, !isLoopback(address)),
    signal,
  );
  keepFeed(key, loaded, cache);
  return loaded.feed;
}

/**
 * The last good answer to the same question, without asking: from this page, else from the storage that `cache` names,
 * there at most 24 hours old. Its `fetchedAt` says how old it is. `undefined` when there is none.
 */
export function cachedFeed(url: string | URL, query: FeedQuery = {}): Feed | undefined {
  // An address that must not be asked has no answer either.
  return attempt(() =>
    keptFeed(identify(url, query).key, query.cache ?? 'memory', (answer, fetchedAt) => parse(answer, fetchedAt, query)),
  );
}

function identify(url: string | URL, { format = 'auto', period }: FeedQuery): { address: URL; key: string } {
  const address = new URL(requestUrl(requestAddress(url).href, period, format));
  return { address, key: `${format} ${address}` };
}

function parse({ url, text }: Answer, fetchedAt: string, { format }: FeedQuery): Feed {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const found = text.trimStart().startsWith('<') ? 'a web page or XML (an RSS feed?)' : (error as Error).message;
    throw new FeedError('parse', `${url} is not JSON: ${found}`);
  }
  try {
    return parseFeed(document, { url, fetchedAt, format });
  } catch (cause) {
    throw new FeedError('format', `${url}: ${(cause as Error).message}`, { cause });
  }
}
