/** What readers do in a panel: search, sort, choose a period and a layout, ask for more. */
import { expect, oneEvent } from '@open-wc/testing';
import type { Paper } from '../../src/feed/model.js';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import type { PaperFeedViewEvent } from '../../src/shared/events.js';
import { feedText } from '../fixtures/feeds.js';
import { serve } from '../support/faults.js';
import {
  answered,
  buttonNamed,
  cardsOf,
  makeFeed,
  settledFeed,
  textOf,
  textsOfCards,
  titlesOf,
} from '../support/feed-element.js';

const inline = (json: string) => `<script type="application/json">${json}</script>`;
const all = { controls: 'search sort period layout' };

const viewEvent = async (feed: PaperFeed) => (await oneEvent(feed, 'paper-feed-view')) as unknown as PaperFeedViewEvent;

/** Types into the search box, as a reader does. */
async function search(feed: PaperFeed, words: string): Promise<PaperFeedViewEvent> {
  const box = feed.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
  box.value = words;
  const event = viewEvent(feed);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return event;
}

/** Chooses in the select that this label belongs to. */
async function choose(feed: PaperFeed, label: string, option: string): Promise<PaperFeedViewEvent> {
  const select = [...feed.shadowRoot!.querySelectorAll('label')]
    .find((each) => each.textContent.trim().startsWith(label))!
    .querySelector('select')!;
  select.value = [...select.options].find((each) => each.text === option)!.value;
  const event = viewEvent(feed);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return event;
}

