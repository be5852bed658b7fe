// @ts-check
/** Pages that draw the same papers with our cards, with hand-written elements and with frameworks, in a browser. */
import { readFileSync } from 'node:fs';
import { launch, serve } from './browser.mjs';
import { bundle } from './bundle.mjs';

/** How many papers are added where some are. */
export const APPENDED = 100;

const preact = {
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  react: 'preact/compat',
};
const scripts = {
  ours: await bundle(`export { mount } from './cards/ours.js'`),
  hand: await bundle(`export { mount } from './cards/hand-written.js'`),
  react: await bundle(`export { mount } from './cards/react.jsx'`),
  preact: await bundle(`export { mount } from './cards/react.jsx'`, preact),
  vue: await bundle(`export { mount } from './cards/vue.js'`),
};

const page = (/** @type {string} */ script) => `<!doctype html><meta charset="utf-8"><title>Bench</title>
<style>body { margin: 1rem; font: 16px/1.5 sans-serif } main { max-width: 45rem }</style><main></main>
<script type="module">
${script === 'ours' ? `import '/daily-papers.js';` : ''}
import { mount } from '/${script}.js';
import { makePapers } from '/papers.js';
const settle = async (isDone) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const startedAt = performance.now();
  while (!isDone()) {
    if (performance.now() - startedAt > 60_000) throw new Error('Never drawn.');
    // With pauses: asking without end would count as work of those that draw a few cards at a time.
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  document.body.getBoundingClientRect();
  const laidOutAt = performance.now();
  await frame(); await frame(); await frame();
  return laidOutAt;
};
const cardsOf = (root) => root.querySelector('.list')?.childElementCount ?? 0;
const isDrawn = (root, count) => cardsOf(root) === count && (() => { const last = root.querySelector('.list').lastElementChild; return !!(last?.shadowRoot ?? last)?.querySelector('time'); })();
window.prepare = (count) => { window.papers = makePapers(count + ${APPENDED}); window.more = window.papers.splice(count); window.same = structuredClone(window.papers); };
// In a task of the page's own: what DevTools calls does not count as script in a trace.
const ownTask = () => new Promise((resolve) => setTimeout(resolve));
window.mountPapers = async (isLazy) => {
  await ownTask();
  const startedAt = performance.now();
  window.handle = mount(document.querySelector('main'), window.papers, { isLazy });
  const laidOutAt = await settle(() => isDrawn(window.handle.root, window.papers.length));
  return laidOutAt - startedAt;
};
window.change = async (kind) => {
  await ownTask();
  const { handle, more, same } = window;
  const list = handle.root.querySelector('.list');
  const first = list.firstElementChild, count = list.childElementCount;
  const title = (card) => (card?.shadowRoot ?? card)?.querySelector('.title')?.textContent;
  const firstTitle = title(first);
  if (kind === 'append') { handle.append(more); await settle(() => isDrawn(handle.root, count + more.length)); }
  else if (kind === 'sort') { handle.sort(); await settle(() => title(list.firstElementChild) !== firstTitle); }
  else if (kind === 'filter') { handle.filter(); await settle(() => list.childElementCount < count); }
  else { handle.refresh(same); await settle(() => true); }
};
// Apart from what is measured: it takes its time with many roots.
window.countChanges = () => {
  const what = { subtree: true, childList: true, attributes: true, characterData: true };
  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  const { root } = window.handle;
  for (const each of [root, ...[...root.querySelectorAll('.list > *')].flatMap((card) => card.shadowRoot ?? [])])
    observer.observe(each, what);
  window.changesSoFar = () => changes + observer.takeRecords().length;
};
window.isReady = true;
</script>`;

/** @type {Record<string, import('./browser.mjs').File>} */
const files = {
  '/daily-papers.js': { body: readFileSync(new URL('../../dist/cdn/daily-papers.js', import.meta.url), 'utf8') },
  '/papers.js': { body: await bundle(`export { makePapers } from './support/papers.mjs'`) },
};
for (const [name, body] of Object.entries(scripts)) {
  files[`/${name}.js`] = { body };
  files[`/${name}.html`] = { body: page(name) };
}

/** A browser, and a server of the pages. */
export async function startRendering() {
  const server = await serve(files);
  const browser = await launch();
  return {
    browser,

    /** Opens a page of one of the scripts, with so many papers at hand. */
    async openPrepared(
      /** @type {import('puppeteer-core').Page} */ tab,
      /** @type {string} */ script,
      /** @type {number} */ count,
    ) {
      await tab.goto(`${server.origin}/${script}.html`);
      await tab.waitForFunction('window.isReady');
      await tab.evaluate((n) => /** @type {any} */ (globalThis).prepare(n), count);
    },

    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Draws the papers. @returns {Promise<number>} ms until they were laid out */
export const mountPapers = (/** @type {import('puppeteer-core').Page} */ tab, /** @type {boolean} */ isLazy) =>
  tab.evaluate((lazy) => /** @type {any} */ (globalThis).mountPapers(lazy), isLazy);

/** Changes what is drawn. */
export const change = (
  /** @type {import('puppeteer-core').Page} */ tab,
  /** @type {'append' | 'sort' | 'filter' | 'refresh'} */ kind,
) => tab.evaluate((name) => /** @type {any} */ (globalThis).change(name), kind);

/** Counts from now on what changes in the document. @returns {Promise<() => Promise<number>>} how much that is so far */
export async function countChanges(/** @type {import('puppeteer-core').Page} */ tab) {
  await tab.evaluate('countChanges()');
  return async () => Number(await tab.evaluate('changesSoFar()'));
}
