// @ts-check
/**
 * `npm run test:mutation [-- FOLDER …]`: changes the code of a folder in a thousand places, one at a time, and tells
 * which changes no test notices; without a folder, all folders one after the other. Results that still hold are taken
 * from the last run; `--force` forgets them. docs/testing.md says what was found.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const MIN_PERCENT = 85;
/** Where Stryker works and writes; not in the repository. */
const cache = '.cache/mutation';

/** What is changed, and the tests that have to notice: the folder's own, and those of who uses it, where they are quick. */
const folders = {
  text: { mutate: 'src/text/**/*.ts', tests: /^text\// },
  services: {
    mutate: 'src/subscribe-form/services/*.ts',
    tests: /^subscribe-form\/(address|services|subscribe-form|page-form|outcomes)\.test/,
  },
  shared: {
    mutate: 'src/shared/*.ts',
    tests:
      /^(shared|author-list|subscribe-form|math)\/|^lang\/(choice|drawing)|^paper-card\/redrawn|^paper-feed\/paper-feed-(faults|periods|readers)|^feed\/load-feed-faults/,
  },
  formats: { mutate: 'src/feed/formats/*.ts', tests: /^feed\/(formats|describe|load-feed\.)/ },
  describe: { mutate: 'src/feed/describe/*.ts', tests: /^feed\/describe\// },
  feed: { mutate: 'src/feed/*.ts', tests: /^feed\/(?!formats|describe)|^paper-feed\/paper-feed-readers/ },
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const testFiles = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  // Two use commands of the test runner, which is not there; one takes its inputs at random.
  .filter((file) => !/subscribe-form.(accessibility|sending)|any-json/.test(file))
  .map((file) => file.replaceAll('\\', '/'));

/** @param {string} name @param {{ mutate: string, tests: RegExp }} folder */
const mutants = (name, { mutate, tests }) =>
  new Stryker({
    mutate: [mutate],
    testFiles: testFiles.filter((file) => tests.test(file)).map((file) => `test/${file}`),
    testRunner: 'browser',
    plugins: ['browser-runner.mjs', 'unchanged.mjs'].map((file) => fileURLToPath(new URL(file, import.meta.url))),
    ignorers: ['unchanged'],
    ignorePatterns: ['/*', '!/src', '!/test', '/test/visual', '/test/consumers', '!/tsconfig.json', '!/package.json'],
    concurrency: 2,
    // The runner has limits of its own, which know what a page is doing.
    timeoutMS: 120_000,
    tempDirName: `${cache}/sandbox`,
    incremental: true,
    incrementalFile: `${cache}/${name}.json`,
    force: process.argv.includes('--force'),
    reporters: ['clear-text', 'progress', 'html'],
    clearTextReporter: { reportTests: false, logTests: false, allowEmojis: false },
    htmlReporter: { fileName: `${cache}/${name}.html` },
    allowConsoleColors: false,
  }).runMutationTest();

const chosen = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const unknown = chosen.find((name) => !Object.hasOwn(folders, name));
if (unknown) throw new Error(`There is no folder "${unknown}": ${Object.keys(folders).join(', ')}.`);
process.chdir(root);

const table = [];
for (const [name, folder] of Object.entries(folders)) {
  if (chosen.length && !chosen.includes(name)) continue;
  const results = await mutants(name, folder);
  const count = (/** @type {string[]} */ ...statuses) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  table.push({ name, noticed: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') });
}

const percent = (/** @type {{ noticed: number, missed: number }[]} */ rows) => {
  const [noticed, missed] = [rows.map((row) => row.noticed), rows.map((row) => row.missed)].map((numbers) =>
    numbers.reduce((sum, each) => sum + each, 0),
  );
  return (100 * (noticed ?? 0)) / ((noticed ?? 0) + (missed ?? 0));
};
for (const row of table) console.log(`${row.name}: ${percent([row]).toFixed(1)} % of ${row.noticed + row.missed}`);
const total = percent(table);
console.log(`\n${total.toFixed(1)} % of the changes were noticed; expected: ${MIN_PERCENT} %`);
process.exitCode = table.some((row) => percent([row]) < MIN_PERCENT) ? 1 : 0;
