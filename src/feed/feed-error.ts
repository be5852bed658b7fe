/** The one error that the data layer throws. */

/**
 * What went wrong with a feed.
 *
 * - `network`: no answer: offline, connection refused, or the server does not allow this page (CORS); browsers do not tell these apart
 * - `timeout`: the answer was not complete within the time limit
 * - `too-large`: the answer was longer than the byte limit
 * - `http`: the server answered with an error status, see `FeedError.status`
 * - `parse`: the answer is not JSON
 * - `format`: the answer is JSON, but no list of papers
 * - `csp`: the page's Content Security Policy forbids the request
 * - `mixed-content`: an http feed on an https page
 */
export type FeedErrorCode = 'network' | 'timeout' | 'too-large' | 'http' | 'parse' | 'format' | 'csp' | 'mixed-content';

/** Why a feed could not be had. `message` is for developers: what was expected, what was found, what to do. */
export class FeedError extends Error {
  declare readonly name: 'FeedError';
  readonly code: FeedErrorCode;
  /** HTTP status, for code `http`. */
  readonly status?: number;
  /** How long the server asked to wait, in milliseconds, where it said so (`Retry-After`). */
  readonly retryAfterMs?: number;

  static {
    // Not by assigning, which fails where a page has frozen what all errors have in common.
    Object.defineProperty(this.prototype, 'name', { value: 'FeedError', writable: true });
  }

  constructor(
    code: FeedErrorCode,
    message: string,
    options: ErrorOptions & { status?: number; retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    if (options.status !== undefined) this.status = options.status;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }
}
