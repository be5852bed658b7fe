// @ts-check
/** Panels that come and go leave nothing behind: no element, node, listener, observer, timer or request. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, serveProject } from '../support/browser-page.mjs';

const MOUNTS = 500;

const ALL = `show="abstract thumbnail authors organization date upvotes comments stars keywords summary submitter links"`;

/** What is put on the page and taken off it, by title. @type {Record<string, string>} */
const mounted = {
  'a loaded panel': `<paper-feed src="/papers.json" loading="eager" page-size="2" ${ALL}></paper-feed>`,
  'a panel with everything that waits': `<paper-feed src="/papers.json" loading="eager" page-size="2" refresh-minutes="5"
    pagination="scroll" controls="search sort period layout" cache="session" search="model"></paper-feed>`,
  'a panel that goes while it is drawn': '<paper-feed src="/many.json" loading="eager" page-size="12"></paper-feed>',
  'a panel out of view': '<div style="height: 9000px"></div><paper-feed src="/papers.json"></paper-feed>',
  'a panel without an answer': '<paper-feed src="HELD" loading="eager"></paper-feed>',
  'a card with a list of authors': `<paper-card heading="Note G" href="https://lab.example/" authors="Ada Lovelace; Alan Turing"
    author-count="7">It weaves.</paper-card><author-list authors="Ada Lovelace; Alan Turing" max="1"></author-list>`,
  'a subscribe form': '<subscribe-form action="https://lab.example/newsletter"></subscribe-form>',
  'a subscribe form that has subscribed': '<subscribe-form service="json" action="/subscribe"></subscribe-form>',
};

/** How much of what is left of 20 panels is too much. */
const tooMuch = { alive: 20, timers: 20, nodes: 40, listeners: 20 };

/** Things to do wrong, and the counters that each must raise. @type {Record<string, [string, ...(keyof typeof tooMuch)[]]>} */
const planted = {
  'a listener': ['addEventListener("resize", () => element);', 'alive', 'listeners'],
  'an element': ['(window.kept ??= []).push(element);', 'alive', 'nodes'],
  'an observer': [
    'new MutationObserver(() => element).observe(document, { subtree: true, attributeFilter: ["lang"] });',
    'alive',
  ],
  'a timer': ['setInterval(() => element, 60000);', 'alive', 'timers'],
  'a timer that knows no element': ['setInterval(() => {}, 60000);', 'timers'],
  'a listener that knows no element': ['addEventListener("resize", () => {});', 'listeners'],
  'a node of its own': [
    '(window.nodes ??= []).push(document.createElement("p"), document.createElement("p"));',
    'nodes',
  ],
};

/** Runs before the page's scripts: counts timers that are due. */
function countTimers() {
  /** @type {Set<unknown>} */
  const timers = new Set();
  Object.assign(window, { timers });
  for (const [start, stop] of /** @type {const} */ ([
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ])) {
    const [standardStart, standardStop] = [window[start], window[stop]];
    window[start] = /** @type {any} */ (
      (/** @type {any} */ call, /** @type {number} */ ms, /** @type {any[]} */ ...args) => {
        const id = /** @type {any} */ (standardStart)(
          (/** @type {any[]} */ ...all) => {
            if (start === 'setTimeout') timers.delete(id);
            call(...all);
          },
          ms,
          ...args,
        );
        timers.add(id);
        return id;
      }
    );
    window[stop] = (id) => {
      timers.delete(id);
      standardStop(id);
    };
  }
}

