// @ts-check
/** What must be shown of a string, worked out character by character, apart from the library. */

const named = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' }),
);
for (const [name, sign] of Object.entries({ hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' })) {
  named.set(name, sign);
}

/** Whether a character has no place in a text: it turns the text around it, or nobody can see it. */
function isUnwanted(/** @type {number} */ code) {
  const ranges = [
    [0xd800, 0xdfff],
    [0x202a, 0x202e],
    [0x2066, 0x2069],
    [0xfeff, 0xfeff],
    [0xe0000, 0xe007f],
  ];
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return (
    ranges.some(([from = 0, to = 0]) => code >= from && code <= to) ||
    (isControl && !/\s/.test(String.fromCodePoint(code)))
  );
}

/** Entities decoded once, what is unwanted left out, white space single: a blank line is `gap`. */
function normal(/** @type {string} */ string, /** @type {string} */ gap) {
  const decoded = string.replaceAll(/&(?:#(\d{1,8})|#x([\da-f]{1,8})|(\w+));/gi, (all, ten, hex, name) => {
    const code = ten ? parseInt(ten, 10) : hex ? parseInt(hex, 16) : undefined;
    if (code === undefined) return named.get(name) ?? all;
    return code > 0x10ffff ? all : String.fromCodePoint(code);
  });
  let text = '';
  let lineCount = 0;
  let isSpaced = false;
  for (const character of decoded) {
    if (isUnwanted(/** @type {number} */ (character.codePointAt(0)))) continue;
    if (/\s/.test(character)) {
      isSpaced = true;
      if (character === '\n') lineCount += 1;
      continue;
    }
    if (isSpaced && text) text += lineCount > 1 ? gap : ' ';
    [isSpaced, lineCount] = [false, 0];
    text += character;
  }
  return text;
}

/** What must be shown of a string in a one-line field. `undefined` when there is nothing to see. */
export function normalLine(/** @type {string} */ string) {
  const line = normal(string.slice(0, 1_000), ' ');
  return [...line].some((character) => !/[\p{Cf} ]/u.test(character)) ? line : undefined;
}

/** The same of a field of paragraphs. */
export const normalText = (/** @type {string} */ string) => normal(string.slice(0, 20_000), '\n\n') || undefined;
