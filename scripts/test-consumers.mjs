// @ts-check
/**
 * `npm run test:consumers [-- NAME …]`: what people get who install the package. Packs it, installs it from npm into a
 * folder of its own for each project of test/consumers, checks that project's types, builds it, and reads its pages in a
 * browser. Takes some minutes. `--no-build` packs the dist/ that is there; `--keep` leaves the folders.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build, root, setUp } from './setup.mjs';

/**
 * @typedef {object} Consumer
 * @property {string[]} [pages]
 * @property {string} [folder] where its pages are
 * @property {[file: string, from: string, to: string][]} [mistakes] each of which its type check must find
 * @property {boolean} [isDrawnBefore] whether the papers are there without JavaScript
 */

/** @type {Record<string, Consumer>} */
const consumers = {
  html: { pages: ['index.html', 'classic.html'], folder: '.' },
  vite: {
    mistakes: [
      ['src/main.ts', "layout = 'compact'", "layout = 'circle'"],
      ['src/main.ts', 'event.paper.title', 'event.paper.titel'],
      ['src/main.ts', "'daily-papers/lang/fr.js'", "'daily-papers/lang/xx.js'"],
    ],
  },
  react: {
    mistakes: [
      ['src/main.tsx', 'layout="compact"', 'layout="circle"'],
      ['src/main.tsx', 'page-size={1}', 'page-size="many"'],
      ['src/main.tsx', 'highlight=', 'highligth='],
      ['src/main.tsx', 'event.paper.title', 'event.paper.titel'],
      ['src/main.tsx', 'useRef<PaperFeed>', 'useRef<HTMLFormElement>'],
    ],
  },
  vue: {
    mistakes: [
      ['src/App.vue', 'layout="compact"', 'layout="circle"'],
      ['src/App.vue', ':page-size="1"', ':page-size="true"'],
      ['src/App.vue', ':page-size="1"', ':page-sise="1"'],
      ['src/App.vue', '@paper-select="handleSelect"', '@paper-select="handleLoad"'],
    ],
  },
  svelte: {
    mistakes: [
      ['src/App.svelte', 'layout="compact"', 'layout="circle"'],
      ['src/App.svelte', 'page-size={1}', 'page-size={true}'],
      ['src/App.svelte', 'onpaper-select={handleSelect}', 'onpaper-feed-load={handleSelect}'],
    ],
  },
  server: { isDrawnBefore: true },
};

const counts = { projects: 0, pages: 0, mistakes: 0 };

/** Runs a program and gives its output; it must end as expected. @param {string[]} command */
function run(command, /** @type {string} */ cwd, isToFail = false) {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const output = `${stdout}\n${stderr}`;
  if ((status === 0) === isToFail)
    throw new Error(`${command.join(' ')} ended with ${status} in ${cwd}:\n${output.slice(-4_000)}`);
  return output;
}

/** Makes the mistake, expects the type check to find it, and takes it back. */
function checkMistake(
  /** @type {string} */ folder,
  /** @type {[file: string, from: string, to: string]} */ [file, from, to],
) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), `${file} has ${from}`);
  writeFileSync(path, text.replace(from, to));
  const output = run(['npm', 'run', 'check'], folder, true);
  assert.ok(output.includes(basename(file)), output);
  writeFileSync(path, text);
  counts.mistakes++;
}

/** Reads a page as a visitor would: papers, words of attributes understood, and the page hears of a click. */
async function checkPage(/** @type {import('puppeteer-core').Browser} */ browser, /** @type {string} */ address) {
  const { page, complaints } = await openPage(browser);
  await page.goto(address);
  const said = (/** @type {string} */ words) =>
    page.waitForFunction((text) => document.querySelector('output')?.textContent === text, { timeout: 20_000 }, words);
  await said('2 papers');
  assert.deepEqual(
    (await readFeed(page)).map(({ title, abstract, meta }) => [title, abstract.slice(0, 15), meta]),
    [['Note G: Bernoulli Numbers by Engine', 'How a machine w', ['Ada Lovelace']]],
  );
  await page.click('paper-feed >>> paper-card >>> a');
  await said('Note G: Bernoulli Numbers by Engine');
  const lists = await page.$$eval('author-list', (all) => all.map(({ shadowRoot }) => shadowRoot?.textContent));
  for (const names of lists) assert.match(names?.replace(/\s+/g, ' ') ?? '', /Ada Lovelace.*1 more/);
  assert.deepEqual(complaints, []);
  await page.close();
  counts.pages++;
}

/** Reads a page in a browser without JavaScript. */
async function checkWithoutScript(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ address,
) {
  const { page, complaints } = await openPage(browser);
  await page.setJavaScriptEnabled(false);
  await page.goto(address);
  assert.equal((await readFeed(page))[0]?.title, 'Note G: Bernoulli Numbers by Engine');
  assert.deepEqual(complaints, []);
  await page.close();
}

setUp();
if (!process.argv.includes('--no-build')) build();
const { ensureBrowsers } = await import('./ensure-browser.mjs');
ensureBrowsers(['chromium']);
const { launchBrowser, openPage, readFeed, serveProject } = await import('../test/support/browser-page.mjs');

const chosen = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const workshop = mkdtempSync(join(tmpdir(), 'daily-papers-consumers-'));
const browser = await launchBrowser();
/** @type {string[]} */
const failed = [];
try {
  run(['npm', 'pack', '--ignore-scripts', '--pack-destination', workshop], root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [name, consumer] of Object.entries(consumers)) {
    if (chosen.length && !chosen.includes(name)) continue;
    const { pages = ['index.html'], folder = 'dist', mistakes = [], isDrawnBefore = false } = consumer;
    const project = join(workshop, name);
    try {
      cpSync(join(root, 'test/consumers', name), project, { recursive: true });
      cpSync(join(root, 'test/consumers/papers.json'), join(project, folder === '.' ? '' : 'public', 'papers.json'));
      run(['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `../daily-papers-${version}.tgz`], project);
      const { scripts = {} } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
      if (scripts.check) run(['npm', 'run', 'check'], project);
      for (const mistake of mistakes) checkMistake(project, mistake);
      if (scripts.build) run(['npm', 'run', 'build'], project);
      assert.ok(existsSync(join(project, folder)));
      const server = await serveProject({}, {}, join(project, folder));
      for (const page of pages) {
        if (isDrawnBefore) await checkWithoutScript(browser, `${server.origin}/${page}`);
        await checkPage(browser, `${server.origin}/${page}`);
      }
      server.close();
      counts.projects++;
      console.log(`✓ ${name}: ${pages.length} page${pages.length > 1 ? 's' : ''}, ${mistakes.length} planted mistakes`);
    } catch (error) {
      failed.push(name);
      console.error(`✗ ${name}: ${error instanceof Error ? error.stack : error}`);
    }
  }
} finally {
  await browser.close();
  if (process.argv.includes('--keep')) console.log(`The projects are in ${workshop}.`);
  else rmSync(workshop, { recursive: true, force: true });
}
const { projects, pages, mistakes } = counts;
console.log(
  `\n${projects} consumers built from the packed package, ${pages} pages read in a browser, ` +
    `${mistakes} planted mistakes found by type checks${failed.length ? `; FAILED: ${failed.join(', ')}` : ''}`,
);
process.exit(failed.length || !projects ? 1 : 0);
