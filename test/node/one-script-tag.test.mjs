// @ts-check
/** The built script on whole pages: where the tag stands, where things come from, what the demo shows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, readFeed, root, serveProject } from '../support/browser-page.mjs';

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const papers = JSON.parse(readFileSync(`${root}/demo/papers.json`, 'utf8'));
const tag = (/** @type {string} */ attributes) =>
  `<script type="module" src="/dist/cdn/daily-papers.js" ${attributes}></script>`;
const feed = '<paper-feed src="/demo/papers.json"></paper-feed>';
const icon = '<link rel="icon" href="data:,">';

describe('the script tag', () => {
  /** @type {Record<string, string>} */
  const placements = {
    'in the head': `<!doctype html><head>${icon}${tag('')}</head><body>${feed}</body>`,
    'before the element': `<!doctype html>${icon}<body>${tag('')}${feed}</body>`,
    'after the element': `<!doctype html>${icon}<body>${feed}${tag('')}</body>`,
    async: `<!doctype html><head>${icon}${tag('async')}</head><body>${feed}</body>`,
    twice: `<!doctype html><head>${icon}${tag('')}</head><body>${feed}${tag('')}</body>`,
    'twice, from two addresses': `<!doctype html>${icon}<body>${tag('')}${feed}${tag('').replace('.js', '.js?again')}</body>`,
  };
  for (const [title, body] of Object.entries(placements)) {
    it(`works ${title}`, async () => {
      const server = await serveProject({ '/page.html': { body } });
      const { page, complaints, requests } = await openPage(browser);
      await page.goto(`${server.origin}/page.html`);
      assert.equal((await readFeed(page)).length, 10);
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        new Set(requests.map((url) => new URL(url).pathname)),
        new Set(['/page.html', '/dist/cdn/daily-papers.js', '/demo/papers.json']),
      );
      assert.equal(requests.filter((url) => url.endsWith('papers.json')).length, 1);
      await page.close();
      server.close();
    });
  }

  it('asks at once for what is in view while the page loads, and for nothing further down, folded away or in a frame', async () => {
    const never = 'class Never { observe() {} unobserve() {} disconnect() {} }; IntersectionObserver = Never;';
    const far = '<div style="height: 5000px"></div><paper-feed src="/demo/far.json"></paper-feed>';
    const folded = '<details><summary>Papers</summary><paper-feed src="/demo/folded.json"></paper-feed></details>';
    const pushed = 'position: fixed; inset-inline-start: -2000px; inline-size: 300px';
    const page = (/** @type {string} */ body) =>
      `<!doctype html><head>${icon}<script>${never}</script>${tag('')}</head><body>${body}</body>`;
    const unseen = {
      '/far.html': far,
      '/hidden.html': '<div hidden><paper-feed src="/demo/hidden.json"></paper-feed></div>',
      '/folded.html': folded,
      '/beside.html': `<div style="${pushed}"><paper-feed src="/demo/beside.json"></paper-feed></div>`,
    };
    const server = await serveProject({
      '/near.html': { body: page(feed + far) },
      '/frame.html': { body: page('<div style="height: 5000px"></div><iframe src="/framed.html"></iframe>') },
      '/framed.html': { body: page('<paper-feed src="/demo/framed.json"></paper-feed>') },
      ...Object.fromEntries(Object.entries(unseen).map(([path, body]) => [path, { body: page(body) }])),
    });
    const { page: tab, requests } = await openPage(browser);
    await tab.goto(`${server.origin}/near.html`);
    assert.equal((await readFeed(tab)).length, 10);
    for (const path of [...Object.keys(unseen), '/frame.html']) {
      await tab.goto(`${server.origin}${path}`);
      await tab.waitForFunction(() =>
        (frames[0] ?? window).document.querySelector('paper-feed')?.shadowRoot?.querySelector('[part=base]'),
      );
      await tab.waitForNetworkIdle();
    }
    const asked = requests.map((url) => new URL(url).pathname).filter((path) => path.endsWith('.json'));
    assert.deepEqual(asked, ['/demo/papers.json']);
    await tab.close();
    server.close();
  });

  it('works when page, script and feed have an origin each', async () => {
    const script = await serveProject({}, { 'access-control-allow-origin': '*' });
    const source = await serveProject({}, { 'access-control-allow-origin': '*' });
    const body = `<!doctype html>${icon}<script type="module" src="${script.origin}/dist/cdn/daily-papers.js"></script>
      <paper-feed src="${source.origin}/demo/papers.json"></paper-feed>`;
    const host = await serveProject({ '/page.html': { body } });
    const { page, complaints } = await openPage(browser);
    await page.goto(`${host.origin}/page.html`);
    assert.equal((await readFeed(page)).length, 10);
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      [host, script, source].map(({ requests }) => requests),
      [['/page.html'], ['/dist/cdn/daily-papers.js'], ['/demo/papers.json']],
    );
    await page.close();
    for (const server of [host, script, source]) server.close();
  });
});

describe('the demo', () => {
  it('shows ten of 51 papers, all after "Show more", with 13 organizations and three undated papers whole', async () => {
    const server = await serveProject();
    const { page, complaints } = await openPage(browser);
    await page.goto(`${server.origin}/demo/`.concat('index.html'));
    assert.equal((await readFeed(page)).length, 10);
    for (let shown = 10; shown < 51; shown += 10) {
      await page.click('paper-feed >>> .footer button');
      await page.waitForFunction(
        (/** @type {number} */ before) =>
          (document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card').length ?? 0) > before,
        {},
        shown,
      );
    }
    const cards = await readFeed(page);
    assert.equal(cards.length, 51);
    papers.items.forEach((/** @type {any} */ item, /** @type {number} */ index) => {
      const { title, abstract, meta } = cards[index] ?? { title: '', abstract: '', meta: [] };
      const { organization, author_count: count, comment_count: comments } = item._paper;
      // Both are cleaned of TeX, so only their plain beginnings can be compared.
      assert.ok(title.startsWith(item.title.split(/[\^\\]/)[0]), title);
      assert.ok(abstract.startsWith(item.content_text.split(/[\^\\'~`"{-]/)[0].slice(0, 60)), abstract);
      const origin = organization ? organization.name : count && `${count} author${count === 1 ? '' : 's'}`;
      const entries = [origin, item.date_published && 'date', comments && String(comments)].filter(Boolean);
      assert.deepEqual(
        meta.map((entry) => (/^\w{3} \d+(, \d{4})?$/.test(entry) ? 'date' : entry)),
        entries,
        title,
      );
    });
    assert.equal(papers.items.filter((/** @type {any} */ item) => item._paper.organization).length, 13);
    assert.equal(papers.items.filter((/** @type {any} */ item) => !item.date_published).length, 3);
    assert.deepEqual(complaints, []);
    await page.close();
    server.close();
  });

  for (const name of [
    'sidebar',
    'full-page',
    'dark',
    'two-feeds',
    'languages',
    'mathematics',
    'own-css',
    'strict-policy',
  ]) {
    it(`${name}.html shows papers without any complaint`, async () => {
      const server = await serveProject();
      const { page, complaints } = await openPage(browser);
      await page.goto(`${server.origin}/demo/${name}.html`);
      assert.ok((await readFeed(page)).length > 0);
      assert.deepEqual(complaints, []);
      await page.close();
      server.close();
    });
  }
});
