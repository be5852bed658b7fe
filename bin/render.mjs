// @ts-check
/** `daily-papers render`: a panel as HTML, to be put into a page. */
import { prerender } from 'daily-papers/prerender';
import { CSS_FILES, marked, refusal } from './foreign-file.mjs';
import { whyNoPapers } from './no-papers.mjs';
import {
  attributesHelp,
  loadLanguage,
  loadSources,
  readContent,
  readOptions,
  readQuery,
  UsageError,
} from './panel-options.mjs';
import { removeLeftovers, WriteError, writeFiles } from './write-files.mjs';

export const usage = `Usage: daily-papers render --src URL… [ATTRIBUTES] > panel.html

Writes the panel as HTML that can be read without JavaScript; the script takes it over without anything moving.

  --src URL         the feed, as the page asks for it; several make one list
  --feed FILE|URL   where to read the papers now, when that is not --src; without --src the page asks nobody
  --allow-partial   write also when only some of several sources answer
  --content FILE    HTML to stand inside the element, such as <subscribe-form slot="subscribe" action="…">
  --no-data         without the papers as JSON: smaller, but the script asks --src before it takes over
  --css-href URL    link to the style sheets in this folder, for pages with style-src 'self'
  --css-out DIR     write these style sheets: paper-feed.css and paper-card.css
  --print-csp       write what the page's policy must allow for the inline styles, nothing else

${attributesHelp}

Ends with
  0  written
  2  called wrongly
  3  one of several sources failed: nothing is written
  4  there are no papers to be had: nothing is written
  5  the style sheets cannot be written, or somebody else has written them: nothing is written`;

/** @type {import('node:util').ParseArgsConfig['options']} */
const own = {
  src: { type: 'string', multiple: true },
  feed: { type: 'string', multiple: true },
  'allow-partial': { type: 'boolean' },
  content: { type: 'string' },
  'no-data': { type: 'boolean' },
  'css-href': { type: 'string' },
  'css-out': { type: 'string' },
  'print-csp': { type: 'boolean' },
};

const NO_PAPERS = { papers: [], skippedCount: 0, format: /** @type {const} */ ('json-feed'), fetchedAt: '' };

const SITE_HINT = 'If that is an address of the site, name the file that has the papers now by --feed.';

/** Stands for the host of the page, which nobody knows here. */
const HOST = 'https://page.invalid/';

/** @param {string[]} args @returns {Promise<{ code: number, out?: string, err?: string }>} */
export async function run(args) {
  const { values, attributes } = readOptions(args, own);
  const {
    src = [],
    feed: feeds = [],
    'allow-partial': isPartialAllowed,
    'no-data': isLean,
    'css-href': cssHref,
    'css-out': cssOut,
  } = /** @type {any} */ (values);
  /** @type {string[]} */
  const sources = feeds.length ? feeds : src;
  const query = readQuery(sources, attributes);
  if (values['print-csp']) {
    const { styleHashes } = await prerender(NO_PAPERS, { attributes });
    return { code: 0, out: `style-src ${styleHashes.join(' ')}` };
  }
  if (!sources.length) throw new UsageError('render needs --src or --feed.');
  if (isLean && !src.length) throw new UsageError('--no-data needs --src: the script has to get the papers somewhere.');
  const content = await readContent(values.content);
  await loadLanguage(attributes.lang);
  const refused = cssOut && (await refusal(cssOut, CSS_FILES));
  if (refused) return { code: 5, err: refused };
  // On its host, the feed's own addresses may be relative.
  const { feed, failures } = await loadSources(sources, query, src[0]?.replace(/^\/(?!\/)/, HOST));
  const isMissing = failures.some(({ error }) => /** @type {NodeJS.ErrnoException} */ (error.cause)?.code === 'ENOENT');
  const hints = isMissing && !feeds.length ? [SITE_HINT] : [];
  const errors = [...failures.map(({ message }) => message), ...hints].join('\n');
  if (!feed) return { code: 4, err: errors };
  if (failures.length && !isPartialAllowed)
    return { code: 3, err: `${errors}\nNothing is written; --allow-partial writes what the others have.` };
  if (!query.select(feed).papers.length)
    return { code: 4, err: [errors, whyNoPapers(sources, feed, attributes)].filter(Boolean).join('\n') };
  const { html, styles } = await prerender(feed, {
    attributes: src.length ? { src: src.join(' '), ...attributes } : attributes,
    content,
    hasData: !isLean,
    cssHref,
  });
  try {
    if (cssOut) {
      await removeLeftovers(cssOut, CSS_FILES);
      await writeFiles(cssOut, marked({ ...styles }));
    }
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    return { code: 5, err: `Nothing is written in ${cssOut}: ${error.message}` };
  }
  return { code: 0, out: html.replaceAll(HOST, '/'), err: errors };
}
