/** Semantic Scholar: nulls everywhere, fields that were not asked for, paging. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../../src/feed/model.js';
import { envelopes, onlyPaper, read } from './read.js';

function readEntry(fields: object): Paper {
  return onlyPaper(read(envelopes['semantic-scholar']({ paperId: 'a1', title: 'Note G', ...fields })));
}

describe('semantic-scholar', () => {
  it('reads everything of a paper', () => {
    const paper = readEntry({
      url: 'https://www.semanticscholar.org/paper/Note-G/a1',
      abstract: 'On the engine.',
      tldr: { model: 'tldr@v2', text: 'An engine.' },
      publicationDate: '1843-09-01',
      year: 1843,
      authors: [
        { authorId: '7', name: 'Ada Lovelace' },
        { authorId: null, name: 'L. Menabrea' },
      ],
      externalIds: { DOI: '10.1000/NOTE-G', ArXiv: '2603.12345', CorpusId: 470667 },
      openAccessPdf: { url: 'http://press.example/g.pdf', status: 'CLOSED' },
      fieldsOfStudy: ['Mathematics'],
      s2FieldsOfStudy: [{ category: 'Economics' }],
      citationCount: 0,
      venue: '',
      journal: { name: 'Scientific Memoirs' },
    });
    expect(paper).to.deep.equal({
      id: 'a1',
      title: 'Note G',
      url: 'https://www.semanticscholar.org/paper/Note-G/a1',
      abstract: 'On the engine.',
      aiSummary: 'An engine.',
      publishedAt: '1843-09-01',
      authors: [{ name: 'Ada Lovelace', url: 'https://www.semanticscholar.org/author/7' }, { name: 'L. Menabrea' }],
      authorCount: 2,
      citationCount: 0,
      pdfUrl: 'http://press.example/g.pdf',
      arxivId: '2603.12345',
      doi: '10.1000/note-g',
      venue: 'Scientific Memoirs',
      keywords: ['Mathematics'],
    });
  });

  it('knows what a venue is where that was asked for', () => {
    expect(readEntry({ publicationVenue: { type: 'conference' } }).venueKind).to.equal('conference');
  });

  it('does with what was asked for', () => {
    expect(readEntry({})).to.deep.equal({
      id: 'a1',
      title: 'Note G',
      url: 'https://www.semanticscholar.org/paper/a1',
      authors: [],
      keywords: [],
    });
  });

  it('takes null for missing, everywhere', () => {
    const keys = [
      'url',
      'abstract',
      'tldr',
      'publicationDate',
      'year',
      'authors',
      'externalIds',
      'openAccessPdf',
      'fieldsOfStudy',
      's2FieldsOfStudy',
      'citationCount',
      'venue',
      'journal',
    ];
    expect(readEntry(Object.fromEntries(keys.map((key) => [key, null])))).to.deep.equal(readEntry({}));
  });

  it('knows the year where the day is unknown, and folds fields of study', () => {
    const paper = readEntry({
      publicationDate: null,
      year: 2001,
      fieldsOfStudy: null,
      s2FieldsOfStudy: [{ category: 'Economics' }, { category: 'Psychology' }, { category: 'Economics' }],
    });
    expect(paper.publishedAt).to.equal('2001');
    expect(paper.keywords).to.deep.equal(['Economics', 'Psychology']);
  });

  it('skips unknown ids, and records without title', () => {
    const feed = read([null, { paperId: 'a1', title: 'A' }, { paperId: 'a2' }, { title: 'B' }]);
    expect(feed.papers.map(({ id }) => id)).to.deep.equal(['a1']);
    expect(feed.skippedCount).to.equal(3);
  });

  it('reads recommendations and single papers', () => {
    const paper = { paperId: 'a1', title: 'A' };
    expect(read({ recommendedPapers: [paper] }).papers).to.deep.equal(read(paper).papers);
    expect(read(paper).papers).to.have.lengthOf(1);
  });

  const search = 'https://api.semanticscholar.org/graph/v1/paper/search?query=maps';
  const nextOf = (answer: object, url = search) =>
    read({ total: 2_000, offset: 0, data: [{ paperId: 'a1', title: 'A' }], ...answer }, { url }).nextUrl;

  it('goes on while the service says so, up to where it stops', () => {
    expect(nextOf({ next: 100 })).to.equal(`${search}&offset=100`);
    expect(nextOf({ next: 200 }, `${search}&offset=100`)).to.equal(`${search}&offset=200`);
    expect(nextOf({})).to.equal(undefined);
    expect(nextOf({ next: 1_000 })).to.equal(undefined);
    expect(nextOf({ next: { valueOf: 1 } })).to.equal(undefined);
    expect(nextOf({ token: 'a+b' })).to.equal(`${search}&token=a%2Bb`);
    expect(nextOf({ next: 100 }, 'https://lab.example/copy.json')).to.equal(undefined);
  });
});
