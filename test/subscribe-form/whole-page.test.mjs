// @ts-check
/** The built form in whole pages: without JavaScript, under a strict policy, on https, and while the page arrives. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openPage, root, serveProject } from '../support/browser-page.mjs';
import { createStub, seenBy } from '../support/subscribe-stubs.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const SCRIPT = '/dist/cdn/daily-papers.js';
const FIELD = 'subscribe-form input[type=email]';
const own = (/** @type {string} */ action) =>
  `<subscribe-form><form method="post" action="${action}">
     <label>Email <input type="email" name="email" autocomplete="email" required></label> <button>Subscribe</button>
   </form></subscribe-form>`;
const html = (/** @type {string} */ body, head = `<script type="module" src="${SCRIPT}"></script>`) => ({
  body: `<!doctype html><html lang="en"><title>Form</title><link rel="icon" href="data:,">${head}${body}`,
});

/** What the live regions say, as soon as they say more than that something is under way. */
const messageOn = async (/** @type {Page} */ page) => {
  // A tab in the background draws no frames, so changes of the document are what to go by.
  const changes = /** @type {const} */ ({ polling: 'mutation' });
  const handle = await page.waitForFunction(() => {
    const regions = [...document.querySelectorAll('subscribe-form p[role]')];
    const said = regions.map((region) => region.textContent?.trim()).join('');
    return said !== 'Sending …' && said;
  }, changes);
  return String(await handle.jsonValue());
};

describe('<subscribe-form> in whole pages', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('works with JavaScript off, when the page wrote the form', async () => {
    const { id, url } = await createStub({ service: 'form' });
    const server = await serveProject({ '/': html(own(url)) });
    const { page } = await openPage(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(server.origin);
    await page.type(FIELD, 'ada@lab.example');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(page.url(), url);
    const requests = (await seenBy(id)) ?? [];
    assert.deepEqual(
      requests.map(({ method, body }) => [method, body]),
      [['POST', 'email=ada%40lab.example']],
    );
    await page.close();
    server.close();
  });

  it('opens the page of a service in a tab that knows nothing of this one', async () => {
    const { url } = await createStub({ service: 'buttondown' });
    const server = await serveProject({
      '/': html(`<subscribe-form service="buttondown" action="${url}"></subscribe-form>`),
    });
    const { page, complaints } = await openPage(browser);
    await page.goto(server.origin);
    await page.locator(FIELD).fill('ada@lab.example');
    const opened = browser.waitForTarget((target) => target.url() === url);
    await page.keyboard.press('Enter');
    assert.equal(await messageOn(page), 'Continue in the new tab.');
    const tab = await (await opened).page();
    assert.equal(await tab?.evaluate(() => window.opener), null);
    assert.equal(page.url(), `${server.origin}/`);
    assert.deepEqual(complaints, []);
    await tab?.close();
    await page.close();
    server.close();
  });

  it('keeps within a strict policy, in every state', async () => {
    const { url } = await createStub({ service: 'ghost', trouble: 'rate-limited' });
    const service = new URL(url).origin;
    const policy = `default-src 'none'; script-src 'self'; img-src data:; connect-src ${service}; form-action ${service}; require-trusted-types-for 'script'; trusted-types daily-papers`;
    const server = await serveProject(
      {
        '/': html(
          `<subscribe-form service="ghost" action="${url}" badge consent="You may."></subscribe-form>${own(url)}`,
        ),
      },
      { 'content-security-policy': policy },
    );
    const { page, complaints } = await openPage(browser);
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(violatedDirective, blockedURI),
      );
    });
    await page.goto(server.origin);
    await page.locator(FIELD).fill('ada');
    await page.keyboard.press('Enter');
    assert.match(await messageOn(page), /name@example\.com/);
    await page.locator(FIELD).fill('ada@lab.example');
    await page.locator('[type=checkbox]').click();
    await page.locator('subscribe-form button').click();
    await page.waitForFunction(() => document.body.textContent?.includes('Too many tries'));
    assert.equal(await page.$eval('subscribe-form form', (form) => getComputedStyle(form).display), 'flex');
    assert.deepEqual(
      complaints.filter((text) => !text.includes('status of 429')),
      [],
    );
    await page.close();
    server.close();
  });

  it('sends nothing from an https page to an http address', async () => {
    const { page, complaints, requests } = await openPage(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const isScript = pathname === SCRIPT;
      const body = isScript
        ? readFileSync(`${root}${SCRIPT}`, 'utf8')
        : html(`<subscribe-form action="http://news.example/in"></subscribe-form>`).body;
      void request.respond({ body, contentType: isScript ? 'text/javascript' : 'text/html' });
    });
    await page.goto('https://lab.example/');
    await page.locator(FIELD).fill('ada@lab.example');
    await page.keyboard.press('Enter');
    assert.match(await messageOn(page), /Nothing was sent: the connection .* is not secure/);
    assert.deepEqual(requests, ['https://lab.example/', `https://lab.example${SCRIPT}`]);
    assert.match(complaints.join(), /as secure as the page/);
    await page.close();
  });

  it('waits for a form that is still on its way, and writes one when there is none', async () => {
    /** @type {import('node:http').ServerResponse | undefined} */
    let rest;
    const server = createServer((request, response) => {
      if (request.url === SCRIPT) {
        response.setHeader('content-type', 'text/javascript');
        return void response.end(readFileSync(`${root}${SCRIPT}`));
      }
      response.setHeader('content-type', 'text/html');
      // The script has run, and the element stands there without its form.
      if (request.url === '/defined') {
        rest?.end(`<form method="post" action="/own"><input type="email" aria-label="Email"></form></subscribe-form>`);
        return void response.end();
      }
      rest = response;
      const start = html(
        `<subscribe-form id="alone" action="/written"></subscribe-form><subscribe-form id="late" action="/written">`,
        `<script type="module" async src="${SCRIPT}"></script>
         <script>customElements.whenDefined('subscribe-form').then(() => fetch('/defined'))</script>`,
      ).body;
      response.write(start.padEnd(4096));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const { page } = await openPage(browser);
    await page.evaluateOnNewDocument(() => {
      new MutationObserver(() => {
        const count = document.querySelectorAll('#late form').length;
        if (count)
          document.documentElement.dataset.most = String(
            Math.max(count, Number(document.documentElement.dataset.most ?? 0)),
          );
        if (document.querySelector('#late form[action$="/written"]')) document.documentElement.dataset.written = '';
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForSelector('#alone form');
    await page.waitForSelector('#late [role=alert]');
    const seen = await page.evaluate(() => ({
      alone: document.querySelector('#alone form')?.getAttribute('action'),
      late: [...document.querySelectorAll('#late form')].map((form) => form.getAttribute('action')),
      ...document.documentElement.dataset,
    }));
    assert.deepEqual(seen, { alone: `http://127.0.0.1:${port}/written`, late: ['/own'], most: '1' });
    await page.close();
    server.close();
  });
});
