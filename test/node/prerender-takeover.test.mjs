// @ts-check
/** The script takes over what was drawn in Node, and nothing moves. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toJsonFeed } from 'daily-papers/feed.js';
import { prerender } from 'daily-papers/prerender';
import { launchBrowser, twoFrames } from '../support/browser-page.mjs';
import { feed, look, openPanel, shiftOf } from '../support/prerendered-page.mjs';

/** @import { Page } from 'puppeteer-core' */

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** @param {string} panel @param {import('../support/prerendered-page.mjs').Setting} [setting] */
const open = (panel, setting) => openPanel(panel, browser, setting);

/** @type {Record<string, Record<string, string>>} */
const panels = {
  'as it comes': {},
  'with everything': {
    show: 'abstract authors date upvotes comments stars keywords links',
    controls: 'search sort layout',
    'abstract-lines': '5',
    'author-max': '2',
    highlight: 'Emmy Noether',
    heading: 'Our <papers>',
    theme: 'dark',
  },
  'as a grid': { layout: 'grid', 'page-size': '6' },
  'in a narrow column': { layout: 'compact', pagination: 'none' },
  'that scrolls': { pagination: 'scroll', 'page-size': '12', byline: '' },
  'with a search': { search: 'engine', sort: 'upvotes', controls: 'search sort' },
};

describe('the takeover of a prerendered panel', () => {
  for (const [what, attributes] of Object.entries(panels)) {
    for (const width of [390, 900]) {
      it(`moves nothing: ${what}, ${width} px wide`, async () => {
        const { html } = await prerender(feed, { attributes });
        const { page, complaints, requests, go, close } = await open(html, { width });
        const before = await look(page);
        assert.ok(before.cards.length >= 6);
        await go();
        assert.deepEqual(await look(page), before);
        assert.equal(await shiftOf(page), 0);
        assert.deepEqual(complaints, []);
        assert.deepEqual(
          requests.filter((url) => url.endsWith('.json')),
          [],
        );
        await close();
      });
    }
  }

  it('leaves one copy, with all that the script brings', async () => {
    const { html } = await prerender(feed, { attributes: { controls: 'search' } });
    const { page, go, close } = await open(html);
    await go();
    const count = (/** @type {string} */ selector) =>
      page.evaluate(
        (each) => document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll(each).length,
        selector,
      );
    assert.equal(await count('section'), 1);
    assert.equal(await count('paper-card'), 10);
    assert.equal(await count('style, link'), 0);
    assert.equal(await count('[inert]'), 0);
    await page.click('paper-feed >>> .footer button');
    await page.waitForSelector('paper-feed >>> paper-card:nth-child(14)', { visible: true });
    await page.type('paper-feed >>> input', 'number 13');
    await page.waitForFunction(
      () => document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card').length === 1,
    );
    await close();
  });

  it('keeps the focus and the place', async () => {
    const { html } = await prerender(feed, { attributes: { pagination: 'none' } });
    const { page, go, close } = await open(html, { width: 500, height: 600 });
    /** What has the focus, and how far the page is scrolled. */
    const state = () =>
      page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot) at = at.shadowRoot.activeElement;
        return { focused: at?.getAttribute('href') ?? at?.localName, y: at?.getBoundingClientRect().y, scrollY };
      });
    await page.focus('paper-feed >>> paper-card:nth-child(8) >>> .title a');
    const before = await state();
    assert.equal(before.focused, 'https://lab.example/7');
    assert.ok(before.scrollY > 100);
    await go();
    assert.deepEqual(await state(), before);
    await close();
  });

  it('keeps the focus on the article of a list that scrolls', async () => {
    const { html } = await prerender(feed, { attributes: { pagination: 'scroll' } });
    const { page, go, close } = await open(html);
    await page.focus('paper-feed >>> paper-card:nth-child(3) >>> article');
    await go();
    const focused = await page.evaluate(() => {
      const card = document.activeElement?.shadowRoot?.activeElement;
      return [
        card?.shadowRoot?.activeElement?.localName,
        card?.shadowRoot?.querySelector('.title')?.textContent?.trim(),
      ];
    });
    assert.deepEqual(focused, ['article', feed.papers[2]?.title]);
    await close();
  });

  it('works where the page was put together by script, without declarative shadow roots', async () => {
    const { html } = await prerender(feed);
    const { page, go, close } = await open('<div id="place"></div>');
    await page.evaluate((text) => {
      const place = document.querySelector('#place');
      if (place) place.innerHTML = text;
    }, html);
    await go();
    assert.equal((await look(page)).cards.length, 10);
    await close();
  });

  it('is awaited with placeholders, where the page was put together by script and has no data', async () => {
    const { html } = await prerender(feed, { attributes: { src: '/papers.json' }, hasData: false });
    const { page, release, close } = await open('<div style="height: 3000px"></div><div id="place"></div>');
    await page.evaluate((text) => {
      const place = document.querySelector('#place');
      if (place) place.innerHTML = text;
    }, html);
    await release();
    await page.waitForSelector('paper-feed >>> .skeleton', { visible: true });
    await close();
  });
});

