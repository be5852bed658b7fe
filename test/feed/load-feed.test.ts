import { expect } from '@open-wc/testing';
import { fetchText } from '../../src/feed/fetch-text.js';
import { loadFeed } from '../../src/feed/load-feed.js';
import { requestAddress } from '../../src/feed/request-address.js';
import { serve, type FaultAnswer } from '../support/faults.js';
import { base64Of, feedText } from '../support/feed-texts.js';
import { feedErrorOf, reasonOf } from '../support/settled.js';
import { itWithAttacks, itWithShared } from '../support/shared-files.js';

const titlesOf = async (url: string) => (await loadFeed(url)).papers.map(({ title }) => title);

describe('loadFeed: the request', () => {
  it('is one plain GET that needs no permission and gives nothing away', async () => {
    document.cookie = 'visitor=known; path=/';
    const source = await serve({ body: feedText('Note G') });
    for (const url of [source.url, source.otherOriginUrl, source.sameOriginUrl]) await loadFeed(url);
    const requests = await source.requests();
    expect(requests.map(({ method }) => method)).to.deep.equal(['GET', 'GET', 'GET']);
    for (const { headers } of requests) {
      expect(headers).to.not.have.any.keys('referer', 'authorization', 'if-none-match', 'content-type');
      expect(headers.accept).to.equal('*/*');
    }
    // The page's own host gets its own cookies, as with every file of the page; others get none.
    expect(requests.map(({ headers }) => headers.cookie)).to.deep.equal([undefined, undefined, 'visitor=known']);
    document.cookie = 'visitor=; path=/; max-age=0';
  });

  it('leaves out the fragment', async () => {
    const source = await serve({ body: feedText('Note G') });
    expect(await titlesOf(`${source.url}#latest`)).to.deep.equal(['Note G']);
    expect((await source.requests())[0]?.url).to.not.contain('#');
  });

  it('says when the answer arrived', async () => {
    const source = await serve({ body: feedText('Note G') });
    const before = Date.now();
    const at = Date.parse((await loadFeed(source.url)).fetchedAt);
    expect(at).to.be.within(before, Date.now());
  });

  it('follows redirects, also to another origin, and resolves addresses against where the feed was found', async () => {
    const feed = JSON.stringify({ version: '1.1', items: [{ id: '1', title: 'Note G', url: 'note-g.html' }] });
    const target = await serve({ body: feed });
    const middle = await serve({ status: 302, headers: { location: `${target.otherOriginUrl}/` } });
    const source = await serve({ status: 301, headers: { location: middle.url } });
    const { papers } = await loadFeed(source.url);
    expect(papers[0]?.url).to.equal(`${target.otherOriginUrl}/note-g.html`);
  });
});

describe('loadFeed: addresses', () => {
  it('resolves a relative one against the page', () => {
    expect(requestAddress('papers.json').href).to.equal(new URL('papers.json', document.baseURI).href);
    expect(requestAddress(' /papers.json\n').href).to.equal(`${location.origin}/papers.json`);
  });

  const refused: [title: string, url: string, words: RegExp][] = [
    ['what is none', 'https://', /https:\/\/ is not an http/],
    ['files', 'file:///home/ada/papers.json', /Open the page through a web server/],
    ['data', 'data:application/json,[]', /is not an http\(s\) address/],
    ['script', 'javascript:[]', /is not an http\(s\) address/],
    ['passwords', 'https://ada:secret@lab.example/papers.json', /without password/],
  ];
  for (const [title, url, words] of refused) {
    it(`refuses ${title}`, async () => {
      const error = await feedErrorOf(loadFeed(url));
      expect(error.code).to.equal('network');
      expect(error.message).to.match(words);
    });
  }

  it('refuses http on an https page before asking, and says what to write', () => {
    const ask = () => requestAddress('http://lab.example/papers.json', 'https:');
    expect(ask)
      .to.throw(/http:\/\/lab\.example\/papers\.json is blocked.*must be https/)
      .with.property('code', 'mixed-content');
  });

  const allowed = [
    ['https:', 'https://lab.example/'],
    ['https:', 'http://localhost:8080/'],
    ['https:', 'http://feeds.localhost/'],
    ['https:', 'http://127.0.0.1/'],
    ['https:', 'http://127.1/'],
    ['https:', 'http://[::1]:3000/'],
    ['http:', 'http://lab.example/'],
    ['file:', 'http://lab.example/'],
  ] as const;
  for (const [page, url] of allowed) {
    it(`lets an ${page} page ask ${url}`, () => {
      expect(requestAddress(url, page).href).to.equal(new URL(url).href);
    });
  }

  for (const url of ['http://127.evil.example/', 'http://notlocalhost/', 'http://localhost.evil.example/']) {
    it(`does not take ${url} for this machine`, () => {
      expect(() => requestAddress(url, 'https:'))
        .to.throw()
        .with.property('code', 'mixed-content');
    });
  }
});

