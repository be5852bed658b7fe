/** What is found of a paper, and the preparation of many. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../src/feed/model.js';
import { anyOf, prepareSearch, searchText } from '../../src/feed/search.js';

const note: Paper = { id: 'note', title: 'Note G', authors: [], authorCount: 0, keywords: [] };

describe('searchText', () => {
  it('has all texts of a paper, and no phrase across two of them', () => {
    const text = searchText({
      ...note,
      abstract: 'On numbers',
      authors: [{ name: 'Ada Lovelace' }],
      organization: { name: 'Lab', handle: 'the-lab' },
      keywords: ['looms', 'cards'],
      arxivId: '2603.12345',
      venue: 'Memoirs',
    });
    for (const part of [
      'note g',
      'on numbers',
      'ada lovelace',
      'lab',
      'the-lab',
      'looms',
      'cards',
      '2603.12345',
      'memoirs',
    ])
      expect(text).to.contain(part);
    expect(text).not.to.match(/note g ?on/);
  });

  it('has nothing of authors who asked for it, nor of what is not known', () => {
    expect(searchText({ ...note, authors: [{ name: 'Alan Turing', hidden: true }] }).trim()).to.equal('note g');
  });
});

describe('prepareSearch', () => {
  /** Papers that take some time to read, and count how often they are. */
  function slowPapers(count: number) {
    const seen = { reads: 0 };
    const papers = Array.from({ length: count }, (_, index) => ({
      ...note,
      id: String(index),
      get title() {
        seen.reads++;
        const start = performance.now();
        while (performance.now() - start < 3);
        return 'Note G';
      },
    }));
    return { seen, papers };
  }

  it('reads each paper once, so that a search need not', async () => {
    const { seen, papers } = slowPapers(10);
    await prepareSearch(papers, () => true);
    expect(seen.reads).to.equal(10);
    papers.forEach(searchText);
    expect(seen.reads).to.equal(10);
  });

  it('lets the page do something else in between', async () => {
    const { seen, papers } = slowPapers(30);
    const readsWhenIdle = new Promise((resolve) => setTimeout(() => resolve(seen.reads)));
    await prepareSearch(papers, () => true);
    expect(await readsWhenIdle).to.be.within(1, 29);
  });

  it('says at once when all is ready, be the processor ever so slow', async () => {
    const { papers } = slowPapers(10);
    await prepareSearch(papers, () => true);
    const now = performance.now.bind(performance);
    let late = 0;
    performance.now = () => now() + (late += 10);
    try {
      expect(!!prepareSearch(papers, () => true)).to.equal(false);
    } finally {
      performance.now = now;
    }
  });

  it('stops when nobody wants the papers any more', async () => {
    const { seen, papers } = slowPapers(30);
    await prepareSearch(papers, () => false);
    expect(seen.reads).to.be.within(1, 29);
  });
});

describe('anyOf', () => {
  const rows: readonly [list: string, title: string, isFound: boolean][] = [
    ['graph  learning', 'Deep graph learning', true],
    ['a*b', 'About a*b', true],
    ['a*b', 'About ab', false],
    ['robot*', 'Robotics', true],
    ['robot', 'Robotics', false],
    ['robot', 'Two robots', true],
    ['C++', 'C++ in use', true],
    ['model 4', 'Model 4s compared', true],
    ['model 4', 'Model 45', false],
  ];
  for (const [list, title, isFound] of rows) {
    it(`${isFound ? 'finds' : 'does not find'} ${list} in ${title}`, () => {
      expect(anyOf(list)?.({ ...note, title })).to.equal(isFound);
    });
  }

  it('is no test when the list is empty', () => expect(anyOf(' ; ')).to.equal(undefined));
});
