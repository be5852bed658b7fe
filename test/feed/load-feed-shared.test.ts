import { expect } from '@open-wc/testing';
import { loadFeed } from '../../src/feed/load-feed.js';
import { serve } from '../support/faults.js';
import { feedText } from '../support/feed-texts.js';
import { feedErrorOf, reasonOf } from '../support/settled.js';

const body = feedText('Note G');

describe('loadFeed: shared requests', () => {
  it('makes one request for a thousand callers', async () => {
    const source = await serve({ body });
    const feeds = await Promise.all(Array.from({ length: 1000 }, () => loadFeed(source.url)));
    expect(new Set(feeds).size).to.equal(1);
    expect(await source.requests()).to.have.length(1);
  });

  it('gives the same error to all', async () => {
    const source = await serve({ status: 404 });
    const errors = await Promise.all(Array.from({ length: 3 }, () => feedErrorOf(loadFeed(source.url))));
    expect(new Set(errors).size).to.equal(1);
    expect(await source.requests()).to.have.length(1);
  });

  it('knows the same address in other spellings', async () => {
    const source = await serve({ hold: 'headers', body });
    const { pathname, origin } = new URL(source.url);
    const spellings = [source.url, new URL(source.url), `${origin}/x/..${pathname}#top`, ` ${source.url}\n`];
    const loading = Promise.all(spellings.map((url) => loadFeed(url)));
    await source.requests(1);
    await source.release();
    await loading;
    expect(await source.requests()).to.have.length(1);
  });

  it('asks anew once the answer is there', async () => {
    const source = await serve({ body: feedText('old') }, { body: feedText('new') });
    expect((await loadFeed(source.url)).papers[0]?.title).to.equal('old');
    expect((await loadFeed(source.url)).papers[0]?.title).to.equal('new');
  });

  it('asks anew after a failure', async () => {
    const source = await serve({ status: 404 }, { body });
    await feedErrorOf(loadFeed(source.url));
    expect((await loadFeed(source.url)).papers).to.have.length(1);
  });

  it('does not share between formats', async () => {
    const source = await serve({ body });
    await Promise.all([loadFeed(source.url), loadFeed(source.url, { format: 'json-feed' })]);
    expect(await source.requests()).to.have.length(2);
  });

  it('goes on for the others when one caller aborts', async () => {
    const source = await serve({ hold: 'headers', body });
    const leaving = new AbortController();
    const left = reasonOf(loadFeed(source.url, { signal: leaving.signal }));
    const staying = loadFeed(source.url, { signal: new AbortController().signal });
    await source.requests(1);
    leaving.abort();
    expect(await left).to.have.property('name', 'AbortError');
    await source.release();
    expect((await staying).papers).to.have.length(1);
    expect(await source.requests()).to.have.length(1);
  });

  it('hangs up when the last caller aborts', async () => {
    const source = await serve({ hold: 'headers', body });
    const controllers = [new AbortController(), new AbortController()];
    const left = controllers.map(({ signal }) => reasonOf(loadFeed(source.url, { signal })));
    await source.requests(1);
    for (const controller of controllers) controller.abort();
    for (const reason of await Promise.all(left)) expect(reason).to.have.property('name', 'AbortError');
    await source.hangUps(1);
  });

  it('counts callers, not signals', async () => {
    const source = await serve({ hold: 'headers', body });
    const options = { signal: new AbortController().signal };
    const one = loadFeed(source.url, options);
    const two = loadFeed(source.url, { ...options });
    await source.requests(1);
    await source.release();
    expect(await one).to.equal(await two);
  });

  it('keeps the request of an element that moves: leaves and joins in the same task', async () => {
    const source = await serve({ hold: 'headers', body });
    const before = new AbortController();
    const left = reasonOf(loadFeed(source.url, { signal: before.signal }));
    await source.requests(1);
    before.abort();
    const after = loadFeed(source.url, { signal: new AbortController().signal });
    expect(await left).to.have.property('name', 'AbortError');
    await source.release();
    expect((await after).papers).to.have.length(1);
    expect(await source.requests()).to.have.length(1);
  });

  it('starts another request for those who come after all have left, and shares that', async () => {
    const source = await serve({ hold: 'headers', body: feedText('old') }, { hold: 'headers', body: feedText('new') });
    const before = new AbortController();
    const left = reasonOf(loadFeed(source.url, { signal: before.signal }));
    await source.requests(1);
    before.abort();
    await left;
    const one = loadFeed(source.url);
    // The old request ends only now; it must not take the new one's place with it.
    await source.hangUps(1);
    await source.requests(2);
    const two = loadFeed(source.url);
    await source.release();
    expect((await one).papers[0]?.title).to.equal('new');
    expect(await two).to.equal(await one);
    expect(await source.requests()).to.have.length(2);
  });

  it('lets a late answer to an old address come second without harm', async () => {
    const slow = await serve({ hold: 'body', body: feedText('slow') });
    const fast = await serve({ body: feedText('fast') });
    const late = loadFeed(slow.url);
    await slow.requests(1);
    expect((await loadFeed(fast.url)).papers[0]?.title).to.equal('fast');
    await slow.release();
    expect((await late).papers[0]?.title).to.equal('slow');
  });

  it('stops waiting for a retry when the last caller aborts', async () => {
    const headers = { 'retry-after': '200', 'access-control-expose-headers': 'retry-after' };
    const source = await serve({ status: 503, headers }, { body });
    const { setTimeout } = window;
    // The loader falls asleep here; what it wakes up for comes after the test.
    const asleep = new Promise<void>((resolve) => {
      window.setTimeout = ((run: () => void, ms: number) => {
        if (ms === 200_000) resolve();
        return setTimeout(run, ms);
      }) as typeof setTimeout;
    });
    const controller = new AbortController();
    const left = reasonOf(loadFeed(source.url, { signal: controller.signal }));
    await asleep;
    window.setTimeout = setTimeout;
    controller.abort();
    expect(await left).to.have.property('name', 'AbortError');
    // Nobody is left, so this is another request and not the sleeping one.
    expect((await loadFeed(source.url)).papers).to.have.length(1);
  });
});
