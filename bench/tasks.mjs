// @ts-check
/**
 * What keeps the page from answering: tasks of a load with 10 papers on a slow processor, the longest task with 10,000 in
 * scroll mode, and work on an idle page.
 */
import { readFileSync } from 'node:fs';
import { launch, serve, usage, withPage } from './support/browser.mjs';
import { bundle } from './support/bundle.mjs';
import { bundleLoader } from './support/loader.mjs';
import { makePapers, toJsonFeed } from './support/papers.mjs';
import { report, table } from './support/report.mjs';
import { median } from './support/statistics.mjs';

const ROUNDS = 5;
const IDLE_MS = 5000;
const SLOWER = 4;

const page = (/** @type {string} */ feed) => `<!doctype html><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><style>body { font: 16px/1.5 sans-serif; max-width: 45rem }</style>
<script type="module" src="/daily-papers.js"></script><paper-feed ${feed} heading="Papers"></paper-feed>`;

const panel = 'document.querySelector("paper-feed")';
const server = await serve(() => files);
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
notes.tasks.length = 0;
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
const browser = await launch();
process.on('exit', () => browser.process()?.kill());

/** Runs before the page's own scripts: notes the tasks over 50 ms, and who asks to be called back. */
function watch() {
  const notes = { /** @type {number[]} */ tasks: [], calls: 0 };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => notes.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  for (const name of /** @type {const} */ (['setTimeout', 'setInterval', 'requestAnimationFrame'])) {
    const original = /** @type {any} */ (globalThis[name]);
    /** @type {any} */ (globalThis)[name] = (/** @type {any[]} */ ...args) => {
      notes.calls++;
      return original(...args);
    };
  }
}

const cards = `${panel}.shadowRoot.querySelectorAll("paper-card").length`;
const takeTasks = 'notes.tasks.splice(0)';

/** @param {import('puppeteer-core').Page} tab */
async function tasksOf(tab, /** @type {() => Promise<unknown>} */ action) {
  await tab.evaluate(takeTasks);
  await action();
  await tab.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  const tasks = /** @type {number[]} */ (await tab.evaluate(takeTasks));
  return Math.max(0, ...tasks);
}

const steps = ['load', 'scroll down twenty times', 'focus on the search field', 'type a word', 'clear it', 'sort'];
const longest = steps.map(() => /** @type {number[]} */ ([]));
for (let round = 0; round < ROUNDS; round++)
  await withPage(browser, async (tab) => {
    await tab.evaluateOnNewDocument(watch);
    await tab.goto(`${server.origin}/many.html`);
    await tab.waitForFunction(`${cards} > 0`);
    longest[0]?.push(Math.max(0, .../** @type {number[]} */ (await tab.evaluate(takeTasks))));
    const actions = [
      async () => {
        for (let step = 0; step < 20; step++) {
          const before = Number(await tab.evaluate(cards));
          await tab.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
          await tab.waitForFunction(`${cards} > ${before}`);
        }
      },
      async () => {
        await tab.evaluate('scrollTo(0, 0)');
        await tab.evaluate(`${panel}.shadowRoot.querySelector("input[type=search]").focus()`);
        await tab.waitForNetworkIdle({ idleTime: 1500 });
      },
      () => tab.keyboard.type('robot graph'),
      async () => {
        for (let index = 0; index < 11; index++) await tab.keyboard.press('Backspace');
      },
      () => tab.evaluate(`${panel}.sort = "title"`),
    ];
    for (const [index, action] of actions.entries()) longest[index + 1]?.push(await tasksOf(tab, action));
  });

/** The tasks over 50 ms of a load on a slow processor. @type {(path: string, isDone: string) => Promise<number[]>} */
const loadSlowly = (path, isDone) =>
  withPage(browser, async (tab, session) => {
    await tab.evaluateOnNewDocument(watch);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await tab.goto(`${server.origin}${path}`);
    await tab.waitForFunction(isDone);
    await tab.waitForNetworkIdle({ idleTime: 1000 });
    return /** @type {number[]} */ (await tab.evaluate(takeTasks));
  });

const loads = [
  ['the page without a panel', '/none.html', 'true'],
  ['the page without a panel, again (control)', '/none.html', 'true'],
  ['with hand-written elements, 10 papers', '/hand.html', 'document.querySelector("main").childElementCount > 0'],
  ['with a panel of 10 papers', '/ten.html', `${cards} === 10`],
];
const ofLoads = loads.map(() => /** @type {number[][]} */ ([]));
for (let round = 0; round < ROUNDS; round++)
  for (const [index, [, path = '', isDone = '']] of loads.entries())
    ofLoads[index]?.push(await loadSlowly(path, isDone));

/** @type {{ cpu: number, calls: number }[]} */
const idle = [];
for (let round = 0; round < ROUNDS; round++)
  await withPage(browser, async (tab, session) => {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.evaluateOnNewDocument(watch);
    await tab.goto(`${server.origin}/few.html`);
    await tab.waitForFunction(`${cards} > 0`);
    await tab.waitForNetworkIdle({ idleTime: 1000 });
    const [before, callsBefore] = [await usage(session), Number(await tab.evaluate('notes.calls'))];
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const [after, calls] = [await usage(session), Number(await tab.evaluate('notes.calls'))];
    idle.push({ cpu: (after.cpu - before.cpu) * 1000, calls: calls - callsBefore });
  });

await browser.close();
server.close();
report('Tasks', 'npm run tasks', [
  `10,000 papers, \`pagination="scroll"\`, the processor as it is; median of ${ROUNDS} runs. Chromium reports tasks from 50 ms; 0 means that there was none.`,
  table(
    ['', 'longest task, ms'],
    steps.map((step, index) => [step, median(longest[index] ?? []).toFixed(0)]),
  ),
  `### A load, the processor ${SLOWER} × slower; median of ${ROUNDS} runs`,
  table(
    ['', 'tasks over 50 ms', 'longest, ms', 'blocking, ms'],
    loads.map(([name = ''], index) => {
      const runs = ofLoads[index] ?? [];
      return [
        name,
        median(runs.map(({ length }) => length)),
        median(runs.map((tasks) => Math.max(0, ...tasks))).toFixed(0),
        median(runs.map((tasks) => tasks.reduce((sum, each) => sum + each - 50, 0))).toFixed(0),
      ];
    }),
  ),
  `### An idle page\n\nWith 10 of 50 papers on screen, over ${IDLE_MS / 1000} s: ${median(idle.map(({ cpu }) => cpu)).toFixed(1)} ms of main-thread time (asking included), ${median(idle.map(({ calls }) => calls))} timers or frames asked for.`,
]);
