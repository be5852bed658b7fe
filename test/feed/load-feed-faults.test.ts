import { expect } from '@open-wc/testing';
import { loadFeed } from '../../src/feed/load-feed.js';
import { refusingUrl, serve, type FaultAnswer } from '../support/faults.js';
import { feedText } from '../support/feed-texts.js';
import { feedErrorOf } from '../support/settled.js';

const body = feedText('Note G');

const { random } = Math;
// Retries follow at once: how long they wait is the subject of retry.test.ts.
before(() => (Math.random = () => 0));
after(() => (Math.random = random));

describe('loadFeed: faults that pass', () => {
  const passing: [title: string, answer: FaultAnswer][] = [
    ...[408, 429, 500, 502, 503, 504].map((status): [string, FaultAnswer] => [`status ${status}`, { status }]),
    ['429 with a date', { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' } }],
    ['a connection reset before the headers', { fault: 'reset' }],
    ['a connection reset in the body', { fault: 'reset-in-body', body }],
    ['a missing permission', { allowOrigin: false, body }],
  ];
  for (const [title, fault] of passing) {
    it(`gets over ${title}`, async () => {
      const source = await serve(fault, { body });
      expect((await loadFeed(source.url)).papers).to.have.length(1);
      const requests = await source.requests();
      expect(requests.map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
    });
  }
});

/** How often the browser itself asks, without a word to the page, when connections are reset. */
const ownRepeats = navigator.userAgent.includes('Firefox') ? 10 : 1;

describe('loadFeed: faults that stay', () => {
  const CORS = /out of reach, or does not send the header Access-Control-Allow-Origin \(CORS\)/;
  const BROKEN = /broke off in the middle of its answer/;
  const LONG = /is longer than 2000000 bytes/;
  const faults: [title: string, answer: FaultAnswer, code: string, requestCount: number, words: RegExp][] = [
    ...[304, 400, 401, 403, 404, 410].map((status): [string, FaultAnswer, string, number, RegExp] => [
      `status ${status}`,
      { status },
      'http',
      1,
      new RegExp(`answered with status ${status}\\.$`),
    ]),
    ...[408, 429, 500, 503].map((status): [string, FaultAnswer, string, number, RegExp] => [
      `status ${status}`,
      { status },
      'http',
      4,
      new RegExp(`status ${status}`),
    ]),
    ['a reset before the headers', { fault: 'reset' }, 'network', 4, CORS],
    ['a reset in the body', { fault: 'reset-in-body', body }, 'network', 4, BROKEN],
    ['no CORS header', { allowOrigin: false, body }, 'network', 4, CORS],
    ['a CORS header for another page', { allowOrigin: 'https://lab.example', body }, 'network', 4, CORS],
    ['an endless body', { fault: 'endless' }, 'too-large', 1, LONG],
    ['a gzip bomb', { fault: 'gzip-bomb' }, 'too-large', 1, LONG],
  ];
  for (const [title, answer, code, requestCount, words] of faults) {
    it(`says ${code} for ${title}`, async () => {
      const source = await serve(answer);
      const error = await feedErrorOf(loadFeed(source.url));
      expect(error.code).to.equal(code);
      expect(error.message).to.match(words).and.contain(source.url);
      expect(error.status).to.equal(code === 'http' ? answer.status : undefined);
      // What the browser said, for developers.
      expect(error.cause instanceof Error).to.equal(code === 'network');
      const requests = await source.requests();
      expect(requests).to.have.length(requestCount * (answer.fault === 'reset' ? ownRepeats : 1));
      expect(requests.every(({ method }) => method === 'GET')).to.equal(true);
    });
  }

  /** What pages put in the place of `fetch`. */
  const standIns: [title: string, wrap: (fetch: typeof window.fetch) => typeof window.fetch][] = [
    ['loses the signal', (fetch) => (input) => fetch(input)],
    [
      'knows texts and requests only',
      (fetch) => (input, init) =>
        typeof input === 'string' ? fetch(input, init) : fetch((input as Request).url, init),
    ],
    [
      'has no streams',
      (fetch) => async (input, init) =>
        Object.defineProperty(await fetch(input, init), 'body', { value: undefined, configurable: true }),
    ],
  ];
  for (const [title, wrap] of standIns) {
    it(`knows the time limit and the answer where a fetch of the page's ${title}`, async () => {
      const original = window.fetch;
      const good = await serve({ body });
      const held = [await serve({ body, hold: 'headers' }), await serve({ body, hold: 'body' })];
      window.fetch = wrap(original.bind(window));
      try {
        expect((await loadFeed(good.url)).papers).to.have.length(1);
        for (const { url } of held) {
          expect((await feedErrorOf(loadFeed(url, { timeoutMs: 100 }))).code).to.equal('timeout');
        }
      } finally {
        window.fetch = original;
      }
      for (const source of held) await source.release();
    });
  }

  it('refuses gzip cut off, which browsers end without a word or with an error', async () => {
    const source = await serve({ fault: 'gzip-truncated', body: feedText(...'Notes by the translator'.split('')) });
    expect((await feedErrorOf(loadFeed(source.url))).code).to.be.oneOf(['parse', 'network']);
  });

  it('says network when nobody listens', async () => {
    const error = await feedErrorOf(loadFeed(await refusingUrl()));
    expect(error.code).to.equal('network');
    expect(error.message).to.match(CORS);
  });

  it('says network for a redirect that leads back to itself', async () => {
    const source = await serve({ status: 302, headers: { location: '?again' } });
    expect((await feedErrorOf(loadFeed(source.url, { retries: 0 }))).code).to.equal('network');
  });

  for (const status of [200, 404]) {
    it(`gives up the connection of a body that it does not want, status ${status}`, async () => {
      const source = await serve({ status, fault: 'endless' });
      // Longer than the test waits: the clock must not be what ends it.
      await feedErrorOf(loadFeed(source.url, { timeoutMs: 60_000 }));
      await source.hangUps(1);
    });
  }

  it('takes the limits it is given', async () => {
    const source = await serve({ body }, { body }, { status: 500 });
    expect((await loadFeed(source.url, { maxBytes: body.length })).papers).to.have.length(1);
    const error = await feedErrorOf(loadFeed(source.url, { maxBytes: body.length - 1 }));
    expect(error.code).to.equal('too-large');
    await feedErrorOf(loadFeed(source.url, { retries: 0 }));
    expect(await source.requests()).to.have.length(3);
  });

  it('tells how long the server asks to wait, where the page may know', async () => {
    const status = 429;
    const headers = { 'retry-after': '7200' };
    const silent = await serve({ status, headers });
    expect((await feedErrorOf(loadFeed(silent.url))).retryAfterMs).to.equal(undefined);
    const open = await serve({ status, headers: { ...headers, 'access-control-expose-headers': 'Retry-After' } });
    expect((await feedErrorOf(loadFeed(open.url))).retryAfterMs).to.equal(7_200_000);
    expect(await open.requests(), 'two hours are not waited for').to.have.length(1);
  });
});

describe('loadFeed: the time limit', () => {
  const { fetch } = window;
  const { timeout } = AbortSignal;
  /** The limits that were set, and how to let the time of the latest run out. */
  let limits: number[];
  let runOut: () => void;
  /** Called when the headers of an answer are there. */
  let onHeaders: (response: Response) => void;

  beforeEach(() => {
    limits = [];
    AbortSignal.timeout = (ms) => {
      const controller = new AbortController();
      limits.push(ms);
      runOut = () => controller.abort(new DOMException('', 'TimeoutError'));
      return controller.signal;
    };
    window.fetch = async (...request) => {
      const response = await fetch(...request);
      if (response.url.includes('/feed/')) onHeaders(response);
      return response;
    };
    onHeaders = () => {};
  });

  afterEach(() => {
    window.fetch = fetch;
    AbortSignal.timeout = timeout;
  });

  it('ends the wait for headers, and asks once more', async () => {
    const source = await serve({ hold: 'headers', body });
    const loading = feedErrorOf(loadFeed(source.url, { timeoutMs: 150 }));
    for (const count of [1, 2]) {
      await source.requests(count);
      runOut();
    }
    const error = await loading;
    expect(error.code).to.equal('timeout');
    expect(error.message).to.equal(`${source.url} did not answer completely within 150 ms.`);
    expect(limits).to.deep.equal([150, 150]);
    await source.hangUps(2);
    expect(await source.requests()).to.have.length(2);
  });

  it('ends the wait for the rest of a body', async () => {
    const source = await serve({ hold: 'body', body });
    onHeaders = () => runOut();
    expect((await feedErrorOf(loadFeed(source.url))).code).to.equal('timeout');
    await source.hangUps(2);
  });

  it('ends a body that comes in drops, however many have come', async () => {
    const source = await serve({ fault: 'trickling' });
    onHeaders = (response) => {
      let dropCount = 0;
      const counted = new TransformStream<Uint8Array, Uint8Array>({
        transform(drops, stream) {
          dropCount += drops.length;
          if (dropCount > 9) runOut();
          stream.enqueue(drops);
        },
      });
      Object.defineProperty(response, 'body', { value: response.body!.pipeThrough(counted) });
    };
    expect((await feedErrorOf(loadFeed(source.url))).code).to.equal('timeout');
    expect(await source.requests()).to.have.length(2);
    await source.hangUps(2);
  });

  it('forgives one answer that is too late', async () => {
    const source = await serve({ hold: 'headers', body }, { body });
    const loading = loadFeed(source.url);
    await source.requests(1);
    runOut();
    expect((await loading).papers).to.have.length(1);
  });

  it('is ten seconds unless said otherwise', async () => {
    const source = await serve({ body });
    await loadFeed(source.url);
    expect(limits).to.deep.equal([10_000]);
  });

  it('runs by the clock', async () => {
    AbortSignal.timeout = timeout;
    const source = await serve({ hold: 'headers', body });
    expect((await feedErrorOf(loadFeed(source.url, { timeoutMs: 20, retries: 0 }))).code).to.equal('timeout');
  });
});
