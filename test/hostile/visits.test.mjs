// @ts-check
/** What happens to a page as a whole: it is kept while the reader is away, and it is printed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, launchEngine, openPage, readFeed, serveProject } from '../support/browser-page.mjs';

const body = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
  <script type="module" src="/dist/cdn/daily-papers.js"></script>
  <paper-feed src="/demo/papers.json" page-size="5" controls="search"></paper-feed>`;

for (const engine of ['chromium', 'firefox', 'webkit']) {
  describe(`a page in ${engine}`, { skip: engines.skip(engine) }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveProject>>} */
    let server;
    before(async () => {
      browser = await launchEngine(engine);
      server = await serveProject({
        '/page.html': { body },
        '/other.html': { body: '<!doctype html><link rel="icon" href="data:,"><p>Another page' },
        '/elsewhere.html': { body: '<!doctype html><link rel="icon" href="data:,"><p>Elsewhere' },
      });
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    const open = async () => {
      const { page, complaints } = await openPage(browser);
      await page.goto(`${server.origin}/page.html`);
      await readFeed(page);
      return { page, complaints };
    };
    /** Presses "Show more" and waits until so many papers are there. */
    const showMore = async (/** @type {import('puppeteer-core').Page} */ page, /** @type {number} */ count) => {
      await page.evaluate(() => {
        const root = document.querySelector('paper-feed')?.shadowRoot;
        /** @type {HTMLElement | null | undefined} */ (root?.querySelector('.footer button'))?.click();
      });
      await page.waitForFunction(
        (/** @type {number} */ wanted) =>
          document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card').length === wanted,
        { polling: 'mutation' },
        count,
      );
    };

    const cannotGoBack = engine === 'firefox' && 'Puppeteer waits for ever for a page that Firefox has kept';
    it('comes back from the back/forward cache as it was left', { skip: cannotGoBack }, async (test) => {
      const { page, complaints } = await openPage(browser);
      /** Goes on to another page and comes back. Whether this is the page that was left, and no new one. */
      const leaveAndReturn = async () => {
        await page.evaluate(() => void Object.assign(window, { isSamePage: true }));
        await page.goto(`${server.origin}/elsewhere.html`);
        await page.goBack();
        return page.evaluate(() => 'isSamePage' in window);
      };
      await page.goto(`${server.origin}/other.html`);
      if (!(await leaveAndReturn())) return test.skip('the browser keeps no page at all');
      await page.goto(`${server.origin}/page.html`);
      await readFeed(page);
      await showMore(page, 10);
      const askedBefore = server.requests.filter((path) => path.endsWith('papers.json')).length;
      assert.ok(await leaveAndReturn(), 'the browser keeps other pages, but not one with a panel');
      assert.equal((await readFeed(page)).length, 10);
      await showMore(page, 15);
      assert.equal(server.requests.filter((path) => path.endsWith('papers.json')).length, askedBefore);
      assert.deepEqual(complaints, []);
      await page.close();
    });

    const cannotPrint = engine !== 'chromium' && `nothing can tell ${engine} to print here`;
    it('is printed whole and without what only a screen can do', { skip: cannotPrint }, async () => {
      const { page } = await open();
      const look = () =>
        page.evaluate(() => {
          const root = /** @type {ShadowRoot} */ (document.querySelector('paper-feed')?.shadowRoot);
          const isSeen = (/** @type {Element | null} */ each) => !!each?.getClientRects().length;
          const cards = [...root.querySelectorAll('paper-card')].map(({ shadowRoot }) => shadowRoot);
          return {
            controls: isSeen(root.querySelector('.controls')),
            button: isSeen(root.querySelector('.footer button')),
            titles: cards.filter((card) => isSeen(card?.querySelector('.title') ?? null)).length,
            clipped: cards.filter((card) => {
              const abstract = card?.querySelector('#abstract');
              return abstract && abstract.scrollHeight > abstract.clientHeight + 1;
            }).length,
          };
        });
      const screen = await look();
      assert.deepEqual([screen.controls, screen.button, screen.titles], [true, true, 5]);
      assert.ok(screen.clipped > 0);
      await page.emulateMediaType('print');
      assert.deepEqual(await look(), { controls: false, button: false, titles: 5, clipped: 0 });
      await page.emulateMediaType('screen');
      assert.deepEqual(await look(), screen);
      await page.close();
    });
  });
}
