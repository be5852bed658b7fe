// @ts-check
/** What the main thread is at work with while cards are drawn and added, ours beside others. `--rounds N` (default 7). */
import { parseArgs } from 'node:util';
import { withPage } from './support/browser.mjs';
import { APPENDED, change, mountPapers, startRendering } from './support/rendering.mjs';
import { report } from './support/report.mjs';
import { alternating } from './support/rounds.mjs';
import { tableOfWork, traced } from './support/trace.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, save: { type: 'boolean' } } });
const rounds = Number(values.rounds);
const { browser, close, openPrepared } = await startRendering();

const variants = [
  { name: 'hand-written', script: 'hand' },
  { name: 'hand-written, again (control)', script: 'hand' },
  { name: 'daily-papers', script: 'ours' },
  { name: 'React 19', script: 'react' },
];

/** @param {string} script @param {number} count @param {'append'} [then] */
const profile = (script, count, then) =>
  withPage(browser, async (tab, session) => {
    await openPrepared(tab, script, count);
    if (!then) return traced(tab, session, () => mountPapers(tab, true));
    await mountPapers(tab, true);
    return traced(tab, session, () => change(tab, then));
  });

const parts = [
  `With \`content-visibility\`; medians of ${rounds} alternating rounds in fresh pages, from a trace, which makes everything a little slower. Ratio: of the same round, median with its 95 % interval.`,
];
const names = variants.map(({ name }) => name);
for (const [title, count, then] of /** @type {const} */ ([
  ['1,000 papers', 1000, undefined],
  [`${APPENDED} added to 100`, 100, 'append'],
  [`${APPENDED} added to 10,000`, 10_000, 'append'],
])) {
  const results = await alternating(variants, rounds, ({ script }) => profile(script, count, then), title);
  parts.push(`### ${title}`, tableOfWork(names, results, 0));
}
await close();
report('Profiles', 'npm run profile', parts);
