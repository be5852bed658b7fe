// @ts-check
/**
 * `npm run test:ghost`: subscribes at a real Ghost with the built element, in a browser, and reads the mail.
 *
 * Takes some minutes and half a gigabyte in the temporary folder, which it deletes at the end; GHOST_FOLDER names a
 * folder to install into and keep. Before that it compares Ghost's answers with those recorded in
 * test/fixtures/ghost-contract.json, which stand in for Ghost in all other tests; `--record` records them anew.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installGhost, startGhost, startMailSink } from './ghost-site.mjs';
import { build, setUp } from './setup.mjs';

/** @typedef {{ method: string, path: string, body?: object }} ContractRequest */
/** @typedef {{ status: number, headers: Record<string, string>, body: unknown }} ContractAnswer */
/** @typedef {Record<string, { request: ContractRequest, answer: ContractAnswer }>} Contract */

const CONTRACT_FILE = 'test/fixtures/ghost-contract.json';
const API = '/members/api/';
/** Tries that Ghost allows one visitor within ten minutes. */
const FREE_TRIES = 9;
/** An address that browsers take and Ghost refuses. */
const REFUSED = 'ada@localhost';

const TOKEN = { method: 'GET', path: `${API}integrity-token/` };
const subscription = (/** @type {object} */ fields) => ({
  method: 'POST',
  path: `${API}send-magic-link/`,
  body: { email: 'ada@lab.example', emailType: 'signup', labels: [], newsletters: [], ...fields },
});

/** @type {Record<string, ContractRequest>} */
const requests = {
  token: TOKEN,
  subscribed: subscription({ integrityToken: '<token>' }),
  'unknown fields': subscription({ integrityToken: '<token>', consent: 'yes' }),
  'bad address': subscription({ integrityToken: '<token>', email: REFUSED }),
  'bad token': subscription({ integrityToken: '1:2:3' }),
  'no token': subscription({}),
  'bot field': subscription({ integrityToken: '<token>', email: 'bot@lab.example', honeypot: 'x' }),
  preflight: { method: 'OPTIONS', path: `${API}send-magic-link/` },
};

/**
 * Asks as a page of another origin would, and keeps of the answer what does not change from run to run.
 * @param {string} origin @param {ContractRequest} request @returns {Promise<ContractAnswer>}
 */
