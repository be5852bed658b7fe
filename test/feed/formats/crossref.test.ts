/** Crossref: arrays, markup in titles and abstracts, dates in parts, paging. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../../src/feed/model.js';
import { itWithShared } from '../../support/shared-files.js';
import { envelopes, onlyPaper, read } from './read.js';

const DOI = '10.1000/182';

function readWork(fields: object): Paper {
  return onlyPaper(read(envelopes.crossref({ DOI, title: ['Note G'], ...fields })));
}

describe('crossref', () => {
  it('decodes a DOI once, so that no other one is the same', () => {
    const works = ['10.1000/A&amp;B', '10.1000/a&amp;amp;b'].map((doi) => ({ DOI: doi, title: ['Note G'] }));
    const { papers } = read(envelopes.crossref(...works));
    expect(papers.map(({ id }) => id)).to.deep.equal(['10.1000/a&b', '10.1000/a&amp;b']);
  });

  it('reads everything of a work', () => {
    const paper = readWork({
      DOI: '10.1000/NOTE-G',
      title: ['Note <i>G</i> &amp; others', 'Second'],
      URL: 'http://dx.doi.org/10.1000/note-g',
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>On the\n  <jats:italic>engine</jats:italic>.</jats:p><jats:p>P &lt; 1.</jats:p>',
      issued: { 'date-parts': [[1843, 9]] },
      author: [
        { given: 'Ada', family: 'Lovelace', ORCID: 'http://orcid.org/0' },
        { family: 'L. Menabrea' },
        { name: 'Royal Society' },
        { affiliation: [] },
      ],
      subject: ['Engines'],
      'is-referenced-by-count': 3,
      'container-title': ['Memoirs &amp; <scp>N</scp>otes'],
      link: [{ URL: 'https://press.example/g.pdf', 'content-type': 'application/pdf' }],
      type: 'posted-content',
    });
    expect(paper).to.deep.equal({
      id: '10.1000/note-g',
      title: 'Note G & others',
      url: 'http://dx.doi.org/10.1000/note-g',
      abstract: 'On the engine.\n\nP < 1.',
      publishedAt: '1843-09',
      authors: [
        { name: 'Ada Lovelace', url: 'http://orcid.org/0' },
        { name: 'L. Menabrea' },
        { name: 'Royal Society' },
      ],
      authorCount: 3,
      citationCount: 3,
      doi: '10.1000/note-g',
      venue: 'Memoirs & Notes',
      keywords: ['Engines'],
    });
  });

  it('makes an address of the DOI', () => {
    expect(readWork({ DOI: '10.1002/(SICI)1<2::AID>3.0;2-O' }).url).to.equal(
      'https://doi.org/10.1002/(sici)1%3C2::aid%3E3.0;2-o',
    );
  });

  const titles: readonly (readonly [title: unknown, read: string | undefined])[] = [
    [['<scp>T</scp>reebase: an<scp>R</scp>package'], 'Treebase: anRpackage'],
    [['The role of\n      <scp>AI</scp>\n      in ecology'], 'The role of AI in ecology'],
    [['One &amp;nbsp; two'], 'One &nbsp; two'],
    [['p < 0.05'], 'p < 0.05'],
    ['A plain title', 'A plain title'],
    [[], undefined],
    [[null], undefined],
    [[['x']], undefined],
    [null, undefined],
  ];
  for (const [title, expected] of titles) {
    it(`reads the title ${JSON.stringify(title)}: ${expected}`, () => {
      expect(read(envelopes.crossref({ DOI, title })).papers[0]?.title).to.equal(expected);
    });
  }

  const dates: readonly (readonly [dates: object, publishedAt: string | undefined])[] = [
    [{ issued: { 'date-parts': [[2022, 5, 30]] } }, '2022-05-30'],
    [{ issued: { 'date-parts': [[2023, 3]] } }, '2023-03'],
    [{ issued: { 'date-parts': [[1987]] } }, '1987'],
    [{ issued: { 'date-parts': [['2022', '05']] } }, '2022-05'],
    [{ issued: { 'date-parts': [[null]] }, published: { 'date-parts': [[2021]] } }, '2021'],
    [{ issued: null, created: { 'date-parts': [[2020, 1, 2]] } }, '2020-01-02'],
    [{ issued: { 'date-parts': [[2022, 13, 1]] } }, undefined],
    [{ issued: { 'date-parts': [[2022, { toString: 1 }]] } }, undefined],
    [{ issued: { 'date-parts': [[]] } }, undefined],
    [{ issued: { 'date-parts': 2022 } }, '2022'],
    [{ issued: {} }, undefined],
    [{}, undefined],
  ];
  for (const [fields, publishedAt] of dates) {
    it(`reads ${JSON.stringify(fields)}: ${publishedAt}`, () => {
      expect(readWork(fields).publishedAt).to.equal(publishedAt);
    });
  }

  it('tells articles and proceedings from what they are called', () => {
    expect(readWork({ type: 'journal-article' }).venueKind).to.equal('journal');
    expect(readWork({ type: 'proceedings-article' }).venueKind).to.equal('conference');
    for (const type of ['posted-content', 'dataset', null, {}, undefined])
      expect(readWork({ type })).to.not.have.property('venueKind');
  });

  it('decodes the entities in names once', () => {
    expect(readWork({ author: [{ family: '&amp;lt;b&amp;gt;' }] }).authors).to.deep.equal([{ name: '&lt;b&gt;' }]);
  });

  it('does not invent authors', () => {
    expect(readWork({})).to.not.have.property('authorCount');
    expect(readWork({ author: [{ given: ' ', family: '' }, null, 7] }).authors).to.deep.equal([]);
  });

  it('drops the heading of an abstract, and no other', () => {
    const abstractOf = (abstract: string) => readWork({ abstract }).abstract;
    expect(abstractOf('<jats:title>Summary</jats:title><jats:p>One</jats:p>')).to.equal('One');
    expect(abstractOf('<jats:sec><jats:title>Aim</jats:title><jats:p>One</jats:p></jats:sec>')).to.equal('Aim\n\nOne');
    expect(abstractOf('<jats:p>Abstract art is old.</jats:p>')).to.equal('Abstract art is old.');
  });

  itWithShared('reads works without envelope, and one alone', 'feeds/crossref-works.json', (text) => {
    const { message } = JSON.parse(text) as { message: { items: unknown[] } };
    const { papers } = read(JSON.parse(text));
    expect(read(message.items).papers).to.deep.equal(papers);
    expect(read({ items: message.items }).papers).to.deep.equal(papers);
    expect(onlyPaper(read({ status: 'ok', message: message.items[0] }))).to.deep.equal(papers[0]);
  });

  const works = 'https://api.crossref.org/works?query=x';
  const items = [
    { DOI, title: ['A'] },
    { DOI: '10.1000/183', title: ['B'] },
  ];
  const nextOf = (url: string, message: object) => read({ message: { items, ...message } }, { url }).nextUrl;

  it('goes on by offset', () => {
    expect(nextOf(works, { 'total-results': 5 })).to.equal(`${works}&offset=2`);
    expect(nextOf(`${works}&offset=2`, { 'total-results': 5 })).to.equal(`${works}&offset=4`);
    expect(nextOf(`${works}&offset=3`, { 'total-results': 5 })).to.equal(undefined);
    expect(nextOf(`${works}&offset=9999`, { 'total-results': 50_000 })).to.equal(undefined);
    expect(nextOf(works, { 'total-results': 5, items: [] })).to.equal(undefined);
    expect(nextOf(works, {})).to.equal(undefined);
  });

  it('follows cursors when the address asks for them, to the first page that is not full', () => {
    const message = { 'next-cursor': 'a+b/c==', 'total-results': 5 };
    expect(nextOf(`${works}&rows=2&cursor=*`, message)).to.equal(`${works}&rows=2&cursor=a%2Bb%2Fc%3D%3D`);
    expect(nextOf(`${works}&rows=3&cursor=*`, message)).to.equal(undefined);
    expect(nextOf(`${works}&cursor=*`, message)).to.equal(undefined);
    expect(nextOf(`${works}&rows=2&cursor=*`, {})).to.equal(undefined);
  });
});
