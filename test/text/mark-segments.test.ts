/** Search hits in drawn text. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { markSegments } from '../../src/text/mark-segments.js';
import { searchTerms } from '../../src/text/search-terms.js';
import { textSegments } from '../../src/text/segments.js';

/** The text as a reader sees it, hits between brackets. */
const marked = (text: string, query: string) =>
  markSegments(textSegments(text), searchTerms(query))
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join('');

describe('markSegments', () => {
  const hits: readonly (readonly [text: string, query: string, marked: string])[] = [
    ['Robots learn; robotics too', 'robot', '[Robot]s learn; [robot]ics too'],
    ['Deep graph learning', 'learn graph', 'Deep [graph] [learn]ing'],
    ['deep learning of deep things', '"deep learning"', '[deep learning] of deep things'],
    ['Jürgen Groß and JÜRGEN', 'jurgen gross', '[Jürgen] [Groß] and [JÜRGEN]'],
    ['Jürgen with a combining mark', 'jurg', '[Jürg]en with a combining mark'],
    ['cafe\u0301 noir', 'cafe', '[cafe\u0301] noir'],
    ['Groß', 'gros', '[Groß]'],
    ['İstanbul', 'istan', '[İstan]bul'],
    ['图深度学习方法', '深度学习', '图[深度学习]方法'],
    ['مُحَمَّد', 'محمد', '[مُحَمَّد]'],
    ['of eb_jepa models', 'eb_jepa', 'of [eb_jepa] models'],
    ['👩‍🔬 robot', 'robot', '👩‍🔬 [robot]'],
    ['across \\textit{O}bstacles', 'obstacle', 'across [O][bstacle]s'],
    ['A^2Nav', 'a2nav', '[A][2][Nav]'],
    ['A^2Nav', 'A^2Nav', '[A][2][Nav]'],
    ['at https://github.com/a/b.', 'github', 'at [github.com/a/b].'],
    ['at https://github.com/a/b for robots', 'robot', 'at github.com/a/b for [robot]s'],
    ['in $O(n \\log n)$ time', 'log', 'in [O(n log n)] time'],
    ['aaaa', 'aa', '[aaaa]'],
    ['nothing here', 'robot', 'nothing here'],
  ];
  for (const [text, query, expected] of hits) {
    it(`${query} in ${text}`, () => expect(marked(text, query)).to.equal(expected));
  }

  it('keeps kind and address of what it marks', () => {
    const [, link] = markSegments(textSegments('at https://a.io/robot.'), ['robot']);
    expect(link).to.deep.equal({ kind: 'link', text: 'a.io/robot', url: 'https://a.io/robot', marked: true });
  });

  it('makes running text of running text, and no empty piece', () => {
    expect(markSegments(textSegments('robots'), ['robot'])).to.deep.equal([
      { kind: 'text', text: 'robot', marked: true },
      { kind: 'text', text: 's' },
    ]);
  });

  it('gives the same array when there is no hit', () => {
    const segments = textSegments('A^2Nav');
    expect(markSegments(segments, ['robot'])).to.equal(segments);
    expect(markSegments(segments, [])).to.equal(segments);
  });

  it('never changes the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aAäß^2_{}$ é\u0301İ中👩') });
    fc.assert(
      fc.property(text, text, (source, query) => {
        const segments = textSegments(source);
        const textOf = (pieces: typeof segments) => pieces.map((piece) => piece.text).join('');
        expect(textOf(markSegments(segments, searchTerms(query)))).to.equal(textOf(segments));
      }),
      { numRuns: 1000 },
    );
  });
});
