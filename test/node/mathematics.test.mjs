// @ts-check
/** The built mathematics: on pages with the strictest policy, before and after the script, and imported by bundlers. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { launchBrowser, openPage, readFeed, root, serveProject } from '../support/browser-page.mjs';
import { bundlePage } from '../support/page-bundle.mjs';

/** Bytes, brotli. */
const LIMIT = 44_000;
const SCRIPT = 'dist/cdn/daily-papers.js';
const MATH = 'dist/cdn/daily-papers-math.js';
const read = (/** @type {string} */ path) => readFileSync(`${root}/${path}`, 'utf8');

const tag = (/** @type {string} */ path) =>
  `<script type="module" src="/${path}" integrity="sha384-${createHash('sha384').update(read(path)).digest('base64')}" crossorigin="anonymous"></script>`;

const papers = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [
    {
      id: '1',
      title: '$O(n^2)$ or Better',
      content_text:
        'For $\\hat{x} \\in \\mathbb{R}^n$ it costs $5 to $10. With $\\href{javascript:alert(1)}{x}$ and $\\begin{pmatrix} a & b \\end{pmatrix}$.',
    },
  ],
});
const feed = '<paper-feed src="/feed.json" abstract-lines="0" loading="eager"></paper-feed>';
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types daily-papers";

describe('mathematics on a page', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  /** Also after a failed test: a server that stays open would keep the whole run from ending. @type {(() => unknown)[]} */
  const closers = [];
  afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

  async function openBody(/** @type {string} */ body) {
    const server = await serveProject({
      '/page.html': {
        body: `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
        headers: { 'content-security-policy': STRICT },
      },
      '/feed.json': { body: papers, type: 'application/json' },
    });
    closers.push(server.close);
    const opened = await openPage(browser);
    closers.push(() => opened.page.close());
    await opened.page.goto(`${server.origin}/page.html`);
    return opened;
  }

  /** @type {Record<string, string>} */
  const pages = {
    'after the script': tag(SCRIPT) + tag(MATH) + feed,
    'before the script': tag(MATH) + tag(SCRIPT) + feed,
    'after the panel': tag(SCRIPT) + feed + tag(MATH),
  };
  for (const [title, body] of Object.entries(pages)) {
    it(`is drawn as MathML with the script ${title}, under the strictest policy`, async () => {
      const { page, complaints, requests } = await openBody(body);
      await readFeed(page);
      await page.waitForSelector('paper-feed >>> paper-card >>> math', { visible: true, timeout: 5000 });
      const { formulas, styles, text } = await page.$eval('paper-feed >>> paper-card >>> article', (article) => ({
        formulas: [...article.querySelectorAll('math')].map((math) => math.textContent),
        styles: article.querySelectorAll('math[style], math [style], math [class], .abstract a').length,
        text: article.querySelector('[part=abstract]')?.textContent?.replace(/\s+/g, ' ').trim(),
      }));
      assert.deepEqual(formulas, ['O(n2)', 'xˆ∈ℝn', '(ab)']);
      assert.equal(styles, 0);
      assert.equal(text, 'For xˆ∈ℝn it costs $5 to $10. With javascript:alert(1)x and (ab).');
      assert.deepEqual(complaints, []);
      assert.equal(requests.filter((url) => url.endsWith(SCRIPT)).length, 1, 'the script is loaded once');
    });
  }

  it('stays readable text without the second script', async () => {
    const { page, complaints } = await openBody(tag(SCRIPT) + feed);
    const [card] = await readFeed(page);
    assert.equal(card?.title, 'O(n2) or Better');
    assert.equal(await page.$('paper-feed >>> paper-card >>> math'), null);
    assert.deepEqual(complaints, []);
  });
});

describe(MATH, () => {
  const code = read(MATH);

  it('imports the script beside it and nothing else', () => {
    const imports = [...code.matchAll(/\bimport\b[^;"'`]*?["'`]([^"'`]+)["'`]/g)].map(([, source]) => source);
    assert.deepEqual(imports, ['./daily-papers.js']);
    assert.doesNotMatch(code, /\bimport\s*\(/);
  });

  it('is not in the script', () => assert.ok(!read(SCRIPT).includes('\\mathbb') && !read(SCRIPT).includes('msubsup')));

  it('names its licence, and comes with it', () => {
    assert.match(code.split('\n', 1)[0] ?? '', /Temml \(MIT\).*daily-papers\.licenses\.md/);
    assert.match(read('dist/cdn/daily-papers.licenses.md'), /^## temml /m);
  });

  it('has its size', () => {
    const bytes = brotliCompressSync(code).length;
    assert.ok(bytes <= LIMIT, `${bytes} bytes, brotli; the limit is ${LIMIT}`);
  });
});

describe('daily-papers/math.js', () => {
  it('stays when a bundler leaves out what is not used', async () => {
    const { code } = await bundlePage(`import 'daily-papers/math.js';`);
    assert.match(code, /setMathRenderer\(mathFromTex\)/);
  });
});
