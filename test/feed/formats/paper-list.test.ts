/** Home-made lists: every usual name of every field. */
import { expect } from '@open-wc/testing';
import { parseFeed } from '../../../src/feed/formats/index.js';
import type { Paper } from '../../../src/feed/model.js';
import { fetchedAt, onlyPaper, read, readItem } from './read.js';

function readEntry(fields: object): Paper {
  return onlyPaper(
    read([{ id: 'note-g', title: 'Note G', ...fields }], { url: 'https://lab.example/feeds/papers.json' }),
  );
}

describe('paper-list', () => {
  const names: readonly (readonly [field: keyof Paper, names: string, value: unknown, expected?: unknown])[] = [
    ['abstract', 'abstract summary description', 'On the engine.'],
    ['aiSummary', 'aiSummary ai_summary', 'An engine.'],
    ['url', 'url abstractURL abstract_url link', 'note-g.html', 'https://lab.example/feeds/note-g.html'],
    ['publishedAt', 'publishedAt published_at published date date_published year', '2026'],
    ['listedAt', 'listedAt listed_at', '2026-03-27'],
    ['authorCount', 'authorCount author_count', 7],
    ['submitter', 'submitter submittedBy submitted_by', 'Alan Turing'],
    ['upvoteCount', 'upvoteCount upvote_count upvotes', 12],
    ['commentCount', 'commentCount numComments num_comments comments', 0],
    ['citationCount', 'citationCount citation_count citations', 3],
    ['discussionUrl', 'discussionUrl discussion_url', 'https://forum.example/'],
    ['thumbnailUrl', 'thumbnailUrl thumbnail_url thumbnail image', '/a.png', 'https://lab.example/a.png'],
    ['videoUrl', 'videoUrl video', 'https://a.example/a.mp4'],
    ['pdfUrl', 'pdfUrl pdf pdfURL pdf_url', 'a.pdf', 'https://lab.example/feeds/a.pdf'],
    ['codeUrl', 'codeUrl code code_url githubRepo github', 'https://github.com/ada/note-g'],
    ['codeUrl', 'githubRepo github_repo github', 'ada/note-g', 'https://github.com/ada/note-g'],
    ['codeStarCount', 'codeStarCount githubStars stars', 3290],
    ['projectUrl', 'projectUrl projectPage project', 'https://a.example/'],
    ['arxivId', 'arxivID arxivId arxiv_id arxiv', '2608.20333v1', '2608.20333'],
    ['doi', 'doi DOI', '10.1000/182'],
    ['venue', 'venue journal conference', 'Scientific Memoirs'],
    ['venueKind', 'venue_kind', 'journal'],
    ['keywords', 'keywords categories tags', ['engines', 'notes']],
    ['keywords', 'keywords categories tags', 'engines, notes', ['engines', 'notes']],
  ];
  for (const [field, all, value, expected = value] of names) {
    for (const name of all.split(' ')) {
      it(`reads ${field} from ${name}: ${JSON.stringify(value)}`, () => {
        expect(readEntry({ [name]: value })[field]).to.deep.equal(expected);
      });
    }
  }

  it('makes an id of what tells papers apart', () => {
    const idOf = (fields: object) => read([{ title: 'A', ...fields }]).papers[0]?.id;
    expect(idOf({ id: 7 })).to.equal('7');
    expect(idOf({ arxivID: '2608.20333v1', doi: '10.1000/182' })).to.equal('2608.20333v1');
    expect(idOf({ doi: '10.1000/182' })).to.equal('10.1000/182');
    expect(idOf({ url: 'https://lab.example/a' })).to.equal('https://lab.example/a');
    expect(idOf({})).to.equal(undefined);
  });

  const authors: readonly (readonly [value: unknown, expected: readonly string[]])[] = [
    [
      ['Ada Lovelace', 'Alan Turing'],
      ['Ada Lovelace', 'Alan Turing'],
    ],
    [
      [{ name: 'Ada Lovelace' }, 'Alan Turing', null, 7],
      ['Ada Lovelace', 'Alan Turing'],
    ],
    ['Ada Lovelace; Alan Turing;', ['Ada Lovelace', 'Alan Turing']],
    ['Lovelace, Ada; Turing, Alan', ['Lovelace, Ada', 'Turing, Alan']],
    ['Ada Lovelace, Alan Turing and Grace Hopper', ['Ada Lovelace', 'Alan Turing', 'Grace Hopper']],
    ['Sandra Anderson', ['Sandra Anderson']],
    [{ name: 'Ada Lovelace' }, ['Ada Lovelace']],
    [[], []],
    [7, []],
  ];
  for (const [value, expected] of authors) {
    it(`reads the authors ${JSON.stringify(value)}`, () => {
      const paper = readEntry({ authors: value });
      expect(paper.authors.map(({ name }) => name)).to.deep.equal(expected);
      expect(paper.authorCount).to.equal(expected.length || undefined);
    });
  }

  it('reads the addresses of authors and organizations', () => {
    const paper = readEntry({
      authors: [{ name: 'Ada', url: '/ada', avatar_url: '/ada.png' }],
      organisation: { fullName: 'Engines', handle: 'engines', logoUrl: '/logo.svg' },
    });
    expect(paper.authors).to.deep.equal([
      { name: 'Ada', url: 'https://lab.example/ada', avatarUrl: 'https://lab.example/ada.png' },
    ]);
    expect(paper.organization).to.deep.equal({
      name: 'Engines',
      handle: 'engines',
      logoUrl: 'https://lab.example/logo.svg',
    });
    expect(readEntry({ organization: 'Engines' }).organization).to.deep.equal({ name: 'Engines' });
  });

  it('finds the list under any of its names', () => {
    const list = [{ id: '1', title: 'A $x^2$ title' }];
    for (const key of ['papers', 'items', 'results', 'data'])
      expect(read({ [key]: list, count: 1 }).papers).to.have.lengthOf(1);
    expect(read(list).papers[0]?.title).to.equal('A $x^2$ title');
  });

  it('reads its own papers again as they were', () => {
    const paper = readItem({
      url: 'https://lab.example/a',
      content_text: 'A',
      authors: [{ name: 'Ada', avatar: 'https://lab.example/a.png' }],
      tags: ['a'],
      _paper: {
        author_count: 3,
        upvote_count: 1,
        organization: { name: 'Engines', logo_url: 'https://lab.example/l.svg' },
      },
    });
    const again = parseFeed(JSON.parse(JSON.stringify({ papers: [paper] })), { fetchedAt });
    expect(again.papers).to.deep.equal([paper]);
  });
});
