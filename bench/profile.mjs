// @ts-check
/** What the main thread is at work with while cards are drawn and added, ours beside others. `--rounds N` (default 5). */
import { parseArgs } from 'node:util';
import { withPage } from './support/browser.mjs';
import { APPENDED, change, mountPapers, startRendering } from './support/rendering.mjs';
import { report, table } from './support/report.mjs';
import { median } from './support/statistics.mjs';
import { kindsOfWork, traced } from './support/trace.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, save: { type: 'boolean' } } });
const rounds = Number(values.rounds);
const { browser, close, openPrepared } = await startRendering();

const variants = [
  { name: 'hand-written', script: 'hand' },
  { name: 'daily-papers', script: 'ours' },
  { name: 'React 19', script: 'react' },
];

/** @param {number} count @param {'append'} [then] */
async function profile(count, then) {
  const results = variants.map(() => /** @type {Record<string, number>[]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    for (const [index, { script }] of variants.entries()) {
      const times = await withPage(browser, async (tab, session) => {
        await openPrepared(tab, script, count);
        if (!then) return traced(tab, session, () => mountPapers(tab, true));
        await mountPapers(tab, true);
        return traced(tab, session, () => change(tab, then));
      });
      results[index]?.push(times);
    }
    process.stderr.write(`${count} papers${then ? `, ${then}` : ''}, round ${round + 1} of ${rounds}\n`);
  }
  return table(
    ['CPU ms', ...kindsOfWork],
    variants.map(({ name }, index) => [
      name,
      ...kindsOfWork.map((kind) => median((results[index] ?? []).map((times) => times[kind] ?? 0)).toFixed(1)),
    ]),
  );
}

const parts = [
  `With \`content-visibility\`; medians of ${rounds} rounds in fresh pages, from a trace, which makes everything a little slower.`,
];
for (const [title, count, then] of /** @type {const} */ ([
  ['1,000 papers', 1000, undefined],
  [`${APPENDED} added to 100`, 100, 'append'],
  [`${APPENDED} added to 10,000`, 10_000, 'append'],
])) {
  parts.push(`### ${title}`, await profile(count, then));
}
await close();
report('Profiles', 'npm run profile', parts);
