/** What a panel shows while and after sources fail, change and answer late. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { parseFeed } from '../../src/feed/index.js';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import { feedDocument, feedText } from '../fixtures/feeds.js';
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
  titlesOf,
} from '../support/feed-element.js';

const ownFeed = parseFeed(JSON.parse(feedText(1)), { fetchedAt: '2026-03-26T09:00:00Z' });

describe('<paper-feed> on a bad day', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  describe('several sources', () => {
    it('makes one list of them, papers in both drawn once', async () => {
      const one = await serve({ body: feedText(3) });
      const other = await serve({ body: feedText(3, { from: 3 }) });
      const feed = await settledFeed({ src: `${one.url} ${other.url}` });
      expect(new Set(await titlesOf(feed)).size).to.equal(5);
      expect(feed.feed!.format).to.equal('merged');
    });

    it('names the source that is missing, and shows the others', async () => {
      const one = await serve({ body: feedText(3) });
      const broken = await serve({ status: 404 });
      const feed = await settledFeed({ src: `${one.url} ${broken.otherOriginUrl}` });
      expect(cardsOf(feed)).to.have.length(3);
      expect(textOf(feed)).to.contain(`missing: ${new URL(broken.otherOriginUrl).host}`);
      expect(buttonNamed(feed, 'Try again')).to.not.equal(undefined);
    });
  });

  describe('an answer that is given up between reading and drawing', () => {
    /** Holds the tasks that have no time of their own; gives a way to wait for one, and one to let them go. */
    function holdTasks() {
      const { setTimeout } = window;
      const held: (() => void)[] = [];
      window.setTimeout = ((run: () => void, ms?: number, ...more: unknown[]) =>
        ms === undefined ? held.push(run) : setTimeout(run, ms, ...more)) as typeof setTimeout;
      return {
        first: async () => {
          while (!held.length) await new Promise((resolve) => setTimeout(resolve));
        },
        release() {
          window.setTimeout = setTimeout;
          for (const run of held) run();
        },
      };
    }

    for (const [how, giveUp] of [
      ['by a feed of the page’s own', (feed: PaperFeed) => (feed.feed = ownFeed)],
      ['by taking the panel out of the page', (feed: PaperFeed) => feed.remove()],
    ] as const) {
      it(`is never shown: ${how}`, async () => {
        const source = await serve({ body: feedText(3) });
        const tasks = holdTasks();
        const feed = await makeFeed({ src: source.url });
        let loadCount = 0;
        feed.addEventListener('paper-feed-load', () => loadCount++);
        await tasks.first();
        giveUp(feed);
        await feed.updateComplete;
        tasks.release();
        await new Promise((resolve) => setTimeout(resolve));
        await feed.updateComplete;
        expect(loadCount).to.equal(0);
        expect(cardsOf(feed).length).to.equal(feed.feed === ownFeed ? 1 : 0);
      });
    }
  });

  describe('the last good answer', () => {
    it('is shown at once, and new papers are offered instead of moving the list', async () => {
      const source = await serve({ body: feedText(3, { from: 3 }) }, { body: feedText(5), hold: 'headers' });
      await settledFeed({ src: source.url });
      const feed = await makeFeed({ src: source.url });
      await feed.updateComplete;
      expect(cardsOf(feed)).to.have.length(3);
      const answer = answered(feed);
      await source.requests(2);
      await source.release();
      await answer;
      expect(cardsOf(feed)).to.have.length(3);
      expect(textOf(feed)).to.contain('2 new papers');
      buttonNamed(feed, 'Show')!.click();
      await feed.updateComplete;
      expect((await titlesOf(feed))[0]).to.equal('Paper 1: On looms');
      expect(cardsOf(feed)).to.have.length(5);
      expect(textOf(feed)).to.not.contain('new papers');
    });

    it('stays on screen, marked with its age, when the present one cannot be had', async () => {
      const warnings = collectWarnings();
      const source = await serve({ body: feedText(3) }, { status: 404 });
      await settledFeed({ src: source.url });
      const { feed, event } = await askedFeed({ src: source.url });
      expect(event.type).to.equal('paper-feed-error');
      warnings();
      expect(feed.status).to.equal('ready');
      expect(feed.stale).to.equal(true);
      expect(cardsOf(feed)).to.have.length(3);
      expect(textOf(feed)).to.contain('From 1 minute ago: the latest papers could not be loaded.');
    });

    it('offers only what the owner lets through', async () => {
      const source = await serve({ body: feedText(3, { from: 4 }) }, { body: feedText(6) });
      await settledFeed({ src: source.url });
      const { feed } = await askedFeed({ src: source.url, exclude: 'looms; numbers; cards' });
      expect(textOf(feed)).to.not.contain('new paper');
    });

    it('keeps its heading until the reader takes the newer papers, and its button gives the focus to the first', async () => {
      const source = await serve(
        { body: feedText(3, { from: 3, title: 'Yesterday' }) },
        { body: feedText(5, { title: 'Today' }) },
        { body: feedText(5), hold: 'headers' },
      );
      await settledFeed({ src: source.url });
      const { feed } = await askedFeed({ src: source.url });
      const heading = () => feed.shadowRoot!.querySelector('.heading')!.textContent.trim();
      expect(heading()).to.equal('Yesterday');
      // Another answer is due: the reader does not wait for it.
      feed.reload();
      await source.requests(3);
      const button = buttonNamed(feed, 'Show')!;
      button.focus();
      button.click();
      await oneEvent(feed, 'focusin');
      expect(heading()).to.equal('Today');
      expect(feed.shadowRoot!.activeElement === cardsOf(feed)[0]).to.equal(true);
      await source.release();
    });

    for (const [how, attributes, before, after] of [
      ['sorted by a number', { sort: 'upvotes' }, ['1', '2', '3'], ['3', '4', '1', '2']],
      ['chosen by a number', { 'min-upvotes': '6' }, ['1', '2'], ['4', '1', '3']],
    ] as const) {
      it(`moves no paper under the reader where papers are ${how}`, async () => {
        const voted = (...votes: number[]) => {
          const items = feedDocument(votes.length, {
            edit: (item, number) => ({ ...item, _paper: { upvote_count: votes[number - 1] } }),
          }) as { items: unknown[] };
          return items;
        };
        const older = voted(9, 7, 5);
        const newer = voted(9, how === 'sorted by a number' ? 7 : 1, 50, 20);
        newer.items.unshift(...newer.items.splice(3));
        const source = await serve({ body: JSON.stringify(older) }, { body: JSON.stringify(newer) });
        await settledFeed({ src: source.url });
        const { feed } = await askedFeed({ src: source.url, ...attributes });
        const numbers = async () => (await titlesOf(feed)).map((title) => /\d+/.exec(title)?.[0]);
        expect(await numbers()).to.deep.equal(before);
        buttonNamed(feed, 'Show')!.click();
        await feed.updateComplete;
        expect(await numbers()).to.deep.equal(after);
      });
    }

    it('gets its new numbers where nothing is offered, since the owner lets no new paper through', async () => {
      const voted = (...votes: number[]) =>
        feedText(votes.length, {
          edit: (item, number) => ({ ...item, _paper: { upvote_count: votes[number - 1] } }),
        });
      const source = await serve({ body: voted(5, 5) }, { body: voted(50, 50, 0) });
      await settledFeed({ src: source.url });
      const { feed } = await askedFeed({ src: source.url, 'min-upvotes': '6' });
      expect(cardsOf(feed)).to.have.length(2);
      expect(textOf(feed)).to.not.contain('new paper');
    });

    it('is of another day by now: the papers of the new day are offered', async () => {
      const dated = (day: string, { from, count }: { from: number; count: number }) =>
        feedText(count, { from, edit: (item) => ({ ...item, date_published: `${day}T08:00:00Z` }) });
      const [wednesday, thursday] = [
        dated('2026-03-25', { from: 4, count: 3 }),
        dated('2026-03-26', { from: 1, count: 2 }),
      ];
      const source = await serve({ body: wednesday }, { body: thursday });
      await settledFeed({ src: source.url, period: 'day' });
      const { feed } = await askedFeed({ src: source.url, period: 'day' });
      expect(cardsOf(feed)).to.have.length(3);
      expect(textOf(feed)).to.contain('2 new papers');
      buttonNamed(feed, 'Show')!.click();
      await feed.updateComplete;
      expect(await titlesOf(feed)).to.have.length(2);
    });

    it('leaves the focus alone when the reader has gone elsewhere meanwhile', async () => {
      const warnings = collectWarnings();
      const source = await serve({ status: 404 }, { body: feedText(1), hold: 'headers' });
      const feed = await settledFeed({ src: source.url });
      warnings();
      const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
      buttonNamed(feed, 'Try again')!.focus();
      const answer = answered(feed);
      buttonNamed(feed, 'Try again')!.click();
      elsewhere.focus();
      await source.requests(2);
      await source.release();
      await answer;
      await new Promise(requestAnimationFrame);
      expect(elsewhere.matches(':focus')).to.equal(true);
    });

    it('updates numbers in place, without drawing unchanged cards again', async () => {
      const changed = feedText(3, {
        edit: (item, number) => (number === 2 ? { ...item, _paper: { upvote_count: 4321 } } : item),
      });
      const source = await serve({ body: feedText(3) }, { body: changed });
      // Without abstracts: whether one is cut is found out after it is drawn, which would count as drawing.
      const feed = await settledFeed({ src: source.url, show: 'upvotes date authors' });
      await titlesOf(feed);
      const [first, second] = cardsOf(feed);
      const drawn: Element[] = [];
      const observer = new MutationObserver((records) => drawn.push(...records.map(({ target }) => target as Element)));
      observer.observe(first!.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
      feed.reload();
      await answered(feed);
      await titlesOf(feed);
      expect(second!.shadowRoot!.querySelector('.upvotes')!.textContent).to.contain('4.32k');
      expect(drawn).to.have.length(0);
      observer.disconnect();
    });

    it('is stored on the device only when the owner says so', async () => {
      const source = await serve({ body: feedText(2) });
      await settledFeed({ src: source.url });
      expect(sessionStorage.length).to.equal(0);
      await settledFeed({ src: `${source.url}?stored`, cache: 'session' });
      expect(sessionStorage.length).to.equal(1);
    });
  });

  describe('failures', () => {
    const table = [
      ['a missing file', { status: 404 }, 'http'],
      ['no JSON', { body: '<!doctype html>' }, 'parse'],
      ['another document', { body: '{"a": 1}' }, 'format'],
    ] as const;
    for (const [title, answer, code] of table) {
      it(`${title}: one short sentence for the reader, code and advice for the developer`, async () => {
        const warnings = collectWarnings();
        const { url } = await serve(answer);
        const { feed, event } = await askedFeed({ src: url });
        expect((event as unknown as { code: string }).code).to.equal(code);
        expect(warnings().join()).to.contain(url);
        expect(textOf(feed)).to.contain('The papers could not be loaded.').and.not.contain(url);
        expect(buttonNamed(feed, 'Try again')).to.not.equal(undefined);
      });
    }

    it('tries a server that does not answer again, and shows papers once it does', async () => {
      const source = await serve({ status: 503 }, { body: feedText(2) });
      const feed = await settledFeed({ src: source.url });
      expect(feed.status).to.equal('ready');
      expect(await source.requests()).to.have.length(2);
    });

    it('an address that must not be asked fails at once', async () => {
      const warnings = collectWarnings();
      const feed = await settledFeed({ src: 'javascript:alert(1)' });
      expect(feed.status).to.equal('error');
      expect(warnings()).to.have.length(1);
    });
  });

  it('asks once for a thousand elements with one address', async function () {
    this.timeout(30_000); // a thousand panels are more than a page ever has
    const source = await serve({ body: feedText(1), hold: 'headers' });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const feeds = Array.from({ length: 1000 }, () => {
      const feed = document.createElement('paper-feed');
      feed.src = source.url;
      feed.loading = 'eager';
      feed.pageSize = 1;
      return feed;
    });
    box.append(...feeds);
    const last = oneEvent(feeds.at(-1)!, 'paper-feed-load');
    await source.requests(1);
    await source.release();
    await last;
    expect(feeds.every((feed) => feed.status === 'ready')).to.equal(true);
    expect(await source.requests()).to.have.length(1);
  });
});
