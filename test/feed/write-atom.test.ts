/** Feeds as Atom documents, and what an XML parser reads in them; test/node/snapshot-formats.test.mjs tries real feeds. */
import { expect } from '@open-wc/testing';
import type { Feed, Paper } from '../../src/feed/model.js';
import { toAtom, type AtomOptions } from '../../src/feed/write-atom.js';

const id = 'https://lab.example/papers/';
const now = '2026-04-01T00:00:00.000Z';

const note: Paper = { id: 'note', title: 'Note G', authors: [], authorCount: 0, keywords: [] };

const feedOf = (papers: Partial<Paper>[], about: Partial<Feed> = {}): Feed => ({
  title: 'Papers',
  papers: papers.map((paper) => ({ ...note, ...paper })),
  skippedCount: 0,
  format: 'json-feed',
  fetchedAt: now,
  ...about,
});

/** The document as a feed reader has it. Throws where it is no XML. */
function read(feed: Feed, options: Partial<AtomOptions> = {}): Element {
  const document = new DOMParser().parseFromString(toAtom(feed, { id, now, ...options }), 'application/xml');
  if (document.querySelector('parsererror')) throw new Error(document.documentElement.textContent);
  return document.documentElement;
}
const textsOf = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map((each) => each.textContent);

describe('toAtom', () => {
  it('says all that is known, in the order of papers', () => {
    const paper: Partial<Paper> = {
      id: '2603.12345',
      arxivId: '2603.12345',
      abstract: 'On numbers.',
      url: 'https://lab.example/1?a=b&c',
      publishedAt: '2026-03-25',
      listedAt: '2026-03-26',
      pdfUrl: 'https://lab.example/1.pdf',
      codeUrl: 'https://lab.example/code',
      discussionUrl: 'https://lab.example/1#community',
      authors: [
        { name: 'Ada Lovelace', url: 'https://lab.example/ada' },
        { name: 'Luigi Menabrea', hidden: true },
      ],
      keywords: ['engines & looms', 'notes'],
    };
    const about = { description: 'What we read', homePageUrl: 'https://lab.example/' };
    const document = toAtom(feedOf([paper, {}], about), {
      id,
      now,
      feedUrl: 'https://lab.example/papers/feed.xml',
      language: 'fr',
    });
    expect(document).to.equal(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>https://lab.example/papers/</id>
<title>Papers</title>
<subtitle>What we read</subtitle>
<updated>2026-04-01T00:00:00.000Z</updated>
<author><name>Papers</name></author>
<generator>daily-papers</generator>
<link rel="self" href="https://lab.example/papers/feed.xml" type="application/atom+xml"/>
<link rel="alternate" href="https://lab.example/"/>
<entry>
<id>https://arxiv.org/abs/2603.12345</id>
<title>Note G</title>
<updated>2026-03-26T00:00:00.000Z</updated>
<published>2026-03-25T00:00:00.000Z</published>
<link rel="alternate" href="https://lab.example/1?a=b&amp;c"/>
<link rel="related" href="https://lab.example/1.pdf" title="PDF" type="application/pdf"/>
<link rel="related" href="https://lab.example/code" title="Code"/>
<link rel="replies" href="https://lab.example/1#community"/>
<author><name>Ada Lovelace</name><uri>https://lab.example/ada</uri></author>
<category term="engines &amp; looms"/>
<category term="notes"/>
<content type="text">On numbers.</content>
</entry>
<entry>
<id>https://lab.example/papers/#note</id>
<title>Note G</title>
<updated>2026-04-01T00:00:00.000Z</updated>
<content type="text">Note G</content>
</entry>
</feed>
`);
  });

  it('has a title and a date even where nothing is known', () => {
    const empty = feedOf([], { title: undefined });
    expect(textsOf(read(empty), 'title, updated')).to.deep.equal(['Papers', now]);
    expect(textsOf(read(empty, { title: 'Ours' }), 'title, author')).to.deep.equal(['Ours', 'Ours']);
    expect(read(empty).hasAttribute('xml:lang')).to.equal(false);
  });

  it('keeps signs of XML as text, and leaves out what XML forbids', () => {
    const title = 'a\0b\u0008c\u001fd\ud800e\ufffef <b>"&\' \t\u{1f600}]]>';
    const feed = read(feedOf([{ title, abstract: 'one\r\ntwo', keywords: ['"<&>"'] }]));
    const entry = feed.querySelector('entry')!;
    expect(textsOf(entry, 'title, content')).to.deep.equal(['abcdef <b>"&\' \t\u{1f600}]]>', 'one\r\ntwo']);
    expect(entry.querySelector('category')!.getAttribute('term')).to.equal('"<&>"');
  });

  it('names papers by addresses that stay the same, each by another', () => {
    const papers: Partial<Paper>[] = [
      { id: '2603.12345', arxivId: '2603.12345' },
      { id: '10.1000/182' },
      { id: '10.1000/a b' },
      { id: 'see 10.1000/182' },
      { id: 'https://lab.example/note-g' },
      { id: 'https://lab.example/note-g' },
      { id: 'note\0 g', arxivId: '2603.12345' },
    ];
    expect(textsOf(read(feedOf(papers)), 'entry > id')).to.deep.equal([
      'https://arxiv.org/abs/2603.12345',
      'https://doi.org/10.1000/182',
      'https://lab.example/papers/#10.1000%2Fa%20b',
      'https://lab.example/papers/#see%2010.1000%2F182',
      'https://lab.example/note-g',
      'https://lab.example/papers/#https%3A%2F%2Flab.example%2Fnote-g',
      'https://lab.example/papers/#note%20g',
    ]);
  });

  it('was changed when its newest paper was listed', () => {
    const feed = feedOf([{ listedAt: '2026-03-02' }, { listedAt: '2026-03-26' }, { publishedAt: '2026-03' }]);
    expect(textsOf(read(feed), 'feed > updated')).to.deep.equal(['2026-03-26T00:00:00.000Z']);
  });

  it('remembers when it first saw what has no date', () => {
    for (const about of [{}, { description: 'What we read' }]) {
      const feed = feedOf([{ id: 'a' }, { id: 'b', publishedAt: '2026-01-01' }], about);
      const ownId = { id: 'https://lab.example/?a&b' };
      const before = toAtom(feed, { ...ownId, now });
      const later = { ...ownId, now: '2026-05-01T00:00:00.000Z', before };
      expect(toAtom(feed, later)).to.equal(before);
      expect(textsOf(read({ ...feed, papers: [] }, later), 'updated')).to.deep.equal([now]);
    }
  });
});