async function ask(origin, { method, path, body }) {
  const token = await (await fetch(origin + TOKEN.path)).text();
  const response = await fetch(origin + path, {
    method,
    body: body && JSON.stringify(body).replace('<token>', token),
    headers: {
      origin: 'https://lab.example',
      ...(body && { 'content-type': 'application/json' }),
      ...(method === 'OPTIONS' && {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      }),
    },
  });
  const text = (await response.text())
    .replace(/^\d{13}:[\da-f]+:[\da-f]+$/, '<token>')
    .replace(/"id":"[\da-f-]{36}"/g, '"id":"<id>"');
  return {
    status: response.status,
    headers: Object.fromEntries(
      [...response.headers].filter(([name]) => /^(access-control-.*|content-type|retry-after)$/.test(name)),
    ),
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}

/** @returns {Promise<Contract>} */
async function readContract(/** @type {string} */ origin, /** @type {string} */ limitedOrigin) {
  /** @type {Contract} */
  const contract = {};
  for (const [name, request] of Object.entries(requests))
    contract[name] = { request, answer: await ask(origin, request) };
  const request = requests.subscribed ?? TOKEN;
  for (let count = 0; count < FREE_TRIES; count++) await ask(limitedOrigin, request);
  contract['too many tries'] = { request, answer: await ask(limitedOrigin, request) };
  return contract;
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 * @returns {Promise<{ event: string, code: string, words: string }>} how it ended
 */
async function subscribe(page, address) {
  const end = page.$eval(
    'subscribe-form',
    (form) =>
      new Promise((resolve) => {
        for (const event of ['subscribe-success', 'subscribe-handover', 'subscribe-error']) {
          form.addEventListener(event, (/** @type {any} */ { code }) => {
            resolve({ event, code, words: form.textContent });
          });
        }
      }),
  );
  await page.locator('subscribe-form input[type=email]').fill(address);
  await page.keyboard.press('Enter');
  return end;
}

setUp();
if (!process.argv.includes('--no-build')) build();
const { ensureBrowsers } = await import('./ensure-browser.mjs');
ensureBrowsers(['chromium']);
const { launchBrowser, openPage, serveProject } = await import('../test/support/browser-page.mjs');

const folder = process.env.GHOST_FOLDER ?? mkdtempSync(join(tmpdir(), 'daily-papers-ghost-'));
const site = installGhost(folder);
const sink = await startMailSink();
/** @type {(() => unknown)[]} */
const cleanUps = [() => sink.close()];
const start = async (/** @type {boolean} */ isLimited) => {
  const ghost = await startGhost(site, { mailPort: sink.port, isLimited });
  cleanUps.unshift(() => ghost.stop());
  return ghost;
};

const step = (/** @type {string} */ what) => console.log(`✓ ${what}`);
try {
  const ghost = await start(false);
  const limited = await start(true);
  step('Ghost is up');

  const contract = await readContract(ghost.origin, limited.origin);
  if (process.argv.includes('--record')) writeFileSync(CONTRACT_FILE, `${JSON.stringify(contract, null, 2)}\n`);
  assert.deepEqual(contract, JSON.parse(readFileSync(CONTRACT_FILE, 'utf8')));
  step(`Ghost answers as recorded: ${Object.keys(contract).join(', ')}`);

  const form = (/** @type {string} */ origin) => `<!doctype html><html lang="en"><title>Ghost</title>
    <subscribe-form service="ghost" action="${origin}" tags="papers" redirect="${origin}/about/"></subscribe-form>
    <script type="module" src="/dist/cdn/daily-papers.js"></script>`;
  const server = await serveProject({
    '/': { body: form(ghost.origin) },
    '/limited': { body: form(limited.origin) },
  });
  cleanUps.unshift(() => server.close());
  const browser = await launchBrowser();
  cleanUps.unshift(() => browser.close());
  const { page, complaints } = await openPage(browser);
  /** A page whose requests go through a function. */
  const openInterceptedPage = async (
    /** @type {(request: import('puppeteer-core').HTTPRequest) => Promise<void>} */ handle,
  ) => {
    const intercepted = await browser.newPage();
    await intercepted.setRequestInterception(true);
    intercepted.on('request', (request) => void handle(request));
    return intercepted;
  };
  await page.goto(server.origin);

  const end = await subscribe(page, 'grace@lab.example');
  assert.equal(end.code, 'check-inbox', JSON.stringify(end));
  assert.match(end.words, /open the link in the email/);
  step('the element subscribes, and sends the reader to the inbox');

  const mail = await sink.mailTo('grace@lab.example');
  const link = /https?:\/\/\S+token=\S+/.exec(mail.text)?.[0];
  assert.ok(link, `No link in the mail:\n${mail.text}`);
  // Ghost's own pages ask other hosts for scripts; nothing is to leave this machine.
  const reader = await openInterceptedPage((request) =>
    request.isNavigationRequest() ? request.continue() : request.abort(),
  );
  await reader.goto(link);
  assert.ok(reader.url().startsWith(`${ghost.origin}/about/?`), reader.url());
  assert.equal(new URL(reader.url()).searchParams.get('success'), 'true');
  await reader.goto(`${ghost.origin}${API}member/`);
  const member = JSON.parse(await reader.$eval('body', (body) => body.innerText));
  await reader.close();
  assert.equal(member.email, 'grace@lab.example');
  assert.ok(member.newsletters.length > 0, JSON.stringify(member));
  step('the link in the mail leads to the page of `redirect`, and Ghost knows the member with a newsletter');

  const refusal = await subscribe(page, REFUSED);
  assert.equal(refusal.code, 'invalid-address', JSON.stringify(refusal));
  assert.match(refusal.words, /Email is not valid/);
  step('an address that only Ghost refuses is told so');

  let tokenCount = 0;
  let postCount = 0;
  const intercepted = await openInterceptedPage((request) => {
    if (request.method() === 'POST') postCount++;
    const isFirstToken = request.url().endsWith(TOKEN.path) && ++tokenCount === 1;
    return isFirstToken
      ? request.respond({ body: '1:2:3', headers: { 'access-control-allow-origin': '*' } })
      : request.continue();
  });
  await intercepted.goto(server.origin);
  assert.equal((await subscribe(intercepted, 'alan@lab.example')).code, 'check-inbox');
  assert.deepEqual([tokenCount, postCount], [2, 2]);
  await sink.mailTo('alan@lab.example');
  step('an outdated token is renewed once');

  await intercepted.close();
  await page.reload();
  await page.$eval('[name=honeypot]', (field) => {
    /** @type {HTMLInputElement} */ (field).value = 'https://spam.example';
  });
  await subscribe(page, 'robot@lab.example');
  await page.reload();
  await subscribe(page, 'emmy@lab.example');
  await sink.mailTo('emmy@lab.example');
  assert.ok(!sink.mails.some(({ to }) => to === 'robot@lab.example'));
  step('who fills in the bot field gets no mail');

  await page.goto(`${server.origin}/limited`);
  assert.equal((await subscribe(page, 'mary@lab.example')).code, 'rate-limited');
  step('too many tries are told');

  assert.deepEqual(
    complaints.filter((text) => !/status of (400|404|429)/.test(text)),
    [],
  );
  console.log('\nAll well.');
} finally {
  for (const cleanUp of cleanUps) await cleanUp();
  if (!process.env.GHOST_FOLDER) rmSync(folder, { recursive: true, force: true });
}
