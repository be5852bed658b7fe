/** What can be found of a paper: its texts in the form that searching compares, made once per paper. */
import { nextTask } from '../shared/next-task.js';
import { plainText } from '../text/plain-text.js';
import { foldText } from '../text/search-terms.js';
import type { Paper } from './model.js';

const texts = new WeakMap<Paper, string>();

/** Title, abstract, authors, organization, keywords, venue and arXiv id, folded; lines keep phrases from crossing over. */
export function searchText(paper: Paper): string {
  let text = texts.get(paper);
  if (text === undefined) {
    const { title, abstract = '', authors, organization, keywords, arxivId, venue } = paper;
    const lines = [
      plainText(title),
      plainText(abstract),
      ...authors.map((author) => (author.hidden ? '' : author.name)),
      organization?.name,
      organization?.handle,
      ...keywords,
      arxivId,
      venue,
    ];
    texts.set(paper, (text = foldText(lines.join('\n'))));
  }
  return text;
}

/** How long the preparation may keep the page from answering, in milliseconds. */
const SLICE_MS = 8;

/**
 * Makes the texts beforehand, a slice at a time, so that nobody is held up by those of 10,000 papers.
 *
 * @returns what resolves when all are made, or nobody wants them; `undefined` when the first slice was enough
 */
export function prepareSearch(papers: readonly Paper[], isWanted: () => boolean, start = 0): Promise<void> | undefined {
  const until = performance.now() + SLICE_MS;
  for (let index = start; index < papers.length; index++) {
    const paper = papers[index]!;
    // Not counted, so that it stays ready on a slow processor too.
    if (texts.has(paper)) continue;
    searchText(paper);
    if (performance.now() < until) continue;
    return nextTask().then(() => (isWanted() ? prepareSearch(papers, isWanted, index) : undefined));
  }
  return undefined;
}

/**
 * A test for "has any of these", as `include` and `exclude` want it; `undefined` when the list is empty.
 *
 * @param list words or phrases separated by `;`, or by `,` where there is no `;`. They are found as whole words, plurals in
 * `s` included; with `*` at the end, as beginnings of words: `robot*` finds robotics.
 */
export function anyOf(list?: string | null): ((paper: Paper) => boolean) | undefined {
  // Null is what an attribute leaves behind that has been removed.
  if (!list) return undefined;
  const terms = foldText(list)
    .split(list.includes(';') ? ';' : ',')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .map((term) => term.replace(/\W/g, '\\$&').replace(/\\\*$|(?<=[a-z\d])$/, (end) => (end ? '' : 's?(?![a-z\\d])')));
  // No letter or digit before: Chinese and Japanese have no spaces between words, so only ours count.
  const pattern = new RegExp(`(?<![a-z\\d])(?:${terms.join('|')})`);
  return terms.length ? (paper) => pattern.test(searchText(paper)) : undefined;
}
