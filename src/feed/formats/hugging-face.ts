/** Hugging Face's Daily Papers: the daily list, search results, and a single paper. */
import { safeUrl } from '../../shared/safe-url.js';
import type { FeedFormat, PeriodQuery } from './format.js';
import { readLine } from './read-text.js';
import { readArxivId } from './read-values.js';
import { findList, isObject, own, pick, someEntry } from './shape.js';

const HOST = 'https://huggingface.co';
const DAILY = '/api/daily_papers';
const SEARCH = '/api/papers/search';
/** What the service gives at most; without a word it stops at 50 and does not say so. */
const MAX_LIMIT = 100;

/** The address of a page that has this name, id or handle in it. */
function page(path: string, paths: string, hash = '') {
  return (entry: unknown) => {
    const name = readLine(pick(entry, paths));
    return name && HOST + path + encodeURIComponent(name) + hash;
  };
}

/** Pictures of people and groups have relative addresses in about half of the cases. */
function picture(key: string) {
  return (entry: unknown) => safeUrl(own(entry, key), HOST);
}

/** One paper asked for by its id: the inner object alone. A home-made list has other names, or an address of its own. */
function isBarePaper(value: unknown): boolean {
  return (
    typeof own(value, 'upvotes') === 'number' &&
    typeof own(value, 'summary') === 'string' &&
    !!readArxivId(own(value, 'id')) &&
    own(value, 'url') === undefined
  );
}

/** The path of a page that people look at, as that of its data: pages cannot be read from elsewhere. */
function toDataPath({ pathname, searchParams }: URL): string {
  const [, root, kind, at] = pathname.split('/');
  if (root !== 'papers') return pathname;
  if (kind && at) searchParams.set(kind, at);
  else if (kind === 'trending') searchParams.set('sort', kind);
  else if (kind) return `/api${pathname}`;
  return searchParams.has('q') ? SEARCH : DAILY;
}

function requestUrl(address: URL, query?: PeriodQuery): URL {
  const url = new URL(address);
  const { searchParams } = url;
  url.pathname = toDataPath(url);
  if (query && url.pathname === DAILY) {
    const { period, at } = query;
    for (const name of ['date', 'week', 'month', 'sort', 'p']) searchParams.delete(name);
    if (period === 'trending') searchParams.set('sort', period);
    else if (at) searchParams.set(period === 'day' ? 'date' : period, at);
  }
  if ((url.pathname === DAILY || url.pathname === SEARCH) && !searchParams.has('limit')) {
    searchParams.set('limit', String(MAX_LIMIT));
  }
  return url;
}

export const huggingFace: FeedFormat = {
  name: 'hugging-face',
  expects: '[{"paper": {"id", "title", …}}]',
  paper: {
    id: 'paper.id',
    title: 'paper.title title',
    url: page('/papers/', 'paper.id'),
    abstract: 'paper.summary',
    aiSummary: 'paper.ai_summary',
    // The outer one is the submission time, or the date in another time zone: often the day before.
    publishedAt: 'paper.publishedAt',
    listedAt: 'paper.submittedOnDailyAt',
    authors: (entry) => [pick(entry, 'paper.authors') ?? []].flat().filter((author) => own(author, 'hidden') !== true),
    organization: 'organization paper.organization',
    submitter: 'submittedBy.fullname paper.submittedOnDailyBy.fullname',
    upvoteCount: 'paper.upvotes',
    commentCount: 'numComments',
    discussionUrl: page('/papers/', 'paper.id', '#community'),
    thumbnailUrl: 'thumbnail mediaUrl',
    videoUrl: (entry) =>
      [pick(entry, 'mediaUrls paper.mediaUrls')].flat().find((url) => /\.(mp4|webm)(\?|$)/i.test(readLine(url) ?? '')),
    // Copies of the service's answers hold bare `owner/name`.
    codeUrl: (entry) => safeUrl(pick(entry, 'paper.githubRepo'), 'https://github.com'),
    codeStarCount: 'paper.githubStars',
    projectUrl: 'paper.projectPage',
    keywords: 'paper.ai_keywords',
  },
  author: {
    name: 'name',
    url: page('/', 'user.user'),
    avatarUrl: (author) => picture('avatarUrl')(own(author, 'user')),
  },
  // `name` is the handle.
  organization: { name: 'fullname name', handle: 'name', url: page('/', 'name'), logoUrl: picture('avatar') },
  matchesUrl: ({ hostname, pathname }) => hostname === 'huggingface.co' && /^\/(api\/(daily_)?)?papers/.test(pathname),
  recognises: (document) =>
    isBarePaper(document) || someEntry(document, (entry) => isObject(own(entry, 'paper')) || isBarePaper(entry)),
  hasPeriods: (url) => requestUrl(url).pathname === DAILY,
  requestUrl,
  open(document) {
    const list = findList(document)?.list ?? [document];
    return {
      // The list has no name on the wire; this is the one on its page.
      title: 'Daily Papers',
      homePageUrl: `${HOST}/papers`,
      entries: list.map((entry) => (isBarePaper(entry) ? { paper: entry } : entry)),
    };
  },
  // There is no total and no link: a full page means that there may be another.
  nextPage({ pathname, searchParams }, _document, entryCount) {
    const limit = Math.min(Number(searchParams.get('limit') ?? 50), MAX_LIMIT);
    const isFull = limit > 0 && entryCount >= limit;
    return pathname === DAILY && isFull ? ['p', (Number(searchParams.get('p')) || 0) + 1] : undefined;
  },
};
