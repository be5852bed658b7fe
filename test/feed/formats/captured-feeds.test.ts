/** Every captured feed gives what was counted in it by other means. */
import { expect } from '@open-wc/testing';
import type { Feed, Paper } from '../../../src/feed/model.js';
import { feedErrorOf } from '../../support/settled.js';
import { itWithShared } from '../../support/shared-files.js';
import { read } from './read.js';

interface Expected {
  readonly format: Feed['format'];
  readonly papers: number;
  readonly skipped?: number;
  /** How many papers have each of these fields. */
  readonly having?: Partial<Record<keyof Paper, number>>;
  readonly also?: (feed: Feed, papers: readonly Paper[]) => void;
}

const countOf = (papers: readonly Paper[], test: (paper: Paper) => unknown) => papers.filter(test).length;

const feeds: Readonly<Record<string, Expected>> = {
  'hf-daily-2024-05-27': {
    format: 'hugging-face',
    papers: 13,
    having: { thumbnailUrl: 13, submitter: 0, listedAt: 0, videoUrl: 0, organization: 0 },
    also: (_, papers) => expect(countOf(papers, ({ commentCount }) => commentCount === 0)).to.equal(8),
  },
  'hf-daily-2025-01-27': {
    format: 'hugging-face',
    papers: 4,
    having: { submitter: 4 },
    also(_, papers) {
      const largest = papers.find(({ authorCount = 0 }) => authorCount > 100);
      expect(largest?.title).to.equal("Humanity's Last Exam");
      expect(largest?.authorCount).to.equal(664);
      expect(largest?.authors).to.have.lengthOf(664);
    },
  },
  'hf-daily-2025-03-17': { format: 'hugging-face', papers: 12, having: { aiSummary: 0, listedAt: 12, submitter: 12 } },
  'hf-daily-2025-09-30': {
    format: 'hugging-face',
    papers: 50,
    having: { organization: 0 },
    also: (_, papers) => expect(countOf(papers, ({ authorCount }) => authorCount === 1)).to.equal(1),
  },
  'hf-daily-2026-05-12': {
    format: 'hugging-face',
    papers: 50,
    having: { organization: 32, upvoteCount: 50, commentCount: 50 },
    also(_, papers) {
      expect(countOf(papers, ({ upvoteCount }) => upvoteCount === 0)).to.equal(11);
      expect(countOf(papers, ({ commentCount }) => commentCount === 0)).to.equal(5);
      expect(countOf(papers, ({ authorCount }) => authorCount === 1)).to.equal(4);
      expect(papers.map(({ publishedAt }) => publishedAt?.slice(10))).to.deep.equal(Array(50).fill('T00:00:00.000Z'));
    },
  },
  'hf-daily-2026-08-21': {
    format: 'hugging-face',
    papers: 17,
    having: { organization: 17, aiSummary: 16, thumbnailUrl: 17, listedAt: 17, arxivId: 17, pdfUrl: 17 },
    also(_, papers) {
      expect(countOf(papers, ({ keywords }) => keywords.length)).to.equal(16);
      expect(new Set(papers.map(({ listedAt }) => listedAt?.slice(0, 10)))).to.deep.equal(new Set(['2026-08-21']));
    },
  },
  'hf-listing-2026-07-31': {
    format: 'hugging-face',
    papers: 5,
    having: { aiSummary: 0 },
    also: (_, papers) => expect(papers.map(({ upvoteCount }) => upvoteCount)).to.deep.equal([3, 11, 17, 2, 0]),
  },
  'json-feed-searyanc': {
    format: 'json-feed',
    papers: 5,
    having: { abstract: 5, url: 5, publishedAt: 5 },
    also(feed, papers) {
      expect(feed).to.include({ title: 'Ryan Cavanaugh', description: "Ryan Cavanaugh's blog" });
      for (const { authors, abstract } of papers) {
        expect(authors.map(({ name }) => name)).to.deep.equal(['Ryan Cavanaugh']);
        expect(abstract).to.not.match(/<\/?(p|h2|a|img|code)\b|&quot;/);
      }
    },
  },
  'json-feed-gofeed-full': {
    format: 'json-feed',
    papers: 1,
    also(feed, [paper]) {
      expect(feed.nextUrl).to.equal('https://sample-json-feed.com/feed.json?next=500');
      expect(paper).to.deep.include({
        url: 'https://sample-json-feed.com/id',
        abstract: 'content_text',
        publishedAt: '2019-10-12T07:20:50.520Z',
        thumbnailUrl: 'https://sample-json-feed.com/image.png',
        keywords: ['tag1', 'tag2'],
      });
    },
  },
  'json-feed-v1-hf-papers': {
    format: 'json-feed',
    papers: 26,
    having: { thumbnailUrl: 0, authorCount: 0, arxivId: 26, publishedAt: 26 },
    also: (_, papers) => expect(papers[0]?.publishedAt).to.match(/Z$/),
  },
  'openalex-works': {
    format: 'openalex',
    papers: 5,
    having: { abstract: 2, doi: 2, authorCount: 4, url: 5, citationCount: 5 },
    also(_, papers) {
      expect(papers[0]?.authors[0]?.name).to.equal('Беспалов Дмитрий Николаевич');
      expect(papers.map(({ url }) => url)).to.include('http://ijp.tamu.edu/blog/wp-content/uploads/2016/03/v4i1-');
    },
  },
  'semantic-scholar-search': {
    format: 'semantic-scholar',
    papers: 100,
    having: { url: 100, abstract: 0, authorCount: 0, publishedAt: 0 },
  },
  'semantic-scholar-batch': {
    format: 'semantic-scholar',
    papers: 3,
    skipped: 1,
    having: { authorCount: 3, pdfUrl: 2, venue: 2 },
    also: (_, [paper]) =>
      expect(paper).to.include({
        doi: '10.2139/ssrn.288970',
        pdfUrl: 'http://papers.nber.org/papers/w8841.pdf',
        publishedAt: '2001-10-01',
        venue: 'Experimental & Empirical Studies eJournal',
      }),
  },
  'semantic-scholar-empty': { format: 'semantic-scholar', papers: 0 },
  'crossref-works': {
    format: 'crossref',
    papers: 20,
    having: { abstract: 15, doi: 20, url: 20, publishedAt: 20, authorCount: 20, pdfUrl: 0 },
    also(_, papers) {
      const titles = papers.map(({ title }) => title);
      expect(titles).to.include.members([
        'Treebase: anRpackage for discovery, access and manipulation of online phylogenies',
        'The role of AI in ecology’s computational carbon footprint',
      ]);
      expect(papers.map(({ venue }) => venue)).to.include('Big Data & Society');
      for (const { abstract = '' } of papers) expect(abstract).to.not.match(/^(abstract|summary)\b|jats:|\s{3}/i);
      expect(papers.map(({ publishedAt }) => publishedAt)).to.include.members(['2022-05-30', '2023-03']);
    },
  },
  'seed-daily-papers': {
    format: 'json-feed',
    papers: 51,
    having: {
      url: 0,
      upvoteCount: 0,
      authorCount: 35,
      organization: 13,
      commentCount: 26,
      publishedAt: 48,
      abstract: 51,
    },
    also(feed, papers) {
      expect(feed).to.include({ title: 'Daily Papers', description: 'by AK and the research community' });
      const bare = papers.filter(({ organization, authorCount }) => !organization && authorCount === undefined);
      expect(bare.map(({ title }) => title.slice(0, 9))).to.have.members(['ABot-M0: ', 'WildWorld', 'NORA-1.5:']);
      expect(papers.flatMap(({ authors }) => authors)).to.deep.equal([]);
    },
  },
};

