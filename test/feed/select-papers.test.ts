/** Which papers a view shows, and in which order. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Feed, Paper } from '../../src/feed/model.js';
import { selectPapers, type PaperSort, type PaperView } from '../../src/feed/select-papers.js';

function paper(id: string, fields: Partial<Paper> = {}): Paper {
  return { id, title: `Paper ${id}`, authors: [], keywords: [], ...fields };
}

function feedOf(...papers: Paper[]): Feed {
  return { papers, skippedCount: 0, format: 'json-feed', fetchedAt: '2026-03-27T00:00:00Z' };
}

const idsOf = (feed: Feed, view: PaperView) => selectPapers(feed, view).papers.map(({ id }) => id);

describe('selectPapers: search', () => {
  const feed = feedOf(
    paper('maps', {
      title: 'A^2Nav: \\textsc{Maps} for Robots',
      abstract: 'We study vision--language\nnavigation. Code: https://github.com/lab/maps.',
      authors: [{ name: 'Ada Lovelace' }, { name: 'Jürgen Groß' }],
      keywords: ['embodied AI'],
    }),
    paper('turkish', { title: 'Işık ve İzmir', organization: { name: 'Boğaziçi Üniversitesi', handle: 'boun' } }),
    paper('greek', { title: 'Περί Λόγος', venue: 'Ancient Letters' }),
    paper('chinese', { title: '基于深度学习的图像识别', authors: [{ name: '祖冲之' }] }),
    paper('japanese', { title: 'ガラスの深層学習' }),
    paper('arabic', { title: 'تَعَلُّم الآلة' }),
    paper('hidden', { authors: [{ name: 'Private Person', hidden: true }], arxivId: '2603.12345' }),
  );
  const queries: readonly (readonly [query: string, ...ids: string[]])[] = [
    ['robots maps', 'maps'],
    ['MAPS ada', 'maps'],
    ['vision-language navigation', 'maps'],
    ['"language navigation"', 'maps'],
    ['"navigation language"'],
    ['"robots we"'],
    ['a2nav', 'maps'],
    ['A^2Nav', 'maps'],
    ['navig', 'maps'],
    ['github.com/lab', 'maps'],
    ['embodied ai', 'maps'],
    ['jurgen GROSS', 'maps'],
    ['isik', 'turkish'],
    ['IŞIK izmir', 'turkish'],
    ['bogazici', 'turkish'],
    ['boun', 'turkish'],
    ['λογοσ', 'greek'],
    ['ΛΌΓΟΣ', 'greek'],
    ['ancient letters', 'greek'],
    ['深度学习', 'chinese'],
    ['学习', 'chinese'],
    ['图像 祖冲之', 'chinese'],
    ['ｶﾞﾗｽ', 'japanese'],
    ['تعلم', 'arabic'],
    ['الالة', 'arabic'],
    ['2603.12345', 'hidden'],
    ['private'],
    ['nowhere'],
  ];
  for (const [query, ...ids] of queries) {
    it(`${query} finds ${ids.join(', ') || 'nothing'}`, () => expect(idsOf(feed, { query })).to.deep.equal(ids));
  }

  it('shows all papers for a blank query', () => {
    expect(idsOf(feed, { query: '  ' })).to.have.lengthOf(7);
  });
});

describe('selectPapers: filters', () => {
  const feed = feedOf(
    paper('ai', { title: 'We aim at AI', upvoteCount: 5, codeUrl: 'https://github.com/a/b' }),
    paper('llm', { title: 'LLMs for robotics', upvoteCount: 0 }),
    paper('survey', { title: 'A survey of robots, diffusion models', upvoteCount: 9 }),
    paper('cn', { title: '基于深度学习的识别' }),
    paper('c++', { title: 'Fast C++ code (in C++)', codeUrl: 'https://github.com/c/d' }),
  );
  const views: readonly (readonly [view: PaperView, ...ids: string[]])[] = [
    [{ include: 'AI' }, 'ai'],
    [{ include: 'LLM' }, 'llm'],
    [{ include: 'robot' }, 'survey'],
    [{ include: 'robot*' }, 'llm', 'survey'],
    [{ include: 'ai; diffusion models' }, 'ai', 'survey'],
    [{ include: 'ai, llm' }, 'ai', 'llm'],
    [{ include: 'robots, diffusion; nothing' }, 'survey'],
    [{ include: 'c++' }, 'c++'],
    [{ include: '.*' }],
    [{ include: '深度学习' }, 'cn'],
    [{ include: ' ; ' }, 'ai', 'llm', 'survey', 'cn', 'c++'],
    [{ exclude: 'survey; 识别' }, 'ai', 'llm', 'c++'],
    [{ include: 'robot*', exclude: 'survey' }, 'llm'],
    [{ minUpvotes: 5 }, 'ai', 'survey'],
    [{ minUpvotes: 0 }, 'ai', 'llm', 'survey', 'cn', 'c++'],
    [{ minUpvotes: 1, withCode: true }, 'ai'],
    [{ withCode: true }, 'ai', 'c++'],
    [{ withCode: false }, 'ai', 'llm', 'survey', 'cn', 'c++'],
    [{ query: 'code', withCode: true, exclude: 'aim' }, 'c++'],
  ];
  for (const [view, ...ids] of views) {
    it(JSON.stringify(view), () => expect(idsOf(feed, view)).to.deep.equal(ids));
  }
});

describe('selectPapers: periods', () => {
  const feed = feedOf(
    paper('listed', { listedAt: '2026-03-26T00:00:00.000Z', publishedAt: '2026-03-20' }),
    paper('published', { publishedAt: '2026-03-26T23:59:00.000Z' }),
    paper('month', { publishedAt: '2026-03' }),
    paper('year', { publishedAt: '2026' }),
    paper('never'),
  );
  const views: readonly (readonly [view: PaperView, ...ids: string[]])[] = [
    [{ period: 'day', at: '2026-03-26' }, 'listed', 'published'],
    [{ period: 'day', at: '2026-03-20' }],
    [{ period: 'week', at: '2026-W13' }, 'listed', 'published'],
    [{ period: 'month', at: '2026-03' }, 'listed', 'published', 'month'],
    [{ period: 'day' }, 'listed', 'published', 'month', 'year', 'never'],
  ];
  for (const [view, ...ids] of views) {
    it(JSON.stringify(view), () => expect(idsOf(feed, view)).to.deep.equal(ids));
  }
});

describe('selectPapers: order', () => {
  const feed = feedOf(
    paper('a', { title: 'Zebra', publishedAt: '2026-03', upvoteCount: 3, commentCount: 0 }),
    paper('b', { title: 'äpfel', publishedAt: '2026-03-26', commentCount: 2, codeStarCount: 10 }),
    paper('c', { title: 'Paper 10' }),
    paper('d', { title: 'Paper 9', publishedAt: '2026-03-26', upvoteCount: 0, commentCount: 2 }),
    paper('e', { title: '\\textsc{Ball}', publishedAt: '1987', upvoteCount: 3, codeStarCount: 0 }),
    paper('f', { title: 'Öl', listedAt: '2026-04-01T00:00:00Z' }),
  );
  const views: readonly (readonly [view: PaperView, order: string])[] = [
    [{}, 'abcdef'],
    [{ sort: 'feed' }, 'abcdef'],
    [{ sort: 'newest' }, 'fbdaec'],
    [{ sort: 'upvotes' }, 'aedbcf'],
    [{ sort: 'comments' }, 'bdacef'],
    [{ sort: 'stars' }, 'beacdf'],
    [{ sort: 'title', locale: 'de' }, 'befdca'],
    [{ sort: 'title', locale: 'sv' }, 'edcabf'],
    [{ sort: 'upvotes', query: 'p' }, 'dbc'],
  ];
  for (const [view, order] of views) {
    it(JSON.stringify(view), () => expect(idsOf(feed, view).join('')).to.equal(order));
  }

  it('leaves the feed as it was', () => {
    selectPapers(feed, { sort: 'title' });
    expect(idsOf(feed, {}).join('')).to.equal('abcdef');
  });

  it('neither loses nor invents a paper, whatever the order', () => {
    const sort = fc.constantFrom<PaperSort[]>('feed', 'newest', 'upvotes', 'comments', 'stars', 'title');
    const count = fc.option(fc.nat(3), { nil: undefined });
    const papers = fc.array(fc.record({ upvoteCount: count, commentCount: count, title: fc.string() }));
    fc.assert(
      fc.property(papers, sort, (fields, by) => {
        const all = feedOf(...fields.map((each, index) => paper(String(index), each)));
        expect(idsOf(all, { sort: by })).to.have.members(idsOf(all, {}));
      }),
    );
  });
});

describe('selectPapers: pages', () => {
  const feed = feedOf(...Array.from({ length: 9 }, (_, index) => paper(String(index), { upvoteCount: index })));

  it('counts what matches, at most the limit, and shows a part of it', () => {
    expect(selectPapers(feed, { minUpvotes: 2, limit: 5, shown: 3 })).to.deep.include({ matchCount: 5, totalCount: 9 });
    expect(idsOf(feed, { minUpvotes: 2, limit: 5, shown: 3 })).to.deep.equal(['2', '3', '4']);
  });

  it('keeps the best of an order, not the first of the feed', () => {
    expect(idsOf(feed, { sort: 'upvotes', limit: 2 })).to.deep.equal(['8', '7']);
  });

  it('finds papers beyond the limit of what is shown without a query', () => {
    expect(idsOf(feed, { query: '"Paper 8"', limit: 5 })).to.deep.equal(['8']);
  });

  it('gives the same array for the same papers, so that nothing is drawn again', () => {
    const { papers } = selectPapers(feed, { shown: 3 });
    expect(selectPapers(feed, { shown: 3 }).papers).to.equal(papers);
    expect(selectPapers(feed, { shown: 3, query: 'paper' }).papers).to.equal(papers);
    expect(selectPapers(feed, { shown: 3, sort: 'upvotes' }).papers).not.to.equal(papers);
    expect(selectPapers(feed, { shown: 4 }).papers).to.have.lengthOf(4);
  });
});
