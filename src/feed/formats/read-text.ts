/** Makes clean plain text of what feeds hold in text fields. Every step is linear in the length of its input. */
import { cleanLine, cleanText } from '../../shared/clean-text.js';

const MAX_LINE_LENGTH = 1_000;
/** Of an abstract; whole articles stand in the content of some feeds. */
export const MAX_TEXT_LENGTH = 20_000;

/** A title, name or other one-line text; numbers are written out. `undefined` when there is nothing to see in it. */
export function readLine(value: unknown): string | undefined {
  if (typeof value === 'number') value = String(value);
  if (typeof value !== 'string') return undefined;
  const line = cleanLine(decodeEntities(value.slice(0, MAX_LINE_LENGTH)));
  return /[^\p{Cf} ]/u.test(line) ? line : undefined;
}

/** An abstract: lines are joined, blank lines stay as paragraph breaks (`\n\n`). */
export function readText(value: unknown): string | undefined {
  return (typeof value === 'string' && cleanText(decodeEntities(value.slice(0, MAX_TEXT_LENGTH)))) || undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/**
 * Decodes, once, numeric entities and the named ones that feeds hold; any other stays as it is. Plain fields hold them
 * too: blogs escape all that they write.
 */
function decodeEntities(text: string): string {
  return text.replace(/&(#x?)?([a-z\d]{1,8});/gi, (entity, numeric: string | undefined, name: string) => {
    if (!numeric) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : entity;
    const code = Number(numeric[1] ? `0x${name}` : name);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