/** A papers.json as the panel of that feed would ask for. @param {typeof feed} from */
const asFile = (from) => ({ body: JSON.stringify(toJsonFeed(from)), type: 'application/json' });

describe('a prerendered panel with src', () => {
  const src = { src: '/papers.json' };
  const newer = {
    ...feed,
    papers: [
      { id: 'new', title: 'A new one', authors: [], keywords: [] },
      ...feed.papers.map((paper) => ({ ...paper, upvoteCount: 99 })),
    ],
  };
  /** @param {Page} page @param {string} selector */
  const textOf = (page, selector) =>
    page.evaluate(
      (each) => document.querySelector('paper-feed')?.shadowRoot?.querySelector(each)?.textContent,
      selector,
    );

  it('offers what is newer, and changes numbers in place, while nothing moves', async () => {
    const { html } = await prerender(feed, { attributes: src });
    const { page, go, close } = await open(html, { files: { '/papers.json': asFile(newer) } });
    await go();
    await page.waitForSelector('paper-feed >>> .notice', { visible: true });
    assert.match((await textOf(page, '.notice')) ?? '', /1 new paper/);
    assert.equal((await look(page)).cards.length, 10);
    const counts = await page.evaluate(() =>
      [...(document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card') ?? [])].map(
        ({ shadowRoot }) => shadowRoot?.querySelector('.upvotes')?.textContent?.match(/\d+/)?.[0],
      ),
    );
    assert.deepEqual(counts, Array(10).fill('99'));
    assert.equal(await shiftOf(page), 0);
    await page.click('paper-feed >>> .notice button');
    await page.waitForFunction(() =>
      document
        .querySelector('paper-feed')
        ?.shadowRoot?.querySelector('paper-card')
        ?.shadowRoot?.textContent?.includes('A new one'),
    );
    await close();
  });

  for (const [layout, gap, width, heading, content] of /** @type {const} */ ([
    ['list', '1rem', 320, 'Papers'],
    ['list', '0.5rem', 260, 'Papers'],
    ['compact', '0.25rem', 320, 'Papers'],
    ['list', '1rem', 320, ''],
    ['list', '1rem', 320, '', '<h2 slot="header">Papers</h2>'],
  ])) {
    const what = `${layout}, distance ${gap}, ${width} px wide, ${heading ? 'controls above' : (content ?? 'nothing above')}`;
    it(`offers it where it covers neither titles nor controls, and is not cut off: ${what}`, async () => {
      const attributes = { ...src, layout, heading, byline: '', ...(heading && { controls: 'search layout' }) };
      const { html } = await prerender(feed, { attributes, content });
      const style = `<style>paper-feed { --paper-gap: ${gap}; overflow: hidden }</style>`;
      const { page, go, close } = await open(style + html, { width, files: { '/papers.json': asFile(newer) } });
      await go();
      await page.waitForSelector('paper-feed >>> .notice', { visible: true });
      const { offer, title, covered, panel } = await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('paper-feed')?.shadowRoot);
        const link = root.querySelector('paper-card')?.shadowRoot?.querySelector('.title a');
        const words = document.createRange();
        words.selectNodeContents(link ?? document);
        const isCovered = (/** @type {Element} */ control) => {
          const { left, top, width, height } = control.getBoundingClientRect();
          return !!root.elementFromPoint(left + width / 2, top + height / 2)?.closest('.offer');
        };
        return {
          offer: root.querySelector('.offer .notice')?.getBoundingClientRect().toJSON(),
          title: words.getBoundingClientRect().toJSON(),
          covered: [...root.querySelectorAll('[part=controls] :is(input, button)')].filter(isCovered).length,
          panel: root.host.getBoundingClientRect().toJSON(),
        };
      });
      assert.equal(covered, 0);
      assert.ok(offer.top >= panel.top, `the offer begins at ${offer.top}, the panel at ${panel.top}`);
      // A line begins some pixels above its letters.
      const isBeside = offer.bottom <= title.top + 3 || offer.left >= title.right;
      if (heading || content)
        assert.ok(isBeside, `the offer ends at ${offer.bottom}, the title begins at ${title.top}`);
      await close();
    });
  }

  it('moves nothing where nothing is newer', async () => {
    const { html } = await prerender(feed, { attributes: src });
    const { page, requests, go, close } = await open(html, { files: { '/papers.json': asFile(feed) } });
    const before = await look(page);
    await go();
    await page.waitForNetworkIdle({ idleTime: 100 });
    assert.deepEqual(await look(page), before);
    assert.equal(await shiftOf(page), 0);
    assert.equal(requests.filter((url) => url.endsWith('/papers.json')).length, 1);
    await close();
  });

  /** What the first title is, once it is no longer that of the panel as it came. @param {Page} page */
  const nextTitle = async (page) => {
    const title = await page.waitForFunction(() => {
      const card = document.querySelector('paper-feed')?.shadowRoot?.querySelector('paper-card');
      const text = card?.shadowRoot?.querySelector('.title')?.textContent?.trim();
      return text && !text.startsWith('On engine') ? text : undefined;
    });
    return title.jsonValue();
  };
  const another = { ...feed, papers: [{ id: 'another', title: 'Another list', authors: [], keywords: [] }] };

  it('shows another list when src changes', async () => {
    const { html } = await prerender(feed, { attributes: src });
    const { page, go, close } = await open(html, {
      files: { '/papers.json': asFile(feed), '/another.json': asFile(another) },
    });
    await go();
    await page.evaluate(() => document.querySelector('paper-feed')?.setAttribute('src', '/another.json'));
    assert.equal(await nextTitle(page), 'Another list');
    await close();
  });

  it('takes the place of data that is in another format than that of src, and asks it for other days', async () => {
    const date = '2024-03-26';
    const attributes = { src: '/api/daily_papers', format: 'hugging-face', date, controls: 'period' };
    const { html } = await prerender(feed, { attributes });
    const paper = { id: '2403.00001', title: 'The day before', authors: [], publishedAt: '2024-03-25T00:00:00.000Z' };
    const answer = { body: JSON.stringify([{ paper, publishedAt: paper.publishedAt }]), type: 'application/json' };
    const { page, requests, go, close } = await open(html, { files: { '/api/daily_papers': answer } });
    await go();
    await page.waitForSelector('paper-feed >>> .notice', { visible: true });
    await page.click('paper-feed >>> .controls button');
    assert.equal(await nextTitle(page), 'The day before');
    assert.ok(requests.some((url) => url.includes('date=2024-03-25')));
    await close();
  });

  it('reads the next page in the format of its source', async () => {
    const { html } = await prerender(
      { ...feed, papers: feed.papers.slice(0, 2), nextUrl: 'https://next.invalid/2' },
      { attributes: src },
    );
    const list = {
      body: JSON.stringify({ papers: [{ title: 'On the next page', url: 'https://lab.example/next' }] }),
      type: 'application/json',
    };
    const { page, go, close } = await open(html.replace('https://next.invalid', ''), { files: { '/2': list } });
    await go();
    await page.click('paper-feed >>> .footer button');
    await page.waitForSelector('paper-feed >>> paper-card:nth-child(3)', { visible: true });
    await close();
  });

  it('is asked for when the reader comes near, also where the panel has left the page meanwhile', async () => {
    const { html } = await prerender(feed, { attributes: src });
    const { page, requests, go, close } = await open(`<div style="height: 4000px"></div>${html}`, {
      files: { '/papers.json': asFile(newer) },
    });
    await go();
    await page.evaluate(async () => {
      const panel = document.querySelector('paper-feed');
      panel?.remove();
      await new Promise((resolve) => setTimeout(resolve));
      if (panel) document.body.append(panel);
    });
    await page.evaluate(twoFrames);
    assert.deepEqual(
      requests.filter((url) => url.endsWith('/papers.json')),
      [],
    );
    assert.equal((await look(page)).cards.length, 10);
    await page.evaluate(() => document.querySelector('paper-feed')?.scrollIntoView());
    await page.waitForSelector('paper-feed >>> .notice', { visible: true });
    await close();
  });

  for (const hasData of [true, false]) {
    it(`stays as it is where src fails, ${hasData ? 'with' : 'without'} its data in the page`, async () => {
      const { html } = await prerender(feed, { attributes: { ...src, 'abstract-lines': '6' }, hasData });
      const noFeed = { '/papers.json': { body: '<p>', type: 'text/html' } };
      const { page, complaint, release, close } = await open(html, { files: noFeed });
      const before = await look(page);
      await release();
      await complaint('is not JSON');
      await page.evaluate(twoFrames);
      assert.deepEqual(await look(page), before);
      assert.equal(await shiftOf(page), 0);
      await close();
    });
  }

  it('waits for src where the data does not stand in the page', async () => {
    const { html } = await prerender(feed, { attributes: src, hasData: false });
    assert.ok(!html.includes('application/json'));
    const { page, go, close } = await open(html, { files: { '/papers.json': asFile(feed) } });
    const before = await look(page);
    await go();
    assert.deepEqual(await look(page), before);
    assert.equal(await shiftOf(page), 0);
    await close();
  });
});
