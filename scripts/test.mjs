// @ts-check
/**
 * `npm test [-- FILE …]`: sets everything up, then runs the browser's tests (`*.test.ts`) and Node's (`*.test.mjs`), and
 * counts them all in its last line. `--no-build` tests with the dist/ that is there; further options go to
 * @web/test-runner (`--watch`, `--coverage`). BROWSERS=chromium,firefox,webkit chooses the browsers.
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

/** @type {import('./browser-tests.mjs').Counts[]} */
const counts = [];
if (!files.length || inBrowser.length) {
  ensureBrowsers((process.env.BROWSERS ?? 'chromium').split(','));
  counts.push(await runBrowserTests(inBrowser, options));
}
if (inNode.length) counts.push(await runNodeTests(inNode));

const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  counts.reduce((total, each) => total + each[key], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') || !sum('passed') ? 1 : 0);
