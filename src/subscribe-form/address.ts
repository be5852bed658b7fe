/** What is an e-mail address: what the browser itself takes for one, after a little help. */

/** RFC 5321 leaves no room for more between `<` and `>`. */
const MAX_LENGTH = 254;

/**
 * The address as it is sent: without white space around it and zero-width characters in it, which come with pasting,
 * and with an international domain in its ASCII form, which is what browsers and services take.
 */
export function normalizeAddress(typed: string): string {
  const address = typed.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
  const [, name, domain = ''] = /^(.*@)([^\s:@]+)$/.exec(address) ?? [];
  if (!/[^\0-\x7f]/.test(domain)) return address;
  try {
    const { hostname, href } = new URL(`http://${domain}`);
    // The URL parser takes more than domains: `domain/path`.
    if (href === `http://${hostname}/`) return name + hostname;
  } catch {
    // No domain either; the browser's check will say so.
  }
  return address;
}

/** The HTML standard's rule, as the browser applies it to any `<input type="email">`, plus the limit in length. */
export function isAddress(address: string): boolean {
  const input = document.createElement('input');
  input.type = 'email';
  input.value = address;
  return !!address && address.length <= MAX_LENGTH && input.validity.valid;
}

/** Allowed, but rarely meant: `name@localhost`. */
export const isDotless = (address: string): boolean => isAddress(address) && !/@.*\./.test(address);
