// @ts-check
/**
 * A keystroke in a search over 10,000 papers, beside the least that can be done: `includes` over prepared strings; in
 * Chromium, where the panel runs, and in Node. `--rounds N` (default 41).
 */
import { parseArgs } from 'node:util';
import { launch, serve, withPage } from './support/browser.mjs';
import { bundle } from './support/bundle.mjs';
import { measureKeystrokes, queries } from './support/keystrokes.mjs';
import { report, table } from './support/report.mjs';
import { formatRatio, median } from './support/statistics.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '41' }, save: { type: 'boolean' } } });
const rounds = Number(values.rounds);
const PAPERS = 10_000;

async function measureInChromium() {
  const script = await bundle(`export { measureKeystrokes } from './support/keystrokes.mjs'`);
  const server = await serve({
    '/': { body: '<!doctype html><title>Bench</title><link rel="icon" href="data:,">' },
    '/keystrokes.js': { body: script },
  });
  const browser = await launch();
  const measured = await withPage(browser, async (page) => {
    await page.goto(server.origin);
    return page.evaluate(
      async (...args) => {
        const module = await import(/** @type {string} */ ('/keystrokes.js'));
        return /** @type {typeof measureKeystrokes} */ (module.measureKeystrokes)(...args);
      },
      PAPERS,
      rounds,
    );
  });
  await browser.close();
  server.close();
  return measured;
}

/** @param {Awaited<ReturnType<typeof measureKeystrokes>>} measured */
function tableOf({ names, times }) {
  const means = times.map((list) => list.map((each) => each.reduce((sum, ms) => sum + ms, 0) / each.length));
  return table(
    ['', 'ms', '× bare loop', 'slowest of a round, ms'],
    names.map((name, index) => [
      name,
      median(means[index] ?? []).toFixed(1),
      formatRatio(means[index] ?? [], means[0] ?? []),
      median((times[index] ?? []).map((each) => Math.max(...each))).toFixed(1),
    ]),
  );
}

const inChromium = await measureInChromium();
const inNode = await measureKeystrokes(PAPERS, rounds);
report('Search', 'npm run search', [
  `A keystroke over ${PAPERS.toLocaleString('en')} papers of 1,600 characters: all are searched, the first 10 selected, nothing drawn; ${rounds} alternating rounds of ${queries.length} keystrokes, their mean.`,
  '### In Chromium',
  tableOf(inChromium),
  '### In Node',
  tableOf(inNode),
  `Preparing the texts takes ${inChromium.preparingMs.toFixed(0)} ms in all in Chromium, ${inNode.preparingMs.toFixed(0)} ms in Node: the panel does it in slices of 8 ms from when the search field gets the focus, and a search that is typed sooner waits for them.`,
]);
