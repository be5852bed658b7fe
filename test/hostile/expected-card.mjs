// @ts-check
/** What a card full of attacks must show of a paper: its texts, and no more links than the paper has addresses. */
import { textSegments } from '../../dist/text/segments.js';

/** @typedef {import('daily-papers/feed.js').Paper} Paper */
/** @typedef {import('./panel-driver.js').Shown} Shown */

/** Neither TeX nor addresses are in it: such a text is shown as it is. */
export const isPlain = (/** @type {string} */ text) => !/[\\$^_~{}`]|''|--|https?:|\dtimes/i.test(text);

/** @param {readonly any[]} segments @returns {string} */
const drawn = (segments) => segments.map((each) => (each.segments ? drawn(each.segments) : each.text)).join('');

export const drawnText = (/** @type {string} */ text) => drawn(textSegments(text)).trim();

/** What a card must show of a paper; what is missing is not a key. @returns {Omit<Shown, 'links' | 'pictures'>} */
export function expectedOf(/** @type {Paper} */ paper) {
  const { title, abstract = '', aiSummary = '', authors, authorCount = 0, organization, submitter, keywords } = paper;
  // Names of a right-to-left script are isolated where they stand in one line with others.
  const names = authors.map(({ name }) => name).join(', ');
  const moreCount = authorCount - authors.length;
  return withoutGaps({
    title: drawnText(title),
    // Its paragraphs are elements of their own.
    abstract: drawnText(abstract).replaceAll('\n\n', '') || undefined,
    summary: drawnText(aiSummary) || undefined,
    authors: (moreCount && names ? `${names}, +${moreCount} more` : names) || undefined,
    organization: organization?.name,
    submitter: submitter && `Submitted by ${submitter}`,
    keywords: keywords.slice(0, 8),
  });
}

/** @template {object} T @param {T} value @returns {T} */
export const withoutGaps = (value) => JSON.parse(JSON.stringify(value));

export const withoutIsolates = (/** @type {string | undefined} */ text) =>
  text?.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');

/** The addresses in a piece of text, and in those inside it. @param {any} segment @returns {string[]} */
const linkedBy = ({ url, segments = [] }) => [...(url ? [url] : []), ...segments.flatMap(linkedBy)];

/** The addresses that a card must link to, in its order: no link of the row below leads where the title does. */
export function linksOf(/** @type {Paper} */ paper) {
  const { url, pdfUrl, codeUrl, projectUrl, discussionUrl, arxivId, organization } = paper;
  const arxivUrl = arxivId && `https://arxiv.org/abs/${arxivId}`;
  const row = [pdfUrl, codeUrl, projectUrl, arxivUrl, discussionUrl].filter((each) => each !== url);
  return [url, organization?.url, ...row].filter((each) => each !== undefined);
}

/** The same of a card full of texts, which may hold addresses. */
export function allLinksOf(/** @type {Paper} */ paper) {
  const { abstract = '', aiSummary = '' } = paper;
  return new Set([...linksOf(paper), ...[abstract, aiSummary].flatMap(textSegments).flatMap(linkedBy)]);
}

/** Whether an address is of the web, without user and password. */
export function isWeb(/** @type {string} */ href) {
  const { protocol, username, password } = new URL(href);
  return /^https?:$/.test(protocol) && !username && !password;
}
