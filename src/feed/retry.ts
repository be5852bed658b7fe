/** Asks again after failures that can pass, at a pace that helps a struggling server. */
import { aborted } from '../shared/aborted.js';
import { FeedError } from './feed-error.js';

const BASE_WAIT_MS = 1000;
const MAX_WAIT_MS = 30_000;
/** A server that asks for more is not asked again: the reader has a button, and the error says how long. */
const MAX_RETRY_AFTER_MS = 5 * 60_000;

/**
 * Runs an attempt, and again after failures that can pass; rejects with the last failure.
 *
 * Nothing starts while the page is hidden, nor again while the browser is offline.
 *
 * @param retries attempts after the first
 * @param needsNetwork whether "offline" matters
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  retries: number,
  signal: AbortSignal,
  needsNetwork: boolean,
): Promise<T> {
  let hasTimedOut = false;
  for (let failures = 0; ; failures++) {
    // "Offline" is no reason not to try once: a service worker or the browser's cache may have the answer.
    await untilActive(signal, needsNetwork && failures > 0);
    try {
      return await attempt();
    } catch (error) {
      if (failures >= retries || !(error instanceof FeedError) || !canPass(error, hasTimedOut)) throw error;
      hasTimedOut ||= error.code === 'timeout';
      // Full jitter: pages that failed together must not come back together.
      const backOffMs = Math.random() * Math.min(MAX_WAIT_MS, BASE_WAIT_MS * 2 ** failures);
      await sleep(Math.max(backOffMs, error.retryAfterMs ?? 0), signal);
    }
  }
}

function canPass({ code, status = 0, retryAfterMs = 0 }: FeedError, hasTimedOut: boolean): boolean {
  return code === 'http'
    ? (status >= 500 || status === 408 || status === 429) && retryAfterMs <= MAX_RETRY_AFTER_MS
    : code === 'network' || (code === 'timeout' && !hasTimedOut);
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await abortable(signal, (resolve) => (timer = setTimeout(resolve, ms))).finally(() => clearTimeout(timer));
}

/** Resolves when the page is visible and, if wanted, online; at once where there is no page. */
async function untilActive(signal: AbortSignal, mustBeOnline: boolean): Promise<void> {
  // Compared with a word, because `<img name="visibilityState">` puts an image in its place.
  while (
    globalThis.document?.visibilityState === 'hidden' ||
    (mustBeOnline && globalThis.navigator?.onLine === false)
  ) {
    await abortable(signal, (resolve) => {
      for (const event of ['visibilitychange', 'online']) addEventListener(event, resolve, { once: true, signal });
    });
  }
}

async function abortable(signal: AbortSignal, start: (resolve: () => void) => void): Promise<void> {
  signal.throwIfAborted();
  await Promise.race([new Promise<void>(start), aborted(signal)]);
}
