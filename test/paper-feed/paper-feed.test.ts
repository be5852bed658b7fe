import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import type { PaperFeedErrorEvent, PaperFeedLoadEvent, PaperSelectEvent } from '../../src/shared/events.js';
import { feedText } from '../fixtures/feeds.js';
import { itWithMedia } from '../support/engines.js';
import { serve } from '../support/faults.js';
import {
  answered,
  askedFeed,
  buttonNamed,
  cardsOf,
  collectWarnings,
  makeFeed,
  settledFeed,
  textOf,
  textsOfCards,
  titlesOf,
} from '../support/feed-element.js';

const inline = (json: string) => `<script type="application/json">${json}</script>`;

describe('<paper-feed>', () => {
  describe('attributes and properties', () => {
    it('shows ten papers at first, all after "Show more"', async () => {
      const { url } = await serve({ body: feedText(25) });
      const feed = await settledFeed({ src: url });
      expect(cardsOf(feed)).to.have.length(10);
      expect(textOf(feed)).to.contain('10 of 25 papers shown');
      buttonNamed(feed, 'Show more')!.click();
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(20);
      buttonNamed(feed, 'Show more')!.click();
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(25);
      expect(buttonNamed(feed, 'Show more')).to.equal(undefined);
      expect(feed.papers).to.have.length(25);
    });

    it('page-size, limit and pagination decide how many', async () => {
      const feed = await settledFeed({ 'page-size': '4', limit: '6' }, inline(feedText(25)));
      expect(cardsOf(feed)).to.have.length(4);
      feed.showMore();
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(6);
      feed.setAttribute('limit', '9');
      feed.setAttribute('pagination', 'none');
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(9);
      feed.setAttribute('pagination', 'more');
      feed.setAttribute('page-size', '2');
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('heads the panel with the feed’s own title and description, unless the page says others', async () => {
      const text = feedText(1, { title: 'From the feed', description: 'and its line' });
      const feed = await settledFeed({}, inline(text));
      expect(feed.shadowRoot!.querySelector('h2')!.textContent).to.equal('From the feed');
      expect(textOf(feed)).to.contain('and its line');
      feed.setAttribute('heading', 'From the page');
      feed.setAttribute('byline', '');
      await feed.updateComplete;
      expect(feed.shadowRoot!.querySelector('h2')!.textContent).to.equal('From the page');
      expect(textOf(feed)).to.not.contain('and its line');
      feed.setAttribute('heading', '');
      await feed.updateComplete;
      expect(feed.shadowRoot!.querySelector('h2')).to.equal(null);
      expect(feed.shadowRoot!.querySelector('section')!.getAttribute('aria-label')).to.equal('Papers');
    });

    it('reads an inline feed without any request', async () => {
      const source = await serve({ body: feedText(3) });
      const feed = await settledFeed({ src: source.url }, inline(feedText(2)));
      expect(cardsOf(feed)).to.have.length(2);
      expect(await source.requests()).to.have.length(0);
    });

    it('asks the address when an inline feed is to be reloaded', async () => {
      const { url } = await serve({ body: feedText(3) });
      const feed = await settledFeed({ src: url }, inline(feedText(2)));
      feed.reload();
      await answered(feed);
      expect(cardsOf(feed)).to.have.length(3);
    });

    it('takes an inline feed that comes later', async () => {
      const feed = await makeFeed({ src: '' }, '<p>Wait</p>');
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = feedText(2);
      feed.append(script);
      await answered(feed);
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('shows a feed that the page sets', async () => {
      const { feed: model } = await settledFeed({}, inline(feedText(2)));
      const source = await serve({ body: feedText(3) });
      const feed = document.createElement('paper-feed');
      feed.src = source.url;
      feed.feed = model;
      await fixture(html`<div>${feed}</div>`);
      expect(cardsOf(feed)).to.have.length(2);
      expect(await source.requests()).to.have.length(0);
    });

    it('asks nobody for a feed that the page sets, and fires no event for it', async () => {
      const { feed: model } = await settledFeed({}, inline(feedText(2)));
      const original = globalThis.fetch;
      const asked: unknown[] = [];
      globalThis.fetch = (input) => {
        asked.push(input);
        return Promise.reject(new TypeError('no network here'));
      };
      const feed = document.createElement('paper-feed');
      feed.controls = ['period'];
      feed.loading = 'eager';
      let eventCount = 0;
      feed.addEventListener('paper-feed-load', () => eventCount++);
      feed.feed = model;
      await fixture(html`<div>${feed}</div>`);
      feed.reload();
      await feed.updateComplete;
      globalThis.fetch = original;
      expect(asked).to.deep.equal([]);
      expect(eventCount).to.equal(0);
      expect(textOf(feed)).to.not.contain('Trending');
    });

    it('takes a feed that was set before the element was defined', async () => {
      const { feed: model } = await settledFeed({}, inline(feedText(2)));
      const early = document.createElement('paper-feed');
      Object.defineProperty(early, 'feed', { value: model, configurable: true, writable: true, enumerable: true });
      await fixture(html`<div>${early}</div>`);
      expect(cardsOf(early)).to.have.length(2);
      expect(early.status).to.equal('ready');
    });

    it('shows nothing of an old address when a new one is reloaded at once', async () => {
      const old = await serve({ body: feedText(2) });
      const gone = await serve({ status: 404 });
      const warnings = collectWarnings();
      const feed = await settledFeed({ src: old.url });
      const failure = oneEvent(feed, 'paper-feed-error');
      feed.src = gone.url;
      feed.reload();
      await failure;
      await feed.updateComplete;
      warnings();
      expect([feed.status, feed.stale, cardsOf(feed).length]).to.deep.equal(['error', false, 0]);
    });

    it('lets a listener replace the feed that has come', async () => {
      const { url } = await serve({ body: feedText(5) });
      const feed = document.createElement('paper-feed');
      feed.src = url;
      feed.loading = 'eager';
      feed.addEventListener('paper-feed-load', (event) => {
        feed.feed = { ...event.feed, papers: event.feed.papers.slice(0, 2) };
      });
      const answer = answered(feed);
      await fixture(html`<div>${feed}</div>`);
      await answer;
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('loads at once when `loading` becomes eager', async () => {
      const { url } = await serve({ body: feedText(1) });
      const box = await fixture<HTMLElement>(
        html`<div style="height: 100px; overflow: auto"><div style="height: 9000px"></div></div>`,
      );
      const feed = document.createElement('paper-feed');
      feed.src = url;
      box.append(feed);
      await feed.updateComplete;
      const answer = answered(feed);
      feed.loading = 'eager';
      await answer;
      expect(feed.status).to.equal('ready');
    });

    it('takes a theme whatever its case and the space around it, and warns of a date that is none', async () => {
      const warnings = collectWarnings();
      const feed = await settledFeed({ theme: ' Dark', date: 'next friday' }, inline(feedText(1)));
      expect(getComputedStyle(feed.shadowRoot!.querySelector('section')!).backgroundColor).to.equal('rgb(20, 23, 28)');
      expect(warnings().join()).to.contain('date="next friday"').and.contain('2026-03-26');
    });

    itWithMedia('is dark on no paper', async () => {
      const feed = await settledFeed({ theme: 'dark' }, inline(feedText(1)));
      const look = () => {
        const { color, backgroundColor } = getComputedStyle(feed.shadowRoot!.querySelector('section')!);
        return [color, backgroundColor];
      };
      expect(look()).to.deep.equal(['rgb(231, 233, 236)', 'rgb(20, 23, 28)']);
      await emulateMedia({ media: 'print' });
      expect(look()).to.deep.equal([getComputedStyle(document.body).color, 'rgba(0, 0, 0, 0)']);
    });

    it('passes the look on to its cards', async () => {
      const feed = await settledFeed(
        { layout: 'compact', highlight: 'A. Lovelace', show: 'authors' },
        inline(feedText(3)),
      );
      const [card] = cardsOf(feed);
      expect(card!.shadowRoot!.querySelector('article.compact')).to.not.equal(null);
      expect(card!.shadowRoot!.querySelector('strong')!.textContent).to.equal('Ada Lovelace');
      expect(card!.shadowRoot!.querySelector('.abstract')).to.equal(null);
      feed.setAttribute('layout', 'grid');
      await textsOfCards(feed);
      expect(card!.shadowRoot!.querySelector('article.grid')).to.not.equal(null);
    });

    it('falls back to the default and warns when a value is not understood', async () => {
      const warnings = collectWarnings();
      const feed = await settledFeed({ 'page-size': 'a few', layout: 'spiral' }, inline(feedText(12)));
      expect(cardsOf(feed)).to.have.length(10);
      expect(feed.shadowRoot!.querySelector('.list.list')).to.not.equal(null);
      expect(warnings().join('\n')).to.contain('page-size="a few"').and.contain('layout="spiral"');
    });

    it('sorts, searches and filters as the page says', async () => {
      const feed = await settledFeed({ sort: 'upvotes', 'page-size': '3' }, inline(feedText(12)));
      expect(feed.papers.map(({ upvoteCount }) => upvoteCount)).to.deep.equal([49, 42, 35]);
      feed.setAttribute('sort', 'title');
      feed.setAttribute('search', 'bees');
      await feed.updateComplete;
      expect(await titlesOf(feed)).to.deep.equal(['Paper 9: On bees']);
      feed.removeAttribute('search');
      feed.setAttribute('min-upvotes', '40');
      await feed.updateComplete;
      expect(feed.papers.map(({ upvoteCount }) => upvoteCount)).to.deep.equal([42, 49]);
      feed.setAttribute('exclude', 'cards; maps');
      feed.setAttribute('min-upvotes', '0');
      feed.setAttribute('with-code', '');
      await feed.updateComplete;
      expect(feed.papers).to.have.length(0);
      feed.setAttribute('with-code', 'false');
      feed.setAttribute('include', 'looms; cards');
      await feed.updateComplete;
      expect((await titlesOf(feed)).every((title) => title.includes('looms'))).to.equal(true);
    });
  });

  describe('rendering', () => {
    it('keeps what stands inside until papers arrive, and hides it then', async () => {
      const source = await serve({ body: feedText(1), hold: 'headers' });
      const feed = await makeFeed({ src: source.url }, '<p>Wait for it</p>');
      const paragraph = feed.querySelector('p')!;
      expect(paragraph.offsetHeight).to.be.greaterThan(0);
      expect(feed.shadowRoot!.querySelector('.skeleton')).to.equal(null);
      const answer = answered(feed);
      await source.requests(1);
      await source.release();
      await answer;
      expect(paragraph.offsetHeight).to.equal(0);
      expect(cardsOf(feed)).to.have.length(1);
    });

    it('reads a feed in a paragraph, as WordPress writes what stands alone', async () => {
      const feed = await settledFeed({}, `<p>${inline(feedText(2))}</p>`);
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('draws placeholders where the page offers nothing', async () => {
      const source = await serve({ body: feedText(1), hold: 'headers' });
      const feed = await makeFeed({ src: source.url, 'page-size': '4' });
      expect(feed.status).to.equal('loading');
      const skeletons = [...feed.shadowRoot!.querySelectorAll('.skeleton')];
      expect(skeletons).to.have.length(4);
      expect(skeletons.every((each) => each.getAttribute('aria-hidden') === 'true')).to.equal(true);
      expect(feed.shadowRoot!.querySelector('[part=list]')!.getAttribute('aria-busy')).to.equal('true');
      const answer = answered(feed);
      await source.requests(1);
      await source.release();
      await answer;
      expect(feed.shadowRoot!.querySelector('.skeleton')).to.equal(null);
      expect(feed.shadowRoot!.querySelector('[part=list]')!.getAttribute('aria-busy')).to.equal('false');
    });

    it('says that there are no papers, which is no error', async () => {
      const feed = await settledFeed({}, inline(feedText(0)));
      expect(feed.status).to.equal('empty');
      expect(textOf(feed)).to.contain('No papers to show.');
      expect(buttonNamed(feed, 'Try again')).to.equal(undefined);
    });

    it('says so while it tries again', async () => {
      const source = await serve({ status: 404 }, { body: feedText(1), hold: 'headers' });
      const warnings = collectWarnings();
      const feed = await settledFeed({ src: source.url });
      warnings();
      const button = buttonNamed(feed, 'Try again')!;
      button.focus();
      const answer = answered(feed);
      button.click();
      await feed.updateComplete;
      expect(textOf(feed)).to.contain('Loading papers').and.not.contain('could not be loaded');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.matches(':focus')).to.equal(true);
      await source.requests(2);
      await source.release();
      await answer;
      while (!cardsOf(feed)[0]!.matches(':focus')) await new Promise(requestAnimationFrame);
      expect(feed.status).to.equal('ready');
    });

    it('says that loading failed, keeps what stands inside, and tries again', async () => {
      const { url } = await serve({ status: 404 }, { body: feedText(2) });
      const warnings = collectWarnings();
      const feed = await settledFeed({ src: url }, '<p>Plain list</p>');
      expect(warnings().join()).to.contain('404');
      expect(feed.status).to.equal('error');
      expect(textOf(feed)).to.contain('The papers could not be loaded.');
      expect(feed.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
      buttonNamed(feed, 'Try again')!.click();
      await answered(feed);
      expect(feed.status).to.equal('ready');
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('draws its slots', async () => {
      const feed = await settledFeed(
        {},
        `${inline(feedText(0))}<b slot="header">Head</b><b slot="subscribe">Form</b><b slot="empty">None</b><b slot="footer">Foot</b>`,
      );
      for (const slot of ['header', 'subscribe', 'empty', 'footer']) {
        expect(feed.querySelector<HTMLElement>(`[slot=${slot}]`)!.offsetHeight, slot).to.be.greaterThan(0);
      }
      expect(textOf(feed)).to.not.contain('head');
      const broken = await settledFeed({}, `${inline('{')}<b slot="error">Broken</b>`);
      expect(broken.querySelector<HTMLElement>('[slot=error]')!.offsetHeight).to.be.greaterThan(0);
      const ownWords = broken.shadowRoot!.querySelector<HTMLElement>('slot[name=error] p')!;
      expect(ownWords.offsetHeight).to.equal(0);
    });

    it('skips a bad paper, not the feed', async () => {
      const text = feedText(3, { edit: (item, number) => (number === 2 ? { ...item, title: null } : item) });
      const feed = await settledFeed({}, inline(text));
      expect(cardsOf(feed)).to.have.length(2);
      expect(feed.feed!.skippedCount).to.equal(1);
    });

    it('keeps the reader’s card when papers are sorted anew', async () => {
      const feed = await settledFeed({}, inline(feedText(5)));
      const [first] = cardsOf(feed);
      feed.setAttribute('sort', 'title');
      feed.setAttribute('sort', 'upvotes');
      await feed.updateComplete;
      expect(cardsOf(feed).includes(first!)).to.equal(true);
    });

    it('tells style sheets its state', async () => {
      const feed = await settledFeed({}, inline(feedText(1)));
      expect(feed.matches(':state(ready)')).to.equal(true);
      expect(feed.matches(':state(loading)')).to.equal(false);
      const empty = await settledFeed({}, inline(feedText(0)));
      expect(empty.matches(':state(empty)')).to.equal(true);
    });

    it('lets the page style parts of its cards', async () => {
      const style = document.createElement('style');
      style.textContent =
        'paper-feed::part(title) { letter-spacing: 7px } paper-feed::part(highlight) { color: rgb(1, 2, 3) }';
      document.head.append(style);
      const feed = await settledFeed({ highlight: 'Ada Lovelace' }, inline(feedText(1)));
      await textsOfCards(feed);
      const root = cardsOf(feed)[0]!.shadowRoot!;
      expect(getComputedStyle(root.querySelector('.title')!).letterSpacing).to.equal('7px');
      expect(getComputedStyle(root.querySelector('strong')!).color).to.equal('rgb(1, 2, 3)');
      style.remove();
    });
  });

  describe('events', () => {
    it('tells of papers after they are drawn', async () => {
      const { url } = await serve({ body: feedText(3) });
      const { feed, event } = (await askedFeed({ src: url })) as { feed: PaperFeed; event: PaperFeedLoadEvent };
      expect(cardsOf(feed)).to.have.length(3);
      expect(feed.status).to.equal('ready');
      expect(event.feed).to.equal(feed.feed);
      expect(event.bubbles && event.composed).to.equal(true);
    });

    it('tells of a failure with code, status and what to do', async () => {
      const { url } = await serve({ status: 404 });
      const warnings = collectWarnings();
      const { feed, event } = (await askedFeed({ src: url })) as { feed: PaperFeed; event: PaperFeedErrorEvent };
      warnings();
      expect(event.code).to.equal('http');
      expect(event.status).to.equal(404);
      expect(event.error.message).to.contain(url);
      expect(feed.status).to.equal('error');
    });

    it('tells which paper was selected', async () => {
      const feed = await settledFeed({}, inline(feedText(1)));
      await textsOfCards(feed);
      feed.addEventListener('paper-select', (event) => event.preventDefault());
      const selected = oneEvent(feed, 'paper-select');
      cardsOf(feed)[0]!.shadowRoot!.querySelector<HTMLElement>('.title a')!.click();
      expect(((await selected) as unknown as PaperSelectEvent).paper.id).to.equal('paper-1');
    });
  });

  describe('accessibility', () => {
    it('is a section named by its heading, one level deeper than the heading before it', async () => {
      const box = await fixture<HTMLElement>(html`<div><h3>Before</h3></div>`);
      const feed = document.createElement('paper-feed');
      feed.append(document.createRange().createContextualFragment(inline(feedText(1))));
      const answer = answered(feed);
      box.append(feed);
      await answer;
      await textsOfCards(feed);
      const section = feed.shadowRoot!.querySelector('section')!;
      expect(feed.shadowRoot!.getElementById(section.getAttribute('aria-labelledby')!)!.localName).to.equal('h4');
      expect(cardsOf(feed)[0]!.shadowRoot!.querySelector('h5')).to.not.equal(null);
      feed.setAttribute('heading-level', '2');
      await textsOfCards(feed);
      expect(feed.shadowRoot!.querySelector('h2')).to.not.equal(null);
    });

    it('moves the focus to the first new paper after "Show more", and says how many there are', async () => {
      const feed = await settledFeed({ 'page-size': '2' }, inline(feedText(3)));
      buttonNamed(feed, 'Show more')!.click();
      await oneEvent(feed, 'paper-feed-view');
      expect(cardsOf(feed).findIndex((card) => card.matches(':focus'))).to.equal(2);
      while (!textOf(feed).includes('3 of 3 papers shown')) await new Promise(requestAnimationFrame);
      expect(feed.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('3 of 3 papers shown');
    });

    it('says aloud what its notices say', async () => {
      const feed = await settledFeed({}, inline(feedText(0)));
      const status = feed.shadowRoot!.querySelector('[role=status]')!;
      while (!status.textContent) await new Promise(requestAnimationFrame);
      expect(status.textContent).to.equal('No papers to show.');
    });

    it('has no axe violations: ready, loading, empty, error', async () => {
      const held = await serve({ body: feedText(1), hold: 'headers' });
      const warnings = collectWarnings();
      const controls = 'search sort period layout';
      await expect(await settledFeed({ controls, 'page-size': '2' }, inline(feedText(4)))).to.be.accessible();
      await expect(await makeFeed({ src: held.url })).to.be.accessible();
      await expect(await settledFeed({}, inline(feedText(0)))).to.be.accessible();
      await expect(await settledFeed({}, inline('no'))).to.be.accessible();
      warnings();
      await held.release();
    });
  });

  describe('lifecycle', () => {
    it('asks nothing before it comes near the view, unless told to', async () => {
      const source = await serve({ body: feedText(1) });
      const box = await fixture<HTMLElement>(
        html`<div style="height: 100px; overflow: auto"><div style="height: 9000px"></div></div>`,
      );
      const feed = document.createElement('paper-feed');
      feed.src = source.url;
      box.append(feed);
      await feed.updateComplete;
      // Two frames: an observer would have reported by then.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      expect(feed.status).to.equal('idle');
      expect(await source.requests()).to.have.length(0);
      const answer = answered(feed);
      feed.scrollIntoView();
      await answer;
      expect(feed.status).to.equal('ready');
    });

    for (const [where, inside] of [
      ['an element', (box: HTMLElement) => box.firstElementChild!],
      ['a shadow root', (box: HTMLElement) => box.firstElementChild!.attachShadow({ mode: 'open' })],
    ] as const) {
      it(`is loaded where the page takes away its box, and what is around it is in view: in ${where}`, async () => {
        const source = await serve({ body: feedText(1) });
        const box = await fixture<HTMLElement>(html`<div><div style="display: contents"></div></div>`);
        const feed = document.createElement('paper-feed');
        feed.src = source.url;
        feed.style.display = 'contents';
        const answer = answered(feed);
        inside(box).append(feed);
        await answer;
        expect(feed.status).to.equal('ready');
      });
    }

    it('is not loaded again by a move, not even while loading', async () => {
      const source = await serve({ body: feedText(2), hold: 'headers' });
      const feed = await makeFeed({ src: source.url });
      const other = await fixture<HTMLElement>(html`<div></div>`);
      await source.requests(1);
      const answer = answered(feed);
      other.append(feed);
      await source.release();
      await answer;
      const before = cardsOf(feed);
      other.remove();
      document.body.append(other);
      await feed.updateComplete;
      expect(await source.requests()).to.have.length(1);
      expect(cardsOf(feed).every((card, index) => card === before[index])).to.equal(true);
      other.remove();
    });

    /** A panel that was taken off the page while it waited for an answer, and the box in which it stood. */
    async function givenUp() {
      const source = await serve({ body: feedText(1), hold: 'headers' }, { body: feedText(2) });
      const feed = await makeFeed({ src: source.url });
      const box = feed.parentElement!;
      await source.requests(1);
      feed.remove();
      await source.hangUps(1);
      return { feed, box };
    }

    it('gives up a request when removed, and asks again when it comes back', async () => {
      const { feed, box } = await givenUp();
      const answer = answered(feed);
      box.append(feed);
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('goes on with what it was waiting for when it comes back', async () => {
      const source = await serve({ body: feedText(2) }, { body: feedText(2), hold: 'headers' }, { body: feedText(3) });
      await settledFeed({ src: source.url });
      const feed = await makeFeed({ src: source.url });
      expect(cardsOf(feed)).to.have.length(2);
      const box = feed.parentElement!;
      await source.requests(2);
      feed.remove();
      await source.hangUps(1);
      const answer = answered(feed);
      box.append(feed);
      await answer;
      expect(textOf(feed)).to.contain('1 new paper');
    });

    it('asks nobody while it is out of the page, and makes up for it when it comes back', async () => {
      const source = await serve({ body: feedText(1) }, { body: feedText(2) });
      const feed = await settledFeed({ src: source.url });
      const box = feed.parentElement!;
      feed.remove();
      await feed.updateComplete;
      feed.reload();
      await feed.updateComplete;
      expect(feed.shadowRoot!.querySelectorAll('[aria-busy=true]')).to.have.length(0);
      expect(await source.requests()).to.have.length(1);
      const answer = answered(feed);
      box.append(feed);
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
    });

    /** Far below what the reader sees, where a panel waits. */
    const farAway = () => fixture<HTMLElement>(html`<div style="padding-top: 9000px"></div>`);

    it('is told to load before it was ever in the page, far from view', async () => {
      const { url } = await serve({ body: feedText(2) });
      const feed = document.createElement('paper-feed');
      feed.src = url;
      feed.reload();
      const answer = answered(feed);
      (await farAway()).append(feed);
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('is told to load while it waits out of the page, and then about another list', async () => {
      const [source, other] = [await serve({ body: feedText(1) }), await serve({ body: feedText(2) })];
      const box = await farAway();
      const feed = document.createElement('paper-feed');
      feed.src = source.url;
      box.append(feed);
      await feed.updateComplete;
      feed.remove();
      feed.src = other.url;
      feed.reload();
      const answer = answered(feed);
      box.append(feed);
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
      expect(await source.requests()).to.have.length(0);
    });

    describe('told to load out of the page, from a source that has nothing', () => {
      const loadLater = async (feed: PaperFeed) => {
        feed.reload();
        const box = await fixture<HTMLElement>(html`<div></div>`);
        const warnings = collectWarnings();
        const failed = oneEvent(feed, 'paper-feed-error');
        box.append(feed);
        await failed;
        await feed.updateComplete;
        warnings();
        expect(feed.status).to.equal('ready');
        expect(feed.stale).to.equal(true);
      };
      const createFeed = (src: string) => Object.assign(document.createElement('paper-feed'), { src });

      it('shows the feed that stands in the page', async () => {
        const feed = createFeed((await serve({ status: 404 })).url);
        feed.append(document.createRange().createContextualFragment(inline(feedText(2))));
        await loadLater(feed);
        expect(cardsOf(feed)).to.have.length(2);
      });

      it('shows the feed that stands in the page also when told as soon as it is in it', async () => {
        const feed = createFeed((await serve({ status: 404 })).url);
        feed.append(document.createRange().createContextualFragment(inline(feedText(2))));
        const box = await fixture<HTMLElement>(html`<div></div>`);
        const warnings = collectWarnings();
        const failed = oneEvent(feed, 'paper-feed-error');
        box.append(feed);
        feed.reload();
        await failed;
        await feed.updateComplete;
        warnings();
        expect(cardsOf(feed)).to.have.length(2);
      });

      it('shows the last good answer', async () => {
        const { url } = await serve({ body: feedText(3) }, { status: 404 });
        await settledFeed({ src: url });
        const feed = createFeed(url);
        await loadLater(feed);
        expect(cardsOf(feed)).to.have.length(3);
      });

      it('shows the last good answer of another list', async () => {
        const { url } = await serve({ body: feedText(3) }, { status: 404 });
        await settledFeed({ src: url });
        const feed = await settledFeed({ src: (await serve({ body: feedText(1) })).url });
        feed.remove();
        feed.src = url;
        await loadLater(feed);
        expect(cardsOf(feed)).to.have.length(3);
      });
    });

    it('asks the address when the feed that stands in the page cannot be read, and the reader tries again', async () => {
      const source = await serve({ body: feedText(2) });
      const warnings = collectWarnings();
      const feed = await settledFeed({ src: source.url }, inline('no'));
      warnings();
      expect(feed.status).to.equal('error');
      const answer = answered(feed);
      buttonNamed(feed, 'Try again')!.click();
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
      expect(await source.requests()).to.have.length(1);
    });

    it('goes on with what it was told out of the page, not with what came after', async () => {
      const nextUrl = (await serve({ body: feedText(3, { from: 3 }) })).url;
      const source = await serve({ body: feedText(1, { nextUrl }) }, { body: feedText(2) });
      const feed = await settledFeed({ src: source.url });
      const box = feed.parentElement!;
      feed.remove();
      feed.reload();
      feed.showMore();
      const answer = answered(feed);
      box.append(feed);
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
    });

    for (const [what, json] of [
      ['papers', feedText(1)],
      ['an error', 'no'],
    ] as const) {
      it(`keeps a feed that the page has set, whatever was being read from the page: ${what}`, async () => {
        const given = await settledFeed({}, inline(feedText(2)));
        const feed = await settledFeed({}, inline(feedText(3)));
        feed.querySelector('script')!.textContent = json;
        feed.reload();
        feed.feed = given.feed;
        // One task later all that was read has come.
        await new Promise((resolve) => setTimeout(resolve));
        await feed.updateComplete;
        expect(cardsOf(feed)).to.have.length(2);
        expect(feed.stale).to.equal(false);
      });
    }

    it('keeps a feed that the page has set after it was told to load', async () => {
      const source = await serve({ body: feedText(1) }, { body: feedText(3) });
      const given = await settledFeed({}, inline(feedText(2)));
      const feed = await settledFeed({ src: source.url });
      const box = feed.parentElement!;
      feed.remove();
      feed.reload();
      feed.feed = given.feed;
      box.append(feed);
      await feed.updateComplete;
      expect(feed.shadowRoot!.querySelectorAll('[aria-busy=true]')).to.have.length(0);
      expect(cardsOf(feed)).to.have.length(2);
      expect(await source.requests()).to.have.length(1);
    });

    it('still knows what it was waiting for when it has come back for no time', async () => {
      const { feed, box } = await givenUp();
      box.append(feed);
      feed.remove();
      await feed.updateComplete;
      const answer = answered(feed);
      box.append(feed);
      await answer;
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('ignores the late answer to an old question', async () => {
      const slow = await serve({ body: feedText(1, { title: 'Old' }), hold: 'headers' });
      const quick = await serve({ body: feedText(2, { title: 'New' }) });
      const feed = await makeFeed({ src: slow.url });
      await slow.requests(1);
      const answer = answered(feed);
      feed.src = quick.url;
      await answer;
      await slow.release();
      await feed.updateComplete;
      expect(feed.feed!.title).to.equal('New');
      expect(cardsOf(feed)).to.have.length(2);
    });

    it('does not show the papers of one address under another', async () => {
      const held = await serve({ body: feedText(1), hold: 'headers' });
      const feed = await settledFeed({ src: (await serve({ body: feedText(2) })).url });
      feed.src = held.url;
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(0);
      expect(feed.status).to.equal('loading');
      const answer = answered(feed);
      await held.requests(1);
      await held.release();
      await answer;
      expect(cardsOf(feed)).to.have.length(1);
    });

    it('keeps the papers when a reload fails, and says how old they are', async () => {
      const { url } = await serve({ body: feedText(2) }, { status: 404 }, { body: feedText(3) });
      const warnings = collectWarnings();
      const feed = await settledFeed({ src: url });
      feed.reload();
      await answered(feed);
      warnings();
      expect(feed.status).to.equal('ready');
      expect(feed.stale).to.equal(true);
      expect(feed.matches(':state(stale)')).to.equal(true);
      expect(cardsOf(feed)).to.have.length(2);
      expect(textOf(feed)).to.contain('From 1 minute ago');
      buttonNamed(feed, 'Try again')!.click();
      await answered(feed);
      expect(feed.stale).to.equal(false);
      expect(cardsOf(feed)).to.have.length(3);
    });

    it('draws its cards under another name where <paper-card> belongs to somebody else', async () => {
      const frame = await fixture<HTMLIFrameElement>(html`<iframe src="/test/paper-feed/foreign-card.html"></iframe>`);
      const inner = frame.contentWindow!;
      const isReady = () => inner.document.querySelector('paper-feed')?.matches(':state(ready)');
      while (!isReady()) await new Promise(requestAnimationFrame);
      const root = inner.document.querySelector('paper-feed')!.shadowRoot!;
      expect(root.querySelectorAll('daily-papers-card')).to.have.length(2);
      expect(root.querySelector('daily-papers-card')!.shadowRoot!.querySelector('.title')!.textContent).to.contain(
        'Paper 1',
      );
    });
  });
});
