import { expect } from '@open-wc/testing';
import { FeedError, type FeedErrorCode } from '../../src/feed/feed-error.js';
import { withRetries } from '../../src/feed/retry.js';
import { reasonOf } from '../support/settled.js';

const http = (status: number, retryAfterMs?: number) =>
  new FeedError('http', `status ${status}`, { status, retryAfterMs });
const failure = (code: FeedErrorCode) => new FeedError(code, code);

/** Runs attempts that fail with these errors, then succeed. */
async function run(
  errors: readonly unknown[],
  { retries = 3, signal = new AbortController().signal, needsNetwork = true } = {},
) {
  let attempts = 0;
  const attempt = async () => {
    const error = errors[attempts++];
    if (error) throw error;
    return 'answer';
  };
  const outcome = await withRetries(attempt, retries, signal, needsNetwork).catch((reason: unknown) => reason);
  return { outcome, attempts };
}

/** Gives a global a value for the time of a test. */
function pretend(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, get: () => value });
  undo.push(() => Reflect.deleteProperty(target, name));
}
const undo: (() => void)[] = [];

describe('withRetries', () => {
  const { random } = Math;
  const { setTimeout, clearTimeout } = window;
  /** How long was slept before each retry. Sleeps end at once, unless a test says otherwise. */
  let sleeps: number[];
  let onSleep: (wake: () => void) => void;

  beforeEach(() => {
    sleeps = [];
    onSleep = (wake) => wake();
    Math.random = () => 0.5;
    window.setTimeout = ((wake: () => void, ms: number) => {
      sleeps.push(ms);
      onSleep(wake);
      return sleeps.length;
    }) as typeof setTimeout;
  });

  afterEach(() => {
    Math.random = random;
    window.setTimeout = setTimeout;
    window.clearTimeout = clearTimeout;
    for (const each of undo.splice(0)) each();
  });

  it('asks once when that succeeds', async () => {
    expect(await run([])).to.deep.equal({ outcome: 'answer', attempts: 1 });
  });

  it('rejects with the last failure', async () => {
    const errors = [http(500), http(502), http(503), http(504), http(500)];
    expect(await run(errors)).to.deep.equal({ outcome: errors[3], attempts: 4 });
    expect(await run(errors, { retries: 0 })).to.deep.equal({ outcome: errors[0], attempts: 1 });
  });

  it('waits anything between nothing and twice as long each time, at most 30 seconds', async () => {
    const errors = Array.from({ length: 8 }, () => failure('network'));
    Math.random = () => 1;
    await run(errors, { retries: 8 });
    expect(sleeps).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    Math.random = () => 0;
    sleeps = [];
    await run(errors, { retries: 8 });
    expect(sleeps).to.deep.equal(errors.map(() => 0));
  });

  it('waits as long as the server asks, up to five minutes, and never less than without', async () => {
    await run([http(429, 40_000), http(503, 300_000), http(429, 10)]);
    expect(sleeps).to.deep.equal([40_000, 300_000, 2000]);
    const tooLong = http(429, 300_001);
    expect(await run([tooLong])).to.deep.equal({ outcome: tooLong, attempts: 1 });
  });

  for (const error of [...[408, 429, 500, 502, 503, 504].map((status) => http(status)), failure('network')]) {
    it(`asks again after ${error.message}`, async () => {
      expect(await run([error])).to.deep.equal({ outcome: 'answer', attempts: 2 });
    });
  }

  const final = [
    ...[304, 400, 401, 403, 404, 410, 418].map((status) => http(status)),
    ...(['too-large', 'parse', 'format', 'csp', 'mixed-content'] as const).map(failure),
    new TypeError('a fault of our own'),
    new DOMException('an abort', 'AbortError'),
  ];
  for (const error of final) {
    it(`does not ask again after ${error.message}`, async () => {
      expect(await run([error])).to.deep.equal({ outcome: error, attempts: 1 });
    });
  }

  it('asks again after one timeout, not after two', async () => {
    expect((await run([failure('timeout')])).outcome).to.equal('answer');
    expect((await run([failure('timeout'), http(500), failure('timeout')])).attempts).to.equal(3);
  });

  it('asks again after a first timeout, whatever failed before', async () => {
    expect(await run([http(500), failure('timeout')])).to.deep.equal({ outcome: 'answer', attempts: 3 });
  });

  it('ends its sleep when the signal aborts', async () => {
    const controller = new AbortController();
    const cleared: unknown[] = [];
    onSleep = () => controller.abort('no longer wanted');
    window.clearTimeout = (timer) => cleared.push(timer);
    const result = await run([http(503)], { signal: controller.signal });
    expect(result).to.deep.equal({ outcome: 'no longer wanted', attempts: 1 });
    expect(cleared).to.deep.equal([1]);
  });

  it('does not fall asleep when the signal has aborted meanwhile', async () => {
    const controller = new AbortController();
    const attempt = () => {
      controller.abort('no longer wanted');
      return Promise.reject(failure('network'));
    };
    expect(await reasonOf(withRetries(attempt, 3, controller.signal, true))).to.equal('no longer wanted');
    expect(sleeps).to.deep.equal([]);
  });

  it('begins when the page is shown', async () => {
    pretend(document, 'visibilityState', 'hidden');
    let attempts = 0;
    const loading = withRetries(async () => ++attempts, 0, new AbortController().signal, true);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await nextTask();
    expect(attempts, 'still hidden').to.equal(0);
    pretend(document, 'visibilityState', 'visible');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(await loading).to.equal(1);
  });

  it('stops waiting for the page to be shown when the signal aborts', async () => {
    pretend(document, 'visibilityState', 'hidden');
    const controller = new AbortController();
    const loading = run([], { signal: controller.signal });
    controller.abort('no longer wanted');
    expect(await loading).to.deep.equal({ outcome: 'no longer wanted', attempts: 0 });
  });

  it('asks once when the browser is offline, and again when it is online', async () => {
    pretend(navigator, 'onLine', false);
    let attempts = 0;
    const attempt = async () => {
      if (++attempts === 1) throw failure('network');
      return attempts;
    };
    const loading = withRetries(attempt, 3, new AbortController().signal, true);
    await nextTask();
    window.dispatchEvent(new Event('online'));
    await nextTask();
    expect([attempts, sleeps.length], 'still offline').to.deep.equal([1, 1]);
    pretend(navigator, 'onLine', true);
    window.dispatchEvent(new Event('online'));
    expect(await loading).to.equal(2);
  });

  it('needs no network to ask this very machine', async () => {
    pretend(navigator, 'onLine', false);
    expect((await run([failure('network')], { needsNetwork: false })).attempts).to.equal(2);
  });
});

/** Lets everything happen that can happen without time passing. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage('');
  });
}
