/** Takes out of text what nobody can see and what harms the text around it. */

/**
 * What has no place in text: lone surrogates, controls that override or isolate direction (unbalanced, they turn the
 * rest of the page round), byte order marks, invisible tag characters, and C0, DEL, C1 but for white space.
 * The joiners U+200C and U+200D stay: Persian spelling and emoji need them.
 */
const UNWANTED = /[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|(?!\s)\p{Cc}/gu;

/** White space but a single plain space, which is most of it and needs no work. */
const SPACES = /\s{2,}|[^\S ]/g;

/** Whether there could be anything to clean; most texts need none, and asking is cheaper. */
const needsCleaning = (text: string) => /[^!-~ ]|^ | {2}| $/.test(text);

/** Text in one line: invisible controls removed, white space single. Linear in its length. */
export function cleanLine(text: string): string {
  return needsCleaning(text) ? text.replace(UNWANTED, '').replace(SPACES, ' ').trim() : text;
}

/** Text in paragraphs: as `cleanLine`, but a blank line stays one (`\n\n`). Hard wraps go. */
export function cleanText(text: string): string {
  if (!needsCleaning(text)) return text;
  return text
    .replace(UNWANTED, '')
    .replace(SPACES, (space) => (space.indexOf('\n') < space.lastIndexOf('\n') ? '\n\n' : ' '))
    .trim();
}
