/** Several feeds in one: what is the same paper, which fields it keeps, and in which order papers stand. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mergeFeeds } from '../../src/feed/merge-feeds.js';
import type { Feed, Paper } from '../../src/feed/model.js';
import { loadShared } from '../support/shared-files.js';
import { read } from './formats/read.js';

const long = 'A Title of So Many Words That No Other Paper Has It';

function paper(fields: Partial<Paper> & { title: string }): Paper {
  return { id: fields.title, authors: [], keywords: [], ...fields };
}

function feed(papers: readonly Paper[], about: Partial<Feed> = {}): Feed {
  return { papers, skippedCount: 0, format: 'json-feed', fetchedAt: '2026-08-21T09:00:00.000Z', ...about };
}

/** The titles of a feed of each of these lists of papers. */
const merge = (...lists: readonly (readonly Paper[])[]) => mergeFeeds(lists.map((list) => feed(list)));
const titles = ({ papers }: Feed) => papers.map(({ title }) => title);

describe('mergeFeeds: which papers are the same', () => {
  const pairs: readonly (readonly [what: string, a: Partial<Paper>, b: Partial<Paper>, isSame: boolean])[] = [
    ['one arXiv id', { arxivId: '2603.12345', title: 'A' }, { arxivId: '2603.12345', title: 'B' }, true],
    ['one DOI', { doi: '10.1000/182', title: 'A' }, { doi: '10.1000/182', title: 'B' }, true],
    [
      'one arXiv id, two DOIs, as of a preprint',
      { arxivId: '2603.12345', doi: '10.1000/1', title: 'A' },
      { arxivId: '2603.12345', doi: '10.1000/2', title: 'B' },
      true,
    ],
    [
      'one DOI, two arXiv ids',
      { doi: '10.1000/182', arxivId: '2603.00001', title: 'A' },
      { doi: '10.1000/182', arxivId: '2603.00002', title: 'B' },
      true,
    ],
    [
      'two arXiv ids, two long titles',
      { arxivId: '2603.00001', title: long },
      { arxivId: '2603.00002', title: `Not ${long}` },
      false,
    ],
    ['two DOIs, two long titles', { doi: '10.1000/1', title: long }, { doi: '10.1000/2', title: `Not ${long}` }, false],
    ['one title', { title: long }, { title: long }, true],
    [
      'one title, written differently',
      { title: 'Poincaré’s  Maps: “Revisited”' },
      { title: "poincare's maps – revisited" },
      true,
    ],
    ['one title in another script', { title: '注意力就是一切' }, { title: '注意力 就是一切。' }, true],
    ['one title, preprint and article', { title: long, doi: '10.1000/1' }, { title: long, doi: '10.1000/2' }, true],
    ['one title of symbols', { title: '???' }, { title: '???' }, true],
    ['titles of different symbols', { title: '???' }, { title: '!!!' }, false],
    ['different titles', { title: 'A' }, { title: 'B' }, false],
    [
      'one short title, different DOIs',
      { title: 'Editorial', doi: '10.1000/1' },
      { title: 'Editorial', doi: '10.1000/2' },
      false,
    ],
    [
      'one short title, different arXiv ids',
      { title: 'Notes', arxivId: '2603.00001' },
      { title: 'Notes', arxivId: '2603.00002' },
      false,
    ],
    ['one short title, a DOI on one side', { title: 'Editorial', doi: '10.1000/1' }, { title: 'Editorial' }, true],
    ['one id, different titles', { id: '1', title: 'A' }, { id: '1', title: 'B' }, false],
  ];
  for (const [what, a, b, isSame] of pairs) {
    it(`${what}: ${isSame ? 'the same' : 'two papers'}`, () => {
      const pair = [paper(a as Paper), paper(b as Paper)] as const;
      expect(merge([pair[0]], [pair[1]]).papers).to.have.lengthOf(isSame ? 1 : 2);
      expect(merge([pair[1]], [pair[0]]).papers).to.have.lengthOf(isSame ? 1 : 2);
    });
  }

  it('does not fold the papers of one feed with each other', () => {
    const papers = [paper({ id: '1', title: 'Editorial' }), paper({ id: '2', title: 'Editorial' })];
    expect(merge(papers, [paper({ title: 'A' })]).papers).to.have.lengthOf(3);
  });

  it('recognises through what an earlier fold has added', () => {
    const merged = merge(
      [paper({ title: long })],
      [paper({ title: long, doi: '10.1000/182' })],
      [paper({ title: 'Another title', doi: '10.1000/182' })],
    );
    expect(titles(merged)).to.deep.equal([long]);
  });

  it('gives different papers different ids', () => {
    const one = [paper({ id: '1', title: 'A' }), paper({ id: '1#2', title: 'B' })];
    const merged = merge(one, [paper({ id: '1', title: 'C' }), paper({ id: '2', title: 'D' })]);
    expect(new Set(merged.papers.map(({ id }) => id)).size).to.equal(4);
    expect(merged.papers.find(({ title }) => title === 'A')?.id).to.equal('1');
  });
});

