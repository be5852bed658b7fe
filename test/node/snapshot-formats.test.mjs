// @ts-check
/** Feeds written as JSON Feed and as Atom: nothing of the papers is lost, and no text of theirs becomes markup. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Ajv from 'ajv';
import { parseFeed, toAtom, toJsonFeed } from 'daily-papers/feed.js';
import { attackSets } from '../support/attack-sets.mjs';
import { launchBrowser, openPage } from '../support/browser-page.mjs';
import { sharedFolder } from '../support/serve-shared-files.mjs';

/** @import { Feed, Paper } from 'daily-papers/feed.js' */

const fetchedAt = '2026-03-26T05:21:45.000Z';
const feedsFolder = join(sharedFolder, 'feeds');
const skip = existsSync(feedsFolder) ? false : `${feedsFolder} is missing`;
const files = skip ? [] : readdirSync(feedsFolder).filter((file) => file.endsWith('.json'));

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(join(sharedFolder, file), 'utf8'));

/** The feed in a captured file; `undefined` where there is none in it. @param {string} file */
function captured(file) {
  try {
    return parseFeed(readJson(`feeds/${file}`), { fetchedAt });
  } catch {
    return undefined;
  }
}

/** @param {unknown} document */
const readBack = (document) => parseFeed(JSON.parse(JSON.stringify(document)), { fetchedAt });

/** @param {Partial<Paper>[]} papers @param {Partial<Feed>} [about] @returns {Feed} */
const feedOf = (papers, about) => ({
  title: 'What we read',
  format: 'json-feed',
  skippedCount: 0,
  fetchedAt,
  ...about,
  papers: papers.map((paper, index) => ({ id: `p${index}`, title: 'Note G', authors: [], keywords: [], ...paper })),
});

/** Hostile strings as papers: in every text field, as far as a feed may bring them. @param {readonly string[]} texts */
function hostileFeed(texts) {
  const items = texts.map((text, index) => ({
    id: `p${index}`,
    title: `${index} ${text}`,
    content_text: text,
    authors: [{ name: text }],
    tags: [text],
    _paper: { organization: { name: text, handle: text }, submitter: text, venue: text, ai_summary: text },
  }));
  return parseFeed({ version: 'https://jsonfeed.org/version/1.1', title: '<b>"&', items }, { fetchedAt });
}