describe('loadFeed: documents', () => {
  const accepted: [title: string, answer: FaultAnswer, titles: string[]][] = [
    ['a feed', { body: feedText('Note G', 'On Computable Numbers') }, ['Note G', 'On Computable Numbers']],
    ['a feed without papers', { body: feedText() }, []],
    ['an empty list', { body: '[]' }, []],
    ['a feed called plain text', { body: feedText('Note G'), headers: { 'content-type': 'text/plain' } }, ['Note G']],
    ['a feed called a web page', { body: feedText('Note G'), headers: { 'content-type': 'text/html' } }, ['Note G']],
    ['a feed with a byte order mark', { body: `\ufeff${feedText('Note G')}` }, ['Note G']],
    ['letters beyond ASCII', { body: feedText('Über 数论 🧮') }, ['Über 数论 🧮']],
    [
      'Latin-1, with marks for the lost letters',
      { base64: base64Of(feedText('Théorie'), 'latin-1') },
      ['Th\ufffdorie'],
    ],
    ['the last of duplicate keys', { body: '{"version":"1.1","items":[],"items":[{"id":"1","title":"B"}]}' }, ['B']],
    [
      'numbers beyond all bounds',
      { body: '{"version":"1.1","items":[{"id":"1","title":"B","_paper":{"comment_count":1e999}}]}' },
      ['B'],
    ],
    [
      'nests of 100,000 brackets where text, numbers and lists belong',
      {
        body: `{"version":"1.1","items":[{"id":"1","title":"B","content_text":NEST,"authors":NEST,"tags":NEST,"image":NEST,
          "date_published":NEST,"_paper":{"upvote_count":NEST,"organization":NEST}},{"id":"2","title":NEST}]}`.replaceAll(
          'NEST',
          '['.repeat(100_000) + ']'.repeat(100_000),
        ),
      },
      ['B'],
    ],
    [
      '50,000 objects in each other, beside the list',
      { body: `{"version":"1.1","items":[{"id":"1","title":"B"}],"a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}` },
      ['B'],
    ],
    ['lone surrogates', { body: '{"version":"1.1","items":[{"id":"1","title":"A \\ud800 B"}]}' }, ['A B']],
    [
      'a bad paper first and last',
      { body: '{"version":"1.1","items":[null,{"id":"1","title":"B"},{"id":"2"}]}' },
      ['B'],
    ],
  ];
  for (const [title, answer, titles] of accepted) {
    it(`takes ${title}`, async () => {
      const source = await serve(answer);
      expect(await titlesOf(source.url)).to.deep.equal(titles);
    });
  }

  const refused: [title: string, answer: FaultAnswer, code: string, words: RegExp][] = [
    ['an empty body', { body: '' }, 'parse', /is not JSON: .*unexpected (end|EOF)/i],
    ['204', { status: 204 }, 'parse', /is not JSON: .*unexpected (end|EOF)/i],
    ['a web page', { body: '\n<!DOCTYPE html><title>Sign in</title>' }, 'parse', /is not JSON: a web page/],
    ['an Atom feed', { body: '<?xml version="1.0"?><feed></feed>' }, 'parse', /is not JSON: .*XML \(an RSS feed\?\)/],
    ['UTF-16', { base64: base64Of(`\ufeff${feedText('Note G')}`, 'utf-16le') }, 'parse', /is not JSON/],
    ['JSON cut off', { body: feedText('Note G').slice(0, 60) }, 'parse', /is not JSON: ./],
    ['100,000 brackets', { body: '['.repeat(100_000) }, 'parse', /is not JSON: ./],
    [
      '100,000 brackets that are closed',
      { body: '['.repeat(100_000) + ']'.repeat(100_000) },
      'format',
      /found an array of 1; \[0\] is an array of 1$/,
    ],
    [
      '100,000 objects in each other',
      { body: '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000) },
      'format',
      /found an object with the keys \["a"\]/,
    ],
    ['null', { body: 'null' }, 'format', /No list of papers/],
    ['an object without papers', { body: '{}' }, 'format', /No list of papers/],
    ['an error message', { body: '{"error":"Try later"}' }, 'format', /it says "Try later"/],
  ];
  for (const [title, answer, code, words] of refused) {
    it(`refuses ${title} without asking again`, async () => {
      const source = await serve(answer);
      const error = await feedErrorOf(loadFeed(source.url));
      expect(error.code).to.equal(code);
      expect(error.message).to.match(words).and.contain(source.url);
      expect(await source.requests()).to.have.length(1);
    });
  }

  it('names the address that a redirect led to', async () => {
    const login = await serve({ body: '<html>' });
    const source = await serve({ status: 302, headers: { location: login.url } });
    expect((await feedErrorOf(loadFeed(source.url))).message).to.contain(login.url);
  });

  itWithAttacks('reads JSON like the browser, and fails in no other way', 'jsonDocuments', async (documents) => {
    const source = await serve(...documents.map(({ body, base64 }) => ({ body, base64 })));
    for (const { name, isJson } of documents) {
      const outcome = await loadFeed(source.url).then(
        () => 'format',
        (error: unknown) => (error as { code?: string }).code,
      );
      expect(outcome, name).to.equal(isJson ? 'format' : 'parse');
    }
    expect(await source.requests()).to.have.length(documents.length);
  });

  itWithShared('loads a captured list through the network', 'feeds/hf-daily-2025-09-30.json', async (body) => {
    const source = await serve({ body });
    expect((await loadFeed(source.url)).papers).to.have.length(50);
  });
});

describe('loadFeed: without a network', () => {
  const { random } = Math;

  afterEach(() => {
    Math.random = random;
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('asks this very machine again', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    Math.random = () => 0;
    const source = await serve({ status: 503 }, { body: feedText('Note G') });
    expect(await titlesOf(source.url)).to.deep.equal(['Note G']);
  });
});

describe('fetchText', () => {
  const limits = { timeoutMs: 10_000, maxBytes: 1000 };

  it('reads a date until which the server asks to wait', async () => {
    const until = new Date(Date.now() + 7_200_000).toUTCString();
    const headers = { 'retry-after': until, 'access-control-expose-headers': 'Retry-After' };
    const source = await serve({ status: 429, headers });
    const { retryAfterMs } = await feedErrorOf(fetchText(new URL(source.url), limits, new AbortController().signal));
    expect(retryAfterMs).to.be.within(7_000_000, 7_200_000);
  });
});

describe('loadFeed: a signal', () => {
  it('that is aborted beforehand asks nothing', async () => {
    const source = await serve({ body: feedText('Note G') });
    const reason = await reasonOf(loadFeed(source.url, { signal: AbortSignal.abort() }));
    expect(reason).to.have.property('name', 'AbortError');
    expect(await source.requests()).to.have.length(0);
  });

  it('ends a single request with its reason, whatever that is', async () => {
    const source = await serve({ hold: 'headers' });
    const controller = new AbortController();
    const limits = { timeoutMs: 10_000, maxBytes: 1000 };
    const request = reasonOf(fetchText(new URL(source.url), limits, controller.signal));
    await source.requests(1);
    controller.abort('no longer wanted');
    expect(await request).to.equal('no longer wanted');
  });

  it('rejects with its own reason', async () => {
    const source = await serve({ hold: 'body', body: feedText('Note G') });
    const controller = new AbortController();
    const loading = reasonOf(loadFeed(source.url, { signal: controller.signal }));
    await source.requests(1);
    controller.abort('no longer wanted');
    expect(await loading).to.equal('no longer wanted');
    await source.hangUps(1);
  });
});
