// @ts-check
/** What docs/privacy.md promises: whom a visitor's browser contacts, what it says there, and what it keeps. */
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, readFeed, root } from '../support/browser-page.mjs';

/** @typedef {{ path: string, headers: import('node:http').IncomingHttpHeaders }} Received */

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>';

/** A host that remembers what it was told. Each has a name of its own, as on the web. */
async function startHost(
  /** @type {string} */ name,
  /** @type {(path: string) => { type: string, body: string } | undefined} */ answer,
) {
  /** @type {Received[]} */
  const received = [];
  const server = createServer(({ url: path = '/', headers }, response) => {
    // Browsers look for it by themselves on every page that they come to.
    if (path !== '/favicon.ico') received.push({ path, headers });
    const isScript = path.startsWith('/dist/');
    const { type, body = '' } = isScript ? { type: 'text/javascript' } : (answer(path) ?? { type: 'text/plain' });
    const cookie = `${name.split('.')[0]}=1`;
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', 'set-cookie': cookie });
    if (isScript) createReadStream(root + path).pipe(response);
    else response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://${name}:${port}`, received, close: () => server.close() };
}

/** What a page has kept on the visitor's device. */
const keptBy = (/** @type {import('puppeteer-core').Page} */ page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    cookies: document.cookie,
  }));

/** Nothing but the cookie that the site itself sets. */
const NOTHING = { local: [], session: [], databases: [], workers: 0, cookies: 'site=1' };

