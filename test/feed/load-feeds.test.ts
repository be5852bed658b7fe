import { expect } from '@open-wc/testing';
import { loadFeed } from '../../src/feed/load-feed.js';
import type { Feed } from '../../src/feed/model.js';
import { loadFeeds } from '../../src/feed/load-feeds.js';
import { serve } from '../support/faults.js';
import { feedText } from '../support/feed-texts.js';
import { feedErrorOf, reasonOf } from '../support/settled.js';

describe('loadFeeds', () => {
  it('puts several feeds together', async () => {
    const one = await serve({ body: feedText('Note G') });
    const two = await serve({ body: feedText('On Computable Numbers') });
    const { feed, failures } = await loadFeeds([one.url, two.url]);
    expect(feed.papers.map(({ title }) => title)).to.have.members(['Note G', 'On Computable Numbers']);
    expect(feed.format).to.equal('merged');
    expect(failures).to.deep.equal([]);
  });

  it('gives a single feed as it is', async () => {
    const source = await serve({ body: feedText('Note G') });
    const { feed } = await loadFeeds([source.url]);
    expect(feed.format).to.equal('json-feed');
    expect(feed.title).to.equal('What we read');
  });

  it('shows what answers and names what does not', async () => {
    const gone = await serve({ status: 410 });
    const good = await serve({ body: feedText('Note G') });
    const bad = await serve({ body: 'null' });
    const { feed, failures } = await loadFeeds([gone.url, good.url, bad.url]);
    expect(feed.papers.map(({ title }) => title)).to.deep.equal(['Note G']);
    expect(failures.map(({ url, error }) => [url, error.code])).to.deep.equal([
      [gone.url, 'http'],
      [bad.url, 'format'],
    ]);
  });

  it('fails with the first error when all fail', async () => {
    const gone = await serve({ status: 410 });
    const bad = await serve({ body: 'null' });
    expect((await feedErrorOf(loadFeeds([bad.url, gone.url]))).code).to.equal('format');
  });

  it('asks for an address once, however often it is named', async () => {
    const source = await serve({ body: feedText('Note G') });
    const [{ feed }] = await Promise.all([loadFeeds([source.url, source.url]), loadFeed(source.url)]);
    expect(feed.papers).to.have.length(1);
    expect(await source.requests()).to.have.length(1);
  });

  it('rejects with the reason of its signal, also when one feed is there already', async () => {
    const good = await serve({ body: feedText('Note G') });
    const slow = await serve({ hold: 'headers' });
    const controller = new AbortController();
    const loading = reasonOf(loadFeeds([good.url, slow.url], { signal: controller.signal }));
    await slow.requests(1);
    controller.abort('no longer wanted');
    expect(await loading).to.equal('no longer wanted');
    await slow.hangUps(1);
  });

  it('tells what is there while one source keeps the others waiting', async () => {
    const slow = await serve({ body: feedText('Slow Papers'), hold: 'headers' });
    const good = await serve({ body: feedText('Note G') });
    let tell: (feed: Feed) => void = () => undefined;
    const partial = new Promise<Feed>((resolve) => (tell = resolve));
    const loading = loadFeeds([slow.url, good.url], { onPartial: tell, patienceMs: 1 });
    expect((await partial).papers.map(({ title }) => title)).to.deep.equal(['Note G']);
    await slow.release();
    expect((await loading).feed.papers.map(({ title }) => title)).to.have.members(['Note G', 'Slow Papers']);
  });

  it('tells nothing beforehand when all answer in time', async () => {
    const one = await serve({ body: feedText('Note G') });
    const two = await serve({ body: feedText('On Computable Numbers') });
    let count = 0;
    await loadFeeds([one.url, two.url], { onPartial: () => count++, patienceMs: 60_000 });
    expect(count).to.equal(0);
  });

  it('tells nothing afterwards, when its patience ends at last', async () => {
    const { setTimeout } = window;
    let endPatience = () => {};
    window.setTimeout = ((wake: () => void, ms?: number) =>
      ms === 60_000 ? ((endPatience = wake), 0) : setTimeout(wake, ms)) as typeof setTimeout;
    const one = await serve({ body: feedText('Note G') });
    const two = await serve({ body: feedText('On Computable Numbers') });
    let count = 0;
    await loadFeeds([one.url, two.url], { onPartial: () => count++, patienceMs: 60_000 });
    window.setTimeout = setTimeout;
    endPatience();
    await new Promise((resolve) => setTimeout(resolve));
    expect(count).to.equal(0);
  });
});
