// @ts-check
/**
 * What keeps the page from answering: tasks of a load with 10 papers on a slow processor, the longest task with 10,000 in
 * scroll mode, and work on an idle page. `--rounds N` (default 11).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { countThreadTicks, launch, serve, withCpu, withPage } from './support/browser.mjs';
import { bundle } from './support/bundle.mjs';
import { bundleLoader } from './support/loader.mjs';
import { makePapers, toJsonFeed } from './support/papers.mjs';
import { report, table } from './support/report.mjs';
import { alternating } from './support/rounds.mjs';
import { formatRange } from './support/statistics.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' }, save: { type: 'boolean' } } });
const rounds = Number(values.rounds);
const IDLE_MS = 5000;
const SLOWER = 4;

const page = (/** @type {string} */ feed) => `<!doctype html><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><style>body { font: 16px/1.5 sans-serif; max-width: 45rem }</style>
<script type="module" src="/daily-papers.js"></script><paper-feed ${feed} heading="Papers"></paper-feed>`;

const panel = 'document.querySelector("paper-feed")';
const files = {
  '/daily-papers.js': { body: readFileSync(new URL('../dist/cdn/daily-papers.js', import.meta.url), 'utf8') },
  '/papers.js': { body: await bundle(`export { makePapers } from './support/papers.mjs'`) },
  '/few.json': { body: toJsonFeed(makePapers(50)), type: 'application/json' },
  // By script: the panel reads no answer of this size, its limit is 2 MB.
  '/many.html': {
    body: `${page('limit="10000" pagination="scroll" controls="search sort"')}<script type="module">
import { makePapers } from '/papers.js';
const papers = makePapers(10_000);
await new Promise((resolve) => setTimeout(resolve, 100));
notes.take();
${panel}.feed = { title: 'Papers', papers, skippedCount: 0, format: 'json-feed', fetchedAt: '2026-01-01T00:00:00Z' };
</script>`,
  },
  '/few.html': { body: page('src="/few.json"') },
  '/ten.json': { body: toJsonFeed(makePapers(10)), type: 'application/json' },
  '/ten.html': { body: page('src="/ten.json"') },
  '/hand.js': { body: await bundleLoader('./cards/hand-written.js', '/ten.json') },
  '/hand.html': {
    body: page('hidden').replace(/<script .*/, '<main></main><script type="module" src="/hand.js"></script>'),
  },
  '/none.html': { body: page('hidden').replace(/<script .*/, '<p>The page itself.') },
};
const server = await serve(files);
const browser = await launch();

