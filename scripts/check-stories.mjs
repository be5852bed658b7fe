// @ts-check
/**
 * Plays every story of a built Storybook and lets axe look at the result: light, dark, in forced colours, right-to-left.
 * `node scripts/check-stories.mjs [FOLDER] [--only=WORD]`: the folder of the build, and the stories with WORD in their id.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import axe from 'axe-core';
import { launchBrowser, root, serveProject } from '../test/support/browser-page.mjs';

/** Stories at the same time: more than two gain nothing on two cores. */
const WINDOWS = 2;

/** For one story with all its steps, on a slow and busy machine. */
const STORY_LIMIT_MS = 30_000;

/** @typedef {{ readonly scheme?: string, readonly forced?: string, readonly dir?: string }} Appearance */

/** @type {Record<string, Appearance>} */
const appearances = {
  light: {},
  dark: { scheme: 'dark' },
  'forced colours': { forced: 'active' },
  'right-to-left': { dir: 'rtl' },
};

/** A story is a piece of a page, so what only whole pages must have is not asked for. Pages in frames have tests of their own. */
const axeOptions = { rules: { region: { enabled: false }, 'target-size': { enabled: true } } };

/** Runs in the page before Storybook: hears when a story is over, and what went wrong in it. */
function listenToStory() {
  /** @type {string[]} */
  const faults = [];
  /** @type {any} */
  let channel;
  /** @type {(faults: string[]) => void} */
  let finish;
  // The testing library adds the whole document to its sentence.
  const messageOf = (/** @type {any} */ error) =>
    String(error?.description ?? error?.message ?? error).split(/\n\s*\n|Ignored nodes/)[0] ?? '';
  Object.assign(globalThis, { storyFaults: new Promise((resolve) => (finish = resolve)) });
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => channel,
    set(value) {
      channel = value;
      for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'])
        channel.on(event, (/** @type {unknown} */ error) => {
          faults.push(messageOf(error));
          if (event !== 'playFunctionThrewException') finish(faults);
        });
      channel.on('unhandledErrorsWhilePlaying', (/** @type {unknown[]} */ errors) =>
        faults.push(...errors.map(messageOf)),
      );
      channel.on('storyFinished', () => finish(faults));
    },
  });
}

/** Axe asks for the colour that text is filled with first; in forced colours Chromium names the one that is not used. */
function hideFillColour() {
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function (/** @type {string} */ name) {
    return name === '-webkit-text-fill-color' ? '' : getPropertyValue.call(this, name);
  };
}

/** Runs in the page. Stories may switch rules off, in the same words as for Storybook's own accessibility addon. */
async function runAxe(/** @type {import('axe-core').RunOptions} */ { rules }) {
  const { axe, __STORYBOOK_PREVIEW__: preview } = /** @type {any} */ (globalThis);
  const { options } = preview.currentRender.story.parameters.a11y;
  const { violations } = await axe.run(
    { include: '#storybook-root', exclude: 'iframe' },
    { rules: { ...rules, ...options?.rules } },
  );
  return violations;
}

const withLimit = (/** @type {Promise<any>} */ promise, /** @type {number} */ ms) => {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
};

/**
 * What is wrong with a story, one sentence each.
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').CDPSession} devtools
 * @param {string} address
 * @returns {Promise<string[]>}
 */
async function check(page, devtools, address) {
  await emulate(devtools, {});
  await page.goto(address);
  /** @type {string[]} */
  const faults = await page.evaluate(() => /** @type {any} */ (globalThis).storyFaults);
  if (faults.length) return faults;
  for (const [name, appearance] of Object.entries(appearances)) {
    await emulate(devtools, appearance);
    await page.evaluate((dir) => (document.documentElement.dir = dir), appearance.dir ?? 'ltr');
    /** @type {import('axe-core').Result[]} */
    const violations = await page.evaluate(runAxe, axeOptions);
    for (const { id, help, nodes } of violations)
      for (const { target, any } of nodes)
        faults.push(`${name}: ${id}: ${help}: ${target.flat().join(' ')}${any[0] ? ` (${any[0].message})` : ''}`);
  }
  return faults;
}

/** @param {import('puppeteer-core').CDPSession} devtools @param {Appearance} appearance */
const emulate = (devtools, { scheme = 'light', forced = 'none' }) =>
  devtools.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced },
      // Axe must not measure a colour on its way to another.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' } },
  allowPositionals: true,
});
const folder = positionals[0] ?? 'storybook-static';
/** @type {{ entries: Record<string, { id: string, type: string, title: string, name: string }> }} */
const index = JSON.parse(readFileSync(`${root}/${folder}/index.json`, 'utf8'));
const stories = Object.values(index.entries).filter(({ id, type }) => type === 'story' && id.includes(values.only));

// Kept by the browser, so that Storybook itself is read once and not for each story.
const server = await serveProject({}, { 'cache-control': 'max-age=3600' });
const browser = await launchBrowser();
/** @type {Map<string, string[]>} */
const faulty = new Map();
const queue = [...stories];

/** Checks one story after the other in a window of its own: tabs in the background are not drawn. */
async function work() {
  const page = await (await browser.createBrowserContext()).newPage();
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.setViewport({ width: 1000, height: 800 });
  await page.evaluateOnNewDocument(listenToStory);
  await page.evaluateOnNewDocument(hideFillColour);
  await page.evaluateOnNewDocument(axe.source);
  for (let story = queue.shift(); story; story = queue.shift()) {
    // Storybook's own accessibility addon would do the same work a fifth time.
    const address = `${server.origin}/${folder}/iframe.html?id=${story.id}&viewMode=story&globals=a11y.manual:!true;theme:system`;
    const faults = await withLimit(check(page, devtools, address), STORY_LIMIT_MS).catch((error) => [String(error)]);
    if (faults.length) faulty.set(`${story.title}: ${story.name} (${story.id})`, faults);
  }
}

await Promise.all(Array.from({ length: WINDOWS }, work));
await browser.close();
server.close();

for (const [story, faults] of faulty) console.error(`${story}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
console.log(
  `${stories.length} stories played, each looked at ${Object.keys(appearances).join(', ')}: ${faulty.size} with faults.`,
);
process.exitCode = faulty.size || !stories.length ? 1 : 0;
