// @ts-check
/** Prerendered panels on pages with a strict policy, and with texts that want to be more than text. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseFeed, toJsonFeed } from 'daily-papers/feed.js';
import { prerender } from 'daily-papers/prerender';
import { attackSets } from '../support/attack-sets.mjs';
import { launchBrowser } from '../support/browser-page.mjs';
import { feed, look, openPanel, script, shiftOf } from '../support/prerendered-page.mjs';

/** @typedef {import('../support/prerendered-page.mjs').Setting} Setting */

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** @param {string} panel @param {Setting} [setting] */
const open = (panel, setting) => openPanel(panel, browser, setting);

describe('a prerendered panel on a page with a strict policy', () => {
  const strict = (/** @type {string} */ style) =>
    `default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; ${style}; require-trusted-types-for 'script'; trusted-types daily-papers`;
  const attributes = { 'abstract-lines': '5', show: 'abstract date upvotes' };
  const head = `${script}<link rel="stylesheet" href="/page.css">`;
  const pageCss = { body: 'body{font:16px/1.5 sans-serif}', type: 'text/css' };

  it('has its look by the hashes that it names', async () => {
    const { html, styleHashes } = await prerender(feed, { attributes });
    const headers = { 'content-security-policy': strict(`style-src 'self' ${styleHashes.join(' ')}`) };
    await assertStyled(html, { headers });
  });

  it('has its look by linked style sheets', async () => {
    const { html, styles, styleHashes } = await prerender(feed, { attributes, cssHref: '/css' });
    assert.deepEqual(styleHashes, []);
    const files = Object.fromEntries(
      Object.entries(styles).map(([name, body]) => [`/css/${name}`, { body, type: 'text/css' }]),
    );
    await assertStyled(html, { headers: { 'content-security-policy': strict("style-src 'self'") }, files });
  });

  it('would not have it otherwise', async () => {
    const { html } = await prerender(feed, { attributes });
    const headers = { 'content-security-policy': strict("style-src 'self'") };
    const setting = { headers, head, files: { '/page.css': pageCss } };
    const { complaint, close } = await open(html, setting);
    await complaint('style-src');
    await close();
  });

  /** @param {string} html @param {Setting} setting */
  async function assertStyled(html, setting) {
    const free = await open((await prerender(feed, { attributes })).html);
    const expected = await look(free.page);
    await free.close();
    const { page, complaints, go, close } = await open(html, {
      ...setting,
      head,
      files: { '/page.css': pageCss, ...setting.files },
    });
    assert.deepEqual(await look(page), expected);
    await go();
    assert.deepEqual(await look(page), expected);
    assert.equal(await shiftOf(page), 0);
    assert.deepEqual(complaints, []);
    await close();
  }
});

