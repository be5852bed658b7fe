// @ts-check
/**
 * From the address to the first card painted, on a phone: a slow net and a slow processor: our script in each way of loading it
 * beside static HTML, hand-written elements, React, Vue, a Bluesky feed and frames. `--rounds N` (default 8).
 */
import { parseArgs } from 'node:util';
import { countThreadTicks, launch, serve, usage, withPage } from './support/browser.mjs';
import { makePages, PAPERS } from './support/pages.mjs';
import { report, table } from './support/report.mjs';
import { alternating } from './support/rounds.mjs';
import { formatRange, formatRatio, median } from './support/statistics.mjs';
import { tableOfWork, traced } from './support/trace.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '8' }, save: { type: 'boolean' } } });
const rounds = Number(values.rounds);

/** 400 ms from request to answer, 1.6 Mbit/s down, 750 kbit/s up: a slow 4G; and a processor four times slower. */
const NET = { offline: false, latency: 400, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const PHONE = { width: 390, height: 844 };

/** With `alike`, the page of hand-written elements that loads in the same way. */
const variants = [
  { name: 'static HTML (the limit)', path: '/static.html' },
  { name: 'static HTML, again (control)', path: '/static.html' },
  { name: 'daily-papers, prerendered', path: '/prerendered.html' },
  { name: 'daily-papers, feed in the page', path: '/inline.html' },
  { name: 'daily-papers, script and feed preloaded', path: '/preloaded.html', alike: '/hand-preloaded.html' },
  { name: 'hand-written, script and feed preloaded', path: '/hand-preloaded.html', alike: '/hand-preloaded.html' },
  { name: 'daily-papers, script tag', path: '/tag.html', alike: '/hand.html', isTraced: true },
  {
    name: 'the same, not compiled at once (decision 13)',
    path: '/not-at-once.html',
    alike: '/hand.html',
    isTraced: true,
  },
  { name: 'hand-written, script tag', path: '/hand.html', alike: '/hand.html', isTraced: true },
  { name: 'hand-written, script tag, again (control)', path: '/hand.html', alike: '/hand.html', isTraced: true },
  { name: 'React 19, script tag', path: '/react.html', alike: '/hand.html', isTraced: true },
  { name: 'React 19, compiled at once as ours', path: '/react-at-once.html', alike: '/hand.html', isTraced: true },
  { name: 'Vue, script tag', path: '/vue.html', alike: '/hand.html', isTraced: true },
  { name: 'bsky-embed, script tag', path: '/bsky.html', alike: '/hand.html' },
  { name: 'a frame around static HTML', path: '/frame.html' },
];

const server = await serve(await makePages());
const browser = await launch();

/** Runs in each document before anything else: notes when a card has been painted, what moved, and what blocked. */
function watch() {
  const notes = { paintedAt: 0, shift: 0, blocked: 0 };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) notes.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.blocked += duration - 50;
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

/** What a reader notices of a load. @param {string} path */
const measureLoad = (path) =>
  withPage(browser, async (page, session) => {
    await page.setViewport(PHONE);
    await page.evaluateOnNewDocument(watch);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NET);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    server.takeSentBytes();
    await page.goto(`${server.origin}${path}`, { waitUntil: 'load' });
    await page.waitForFunction('notes.paintedAt', { timeout: 30_000 });
    await page.waitForNetworkIdle({ idleTime: 1000 });
    const notes = await page.evaluate(() => /** @type {any} */ (globalThis).notes);
    return /** @type {{ paintedAt: number, shift: number, blocked: number, bytes: number }} */ ({
      ...notes,
      bytes: server.takeSentBytes(),
    });
  });

/**
 * Processor time of a whole load, in ms. Apart from the other figures: whoever watches for the first card asks for frames,
 * and a processor made slower counts the time for which it is held up.
 *
 * @param {string} path
 */
const measureCpu = (path) =>
  withPage(browser, async (page, session) => {
    await countThreadTicks(session);
    await loadQuietly(page, session, path);
    return (await usage(session)).cpu;
  });

/**
 * Loads a page on the slow net, and waits until nothing happens any more.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').CDPSession} session
 * @param {string} path
 */
async function loadQuietly(page, session, path) {
  await page.setViewport(PHONE);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NET);
  await page.goto(`${server.origin}${path}`, { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 1500 });
}

const results = await alternating(
  variants,
  rounds,
  async ({ path }) => ({ ...(await measureLoad(path)), cpu: await measureCpu(path) }),
  'loads',
);
const compared = variants.filter(({ isTraced }) => isTraced);
const profiles = await alternating(
  compared,
  rounds,
  ({ path }) => withPage(browser, (page, session) => traced(page, session, () => loadQuietly(page, session, path))),
  'traces',
);
await browser.close();
server.close();

/** @param {number} index @param {keyof typeof results[number][number]} figure */
const valuesOf = (index, figure) => (results[index] ?? []).map((result) => result[figure]);
const indexOf = (/** @type {string} */ path) => variants.findIndex((variant) => variant.path === path);
const cpuOfReact = valuesOf(indexOf('/react.html'), 'cpu');
report('Page', 'npm run page', [
  `Slow 4G (400 ms round trip, 1.6 Mbit/s), processor ${SLOWER} × slower, a window of ${PHONE.width} × ${PHONE.height}, ${PAPERS} papers, height reserved by the page as docs/speed.md says; ${rounds} alternating rounds, medians. Ratios: of the same round, with their 95 % interval. Loaded alike: hand-written elements by script tag, or preloaded. Blocking: time of tasks beyond 50 ms, with lowest and highest. CPU: processor time of the page's main thread from the address until all is quiet, in a load of its own on the same net, the processor as it is. kB: what the server sent, compressed, the page included, headers not; of the prerendered panel also the feed, for which it asks behind what is shown.`,
  table(
    [
      '',
      'first card, ms',
      '× static HTML',
      '× hand-written, loaded alike',
      'layout shift',
      'blocking, ms',
      'CPU, ms',
      'CPU × React',
      'kB',
    ],
    variants.map(({ name, alike }, index) => {
      const painted = valuesOf(index, 'paintedAt');
      return [
        name,
        median(painted).toFixed(0),
        formatRatio(painted, valuesOf(0, 'paintedAt')),
        alike ? formatRatio(painted, valuesOf(indexOf(alike), 'paintedAt')) : '–',
        median(valuesOf(index, 'shift')).toFixed(3),
        formatRange(valuesOf(index, 'blocked')),
        median(valuesOf(index, 'cpu')).toFixed(0),
        formatRatio(valuesOf(index, 'cpu'), cpuOfReact),
        (median(valuesOf(index, 'bytes')) / 1000).toFixed(1),
      ];
    }),
  ),
  '### What the CPU time is, in ms: a trace of such a load, which makes everything a little slower',
  tableOfWork(
    compared.map(({ name }) => name),
    profiles,
    compared.findIndex(({ path }) => path === '/hand.html'),
  ),
]);
