// @ts-check
/** The JSON Schema: good feeds pass, slips do not, and all of it is documented. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import Ajv from 'ajv';
import { describeFeed } from 'daily-papers/feed.js';
import { createSchema } from '../../scripts/schema.mjs';

/** @typedef {{ properties?: Record<string, Node>, items?: Node, anyOf?: Node[], description?: string }} Node */

const version = 'https://jsonfeed.org/version/1.1';

/** A feed of one paper with these fields. @param {object} [fields] @param {object} [about] */
const feedWith = (fields, about) => ({
  version,
  title: 'What we read',
  items: [{ id: 'note-g', title: 'Note G', ...fields }],
  ...about,
});

const everything = feedWith(
  {
    url: '/note-g.html',
    external_url: 'https://a.example/',
    content_text: 'On the engine.',
    content_html: '<p>On the engine.</p>',
    summary: 'Engines.',
    image: 'a.png',
    banner_image: 'b.png',
    date_published: '2026-03-26',
    date_modified: '2026-03-26T05:21:45Z',
    authors: [{ name: 'Ada Lovelace', url: 'ada.html', avatar: 'ada.png' }],
    tags: ['engines'],
    language: 'en',
    attachments: [{ url: 'a.pdf', mime_type: 'application/pdf', size_in_bytes: 7 }],
    _paper: {
      author_count: 7,
      organization: { name: 'Engines', handle: 'engines', url: '/', logo_url: '/logo.svg' },
      submitter: 'Alan Turing',
      listed_at: '2026-03',
      upvote_count: 0,
      comment_count: 2,
      citation_count: 3,
      discussion_url: 'https://a.example/d',
      ai_summary: 'An engine.',
      video_url: 'a.mp4',
      pdf_url: 'a.pdf',
      code_url: 'https://a.example/c',
      code_star_count: 3,
      project_url: '/p',
      arxiv_id: '2603.12345v2',
      doi: '10.1000/182',
      venue: 'Memoirs',
      venue_kind: 'journal',
    },
    _ours: { anything: true },
  },
  {
    description: 'Notes',
    home_page_url: '/',
    feed_url: 'https://a.example/f.json',
    next_url: '2.json',
    $schema: './s.json',
  },
);

describe('schema.json', () => {
  /** @type {Node} */
  let schema;
  /** @type {import('ajv').ValidateFunction} */
  let validate;
  before(async () => {
    schema = await createSchema();
    validate = new Ajv({ allErrors: true }).compile(schema);
  });

  /** @param {unknown} feed */
  function assertValid(feed) {
    assert.equal(validate(feed), true, JSON.stringify(validate.errors?.slice(0, 3)));
  }

  it('accepts a feed that says everything, and one that says nothing', () => {
    assertValid(everything);
    assertValid(feedWith({}));
    assertValid({ version, title: 'Empty', items: [] });
    assertValid(feedWith({ id: 7, _paper: { organization: 'Engines' } }));
  });

  it('accepts nothing that is read differently', () => {
    const { feed, problems } = describeFeed(everything, { url: 'https://lab.example/f.json', fetchedAt: '2026-03-26' });
    assert.deepEqual(problems, []);
    const filled = Object.values(feed.papers[0] ?? {}).filter((value) => !Array.isArray(value) || value.length);
    assert.equal(filled.length, 26);
  });

  for (const file of ['demo/papers.json', '../shared/feeds/seed-daily-papers.json']) {
    it(`accepts ${file}`, { skip: !existsSync(file) && `${file} is missing` }, () => {
      assertValid(JSON.parse(readFileSync(file, 'utf8')));
    });
  }

  /** @type {[what: string, feed: unknown][]} */
  const slips = [
    ['no version', { title: 'A', items: [] }],
    ['a wrong version', { version: '2', title: 'A', items: [] }],
    ['no items', { version, title: 'A' }],
    ['a name in the feed that is none', feedWith({}, { paper: [] })],
    ['no id', { version, title: 'A', items: [{ title: 'B' }] }],
    ['no title', { version, title: 'A', items: [{ id: 'b' }] }],
    ['an empty title', feedWith({ title: '' })],
    ['a name that is none', feedWith({ abstract: 'On the engine.' })],
    ['a name that belongs in _paper', feedWith({ doi: '10.1000/182' })],
    ['a name in _paper that is none', feedWith({ _paper: { upvotes: 3 } })],
    ['a count as text', feedWith({ _paper: { upvote_count: '3' } })],
    ['a negative count', feedWith({ _paper: { comment_count: -1 } })],
    ['no author at all', feedWith({ _paper: { author_count: 0 } })],
    ['a date in words', feedWith({ date_published: 'March 2026' })],
    ['an author as text', feedWith({ authors: ['Ada Lovelace'] })],
    ['an author without name', feedWith({ authors: [{ url: '/ada' }] })],
    ['tags as text', feedWith({ tags: 'engines' })],
    ['a DOI that is none', feedWith({ _paper: { doi: '182' } })],
    ['a kind of venue that is none', feedWith({ _paper: { venue_kind: 'blog' } })],
    ['an arXiv id that is none', feedWith({ _paper: { arxiv_id: 'note-g' } })],
    ['an address with a space in it', feedWith({ url: 'note g.html' })],
  ];
  for (const [what, feed] of slips) {
    it(`refuses ${what}`, () => {
      assert.equal(validate(feed), false);
    });
  }

  it('says of every name what it means', () => {
    /** @param {Node} node @param {string} path */
    function visit(node, path) {
      for (const [name, property] of Object.entries(node.properties ?? {})) {
        assert.ok(property.description, `${path}.${name} has no description`);
        visit(property, `${path}.${name}`);
      }
      for (const inner of [node.items, ...(node.anyOf ?? [])]) if (inner) visit(inner, path);
    }
    visit(schema, 'feed');
  });
});
