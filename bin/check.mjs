// @ts-check
/** Loads a file or an address and writes the report on it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeFeed, FeedError, requestUrl } from 'daily-papers/feed.js';
import { explainSyntaxError } from './explain-syntax-error.mjs';
import { writeReport } from './write-report.mjs';

/** What a page reads too: `loadFeed` has the same limits. */
const MAX_BYTES = 2_000_000;
const TIMEOUT_MS = 10_000;
/** A page on another site than the feed; what it may read is what most pages may. */
const PAGE_ORIGIN = 'https://page.example';

/**
 * @typedef {{ format?: import('daily-papers/feed.js').ParseOptions['format'], all?: boolean, json?: boolean }} CheckOptions
 * @typedef {{ text: string, url: string, notes: string[] }} Loaded `url`: what relative addresses are resolved against
 */

/**
 * @param {string} source a file or an http(s) address
 * @param {CheckOptions} options
 * @returns {Promise<{ text: string, isShown: boolean }>}
 */
export async function checkFeed(source, options) {
  try {
    const { text, url, notes } = await (/^https?:/i.test(source) ? loadUrl(source, options) : loadFile(source));
    const fetchedAt = new Date().toISOString();
    const description = describeFeed(parse(text), { url, fetchedAt, format: options.format });
    const isShown = description.feed.papers.length > 0;
    if (options.json) return { text: JSON.stringify({ source, notes, ...description }, null, 2), isShown };
    return { text: writeReport(source, description, notes, options.all ?? false), isShown };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const { code, message } = error;
    const text = options.json
      ? JSON.stringify({ source, error: { code, message } }, null, 2)
      : `${source}: nothing can be shown (${code}).\n\n  ${message.replaceAll('\n', '\n  ')}`;
    return { text, isShown: false };
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(text));
  } catch (error) {
    throw new FeedError('parse', explainSyntaxError(text, /** @type {Error} */ (error)));
  }
}

/** @param {string} file @returns {Promise<Loaded>} */
async function loadFile(file) {
  let bytes;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new FeedError('network', `The file cannot be read: ${/** @type {Error} */ (error).message}`);
  }
  if (bytes.length > MAX_BYTES) throw tooLarge();
  // On the web a file has an address, so its relative addresses are good ones.
  const url = `https://your-site.example/${encodeURIComponent(basename(file))}`;
  return { text: decode(bytes), url, notes: [] };
}

/** @param {string} address @param {CheckOptions} options @returns {Promise<Loaded>} */
async function loadUrl(address, { format }) {
  const asked = requestUrl(new URL(address).href, undefined, format);
  const headers = { accept: '*/*', origin: PAGE_ORIGIN };
  /** @type {Response} */
  let response;
  let bytes;
  try {
    response = await fetch(asked, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    bytes = await readBytes(response);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    const { name, message, cause } = /** @type {Error} */ (error);
    if (name === 'TimeoutError')
      throw new FeedError('timeout', `No complete answer within ${TIMEOUT_MS / 1000} seconds.`);
    throw new FeedError('network', `No answer: ${cause instanceof Error ? cause.message || message : message}`);
  }
  const text = decode(bytes);
  if (!response.ok) {
    const says = /^\s*</.test(text) ? '' : `, and says ${text.slice(0, 300)}`;
    const message = `The server answered ${response.status} ${response.statusText}${says}`;
    throw new FeedError('http', message, { status: response.status });
  }
  return {
    text,
    url: response.url,
    notes: [...(asked === address ? [] : [`Asked: ${asked}`]), ...describeAccess(response)],
  };
}

/** @param {Response} response */
async function readBytes(response) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Which pages may read an answer. @param {Response} response */
function describeAccess({ headers, url }) {
  const { origin, protocol, hostname } = new URL(url);
  const allowed = headers.get('access-control-allow-origin');
  const notes = [];
  if (allowed === '*' || allowed === PAGE_ORIGIN) notes.push('Access: pages of every site can read it.');
  else {
    notes.push(
      `Access: only pages of ${allowed ?? origin} can read it. For others, its server must send the header Access-Control-Allow-Origin: *`,
    );
  }
  if (protocol === 'http:' && !/^(127\.|\[::1\]|localhost$)/.test(hostname)) {
    notes.push('Access: pages with https cannot read it, because its address begins with http.');
  }
  return notes;
}

function tooLarge() {
  return new FeedError(
    'too-large',
    `More than ${MAX_BYTES / 1e6} MB: pages do not read further. Offer fewer papers, or pages with next_url.`,
  );
}

/** As browsers do it. @param {Uint8Array} bytes */
function decode(bytes) {
  return new TextDecoder().decode(bytes);
}
