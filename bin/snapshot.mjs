// @ts-check
/** `daily-papers snapshot`: what the sources have now, as static files: JSON for panels, Atom for feed readers, HTML for pages. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseFeed, toAtom, toJsonFeed } from 'daily-papers/feed.js';
import { prerender, selectingAttributes } from 'daily-papers/prerender';
import { CSS_FILES, marked, refusal, SNAPSHOT_FILES as FILES } from './foreign-file.mjs';
import { hasHardlyBegun } from './hardly-begun.mjs';
import { hasPassing, nonePasses } from './no-papers.mjs';
import {
  attributesHelp,
  loadLanguage,
  loadSources,
  readContent,
  readOptions,
  readQuery,
  UsageError,
} from './panel-options.mjs';
import { readIfThere, removeLeftovers, WriteError, writeFiles } from './write-files.mjs';

/** @import { Feed } from 'daily-papers/feed.js' */

export const usage = `Usage: daily-papers snapshot --src URL… --out DIR [ATTRIBUTES]

Writes papers.json (for <paper-feed src>), feed.xml (Atom) and panel.html (a prerendered panel) into DIR. When a source
fails, today's list has hardly begun, or there is no paper as it is asked for, the files stay as they are.

  --src FILE|URL    where the papers come from; several make one list
  --out DIR         where the files go
  --url URL         the address of DIR on the web; panels then look for fresher papers there
  --allow-partial   write also when only some of the sources, or of their pages, answer
  --content FILE    HTML to stand inside the element, such as <subscribe-form slot="subscribe" action="…">
  --css-href URL    link to the style sheets, for pages with style-src 'self'; they are written into DIR, too
  --quiet           say nothing but what went wrong

${attributesHelp}

Ends with
  0  written, unchanged, or kept because there is nothing better yet
  2  called wrongly
  3  a source failed: the files of last time are kept
  4  a source failed, and there are no files of last time
  5  the files cannot be written, or somebody else has written them: nothing is changed`;

/** @type {import('node:util').ParseArgsConfig['options']} */
const own = {
  src: { type: 'string', multiple: true },
  out: { type: 'string' },
  url: { type: 'string' },
  'allow-partial': { type: 'boolean' },
  content: { type: 'string' },
  'css-href': { type: 'string' },
  quiet: { type: 'boolean' },
};

/** Panels do not read further. */
const MAX_BYTES = 2_000_000;

/** @typedef {{ out: string, url?: string, 'css-href'?: string }} Target */

/** These have been applied to the papers; how many a panel keeps it has to know all the same. */
const applied = new Set(selectingAttributes.filter((name) => name !== 'limit'));

/** @param {string[]} args @returns {Promise<{ code: number, out?: string, err?: string }>} */
export async function run(args) {
  const { values, attributes } = readOptions(args, own);
  const { src: sources = [], 'allow-partial': isPartialAllowed, quiet } = /** @type {any} */ (values);
  const target = /** @type {Target} */ (values);
  if (!sources.length || !target.out) throw new UsageError('snapshot needs --src and --out.');
  if (target.url !== undefined && !(/^https?:/.test(target.url) && URL.canParse(target.url)))
    throw new UsageError('--url needs an http(s) address.');
  const [replaced] = sources.filter((/** @type {string} */ source) =>
    FILES.some((name) => resolve(target.out, name) === resolve(source)),
  );
  if (replaced)
    throw new UsageError(`--src ${replaced} is one of the files that --out stands for: it would be replaced.`);
  const query = readQuery(sources, attributes);
  const content = await readContent(values.content);
  await loadLanguage(attributes.lang);

  const names = target['css-href'] === undefined ? FILES : [...FILES, ...CSS_FILES];
  const refused = await refusal(resolve(target.out), names);
  if (refused) return { code: 5, err: refused };
  await removeLeftovers(target.out, names);
  const kept = await readKept(target.out);
  const keep = (/** @type {string} */ why) => FILES.map((name) => `${name}: kept, ${why}`).join('\n');
  const { feed: loaded, failures } = await loadSources(sources, query, target.url, true);
  const hasPeriodNotBegun = !!query.at && failures.some(({ error }) => error.status === 400);
  if (kept && hasPeriodNotBegun) return { code: 0, out: quiet ? '' : keep(`${query.at} has not begun at the source`) };
  const errors = failures.map(({ message }) => message).join('\n');
  if (!loaded || (failures.length && !isPartialAllowed)) {
    if (kept) return { code: 3, out: keep('a source failed'), err: errors };
    return { code: 4, err: `${errors}\nNothing is written: there are no files of last time to keep.` };
  }

  const feed = query.select(loaded);
  const { reason, doubt } = compare({ loaded, feed, kept: kept?.feed, at: query.selectedAt(loaded), attributes });
  if (reason) return { code: 0, out: quiet ? '' : keep(reason), err: [errors, doubt].filter(Boolean).join('\n') };
  const files = await makeFiles(feed, { sources, attributes, target, content, before: kept?.atom });
  try {
    const outcome = await writeFiles(target.out, files);
    const lines = Object.entries(files).map(([name, text]) => describe(name, text, feed, outcome[name]));
    const isLong = Buffer.byteLength(files['papers.json'] ?? '') > MAX_BYTES;
    const warning = isLong ? 'papers.json is longer than panels read (2 MB); ask for less with --limit.' : '';
    return { code: 0, out: quiet ? '' : lines.join('\n'), err: [errors, doubt, warning].filter(Boolean).join('\n') };
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    return { code: 5, err: `Nothing is written in ${resolve(target.out)}: ${error.message}` };
  }
}

