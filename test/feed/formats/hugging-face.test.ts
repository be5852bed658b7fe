/** Hugging Face: what is odd in its answers, which addresses are asked, and where the next page is. */
import { expect } from '@open-wc/testing';
import { parseFeed, requestUrl, type PeriodQuery } from '../../../src/feed/formats/index.js';
import { itWithShared } from '../../support/shared-files.js';
import { fetchedAt, onlyPaper, read } from './read.js';

/** The paper in a daily list with these fields inside and outside. */
function readDaily(inner: object, outer: object = {}) {
  return onlyPaper(read([{ ...outer, paper: { id: '2603.12345', title: 'Note G', ...inner } }]));
}

describe('hugging-face: papers', () => {
  it('has the name and the page of the list', () => {
    const { title, homePageUrl } = read([{ paper: { id: '2603.12345', title: 'Note G' } }]);
    expect([title, homePageUrl]).to.deep.equal(['Daily Papers', 'https://huggingface.co/papers']);
  });

  it('reads everything that the page shows', () => {
    const organization = { _id: '1', name: 'engines', fullname: 'Analytical Engines', avatar: '/avatars/e.svg' };
    const paper = readDaily(
      {
        summary: 'On the\nengine.',
        publishedAt: '2026-03-26T00:00:00.000Z',
        submittedOnDailyAt: '2026-03-27T00:00:00.000Z',
        upvotes: 7,
        authors: [
          { _id: 'a', name: 'Ada Lovelace', hidden: false, user: { user: 'ada', avatarUrl: '/avatars/a.svg' } },
        ],
        ai_summary: 'An engine.',
        ai_keywords: ['engines', '', 'notes'],
        githubRepo: 'https://github.com/ada/note-g',
        githubStars: 3290,
        projectPage: ' https://ada.example/note-g',
        mediaUrls: ['https://media.example/a.qt', 'https://media.example/a.mp4'],
      },
      {
        numComments: 2,
        thumbnail: 'https://media.example/a.png',
        submittedBy: { fullname: 'Alan Turing' },
        organization,
      },
    );
    expect(paper).to.deep.equal({
      id: '2603.12345',
      title: 'Note G',
      url: 'https://huggingface.co/papers/2603.12345',
      abstract: 'On the engine.',
      aiSummary: 'An engine.',
      publishedAt: '2026-03-26T00:00:00.000Z',
      listedAt: '2026-03-27T00:00:00.000Z',
      authors: [
        { name: 'Ada Lovelace', url: 'https://huggingface.co/ada', avatarUrl: 'https://huggingface.co/avatars/a.svg' },
      ],
      authorCount: 1,
      organization: {
        name: 'Analytical Engines',
        handle: 'engines',
        url: 'https://huggingface.co/engines',
        logoUrl: 'https://huggingface.co/avatars/e.svg',
      },
      submitter: 'Alan Turing',
      upvoteCount: 7,
      commentCount: 2,
      discussionUrl: 'https://huggingface.co/papers/2603.12345#community',
      thumbnailUrl: 'https://media.example/a.png',
      videoUrl: 'https://media.example/a.mp4',
      pdfUrl: 'https://arxiv.org/pdf/2603.12345',
      codeUrl: 'https://github.com/ada/note-g',
      codeStarCount: 3290,
      projectUrl: 'https://ada.example/note-g',
      arxivId: '2603.12345',
      keywords: ['engines', 'notes'],
    });
  });

  it('takes the date from inside: the outer one is another day', () => {
    const outer = { publishedAt: '2026-03-25T20:00:00.000Z' };
    expect(readDaily({ publishedAt: '2026-03-26T00:00:00.000Z' }, outer).publishedAt).to.equal(
      '2026-03-26T00:00:00.000Z',
    );
    expect(readDaily({}, outer)).to.not.have.property('publishedAt');
  });

  it('leaves hidden authors out, and out of the count', () => {
    const authors = [{ name: 'Ada Lovelace', hidden: false }, { name: 'Anonymous', hidden: true }, { name: 'Yu' }];
    const paper = readDaily({ authors });
    expect(paper.authors).to.deep.equal([{ name: 'Ada Lovelace' }, { name: 'Yu' }]);
    expect(paper.authorCount).to.equal(2);
  });

  it('keeps two authors of one name', () => {
    expect(readDaily({ authors: [{ name: 'Wei Liu' }, { name: 'Wei Liu' }] }).authorCount).to.equal(2);
  });

  it('does not know how many authors there are where none is named', () => {
    for (const authors of [[], null, undefined, [{ name: '' }, null]]) {
      expect(readDaily({ authors }), JSON.stringify(authors)).to.not.have.property('authorCount');
    }
  });

  it('takes null, "" and a missing key alike', () => {
    const keys = ['summary', 'ai_summary', 'publishedAt', 'submittedOnDailyAt', 'upvotes', 'authors', 'organization'];
    const more = ['githubRepo', 'githubStars', 'projectPage', 'ai_keywords', 'mediaUrls', 'submittedOnDailyBy'];
    const missing = readDaily({});
    for (const value of [null, '']) {
      const inner = Object.fromEntries([...keys, ...more].map((key) => [key, value]));
      const outer = { thumbnail: value, numComments: value, submittedBy: value, organization: value, mediaUrls: value };
      expect(readDaily(inner, outer)).to.deep.equal(missing);
    }
  });

  it('knows values that it has never seen', () => {
    const authors = [{ name: 'Ada Lovelace', status: 'brand_new', hidden: null, user: { user: 'ada', type: 'robot' } }];
    const submittedBy = { fullname: 'Alan Turing', type: 'org-of-orgs' };
    expect(readDaily({ authors, source: 'elsewhere' }, { submittedBy })).to.deep.include({ submitter: 'Alan Turing' });
  });

  it('takes title, submitter, organization and media from where they are', () => {
    const organization = { name: 'engines' };
    const paper = readDaily(
      { title: null, submittedOnDailyBy: { fullname: 'Alan Turing', user: 'alan' }, organization },
      { title: 'Note G', mediaUrl: 'https://media.example/a.png', mediaUrls: ['https://media.example/b.webm?x=1'] },
    );
    expect(paper.title).to.equal('Note G');
    expect(paper.submitter).to.equal('Alan Turing');
    expect(paper.organization).to.deep.equal({
      name: 'engines',
      handle: 'engines',
      url: 'https://huggingface.co/engines',
    });
    expect(paper.thumbnailUrl).to.equal('https://media.example/a.png');
    expect(paper.videoUrl).to.equal('https://media.example/b.webm?x=1');
  });

  it('completes a repository that was shortened', () => {
    expect(readDaily({ githubRepo: 'ada/note-g' }).codeUrl).to.equal('https://github.com/ada/note-g');
  });

  it('keeps names within the addresses that are made of them', () => {
    const authors = [
      { name: 'Ada', user: { user: '/evil.example' } },
      { name: 'Alan', user: { user: '../../settings?x#y' } },
    ];
    expect(readDaily({ authors }).authors.map(({ url }) => url)).to.deep.equal([
      'https://huggingface.co/%2Fevil.example',
      'https://huggingface.co/..%2F..%2Fsettings%3Fx%23y',
    ]);
  });

  it('skips and counts what has no paper, id or title', () => {
    const good = { paper: { id: '2603.12345', title: 'Note G' } };
    const bad = [
      null,
      'x',
      {},
      { paper: null },
      { paper: { id: '1' } },
      { paper: { title: 'A' } },
      { paper: { id: ' ', title: 'A' } },
    ];
    const feed = read([...bad, good, { title: '\u200b', paper: { id: '2', title: '' } }]);
    expect(feed.papers.map(({ id }) => id)).to.deep.equal(['2603.12345']);
    expect(feed.skippedCount).to.equal(8);
  });

  it('reads search results, with their highlights left out', () => {
    const entry = {
      title: 'Note G',
      highlightedTitle: [{ type: 'highlight', text: 'Note' }],
      paper: { id: '1', title: 'Note G' },
    };
    expect(onlyPaper(read([entry])).title).to.equal('Note G');
  });

  itWithShared('reads one paper asked for by its id', 'feeds/hf-daily-2026-08-21.json', (text) => {
    const daily = JSON.parse(text) as { paper: object }[];
    const url = 'https://huggingface.co/api/papers/2608.19880';
    const [first] = read(daily).papers;
    // The answer has neither what the list adds to a paper.
    const expected = Object.entries(first!).filter(([key]) => key !== 'thumbnailUrl' && key !== 'commentCount');
    const feed = read(daily[0]!.paper, { url });
    expect(onlyPaper(feed)).to.deep.equal(Object.fromEntries(expected));
    expect(feed).to.not.have.property('nextUrl');
    expect(read(daily.map(({ paper }) => paper)).papers).to.have.lengthOf(17);
  });

  itWithShared('leaves out the hidden author of a real list', 'feeds/hf-daily-2025-09-30.json', (text) => {
    const daily = JSON.parse(text) as { paper: { id: string; authors: { name: string; hidden: boolean }[] } }[];
    const papers = new Map(read(daily).papers.map((paper) => [paper.id, paper]));
    for (const { paper } of daily) {
      const names = paper.authors.filter(({ hidden }) => !hidden).map(({ name }) => name.replace(/\s+/g, ' '));
      expect(papers.get(paper.id)?.authors.map(({ name }) => name)).to.deep.equal(names);
      expect(papers.get(paper.id)?.authorCount).to.equal(names.length);
    }
    expect(daily.flatMap(({ paper }) => paper.authors).filter(({ hidden }) => hidden)).to.have.lengthOf(1);
  });
});

