// @ts-check
/** What each part of the one script is worth: by how much the compressed file shrinks without its bytes. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { report, table } from './support/report.mjs';

const read = (/** @type {string} */ name) => readFileSync(new URL(`../dist/cdn/${name}`, import.meta.url), 'utf8');
const code = read('daily-papers.js');

/** The parts by what the paths of their files hold; the first that fits counts. @type {[name: string, path: RegExp][]} */
const parts = [
  ['Lit and @lit/task', /node_modules\/(@lit\/|lit)/],
  ['zod/mini, as used', /node_modules\/zod\//],
  ['all styles', /styles\.ts$/],
  ['`src/feed/formats`', /src\/feed\/formats\//],
  ['`src/feed` besides: loading, cache, merging, selecting', /src\/feed\//],
  ['`src/shared`, all words', /src\/shared\//],
  ['`src/text`, BibTeX with it', /src\/text\//],
  ['`src/subscribe-form` with its services', /src\/subscribe-form\//],
  ['`src/paper-feed`', /src\/paper-feed\//],
  ['card and author list', /src\/(paper-card|author-list)\//],
];

/** Where each line of the file begins. */
const starts = [0];
for (const line of code.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1);

/** @type {{ at: number, source: string }[]} */
const mappings = [];
eachMapping(new TraceMap(read('daily-papers.js.map')), ({ generatedLine, generatedColumn, source }) =>
  mappings.push({ at: (starts[generatedLine - 1] ?? 0) + generatedColumn, source: source ?? '' }),
);
mappings.sort((a, b) => a.at - b.at);
const pieces = mappings.map(({ at, source }, index) => ({
  source,
  text: code.slice(at, mappings[index + 1]?.at ?? code.length),
}));
const head = code.slice(0, mappings[0]?.at);
const partOf = (/** @type {string} */ source) => parts.find(([, path]) => path.test(source))?.[0];

const whole = brotliCompressSync(code).length;
const rows = parts.map(([name]) => {
  const own = pieces.filter(({ source }) => partOf(source) === name);
  const without = pieces.filter((piece) => !own.includes(piece)).map(({ text }) => text);
  const raw = own.reduce((sum, { text }) => sum + text.length, 0);
  return { name, raw, worth: whole - brotliCompressSync(head + without.join('')).length };
});
rows.sort((a, b) => b.worth - a.worth);

report('Parts', 'npm run parts', [
  `Of ${(whole / 1000).toFixed(1)} kB, brotli 11. The parts share words, so their sum is less than the whole.`,
  table(
    ['part', 'minified, kB', 'worth, kB'],
    rows.map(({ name, raw, worth }) => [name, (raw / 1000).toFixed(1), (worth / 1000).toFixed(1)]),
  ),
]);
