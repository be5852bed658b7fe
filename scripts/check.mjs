// @ts-check
/**
 * `npm run check [-- --no-build]`: every gate, that is each `check:…` script of package.json; tells which failed. As many
 * run at the same time as there are cores, and each is told of when it is over. `--no-build` takes the dist/ that is there.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build, setUp, startNpm } from './setup.mjs';

/** Each takes much memory, so many cores are not all used. */
const AT_ONCE = Math.min(4, availableParallelism());

/** Begun with, because it takes as long as all the others together. */
const LONGEST = 'check:stories';

setUp();
if (!process.argv.includes('--no-build')) build();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const names = Object.keys(scripts).filter((script) => script.startsWith('check:'));
const queue = names.toSorted((a, b) => Number(b === LONGEST) - Number(a === LONGEST));
/** @type {Set<string>} */
const failed = new Set();

/** Runs one gate after the other. */
async function work() {
  for (let name = queue.shift(); name; name = queue.shift()) {
    const startedAt = Date.now();
    const { code, output } = await startNpm('run', '--silent', name);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    if (code !== 0) failed.add(name);
    console.log(`\n=== ${name}\n${output}=== ${name}: ${code === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
const again = names.filter((name) => failed.has(name)).map((name) => `npm run ${name}`);
console.log(again.length ? `\nFailed: ${again.join(', ')}` : '\nAll gates passed.');
process.exit(again.length ? 1 : 0);
