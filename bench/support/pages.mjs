// @ts-check
/** Pages with the same papers, each loaded in another way: by our script, by others' scripts, in a frame, or all there. */
import { readFileSync } from 'node:fs';
import { parseFeed } from '../../dist/feed/index.js';
import { prerender } from '../../dist/prerender/index.js';
import { launch, serve, withPage } from './browser.mjs';
import { bundleLoader } from './loader.mjs';
import { makePapers, toJsonFeed } from './papers.mjs';

export const PAPERS = 50;
/** The name of some content, as Bluesky's services want it; of nothing in particular. */
const CID = `bafyrei${'a'.repeat(52)}`;
const SRC = '/papers.json';
/** With it V8 compiles a script aside, while it comes over the net. */
const AT_ONCE = '//# allFunctionsCalledOnLoad\n';

const papers = makePapers(PAPERS);
const json = toJsonFeed(papers);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The room is kept as docs/speed.md tells webmasters to, for everybody's papers. */
const page = (/** @type {string} */ head, /** @type {string} */ main) => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,">
<style>body { margin: 1rem; font: 16px/1.5 sans-serif } main { max-width: 45rem } main, paper-feed { display: block; min-height: 60rem }</style>
${head}</head><body><h1>Our lab</h1><main>${main}</main><footer><p>The end of the page.</p></footer></body></html>`;
const script = (/** @type {string} */ src) => `<script type="module" src="${src}"></script>`;
const preloads = (/** @type {string} */ src) =>
  `<link rel="modulepreload" href="${src}"><link rel="preload" as="fetch" crossorigin href="${SRC}">`;
const attributes = { 'page-size': String(PAPERS), heading: 'Papers' };
const panel = (/** @type {string} */ src, content = '') =>
  `<paper-feed page-size="${attributes['page-size']}" heading="${attributes.heading}"${src}>${content}</paper-feed>`;

/**
 * The same texts as posts, in the place of the service that bsky-embed asks. It draws less of each than a card: no title,
 * no list of authors, no counts.
 */
const posts = JSON.stringify({
  feed: papers.map((paper, index) => {
    const author = { did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', handle: 'lab.example', displayName: 'Our lab' };
    const record = { $type: 'app.bsky.feed.post', text: paper.abstract, createdAt: paper.publishedAt };
    const uri = `at://${author.did}/app.bsky.feed.post/${index}`;
    return { post: { uri, cid: CID, author, record, indexedAt: paper.publishedAt } };
  }),
});
const postsInsteadOfService = `<script>{
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => (String(input.url ?? input).includes('/xrpc/') ? fetch('/posts.json') : fetch(input, init));
}</script>`;

/** The static page: the cards as React draws them, without any script. */
async function staticPage() {
  const react = await bundleLoader('./cards/react.jsx', SRC, "export { flatCss } from './cards/styles.js';");
  const server = await serve({
    '/': { body: page('', '') },
    '/react.js': { body: react },
    [SRC]: { body: json, type: 'application/json' },
  });
  const browser = await launch();
  const { cards, css } = await withPage(browser, async (tab) => {
    await tab.goto(server.origin);
    return tab.evaluate(async () => {
      const module = await import(/** @type {string} */ ('/react.js'));
      const root = () => document.querySelector('main > div')?.shadowRoot;
      while (!root()?.querySelector('time')) await new Promise((resolve) => requestAnimationFrame(resolve));
      return { cards: root()?.innerHTML ?? '', css: module.flatCss(true) };
    });
  });
  await browser.close();
  server.close();
  return page(`<style>${css}</style>`, cards);
}

/** The panel as `daily-papers render` writes it: with the data, and with `src`, so that what is newer comes later. */
async function prerenderedPanel() {
  const feed = parseFeed(JSON.parse(json), { fetchedAt: '2026-01-01T00:00:00Z' });
  return (await prerender(feed, { attributes: { src: SRC, ...attributes } })).html;
}

/**
 * All pages with what they load.
 *
 * @returns {Promise<Record<string, import('./browser.mjs').File>>} by path
 */
export async function makePages() {
  const ours = read('../../dist/cdn/daily-papers.js');
  const notAtOnce = ours.replace(AT_ONCE, '');
  if (notAtOnce === ours) throw new Error('The script does not ask to be compiled at once.');
  const react = await bundleLoader('./cards/react.jsx', SRC);
  const bodies = {
    '/daily-papers.js': ours,
    '/not-at-once.js': notAtOnce,
    '/hand.js': await bundleLoader('./cards/hand-written.js', SRC),
    '/react.js': react,
    '/react-at-once.js': `${AT_ONCE}${react}`,
    '/vue.js': await bundleLoader('./cards/vue.js', SRC),
    '/bsky.js': read('../node_modules/bsky-embed/dist/bsky-embed.es.js'),
    '/static.html': await staticPage(),
    '/prerendered.html': page(script('/daily-papers.js'), await prerenderedPanel()),
    '/inline.html': page(
      script('/daily-papers.js'),
      panel('', `<script type="application/json">${json.replaceAll('<', '\\u003c')}</script>`),
    ),
    '/preloaded.html': page(preloads('/daily-papers.js') + script('/daily-papers.js'), panel(` src="${SRC}"`)),
    '/tag.html': page(script('/daily-papers.js'), panel(` src="${SRC}"`)),
    '/not-at-once.html': page(script('/not-at-once.js'), panel(` src="${SRC}"`)),
    '/hand.html': page(script('/hand.js'), ''),
    '/hand-preloaded.html': page(preloads('/hand.js') + script('/hand.js'), ''),
    '/react.html': page(script('/react.js'), ''),
    '/react-at-once.html': page(script('/react-at-once.js'), ''),
    '/vue.html': page(script('/vue.js'), ''),
    '/bsky.html': page(
      postsInsteadOfService + script('/bsky.js'),
      `<bsky-embed username="lab.example" limit="${PAPERS}"></bsky-embed>`,
    ),
    '/frame.html': page('', '<iframe src="/static.html" width="720" height="2000" title="Papers"></iframe>'),
  };
  return {
    ...Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, { body }])),
    [SRC]: { body: json, type: 'application/json' },
    '/posts.json': { body: posts, type: 'application/json' },
  };
}
