/** Which addresses may be asked at all. Refusals come before any request, because browsers would not say why. */
import { FeedError } from './feed-error.js';

/** Whether a host is this very machine: needs no network, and browsers trust it like https. */
export const isLoopback = ({ hostname }: URL): boolean => /^(127\.[\d.]+|\[::1\]|(.+\.)?localhost)$/.test(hostname);

/**
 * The absolute address to ask, without its fragment.
 *
 * @param value relative addresses are resolved against the page, where there is one
 * @param pageProtocol for tests; default: that of the page
 * @throws {FeedError} code `mixed-content` for http on an https page, else code `network`
 */
export function requestAddress(value: string | URL, pageProtocol = globalThis.location?.protocol): URL {
  // `<img name="baseURI">` in the page puts an image in the place of the address.
  const base: unknown = globalThis.document?.baseURI;
  let url: URL | undefined;
  try {
    url = new URL(value, typeof base === 'string' ? base : undefined);
  } catch {
    // Refused below, like all that is no address of the web.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    const hint = url?.protocol === 'file:' ? ' Open the page through a web server.' : '';
    throw new FeedError('network', `${url ?? value} is not an http(s) address without password.${hint}`);
  }
  if (pageProtocol === 'https:' && url.protocol === 'http:' && !isLoopback(url)) {
    throw new FeedError('mixed-content', `${url} is blocked: this page is https, so the feed must be https too.`);
  }
  url.hash = '';
  return url;
}
