/** Addresses in running text: where they begin and end, and what they are called. */
import { safeUrl } from '../shared/safe-url.js';
import { finish, textOf } from './draft.js';
import type { Segment } from './segment.js';
import { shortAddress } from './short-address.js';

/** `\url{…}`, the first half of `\href{…}{label}`, and `<…>` */
const WRAPPED = /(?:\\?\b(?:url|href)\{ ?|<)(https?:[^\s<>{}]+) ?[}>]/gi;
/**
 * An address ends at a space, at Chinese and Japanese characters, before a bracket that it did not open and before the full
 * stop of its sentence. A label may follow in braces.
 */
const ADDRESS =
  /(https?:\/\/(?:[^\s<>"{}|\\^`$()\u3000-\u9fff\uff00-\uffef]|\([^\s<>"{}|\\^`$()\u3000-\u9fff\uff00-\uffef]*\))+(?<![.,;:!?'"*\]’”»]))(?:\{([^{}]*)\})?/gi;

/** The draft with its addresses as link segments. What is no http(s) address stays text. */
export function readLinks(draft: string, finished: Segment[]): string {
  return draft.replace(WRAPPED, '$1').replace(ADDRESS, (all: string, address: string, label?: string) => {
    const url = safeUrl(textOf(finished, address));
    if (!url) return all;
    const text = label && !/^https?:/.test(label) ? textOf(finished, label) : shortAddress(url);
    return finish(finished, { kind: 'link', text, url });
  });
}
