// @ts-check
/** A long list is still long when the reader comes back, in browsers that do not keep whole pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, readFeed, root, serveProject, twoFrames } from '../support/browser-page.mjs';

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  // Chromium keeps whole pages, even those that say no-store.
  browser = await launchBrowser('--disable-features=BackForwardCache');
});
after(() => browser.close());

const page = (/** @type {string} */ attributes) => ({
  body: `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/dist/cdn/daily-papers.js"></script>
    <paper-feed src="/demo/papers.json" ${attributes}></paper-feed>`,
});

/** Shows 30 papers, scrolls to the last, leaves, comes back. @returns how many papers there are then, and how far off */
async function comeBack(/** @type {string} */ attributes) {
  const server = await serveProject({ '/page.html': page(attributes), '/other.html': { body: 'Elsewhere' } });
  const { page: tab } = await openPage(browser);
  await tab.goto(`${server.origin}/page.html`);
  await readFeed(tab);
  for (const count of [20, 30]) {
    await tab.click('paper-feed >>> .footer button');
    await tab.waitForFunction(
      (/** @type {number} */ wanted) =>
        document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card').length === wanted,
      {},
      count,
    );
  }
  const place = () => tab.evaluate(() => scrollY);
  await tab.evaluate(() =>
    document.querySelector('paper-feed')?.shadowRoot?.querySelector('paper-card:nth-child(24)')?.scrollIntoView(),
  );
  await tab.evaluate(twoFrames);
  const before = await place();
  await tab.goto(`${server.origin}/other.html`);
  await tab.goBack();
  const cards = await readFeed(tab);
  await tab.evaluate(twoFrames);
  const distance = Math.abs((await place()) - before);
  await tab.close();
  server.close();
  return { count: cards.length, distance };
}

/** Shows all 51 papers of two pages, leaves, comes back when the second page cannot be had. */
async function comeBackToBrokenPages() {
  const { items, ...about } = JSON.parse(readFileSync(`${root}/demo/papers.json`, 'utf8'));
  const json = { type: 'application/json' };
  /** @type {Record<string, import('../support/browser-page.mjs').Page>} */
  const pages = {
    '/page.html': {
      ...page('cache="session" page-size="40"'),
      body: page('cache="session" page-size="40"').body.replace('/demo/papers.json', '/p1.json'),
    },
    '/other.html': { body: 'Elsewhere' },
    '/p1.json': { ...json, body: JSON.stringify({ ...about, next_url: '/p2.json', items: items.slice(0, 40) }) },
    '/p2.json': { ...json, body: JSON.stringify({ ...about, items: items.slice(40) }) },
  };
  const server = await serveProject(pages);
  const { page: tab } = await openPage(browser);
  await tab.goto(`${server.origin}/page.html`);
  await readFeed(tab);
  await tab.click('paper-feed >>> .footer button');
  await tab.waitForFunction(
    () => document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card').length === 51,
  );
  await tab.goto(`${server.origin}/other.html`);
  delete pages['/p2.json'];
  await tab.goBack();
  const cards = await readFeed(tab);
  await tab.waitForFunction(() => document.querySelector('paper-feed')?.shadowRoot?.textContent?.includes('Try again'));
  const before = server.requests.filter((path) => path === '/p2.json').length;
  await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const later = server.requests.filter((path) => path === '/p2.json').length;
  await tab.close();
  server.close();
  return { count: cards.length, asked: [before, later] };
}

describe('the back button', () => {
  it('does not ask for ever for a page that cannot be had', async () => {
    assert.deepEqual(await comeBackToBrokenPages(), { count: 40, asked: [2, 2] });
  });

  it('leads back to all the papers that were shown, and to the one that was read, where the feed may store', async () => {
    assert.deepEqual(await comeBack('cache="session"'), { count: 30, distance: 0 });
  });

  it('leads to the first papers where it may not', async () => {
    assert.equal((await comeBack('')).count, 10);
  });
});
