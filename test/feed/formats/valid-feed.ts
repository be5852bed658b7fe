/** What holds for every feed, whatever it was made of. */
import { formatNames, type Feed, type Paper } from '../../../src/feed/model.js';

type Test = (value: unknown) => boolean;

// eslint-disable-next-line no-control-regex
const UNWANTED = /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;

const isText: Test = (value) =>
  typeof value === 'string' && value !== '' && value.trim() === value && !UNWANTED.test(value);
const isLine: Test = (value) =>
  isText(value) && (value as string).length <= 1_000 && !/\s{2}|[^\S ]/.test(value as string);
const isParagraphs: Test = (value) =>
  isText(value) && (value as string).length <= 20_000 && !/\n{3}|[^\S\n ]| {2}/.test(value as string);
const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
const isDate: Test = (value) =>
  /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?)?)?$/.test(value as string) &&
  !Number.isNaN(Date.parse(value as string)) &&
  // Some engines take the 31st of February for a day in March.
  new Date(value as string).toISOString().startsWith(value as string);
const isUrl: Test = (value) =>
  /^https?:$/.test(new URL(value as string).protocol) && new URL(value as string).href === value;

const listOf =
  (test: Test, max: number): Test =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(test);
/** An object with some of these keys, and no others. */
const objectOf =
  (fields: Readonly<Record<string, Test>>, needed: readonly string[]): Test =>
  (value) =>
    Object.getPrototypeOf(value) === Object.prototype &&
    needed.every((key) => Object.hasOwn(value as object, key)) &&
    Object.entries(value as object).every(([key, each]) => fields[key]?.(each));

const isAuthor = objectOf({ name: isLine, url: isUrl, avatarUrl: isUrl }, ['name']);
const isOrganization = objectOf({ name: isLine, handle: isLine, url: isUrl, logoUrl: isUrl }, ['name']);

const paperFields: Readonly<Record<keyof Paper, Test>> = {
  id: isLine,
  title: isLine,
  url: isUrl,
  abstract: isParagraphs,
  aiSummary: isParagraphs,
  publishedAt: isDate,
  listedAt: isDate,
  authors: listOf(isAuthor, 1_000),
  authorCount: (value) => isCount(value) && value !== 0,
  organization: isOrganization,
  submitter: isLine,
  upvoteCount: isCount,
  commentCount: isCount,
  citationCount: isCount,
  discussionUrl: isUrl,
  thumbnailUrl: isUrl,
  videoUrl: isUrl,
  pdfUrl: isUrl,
  codeUrl: isUrl,
  codeStarCount: isCount,
  projectUrl: isUrl,
  arxivId: isLine,
  doi: (value) => isLine(value) && value === (value as string).toLowerCase(),
  venue: isLine,
  venueKind: (value) => value === 'journal' || value === 'conference',
  keywords: (value) => listOf(isLine, 50)(value) && new Set(value as string[]).size === (value as string[]).length,
};

/** Throws an error that names what is wrong with a feed, or does nothing. */
export function checkFeed(feed: Feed): void {
  const isFeed = objectOf(
    {
      title: isLine,
      description: isParagraphs,
      homePageUrl: isUrl,
      nextUrl: isUrl,
      papers: (papers) => Array.isArray(papers),
      skippedCount: isCount,
      format: (format) => formatNames.includes(format as (typeof formatNames)[number]),
      fetchedAt: isDate,
    },
    ['papers', 'skippedCount', 'format', 'fetchedAt'],
  );
  if (!isFeed(feed)) throw new Error(`No valid feed: ${JSON.stringify({ ...feed, papers: feed.papers.length })}`);
  for (const paper of feed.papers) {
    for (const [key, value] of Object.entries(paper)) {
      const isValid = paperFields[key as keyof Paper];
      if (!isValid?.(value)) throw new Error(`No valid ${key}: ${JSON.stringify(value)}`);
    }
    for (const key of ['id', 'title', 'authors', 'keywords']) {
      if (!Object.hasOwn(paper, key)) throw new Error(`No ${key}: ${JSON.stringify(paper)}`);
    }
    if (paper.authorCount !== undefined && paper.authorCount < paper.authors.length) {
      throw new Error(`More authors than ${paper.authorCount}.`);
    }
  }
  if (new Set(feed.papers.map(({ id }) => id)).size < feed.papers.length) throw new Error('Two papers with one id.');
}
