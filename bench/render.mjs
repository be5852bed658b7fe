// @ts-check
/**
 * From papers at hand to papers painted: the processor's time of our cards beside hand-written elements and frameworks
 * that draw the same card with the same styles. `--rounds N` (default 11), `--sizes 10,50,1000,10000`.
 */
import { parseArgs } from 'node:util';
import { memoryBytes, usage, withPage } from './support/browser.mjs';
import { APPENDED, change, mountPapers, startRendering } from './support/rendering.mjs';
import { report, table } from './support/report.mjs';
import { formatRatio, median } from './support/statistics.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    sizes: { type: 'string', default: '10,50,1000,10000' },
    save: { type: 'boolean' },
  },
});
const sizes = values.sizes.split(',').map(Number);
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

/**
 * @param {typeof variants[number]} variant
 * @param {number} count
 * @param {'append' | 'sort' | 'filter' | 'refresh' | 'memory'} [then]
 */
const measure = ({ script, isLazy }, count, then) =>
  withPage(browser, async (tab, session) => {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await openPrepared(tab, script, count);
    const bytesBefore = then === 'memory' ? await memoryBytes(tab) : 0;
    let before = await usage(session);
    const wall = await mountPapers(tab, isLazy);
    let touched = 0;
    if (then === 'memory') {
      const { nodes } = await usage(session);
      return {
        cpu: 0,
        wall,
        touched,
        bytes: ((await memoryBytes(tab)) - bytesBefore) / count,
        nodes: (nodes - before.nodes) / count,
      };
    }
    if (then) {
      before = await usage(session);
      touched = await change(tab, then);
    }
    const after = await usage(session);
    return { cpu: (after.cpu - before.cpu) * 1000, wall, touched, bytes: 0, nodes: 0 };
  });

/** @type {string[]} */
const parts = [
  'CPU: main-thread processor time of script, style, layout and first paint, in ms; median of alternating rounds in fresh pages. ' +
    'Ratio: to hand-written elements of the same round, median with its 95 % interval. The control row is the same code against itself. ' +
    'Papers: 1,500 characters of abstract, 9 authors on average.',
];
for (const count of sizes) {
  const rounds = count > 5000 ? Math.min(5, Number(values.rounds)) : Number(values.rounds);
  const cpu = variants.map(() => /** @type {number[]} */ ([]));
  const wall = variants.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    const order = variants.map((_, index) => index);
    for (const index of round % 2 ? order.reverse() : order) {
      const variant = variants[index];
      if (!variant) continue;
      const result = await measure(variant, count);
      cpu[index]?.push(result.cpu);
      wall[index]?.push(result.wall);
    }
    process.stderr.write(`${count} papers, round ${round + 1} of ${rounds}\n`);
  }
  const [limit = []] = cpu;
  const react = cpu[variants.findIndex(({ name }) => name === 'React 19, no content-visibility')] ?? [];
  parts.push(
    `### ${count.toLocaleString('en')} papers, ${rounds} rounds`,
    table(
      ['', 'CPU ms', '× hand-written', '× React as people write it', 'laid out, wall ms'],
      variants.map(({ name }, index) => [
        name,
        median(cpu[index] ?? []).toFixed(1),
        formatRatio(cpu[index] ?? [], limit),
        formatRatio(cpu[index] ?? [], react),
        median(wall[index] ?? []).toFixed(0),
      ]),
    ),
  );
}

const shown = variants.slice(0, 6);
const rounds = Math.min(3, Number(values.rounds));
/** @type {(string | number)[][]} */
const rows = [];
for (const variant of shown) {
  /** @type {(string | number)[]} */
  const row = [variant.name];
  for (const [count, kind] of /** @type {const} */ ([
    [100, 'append'],
    [10_000, 'append'],
    [1000, 'sort'],
    [1000, 'filter'],
    [1000, 'refresh'],
  ])) {
    const results = [];
    for (let round = 0; round < rounds; round++) results.push(await measure(variant, count, kind));
    const cpu = median(results.map((result) => result.cpu)).toFixed(1);
    row.push(kind === 'refresh' ? `${cpu}; ${median(results.map((result) => result.touched))} changes` : cpu);
  }
  const memory = [
    await measure(variant, 1000, 'memory'),
    await measure(variant, 1000, 'memory'),
    await measure(variant, 1000, 'memory'),
  ];
  row.push(
    (median(memory.map(({ bytes }) => bytes)) / 1000).toFixed(1),
    median(memory.map(({ nodes }) => nodes)).toFixed(0),
  );
  rows.push(row);
  process.stderr.write(`changes of ${variant.name}\n`);
}
parts.push(
  `### Changes, CPU ms, median of ${rounds}, and what a card costs`,
  table(
    [
      '',
      `append ${APPENDED} to 100`,
      `append ${APPENDED} to 10,000`,
      'sort 1,000',
      'filter 1,000',
      'refresh 1,000, nothing new',
      'kB per card',
      'nodes per card',
    ],
    rows,
  ),
);

await close();
report('Rendering', 'npm run render', parts);
