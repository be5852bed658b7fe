// @ts-check
/** The report on a feed, for people: what it would show, and what cannot be shown. */

/** @import { FeedDescription, FeedProblem, Paper } from 'daily-papers/feed.js' */

const FIRST_PAPERS = 5;
const FIRST_PROBLEMS = 20;

/** What a reader may see of a paper, and whether it is there. @type {[name: string, has: (paper: Paper) => unknown][]} */
const PARTS = [
  ['link', ({ url }) => url],
  ['abstract', ({ abstract }) => abstract],
  ['date', ({ publishedAt }) => publishedAt],
  ['authors', ({ authorCount, authors }) => authorCount ?? authors.length],
  ['organization', ({ organization }) => organization],
  ['upvotes', ({ upvoteCount }) => upvoteCount !== undefined],
  ['comments', ({ commentCount }) => commentCount !== undefined],
  ['picture', ({ thumbnailUrl }) => thumbnailUrl],
  ['PDF', ({ pdfUrl }) => pdfUrl],
  ['code', ({ codeUrl }) => codeUrl],
  ['keywords', ({ keywords }) => keywords.length],
];

/** @param {number} count @param {string} one @param {string} [many] */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/**
 * @param {string} source
 * @param {FeedDescription} description
 * @param {string[]} notes about how it was loaded
 * @param {boolean} all list everything
 */
export function writeReport(source, { feed, problems }, notes, all) {
  const { papers, title, description, format, nextUrl } = feed;
  const lines = [`${source}: ${counted(papers.length, 'paper')} (${format})`];
  if (title) lines.push(`Title: ${title}`);
  if (description) lines.push(`Description: ${description.replaceAll('\n', ' ')}`);
  lines.push(...notes);
  if (nextUrl) lines.push(`Next page: ${nextUrl}`);
  if (papers.length) lines.push('', ...listPapers(papers, all), '', summary(papers));
  else lines.push('', 'There is no paper in it: a page would say so.');
  lines.push('', ...listProblems(problems, all));
  return lines.join('\n');
}

/** @param {readonly Paper[]} papers @param {boolean} all */
function listPapers(papers, all) {
  const shown = all ? papers : papers.slice(0, FIRST_PAPERS);
  const lines = shown.flatMap((paper, index) => {
    const { title, publishedAt, organization, authors, authorCount = authors.length } = paper;
    const who = organization?.name ?? (authorCount ? counted(authorCount, 'author') : '');
    const about = [who, publishedAt?.slice(0, 10)].filter(Boolean).join(', ');
    return [`${String(index + 1).padStart(3)}. ${title}`, ...(about ? [`     ${about}`] : [])];
  });
  if (shown.length < papers.length) lines.push(`     … and ${papers.length - shown.length} more (--all)`);
  return lines;
}

/** @param {readonly Paper[]} papers */
function summary(papers) {
  const counts = PARTS.map(([name, has]) => ({ name, count: papers.filter(has).length }));
  const parts = counts.filter(({ count }) => count).map(({ name, count }) => `${name} ${count}`);
  const missing = counts.filter(({ count }) => !count).map(({ name }) => name);
  const filled = `Filled in, of ${counted(papers.length, 'paper')}: ${parts.join(', ') || 'nothing but the title'}.`;
  return missing.length ? `${filled}\nNowhere: ${missing.join(', ')}.` : filled;
}

/** @param {readonly FeedProblem[]} problems @param {boolean} all */
function listProblems(problems, all) {
  if (!problems.length) return ['No problems.'];
  const shown = all ? problems : problems.slice(0, FIRST_PROBLEMS);
  const lines = shown.flatMap(({ path, expected, found, lost }) => [
    `  ${path || 'the document'}`,
    `    expected ${expected}`,
    `    found    ${found}${lost === 'paper' ? ' – the paper is left out' : ''}`,
  ]);
  if (shown.length < problems.length) lines.push(`  … and ${problems.length - shown.length} more (--all)`);
  return [`${counted(problems.length, 'problem')}:`, ...lines];
}
