/** One request: an address in; out comes the text of the answer, or a FeedError that says why there is none. */
import { aborted } from '../shared/aborted.js';
import { watchPolicy } from '../shared/policy-report.js';
import { FeedError, type FeedErrorCode } from './feed-error.js';

/** What one request may cost. */
export interface RequestLimits {
  /** For the whole answer, headers and body, in milliseconds. */
  readonly timeoutMs: number;
  /** Length of the body after decompression. */
  readonly maxBytes: number;
}

/** A complete answer. */
export interface Answer {
  readonly text: string;
  /** Where it came from in the end, after redirects. */
  readonly url: string;
}

/**
 * Asks once. A "simple" request on purpose: any header of our own would make browsers ask permission first (preflight),
 * which static hosts refuse; no referrer goes out, and cookies only to the page's own host, as with every file of the
 * page: feeds behind a login work, and a `<link rel="preload" as="fetch" crossorigin>` is used instead of asked again.
 *
 * @throws {FeedError} any code but `parse`, `format` and `mixed-content`; the signal's reason when that aborts
 */
export async function fetchText(url: URL, limits: RequestLimits, signal: AbortSignal): Promise<Answer> {
  const { timeoutMs, maxBytes } = limits;
  const fail = (code: FeedErrorCode, what: string, details?: ConstructorParameters<typeof FeedError>[2]) =>
    new FeedError(code, `${url} ${what}`, details);
  // One clock for headers and body: a timer that stops when the headers arrive does not end a body that trickles.
  const timeout = AbortSignal.timeout(timeoutMs);
  const ended = AbortSignal.any([signal, timeout]);
  const end = aborted(ended);
  const isBlocked = watchPolicy('connect-src', url.href, signal);
  let response: Response | undefined;
  try {
    // As a text: wrappers of consent and analytics scripts know texts and `Request`, but not `URL`.
    const asking = fetch(url.href, { credentials: 'same-origin', referrerPolicy: 'no-referrer', signal: ended });
    response = await Promise.race([asking, end]);
    const { ok, status, headers } = response;
    // What is left of a body needs no end of its own: the caller's signal aborts when the request has been dealt with.
    if (!ok) throw fail('http', `answered with status ${status}.`, { status, retryAfterMs: retryAfterMs(headers) });
    const text = await Promise.race([readText(response, maxBytes), end]);
    if (text === undefined) throw fail('too-large', `is longer than ${maxBytes} bytes.`);
    return { text, url: response.url || url.href };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FeedError) throw error;
    if (timeout.aborted) throw fail('timeout', `did not answer completely within ${timeoutMs} ms.`);
    if (response) throw fail('network', 'broke off in the middle of its answer.', { cause: error });
    throw (await isBlocked())
      ? fail('csp', `is blocked by this page's Content Security Policy. Add to it: connect-src ${url.origin}`)
      : fail(
          'network',
          'cannot be read: the server is out of reach, or does not send the header Access-Control-Allow-Origin (CORS).',
          { cause: error },
        );
  }
}

/** The body as UTF-8 without byte order mark, or `undefined` as soon as it proves too long. */
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const { body } = response;
  // What stands in for `fetch` may know of no streams.
  if (!body) {
    const text = await response.text();
    return text.length > maxBytes ? undefined : text;
  }
  // Without options WebKit reads `mode` from what all objects have in common, where a page may have put one.
  const reader = body.getReader({ mode: undefined }) as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size <= maxBytes;) {
    const chunk = (await reader.read()).value;
    // Not `blob.text()`, which takes UTF-16 in one browser and not in others.
    if (!chunk) return new TextDecoder().decode(await new Blob(chunks).arrayBuffer());
    chunks.push(chunk);
    size += chunk.length;
  }
  return undefined;
}

/** `Retry-After`, in seconds or as a date. Pages can read it only where the server exposes it. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  return Math.max(0, Number(value) * 1000 || Date.parse(value) - Date.now()) || undefined;
}