describe('mergeFeeds: fields', () => {
  const ada = { name: 'Ada Lovelace' };
  const alan = { name: 'Alan Turing' };

  it('fills gaps, keeps the longer and the greater, else the first', () => {
    const first = paper({
      id: 'first',
      title: long,
      url: 'https://first.example/',
      abstract: 'Short.',
      publishedAt: '2026-03-26',
      authors: [ada],
      upvoteCount: 3,
      commentCount: 0,
      organization: { name: 'Engines' },
      keywords: ['engines', 'notes'],
    });
    const second = paper({
      id: 'second',
      title: long.toUpperCase(),
      url: 'https://second.example/',
      abstract: 'Much longer.',
      publishedAt: '2026',
      authors: [ada, alan],
      authorCount: 2,
      upvoteCount: 2,
      commentCount: 1,
      citationCount: 5,
      doi: '10.1000/182',
      keywords: ['engines'],
    });
    expect(merge([first], [second]).papers).to.deep.equal([
      {
        ...first,
        abstract: 'Much longer.',
        authors: [ada, alan],
        authorCount: 2,
        commentCount: 1,
        citationCount: 5,
        doi: '10.1000/182',
      },
    ]);
  });

  it('takes a longer list and a more precise date from the second too, and what is as long from the first', () => {
    const listedAt = '2026-03-27';
    const first = paper({ title: long, listedAt, publishedAt: '2026', keywords: ['engines'], abstract: 'One.' });
    const second = paper({
      title: long,
      listedAt,
      publishedAt: '2026-03-26',
      keywords: ['looms', 'cards'],
      abstract: 'Two.',
    });
    expect(merge([first], [second]).papers).to.deep.equal([{ ...second, abstract: 'One.' }]);
  });

  it('does not change what it merges', () => {
    const first = Object.freeze(paper({ title: long }));
    merge([first], [paper({ title: long, abstract: 'A' })]);
    expect(first).to.not.have.property('abstract');
  });

  it('has the description and the page that all have', () => {
    const about = { description: 'What we read.', homePageUrl: 'https://a.example/' };
    expect(mergeFeeds([feed([], about), feed([], about)])).to.include(about);
  });

  it('adds up what was skipped, is as old as the oldest, and says what all say', () => {
    const about = { title: 'Notes', homePageUrl: 'https://a.example/' };
    const merged = mergeFeeds([
      feed([], { ...about, skippedCount: 2, fetchedAt: '2026-08-21T09:00:00.000Z', nextUrl: 'https://a.example/2' }),
      feed([], { ...about, homePageUrl: 'https://b.example/', skippedCount: 3, fetchedAt: '2026-08-20T09:00:00.000Z' }),
    ]);
    expect(merged).to.deep.equal({
      title: 'Notes',
      papers: [],
      skippedCount: 5,
      format: 'merged',
      fetchedAt: '2026-08-20T09:00:00.000Z',
    });
  });
});

