/** What became of promises, as values that tests can compare. */
import { FeedError } from '../../src/feed/feed-error.js';

/** The FeedError that a promise rejects with; anything else fails the test. */
export async function feedErrorOf(promise: Promise<unknown>): Promise<FeedError> {
  const error = await reasonOf(promise);
  if (error instanceof FeedError) return error;
  throw error;
}

/** What a promise rejects with; when it does not reject, the test fails. */
export async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`Expected a rejection, but got ${JSON.stringify(value)?.slice(0, 200)}`)),
    (reason: unknown) => reason,
  );
}
