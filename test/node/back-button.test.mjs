// @ts-check
/** A long list is still long when the reader comes back, in browsers that do not keep whole pages. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, readFeed, serveProject } from '../support/browser-page.mjs';

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

/** Shows 30 papers, leaves, comes back. @returns how many papers there are then */
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
  await tab.goto(`${server.origin}/other.html`);
  await tab.goBack();
  const cards = await readFeed(tab);
  await tab.close();
  server.close();
  return cards.length;
}

describe('the back button', () => {
  it('leads back to all the papers that were shown, where the feed may store', async () => {
    assert.equal(await comeBack('cache="session"'), 30);
  });

  it('leads to the first papers where it may not', async () => {
    assert.equal(await comeBack(''), 10);
  });
});