describe('toJsonFeed', () => {
  for (const file of files) {
    it(`reads back to the same papers (../shared/feeds/${file})`, (test) => {
      const feed = captured(file);
      if (!feed) return test.skip('no feed');
      assert.deepEqual(readBack(toJsonFeed(feed)).papers, feed.papers);
    });
  }
  it('reads captured feeds back', { skip }, () => assert.ok(files.map(captured).filter(Boolean).length > 10));

  for (const { name, skip: whySkipped, texts } of attackSets) {
    it(`keeps every hostile string as it is (attacks ${name})`, { skip: whySkipped }, () => {
      const feed = hostileFeed(texts);
      assert.equal(feed.papers.length, texts.length);
      assert.deepEqual(readBack(toJsonFeed(feed)).papers, feed.papers);
    });
  }

  it('keeps texts that look like escaped ones', () => {
    const texts = ['&lt;b&gt;', '&amp;lt;', '&#60;', '&#x3c; & Co', 'R&D;', 'AT&T'];
    const feed = feedOf(texts.map((title) => ({ title, abstract: `${title}\n\n${title}` })));
    assert.deepEqual(readBack(toJsonFeed(feed)).papers, feed.papers);
    assert.ok(JSON.stringify(toJsonFeed(feed)).includes('"AT&T"'), 'what needs no escape has none');
  });

  it('keeps what the feed says about itself', () => {
    const about = { title: 'A & B', description: 'One\n\ntwo', homePageUrl: 'https://lab.example/' };
    const { title, description, homePageUrl } = readBack(toJsonFeed(feedOf([], about)));
    assert.deepEqual({ title, description, homePageUrl }, about);
  });

  it('leaves out authors who asked for it', () => {
    const authors = [{ name: 'Ada Lovelace' }, { name: 'Alan Turing', hidden: true }];
    const text = JSON.stringify(toJsonFeed(feedOf([{ authors, authorCount: 1 }])));
    assert.ok(text.includes('Ada Lovelace'));
    assert.doesNotMatch(text, /Turing|author_count/);
  });

  it('is what our schema wants, and what that of JSON Feed wants', { skip }, () => {
    const ours = new Ajv({ unknownFormats: 'ignore' }).compile(JSON.parse(readFileSync('dist/schema.json', 'utf8')));
    // The published schema is of draft 4 and holds the paper's dates to be full ones.
    const theirs = new Ajv({ schemaId: 'id', format: false, logger: false });
    theirs.addMetaSchema(createRequire(import.meta.url)('ajv/lib/refs/json-schema-draft-04.json'));
    theirs.addSchema(readJson('corpora/json-feed-1.schema.json'));
    const validate = theirs.compile(readJson('corpora/json-feed-1.1.schema.json'));
    for (const file of files) {
      const feed = captured(file);
      if (!feed) continue;
      const document = JSON.parse(JSON.stringify(toJsonFeed({ title: 'Papers', ...feed })));
      assert.ok(ours(document), `${file}: ${JSON.stringify(ours.errors?.slice(0, 3))}`);
      assert.ok(validate(document), `${file}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    }
  });
});

describe('toAtom', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('puppeteer-core').Page} */
  let page;
  before(async () => {
    browser = await launchBrowser();
    ({ page } = await openPage(browser));
  });
  after(() => browser.close());

  const id = 'https://lab.example/papers/';
  const now = '2026-04-01T00:00:00.000Z';

  /** @typedef {{ id: string, title: string, updated: string, published: string, content: string, authors: string[], categories: (string | null)[], links: (string | null)[][], names: string[] }} About */
  /** @typedef {About & { error: string, root: string, language: string | null, entries: About[] }} Atom */

  /** What a feed reader finds in the document. @param {string} xml @returns {Promise<Atom>} */
  const readAtom = (xml) =>
    page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const { documentElement: feed } = document;
      /** @param {Element} parent @param {string} name */
      const all = (parent, name) => [...parent.children].filter((each) => each.localName === name);
      /** @param {Element} parent @param {string} name */
      const textOf = (parent, name) => all(parent, name)[0]?.textContent ?? '';
      /** @param {Element} parent */
      const about = (parent) => ({
        id: textOf(parent, 'id'),
        title: textOf(parent, 'title'),
        updated: textOf(parent, 'updated'),
        published: textOf(parent, 'published'),
        content: textOf(parent, 'content'),
        authors: all(parent, 'author').map((each) => textOf(each, 'name')),
        categories: all(parent, 'category').map((each) => each.getAttribute('term')),
        links: all(parent, 'link').map((each) => [each.getAttribute('rel'), each.getAttribute('href')]),
        names: [...parent.querySelectorAll('*')].map((each) => each.localName),
      });
      return {
        error: document.querySelector('parsererror')?.textContent ?? '',
        root: `${feed.namespaceURI} ${feed.localName}`,
        language: feed.getAttribute('xml:lang'),
        ...about(feed),
        entries: all(feed, 'entry').map(about),
      };
    }, xml);

  /** The rules of RFC 4287 that a reader may rely on. @param {Atom} atom */
  function assertValid(atom) {
    assert.equal(atom.error, '');
    assert.equal(atom.root, 'http://www.w3.org/2005/Atom feed');
    assert.ok(atom.authors.length || atom.entries.every(({ authors }) => authors.length), 'an author');
    for (const each of [atom, ...atom.entries]) {
      assert.ok(URL.canParse(each.id), each.id);
      assert.ok(each.title);
      for (const date of [each.updated, each.published].filter(Boolean))
        assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      assert.ok(each.updated);
      assert.ok(each.links.filter(([rel]) => rel === 'alternate').length <= 1);
    }
    assert.equal(new Set(atom.entries.map((entry) => entry.id)).size, atom.entries.length, 'ids are unique');
  }

  for (const file of files) {
    it(`is valid and complete (../shared/feeds/${file})`, async (test) => {
      const feed = captured(file);
      if (!feed) return test.skip('no feed');
      const atom = await readAtom(toAtom(feed, { id, now }));
      assertValid(atom);
      assert.deepEqual(
        atom.entries.map(({ title, content, authors, categories }) => [title, content, authors, categories]),
        feed.papers.map(({ title, abstract, authors, keywords }) => [
          title,
          abstract ?? title,
          authors.map(({ name }) => name),
          [...keywords],
        ]),
      );
    });
  }

  for (const { name, skip: whySkipped, texts } of attackSets) {
    it(`keeps every hostile string as text (attacks ${name})`, { skip: whySkipped }, async () => {
      const feed = hostileFeed(texts);
      const atom = await readAtom(toAtom(feed, { id, now }));
      assertValid(atom);
      assert.equal(atom.title, '<b>"&');
      assert.equal(atom.entries.length, feed.papers.length);
      feed.papers.forEach(({ title, abstract }, index) => {
        // The only characters of the strings that no XML may hold.
        const inXml = [title, abstract ?? title].map((text) => text.replace(/[\ufffe\uffff]/g, ''));
        assert.deepEqual([atom.entries[index]?.title, atom.entries[index]?.content], inXml);
      });
      const allowed = [
        'id',
        'title',
        'updated',
        'published',
        'link',
        'author',
        'name',
        'category',
        'content',
        'entry',
        'generator',
      ];
      assert.deepEqual(
        [...new Set(atom.names)].filter((name) => !allowed.includes(name)),
        [],
      );
    });
  }

  it('leaves out what XML forbids', async () => {
    const abstract = 'a\u0000b\u0008c\u000bd\u001fe\ud800f\udc00g\ufffeh\uffffi\tj\u{1f600}k]]>l';
    const atom = await readAtom(toAtom(feedOf([{ title: '\u0001Note', abstract }]), { id, now }));
    assert.equal(atom.error, '');
    assert.equal(atom.entries[0]?.title, 'Note');
    assert.equal(atom.entries[0]?.content, 'abcdefghi\tj\u{1f600}k]]>l');
  });

  it('names papers by addresses that stay the same', async () => {
    const papers = [
      { id: '2603.12345', arxivId: '2603.12345' },
      { id: '10.1000/182' },
      { id: 'https://lab.example/note-g' },
      { id: 'note g', arxivId: '2603.12345' },
    ];
    const { entries } = await readAtom(toAtom(feedOf(papers), { id, now }));
    assert.deepEqual(
      entries.map((entry) => entry.id),
      [
        'https://arxiv.org/abs/2603.12345',
        'https://doi.org/10.1000/182',
        'https://lab.example/note-g',
        'https://lab.example/papers/#note%20g',
      ],
    );
  });

  it('dates papers by their own dates, and by the first time they were seen where they have none', async () => {
    const feed = feedOf([
      { listedAt: '2026-03-26', publishedAt: '2026-03' },
      { publishedAt: '2025' },
      { id: 'a&b', title: 'A & B' },
    ]);
    const first = toAtom(feed, { id, now });
    const again = toAtom(feed, { id, now: '2026-05-01T00:00:00.000Z', before: first });
    assert.equal(again, first);
    const atom = await readAtom(again);
    assert.deepEqual(
      atom.entries.map(({ updated, published }) => [updated, published]),
      [
        ['2026-03-26T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
        ['2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
        [now, ''],
      ],
    );
    assert.equal(atom.updated, now);
  });

  it('links to the papers, to itself and to its page, and says its language', async () => {
    const paper = {
      url: 'https://lab.example/1?a=b&c',
      pdfUrl: 'https://lab.example/1.pdf',
      codeUrl: 'https://lab.example/code',
      discussionUrl: 'https://lab.example/1#community',
    };
    const feed = feedOf([paper], { homePageUrl: 'https://lab.example/' });
    const atom = await readAtom(
      toAtom(feed, { id, now, feedUrl: 'https://lab.example/papers/feed.xml', language: 'fr' }),
    );
    assertValid(atom);
    assert.deepEqual(atom.links, [
      ['self', 'https://lab.example/papers/feed.xml'],
      ['alternate', 'https://lab.example/'],
    ]);
    assert.deepEqual(atom.entries[0]?.links, [
      ['alternate', paper.url],
      ['related', paper.pdfUrl],
      ['related', paper.codeUrl],
      ['replies', paper.discussionUrl],
    ]);
    assert.equal(atom.language, 'fr');
  });
});
