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

/** How to load several feeds. */
export interface LoadFeedsOptions extends LoadOptions {
  /**
   * Called once when some sources keep the others waiting for longer than `patienceMs`: with what has answered by then,
   * or with the first that answers after.
   */
  readonly onPartial?: (feed: Feed) => void;
  /** Milliseconds. Default: 1500. */
  readonly patienceMs?: number;
}

/**
 * Loads several feeds at once and merges them; waits for the slowest, whose attempts can take long: see `onPartial`.
 *
 * @throws {FeedError} that of the first address, when all fail; the signal's reason when that aborts
 */
export async function loadFeeds(urls: readonly (string | URL)[], options: LoadFeedsOptions = {}): Promise<LoadedFeeds> {
  const { signal, onPartial, patienceMs = 1500 } = options;
  // A set, because an address named twice gives the same feed twice.
  const arrived = new Set<Feed>();
  const loading = urls.map(async (url) => {
    const feed = await loadFeed(url, options);
    arrived.add(feed);
    return feed;
  });
  const outcome = Promise.allSettled(loading);
  if (onPartial && urls.length > 1) {
    let isOver = false;
    void outcome.then(() => (isOver = true));
    void Promise.all([sleep(patienceMs), Promise.any(loading)]).then(
      () => isOver || signal?.aborted || onPartial(joined(arrived)),
      () => undefined, // all have failed: that is the outcome
    );
  }
  const outcomes = await outcome;
  signal?.throwIfAborted();
  const failures = outcomes.flatMap((each, index) =>
    each.status === 'rejected' ? { url: String(urls[index]), error: each.reason as FeedError } : [],
  );
  const [failure] = failures;
  if (!arrived.size && failure) throw failure.error;
  // In the order of the addresses, not of the answers.
  const feeds = new Set(outcomes.flatMap((each) => (each.status === 'fulfilled' ? each.value : [])));
  return { feed: joined(feeds), failures };
}

function joined(feeds: ReadonlySet<Feed>): Feed {
  const [feed, another] = feeds;
  return feed && !another ? feed : mergeFeeds([...feeds]);
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
