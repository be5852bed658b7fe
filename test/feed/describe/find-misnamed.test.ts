/** Which names in a JSON Feed item are told to be wrong. */
import { expect } from '@open-wc/testing';
import { findMisnamed } from '../../../src/feed/describe/find-misnamed.js';

/** All that a paper may have in `_paper`, in the order in which it is told. */
const known = [
  'ai_summary',
  'listed_at',
  'author_count',
  'organization',
  'submitter',
  'upvote_count',
  'comment_count',
  'citation_count',
  'discussion_url',
  'video_url',
  'pdf_url',
  'code_url',
  'code_star_count',
  'project_url',
  'arxiv_id',
  'doi',
  'venue',
  'venue_kind',
];

const problemsOf = (item: unknown) =>
  findMisnamed(item, 'items[0]').map(({ path, expected, found }) => `${path}: ${expected}, not ${found}`);

describe('findMisnamed', () => {
  // First of all: the names are found out once.
  it('tells all names there are, where none is near', () => {
    expect(problemsOf({ _paper: { pages: 12 } })).to.deep.equal([
      `items[0]._paper.pages: one of the names ${known.join(', ')}, not 12`,
    ]);
  });

  it('says nothing of these names', () => {
    const filled = Object.fromEntries(known.map((name) => [name, 'x']));
    expect(problemsOf({ id: '1', _paper: filled })).to.deep.equal([]);
  });

  const near: readonly (readonly [name: string, meant: string])[] = [
    ['upvotes', 'upvote_count'],
    ['pdfUrl', 'pdf_url'],
    ['discussions', 'discussion_url'],
    ['Venue', 'venue'],
    ['arxiv-id', 'arxiv_id'],
    ['citations', 'citation_count'],
  ];
  for (const [name, meant] of near) {
    it(`takes ${name} for ${meant}`, () => {
      expect(problemsOf({ _paper: { [name]: 'x' } })).to.deep.equal([
        `items[0]._paper.${name}: the name "${meant}", not "x"`,
      ]);
    });
  }

  it('wants in "_paper" what stands beside it, unless it is there, too', () => {
    expect(problemsOf({ venue: 'a' })).to.deep.equal([
      'items[0].venue: this in "_paper", as "_paper": {"venue": …}, not "a"',
    ]);
    expect(problemsOf({ venue: 'a', _paper: { venue: 'b' } })).to.deep.equal([]);
  });

  it('leaves names alone that begin with an underscore, and only these', () => {
    expect(problemsOf({ _paper: { _lab: 1 } })).to.deep.equal([]);
    expect(problemsOf({ _paper: { venue_: 1 } })).to.deep.equal(['items[0]._paper.venue_: the name "venue", not 1']);
  });

  it('takes a "_paper" that is null for none', () => {
    expect(problemsOf({ _paper: null })).to.deep.equal([]);
    expect(problemsOf({ _paper: [] })).to.deep.equal(['items[0]._paper: an object, not []']);
  });

  it('costs the entry only this field', () => {
    const item = { doi: 'x', _paper: { upvotes: 1 } };
    const lost = [...findMisnamed(item, ''), ...findMisnamed({ _paper: 1 }, '')].map((problem) => problem.lost);
    expect(lost).to.deep.equal(['field', 'field', 'field']);
  });
});