describe('what comes and goes', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serveProject>>} */
  let server;
  /** Answers that somebody still waits for; there are no others. */
  let heldCount = 0;
  let askedCount = 0;
  const holder = createServer((_request, response) => {
    heldCount += 1;
    askedCount += 1;
    response.on('close', () => (heldCount -= 1));
  });
  let heldUrl = '';
  before(async () => {
    browser = await launchBrowser('--js-flags=--expose-gc');
    const page = {
      body: `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
        <script type="module" src="/dist/cdn/daily-papers.js"></script><body><main></main>`,
    };
    const items = ['Note G', 'On Computable Numbers', 'The Chemical Basis of Morphogenesis'].map((title, id) => ({
      ...{ id, title, content_text: `${title}, a model. `.repeat(30), url: 'https://lab.example/', tags: ['model'] },
      _paper: { organization: { name: 'A lab' }, upvote_count: 7, submitter: 'Ada Lovelace', ai_summary: title },
    }));
    const json = (/** @type {object[]} */ papers) => ({
      type: 'application/json',
      body: JSON.stringify({ version: '1.1', title: 'What we read', items: papers }),
    });
    const many = Array.from({ length: 12 }, (_, id) => ({ id, title: `Note ${id}` }));
    const thanks = { type: 'application/json', body: '{"ok": true}' };
    const feeds = { '/papers.json': json(items), '/many.json': json(many) };
    server = await serveProject({ '/page.html': page, ...feeds, '/subscribe': thanks });
    await new Promise((resolve) => holder.listen(0, '127.0.0.1', () => resolve(undefined)));
    heldUrl = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (holder.address()).port}/papers.json`;
  });
  after(async () => {
    await browser.close();
    server.close();
    holder.close();
  });

  /** Mounts, waits for what there is to wait for, removes; often. @returns what is left of it */
  async function comeAndGo(/** @type {string} */ markup, fault = '', count = MOUNTS) {
    const { page, complaints } = await openPage(browser);
    await page.evaluateOnNewDocument(countTimers);
    await page.goto(`${server.origin}/page.html`);
    const session = await page.createCDPSession();
    const counters = async () => {
      // Twice, because what one collection frees may hold something else.
      for (let at = 0; at < 3; at += 1) {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
        await session.send('HeapProfiler.collectGarbage');
      }
      return session.send('Memory.getDOMCounters');
    };
    const mount = (/** @type {number} */ times) =>
      page.evaluate(
        async (html, plant, total) => {
          const all = /** @type {any} */ (window);
          all.elements ??= [];
          const spoil = new Function('element', plant);
          const main = /** @type {HTMLElement} */ (document.querySelector('main'));
          for (let at = 0; at < total; at += 1) {
            const holder = document.createElement('div');
            holder.innerHTML = html;
            const element = /** @type {any} */ (holder.lastElementChild);
            const isAnswering = element.matches('paper-feed[loading=eager][src^="/"]');
            const answer =
              isAnswering &&
              new Promise((resolve) => element.addEventListener('paper-feed-load', resolve, { once: true }));
            main.append(holder);
            spoil(element);
            if (answer) await answer;
            else await element.updateComplete;
            if (element.service === 'json') {
              const received = new Promise((resolve) => element.addEventListener('subscribe-success', resolve));
              element.querySelector('input').value = 'ada@lab.example';
              element.querySelector('button').click();
              await received;
            }
            holder.remove();
            all.elements.push(new WeakRef(element));
          }
        },
        markup.replace('HELD', heldUrl),
        fault,
        times,
      );
    // The first ones fill caches and compile code.
    await mount(10);
    const first = await counters();
    await mount(count);
    const countAlive = () =>
      page.evaluate(
        () => /** @type {any} */ (window).elements.filter((/** @type {WeakRef<object>} */ each) => each.deref()).length,
      );
    let last = await counters();
    // On a busy machine a request that has been given up takes its time to go. What has leaked never goes.
    for (let at = 0; at < 10 && (heldCount || (await countAlive()) > 1); at += 1) last = await counters();
    const alive = await countAlive();
    const timers = await page.evaluate(() => /** @type {any} */ (window).timers.size);
    const requests = heldCount;
    if (markup.includes('HELD')) assert.ok(askedCount > 0, 'nobody asked');
    await page.close();
    assert.deepEqual(complaints, []);
    return {
      alive,
      requests,
      timers,
      nodes: last.nodes - first.nodes,
      listeners: last.jsEventListeners - first.jsEventListeners,
    };
  }

  for (const [title, markup] of Object.entries(mounted)) {
    it(`leaves nothing of ${title}, ${MOUNTS} times`, async () => {
      const left = await comeAndGo(markup);
      assert.ok(left.alive <= 1, `${left.alive} elements are alive`);
      assert.equal(left.requests, 0, `${left.requests} requests are open`);
      assert.equal(left.timers, 0, `${left.timers} timers are due`);
      assert.ok(left.nodes < 50 && left.listeners < 5, JSON.stringify(left));
    });
  }

  for (const [title, [fault, ...counters]] of Object.entries(planted)) {
    it(`notices ${title} that stays: ${counters.join(', ')}`, async () => {
      const left = await comeAndGo(mounted['a loaded panel'] ?? '', fault, 20);
      for (const counter of counters)
        assert.ok(left[counter] >= tooMuch[counter], `${counter}: ${JSON.stringify(left)}`);
    });
  }

  it('notices a request that stays', async () => {
    const { requests } = await comeAndGo(mounted['a loaded panel'] ?? '', `fetch("${heldUrl}").catch(() => {});`, 3);
    assert.ok(requests > 0, 'no request is open');
  });
});
