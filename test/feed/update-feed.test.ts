/** A list that a reader is looking at, when a newer answer comes, or the next page. */
import { expect } from '@open-wc/testing';
import type { Feed, Paper } from '../../src/feed/model.js';
import { appendPage, countNew, replaceFeed, updateInPlace } from '../../src/feed/update-feed.js';

const paper = (id: string, changes: Partial<Paper> = {}): Paper => ({
  id,
  title: `Paper ${id}`,
  authors: [{ name: 'Ada Lovelace' }],
  authorCount: 1,
  keywords: [],
  ...changes,
});
const feedOf = (papers: readonly Paper[], about: Partial<Feed> = {}): Feed => ({
  papers,
  skippedCount: 0,
  format: 'json-feed',
  fetchedAt: '2026-03-26T00:00:00Z',
  ...about,
});
const idsOf = (feed: Feed) => feed.papers.map(({ id }) => id).join(' ');

describe('updateInPlace', () => {
  const [a, b] = [paper('a', { upvoteCount: 1 }), paper('b')];
  const shown = feedOf([a, b], { title: 'Old', nextUrl: 'https://lab.example/2' });

  it('takes the newer numbers, moves nothing and adds nothing', () => {
    const newer = feedOf([paper('c'), paper('b'), paper('a', { upvoteCount: 2 })], { title: 'New', nextUrl: 'x' });
    const updated = updateInPlace(shown, newer);
    expect(idsOf(updated)).to.equal('a b');
    expect(updated.papers[0]!.upvoteCount).to.equal(2);
    expect(updated.papers[1]).to.equal(b);
    expect(updated).to.include({ title: 'New', nextUrl: 'https://lab.example/2' });
  });

  it('keeps a paper that the newer answer does not have', () => {
    expect(idsOf(updateInPlace(shown, feedOf([b])))).to.equal('a b');
  });

  it('gives the same list when nothing has changed, so that nothing is drawn again', () => {
    const same = feedOf([paper('b'), paper('a', { upvoteCount: 1 })]);
    expect(updateInPlace(shown, same).papers).to.equal(shown.papers);
  });
});

describe('replaceFeed', () => {
  const [a, b] = [paper('a'), paper('b')];
  const shown = feedOf([a, b]);

  it('takes the newer order, and keeps papers that are the same', () => {
    const replaced = replaceFeed(shown, feedOf([paper('c'), paper('b'), paper('a', { title: 'Another' })]));
    expect(idsOf(replaced)).to.equal('c b a');
    expect(replaced.papers[1]).to.equal(b);
    expect(replaced.papers[2]!.title).to.equal('Another');
  });

  it('gives the same list only when it has the same papers in the same order', () => {
    expect(replaceFeed(shown, feedOf([paper('a'), paper('b')])).papers).to.equal(shown.papers);
    expect(idsOf(replaceFeed(shown, feedOf([paper('b'), paper('a')])))).to.equal('b a');
    expect(idsOf(replaceFeed(shown, feedOf([paper('a')])))).to.equal('a');
    expect(idsOf(replaceFeed(shown, feedOf([paper('a'), paper('c')])))).to.equal('a c');
    expect(idsOf(replaceFeed(shown, feedOf([paper('a'), paper('b'), paper('c')])))).to.equal('a b c');
  });

  it('is the newer feed where nothing is shown', () => {
    expect(replaceFeed(undefined, shown)).to.equal(shown);
  });

  const changes: readonly [what: string, before: Partial<Paper>, after: Partial<Paper>][] = [
    ['a number', { upvoteCount: 1 }, { upvoteCount: 2 }],
    ['a number that is new', {}, { upvoteCount: 2 }],
    ['a number that has gone', { upvoteCount: 2 }, {}],
    ['an author', {}, { authors: [{ name: 'Alan Turing' }] }],
    ['an organization that is new', {}, { organization: { name: 'Lab' } }],
    ['an organization that has gone', { organization: { name: 'Lab' } }, {}],
    ['a keyword', { keywords: ['looms'] }, { keywords: ['cards'] }],
  ];
  for (const [what, before, after] of changes) {
    it(`sees a change of ${what}`, () => {
      const old = feedOf([paper('a', before)]);
      expect(replaceFeed(old, feedOf([paper('a', after)])).papers).not.to.equal(old.papers);
      expect(replaceFeed(old, feedOf([paper('a', before)])).papers).to.equal(old.papers);
    });
  }
});

it('countNew counts the papers that the reader has not got', () => {
  const shown = feedOf([paper('a'), paper('b')]);
  expect(countNew(shown, feedOf([paper('c'), paper('a'), paper('d')]))).to.equal(2);
  expect(countNew(shown, shown)).to.equal(0);
});

describe('appendPage', () => {
  const shown = feedOf([paper('a')], { title: 'Shown', nextUrl: 'https://lab.example/2', skippedCount: 1 });

  it('adds what is new behind what is shown', () => {
    const page = feedOf([paper('a'), paper('b')], { title: 'Page', nextUrl: 'https://lab.example/3', skippedCount: 2 });
    const whole = appendPage(shown, page);
    expect(idsOf(whole)).to.equal('a b');
    expect(whole).to.include({ title: 'Shown', nextUrl: 'https://lab.example/3', skippedCount: 3 });
  });

  it('ends where a page brings nothing new, whatever it says of a next one', () => {
    expect(appendPage(shown, feedOf([paper('a')], { nextUrl: 'https://lab.example/2' })).nextUrl).to.equal(undefined);
  });
});