/** Runs before the page's own scripts: notes the tasks over 50 ms, and who asks to be called back. */
function watch() {
  /** @type {number[]} */
  let tasks = [];
  const note = (/** @type {PerformanceEntry[]} */ entries) => tasks.push(...entries.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const notes = {
    calls: 0,
    /** The tasks since the last time, also those that nobody has been told of yet. */
    take() {
      note(observer.takeRecords());
      const taken = tasks;
      tasks = [];
      return taken;
    },
  };
  Object.assign(globalThis, { notes });
  for (const name of /** @type {const} */ (['setTimeout', 'setInterval', 'requestAnimationFrame'])) {
    const original = /** @type {any} */ (globalThis[name]);
    /** @type {any} */ (globalThis)[name] = (/** @type {any[]} */ ...args) => {
      notes.calls++;
      return original(...args);
    };
  }
}

const cards = `${panel}.shadowRoot.querySelectorAll("paper-card").length`;
const takeTasks = 'notes.take()';
/** Time for what an action has left to be done, and for the browser to tell of it. */
const IDLE_FRAMES =
  'new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(resolve, 300))))';

/** @param {import('puppeteer-core').Page} tab */
async function tasksOf(tab, /** @type {() => Promise<unknown>} */ action) {
  await action();
  await tab.evaluate(IDLE_FRAMES);
  const tasks = /** @type {number[]} */ (await tab.evaluate(takeTasks));
  return Math.max(0, ...tasks);
}

/** What a reader does with 10,000 papers, one after the other. @type {readonly [name: string, action: (tab: import('puppeteer-core').Page) => Promise<unknown>][]} */
const steps = [
  [
    'scroll down twenty times',
    async (tab) => {
      for (let step = 0; step < 20; step++) {
        const before = Number(await tab.evaluate(cards));
        await tab.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
        await tab.waitForFunction(`${cards} > ${before}`);
      }
    },
  ],
  [
    'focus on the search field',
    async (tab) => {
      await tab.evaluate('scrollTo(0, 0)');
      await tab.evaluate(`${panel}.shadowRoot.querySelector("input[type=search]").focus()`);
      await tab.waitForNetworkIdle({ idleTime: 1500 });
    },
  ],
  ['type a word', (tab) => tab.keyboard.type('robot graph')],
  [
    'clear it',
    async (tab) => {
      for (let index = 0; index < 11; index++) await tab.keyboard.press('Backspace');
    },
  ],
  ['sort', (tab) => tab.evaluate(`${panel}.sort = "title"`)],
];

/** The longest task of the load and of each step. */
const measureSteps = () =>
  withPage(browser, async (tab) => {
    await tab.evaluateOnNewDocument(watch);
    await tab.goto(`${server.origin}/many.html`);
    const load = await tasksOf(tab, () => tab.waitForFunction(`${cards} >= 10`));
    const longest = [load];
    for (const [, action] of steps) longest.push(await tasksOf(tab, () => action(tab)));
    return longest;
  });

/** The longest task when a reader types as soon as the field has the focus: the texts are not prepared yet. */
const measureHaste = () =>
  withPage(browser, async (tab) => {
    await tab.evaluateOnNewDocument(watch);
    await tab.goto(`${server.origin}/many.html`);
    await tasksOf(tab, () => tab.waitForFunction(`${cards} >= 10`));
    return tasksOf(tab, async () => {
      await tab.evaluate(`${panel}.shadowRoot.querySelector("input[type=search]").focus()`);
      await tab.keyboard.type('robot');
    });
  });

const loads = [
  { name: 'the page without a panel', path: '/none.html', isDone: 'true' },
  {
    name: 'with hand-written elements, 10 papers',
    path: '/hand.html',
    isDone: 'document.querySelector("main").childElementCount > 0',
  },
  { name: 'with a panel of 10 papers', path: '/ten.html', isDone: `${cards} === 10` },
  { name: 'with a panel of 10 papers, again (control)', path: '/ten.html', isDone: `${cards} === 10` },
];

/** The tasks over 50 ms of a load on a slow processor. @param {typeof loads[number]} load */
const measureLoad = ({ path, isDone }) =>
  withPage(browser, async (tab, session) => {
    await tab.evaluateOnNewDocument(watch);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await tab.goto(`${server.origin}${path}`);
    await tab.waitForFunction(isDone);
    await tab.waitForNetworkIdle({ idleTime: 1000 });
    return /** @type {number[]} */ (await tab.evaluate(takeTasks));
  });

const idlePages = [
  { name: 'the page without a panel', path: '/none.html', isDone: 'true' },
  { name: 'with 10 of 50 papers on screen', path: '/few.html', isDone: `${cards} > 0` },
  { name: 'with 10 of 50 papers on screen, again (control)', path: '/few.html', isDone: `${cards} > 0` },
];

/** Work, timers and frames of a page that nobody touches. @param {typeof idlePages[number]} page */
const measureIdle = ({ path, isDone }) =>
  withPage(browser, async (tab, session) => {
    await countThreadTicks(session);
    await tab.evaluateOnNewDocument(watch);
    await tab.goto(`${server.origin}${path}`);
    await tab.waitForFunction(isDone);
    await tab.waitForNetworkIdle({ idleTime: 1000 });
    const callsBefore = Number(await tab.evaluate('notes.calls'));
    const { cpu } = await withCpu(session, () => new Promise((resolve) => setTimeout(resolve, IDLE_MS)));
    return { cpu, calls: Number(await tab.evaluate('notes.calls')) - callsBefore };
  });

const ofSteps = await alternating(
  ['panel', 'the same again'],
  rounds,
  async () => [...(await measureSteps()), await measureHaste()],
  '10,000 papers',
);
const ofLoads = await alternating(loads, rounds, measureLoad, 'loads');
const ofIdlePages = await alternating(idlePages, rounds, measureIdle, 'idle');
await browser.close();
server.close();

report('Tasks', 'npm run tasks', [
  `In ms: median, lowest and highest of ${rounds} alternating rounds. Chromium reports tasks from 50 ms; 0 means that there was none.`,
  '### The longest task with 10,000 papers, `pagination="scroll"`, the processor as it is',
  table(
    ['', 'daily-papers', 'the same again (control)'],
    ['load', ...steps.map(([name]) => name), 'in a fresh page: type at once'].map((name, step) => [
      name,
      ...ofSteps.map((list) => formatRange(list.map((longest) => longest[step] ?? NaN))),
    ]),
  ),
  `### A load, the processor ${SLOWER} × slower`,
  'Blocking: what all tasks took beyond 50 ms each.',
  table(
    ['', 'tasks over 50 ms', 'longest, ms', 'blocking, ms'],
    loads.map(({ name }, index) => {
      const runs = ofLoads[index] ?? [];
      return [
        name,
        formatRange(runs.map(({ length }) => length)),
        formatRange(runs.map((tasks) => Math.max(0, ...tasks))),
        formatRange(runs.map((tasks) => tasks.reduce((sum, each) => sum + each - 50, 0))),
      ];
    }),
  ),
  `### An idle page, over ${IDLE_MS / 1000} s`,
  'Main thread: with the work of being asked for it.',
  table(
    ['', 'main thread, ms', 'timers and frames asked for'],
    idlePages.map(({ name }, index) => {
      const runs = ofIdlePages[index] ?? [];
      return [
        name,
        formatRange(
          runs.map(({ cpu }) => cpu),
          1,
        ),
        formatRange(runs.map(({ calls }) => calls)),
      ];
    }),
  ),
]);
