/** What a reader looks for, and text in the form in which it is looked for. */

/**
 * Left out: diacritics of Latin, Greek, Cyrillic, Hebrew and Arabic, the Arabic stretching sign, invisible characters, and
 * the signs that TeX leaves. Vowel signs of other scripts are letters of their own.
 */
const IGNORED = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u2060\\{}$^_]/g;

/** Letters that Unicode does not take apart, and signs with several forms, each before what it is compared as. */
const PAIRS = `øođdðdłlıiςσيیىیكک‘'’'“"”"„"`;

/** Text in the form that searching compares: without case, diacritics and other differences of spelling. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(IGNORED, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[øđðłıςيىك‘’“”„]/g, (character) => PAIRS[PAIRS.indexOf(character) + 1]!)
    .replaceAll('ß', 'ss')
    .replace(/[æœ]/g, (character) => (character === 'æ' ? 'ae' : 'oe'));
}

/** The words and `"phrases"` of a query, folded; a paper must have them all, in any order. */
export function searchTerms(query: string): readonly string[] {
  const terms = foldText(query).matchAll(/"([^"]*)"?|[^\s"]+/g);
  return [...new Set([...terms].map(([term, phrase = term]) => phrase.trim().replace(/\s+/g, ' ')))].filter(Boolean);
}
