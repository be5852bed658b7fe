/** `pagination="scroll"`: the list as a WAI-ARIA feed, its keys, and how it grows. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import { feedText } from '../fixtures/feeds.js';
import { serve } from '../support/faults.js';
import { answered, cardsOf, makeFeed, settledFeed, textsOfCards } from '../support/feed-element.js';

const inline = (json: string) => `<script type="application/json">${json}</script>`;

const articlesOf = (feed: PaperFeed) => cardsOf(feed).map((card) => card.shadowRoot!.querySelector('article')!);

const focusedAt = (feed: PaperFeed) => cardsOf(feed).findIndex((card) => card.matches(':focus'));

async function scrollFeed(count: number, attributes: Record<string, string> = {}): Promise<PaperFeed> {
  const feed = await settledFeed({ pagination: 'scroll', ...attributes }, inline(feedText(count)));
  await textsOfCards(feed);
  return feed;
}

/** Resolves when the list has so many cards. */
async function grownTo(feed: PaperFeed, count: number): Promise<void> {
  while (cardsOf(feed).length < count) await new Promise(requestAnimationFrame);
}

describe('<paper-feed pagination="scroll">', () => {
  it('is a labelled feed of articles, each with its label, description and place', async () => {
    const feed = await scrollFeed(3);
    const list = feed.shadowRoot!.querySelector('[role=feed]')!;
    expect(list.getAttribute('aria-label')).to.equal('Our papers');
    expect(list.getAttribute('aria-busy')).to.equal('false');
    articlesOf(feed).forEach((article, index) => {
      const root = article.getRootNode() as ShadowRoot;
      expect(root.getElementById(article.getAttribute('aria-labelledby')!)!.textContent).to.contain('Paper');
      expect(root.getElementById(article.getAttribute('aria-describedby')!)!.textContent).to.contain('We look at');
      expect(article.getAttribute('aria-posinset')).to.equal(String(index + 1));
      expect(article.getAttribute('aria-setsize')).to.equal('3');
      expect(article.tabIndex).to.equal(-1);
    });
    await expect(feed).to.be.accessible();
  });

  it('is a plain list of articles otherwise', async () => {
    const feed = await settledFeed({}, inline(feedText(2)));
    await textsOfCards(feed);
    expect(feed.shadowRoot!.querySelector('[role=feed]')).to.equal(null);
    expect(articlesOf(feed)[0]!.hasAttribute('aria-posinset')).to.equal(false);
    expect(articlesOf(feed)[0]!.hasAttribute('tabindex')).to.equal(false);
  });

  it('says that the size is unknown while the source has more pages', async () => {
    const second = await serve({ body: feedText(2, { from: 3 }), hold: 'headers' });
    const first = await serve({ body: feedText(2, { nextUrl: second.url }) });
    const feed = await settledFeed({ pagination: 'scroll', src: first.url });
    await textsOfCards(feed);
    expect(articlesOf(feed)[0]!.getAttribute('aria-setsize')).to.equal('-1');
    await second.requests(1);
    expect(feed.shadowRoot!.querySelector('[role=feed]')!.getAttribute('aria-busy')).to.equal('true');
    await second.release();
    await grownTo(feed, 4);
    await textsOfCards(feed);
    expect(articlesOf(feed)[3]!.getAttribute('aria-setsize')).to.equal('4');
    expect(feed.shadowRoot!.querySelector('[role=feed]')!.getAttribute('aria-busy')).to.equal('false');
  });

  it('grows while the reader scrolls, to the end', async () => {
    const feed = await scrollFeed(60, { 'page-size': '20' });
    expect(feed.shadowRoot!.querySelector('button[part=button]')).to.equal(null);
    while (cardsOf(feed).length < 60) {
      cardsOf(feed).at(-1)!.scrollIntoView();
      await new Promise(requestAnimationFrame);
    }
    expect(feed.papers).to.have.length(60);
  });

  it('does nothing at its end while another answer is due, and goes on after it', async () => {
    const second = await serve({ body: feedText(3, { from: 3 }) });
    const page = feedText(2, { nextUrl: second.url });
    const first = await serve({ body: page }, { body: page, hold: 'headers' });
    await settledFeed({ src: first.url });
    const feed = await makeFeed({ pagination: 'scroll', src: first.url });
    await textsOfCards(feed);
    await first.requests(2);
    let updateCount = 0;
    const observer = new MutationObserver(() => updateCount++);
    observer.observe(feed.shadowRoot!, { subtree: true, childList: true, attributes: true, characterData: true });
    const requestUpdate = feed.requestUpdate.bind(feed);
    feed.requestUpdate = (...change: Parameters<typeof requestUpdate>) => {
      updateCount++;
      requestUpdate(...change);
    };
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    observer.disconnect();
    expect(updateCount).to.equal(0);
    expect(await second.requests()).to.have.length(0);
    const answer = answered(feed);
    await first.release();
    await answer;
    await grownTo(feed, 5);
  });

  it('Page Down and Page Up move the focus from article to article', async () => {
    const feed = await scrollFeed(4);
    cardsOf(feed)[0]!.focus();
    expect(focusedAt(feed)).to.equal(0);
    await sendKeys({ press: 'PageDown' });
    expect(focusedAt(feed)).to.equal(1);
    await sendKeys({ press: 'PageDown' });
    expect(focusedAt(feed)).to.equal(2);
    await sendKeys({ press: 'PageUp' });
    expect(focusedAt(feed)).to.equal(1);
    await sendKeys({ press: 'PageUp' });
    await sendKeys({ press: 'PageUp' });
    expect(focusedAt(feed)).to.equal(0);
  });

  it('the keys work from inside an article', async () => {
    const feed = await scrollFeed(3);
    cardsOf(feed)[1]!.shadowRoot!.querySelector<HTMLElement>('.title a')!.focus();
    await sendKeys({ press: 'PageDown' });
    expect(focusedAt(feed)).to.equal(2);
  });

  it('Control+End and Control+Home leave the feed', async () => {
    const feed = await scrollFeed(3);
    cardsOf(feed)[1]!.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'End' });
    await sendKeys({ up: 'Control' });
    const list = feed.shadowRoot!.querySelector('[role=feed]')!;
    const follows = () => list.compareDocumentPosition(feed.shadowRoot!.activeElement!);
    expect(follows() & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    cardsOf(feed)[1]!.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Home' });
    await sendKeys({ up: 'Control' });
    expect(follows() & Node.DOCUMENT_POSITION_PRECEDING).to.be.greaterThan(0);
  });

  it('leaves the keys alone in other modes', async () => {
    const feed = await settledFeed({}, inline(feedText(3)));
    await textsOfCards(feed);
    cardsOf(feed)[0]!.focus();
    await sendKeys({ press: 'PageDown' });
    expect(focusedAt(feed)).to.equal(0);
  });
});
