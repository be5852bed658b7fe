// @ts-check
/** Panels drawn in Node: what is there without script, in which language, and by which command. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFeed, toJsonFeed } from 'daily-papers/feed.js';
import 'daily-papers/lang/fr.js';
import { prerender } from 'daily-papers/prerender';
import { launchBrowser } from '../support/browser-page.mjs';
import { feed, fetchedAt, look, openPanel } from '../support/prerendered-page.mjs';

/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** @param {string} panel @param {import('../support/prerendered-page.mjs').Setting} [setting] */
const open = (panel, setting) => openPanel(panel, browser, setting);

describe('a prerendered panel without script', () => {
  it('has links, headings and whole abstracts', async () => {
    const attributes = { heading: 'Our papers', controls: 'search', show: 'abstract authors cite', 'author-max': '2' };
    const { html } = await prerender(feed, { attributes });
    const { page, complaints, close } = await open(html, { hasScript: false });
    const found = await page.evaluate(() => {
      const root = document.querySelector('paper-feed')?.shadowRoot;
      const cards = [...(root?.querySelectorAll('paper-card') ?? [])].map((card) => card.shadowRoot);
      const isSeen = (/** @type {string} */ selector) => root?.querySelector(selector)?.checkVisibility();
      return {
        heading: root?.querySelector('h2')?.textContent,
        links: cards.map((card) => card?.querySelector('a')?.href),
        titles: cards.map((card) => card?.querySelector('h3')?.textContent),
        hasCut: cards.some((card) => {
          const text = card?.querySelector('#abstract');
          return !text || text.scrollHeight > text.clientHeight + 1;
        }),
        hasDeadParts:
          isSeen('.footer') ||
          isSeen('.controls') ||
          cards.some((card) => card?.querySelector('button:not(.more-authors)')?.checkVisibility()),
      };
    });
    assert.equal(found.heading, 'Our papers');
    assert.deepEqual(
      found.links,
      feed.papers.slice(0, 10).map(({ url }) => url),
    );
    assert.deepEqual(
      found.titles,
      feed.papers.slice(0, 10).map(({ title }) => title),
    );
    assert.equal(found.hasCut, false);
    assert.equal(found.hasDeadParts, false);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('can be clicked while the script is on its way', async () => {
    const { html } = await prerender(
      parseFeed({ papers: [{ title: 'Note G', url: '/note.html' }] }, { fetchedAt, url: 'http://127.0.0.1/' }),
    );
    const own = html.replaceAll('http://127.0.0.1/note.html', '/note.html');
    const { page, close } = await open(own, { files: { '/note.html': { body: '<title>Note G</title>' } } });
    await page.click('paper-feed >>> paper-card >>> .title a');
    await page.waitForFunction(() => document.title === 'Note G');
    await close();
  });

  it('is quiet about what does not work yet', async () => {
    const { html } = await prerender(feed, { attributes: { controls: 'search' } });
    const { page, close } = await open(html);
    await page.focus('paper-feed >>> input').catch(() => undefined);
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'body');
    await close();
  });
});

describe('daily-papers render', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-'));
  const file = join(folder, 'papers.json');
  before(() => writeFileSync(file, JSON.stringify(toJsonFeed(feed))));
  after(() => rmSync(folder, { recursive: true }));

  /** @param {string[]} args */
  function run(...args) {
    const program = fileURLToPath(new URL('../../bin/daily-papers.mjs', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'render', ...args], { encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  }

  it('writes what prerender draws', async () => {
    const args = ['--src', '/papers.json', '--feed', file, '--page-size', '3', '--with-code'];
    const { code, out, err } = run(...args);
    assert.equal(err, '');
    assert.equal(code, 0);
    const attributes = { src: '/papers.json', 'page-size': '3', 'with-code': '' };
    assert.equal(out.trimEnd() === (await prerender(feed, { attributes })).html, true);
    assert.equal(out.match(/<paper-card/g)?.length, 3);
  });

  it('writes style sheets, and links to them', async () => {
    const css = join(folder, 'css');
    const { code, out } = run('--feed', file, '--css-href', '/papers', '--css-out', css, '--abstract-lines', '7');
    assert.equal(code, 0);
    assert.ok(out.includes('<link rel="stylesheet" href="/papers/paper-feed.css">'));
    assert.ok(!out.includes('<style'));
    assert.ok(readFileSync(join(css, 'paper-card.css'), 'utf8').includes('--_lines:7'));
  });

  it('ends with 5 where the style sheets cannot be written', () => {
    const { code, out, err } = run('--feed', file, '--css-href', '/papers', '--css-out', join(file, 'css'));
    assert.equal(code, 5);
    assert.equal(out, '');
    assert.match(err, /^Nothing is written in .*css: /);
  });

  it('keeps links of a file that are relative to the host of the page', async () => {
    const own = join(folder, 'own.json');
    const items = [
      { id: '1', title: 'Note G', url: '/notes/g' },
      { id: '2', title: 'Note H', url: 'h' },
    ];
    writeFileSync(own, JSON.stringify({ version: '1.1', items }));
    const { out } = run('--src', '/data/papers.json', '--feed', own);
    assert.ok(!out.includes('page.invalid'));
    for (const hasScript of [false, true]) {
      const { page, go, close } = await open(out, { hasScript });
      if (hasScript) await go();
      const links = await page.evaluate(() =>
        [...(document.querySelector('paper-feed')?.shadowRoot?.querySelectorAll('paper-card') ?? [])].map(
          (card) => card.shadowRoot?.querySelector('a')?.pathname,
        ),
      );
      assert.deepEqual(links, ['/notes/g', '/data/h']);
      await close();
    }
  });

  it('prints what a policy has to allow', async () => {
    const { styleHashes } = await prerender(feed);
    assert.equal(styleHashes.length, 2);
    assert.equal(run('--print-csp').out, `style-src ${styleHashes.join(' ')}\n`);
  });

  it('ends with 4 and writes nothing when there are no papers to be had', () => {
    const { code, out, err } = run('--feed', join(folder, 'none.json'));
    assert.equal(code, 4);
    assert.equal(out, '');
    assert.match(err, /none\.json cannot be read/);
  });

  /** @type {[what: string, document: unknown, says: RegExp, options?: string[]][]} */
  const lists = [
    ['a list without papers', { version: '1.1', items: [] }, /: no papers\.\n$/],
    ['an empty document', [], /: no papers\.\n$/],
    ['entries that are no papers', { version: '1.1', items: [{ name: 'Note G' }] }, /none of them is a paper/],
    [
      'a filter that no paper passes',
      toJsonFeed(feed),
      /none of the source's papers \(14\).*--include zep/,
      ['--include', 'zep'],
    ],
    [
      'a day without papers',
      toJsonFeed(feed),
      /none of the source's papers \(14\).*--date 2024-03-27/,
      ['--date', '2024-03-27'],
    ],
  ];
  for (const [what, document, says, options = []] of lists) {
    it(`ends with 4 and writes nothing for ${what}`, () => {
      const list = join(folder, 'list.json');
      writeFileSync(list, JSON.stringify(document));
      const { code, out, err } = run('--feed', list, ...options);
      assert.equal(code, 4);
      assert.equal(out, '');
      assert.match(err, says);
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }

  it('ends with 3 and writes nothing when one of several sources fails, unless it is told to write what there is', () => {
    const sources = ['--feed', file, '--feed', join(folder, 'none.json')];
    const { code, out, err } = run(...sources);
    assert.equal(code, 3);
    assert.equal(out, '');
    assert.match(err, /none\.json cannot be read[^]*--allow-partial/);
    const partial = run(...sources, '--allow-partial', '--pagination', 'none');
    assert.equal(partial.code, 0);
    assert.match(partial.err, /none\.json cannot be read/);
    assert.equal(partial.out.match(/<paper-card/g)?.length, 14);
  });

  it('says how to name the file of an address on the site', () => {
    assert.match(
      run('--src', '/no-such-folder/papers.json').err,
      /If that is an address of the site, name the file .* --feed/,
    );
    assert.doesNotMatch(run('--src', '/papers.json', '--feed', join(folder, 'none.json')).err, /address of the site/);
  });

  it('ends with 5 where there is a style sheet of somebody else, and replaces its own', () => {
    const css = join(folder, 'shared-css');
    mkdirSync(css);
    const sheet = join(css, 'paper-feed.css');
    writeFileSync(sheet, 'paper-feed { --paper-accent: teal }');
    const args = ['--feed', file, '--css-href', '/css', '--css-out', css];
    const { code, out, err } = run(...args);
    assert.equal(code, 5);
    assert.equal(out, '');
    assert.match(err, /paper-feed\.css is there and was not written by daily-papers/);
    assert.equal(readFileSync(sheet, 'utf8'), 'paper-feed { --paper-accent: teal }');
    assert.ok(!existsSync(join(css, 'paper-card.css')));
    rmSync(sheet);
    assert.equal(run(...args).code, 0);
    assert.equal(run(...args, '--abstract-lines', '7').code, 0);
    assert.ok(readFileSync(join(css, 'paper-card.css'), 'utf8').includes('--_lines:7'));
  });

  /** @type {[args: string[], says: RegExp][]} */
  const mistakes = [
    [[], /needs --src or --feed/],
    [['--feed', 'a.json', '--no-data'], /--no-data needs --src/],
    [['--feed', 'a.json', '--layout', 'round'], /layout="round" is not understood/],
  ];
  for (const [args, says] of mistakes) {
    it(`ends with 2: ${args.join(' ')}`, () => {
      const { code, err } = run(...args);
      assert.equal(code, 2);
      assert.match(err, says);
      assert.match(err, /Usage: daily-papers render/);
    });
  }
});

describe('the language of a prerendered panel', () => {
  it('is that of its lang attribute, where its words have been imported', async () => {
    const { html } = await prerender(feed, { attributes: { lang: 'fr', controls: 'sort' } });
    const { page, complaints, go, close } = await open(html, {
      head: '<script type="module" src="/dist/cdn/lang/fr.js"></script>',
    });
    const before = await look(page);
    const words = () =>
      page.evaluate(() => document.querySelector('paper-feed')?.shadowRoot?.querySelector('.choice span')?.textContent);
    const french = await words();
    assert.notEqual(french, 'Sort by');
    await go();
    assert.equal(await words(), french);
    assert.deepEqual(await look(page), before);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('is English otherwise', async () => {
    const { html } = await prerender(feed, { attributes: { controls: 'sort' } });
    assert.ok(html.includes('Sort by'));
  });
});