describe('the texts of a prerendered panel', () => {
  const show = 'abstract authors organization date upvotes keywords summary submitter';
  /** @param {readonly string[]} some */
  const hostile = (some) => ({
    ...feed,
    title: some[0] ?? '',
    description: some[1],
    papers: some.map((text, index) => ({
      id: `p${index}`,
      title: `${index} ${text}`,
      abstract: text,
      aiSummary: text,
      submitter: text,
      authors: [{ name: text }],
      organization: { name: text },
      keywords: [text],
    })),
  });

  for (const { name, skip, texts } of attackSets) {
    it(`stay text, whatever they hold (attacks ${name})`, { skip, timeout: 300_000 }, async () => {
      const step = 1500;
      for (let at = 0; at < texts.length; at += step) {
        const attributes = { show, pagination: 'none', limit: String(step) };
        const { html } = await prerender(hostile(texts.slice(at, at + step)), { attributes });
        const { page, complaints, go, close } = await open(html);
        const shown = () =>
          page.evaluate(() => {
            const root = document.querySelector('paper-feed')?.shadowRoot;
            const cards = [...(root?.querySelectorAll('paper-card') ?? [])];
            return {
              heading: root?.querySelector('.heading')?.textContent,
              texts: cards.map(({ shadowRoot }) => {
                const text = shadowRoot?.querySelector('article')?.cloneNode(true);
                for (const button of /** @type {Element} */ (text)?.querySelectorAll('button') ?? []) button.remove();
                return text?.textContent;
              }),
              names: [
                ...new Set(
                  cards.flatMap(({ shadowRoot }) =>
                    [...(shadowRoot?.querySelectorAll('*') ?? [])].map((each) => each.localName),
                  ),
                ),
              ],
              attributes: [
                ...new Set(
                  cards.flatMap(({ shadowRoot }) =>
                    [...(shadowRoot?.querySelectorAll('*') ?? [])].flatMap((each) => each.getAttributeNames()),
                  ),
                ),
              ],
              links: [
                ...new Set(
                  cards.flatMap(({ shadowRoot }) =>
                    [...(shadowRoot?.querySelectorAll('a') ?? [])].map((each) => each.protocol),
                  ),
                ),
              ],
            };
          });
        const before = await shown();
        assert.equal(before.texts.length, Math.min(step, texts.length - at));
        await go();
        const after = await shown();
        assert.equal(before.heading, after.heading);
        before.texts.forEach((text, index) =>
          assert.equal(text?.replace(/\s+/g, ' '), after.texts[index]?.replace(/\s+/g, ' ')),
        );
        const known = [
          'style',
          'article',
          'div',
          'h2',
          'h3',
          'h4',
          'p',
          'bdi',
          'span',
          'a',
          'em',
          'sup',
          'sub',
          'ul',
          'li',
          'button',
          'strong',
        ];
        assert.deepEqual(
          before.names.filter((name) => !known.includes(name)),
          [],
        );
        assert.deepEqual(
          before.attributes.filter((name) => /^on|^src|^style|^srcdoc/.test(name)),
          [],
        );
        assert.deepEqual(
          before.links.filter((protocol) => !/^https?:$/.test(protocol)),
          [],
        );
        assert.deepEqual(complaints, []);
        await close();
      }
    });
  }

  it('are no code for the programs that put pages together', async () => {
    const texts = ['{{ 7 * 7 }}', '{% include secret %}', '{# comment #}', '$x^{{\\bf n}}{{{y}}}$', '\\{{z}}'];
    const { html } = await prerender(hostile(texts), { attributes: { show } });
    assert.doesNotMatch(html, /\{[{%#]/);
    const { page, go, close } = await open(html);
    await go();
    const abstracts = await page.evaluate(() =>
      /** @type {any} */ (document.querySelector('paper-feed')).papers.map(
        (/** @type {any} */ paper) => paper.abstract,
      ),
    );
    const drawn = parseFeed(toJsonFeed(hostile(texts)), { fetchedAt: '' });
    assert.deepEqual(
      abstracts,
      drawn.papers.map((paper) => paper.abstract),
    );
    await close();
  });

  it('end neither the data nor the element nor an attribute', async () => {
    const nasty = '</script></template></paper-feed><!--"><img src=x onerror=alert(1)>';
    const { html } = await prerender(hostile([nasty]), { attributes: { show, heading: nasty, id: nasty } });
    const { page, complaints, go, close } = await open(html);
    assert.equal(await page.evaluate(() => document.images.length), 0);
    assert.equal(await page.evaluate(() => document.querySelector('paper-feed')?.id), nasty);
    await go();
    assert.deepEqual(complaints, []);
    assert.equal(
      await page.evaluate(() => /** @type {any} */ (document.querySelector('paper-feed')).feed.papers[0].abstract),
      nasty,
    );
    await close();
  });

  for (const { name, skip, refused } of attackSets) {
    it(`lead to http and https only (addresses ${name})`, { skip }, async () => {
      const good = 'https://lab.example/good';
      const addresses = [good, ...refused];
      const papers = addresses.map((url, index) => ({
        id: `p${index}`,
        title: `Paper ${index}`,
        url,
        thumbnailUrl: url,
        discussionUrl: url,
        commentCount: 3,
        codeUrl: url,
        pdfUrl: url,
        authors: [{ name: 'Ada Lovelace', url }],
        organization: { name: 'Engines', url, logoUrl: url },
        keywords: [],
      }));
      const attributes = { show: 'thumbnail organization authors comments links', limit: '5000', pagination: 'none' };
      const { html } = await prerender({ ...feed, papers }, { attributes, hasData: false });
      const found = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, url = '']) => url);
      assert.ok(found.filter((url) => url === good).length >= 5);
      assert.deepEqual(
        found.filter((url) => !/^https?:\/\//.test(url)),
        [],
      );
    });
  }
});
