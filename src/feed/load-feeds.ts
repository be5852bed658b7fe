/** Several addresses in one list: what answers is shown, what does not is named. */
import type { FeedError } from './feed-error.js';
import { loadFeed, type LoadOptions } from './load-feed.js';
import { mergeFeeds } from './merge-feeds.js';
import type { Feed } from './model.js';

/** A source that is missing from a merged feed. */
export interface FeedFailure {
  readonly url: string;
  readonly error: FeedError;
}

/** What several sources gave together. */
export interface LoadedFeeds {
  /** Of a single address, its feed as it is. */
  readonly feed: Feed;
  /** The sources that failed, in the order of the addresses. */
  readonly failures: readonly FeedFailure[];
}

/**
 * Loads several feeds at once and merges them; waits for the slowest.
 *
 * @throws {FeedError} that of the first address, when all fail; the signal's reason when that aborts
 */
export async function loadFeeds(urls: readonly (string | URL)[], options?: LoadOptions): Promise<LoadedFeeds> {
  const outcomes = await Promise.allSettled(urls.map((url) => loadFeed(url, options)));
  options?.signal?.throwIfAborted();
  // A set, because an address named twice gives the same feed twice.
  const feeds = new Set<Feed>();
  const failures: FeedFailure[] = [];
  outcomes.forEach((outcome, index) => {
    if (outcome.status === 'fulfilled') feeds.add(outcome.value);
    else failures.push({ url: String(urls[index]), error: outcome.reason as FeedError });
  });
  const [feed, another] = feeds;
  const [failure] = failures;
  if (!feed && failure) throw failure.error;
  return { feed: feed && !another ? feed : mergeFeeds([...feeds]), failures };
}
