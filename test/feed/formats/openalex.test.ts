/** OpenAlex: abstracts stored as word positions, authorships, paging. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../../src/feed/model.js';
import { itWithShared } from '../../support/shared-files.js';
import { envelopes, onlyPaper, read } from './read.js';

const id = 'https://openalex.org/W1';

function readWork(fields: object): Paper {
  return onlyPaper(read(envelopes.openalex({ id, title: 'Note G', ...fields })));
}

describe('openalex', () => {
  it('reads everything of a work', () => {
    const location = {
      landing_page_url: 'https://press.example/note-g',
      pdf_url: 'https://press.example/g.pdf',
      source: { display_name: 'Memoirs &amp; Notes' },
    };
    const paper = readWork({
      doi: 'https://doi.org/10.1000/NOTE-G',
      display_name: 'Note G',
      abstract_inverted_index: { On: [0], the: [1, 3], engine: [2], notes: [4] },
      publication_date: '1843-01-01',
      authorships: [
        { author: { display_name: 'Ada Lovelace', orcid: 'https://orcid.org/0' } },
        { author: {}, raw_author_name: 'L. Menabrea' },
      ],
      primary_location: location,
      best_oa_location: { pdf_url: 'https://open.example/g.pdf' },
      locations: [null, { landing_page_url: 'http://arxiv.org/abs/2603.12345' }],
      keywords: [{ display_name: 'Engines' }, null, { display_name: 'Notes' }],
      cited_by_count: 12,
    });
    expect(paper).to.deep.equal({
      id,
      title: 'Note G',
      url: 'https://doi.org/10.1000/NOTE-G',
      abstract: 'On the engine the notes',
      publishedAt: '1843-01-01',
      authors: [{ name: 'Ada Lovelace', url: 'https://orcid.org/0' }, { name: 'L. Menabrea' }],
      authorCount: 2,
      citationCount: 12,
      pdfUrl: 'https://open.example/g.pdf',
      arxivId: '2603.12345',
      doi: '10.1000/note-g',
      venue: 'Memoirs & Notes',
      keywords: ['Engines', 'Notes'],
    });
  });

  it('knows an arXiv id from the first place of a work', () => {
    const primary_location = { landing_page_url: 'https://arxiv.org/abs/2603.12345' };
    expect(readWork({ doi: 'https://doi.org/10.1000/182', primary_location }).arxivId).to.equal('2603.12345');
  });

  it('leads to the landing page without DOI, and to OpenAlex without either', () => {
    expect(readWork({ doi: null, primary_location: { landing_page_url: 'http://a.example/b' } }).url).to.equal(
      'http://a.example/b',
    );
    expect(readWork({ doi: null, primary_location: null }).url).to.equal(id);
  });

  it('tells journals and conferences from repositories', () => {
    const kindOf = (type: unknown) => readWork({ primary_location: { source: { type } } }).venueKind;
    expect(['journal', 'conference', 'repository', null].map(kindOf)).to.deep.equal([
      'journal',
      'conference',
      undefined,
      undefined,
    ]);
  });

  it('does not know how many authors there are when the list was cut', () => {
    const authorships = Array.from({ length: 100 }, (_, at) => ({ author: { display_name: `Author ${at}` } }));
    const cut = readWork({ authorships, is_authors_truncated: true });
    expect(cut.authors).to.have.lengthOf(100);
    expect(cut).to.not.have.property('authorCount');
    expect(readWork({ authorships, is_authors_truncated: false }).authorCount).to.equal(100);
  });

  it('reads titles with face markup, and leaves other brackets', () => {
    expect(readWork({ title: 'Flies: <i>in vivo</i> CO<sub>2</sub> &amp; <think>' }).title).to.equal(
      'Flies: in vivo CO2 & <think>',
    );
    expect(readWork({ title: null, display_name: 'Notes' }).title).to.equal('Notes');
  });

  const indexes: readonly (readonly [what: string, index: unknown, abstract: string | undefined])[] = [
    ['null', null, undefined],
    ['nothing', {}, undefined],
    ['a gap', { a: [0], b: [7] }, 'a b'],
    ['positions far out', { a: [0], b: [1_000_000_000, 20_000, -1, 1.5, '1', null, {}] }, 'a'],
    ['a position alone', { a: 0, b: [1] }, 'a b'],
    [
      'names of built-ins',
      JSON.parse('{"__proto__": [1], "constructor": [0], "toString": [2]}'),
      'constructor __proto__ toString',
    ],
    ['text', 'abstract', undefined],
    ['an array', [['a']], undefined],
  ];
  for (const [what, index, abstract] of indexes) {
    it(`makes of an index with ${what}: ${abstract}`, () => {
      expect(readWork({ abstract_inverted_index: index }).abstract).to.equal(abstract);
    });
  }

  it('is not made huge by a long word at many places', () => {
    const index = { ['x'.repeat(1_000_000)]: Array.from({ length: 20_000 }, (_, at) => at) };
    expect(readWork({ abstract_inverted_index: index }).abstract?.length).to.be.most(20_000);
  });

  itWithShared('reads one work without envelope', 'feeds/openalex-works.json', (text) => {
    const { results } = JSON.parse(text) as { results: unknown[] };
    const { papers } = read(JSON.parse(text));
    results.forEach((work, at) => expect(onlyPaper(read(work))).to.deep.equal(papers[at]));
    expect(papers.find(({ abstract }) => abstract)?.abstract).to.match(/^\p{Lu}.* .* /u);
  });

  const works = 'https://api.openalex.org/works?filter=x';
  const nextOf = (url: string, meta: object) => read({ meta, results: [{ id, title: 'A' }] }, { url }).nextUrl;

  it('goes from page to page', () => {
    expect(nextOf(works, { count: 60, page: 1, per_page: 25 })).to.equal(`${works}&page=2`);
    expect(nextOf(`${works}&page=2`, { count: 60, page: 2, per_page: 25 })).to.equal(`${works}&page=3`);
    expect(nextOf(`${works}&page=3`, { count: 60, page: 3, per_page: 25 })).to.equal(undefined);
    expect(nextOf(works, { count: 90_000, page: 400, per_page: 25 })).to.equal(undefined);
    expect(nextOf(works, {})).to.equal(undefined);
    expect(nextOf(works, { count: {}, page: [], per_page: 'x' })).to.equal(undefined);
  });

  it('follows cursors when the address asks for them', () => {
    expect(nextOf(`${works}&cursor=*`, { next_cursor: 'a+b=' })).to.equal(`${works}&cursor=a%2Bb%3D`);
    expect(nextOf(`${works}&cursor=x`, { next_cursor: null, count: 60, page: 1, per_page: 25 })).to.equal(undefined);
  });
});
