// @ts-check
/**
 * The size gate: builds each bundle of size-budget.json as the CDN file is built, Lit and zod inside, and compares its
 * bytes (brotli 11) with the size recorded there, so that growth is a decision. The goal is what docs/decisions/0006-size.md
 * works towards; it is printed, not enforced. `--record` records the sizes of now.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const BUDGET_FILE = 'scripts/size-budget.json';

/** Growth up to this many bytes needs no word. */
const TOLERANCE = 64;

/**
 * @typedef {object} Bundle
 * @property {string} name
 * @property {string} entry
 * @property {number} goal bytes, brotli
 * @property {number} [recorded] bytes, brotli
 * @property {Record<string, number>} [modules] bytes before compression and minification, by file or package
 */

/** `src/feed/model.ts` for our own files, `lit-html` for what a package brings. */
const nameOf = (/** @type {string} */ id) =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? /\/(src\/.*)$/.exec(id)?.[1] ?? 'helpers of the compiler';

/** The built file and what each module put into it. */
async function bundle(/** @type {string} */ entry) {
  const result = await build({
    mode: 'cdn',
    logLevel: 'warn',
    build: { write: false, sourcemap: false, license: false, lib: { entry } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`Nothing was built from ${entry}.`);
  const [chunk] = output.output;
  /** @type {Record<string, number>} */
  const modules = {};
  for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
    const name = nameOf(id);
    if (renderedLength) modules[name] = (modules[name] ?? 0) + renderedLength;
  }
  const sorted = Object.fromEntries(Object.entries(modules).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { code: Buffer.from(chunk.code), modules: sorted };
}

/** What changed since the record, the largest change first. */
function changes(/** @type {Record<string, number>} */ before, /** @type {Record<string, number>} */ now) {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((name) => ({ name, by: (now[name] ?? 0) - (before[name] ?? 0) }))
    .filter(({ by }) => by)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, 10)
    .map(({ name, by }) => `    ${by > 0 ? '+' : ''}${by}  ${name}`);
}

/** @type {Bundle[]} */
const bundles = JSON.parse(readFileSync(BUDGET_FILE, 'utf8'));
const isRecording = process.argv.includes('--record');
for (const each of bundles) {
  const { code, modules } = await bundle(each.entry);
  const bytes = brotliCompressSync(code).length;
  const growth = bytes - (each.recorded ?? 0);
  console.log(`${each.name}: ${bytes} bytes brotli, ${gzipSync(code, { level: 9 }).length} gzip, ${code.length} plain`);
  if (bytes > each.goal) console.log(`  The goal is ${each.goal}: ${bytes - each.goal} bytes are still too many.`);
  if (isRecording) Object.assign(each, { recorded: bytes, modules });
  else if (growth > TOLERANCE) {
    process.exitCode = 1;
    console.error(
      `  It has grown by ${growth} bytes since it was recorded (${each.recorded ?? 'never'}). Before minification:`,
    );
    console.error(changes(each.modules ?? {}, modules).join('\n'));
    console.error(
      '  If that is worth it, run `npm run size -- --record` and commit the file, saying what the bytes buy.',
    );
  } else if (growth < -TOLERANCE)
    console.log(`  ${-growth} bytes less than recorded: \`npm run size -- --record\` keeps it that way.`);
}
if (isRecording) writeFileSync(BUDGET_FILE, `${JSON.stringify(bundles, null, 2)}\n`);
