// @ts-check
/** The hashes of the scripts for pages: they are those of the files, and a browser runs nothing that has another. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, readFeed, serveProject } from '../support/browser-page.mjs';

/** @type {Record<string, string>} */
const hashes = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8'));

describe('dist/cdn/integrity.json', () => {
  it('has the sha384 of each script', () => {
    const scripts = [
      'daily-papers.js',
      'daily-papers-math.js',
      ...readdirSync('src/lang').map((file) => `lang/${file.replace('.ts', '.js')}`),
    ];
    assert.deepEqual(Object.keys(hashes).sort(), scripts.sort());
    for (const [file, hash] of Object.entries(hashes)) {
      assert.ok(existsSync(`dist/cdn/${file}`), file);
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(`dist/cdn/${file}`))
          .digest('base64')}`,
      );
    }
  });
});

describe('a page with integrity', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const tag = (/** @type {string} */ host, /** @type {string} */ file, hash = hashes[file]) =>
    `<script type="module" src="${host}/dist/cdn/${file}" integrity="${hash}" crossorigin="anonymous"></script>`;
  const wrong = `sha384-${createHash('sha384').update('another file').digest('base64')}`;

  /** Opens a page whose scripts come from another host, as from a CDN. @param {(host: string) => string} scripts */
  async function open(scripts) {
    const cdn = await serveProject({}, { 'access-control-allow-origin': '*' });
    const body = `<!doctype html><html lang="fr"><link rel="icon" href="data:,">${scripts(cdn.origin)}
      <paper-feed src="/demo/papers.json" page-size="2"><p>Plain list</p></paper-feed>`;
    const server = await serveProject({ '/page.html': { body } });
    const { page, complaints } = await openPage(browser);
    await page.goto(`${server.origin}/page.html`);
    const close = () => Promise.all([page.close(), cdn.close(), server.close()]);
    return { page, complaints, close };
  }

  it('shows papers when script, language and mathematics have their hashes', async () => {
    const files = ['daily-papers.js', 'lang/fr.js', 'daily-papers-math.js'];
    const { page, complaints, close } = await open((host) => files.map((file) => tag(host, file)).join(''));
    assert.equal((await readFeed(page)).length, 2);
    await page.waitForFunction(() =>
      document.querySelector('paper-feed')?.shadowRoot?.querySelector('.footer button')?.textContent?.includes('plus'),
    );
    assert.deepEqual(complaints, []);
    await close();
  });

  it('does not run another file, and keeps its own words', async () => {
    const { page, complaints, close } = await open((host) => tag(host, 'daily-papers.js', wrong));
    assert.deepEqual(await page.evaluate(() => [!!customElements.get('paper-feed'), document.body.innerText.trim()]), [
      false,
      'Plain list',
    ]);
    assert.match(complaints.join('\n'), /integrity/);
    await close();
  });

  it('checks with an import map what a language alone brings along', async () => {
    const map = (/** @type {string} */ host, /** @type {string | undefined} */ hash) =>
      `<script type="importmap">${JSON.stringify({ integrity: { [`${host}/dist/cdn/daily-papers.js`]: hash } })}</script>`;
    const good = await open((host) => map(host, hashes['daily-papers.js']) + tag(host, 'lang/fr.js'));
    assert.equal((await readFeed(good.page)).length, 2);
    await good.close();
    const bad = await open((host) => map(host, wrong) + tag(host, 'lang/fr.js'));
    assert.equal(await bad.page.evaluate(() => !!customElements.get('paper-feed')), false);
    await bad.close();
  });
});