const refused: Readonly<Record<string, RegExp>> = {
  'hf-malformed-2024-12-11': /expected .*found an array of 26; \[0\] is string "\{'paper'/,
  'hf-malformed-2025-01-10': /expected .*found an object with .*"data".*data\[0\] is string "\{'paper'/,
  'arxiv-atom-wrapped': /expected .*found an object with the keys \["url","status_code","body"\]/,
  'semantic-scholar-error': /expected .*found an object .*it says "Unrecognized or unsupported fields/,
};

describe('formats: captured feeds', () => {
  for (const [name, expected] of Object.entries(feeds)) {
    itWithShared(`gives ${expected.papers} papers`, `feeds/${name}.json`, (text) => {
      const feed = read(JSON.parse(text));
      expect(feed.format).to.equal(expected.format);
      expect(feed.papers).to.have.lengthOf(expected.papers);
      expect(feed.skippedCount).to.equal(expected.skipped ?? 0);
      for (const [field, count] of Object.entries(expected.having ?? {})) {
        expect(
          countOf(feed.papers, (paper) => paper[field as keyof Paper] !== undefined),
          field,
        ).to.equal(count);
      }
      for (const { title } of feed.papers) expect(title).to.not.match(/\s{2}|\n|^\s|\s$/);
      expected.also?.(feed, feed.papers);
    });
  }

  for (const [name, message] of Object.entries(refused)) {
    itWithShared('is refused, with what was expected and found', `feeds/${name}.json`, async (text) => {
      const error = await feedErrorOf(Promise.resolve().then(() => read(JSON.parse(text))));
      expect(error.code).to.equal('format');
      expect(error.message).to.match(message);
    });
  }
});
