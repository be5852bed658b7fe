// @ts-check
/**
 * From papers at hand to papers painted, and to papers changed: the processor's time of our cards beside hand-written
 * elements and frameworks that draw the same card with the same styles. `--rounds N` (default 15; 5 with 10,000 papers, 11
 * for changes), `--sizes 10,50,1000,10000`.
 */
import { parseArgs } from 'node:util';
import { countThreadTicks, memoryBytes, usage, withCpu, withPage } from './support/browser.mjs';
import { APPENDED, change, countChanges, mountPapers, startRendering } from './support/rendering.mjs';
import { report, table } from './support/report.mjs';
import { alternating } from './support/rounds.mjs';
import { formatRatio, median } from './support/statistics.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    sizes: { type: 'string', default: '10,50,1000,10000' },
    save: { type: 'boolean' },
  },
});
const roundsOr = (/** @type {number} */ usual) => Number(values.rounds ?? usual);
const { browser, close, openPrepared } = await startRendering();

/** The variants of a round. The last ones let the browser lay out every card, as frameworks are used. */
const variants = [
  { name: 'hand-written', script: 'hand', isLazy: true },
  { name: 'hand-written, again (control)', script: 'hand', isLazy: true },
  { name: 'daily-papers', script: 'ours', isLazy: true },
  { name: 'React 19', script: 'react', isLazy: true },
  { name: 'Preact', script: 'preact', isLazy: true },
  { name: 'Vue', script: 'vue', isLazy: true },
  { name: 'hand-written, no content-visibility', script: 'hand', isLazy: false },
  { name: 'daily-papers, no content-visibility', script: 'ours', isLazy: false },
  { name: 'React 19, no content-visibility', script: 'react', isLazy: false },
  { name: 'Preact, no content-visibility', script: 'preact', isLazy: false },
  { name: 'Vue, no content-visibility', script: 'vue', isLazy: false },
];
const lazy = variants.filter(({ isLazy }) => isLazy);
/** @typedef {typeof variants[number]} Variant */

/** @param {Variant} variant @param {number} count */
const measureDrawing = ({ script, isLazy }, count) =>
  withPage(browser, async (tab, session) => {
    await countThreadTicks(session);
    await openPrepared(tab, script, count);
    const { value: wall, cpu } = await withCpu(session, () => mountPapers(tab, isLazy));
    return { cpu, wall };
  });

/** @param {Variant} variant @param {number} count @param {Parameters<typeof change>[1]} kind */
const measureChange = ({ script, isLazy }, count, kind) =>
  withPage(browser, async (tab, session) => {
    await countThreadTicks(session);
    await openPrepared(tab, script, count);
    await mountPapers(tab, isLazy);
    const touched = kind === 'refresh' ? await countChanges(tab) : undefined;
    const { cpu } = await withCpu(session, () => change(tab, kind));
    return { cpu, touched: await touched?.() };
  });

/** @param {Variant} variant @param {number} count */
const measureCard = ({ script, isLazy }, count) =>
  withPage(browser, async (tab, session) => {
    await countThreadTicks(session);
    await openPrepared(tab, script, count);
    const [{ nodes: nodesBefore }, bytesBefore] = [await usage(session), await memoryBytes(tab)];
    await mountPapers(tab, isLazy);
    const { nodes } = await usage(session);
    return { bytes: ((await memoryBytes(tab)) - bytesBefore) / count, nodes: (nodes - nodesBefore) / count };
  });

const parts = [
  'CPU: main-thread processor time of script, style, layout and first paint, in ms; median of alternating rounds in fresh pages. ' +
    'Ratio: to hand-written elements of the same round, median with its 95 % interval. The control row is the same code against itself. ' +
    'Papers: 1,600 characters of abstract, 9 authors on average.',
];
for (const count of values.sizes.split(',').map(Number)) {
  const rounds = roundsOr(count > 5000 ? 5 : 15);
  const subject = `${count.toLocaleString('en')} papers`;
  const results = await alternating(variants, rounds, (variant) => measureDrawing(variant, count), subject);
  const cpu = results.map((list) => list.map((result) => result.cpu));
  const react = cpu[variants.findIndex(({ name }) => name === 'React 19, no content-visibility')] ?? [];
  parts.push(
    `### ${subject}, ${rounds} rounds`,
    table(
      ['', 'CPU ms', '× hand-written', '× React as people write it', 'laid out, wall ms'],
      variants.map(({ name }, index) => [
        name,
        median(cpu[index] ?? []).toFixed(1),
        formatRatio(cpu[index] ?? [], cpu[0] ?? []),
        formatRatio(cpu[index] ?? [], react),
        median((results[index] ?? []).map(({ wall }) => wall)).toFixed(0),
      ]),
    ),
  );
}

const changes = /** @type {const} */ ([
  { count: 100, kind: 'append' },
  { count: 10_000, kind: 'append' },
  { count: 1000, kind: 'sort' },
  { count: 1000, kind: 'filter' },
  { count: 1000, kind: 'refresh' },
]);
const rounds = roundsOr(11);
/** One round has all of them, so that appending to 100 and to 10,000 are of the same round too. */
const jobs = changes.flatMap((each) => lazy.map((variant) => ({ ...each, variant })));
const changed = await alternating(jobs, rounds, (job) => measureChange(job.variant, job.count, job.kind), 'changes');
const resultsOf = (/** @type {number} */ which, /** @type {number} */ variant) =>
  changed[which * lazy.length + variant] ?? [];
const cpuOf = (/** @type {number} */ which, /** @type {number} */ variant) =>
  resultsOf(which, variant).map(({ cpu }) => cpu);
/** Two cells: how long a change takes, and its ratio to hand-written elements. */
const cellsOf = (/** @type {number} */ which, /** @type {number} */ variant) => [
  median(cpuOf(which, variant)).toFixed(1),
  formatRatio(cpuOf(which, variant), cpuOf(which, 0)),
];
const cards = await alternating(lazy, rounds, (variant) => measureCard(variant, 1000), 'memory');
const bytesOf = (/** @type {number} */ variant) => (cards[variant] ?? []).map(({ bytes }) => bytes);
await close();

parts.push(
  `### ${APPENDED} papers added, CPU ms, ${rounds} rounds`,
  table(
    ['', 'to 100', '× hand-written', 'to 10,000', '× hand-written', 'to 10,000 ÷ to 100'],
    lazy.map(({ name }, index) => [
      name,
      ...cellsOf(0, index),
      ...cellsOf(1, index),
      formatRatio(cpuOf(1, index), cpuOf(0, index)),
    ]),
  ),
  `### Changes of 1,000 papers, CPU ms, ${rounds} rounds`,
  'Refresh: the same papers again. Nodes touched: changes that the document reports then.',
  table(
    ['', 'sort', '× hand-written', 'filter', '× hand-written', 'refresh', '× hand-written', 'nodes touched'],
    lazy.map(({ name }, index) => [
      name,
      ...[2, 3, 4].flatMap((which) => cellsOf(which, index)),
      median(resultsOf(4, index).map(({ touched = NaN }) => touched)),
    ]),
  ),
  `### What a card costs, of 1,000, ${rounds} rounds`,
  table(
    ['', 'kB', '× hand-written', 'nodes'],
    lazy.map(({ name }, index) => [
      name,
      (median(bytesOf(index)) / 1000).toFixed(1),
      formatRatio(bytesOf(index), bytesOf(0)),
      median((cards[index] ?? []).map(({ nodes }) => nodes)).toFixed(0),
    ]),
  ),
);
report('Rendering', 'npm run render', parts);
