/** Takes the tags out of HTML and JATS: a scanner, since the platform's parsers fetch, run, or are forbidden by policy. */
import { MAX_TEXT_LENGTH } from './read-text.js';

/** Elements that stand on lines of their own, in HTML and in JATS (the markup of journal abstracts). */
const BLOCK =
  /^(p|br|div|h\d|[uod]l|li|list-item|d[td]|t[rdh]|pre|section|article|blockquote|hr|figure|figcaption|title|sec)$/;

/** Elements whose content is not text. */
const SKIPPED = /^(script|style|template|svg)$/;

/**
 * Markup as plain text that still holds its entities: block elements become paragraph breaks, other tags nothing.
 * Linear in the length of the markup; ends when there is enough.
 */
export function stripTags(markup: unknown): string | undefined {
  if (typeof markup !== 'string') return undefined;
  let text = '';
  for (let at = 0; at < markup.length && text.length < MAX_TEXT_LENGTH;) {
    const open = indexOrEnd(markup, '<', at);
    // Line breaks of the source are no paragraphs: those come from tags alone.
    text += markup.slice(at, open).replace(/\s+/g, ' ');
    const [tag, closing, name] = /^<(\/?)(?:jats:)?([a-z][\w-]*|[!?/])/i.exec(markup.slice(open, open + 40)) ?? [];
    if (!tag) {
      text += markup.slice(open, open + 1);
      at = open + 1;
    } else if (markup.startsWith('<!--', open)) {
      at = indexOrEnd(markup, '-->', open) + 3;
    } else {
      at = endOfTag(markup, open);
      const element = name!.toLowerCase();
      if (BLOCK.test(element)) text += '\n\n';
      if (SKIPPED.test(element) && !closing) at = startOfClosingTag(markup, element, at);
    }
  }
  return text;
}

function indexOrEnd(markup: string, wanted: string, from: number): number {
  const at = markup.indexOf(wanted, from);
  return at < 0 ? markup.length : at;
}

/** Behind the `>` that closes a tag; one in quotes belongs to an attribute. */
function endOfTag(markup: string, open: number): number {
  let quote = '';
  for (let at = open; at < markup.length; at++) {
    const char = markup[at]!;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') return at + 1;
    else if (char === '"' || char === "'") quote = char;
  }
  // A quote that nothing closes is no quote. There are at most two of them, so this stays linear.
  return indexOrEnd(markup, '>', open) + 1;
}

function startOfClosingTag(markup: string, element: string, from: number): number {
  const closing = new RegExp(`</${element}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(markup)?.index ?? markup.length;
}