/**
 * Why the files of last time are better, if they are, and what the owner has to know even so. That nothing passes a filter
 * may be a quiet day, which is none of cron's business, or a mistake, which is.
 *
 * @param {{ loaded: Feed, feed: Feed, kept: Feed | undefined, at: string | undefined, attributes: Record<string, string> }} lists as in `hasHardlyBegun`
 * @returns {{ reason?: string, doubt?: string }}
 */
function compare({ loaded, feed, kept, at, attributes }) {
  const why = loaded.papers.length ? nonePasses(loaded, attributes) : 'the source has no papers';
  const none = feed.papers.length ? undefined : why;
  if (none && !kept?.papers.length) return { doubt: `What is written is an empty list: ${none}.` };
  if (!kept) return {};
  if (!none || !loaded.papers.length) return { reason: hasHardlyBegun({ loaded, feed, kept, at, now: new Date() }) };
  const isQuiet = hasPassing(kept, attributes);
  return {
    reason: none,
    doubt: isQuiet ? undefined : `The files are kept, but is this right? ${none}; nor are those kept.`,
  };
}

/** @param {string} name @param {string} text @param {Feed} feed @param {string | undefined} outcome */
function describe(name, text, { papers }, outcome) {
  const bytes = Buffer.byteLength(text).toLocaleString('en');
  const count = name.endsWith('.css') ? '' : `, ${papers.length} ${papers.length === 1 ? 'paper' : 'papers'}`;
  return `${name}: ${outcome}${count}, ${bytes} bytes`;
}

/** The files of last time, if they can still be read. @param {string} folder */
async function readKept(folder) {
  const text = await readIfThere(join(folder, 'papers.json'));
  if (text === undefined) return undefined;
  try {
    const feed = parseFeed(JSON.parse(text), { fetchedAt: new Date().toISOString(), format: 'json-feed' });
    return { feed, atom: await readIfThere(join(folder, 'feed.xml')) };
  } catch {
    return undefined;
  }
}

/**
 * @param {Feed} feed
 * @param {{ sources: string[], attributes: Record<string, string>, target: Target, content: string, before: string | undefined }} options
 * `before`: the Atom file of last time
 * @returns {Promise<Record<string, string>>}
 */
async function makeFiles(feed, { sources, attributes, target, content, before }) {
  const { url, 'css-href': cssHref } = target;
  const addressOf = (/** @type {string} */ name) => url && new URL(name, url.endsWith('/') ? url : `${url}/`).href;
  const { heading, byline } = attributes;
  // The next page is the source's own: those who read the files are not to ask it.
  const whole = { ...feed, nextUrl: undefined };
  const titled = { ...whole, title: heading || feed.title || 'Papers', description: byline ?? feed.description };
  const shown = Object.entries(attributes).filter(([name]) => !applied.has(/** @type {any} */ (name)));
  const { html, styles } = await prerender(whole, {
    attributes: { ...(url && { src: addressOf('papers.json') }), ...Object.fromEntries(shown) },
    content,
    cssHref,
  });
  const feedUrl = addressOf('feed.xml');
  return {
    'papers.json': `${JSON.stringify(toJsonFeed(titled, { feedUrl: addressOf('papers.json') }))}\n`,
    'feed.xml': toAtom(titled, {
      id: feedUrl ?? `urn:sha256:${createHash('sha256').update(sources.join(' ')).digest('hex')}`,
      feedUrl,
      now: new Date().toISOString(),
      before,
    }),
    'panel.html': `${html}\n`,
    ...(cssHref === undefined ? {} : marked({ ...styles })),
  };
}
