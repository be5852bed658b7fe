// @ts-check
/** Nothing on the page jumps when the papers arrive: Chromium's own measure of layout shift stays 0. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, serveProject, twoFrames } from '../support/browser-page.mjs';

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** The layout shift of a demo page while its feed loads; the answer comes after the placeholders have been painted. */
async function shiftOf(
  /** @type {string} */ path,
  /** @type {number} */ width,
  /** @type {number} */ height,
  /** @type {Parameters<typeof serveProject>[0]} */ pages = {},
) {
  const server = await serveProject(pages);
  const { page } = await openPage(browser);
  await page.setViewport({ width, height });
  await page.setRequestInterception(true);
  /** @type {import('puppeteer-core').HTTPRequest[]} */
  const held = [];
  page.on('request', (request) => {
    if (request.url().endsWith('papers.json')) held.push(request);
    else void request.continue();
  });
  await page.goto(`${server.origin}${path}`);
  await page.waitForFunction(() => document.querySelector('paper-feed')?.shadowRoot?.querySelector('[aria-busy=true]'));
  await page.evaluate(twoFrames);
  for (const request of held) await request.continue();
  await page.waitForFunction(() =>
    document.querySelector('paper-feed')?.shadowRoot?.querySelector('[aria-busy=false]'),
  );
  await page.evaluate(twoFrames);
  const shift = await page.evaluate(
    () =>
      new Promise((resolve) => {
        // Reports what has happened so far at once, and so resolves only when there was a shift …
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + /** @type {any} */ (entry).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        // … and otherwise after the observer had its turn.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
  await page.close();
  server.close();
  return shift;
}

describe('layout shift', () => {
  for (const [path, width, height] of /** @type {const} */ ([
    ['/demo/index.html', 800, 900],
    ['/demo/index.html', 390, 844],
    ['/demo/sidebar.html', 1000, 800],
    ['/demo/full-page.html', 1240, 900],
    ...[
      'bare',
      'bootstrap-5',
      'bootstrap-4',
      'bootstrap-3',
      'tailwind',
      'university',
      'sidebar',
      'dark',
      'right-to-left',
    ].map((site) => /** @type {const} */ ([`/demo/gallery/${site}.html`, 1000, 900])),
    ['/demo/gallery/bootstrap-5.html', 390, 844],
    ['/demo/gallery/sidebar.html', 390, 844],
  ])) {
    it(`is 0 on ${path}, ${width} px wide`, async () => {
      assert.equal(await shiftOf(path, width, height), 0);
    });
  }

  for (const layout of ['list', 'grid', 'compact'])
    it(`is 0 where neither heading nor byline comes, as a ${layout}`, async () => {
      const items = Array.from({ length: 12 }, (_, id) => ({ id, url: `/${id}`, title: `Paper ${id}` }));
      const shift = await shiftOf('/page.html', 800, 900, {
        '/page.html': {
          body: `<!doctype html><title>Bare</title><script type="module" src="/dist/cdn/daily-papers.js"></script>
<paper-feed src="/papers.json" layout="${layout}"></paper-feed>`,
        },
        '/papers.json': { body: JSON.stringify({ version: '1.1', items }), type: 'application/json' },
      });
      assert.equal(shift, 0);
    });
});
