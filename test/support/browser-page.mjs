// @ts-check
/** A browser and small servers for tests that look at whole pages from outside. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, findChromium, findFirefox, withoutOrientation } from '../../scripts/browser.mjs';
import { findWebKitGtk } from '../../scripts/webkitgtk.mjs';
import { launchWebKit } from './webkit-page.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const types = new Map(
  Object.entries({
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  }),
);

/**
 * @typedef {object} Page a page made for a test
 * @property {string} body
 * @property {string} [type]
 * @property {Record<string, string>} [headers]
 * @property {string[]} [posted] what is posted to it is added here
 */

/**
 * Serves pages made for a test and, behind them, the files of the project, on an origin of its own.
 *
 * @param {Record<string, Page>} [pages] by path
 * @param {Record<string, string>} [headers] for every answer
 * @param {string} [folder] another folder instead of the project's
 */
export async function serveProject(pages = {}, headers = {}, folder = root) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const page = pages[pathname];
    const file = join(folder, decodeURIComponent(pathname));
    if (page) {
      response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...headers, ...page.headers });
      response.end(page.body);
      if (request.method === 'POST') void text(request).then((posted) => page.posted?.push(posted));
    } else if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) {
      response.writeHead(200, { 'content-type': types.get(extname(file)) ?? 'text/plain', ...headers });
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  server.unref(); // a test that fails does not close it
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Paths asked for so far. */
    requests,
    close: () => server.close(),
  };
}

/** @param {string[]} args */
export const launchBrowser = (...args) =>
  puppeteer.launch({ executablePath: findChromium(), args: [...chromiumArgs, ...args] });

/** @type {Record<string, () => string | undefined>} */
const finders = { chromium: findChromium, firefox: findFirefox, webkit: findWebKitGtk };

/** Which engines there are: those of BROWSERS, where that is set. */
export const engines = {
  /** Why the tests in an engine are skipped; false when they are not. */
  skip(/** @type {string} */ name) {
    const chosen = process.env.BROWSERS?.split(',');
    if (chosen && !chosen.includes(name)) return `BROWSERS leaves ${name} out`;
    return !finders[name]?.() && `there is no ${name} here`;
  },
};

/** @param {string} name @param {string[]} args for Chromium */
export async function launchEngine(name, ...args) {
  if (name === 'webkit') return launchWebKit();
  if (name === 'firefox')
    return puppeteer.launch({ browser: 'firefox', executablePath: findFirefox(), headless: true });
  return launchBrowser(...args);
}

/**
 * A new page that remembers what went wrong in it and which addresses it asked for.
 *
 * @param {import('puppeteer-core').Browser} browser
 */
export async function openPage(browser) {
  const page = withoutOrientation(await browser.newPage());
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  return { page, complaints, requests };
}

/** Runs in the page: what is due has been drawn then. */
export const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/**
 * Waits until a feed shows all its papers, and gives what each card says: title, abstract, and the entries of its last line.
 *
 * @param {import('puppeteer-core').Page} page
 */
export async function readFeed(page, selector = 'paper-feed') {
  await page.waitForFunction(
    (/** @type {string} */ each) => {
      const root = document.querySelector(each)?.shadowRoot;
      return root?.querySelector('paper-card') && !root.querySelector('.skeleton');
    },
    { timeout: 10_000 },
    selector,
  );
  return page.evaluate((/** @type {string} */ each) => {
    const feed = document.querySelector(each);
    const cards = [...(feed?.shadowRoot?.querySelectorAll('paper-card') ?? [])];
    const textOf = (/** @type {Element | null | undefined} */ element) =>
      element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return cards.map(({ shadowRoot }) => ({
      title: textOf(shadowRoot?.querySelector('[part=title]')),
      abstract: textOf(shadowRoot?.querySelector('[part=abstract] p')),
      meta: [...(shadowRoot?.querySelector('[part=meta]')?.children ?? [])].map(textOf),
    }));
  }, selector);
}
