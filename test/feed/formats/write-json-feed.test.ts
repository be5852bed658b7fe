/** Feeds written in the native format; test/node/snapshot-formats.test.mjs tries real feeds and the published schema. */
import { expect } from '@open-wc/testing';
import { toJsonFeed } from '../../../src/feed/formats/write-json-feed.js';
import type { Feed, Paper } from '../../../src/feed/model.js';
import { fetchedAt, onlyPaper, read } from './read.js';

const note: Paper = { id: 'note', title: 'Note G', authors: [], authorCount: 0, keywords: [] };

const full: Paper = {
  ...note,
  url: 'https://lab.example/1?a=b&amp;c',
  abstract: 'First.\n\nSecond.',
  aiSummary: 'In short.',
  publishedAt: '2026-03',
  listedAt: '2026-03-26',
  authors: [{ name: 'Ada Lovelace', url: 'https://lab.example/ada', avatarUrl: 'https://lab.example/ada.jpg' }],
  authorCount: 4,
  organization: { name: 'Lab', handle: 'lab', url: 'https://lab.example/', logoUrl: 'https://lab.example/logo.png' },
  upvoteCount: 3,
  thumbnailUrl: 'https://lab.example/1.jpg',
  videoUrl: 'https://lab.example/1.mp4',
  pdfUrl: 'https://lab.example/1.pdf',
  venue: 'Notes',
  venueKind: 'journal',
  keywords: ['engines'],
};

const feedOf = (papers: readonly Paper[], about: Partial<Feed> = {}): Feed => ({
  papers,
  skippedCount: 0,
  format: 'json-feed',
  fetchedAt,
  ...about,
});

describe('toJsonFeed', () => {
  it('writes what is known, under the names of the format', () => {
    const about = {
      title: 'What we read',
      description: 'One\n\ntwo',
      homePageUrl: 'https://lab.example/',
      nextUrl: 'https://lab.example/2.json',
    };
    const options = { feedUrl: 'https://lab.example/papers.json', language: 'fr' };
    expect(toJsonFeed(feedOf([full], about), options)).to.deep.equal({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'What we read',
      home_page_url: 'https://lab.example/',
      feed_url: 'https://lab.example/papers.json',
      next_url: 'https://lab.example/2.json',
      description: 'One\n\ntwo',
      language: 'fr',
      items: [
        {
          id: 'note',
          title: 'Note G',
          url: 'https://lab.example/1?a=b&amp;c',
          content_text: 'First.\n\nSecond.',
          date_published: '2026-03',
          image: 'https://lab.example/1.jpg',
          authors: [{ name: 'Ada Lovelace', url: 'https://lab.example/ada', avatar: 'https://lab.example/ada.jpg' }],
          tags: ['engines'],
          _paper: {
            ai_summary: 'In short.',
            listed_at: '2026-03-26',
            author_count: 4,
            organization: {
              name: 'Lab',
              handle: 'lab',
              url: 'https://lab.example/',
              logo_url: 'https://lab.example/logo.png',
            },
            upvote_count: 3,
            video_url: 'https://lab.example/1.mp4',
            pdf_url: 'https://lab.example/1.pdf',
            venue: 'Notes',
            venue_kind: 'journal',
          },
        },
      ],
    });
  });

  it('reads back to the same paper', () => {
    const paper = onlyPaper(
      read(JSON.parse(JSON.stringify(toJsonFeed(feedOf([full])))), { url: 'https://lab.example/' }),
    );
    expect(paper).to.deep.equal(full);
  });

  it('writes nothing for what is not known', () => {
    expect(toJsonFeed(feedOf([note]))).to.deep.equal({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 'note', title: 'Note G', content_text: '' }],
    });
  });

  it('leaves out authors who asked for it, and does not count them', () => {
    const authors = [{ name: 'Ada Lovelace' }, { name: 'Alan Turing', hidden: true }];
    const text = JSON.stringify(toJsonFeed(feedOf([{ ...note, authors, authorCount: 1 }])));
    expect(text).to.contain('Ada Lovelace').and.not.to.contain('Turing').and.not.to.contain('author_count');
  });

  it('escapes only what would be read as something else', () => {
    const escaped = '&lt;b&gt; & &#60;';
    const text = `${escaped}\n\n${escaped}`;
    const feed = feedOf(
      [
        { ...note, title: escaped, abstract: text, aiSummary: text, keywords: [escaped], venue: 'AT&T' },
        { ...note, id: 'other', title: 'AT&T', abstract: 'R&D\n\nAT&T', aiSummary: 'Q&A\n\nAT&T' },
      ],
      { title: escaped, description: text },
    );
    const document = toJsonFeed(feed);
    expect(JSON.stringify(document))
      .to.contain('"AT&T"')
      .and.to.contain('"R&D\\n\\nAT&T"')
      .and.to.contain('"Q&A\\n\\nAT&T"');
    const again = read(JSON.parse(JSON.stringify(document)));
    expect([again.title, again.description]).to.deep.equal([escaped, text]);
    expect(
      again.papers.map(({ title, abstract, aiSummary, keywords }) => [title, abstract, aiSummary, keywords]),
    ).to.deep.equal(
      feed.papers.map(({ title, abstract, aiSummary, keywords }) => [title, abstract, aiSummary, keywords]),
    );
  });
});
