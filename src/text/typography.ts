/** Typewriter's quotes, dashes and ties, as printed. Patterns begin with the sign and look back, which is faster than to look ahead everywhere. */

/** Two signs, and `''like this''` as well. */
const OPENING_QUOTE = /``(?=\S)|''(?<![^\s([{]'')(?=[\p{L}\p{N}\\\ue000-\uf8ff])/gu;
const CLOSING_QUOTE = /''(?<=\S'')(?![\p{L}\p{N}])/gu;
/** Between words or between spaces; a `--flag` has a space on one side. */
const DASH = /--(?<=[^\s([{<"'`=!-]--)-?(?=[^\s>=)\]},.;:!-])|--(?<=\s--)-?(?=\s)/g;
/** After a word; not before a number as in `~5%`, nor between numbers as in `3~5`. */
const TIE = /~(?:(?<=[^\s([~/]~)(?=[a-z(\\\ue000-\uf8ff])|(?<=[a-z.,]~)(?=\d))/gi;

export function typeset(draft: string): string {
  return draft
    .replace(OPENING_QUOTE, '“')
    .replace(CLOSING_QUOTE, '”')
    .replace(DASH, (hyphens) => (hyphens[2] ? '—' : '–'))
    .replace(TIE, ' ');
}
