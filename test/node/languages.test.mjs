// @ts-check
/** The built languages: on pages beside the one script, before and after it, and imported by bundlers. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { launchBrowser, openPage, readFeed, root, serveProject } from '../support/browser-page.mjs';
import { bundlePage } from '../support/page-bundle.mjs';

/** Bytes of a language, brotli. */
const LIMIT = 2000;
const SCRIPT = 'dist/cdn/daily-papers.js';
const tags = readdirSync(`${root}/src/lang`).map((file) => file.replace(/\.ts$/, ''));

const read = (/** @type {string} */ path) => readFileSync(`${root}/${path}`, 'utf8');
const integrityOf = (/** @type {string} */ path) =>
  `sha384-${createHash('sha384').update(read(path)).digest('base64')}`;

/** A script tag with the hash of the file, as a careful webmaster writes it. */
const tag = (/** @type {string} */ path, attributes = '') =>
  `<script type="module" src="/${path}" integrity="${integrityOf(path)}" crossorigin="anonymous" ${attributes}></script>`;

const feed = '<paper-feed src="/demo/papers.json" page-size="2"></paper-feed>';
const pageOf = (/** @type {string} */ head, body = feed, lang = 'fr') =>
  `<!doctype html><html lang="${lang}"><head><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** What the button under the first papers says. */
const readButton = (/** @type {import('puppeteer-core').Page} */ page) =>
  page.$eval('paper-feed >>> .footer button', (button) => button.textContent?.trim());

/** Waits until the button says this; says what else it says when that does not happen. */
async function waitForButton(/** @type {import('puppeteer-core').Page} */ page, /** @type {string} */ text) {
  const hasText = (/** @type {string} */ wanted) =>
    document.querySelector('paper-feed')?.shadowRoot?.querySelector('.footer button')?.textContent?.trim() === wanted;
  await page.waitForFunction(hasText, { timeout: 5000 }, text).catch(() => undefined);
  assert.equal(await readButton(page), text);
}

describe('a language on a page', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  /** Also after a failed test: a server that stays open would keep the whole run from ending. @type {(() => unknown)[]} */
  const closers = [];
  afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

  /** A page with this content, opened. */
  async function openBody(/** @type {string} */ body, /** @type {Record<string, string>} */ headers = {}) {
    const server = await serveProject({ '/page.html': { body, headers } });
    closers.push(server.close);
    const opened = await openPage(browser);
    closers.push(() => opened.page.close());
    await opened.page.goto(`${server.origin}/page.html`);
    return opened;
  }

  const french = 'dist/cdn/lang/fr.js';
  /** @type {Record<string, string>} */
  const pages = {
    'after the script': pageOf(tag(SCRIPT) + tag(french)),
    'before the script': pageOf(tag(french) + tag(SCRIPT)),
    'both async': pageOf(tag(SCRIPT, 'async') + tag(french, 'async')),
    'after the panel': pageOf(tag(SCRIPT), feed + tag(french)),
    'without the script, which it brings': pageOf(tag(french)),
    'beside another language': pageOf(tag(SCRIPT) + tag('dist/cdn/lang/de.js') + tag(french)),
  };
  for (const [title, body] of Object.entries(pages)) {
    it(`works ${title}`, async () => {
      const { page, complaints, requests } = await openBody(body);
      assert.equal((await readFeed(page)).length, 2);
      await waitForButton(page, 'Afficher plus');
      assert.deepEqual(complaints, []);
      assert.equal(requests.filter((url) => url.endsWith(SCRIPT)).length, 1, 'the script is loaded once');
    });
  }

  it('may come later, while readers read, and go with the lang of the page', async () => {
    const { page, complaints } = await openBody(pageOf(tag(SCRIPT)));
    await readFeed(page);
    await waitForButton(page, 'Show more');
    await page.addScriptTag({ url: `/${french}`, type: 'module' });
    await waitForButton(page, 'Afficher plus');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await waitForButton(page, 'Show more');
    assert.deepEqual(complaints, []);
  });

  it('that cannot be loaded leaves the panel in English', async () => {
    const missing = '<script type="module" src="/dist/cdn/lang/xx.js"></script>';
    const { page } = await openBody(pageOf(tag(SCRIPT) + missing));
    assert.equal((await readFeed(page)).length, 2);
    await waitForButton(page, 'Show more');
  });

  it('may be loaded where the policy allows nothing but the scripts and the feed', async () => {
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types daily-papers";
    const { page, complaints } = await openBody(pageOf(tag(SCRIPT) + tag(french)), {
      'content-security-policy': policy,
    });
    await readFeed(page);
    await waitForButton(page, 'Afficher plus');
    assert.deepEqual(complaints, []);
  });
});

describe('each language', () => {
  it('is built for pages, imports the script beside it and nothing else', () => {
    for (const each of tags) {
      const code = read(`dist/cdn/lang/${each}.js`);
      const imports = [...code.matchAll(/\bimport\b[^;]*?["'`]([^"'`]+)["'`]/g)].map(([, source]) => source);
      assert.deepEqual(imports, ['../daily-papers.js'], each);
    }
  });

  it('is small', () => {
    for (const each of tags) {
      const bytes = brotliCompressSync(read(`dist/cdn/lang/${each}.js`)).length;
      assert.ok(bytes <= LIMIT, `${each}: ${bytes} bytes, brotli; the limit is ${LIMIT}`);
    }
  });

  it('is absent from the script', () => {
    const script = read(SCRIPT);
    for (const each of tags) {
      const [, word = ''] = /showMore: ?['"](.*?)['"]/.exec(read(`src/lang/${each}.ts`)) ?? [];
      assert.ok(word && read(`dist/cdn/lang/${each}.js`).includes(word), each);
      assert.ok(!script.includes(word), `${each}: ${word}`);
    }
  });

  it('is tested', () => {
    const tested = [...read('test/lang/languages.ts').matchAll(/src\/lang\/([\w-]+)\.js/g)].map(([, name]) => name);
    assert.deepEqual(tested.sort(), [...tags].sort());
  });

  it('is named in the guide', () => {
    const guide = read('docs/languages.md');
    for (const each of tags) assert.ok(guide.includes(`\`${each}\``), each);
  });

  it('stays when a bundler leaves out what is not used', async () => {
    for (const each of tags) {
      const { code } = await bundlePage(`import 'daily-papers/lang/${each}.js';`);
      assert.ok(code.includes(`("${each}", `), each);
    }
  });
});
