/** What is said about documents in which something cannot be shown. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { describeFeed } from '../../../src/feed/describe/describe-feed.js';
import { FeedError } from '../../../src/feed/feed-error.js';
import type { FormatChoice } from '../../../src/feed/formats/index.js';
import { itWithShared } from '../../support/shared-files.js';
import { envelopes, fetchedAt, read } from '../formats/read.js';

/** `path: expected … found` of each problem. */
function problemsOf(document: unknown, url?: string): string[] {
  return describeFeed(document, { url, fetchedAt }).problems.map(
    ({ path, expected, found, lost }) => `${path}: ${expected}, not ${found}${lost === 'paper' ? ' (left out)' : ''}`,
  );
}

const item = (fields: unknown) => envelopes['json-feed'](fields);
const good = { id: '1', title: 'Note G' };

describe('describeFeed', () => {
  const documents: readonly (readonly [what: string, document: unknown, problems: readonly string[]])[] = [
    ['nothing wrong', item(good), []],
    ['a list made at home with little in it', { papers: [{ title: 'Note G', url: 'https://lab.example/g' }] }, []],
    ['no object', item(null), ['items[0]: an object, not null (left out)']],
    [
      'no object in an envelope',
      envelopes.crossref({ DOI: '10.1000/182', title: ['A'] }, null),
      ['message.items[1]: an object, not null (left out)'],
    ],
    [
      'no object in a list that has lost its envelope',
      { items: [{ DOI: '10.1000/182', title: ['A'] }, null] },
      ['items[1]: an object, not null (left out)'],
    ],
    ['no object in a bare list', [{ DOI: '10.1000/182', title: ['A'] }, null], ['[1]: an object, not null (left out)']],
    ['no id', item({ title: 'A' }), ['items[0].id: an id: text or a number, not nothing (left out)']],
    [
      'neither id nor title',
      item({ id: '', title: ' ' }),
      ['items[0].id: an id: text or a number, not "" (left out)', 'items[0].title: text, not " " (left out)'],
    ],
    [
      'an address of another kind',
      item({ ...good, url: 'javascript:alert(1)' }),
      ['items[0].url: an address that begins with https://, not "javascript:alert(1)"'],
    ],
    [
      'a relative address of a document from nowhere',
      item({ ...good, image: 'a.png' }),
      ['items[0].image: an address that begins with https://, not "a.png"'],
    ],
    [
      'text that is none',
      item({ ...good, content_text: 7, tags: ['a', {}] }),
      ['items[0].content_text: text, not 7', 'items[0].tags[1]: text, not {}'],
    ],
    [
      'a date in words',
      item({ ...good, date_published: 'yesterday' }),
      ['items[0].date_published: a date such as 2026-03-26, not "yesterday"'],
    ],
    [
      'counts that are none',
      item({ ...good, _paper: { author_count: 'many', upvote_count: -1 } }),
      [
        'items[0]._paper.author_count: a whole number from 0, not "many"',
        'items[0]._paper.upvote_count: a whole number from 0, not -1',
      ],
    ],
    ['a count without end', item({ ...good, _paper: { author_count: Infinity } }), []],
    [
      'a summary and a DOI that are none',
      item({ ...good, _paper: { ai_summary: 7, doi: 'x' } }),
      ['items[0]._paper.ai_summary: text, not 7', 'items[0]._paper.doi: a DOI such as 10.1000/182, not "x"'],
    ],
    ['the eleventh of a list', item({ ...good, tags: [...'abcdefghij', {}] }), ['items[0].tags[10]: text, not {}']],
    [
      'authors without name',
      item({ ...good, authors: [{ nam: 'Ada' }, 'Alan', { name: 'Grace', url: 'mailto:g@a.example' }] }),
      [
        'items[0].authors[0]: a name, not {"nam":"Ada"}',
        'items[0].authors[2].url: an address that begins with https://, not "mailto:g@a.example"',
      ],
    ],
    [
      'an organization without name',
      item({ ...good, _paper: { organization: { handle: 'a' } } }),
      ['items[0]._paper.organization: a name, not {"handle":"a"}'],
    ],
    [
      'an organization of a home-made list',
      { papers: [{ ...good, Organisation: { Full_Name: 'A lab', URL: 'mailto:a@lab.example', Logo: 7 } }] },
      [
        'papers[0].Organisation.URL: an address that begins with https://, not "mailto:a@lab.example"',
        'papers[0].Organisation.Logo: an address that begins with https://, not 7',
      ],
    ],
    ['an extension that is none', item({ ...good, _paper: 'x' }), ['items[0]._paper: an object, not "x"']],
    [
      'a name nearly right',
      item({ ...good, _paper: { upvotes: 3, pdfUrl: 'https://a.example/' } }),
      [
        'items[0]._paper.upvotes: the name "upvote_count", not 3',
        'items[0]._paper.pdfUrl: the name "pdf_url", not "https://a.example/"',
      ],
    ],
    [
      'a name in the wrong place',
      item({ ...good, doi: '10.1000/182' }),
      ['items[0].doi: this in "_paper", as "_paper": {"doi": …}, not "10.1000/182"'],
    ],
    [
      'a home-made list with names of its own',
      { papers: [{ Title: 'A', 'pdf-URL': 'ftp://a', ArxivID: 'x', Authors: [{ who: 'Ada' }] }] },
      [
        'papers[0].Authors[0]: a name, not {"who":"Ada"}',
        'papers[0].pdf-URL: an address that begins with https://, not "ftp://a"',
        'papers[0].ArxivID: an arXiv id such as 2603.12345, not "x"',
      ],
    ],
    [
      'a home-made list with names of its own inside others',
      {
        papers: [
          { id: 1, Title: 'A', Tags: ['x', { Not_A: 'tag' }], Authors: [{ Name: 'Ada', 'Avatar-URL': 'ftp://a' }] },
        ],
      },
      [
        'papers[0].Authors[0].Avatar-URL: an address that begins with https://, not "ftp://a"',
        'papers[0].Tags[1]: text, not {"Not_A":"tag"}',
      ],
    ],
    [
      'one of several in Hugging Face',
      [
        {
          paper: { id: '2603.12345', title: 'A', authors: [{ name: 'Ada' }, {}] },
          mediaUrls: ['ftp://a.example/a.mp4', 'https://a.example/b.png'],
        },
      ],
      [
        '[0].paper.authors[1]: a name, not {}',
        '[0].mediaUrls[0]: an address that begins with https://, not "ftp://a.example/a.mp4"',
      ],
    ],
    [
      'Hugging Face',
      [{ paper: { id: '2603.12345', title: 'A', githubStars: 'x' }, thumbnail: 'a.png' }, {}],
      [
        '[0].thumbnail: an address that begins with https://, not "a.png"',
        '[0].paper.githubStars: a whole number from 0, not "x"',
        '[1].paper: an id: text or a number, not nothing (left out)',
        '[1].paper: text, not nothing (left out)',
      ],
    ],
    [
      'one paper of Hugging Face',
      { id: '2603.12345', title: 'A', summary: 'B', upvotes: 3, projectPage: 'x' },
      ['projectPage: an address that begins with https://, not "x"'],
    ],
    [
      'Crossref',
      {
        message: {
          items: [
            { DOI: '10.1000/182', title: [] },
            { DOI: '10.1000/183', title: ['A'], URL: 'x', author: [{}] },
          ],
        },
      },
      [
        'message.items[0].title: text, not [] (left out)',
        'message.items[1].URL: an address that begins with https://, not "x"',
        'message.items[1].author[0]: a name, not {}',
      ],
    ],
    [
      'OpenAlex',
      envelopes.openalex({ id: 'https://openalex.org/W1', title: 'A', cited_by_count: 'x' }),
      ['results[0].cited_by_count: a whole number from 0, not "x"'],
    ],
    [
      'Semantic Scholar',
      [null, { paperId: 'a', title: 'A', openAccessPdf: { url: 'x' } }],
      ['[0]: an object, not null (left out)', '[1].openAccessPdf.url: an address that begins with https://, not "x"'],
    ],
  ];
  for (const [what, document, problems] of documents) {
    it(`describes ${what}`, () => {
      expect(problemsOf(document)).to.deep.equal(problems);
    });
  }

  it('accepts relative addresses where the feed has one itself', () => {
    expect(
      problemsOf(item({ ...good, url: 'a.html', image: '../a.png' }), 'https://lab.example/f/papers.json'),
    ).to.deep.equal([]);
    expect(problemsOf(item({ ...good, url: 'ftp://a' }), 'https://lab.example/f/papers.json')).to.deep.equal([
      'items[0].url: an http(s) address, or one relative to the feed, not "ftp://a"',
    ]);
  });

  it('names the paper whose id is used again', () => {
    const document = { version: '1.1', items: [{ id: 1, title: 'A' }, null, { id: '1', title: 'B' }] };
    expect(problemsOf(document)[1]).to.equal('items[2].id: an id of its own, not that of items[0], not "1" (left out)');
  });

  it('says when there are more entries than are read', () => {
    const items = Array.from({ length: 10_001 }, () => null);
    expect(problemsOf({ version: '1.1', items }).at(-1)).to.equal('items: at most 10000 entries, not 10001 (left out)');
  });

  it('says that an entry goes without what cannot be shown', () => {
    const document = item({ ...good, url: 'x', authors: [{}], _paper: { upvotes: 1 } });
    const { problems } = describeFeed(document, { fetchedAt });
    expect(problems.map(({ lost }) => lost)).to.deep.equal(['field', 'field', 'field']);
  });

  const endless: Record<string, unknown> = {};
  endless.inner = endless;
  const shortened: readonly (readonly [what: string, url: unknown, found: string])[] = [
    ['a long text', 'x'.repeat(1_000), `"${'x'.repeat(56)}…`],
    ['a text that is just short enough', 'x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['a long list', [1, 2, 3, 4], '[1,2,3]'],
    ['a value in itself', endless, 'something nested too deeply'],
  ];
  for (const [what, url, found] of shortened) {
    it(`shows ${what} in short`, () => {
      expect(describeFeed(item({ ...good, url }), { fetchedAt }).problems[0]?.found).to.equal(found);
    });
  }

  it('refuses what parseFeed refuses', () => {
    expect(() => describeFeed({}, { fetchedAt })).to.throw(FeedError);
  });

  it('gives the feed that parseFeed gives, whatever the document', () => {
    const formats: FormatChoice[] = [
      'json-feed',
      'hugging-face',
      'openalex',
      'semantic-scholar',
      'crossref',
      'paper-list',
    ];
    const odd = fc.constantFrom(
      ...['id', 'title', 'url', 'paper', '_paper', 'author', 'authors', 'doi', 'paperId', 'DOI', 'Title'],
    );
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.dictionary(odd, fc.jsonValue({ maxDepth: 2 })), (format, fields) => {
        const document = envelopes[format as 'crossref']({
          title: 'A',
          paperId: '1',
          paper: fields,
          DOI: 'x',
          ...fields,
        });
        let expected: unknown;
        try {
          expected = read(document, { format });
        } catch {
          return;
        }
        expect(describeFeed(document, { format, fetchedAt }).feed).to.deep.equal(expected);
      }),
    );
  });

  for (const name of [
    'hf-daily-2025-09-30',
    'json-feed-searyanc',
    'json-feed-gofeed-full',
    'openalex-works',
    'crossref-works',
    'seed-daily-papers',
  ]) {
    itWithShared('finds nothing wrong with a real feed', `feeds/${name}.json`, (text) => {
      expect(problemsOf(JSON.parse(text), 'https://lab.example/feed.json')).to.deep.equal([]);
    });
  }
});