describe('hugging-face: addresses', () => {
  const base = 'https://huggingface.co';
  const day: PeriodQuery = { period: 'day', at: '2026-03-27' };
  const requests: readonly (readonly [address: string, asked: string, query?: PeriodQuery])[] = [
    ['/api/daily_papers', '/api/daily_papers?limit=100'],
    ['/api/daily_papers?limit=5', '/api/daily_papers?limit=5'],
    ['/api/daily_papers?date=2026-03-27&submitter=ada', '/api/daily_papers?date=2026-03-27&submitter=ada&limit=100'],
    ['/api/daily_papers', '/api/daily_papers?date=2026-03-27&limit=100', day],
    [
      '/api/daily_papers?week=2026-W12&p=2&limit=9&submitter=ada',
      '/api/daily_papers?limit=9&submitter=ada&date=2026-03-27',
      day,
    ],
    [
      '/api/daily_papers?date=2026-03-27',
      '/api/daily_papers?week=2026-W12&limit=100',
      { period: 'week', at: '2026-W12' },
    ],
    ['/api/daily_papers?month=2026-03', '/api/daily_papers?date=2026-03-27&limit=100', day],
    ['/api/daily_papers', '/api/daily_papers?month=2026-03&limit=100', { period: 'month', at: '2026-03' }],
    ['/api/daily_papers?date=2026-03-27', '/api/daily_papers?sort=trending&limit=100', { period: 'trending' }],
    ['/api/daily_papers?sort=trending', '/api/daily_papers?limit=100', { period: 'day' }],
    ['/api/papers/search?q=maps', '/api/papers/search?q=maps&limit=100'],
    ['/api/papers/search?q=maps&limit=120', '/api/papers/search?q=maps&limit=120', day],
    ['/api/papers/2603.12345', '/api/papers/2603.12345', day],
    ['/papers', '/api/daily_papers?limit=100'],
    ['/papers/', '/api/daily_papers?limit=100'],
    ['/papers', '/api/daily_papers?date=2026-03-27&limit=100', day],
    ['/papers/date/2026-03-27', '/api/daily_papers?date=2026-03-27&limit=100'],
    ['/papers/week/2026-W12', '/api/daily_papers?week=2026-W12&limit=100'],
    ['/papers/month/2026-03', '/api/daily_papers?month=2026-03&limit=100'],
    ['/papers/trending', '/api/daily_papers?sort=trending&limit=100'],
    ['/papers?q=maps', '/api/papers/search?q=maps&limit=100'],
    ['/papers/2603.12345', '/api/papers/2603.12345'],
    ['/datasets/ada/notes/resolve/main/papers.json', '/datasets/ada/notes/resolve/main/papers.json', day],
  ];
  for (const [address, asked, query] of requests) {
    it(`${address} ${query ? JSON.stringify(query) : ''}: ${asked}`, () => {
      expect(requestUrl(base + address, query)).to.equal(base + asked);
    });
  }

  it('leaves the addresses of others alone', () => {
    const url = 'https://lab.example/api/daily_papers?x=a%20b';
    expect(requestUrl(url, day)).to.equal(url);
    const works = 'https://api.openalex.org/works?search=maps';
    expect(requestUrl(works, day)).to.equal(works);
    expect(requestUrl(url, day, 'hugging-face')).to.equal(
      'https://lab.example/api/daily_papers?x=a+b&date=2026-03-27&limit=100',
    );
  });

  const entries = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      at % 2 ? null : { paper: { id: `2603.${10000 + at}`, title: `Note ${at}` } },
    );
  const nextUrl = (address: string, count: number) =>
    parseFeed(entries(count), { url: base + address, fetchedAt }).nextUrl?.replace(base, '');

  it('has a next page while pages are full, skipped papers included', () => {
    expect(nextUrl('/api/daily_papers?limit=100', 100)).to.equal('/api/daily_papers?limit=100&p=1');
    expect(nextUrl('/api/daily_papers?limit=5&p=1&date=2026-03-27', 5)).to.equal(
      '/api/daily_papers?limit=5&p=2&date=2026-03-27',
    );
    expect(nextUrl('/api/daily_papers', 50)).to.equal('/api/daily_papers?p=1');
    expect(nextUrl('/api/daily_papers?limit=1000', 100)).to.equal('/api/daily_papers?limit=1000&p=1');
  });

  it('ends with a page that is not full', () => {
    expect(nextUrl('/api/daily_papers?limit=100', 99)).to.equal(undefined);
    expect(nextUrl('/api/daily_papers', 49)).to.equal(undefined);
    expect(nextUrl('/api/daily_papers?limit=0', 1)).to.equal(undefined);
    expect(nextUrl('/api/daily_papers?limit=all', 100)).to.equal(undefined);
    expect(nextUrl('/api/papers/search?q=maps&limit=100', 100)).to.equal(undefined);
  });

  it('has no next page anywhere else', () => {
    expect(parseFeed(entries(100), { url: 'https://lab.example/hf.json', fetchedAt })).to.not.have.property('nextUrl');
    expect(parseFeed(entries(100), { fetchedAt })).to.not.have.property('nextUrl');
  });
});
