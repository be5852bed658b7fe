// @ts-check
/**
 * `npm test [-- FILE …]`: sets everything up, then runs the browser's tests (`*.test.ts`) and Node's (`*.test.mjs`), and
 * counts them all in its last line. `--no-build` tests with the dist/ that is there; further options go to
 * @web/test-runner (`--watch`, `--coverage`). They run in Chromium, Firefox and WebKitGTK, as far as those are there or
 * can be installed without asking; BROWSERS=chromium, or BROWSERS=chromium,firefox, chooses.
 */
import { build, setUp } from './setup.mjs';

setUp();
const { ensureBrowsers } = await import('./ensure-browser.mjs');
const { runBrowserTests } = await import('./browser-tests.mjs');
const { nodeTestFiles, runNodeTests } = await import('./node-tests.mjs');

const files = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const options = process.argv.slice(2).filter((arg) => arg.startsWith('-') && arg !== '--no-build');
const inNode = files.length ? files.filter((file) => file.endsWith('.mjs')) : nodeTestFiles();
const inBrowser = files.filter((file) => !file.endsWith('.mjs'));

if (!process.argv.includes('--no-build')) build();

const { found, missing } = ensureBrowsers(process.env.BROWSERS?.split(','));
// For the runner's configuration, and for those of Node's tests that open more than one browser.
process.env.BROWSERS = found.join();

/** @type {import('./browser-tests.mjs').Counts[]} */
const counts = [];
if (!files.length || inBrowser.length) {
  counts.push(await runBrowserTests(inBrowser, options), { passed: 0, failed: 0, skipped: missing.size, failures: [] });
}
if (inNode.length) counts.push(await runNodeTests(inNode));
for (const [name, advice] of missing) console.log(`\nSkipped: all tests in ${name}. ${advice}`);

const failures = counts.flatMap((each) => each.failures);
if (failures.length) console.log(`\nFailed:\n  ${failures.join('\n  ')}`);

const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  counts.reduce((total, each) => total + each[key], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') || !sum('passed') ? 1 : 0);