describe('the privacy of a visitor', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Record<'site' | 'source' | 'pictures' | 'newsletter', Awaited<ReturnType<typeof startHost>>>} */
  let hosts;
  let markup = '';

  const feed = () => ({
    version: 'https://jsonfeed.org/version/1.1',
    items: [
      {
        id: '1',
        title: 'Note G',
        url: 'https://lab.example/note-g',
        image: `${hosts.pictures.origin}/note-g.svg`,
        authors: [{ name: 'Ada Lovelace', avatar: `${hosts.pictures.origin}/ada.svg` }],
        _paper: {
          organization: { name: 'Analytical Society', logo_url: `${hosts.pictures.origin}/logo.svg` },
          video_url: `${hosts.pictures.origin}/note-g.mp4`,
        },
      },
    ],
  });

  before(async () => {
    browser = await launchBrowser('--host-resolver-rules=MAP *.test 127.0.0.1');
    const picture = () => ({ type: 'image/svg+xml', body: PICTURE });
    hosts = {
      site: await startHost('site.test', (path) =>
        path.startsWith('/papers')
          ? { type: 'text/html', body: `<!doctype html><html lang="en"><link rel="icon" href="data:,">${markup}` }
          : undefined,
      ),
      source: await startHost('source.test', () => ({ type: 'application/json', body: JSON.stringify(feed()) })),
      pictures: await startHost('pictures.test', picture),
      newsletter: await startHost('newsletter.test', () => ({ type: 'text/html', body: 'Thanks' })),
    };
  });
  after(async () => {
    await browser.close();
    for (const host of Object.values(hosts)) host.close();
  });

  /** Opens a page with this markup for a new visitor, and gives what the hosts received. `close` finds what went elsewhere. */
  async function visit(/** @type {string} */ body) {
    for (const { received } of Object.values(hosts)) received.length = 0;
    markup = `<script type="module" src="/dist/cdn/daily-papers.js"></script>${body}`;
    const visitor = await browser.createBrowserContext();
    const page = await visitor.newPage();
    /** @type {string[]} */
    const strangers = [];
    page.on('request', (request) => {
      const url = request.url();
      const isKnown = Object.values(hosts).some(({ origin }) => url.startsWith(`${origin}/`));
      if (!isKnown && !url.startsWith('data:')) strangers.push(url);
    });
    await page.goto(`${hosts.site.origin}/papers?reader=42`);
    await page.waitForNetworkIdle({ idleTime: 200 });
    const paths = (/** @type {keyof typeof hosts} */ name) => hosts[name].received.map(({ path }) => path).sort();
    const close = () => {
      assert.deepEqual(strangers, [], 'nobody else is contacted');
      return visitor.close();
    };
    return { page, paths, close };
  }

  it('by default: the feed and its pictures are asked for without referrer and cookies, and nothing is kept', async () => {
    const { page, paths, close } = await visit(
      `<paper-feed src="${hosts.source.origin}/feed.json" show="thumbnail authors organization"></paper-feed>`,
    );
    assert.equal((await readFeed(page)).length, 1);
    assert.deepEqual(paths('site'), ['/dist/cdn/daily-papers.js', '/papers?reader=42']);
    assert.deepEqual(paths('source'), ['/feed.json']);
    assert.deepEqual(paths('pictures'), ['/logo.svg', '/note-g.svg']);
    assert.deepEqual(paths('newsletter'), []);
    await page.evaluate(() => document.querySelector('paper-feed')?.reload());
    await page.waitForNetworkIdle({ idleTime: 200 });
    assert.deepEqual(paths('source'), ['/feed.json', '/feed.json']);
    for (const { headers } of [...hosts.source.received, ...hosts.pictures.received])
      assert.equal(headers.referer, undefined);
    for (const { headers } of hosts.source.received) {
      assert.equal(headers.cookie, undefined);
      // Browsers say this much with every request to another host that a page may read.
      assert.equal(headers.origin, hosts.site.origin);
    }
    // When a reader leaves, a place in a list may be kept.
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    assert.deepEqual(await keptBy(page), NOTHING);
    await close();
  });

  it('with pictures left out: nobody but the feed is contacted', async () => {
    const { page, paths, close } = await visit(
      `<paper-feed src="${hosts.source.origin}/feed.json" show="abstract authors date"></paper-feed>`,
    );
    assert.equal((await readFeed(page)).length, 1);
    assert.deepEqual([paths('source'), paths('pictures')], [['/feed.json'], []]);
    await close();
  });

  it('with the feed in the page: nobody is contacted', async () => {
    const { page, paths, close } = await visit(
      `<paper-feed show="abstract authors date"><script type="application/json">${JSON.stringify(feed())}</script></paper-feed>`,
    );
    assert.equal((await readFeed(page)).length, 1);
    assert.deepEqual([paths('source'), paths('pictures')], [[], []]);
    await close();
  });

  it('a video is asked for when its button is pressed, not before', async () => {
    const { page, paths, close } = await visit(
      `<paper-feed src="${hosts.source.origin}/feed.json" show="thumbnail"></paper-feed>`,
    );
    await readFeed(page);
    assert.deepEqual(paths('pictures'), ['/note-g.svg']);
    await page.click('paper-feed >>> paper-card >>> .play');
    await page.waitForNetworkIdle({ idleTime: 200 });
    assert.ok(paths('pictures').includes('/note-g.mp4'));
    await close();
  });

  for (const cache of ['session', 'local'])
    it(`cache="${cache}" keeps the feed and the place, under the keys that are named`, async () => {
      const { page, close } = await visit(
        `<paper-feed src="${hosts.source.origin}/feed.json" cache="${cache}"></paper-feed>`,
      );
      await readFeed(page);
      // The place is kept as the reader leaves.
      await page.evaluate(() => dispatchEvent(new Event('pagehide')));
      const feedKey = `daily-papers:feed:auto ${hosts.source.origin}/feed.json`;
      // Without the page's query, which may tell who reads it.
      const placeKey = `daily-papers:place:/papers ${hosts.source.origin}/feed.json`;
      assert.deepEqual(await keptBy(page), {
        ...NOTHING,
        local: cache === 'local' ? [feedKey] : [],
        session: cache === 'local' ? [placeKey] : [feedKey, placeKey],
      });
      await close();
    });

  it('a subscribe form contacts nobody until it is sent, and then its service alone', async () => {
    const { page, paths, close } = await visit(
      `<subscribe-form action="${hosts.newsletter.origin}/join" target="_self"></subscribe-form>`,
    );
    await page.locator('subscribe-form input[type=email]').fill('ada@lab.example');
    assert.deepEqual(paths('newsletter'), []);
    assert.deepEqual(await keptBy(page), NOTHING);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.deepEqual(paths('newsletter'), ['/join']);
    await page.goto(`${hosts.site.origin}/papers`);
    assert.deepEqual(await keptBy(page), NOTHING);
    assert.deepEqual([paths('source'), paths('pictures')], [[], []]);
    await close();
  });
});