describe('mergeFeeds: order', () => {
  const dated = (title: string, publishedAt: string) => paper({ title, publishedAt });

  it('goes from new to old when all feeds do', () => {
    const merged = merge(
      [dated('A', '2026-03-26T10:00:00.000Z'), dated('B', '2026-03'), dated('C', '2025')],
      [dated('D', '2026-03-27'), dated('E', '2026-03-26'), dated('F', '2024-01-01')],
    );
    expect(titles(merged)).to.deep.equal(['D', 'A', 'E', 'B', 'C', 'F']);
  });

  it('goes from new to old when several papers are of one day', () => {
    const [one, two] = [[dated('A', '2026-03-27'), dated('B', '2026-03-27')], [dated('C', '2026-03-26')]];
    expect(titles(merge(one, two))).to.deep.equal(['A', 'B', 'C']);
  });

  it('takes turns when one of them does not', () => {
    const byUpvotes = [dated('A', '2025'), dated('B', '2026'), dated('C', '2024')];
    expect(titles(merge(byUpvotes, [dated('D', '2026')]))).to.deep.equal(['A', 'D', 'B', 'C']);
    expect(titles(merge([dated('A', '2026')], [paper({ title: 'B' }), paper({ title: 'C' })]))).to.deep.equal([
      'A',
      'B',
      'C',
    ]);
  });

  it('leaves a folded paper where it came first', () => {
    const merged = merge(
      [paper({ title: 'A' }), paper({ title: 'B' })],
      [paper({ title: 'C' }), paper({ title: 'A' })],
    );
    expect(titles(merged)).to.deep.equal(['A', 'C', 'B']);
  });

  it('loses no paper, invents none, and keeps the order of each feed', () => {
    const someTitle = fc.constantFrom('A', 'B', 'C', 'Ä', long, `${long}!`, 'D E', 'd-e');
    const somePaper = fc
      .record(
        {
          title: someTitle,
          publishedAt: fc.constantFrom('2024', '2025-01', '2026-03-26'),
          arxivId: fc.constantFrom('1', '2', '3'),
        },
        { requiredKeys: ['title'] },
      )
      .map((fields) => paper(fields));
    const lists = fc.array(fc.array(somePaper, { maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, (given) => {
        const merged = merge(...given);
        const ids = merged.papers.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(merged.papers.length).to.be.most(given.flat().length);
        expect(merged.papers.length).to.be.least(Math.max(0, ...given.map((list) => list.length)));
        const known = new Set(given.flat().map(({ title }) => title));
        for (const { title } of merged.papers) expect(known.has(title)).to.equal(true);
        const one = given[0] ?? [];
        expect(titles(merge(one))).to.deep.equal(one.map(({ title }) => title));
      }),
    );
  });
});

describe('mergeFeeds: two real feeds of one day', () => {
  it('folds what both know, and has the fields of both', async function () {
    const [api, blog] = await Promise.all([
      loadShared('feeds/hf-daily-2026-08-21.json'),
      loadShared('feeds/json-feed-v1-hf-papers.json'),
    ]);
    if (!api || !blog) {
      console.info('Skipped, because ../shared/feeds is missing: merging two real feeds');
      this.skip();
    }
    const [fromApi, fromBlog] = [read(JSON.parse(api)), read(JSON.parse(blog))];
    const ids = (papers: readonly Paper[]) => papers.map(({ arxivId }) => arxivId);
    const common = ids(fromApi.papers).filter((id) => ids(fromBlog.papers).includes(id));
    expect(common.length).to.be.above(5);
    const merged = mergeFeeds([fromBlog, fromApi]);
    expect(merged.papers).to.have.lengthOf(17 + 26 - common.length);
    expect(new Set(ids(merged.papers)).size).to.equal(merged.papers.length);
    for (const id of common) {
      const [both, one] = [merged, fromApi].map(({ papers }) => papers.find(({ arxivId }) => arxivId === id));
      expect(both).to.include({ upvoteCount: one?.upvoteCount, authorCount: one?.authorCount });
      expect(both?.organization).to.deep.equal(one?.organization);
    }
  });
});
