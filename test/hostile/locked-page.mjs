// @ts-check
/** A page under a strict policy with a panel that draws all it can, and what must not happen there. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { parseFeed } from 'daily-papers/feed.js';
import { cardFields } from '../../dist/paper-card/card-view.js';
import { launchEngine, openPage, serveProject } from '../support/browser-page.mjs';

/** @typedef {import('./panel-driver.js').Shown} Shown */
/** @typedef {import('../support/browser-page.mjs').Page} Page */

/** As many entries as fit into the 2 MB that a feed may have. */
const BATCH_SIZE = 400;
export const fetchedAt = '2026-08-21T09:00:00.000Z';

export const batches = (/** @type {readonly string[]} */ strings, size = BATCH_SIZE) =>
  Array.from({ length: Math.ceil(strings.length / size) }, (_, at) => strings.slice(at * size, (at + 1) * size));

/** Opens the page before the tests of a suite and closes it after them. @param {string} engine */
export function useLockedPage(engine) {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof openPage>>} */
  let tab;
  /** Files of the feeds' origin, by path. @type {Record<string, Page>} */
  const feeds = {};
  /** @type {Awaited<ReturnType<typeof serveProject>>} */
  let source;
  /** @type {Awaited<ReturnType<typeof serveProject>>} */
  let host;

  before(async () => {
    browser = await launchEngine(engine);
    source = await serveProject(feeds, { 'access-control-allow-origin': '*' });
    const policy = [
      ...["default-src 'none'", "script-src 'self'", `connect-src ${source.origin}`, `img-src ${source.origin}`],
      ...["base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types daily-papers'],
    ];
    const attributes = `show="${cardFields.join(' ')}" abstract-lines="0" author-max="0" limit="1000" page-size="1000"`;
    const page = {
      headers: { 'content-security-policy': policy.join('; ') },
      body: `<!doctype html><html lang="en"><title>A locked page</title>
        <link rel="icon" href="${source.origin}/icon.svg">
        <script type="module" src="/test/hostile/panel-driver.js"></script>
        <script type="module" src="/dist/cdn/daily-papers.js"></script>
        <body><paper-feed src="${source.origin}/0.json" ${attributes}></paper-feed>`,
    };
    feeds['/0.json'] = { body: '{"version": "1.1", "items": []}', type: 'application/json' };
    feeds['/icon.svg'] = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' };
    host = await serveProject({ '/page.html': page });
    tab = await openPage(browser);
    tab.page.on('dialog', (dialog) => void dialog.dismiss());
    await tab.page.goto(`${host.origin}/page.html`);
    // Not Puppeteer's own way to wait, which in Firefox ESR 140 needs what the policy forbids.
    await tab.page.evaluate(async () => {
      while (!document.querySelector('paper-feed:state(empty)'))
        await new Promise((resolve) => setTimeout(resolve, 10));
    });
  });
  after(async () => {
    await browser.close();
    host.close();
    source.close();
  });

  let count = 0;
  const put = (/** @type {string} */ path, /** @type {object} */ document) => {
    feeds[path] = { body: JSON.stringify(document), type: 'application/json' };
  };

  /** Calls a function of the page's driver. As JSON, because WebDriver BiDi takes each value of an object apart. */
  const drive = async (/** @type {string} */ name, /** @type {unknown[]} */ ...args) =>
    JSON.parse(
      await tab.page.evaluate(
        async (each, json) => JSON.stringify(await /** @type {any} */ (window)[each](...JSON.parse(json))),
        name,
        JSON.stringify(args),
      ),
    );

  return {
    drive,

    /** The address that documents are read as coming from. */
    base: () => `${source.origin}/0.json`,

    /** Puts a document on the feeds' origin. @returns its address */
    publish(/** @type {object} */ document) {
      const path = `/${++count}.json`;
      put(path, document);
      return source.origin + path;
    },

    /** Puts another document in the place of one. @param {string} src @param {object} document */
    republish: (src, document) => put(new URL(src).pathname, document),

    /** A document as it is read when it comes from the feeds' origin. */
    parse: (/** @type {object} */ document, /** @type {import('daily-papers/feed.js').FormatChoice} */ format) =>
      parseFeed(document, { url: `${source.origin}/0.json`, fetchedAt, format }),

    /** @returns {Promise<{ error?: string, strange: string[], papers: Shown[] }>} */
    show: (/** @type {string} */ src, /** @type {string} */ format) => drive('show', src, format),

    /** Nothing ran, nothing was refused, and nobody was asked but for the feeds. */
    async assertQuiet(/** @type {(incident: string) => boolean} */ isExpected = () => false) {
      const incidents = await tab.page.evaluate(() => /** @type {any} */ (window).incidents.splice(0));
      assert.deepEqual(incidents.filter((/** @type {string} */ each) => !isExpected(each)).slice(0, 5), []);
      const asked = tab.requests
        .splice(0)
        .filter((url) => !url.startsWith(host.origin) && !url.startsWith(source.origin));
      assert.deepEqual(asked.filter((url) => !isExpected(`request ${url}`)).slice(0, 5), []);
      const served = host.requests.filter(
        (path) => !/^\/(page\.html|dist\/cdn\/daily-papers\.js|test\/hostile\/panel-driver\.js)$/.test(path),
      );
      assert.deepEqual(served, []);
      const unknown = source.requests
        .splice(0)
        .filter((path) => !feeds[path] && !isExpected(`request ${source.origin}${path}`));
      assert.deepEqual(unknown, []);
    },
  };
}
