// @ts-check
/** What SECURITY.md says can be relied on: its policy works as it is printed, and the tests that it names exist. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, readFeed, serveProject } from '../support/browser-page.mjs';

const guide = readFileSync('SECURITY.md', 'utf8');
const [policy = ''] = /(?<=Content-Security-Policy:\n)[^`]*/.exec(guide) ?? [];

describe('SECURITY.md', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser('--host-resolver-rules=MAP *.example 127.0.0.1');
  });
  after(() => browser.close());

  it('names tests and guides that exist', () => {
    const named = [...guide.matchAll(/\b(?:test|docs|\.github)\/[\w./-]*\w/g)].map(([path]) => path);
    assert.ok(named.length > 15);
    assert.deepEqual(
      named.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('prints a policy under which a panel has everything, without a violation', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', title: 'Note G', image: 'PICTURES/note-g.svg' }],
    };
    const page = { body: '' };
    const picture = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' };
    const server = await serveProject(
      { '/page.html': page, '/note-g.svg': picture },
      { 'access-control-allow-origin': '*' },
    );
    const { port } = new URL(server.origin);
    const at = (/** @type {string} */ name) => `http://${name}.example:${port}`;
    const printed = policy.replace(/https:\/\/(\w+)\.example/g, (_, name) => at(name)).replace(/\s+/g, ' ');
    page.body = `<!doctype html><html lang="en"><link rel="icon" href="${at('pictures')}/note-g.svg"><meta http-equiv="content-security-policy" content="${printed.trim()}">
      <script type="module" src="${at('cdn')}/dist/cdn/daily-papers.js"></script>
      <script type="module" src="${at('cdn')}/dist/cdn/lang/fr.js"></script>
      <paper-feed layout="grid"><script type="application/json">${JSON.stringify(feed).replace('PICTURES', at('pictures'))}</script>
        <subscribe-form slot="subscribe" action="${at('newsletter')}/join"></subscribe-form></paper-feed>
      <paper-feed id="asked" src="${at('lab')}/demo/papers.json" page-size="2"></paper-feed>`;
    const { page: tab, complaints, requests } = await openPage(browser);
    await tab.goto(`${at('lab')}/page.html`);
    assert.equal((await readFeed(tab)).length, 1);
    assert.equal((await readFeed(tab, '#asked')).length, 2);
    await tab.waitForNetworkIdle({ idleTime: 200 });
    assert.ok(requests.some((url) => url.startsWith(at('pictures'))));
    assert.deepEqual(complaints, []);
    server.close();
  });
});
