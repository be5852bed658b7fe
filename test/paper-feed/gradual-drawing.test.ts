import { expect } from '@open-wc/testing';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import { feedText } from '../fixtures/feeds.js';
import { serve } from '../support/faults.js';
import { answered, buttonNamed, cardsOf, makeFeed, settledFeed, titlesOf } from '../support/feed-element.js';

const inline = (json: string) => `<script type="application/json">${json}</script>`;
const COUNT = 10;

/** What a reader can see of a panel at some moment. */
const look = (feed: PaperFeed) => {
  const root = feed.shadowRoot!;
  return {
    cards: cardsOf(feed).length,
    placeholders: root.querySelectorAll('.skeleton').length,
    isBusy: root.querySelector('[part=list]')!.getAttribute('aria-busy') === 'true',
    hasMore: !!buttonNamed(feed, 'Show more'),
  };
};
type Look = ReturnType<typeof look>;

/** A panel whose placeholders are on screen, and the answer that is on its way. */
async function waitingFeed(attributes: Record<string, string> = {}, papers = 25) {
  const source = await serve({ body: feedText(papers), hold: 'headers' });
  const feed = await makeFeed({ src: source.url, ...attributes });
  await feed.updateComplete;
  await source.requests(1);
  return { feed, release: () => source.release() };
}

/** Each look of a panel that differs from the one before, until the answer is drawn. */
async function looksOf({ feed, release }: Awaited<ReturnType<typeof waitingFeed>>): Promise<Look[]> {
  const looks = [look(feed)];
  const note = () => {
    if (JSON.stringify(looks.at(-1)) !== JSON.stringify(look(feed))) looks.push(look(feed));
  };
  const observer = new MutationObserver(note);
  observer.observe(feed.shadowRoot!, { subtree: true, childList: true, attributes: true });
  const answer = answered(feed);
  await release();
  await answer;
  note();
  observer.disconnect();
  return looks;
}

/** Lets a test decide when, and whether, the browser draws. */
async function withoutFrames(run: (frame: () => void) => Promise<void>): Promise<void> {
  const original = window.requestAnimationFrame;
  let held: FrameRequestCallback[] = [];
  window.requestAnimationFrame = (callback) => held.push(callback);
  try {
    await run(() => {
      const due = held;
      held = [];
      for (const callback of due) callback(performance.now());
    });
  } finally {
    window.requestAnimationFrame = original;
  }
}

describe('the first papers', () => {
  it('are on screen before the others are drawn, whose placeholders stay until then', async () => {
    const done = { cards: COUNT, placeholders: 0, isBusy: false, hasMore: true };
    expect(await looksOf(await waitingFeed())).to.deep.equal([
      { cards: 0, placeholders: COUNT, isBusy: true, hasMore: false },
      { cards: 4, placeholders: COUNT - 4, isBusy: true, hasMore: false },
      done,
    ]);
  });

  it('are ever more with each frame', async () => {
    const looks = await looksOf(await waitingFeed({ 'page-size': '70' }, 70));
    expect(looks.map(({ cards }) => cards)).to.deep.equal([0, 4, 16, 64, 70]);
    expect(looks.map(({ placeholders }) => placeholders)).to.deep.equal([10, 10, 10, 6, 0]);
  });

  it('are all of them in a grid, which would have holes', async () => {
    const looks = await looksOf(await waitingFeed({ layout: 'grid' }));
    expect(looks.map(({ cards }) => cards)).to.deep.equal([0, COUNT]);
  });

  it('are all of them where they are few', async () => {
    const looks = await looksOf(await waitingFeed({ 'page-size': '4' }));
    expect(looks.map(({ cards }) => cards)).to.deep.equal([0, 4]);
  });

  it('take the place of what the page offered', async () => {
    const source = await serve({ body: feedText(COUNT), hold: 'headers' });
    const feed = await makeFeed({ src: source.url }, '<p>Wait for it</p>');
    await source.requests(1);
    const looks = await looksOf({ feed, release: () => source.release() });
    expect(looks.map(({ cards }) => cards)).to.deep.equal([0, 4, COUNT]);
    expect(looks.map(({ placeholders }) => placeholders)).to.deep.equal([0, COUNT - 4, 0]);
  });

  it('do not wait for frames that never come, as in a tab behind others', async () => {
    const waiting = await waitingFeed();
    await withoutFrames(async () => {
      const looks = await looksOf(waiting);
      expect(looks.at(-1)!.cards).to.equal(COUNT);
    });
  });

  it('come in one frame with the others when a search without a hit is taken back', async () => {
    const waiting = await waitingFeed();
    await looksOf(waiting);
    const { feed } = waiting;
    feed.search = 'nowhere';
    await feed.updateComplete;
    feed.search = '';
    feed.requestUpdate();
    await Promise.resolve();
    await Promise.resolve();
    expect(look(feed)).to.deep.include({ cards: COUNT, placeholders: 0 });
  });

  it('give way to those of another list while the rest is still to be drawn', async () => {
    const { feed, release } = await waitingFeed();
    await withoutFrames(async (frame) => {
      const first = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (cardsOf(feed).length !== 4) return;
          observer.disconnect();
          resolve(true);
        });
        observer.observe(feed.shadowRoot!, { subtree: true, childList: true });
      });
      await release();
      await first;
      const other = await serve({ body: feedText(6, { title: 'Another' }) });
      feed.src = other.url;
      const answer = answered(feed);
      frame();
      await answer;
      expect(look(feed)).to.deep.equal({ cards: 6, placeholders: 0, isBusy: false, hasMore: false });
      expect(feed.shadowRoot!.querySelector('h2')!.textContent).to.equal('Another');
    });
  });

  it('stay, and the rest comes, when the panel is moved meanwhile', async () => {
    const { feed, release } = await waitingFeed();
    const box = document.createElement('div');
    feed.parentElement!.after(box);
    const answer = answered(feed);
    const observer = new MutationObserver(() => {
      if (cardsOf(feed).length !== 4) return;
      observer.disconnect();
      box.append(feed);
    });
    observer.observe(feed.shadowRoot!, { subtree: true, childList: true });
    await release();
    await answer;
    expect(feed.parentElement === box).to.equal(true);
    expect(await titlesOf(feed)).to.have.length(COUNT);
    expect(look(feed)).to.deep.equal({ cards: COUNT, placeholders: 0, isBusy: false, hasMore: true });
    box.remove();
  });

  it('are all there once a feed set by the page is drawn', async () => {
    const given = await settledFeed({}, inline(feedText(COUNT)));
    const { feed } = await waitingFeed();
    feed.feed = given.feed;
    await feed.updateComplete;
    expect(look(feed)).to.deep.equal({ cards: COUNT, placeholders: 0, isBusy: false, hasMore: false });
  });
});
