/** JSON Feed 1.0 and 1.1, as specified, as found in the wild, and with our extension. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../../src/feed/model.js';
import { itWithShared } from '../../support/shared-files.js';
import { onlyPaper, read, readItem } from './read.js';

const version = 'https://jsonfeed.org/version/1.1';

describe('json-feed: items', () => {
  it('reads everything that a lab can say about a paper', () => {
    const paper = readItem({
      id: 'note-g',
      url: '/papers/note-g.html',
      content_text: 'On the engine.\n\nAnd its uses.',
      summary: 'Engines.',
      date_published: '2026-03-26',
      authors: [{ name: 'Ada Lovelace', url: 'people/ada.html', avatar: 'ada.jpg' }, { name: 'Alan Turing' }],
      image: '../note-g.png',
      tags: ['engines', 'notes', 'engines', ''],
      _paper: {
        author_count: 7,
        organization: { name: 'Analytical Engines', handle: 'engines', url: '/', logo_url: '/logo.svg' },
        submitter: 'Charles Babbage',
        listed_at: '2026-03-27',
        upvote_count: 12,
        comment_count: 0,
        citation_count: 3,
        discussion_url: 'https://forum.example/note-g',
        ai_summary: 'An engine.',
        video_url: 'note-g.mp4',
        pdf_url: 'note-g.pdf',
        code_url: 'https://github.com/ada/note-g',
        code_star_count: 3290,
        project_url: '/note-g/',
        arxiv_id: 'arXiv:2603.12345v2',
        doi: 'https://doi.org/10.1000/NOTE-G',
        venue: 'Scientific Memoirs',
        venue_kind: 'journal',
      },
    });
    expect(paper).to.deep.equal({
      id: 'note-g',
      title: 'Note G',
      url: 'https://lab.example/papers/note-g.html',
      abstract: 'On the engine.\n\nAnd its uses.',
      aiSummary: 'An engine.',
      publishedAt: '2026-03-26',
      listedAt: '2026-03-27',
      authors: [
        {
          name: 'Ada Lovelace',
          url: 'https://lab.example/feeds/people/ada.html',
          avatarUrl: 'https://lab.example/feeds/ada.jpg',
        },
        { name: 'Alan Turing' },
      ],
      authorCount: 7,
      organization: {
        name: 'Analytical Engines',
        handle: 'engines',
        url: 'https://lab.example/',
        logoUrl: 'https://lab.example/logo.svg',
      },
      submitter: 'Charles Babbage',
      upvoteCount: 12,
      commentCount: 0,
      citationCount: 3,
      discussionUrl: 'https://forum.example/note-g',
      thumbnailUrl: 'https://lab.example/note-g.png',
      videoUrl: 'https://lab.example/feeds/note-g.mp4',
      pdfUrl: 'https://lab.example/feeds/note-g.pdf',
      codeUrl: 'https://github.com/ada/note-g',
      codeStarCount: 3290,
      projectUrl: 'https://lab.example/note-g/',
      arxivId: '2603.12345',
      doi: '10.1000/note-g',
      venue: 'Scientific Memoirs',
      venueKind: 'journal',
      keywords: ['engines', 'notes'],
    } satisfies Paper);
  });

  it('needs no more than id and title', () => {
    expect(readItem({})).to.deep.equal({ id: '1', title: 'Note G', authors: [], keywords: [] });
  });

  const partial: readonly (readonly [what: string, fields: object, expected: Partial<Paper>])[] = [
    ['a number as id', { id: 2347259 }, { id: '2347259' }],
    ['entities in plain fields', { title: 'Ada&#39;s &amp; notes' }, { title: "Ada's & notes" }],
    [
      'angle brackets in plain fields',
      { title: 'Let <think> be', content_text: '<EOS>' },
      { title: 'Let <think> be', abstract: '<EOS>' },
    ],
    ['entities in text are decoded once', { content_text: '&amp;lt;b&gt;' }, { abstract: '&lt;b>' }],
    ['entities in HTML are decoded once', { content_html: '<b>&amp;lt;b&gt;</b>' }, { abstract: '&lt;b>' }],
    ['text before HTML', { content_text: 'A', content_html: '<p>B', summary: 'C' }, { abstract: 'A' }],
    ['HTML where there is no text', { content_text: '', content_html: '<p>B', summary: 'C' }, { abstract: 'B' }],
    ['a summary where content is pictures', { content_html: '<img src="a.png">', summary: 'C' }, { abstract: 'C' }],
    ['a summary alone', { summary: 'C' }, { abstract: 'C' }],
    [
      'external_url where there is no url',
      { url: '', external_url: 'https://a.example/' },
      { url: 'https://a.example/' },
    ],
    ['an address as id', { id: 'https://a.example/1' }, { url: 'https://a.example/1' }],
    ['a DOI where there is no url', { _paper: { doi: '10.1000/182' } }, { url: 'https://doi.org/10.1000/182' }],
    [
      'an arXiv id where there is no url',
      { _paper: { arxiv_id: '2603.12345' } },
      { url: 'https://arxiv.org/abs/2603.12345', pdfUrl: 'https://arxiv.org/pdf/2603.12345' },
    ],
    ['an arXiv id in the address', { url: 'https://arxiv.org/abs/2603.12345v2' }, { arxivId: '2603.12345' }],
    ['an arXiv id in the DOI', { _paper: { doi: '10.48550/arXiv.2603.12345' } }, { arxivId: '2603.12345' }],
    [
      'banner_image where image is empty',
      { image: '', banner_image: 'b.png' },
      { thumbnailUrl: 'https://lab.example/feeds/b.png' },
    ],
    [
      'a PDF attached',
      {
        attachments: [
          { url: 'a.mp3', mime_type: 'audio/mpeg' },
          { url: 'a.pdf', mime_type: 'application/pdf' },
        ],
      },
      { pdfUrl: 'https://lab.example/feeds/a.pdf' },
    ],
    [
      'a video attached',
      { attachments: [null, { url: 'a.mp4', mime_type: 'video/mp4' }] },
      { videoUrl: 'https://lab.example/feeds/a.mp4' },
    ],
    ['authors before author', { authors: [{ name: 'Ada' }], author: { name: 'Alan' } }, { authors: [{ name: 'Ada' }] }],
    ['author of version 1.0', { author: { name: 'Alan' } }, { authors: [{ name: 'Alan' }], authorCount: 1 }],
    [
      'bare names',
      { authors: ['Ada', 'Alan'], _paper: { organization: 'Engines' } },
      { authors: [{ name: 'Ada' }, { name: 'Alan' }], organization: { name: 'Engines' } },
    ],
    [
      'authors without a name',
      { authors: [{ url: 'https://a.example/' }, null, { name: ' ' }, { name: 'Ada' }] },
      { authors: [{ name: 'Ada' }], authorCount: 1 },
    ],
    ['a count lower than the names', { authors: ['Ada', 'Alan'], _paper: { author_count: 1 } }, { authorCount: 2 }],
    ['a time without zone', { date_published: '2026-08-21T02:30:55' }, { publishedAt: '2026-08-21T02:30:55.000Z' }],
    ['seconds since 1970', { date_published: 1774502505 }, { publishedAt: '2026-03-26T05:21:45.000Z' }],
    ['counts as text', { _paper: { upvote_count: '12' } }, { upvoteCount: 12 }],
  ];
  for (const [what, fields, expected] of partial) {
    it(`reads ${what}`, () => {
      expect(readItem(fields)).to.deep.include(expected);
    });
  }

  it('drops a bad field and keeps the rest', () => {
    const bad = {
      url: 'javascript:alert(1)',
      content_text: 7,
      content_html: {},
      summary: [],
      date_published: 'yesterday',
      authors: 7,
      author: [],
      image: 'data:image/png;base64,AAAA',
      tags: { a: 1 },
      attachments: 'a.pdf',
      _paper: {
        author_count: -1,
        organization: { handle: 'engines' },
        upvote_count: 1.5,
        comment_count: 'many',
        discussion_url: 'ftp://a.example/',
        pdf_url: 'https://ada:secret@a.example/',
        code_url: { href: 'https://a.example/' },
        arxiv_id: 'x',
        doi: 'x',
        venue: {},
        venue_kind: 'x',
      },
    };
    expect(readItem(bad)).to.deep.equal(readItem({}));
    for (const extension of [null, 'x', 7, [], [{ doi: '10.1000/182' }]]) {
      expect(readItem({ _paper: extension })).to.deep.equal(readItem({}));
    }
  });

  it('counts no part of an author', () => {
    expect(readItem({ _paper: { author_count: 1.5 } })).to.not.have.property('authorCount');
  });

  it('keeps fifty keywords', () => {
    expect(readItem({ tags: Array.from({ length: 60 }, (_, at) => `engine ${at}`) }).keywords).to.have.lengthOf(50);
  });

  it('counts a thousand authors and more, and keeps a thousand', () => {
    const paper = readItem({ authors: Array.from({ length: 1_664 }, (_, at) => ({ name: `Author ${at}` })) });
    expect(paper.authors).to.have.lengthOf(1_000);
    expect(paper.authorCount).to.equal(1_664);
  });

  it('skips and counts items without id or title', () => {
    const items = [
      null,
      'x',
      {},
      { id: '1' },
      { title: 'A' },
      { id: '', title: 'A' },
      { id: null, title: 'A' },
      { id: '7', title: 'B' },
    ];
    const feed = read({ version, items });
    expect(feed.papers.map(({ id }) => id)).to.deep.equal(['7']);
    expect(feed.skippedCount).to.equal(7);
  });

  it('keeps the first of several items with one id', () => {
    const items = [
      { id: 1, title: 'A' },
      { id: '1', title: 'B' },
      { id: 2, title: 'C' },
    ];
    const feed = read({ version, items });
    expect(feed.papers.map(({ title }) => title)).to.deep.equal(['A', 'C']);
    expect(feed.skippedCount).to.equal(0);
  });

  it('looks at ten thousand items at most', () => {
    const items = Array.from({ length: 10_100 }, (_, id) => ({ id, title: 'A' }));
    expect(read({ version, items }).papers).to.have.lengthOf(10_000);
  });

  it('cannot be made to change prototypes', () => {
    const document = `{"version": "1.1", "__proto__": {"polluted": 1}, "items": [
      {"id": "__proto__", "title": "constructor", "__proto__": {"polluted": 1}, "_paper": {"__proto__": {"upvote_count": 1}}},
      {"id": "toString", "title": "hasOwnProperty", "constructor": {"prototype": {"polluted": 1}}, "tags": ["__proto__"]}
    ]}`;
    const { papers } = read(JSON.parse(document));
    expect(papers.map(({ id }) => id)).to.deep.equal(['__proto__', 'toString']);
    expect(papers[0]).to.not.have.property('upvoteCount');
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('does not take what the page added to all objects for data', () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    polluted.url = 'https://evil.example/';
    polluted._paper = { upvote_count: 666 };
    try {
      expect(Object.keys(readItem({}))).to.deep.equal(['id', 'title', 'authors', 'keywords']);
    } finally {
      delete polluted.url;
      delete polluted._paper;
    }
  });
});

describe('json-feed: the feed', () => {
  const items = [{ id: '1', title: 'A', url: 'a.html' }];

  it('says what it is', () => {
    const about = { title: 'Our &amp; notes', description: 'One.\n\nTwo.', home_page_url: '/' };
    expect(read({ version, ...about, items }, { url: 'https://lab.example/f/papers.json' })).to.include({
      title: 'Our & notes',
      description: 'One.\n\nTwo.',
      homePageUrl: 'https://lab.example/',
      fetchedAt: '2026-08-21T09:00:00.000Z',
    });
  });

  it('lends its authors to items that name none and do not count them', () => {
    const named = [
      ...items,
      { id: '2', title: 'B', authors: [{ name: 'Alan Turing' }] },
      { id: '3', title: 'C', _paper: { author_count: 4 } },
    ];
    for (const authors of [{ authors: [{ name: 'Ada Lovelace' }] }, { author: { name: 'Ada Lovelace' } }]) {
      const { papers } = read({ version, ...authors, items: named });
      expect(papers.map(({ authors }) => authors.map(({ name }) => name).join())).to.deep.equal([
        'Ada Lovelace',
        'Alan Turing',
        '',
      ]);
      expect(papers.map(({ authorCount }) => authorCount)).to.deep.equal([1, 1, 4]);
    }
  });

  it('resolves addresses against where it came from, else against its own word, else drops them', () => {
    const feed_url = 'https://elsewhere.example/x/feed.json';
    const urlOf = (document: object, url?: string) => onlyPaper(read({ version, items, ...document }, { url })).url;
    expect(urlOf({ feed_url }, 'https://lab.example/f/papers.json')).to.equal('https://lab.example/f/a.html');
    expect(urlOf({ feed_url })).to.equal('https://elsewhere.example/x/a.html');
    expect(urlOf({ feed_url: 'javascript:alert(1)' })).to.equal(undefined);
    expect(urlOf({})).to.equal(undefined);
  });

  it('has a next page, but never itself', () => {
    const url = 'https://lab.example/papers.json';
    const nextOf = (document: object) => read({ version, items, ...document }, { url }).nextUrl;
    expect(nextOf({ next_url: '?page=2' })).to.equal('https://lab.example/papers.json?page=2');
    expect(nextOf({ next_url: 'https://cdn.example/2.json' })).to.equal('https://cdn.example/2.json');
    expect(nextOf({ next_url: url })).to.equal(undefined);
    expect(nextOf({ next_url: 'papers.json' })).to.equal(undefined);
    expect(nextOf({ next_url: 'https://x.example/', feed_url: 'https://x.example/' })).to.equal(undefined);
    expect(nextOf({ next_url: 'javascript:alert(1)' })).to.equal(undefined);
    expect(nextOf({ next_url: 7 })).to.equal(undefined);
  });

  itWithShared('reads the documents of other parsers', 'corpora/json-feed-documents.json', (text) => {
    const documents = JSON.parse(text) as { name: string; document: { items: { title?: string; id?: string }[] } }[];
    for (const { name, document } of documents) {
      const feed = read(document);
      const withTitle = document.items.filter(({ id, title }) => id && title);
      expect(feed.format, name).to.equal('json-feed');
      expect(
        feed.papers.map(({ title }) => title),
        name,
      ).to.deep.equal(withTitle.map(({ title }) => title));
      expect(feed.skippedCount, name).to.equal(document.items.length - withTitle.length);
    }
  });
});
