/** One request for all who want the same at the same time: a page with 1,000 elements and one address asks once. */
import type { LoadedFeed } from './feed-cache.js';

interface SharedRequest {
  readonly answer: Promise<LoadedFeed>;
  readonly controller: AbortController;
  callerCount: number;
}

/** Requests under way, by key. */
const underWay = new Map<string, SharedRequest>();

/**
 * Joins the request under way for this key, or starts one.
 *
 * A caller who aborts gets its signal's reason at once; the request itself is aborted when no caller is left.
 *
 * @param start its signal aborts when nobody waits any more, and also, to tidy up, after the request has ended
 * @param signal the caller's, not aborted yet
 */
export function shareRequest(
  key: string,
  start: (signal: AbortSignal) => Promise<LoadedFeed>,
  signal: AbortSignal | undefined,
): Promise<LoadedFeed> {
  const request = underWay.get(key) ?? startRequest(key, start);
  request.callerCount++;
  return new Promise((resolve, reject) => {
    request.answer.then(resolve, reject);
    signal?.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
        request.callerCount--;
        // Not yet: an element that moves within the page leaves and joins again in the same task.
        queueMicrotask(() => {
          if (!request.callerCount) endRequest(key, request);
        });
      },
      { signal: request.controller.signal },
    );
  });
}

function startRequest(key: string, start: (signal: AbortSignal) => Promise<LoadedFeed>): SharedRequest {
  const controller = new AbortController();
  const request = { answer: start(controller.signal), controller, callerCount: 0 };
  underWay.set(key, request);
  const end = () => endRequest(key, request);
  request.answer.then(end, end);
  return request;
}

function endRequest(key: string, request: SharedRequest): void {
  // A later request may have taken the key.
  if (underWay.get(key) === request) underWay.delete(key);
  request.controller.abort();
}
