// @ts-check
/** `npm run check`: every gate, that is each `check:…` script of package.json in its order; tells which failed. */
import { readFileSync } from 'node:fs';
import { build, npm, setUp } from './setup.mjs';

setUp();
build();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const failed = [];
for (const name of Object.keys(scripts).filter((script) => script.startsWith('check:'))) {
  console.log(`\n=== ${name}`);
  const startedAt = Date.now();
  const isPassed = npm('run', '--silent', name) === 0;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`=== ${name}: ${isPassed ? 'passed' : 'FAILED'} after ${seconds} s`);
  if (!isPassed) failed.push(name);
}
console.log(failed.length ? `\nFailed: ${failed.map((name) => `npm run ${name}`).join(', ')}` : '\nAll gates passed.');
process.exit(failed.length ? 1 : 0);
