// @ts-check
/** Pages with a prerendered panel, before and after their script has come. */
import { parseFeed } from 'daily-papers/feed.js';
import { openPage, serveProject, twoFrames } from './browser-page.mjs';

/** @import { Browser, Page } from 'puppeteer-core' */

export const fetchedAt = '2026-03-26T05:21:45.000Z';

/** @param {string} text */
const sentences = (text) => Array.from({ length: 12 }, (_, at) => `${text} ${at}.`).join(' ');

/** A feed whose papers have everything that changes their size. */
export const feed = parseFeed(
  {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'What we read',
    description: 'Every morning',
    items: Array.from({ length: 14 }, (_, index) => ({
      id: `paper-${index}`,
      url: `https://lab.example/${index}`,
      title: `On engine number ${index}, and on the numbers that it can and cannot compute`,
      content_text: index % 3 ? sentences('The engine weaves patterns') : 'A short one.',
      date_published: '2024-03-26',
      authors: ['Ada Lovelace', 'Alan Turing', 'Emmy Noether', 'Srinivasa Ramanujan', 'Sofya Kovalevskaya']
        .slice(0, 1 + (index % 5))
        .map((name) => ({ name })),
      tags: ['engines', 'numbers'],
      _paper: { upvote_count: index * 7, comment_count: index % 2, code_url: `https://lab.example/code/${index}` },
    })),
  },
  { fetchedAt },
);

export const script = '<script type="module" src="/dist/cdn/daily-papers.js"></script>';
const pageStyle = '<style>body{font:16px/1.5 sans-serif}</style>';

/** @param {string} panel @param {string} [head] */
const pageWith = (panel, head = script + pageStyle) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${head}<h1>Page</h1>${panel}<p id="after">After</p>`;

/** Where everything stands that a reader can see, and what it says. @param {Page} page */
export const look = (page) =>
  page.evaluate(() => {
    /** @param {Element | null | undefined} element */
    const box = (element) => {
      const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return [x, y, width, height].map((each) => Math.round(each * 100) / 100).join(' ');
    };
    const root = document.querySelector('paper-feed')?.shadowRoot;
    const cards = [...(root?.querySelectorAll('paper-card') ?? [])];
    return {
      base: box(root?.querySelector('.base')),
      heading: box(root?.querySelector('.heading')),
      controls: box(root?.querySelector('.controls')),
      footer: box(root?.querySelector('.footer')),
      after: box(document.querySelector('#after')),
      cards: cards.map((card) => [
        box(card),
        ...['title', 'abstract p', 'meta', 'upvotes', 'keywords', 'links'].map((part) => {
          const [name = '', inner = ''] = part.split(' ');
          const found = card.shadowRoot?.querySelector(`[part=${name}] ${inner}`) ?? null;
          return `${part} ${box(card.shadowRoot?.querySelector(inner ? `[part=${name}] ${inner}` : `[part=${name}]`))} ${found?.textContent?.trim() ?? ''}`;
        }),
      ]),
    };
  });

/** @param {Page} page */
export const shiftOf = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + /** @type {any} */ (entry).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );

/** @typedef {{ width?: number, height?: number, head?: string, files?: Record<string, import('../support/browser-page.mjs').Page>, headers?: Record<string, string>, hasScript?: boolean }} Setting */

/**
 * A page with a panel, before its script has come; `release` lets it come, `go` also waits until the panel is its own.
 *
 * @param {string} panel
 * @param {Browser} browser
 * @param {Setting} [setting]
 */
export async function openPanel(
  panel,
  browser,
  { width = 800, height = 900, head, files, headers, hasScript = true } = {},
) {
  const icon = { '/favicon.ico': { body: '' } };
  const server = await serveProject({ '/': { body: pageWith(panel, head), headers }, ...icon, ...files });
  const { page, complaints, requests } = await openPage(browser);
  await page.setViewport({ width, height });
  if (!hasScript) await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  /** @type {import('puppeteer-core').HTTPRequest[]} */
  const held = [];
  let isHolding = true;
  page.on('request', (request) => {
    if (isHolding && request.url().endsWith('/dist/cdn/daily-papers.js')) held.push(request);
    else void request.continue();
  });
  // It ends with the script, which is held.
  const loading = page.goto(server.origin);
  loading.catch(() => undefined);
  await page.waitForSelector('#after');
  if (hasScript) await page.evaluate(twoFrames);
  const release = async () => {
    isHolding = false;
    for (const request of held) await request.continue();
  };
  return {
    page,
    complaints,
    requests,
    release,
    /** Waits until the console says this. @param {string} text */
    complaint: (text) =>
      new Promise((resolve) => {
        if (complaints.some((each) => each.includes(text))) resolve(true);
        page.on('console', (message) => message.text().includes(text) && resolve(true));
      }),
    async go() {
      await release();
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('paper-feed')).papers?.length);
      await page.evaluate(() => /** @type {any} */ (document.querySelector('paper-feed')).updateComplete);
      await page.evaluate(twoFrames);
    },
    async close() {
      await page.close();
      server.close();
    },
  };
}
