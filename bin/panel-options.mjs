// @ts-check
/** Options that are attributes of `<paper-feed>`, and where the papers come from: for `render` and `snapshot`. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { appendPage, FeedError, loadFeed, mergeFeeds, parseFeed } from 'daily-papers/feed.js';
import { panelAttributes, panelQuery } from 'daily-papers/prerender';

/** @import { Feed } from 'daily-papers/feed.js' */
/** @import { PanelQuery } from 'daily-papers/prerender' */

/** Called wrongly: the message says how to call it. */
export class UsageError extends Error {}

/** What the page around an element says of it, besides its own attributes. */
const GLOBAL = ['lang', 'class', 'id'];
const FLAGS = ['with-code'];
const attributeNames = [...panelAttributes, ...GLOBAL].filter((name) => name !== 'src');

export const attributesHelp = `Every attribute of <paper-feed> is an option, such as
  --limit N --page-size N --sort newest --include "robot*; planner" --exclude survey --min-upvotes N --with-code
  --period day|week|month --date 2026-03-26 --heading TEXT --layout list|grid|compact --show "abstract date"
  --abstract-lines N --highlight "Ada Lovelace; Alan Turing" --controls "search sort" --theme light|dark --lang fr`;

/**
 * The command's own options, and the attributes.
 *
 * @param {string[]} args
 * @param {import('node:util').ParseArgsConfig['options']} own
 */
export function readOptions(args, own) {
  const attributeOptions = attributeNames.map((name) => [
    name,
    { type: FLAGS.includes(name) ? /** @type {const} */ ('boolean') : /** @type {const} */ ('string') },
  ]);
  /** @type {Record<string, string | boolean | (string | boolean)[] | undefined>} */
  let values;
  try {
    ({ values } = parseArgs({ args, options: { ...Object.fromEntries(attributeOptions), ...own } }));
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message.split('. ')[0]);
  }
  const given = attributeNames.filter((name) => values[name] !== undefined);
  const attributes = Object.fromEntries(given.map((name) => [name, FLAGS.includes(name) ? '' : String(values[name])]));
  return { values, attributes };
}

/**
 * What the attributes ask for. The elements forgive junk with a warning; who writes commands wants to know.
 *
 * @param {string[]} sources
 * @param {Record<string, string>} attributes
 */
export function readQuery(sources, attributes) {
  const { warn } = console;
  /** @type {string[]} */
  const complaints = [];
  console.warn = (message) => complaints.push(String(message).replace(/^daily-papers: /, ''));
  const query = panelQuery(sources, attributes);
  console.warn = warn;
  if (complaints.length) throw new UsageError(complaints.join('\n').replaceAll(/ Using ".*"\.$/gm, ''));
  return query;
}

/** Pages read 2 MB; what is made here of a longer answer is shorter. */
const MAX_BYTES = 50_000_000;

const isAddress = (/** @type {string} */ source) => /^https?:/i.test(source);

/** A source of one paper per page would otherwise be asked a hundred times. */
const MAX_PAGES = 20;

/**
 * The pages of a source, until there are as many papers as a panel keeps.
 *
 * @param {string} source
 * @param {import('daily-papers/feed.js').LoadOptions} options
 * @param {number} limit
 * @returns {Promise<{ feed: Feed, error?: unknown }>} what there is, and why there is no more where a later page failed
 */
async function loadPages(source, options, limit) {
  let feed = await loadFeed(source, options);
  // A JSON Feed may have been made of another source, in whose format the next page comes.
  const format = options.format ?? (feed.format === 'json-feed' ? undefined : feed.format);
  for (let page = 1; feed.nextUrl && feed.papers.length < limit && page < MAX_PAGES; page++) {
    try {
      feed = appendPage(feed, await loadFeed(feed.nextUrl, { ...options, format, period: undefined }));
    } catch (error) {
      return { feed, error };
    }
  }
  return { feed };
}

/**
 * Loads all sources, files among them.
 *
 * @param {string[]} sources
 * @param {PanelQuery} query
 * @param {string} [base] what relative addresses in files are resolved against; dropped without it
 * @param {boolean} [hasAllPages] whether to ask for the next pages, too, until there are as many papers as a panel keeps
 * @returns {Promise<{ feed?: Feed, failures: { error: FeedError, message: string }[] }>} no feed where all have failed; of
 * a source whose later page failed, what came before
 */
export async function loadSources(sources, { query, timeoutMs, limit }, base, hasAllPages = false) {
  const loading = sources.map((source) =>
    isAddress(source)
      ? loadPages(source, { ...query, timeoutMs, maxBytes: MAX_BYTES }, hasAllPages ? limit : 0)
      : loadFile(source, query.format, base).then((feed) => ({ feed, error: undefined })),
  );
  const outcomes = await Promise.allSettled(
    loading.map(async (each, index) => {
      const outcome = await each;
      // It has changed, or failed without saying so.
      if (outcome.feed?.skippedCount && !outcome.feed.papers.length)
        throw new FeedError('format', `${sources[index]}: entries, but none of them is a paper with id and title.`);
      return outcome;
    }),
  );
  const feeds = outcomes.flatMap((each) => (each.status === 'fulfilled' ? each.value.feed : []));
  const failures = outcomes.flatMap((each, index) => {
    const error = each.status === 'fulfilled' ? each.value.error : each.reason;
    if (!error) return [];
    if (!(error instanceof FeedError)) throw error;
    return { error, message: explain(sources[index] ?? '', error) };
  });
  return { feed: feeds.length > 1 ? mergeFeeds(feeds) : feeds[0], failures };
}

/** Here it is known why there was no answer, which browsers keep to themselves. @param {string} source @param {FeedError} error */
function explain(source, { message, cause }) {
  if (!(cause instanceof TypeError)) return message;
  const { message: why, code } = /** @type {{ message?: string, code?: string }} */ (cause.cause ?? {});
  return `${source} cannot be read: ${why || code || cause.message}`;
}

/** @param {string} file @param {PanelQuery['query']['format']} format @param {string} [base] */
async function loadFile(file, format, base = '') {
  let document;
  try {
    document = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new FeedError('network', `${file} cannot be read: ${message}`, { cause: error });
  }
  try {
    return parseFeed(document, {
      fetchedAt: new Date().toISOString(),
      format,
      url: isAddress(base) ? base : undefined,
    });
  } catch (error) {
    throw new FeedError('format', `${file}: ${/** @type {Error} */ (error).message}`, { cause: error });
  }
}

/** Brings the words of a language, where we have them. @param {string | undefined} lang */
export async function loadLanguage(lang) {
  if (!lang || /^en\b/i.test(lang)) return;
  for (const tag of [lang, lang.split('-')[0]]) {
    try {
      await import(`daily-papers/lang/${tag}.js`);
      return;
    } catch {
      // Looked for under the next name.
    }
  }
  console.error(`There are no words in "${lang}" yet: the panel's own words are English.`);
}

/** HTML that the owner wants inside the element. @param {unknown} file */
export async function readContent(file) {
  if (file === undefined) return '';
  try {
    return await readFile(String(file), 'utf8');
  } catch (error) {
    throw new UsageError(`--content cannot be read: ${/** @type {Error} */ (error).message}`);
  }
}
