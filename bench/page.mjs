// @ts-check
/**
 * From the address to the first card painted, on a slow net and a slow processor: our script in each way of loading it
 * beside static HTML, hand-written elements, React, Vue, a Bluesky feed and frames. `--rounds N` (default 7).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseFeed } from '../dist/feed/index.js';
import { prerender } from '../dist/prerender/index.js';
import { launch, serve, usage, withPage } from './support/browser.mjs';
import { bundleLoader } from './support/loader.mjs';
import { makePapers, toJsonFeed } from './support/papers.mjs';
import { report, table } from './support/report.mjs';
import { formatRatio, median } from './support/statistics.mjs';
import { kindsOfWork, traced } from './support/trace.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, save: { type: 'boolean' } } });
const rounds = Number(values.rounds);
const PAPERS = 50;
/** The name of some content, as Bluesky's services want it; of nothing in particular. */
const CID = `bafyrei${'a'.repeat(52)}`;

/** 400 ms from request to answer, 1.6 Mbit/s down, 750 kbit/s up: a slow 4G; and a processor four times slower. */
const NET = { offline: false, latency: 400, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

const papers = makePapers(PAPERS);
const json = toJsonFeed(papers);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), 'utf8');

const head = (/** @type {string} */ more) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,">
<style>body { margin: 1rem; font: 16px/1.5 sans-serif } main { max-width: 45rem } main { min-height: 2000px }</style>
${more}</head><body><h1>Our lab</h1><main>`;
const tail = '</main><footer><p>The end of the page.</p></footer></body></html>';
const script = '<script type="module" src="/daily-papers.js"></script>';
const preloads =
  '<link rel="modulepreload" href="/daily-papers.js"><link rel="preload" as="fetch" crossorigin href="/papers.json">';
const element = (/** @type {string} */ attributes = 'src="/papers.json"', /** @type {string} */ content = '') =>
  `<paper-feed page-size="${PAPERS}" heading="Papers" ${attributes}>${content}</paper-feed>`;

const { html: prerendered } = await prerender(parseFeed(JSON.parse(json), { fetchedAt: '2026-01-01T00:00:00Z' }), {
  attributes: { 'page-size': String(PAPERS), heading: 'Papers' },
});

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

const staticPage = await staticHtml();
const ours = read('../dist/cdn/daily-papers.js');
const notAtOnce = ours.replace('//# allFunctionsCalledOnLoad\n', '');
if (notAtOnce === ours) throw new Error('The script does not ask to be compiled at once.');
/** @type {Record<string, import('./support/browser.mjs').File>} */
const files = {
  '/daily-papers.js': { body: ours },
  '/not-at-once.js': { body: notAtOnce },
  '/papers.json': { body: json, type: 'application/json' },
  '/hand.js': { body: await bundleLoader('./cards/hand-written.js', '/papers.json') },
  '/react.js': { body: await bundleLoader('./cards/react.jsx', '/papers.json') },
  '/vue.js': { body: await bundleLoader('./cards/vue.js', '/papers.json') },
  '/bsky.js': { body: read('node_modules/bsky-embed/dist/bsky-embed.es.js') },
  '/posts.json': { body: posts, type: 'application/json' },
  '/static.html': { body: staticPage },
  '/tag.html': { body: `${head(script)}${element()}${tail}` },
  '/not-at-once.html': { body: `${head(script.replace('daily-papers', 'not-at-once'))}${element()}${tail}` },
  '/preloaded.html': { body: `${head(preloads + script)}${element()}${tail}` },
  '/inline.html': {
    body: `${head('<link rel="modulepreload" href="/daily-papers.js">' + script)}${element('', `<script type="application/json">${json.replaceAll('<', '\\u003c')}</script>`)}${tail}`,
  },
  '/prerendered.html': { body: `${head(script)}${prerendered}${tail}` },
  '/hand.html': { body: `${head('<script type="module" src="/hand.js"></script>')}${tail}` },
  '/hand-preloaded.html': {
    body: `${head('<link rel="modulepreload" href="/hand.js"><link rel="preload" as="fetch" crossorigin href="/papers.json"><script type="module" src="/hand.js"></script>')}${tail}`,
  },
  '/react.html': { body: `${head('<script type="module" src="/react.js"></script>')}${tail}` },
  '/vue.html': { body: `${head('<script type="module" src="/vue.js"></script>')}${tail}` },
  '/bsky.html': {
    body: `${head(`${postsInsteadOfService}<script type="module" src="/bsky.js"></script>`)}<bsky-embed username="lab.example" limit="${PAPERS}"></bsky-embed>${tail}`,
  },
  '/frame.html': {
    body: `${head('')}<iframe src="/static.html" width="720" height="2000" title="Papers"></iframe>${tail}`,
  },
};

const variants = [
  ['static HTML (the limit)', '/static.html'],
  ['static HTML, again (control)', '/static.html'],
  ['daily-papers, prerendered', '/prerendered.html'],
  ['daily-papers, feed in the page', '/inline.html'],
  ['daily-papers, script and feed preloaded', '/preloaded.html'],
  ['hand-written, script and feed preloaded', '/hand-preloaded.html'],
  ['daily-papers, script tag', '/tag.html'],
  ['the same, not compiled at once (decision 13)', '/not-at-once.html'],
  ['hand-written, script tag', '/hand.html'],
  ['React 19, script tag', '/react.html'],
  ['Vue, script tag', '/vue.html'],
  ['bsky-embed, script tag', '/bsky.html'],
  ['a frame around static HTML', '/frame.html'],
];

const server = await serve(() => files);
const browser = await launch();
process.on('exit', () => browser.process()?.kill());

/** The static page: the cards as hand-written elements draw them, without the elements. */
async function staticHtml() {
  const hand = await bundleLoader('./cards/react.jsx', '/papers.json', "export { flatCss } from './cards/styles.js';");
  const served = await serve(() => ({
    '/': { body: `${head('')}${tail}` },
    '/hand.js': { body: hand },
    '/papers.json': { body: json, type: 'application/json' },
  }));
  const maker = await launch();
  const { cards, css } = await withPage(maker, async (page) => {
    await page.goto(served.origin);
    return page.evaluate(async () => {
      const module = await import(/** @type {string} */ ('/hand.js'));
      const host = () => document.querySelector('main > div')?.shadowRoot;
      while (!host()?.querySelector('time')) await new Promise((resolve) => requestAnimationFrame(resolve));
      return { cards: host()?.innerHTML ?? '', css: module.flatCss(true) };
    });
  });
  await maker.close();
  served.close();
  return `${head(`<style>${css}</style>`)}${cards}${tail}`;
}

/** Runs in each document before anything else: notes when a card has been painted, what moved, and what blocked. */
function watch() {
  const notes = { paintedAt: 0, shift: 0, blocked: 0, longest: 0 };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) notes.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      notes.blocked += duration - 50;
      notes.longest = Math.max(notes.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  /** A card with a title, in the document or in the shadow roots of a panel. */
  const hasCard = () => {
    const frame = document.querySelector('iframe');
    const root = frame?.contentDocument ?? document;
    const panel = root.querySelector('paper-feed, hand-feed, bsky-embed, main > div')?.shadowRoot ?? root;
    const card = panel.querySelector('paper-card, hand-card, .card-host, article');
    return !!(card?.shadowRoot ?? card)?.querySelector('time, p');
  };
  const look = () => {
    if (!hasCard()) return void requestAnimationFrame(look);
    // Painted when the frame after the one that had it begins.
    requestAnimationFrame(() => (notes.paintedAt = performance.now()));
  };
  requestAnimationFrame(look);
}

const measure = (/** @type {string} */ path) =>
  withPage(browser, async (page, session) => {
    await page.evaluateOnNewDocument(watch);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NET);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    server.takeSentBytes();
    await page.goto(`${server.origin}${path}`, { waitUntil: 'load' });
    await page.waitForFunction('notes.paintedAt', { timeout: 30_000 });
    await page.waitForNetworkIdle({ idleTime: 1000 });
    const notes = await page.evaluate(() => /** @type {any} */ (globalThis).notes);
    return /** @type {{ paintedAt: number, shift: number, blocked: number, longest: number, bytes: number }} */ ({
      ...notes,
      bytes: server.takeSentBytes(),
    });
  });

/**
 * Processor time of a whole load, in ms. Apart from the other figures: whoever watches for the first card asks for frames,
 * and a processor made slower counts the time for which it is held up.
 */
const measureCpu = (/** @type {string} */ path) =>
  withPage(browser, async (page, session) => {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await loadQuietly(page, session, path);
    return (await usage(session)).cpu * 1000;
  });

/** The same by kind of work. */
const profile = (/** @type {string} */ path) =>
  withPage(browser, (page, session) => traced(page, session, () => loadQuietly(page, session, path)));

/**
 * Loads a page on the slow net, and waits until nothing happens any more.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').CDPSession} session
 * @param {string} path
 */
async function loadQuietly(page, session, path) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NET);
  await page.goto(`${server.origin}${path}`, { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 1500 });
}

const results = variants.map(() => /** @type {(Awaited<ReturnType<typeof measure>> & { cpu: number })[]} */ ([]));
for (let round = 0; round < rounds; round++) {
  const order = variants.map((_, index) => index);
  for (const index of round % 2 ? order.reverse() : order) {
    const path = variants[index]?.[1] ?? '';
    results[index]?.push({ ...(await measure(path)), cpu: await measureCpu(path) });
  }
  process.stderr.write(`round ${round + 1} of ${rounds}\n`);
}
/** @type {(string | number)[][]} */
const profiles = [];
const compared = ['/tag.html', '/not-at-once.html', '/hand.html', '/react.html', '/vue.html'];
for (const [name = '', path = ''] of variants.filter(([, each = '']) => compared.includes(each))) {
  /** @type {Record<string, number>[]} */
  const list = [];
  for (let round = 0; round < rounds; round++) list.push(await profile(path));
  profiles.push([name, ...kindsOfWork.map((kind) => median(list.map((times) => times[kind] ?? 0)).toFixed(1))]);
}
await browser.close();
server.close();

const painted = results.map((list) => list.map(({ paintedAt }) => paintedAt));
const [limit = []] = painted;
const cpuOf = (/** @type {number} */ index) => (results[index] ?? []).map(({ cpu }) => cpu);
const cpuOfReact = cpuOf(variants.findIndex(([, path]) => path === '/react.html'));
report('Page', 'npm run page', [
  `Slow 4G (400 ms round trip, 1.6 Mbit/s), processor ${SLOWER} × slower, ${PAPERS} papers, height reserved by the page as the README says; ${rounds} alternating rounds, medians. Blocking: time of tasks beyond 50 ms. CPU: processor time of the page's main thread from the address until all is quiet, in a load of its own on the same net, the processor as it is. kB: what the server sent, compressed, the page included, headers not.`,
  table(
    ['', 'first card, ms', '× static HTML', 'layout shift', 'blocking, ms', 'CPU, ms', 'CPU × React', 'kB'],
    variants.map(([name = ''], index) => {
      const list = results[index] ?? [];
      return [
        name,
        median(painted[index] ?? []).toFixed(0),
        formatRatio(painted[index] ?? [], limit),
        median(list.map(({ shift }) => shift)).toFixed(3),
        median(list.map(({ blocked }) => blocked)).toFixed(0),
        median(cpuOf(index)).toFixed(0),
        formatRatio(cpuOf(index), cpuOfReact),
        (median(list.map(({ bytes }) => bytes)) / 1000).toFixed(1),
      ];
    }),
  ),
  '### What the CPU time is, in ms: a trace of such a load, which makes everything a little slower',
  table(['', ...kindsOfWork], profiles),
]);
