/** The gate that every address from a feed passes before it reaches a link, an image or a form. */

const MAX_LENGTH = 2048;

/**
 * The absolute http(s) form of an address, or `undefined` when it must not be used.
 *
 * Refused: anything but a string, over 2,048 characters, unparsable, another scheme than http(s), user name or password.
 * The parsed form is what must be used: the WHATWG URL parser removes the control characters that hide a scheme.
 *
 * @param base address that relative input is resolved against; without it relative input is refused
 */
export function safeUrl(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  let url: URL;
  try {
    url = new URL(value, base);
  } catch {
    return undefined;
  }
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  return isHttp && !url.username && !url.password && url.href.length <= MAX_LENGTH ? url.href : undefined;
}