describe('<paper-feed> for readers', () => {
  it('offers nothing unless the owner says so', async () => {
    const feed = await settledFeed({}, inline(feedText(3)));
    expect(feed.shadowRoot!.querySelector('input, select')).to.equal(null);
  });

  describe('search', () => {
    it('narrows the list while typing, marks the hits and counts them', async () => {
      const feed = await settledFeed(all, inline(feedText(30)));
      const event = await search(feed, 'bees ada');
      expect(event.query).to.equal('bees ada');
      expect(event.matchCount).to.equal(3);
      expect(await titlesOf(feed)).to.deep.equal(['Paper 9: On bees', 'Paper 19: On bees', 'Paper 29: On bees']);
      expect(textOf(feed)).to.contain('3 papers found');
      const root = cardsOf(feed)[0]!.shadowRoot!;
      const marks = [...root.querySelectorAll('mark')].map((mark) => mark.textContent.toLowerCase());
      expect(new Set(marks)).to.deep.equal(new Set(['bees', 'ada']));
    });

    it('marks no single letters, which are in every word', async () => {
      const feed = await settledFeed(all, inline(feedText(30)));
      await search(feed, 'b bees');
      await titlesOf(feed);
      const marks = [...cardsOf(feed)[0]!.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent);
      expect(new Set(marks)).to.deep.equal(new Set(['bees']));
    });

    it('ignores case and diacritics, and takes quoted words as they stand', async () => {
      const text = feedText(3, {
        edit: (item, number) => (number === 2 ? { ...item, title: 'Über Gärten und Bienen' } : item),
      });
      const feed = await settledFeed(all, inline(text));
      await search(feed, 'UBER garten');
      expect(feed.papers).to.have.length(1);
      await search(feed, '"garten uber"');
      expect(feed.papers).to.have.length(0);
      await search(feed, '"uber garten"');
      expect(feed.papers).to.have.length(1);
    });

    it('says when nothing matches, and leads back', async () => {
      const feed = await settledFeed(all, inline(feedText(3)));
      await search(feed, 'zeppelin');
      expect(textOf(feed)).to.contain('No paper matches “zeppelin”.');
      expect(feed.status).to.equal('ready');
      buttonNamed(feed, 'Clear search')!.click();
      await feed.updateComplete;
      expect(feed.papers).to.have.length(3);
      expect(feed.shadowRoot!.querySelector('input')!.value).to.equal('');
    });

    it('announces the number of hits once, when the reader pauses', async () => {
      const feed = await settledFeed(all, inline(feedText(30)));
      const status = feed.shadowRoot!.querySelector('[role=status]')!;
      const said: string[] = [];
      const observer = new MutationObserver(() => said.push(status.textContent));
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      for (const words of ['b', 'be', 'bee', 'bees']) await search(feed, words);
      while (!said.length) await new Promise(requestAnimationFrame);
      expect(said).to.deep.equal(['3 papers found']);
      observer.disconnect();
    });

    describe('while the papers cannot be searched yet, as those of a long feed', () => {
      /** Papers that take a moment to read. */
      const slow = (papers: readonly Paper[]) =>
        papers.map((paper) => ({
          ...paper,
          get abstract() {
            const start = performance.now();
            while (performance.now() - start < 3);
            return paper.abstract;
          },
        }));

      async function slowPanel(): Promise<PaperFeed> {
        const { feed: read } = await settledFeed({}, inline(feedText(30)));
        const feed = await makeFeed({ ...all, show: 'authors' });
        feed.feed = { ...read!, papers: slow(read!.papers) };
        await feed.updateComplete;
        return feed;
      }

      it('keeps the list and what is typed, and shows, counts and tells only what was typed last', async () => {
        const feed = await slowPanel();
        const list = feed.shadowRoot!.querySelector('[part=list]')!;
        const before = feed.papers;
        const told: string[] = [];
        feed.addEventListener('paper-feed-view', (event) => told.push(event.query));
        const late = search(feed, 'b');
        await feed.updateComplete;
        expect(feed.papers).to.equal(before);
        expect(list.getAttribute('aria-busy')).to.equal('true');
        void search(feed, 'bees');
        await feed.updateComplete;
        expect(feed.shadowRoot!.querySelector('input')!.value).to.equal('bees');
        expect(textOf(feed)).not.to.contain('found');
        expect(await late).to.include({ query: 'bees', matchCount: 3 });
        expect(await titlesOf(feed)).to.deep.equal(['Paper 9: On bees', 'Paper 19: On bees', 'Paper 29: On bees']);
        expect(textOf(feed)).to.contain('3 papers found');
        expect(list.getAttribute('aria-busy')).to.equal('false');
        expect(told).to.deep.equal(['bees']);
      });

      it('keeps all papers that are shown until then, and begins at the first page', async () => {
        const feed = await slowPanel();
        feed.showMore();
        await feed.updateComplete;
        const event = search(feed, 'on');
        await feed.updateComplete;
        expect(feed.papers).to.have.length(20);
        feed.showMore();
        expect((await event).shownCount).to.equal(10);
      });

      it('tells what is on screen when the order is changed meanwhile', async () => {
        const feed = await slowPanel();
        void search(feed, 'bees');
        expect(await choose(feed, 'Sort by', 'Title')).to.include({ query: '', sort: 'title', matchCount: 30 });
        expect(await viewEvent(feed)).to.include({ query: 'bees', sort: 'title', matchCount: 3 });
      });

      it('does not leave a reader alone whose card goes away', async () => {
        const feed = await slowPanel();
        const event = search(feed, 'bees');
        await feed.updateComplete;
        cardsOf(feed)[1]!.focus();
        await event;
        expect(cardsOf(feed)[0]!.shadowRoot!.activeElement?.textContent).to.equal('Paper 9: On bees');
      });

      it('searches the next feed when a paper of the last one could not be read', async () => {
        const feed = await slowPanel();
        const good = feed.feed!;
        let tell: () => void;
        const isRead = new Promise<void>((resolve) => (tell = resolve));
        const bad = slow(good.papers.map((paper) => ({ ...paper, upvoteCount: 1 })));
        Object.defineProperty(bad[20], 'keywords', { get: () => tell() });
        feed.feed = { ...good, papers: bad };
        await feed.updateComplete;
        feed.shadowRoot!.querySelector('input')!.dispatchEvent(new FocusEvent('focus'));
        await isRead;
        feed.feed = good;
        await feed.updateComplete;
        expect(await search(feed, 'bees')).to.include({ query: 'bees', matchCount: 3 });
      });

      it('goes on with the papers of a newer feed', async () => {
        const feed = await slowPanel();
        const event = search(feed, 'bees');
        await feed.updateComplete;
        const papers = feed.feed!.papers.map((paper) => ({ ...paper, upvoteCount: 1 }));
        feed.feed = { ...feed.feed!, papers: slow(papers) };
        await feed.updateComplete;
        expect(feed.shadowRoot!.querySelector('[part=list]')!.getAttribute('aria-busy')).to.equal('true');
        expect(await event).to.include({ query: 'bees', matchCount: 3 });
      });

      it('shows all papers at once when the search is cleared', async () => {
        const feed = await slowPanel();
        void search(feed, 'bees');
        expect((await search(feed, '')).matchCount).to.equal(30);
        expect(feed.papers).to.have.length(10);
      });
    });

    it('starts over when the page sets another search', async () => {
      const feed = await settledFeed(all, inline(feedText(30)));
      await search(feed, 'bees');
      feed.setAttribute('search', 'looms');
      await feed.updateComplete;
      expect(feed.shadowRoot!.querySelector('input')!.value).to.equal('looms');
      expect(feed.papers).to.have.length(3);
    });
  });

  describe('sort', () => {
    it('shows the present order and changes it', async () => {
      const feed = await settledFeed({ ...all, sort: 'upvotes' }, inline(feedText(12)));
      const select = () => feed.shadowRoot!.querySelector<HTMLSelectElement>('select[part=sort]')!;
      expect(select().selectedOptions[0]!.text).to.equal('Most upvotes');
      const event = await choose(feed, 'Sort by', 'Title');
      expect(event.sort).to.equal('title');
      expect((await titlesOf(feed))[0]).to.equal('Paper 1: On looms');
      expect(select().selectedOptions[0]!.text).to.equal('Title');
    });

    it('offers no order by what no paper has', async () => {
      const feed = await settledFeed(all, inline(feedText(3)));
      const options = [...feed.shadowRoot!.querySelector<HTMLSelectElement>('select[part=sort]')!.options];
      expect(options.map(({ text }) => text)).to.deep.equal([
        'Feed order',
        'Newest',
        'Most upvotes',
        'Most comments',
        'Title',
      ]);
    });
  });

  describe('layout', () => {
    it('changes the layout and keeps what is shown', async () => {
      const feed = await settledFeed({ ...all, 'page-size': '4' }, inline(feedText(12)));
      feed.showMore();
      await feed.updateComplete;
      const event = viewEvent(feed);
      buttonNamed(feed, 'Grid')!.click();
      expect((await event).layout).to.equal('grid');
      await textsOfCards(feed);
      expect(buttonNamed(feed, 'Grid')!.getAttribute('aria-pressed')).to.equal('true');
      expect(cardsOf(feed)).to.have.length(8);
      expect(cardsOf(feed)[0]!.shadowRoot!.querySelector('article.grid')).to.not.equal(null);
    });
  });

  describe('period', () => {
    const daily = feedText(12, {
      edit: (item, number) => ({
        ...item,
        date_published: `2026-03-${String(27 - Math.floor(number / 3) * 3).padStart(2, '0')}`,
      }),
    });

    it('shows the last day with papers and goes from day to day', async () => {
      const feed = await settledFeed({ ...all, period: 'day' }, inline(daily));
      expect(textOf(feed)).to.contain('Mar 27');
      expect(feed.papers).to.have.length(2);
      expect(buttonNamed(feed, 'Later')!.getAttribute('aria-disabled')).to.equal('true');
      const event = viewEvent(feed);
      buttonNamed(feed, 'Earlier')!.click();
      expect((await event).at).to.equal('2026-03-24');
      expect(feed.papers).to.have.length(3);
      buttonNamed(feed, 'Later')!.click();
      await feed.updateComplete;
      expect(feed.papers).to.have.length(2);
    });

    it('goes by weeks and months', async () => {
      const feed = await settledFeed(all, inline(daily));
      const week = await choose(feed, 'Period', 'Week');
      expect(week.period).to.equal('week');
      expect(week.at).to.equal('2026-W13');
      expect(textOf(feed)).to.contain('Week of Mar 23');
      expect(feed.papers).to.have.length(5);
      const month = await choose(feed, 'Period', 'Month');
      expect(month.at).to.equal('2026-03');
      expect(textOf(feed)).to.contain('March 2026');
      expect(feed.papers).to.have.length(10);
    });

    it('says when a day has no papers, and offers the day before that has', async () => {
      const feed = await settledFeed({ ...all, date: '2026-03-26' }, inline(daily));
      expect(feed.papers).to.have.length(0);
      expect(textOf(feed)).to.contain('No papers for Mar 26.');
      buttonNamed(feed, 'Show Mar 24')!.click();
      await feed.updateComplete;
      expect(feed.papers).to.have.length(3);
    });

    it('takes a date alone for a period again when `period` has gone', async () => {
      const feed = await settledFeed({ ...all, period: 'none', date: '2026-03-24' }, inline(daily));
      expect(feed.papers).to.have.length(10);
      feed.removeAttribute('period');
      await feed.updateComplete;
      expect(feed.papers).to.have.length(3);
    });

    it('does not offer trending papers where the source has none', async () => {
      const feed = await settledFeed(all, inline(daily));
      expect(textOf(feed)).to.not.contain('Trending');
    });
  });

  describe('more', () => {
    it('asks the source for its next page when the papers at hand are used up', async () => {
      const second = await serve({ body: feedText(4, { from: 4 }) });
      const first = await serve({ body: feedText(4, { nextUrl: second.url }) });
      const feed = await settledFeed({ src: first.url, 'page-size': '4' });
      expect(await second.requests()).to.have.length(0);
      buttonNamed(feed, 'Show more')!.click();
      await viewEvent(feed);
      // Paper 4 is on both pages.
      expect(feed.papers.map(({ id }) => id)).to.deep.equal([1, 2, 3, 4, 5, 6, 7].map((number) => `paper-${number}`));
      expect(buttonNamed(feed, 'Show more')).to.equal(undefined);
      expect(cardsOf(feed).findIndex((card) => card.matches(':focus'))).to.equal(4);
    });

    it('keeps the list when the next page fails, and tries it again', async () => {
      const second = await serve({ status: 404 }, { body: feedText(1, { from: 9 }) });
      const first = await serve({ body: feedText(2, { nextUrl: second.url }) });
      const feed = await settledFeed({ src: first.url });
      buttonNamed(feed, 'Show more')!.click();
      await oneEvent(feed, 'paper-feed-error');
      await feed.updateComplete;
      expect(feed.status).to.equal('ready');
      expect(feed.stale).to.equal(false);
      expect(cardsOf(feed)).to.have.length(2);
      buttonNamed(feed, 'Try again')!.click();
      await answered(feed);
      expect(cardsOf(feed)).to.have.length(3);
    });

    it('asks for no more than `limit` papers', async () => {
      const second = await serve({ body: feedText(4, { from: 5 }) });
      const first = await serve({ body: feedText(4, { nextUrl: second.url }) });
      const feed = await settledFeed({ src: first.url, limit: '4' });
      expect(buttonNamed(feed, 'Show more')).to.equal(undefined);
      feed.showMore();
      await feed.updateComplete;
      expect(await second.requests()).to.have.length(0);
    });
  });
});
