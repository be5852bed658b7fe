/** Days, weeks and months of a source that keeps lists of them: Hugging Face, played by a stub in place of `fetch`. */
import { expect, oneEvent } from '@open-wc/testing';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import type { PaperFeedViewEvent } from '../../src/shared/events.js';
import { buttonNamed, collectWarnings, settledFeed, textOf, titlesOf } from '../support/feed-element.js';

/** What the stub answers by query; anything else is what the service says of a day it has not opened: 400. */
type Lists = Readonly<Record<string, readonly { id: string; title: string; listedAt: string }[] | number>>;

let asked: string[] = [];
let restoreFetch: () => void = () => undefined;

function playHuggingFace(lists: Lists): void {
  const original = globalThis.fetch;
  asked = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== 'huggingface.co') return original(input, init);
    url.searchParams.delete('limit');
    url.searchParams.delete('submitter');
    asked.push(url.search);
    const answer = lists[url.search] ?? 400;
    if (typeof answer === 'number')
      return Promise.resolve(new Response('{"error": "Invalid date"}', { status: answer }));
    const items = answer.map(({ id, title, listedAt }) => ({
      paper: { id, title, authors: [], upvotes: 1, publishedAt: listedAt, submittedOnDailyAt: listedAt },
      title,
      numComments: 0,
    }));
    return Promise.resolve(new Response(JSON.stringify(items)));
  };
  restoreFetch = () => (globalThis.fetch = original);
}

const paper = (id: string, listedAt: string) => ({ id: `2603.${id}`, title: `Paper ${id}`, listedAt });

async function press(feed: PaperFeed, name: string): Promise<void> {
  const answer = oneEvent(feed, 'paper-feed-load');
  buttonNamed(feed, name)!.click();
  await answer;
  await feed.updateComplete;
}

const daily = { controls: 'period' };

describe('<paper-feed> with periods of its source', () => {
  afterEach(() => restoreFetch());

  const lists: Lists = {
    '': [paper('00005', '2026-03-27'), paper('00004', '2026-03-26'), paper('00003', '2026-03-26')],
    '?date=2026-03-26': [paper('00003', '2026-03-26'), paper('00004', '2026-03-26')],
    '?date=2026-03-25': [],
    '?date=2026-03-20': [paper('00001', '2026-03-20')],
    '?week=2026-W12': [paper('00001', '2026-03-20')],
    '?sort=trending': [paper('00009', '2026-03-01')],
  };

  it('shows the last day that has papers, found in the latest list', async () => {
    playHuggingFace(lists);
    const feed = await settledFeed({ ...daily, period: 'day' });
    expect(asked).to.deep.equal(['']);
    expect(await titlesOf(feed)).to.deep.equal(['Paper 00005']);
    expect(textOf(feed)).to.contain('Mar 27');
  });

  it('asks for the day before, in the order of the source', async () => {
    playHuggingFace(lists);
    const feed = await settledFeed({ ...daily, period: 'day' });
    await press(feed, 'Earlier');
    expect(asked).to.deep.equal(['', '?date=2026-03-26']);
    expect(await titlesOf(feed)).to.deep.equal(['Paper 00003', 'Paper 00004']);
  });

  it('says when a day has none, and offers the day before', async () => {
    playHuggingFace(lists);
    const feed = await settledFeed({ ...daily, date: '2026-03-25' });
    expect(feed.status).to.equal('empty');
    expect(textOf(feed)).to.contain('No papers for Mar 25.');
    expect(buttonNamed(feed, 'Show Mar 24')).to.not.equal(undefined);
  });

  it('takes a refused day for an empty one', async () => {
    playHuggingFace(lists);
    const feed = await settledFeed({ ...daily, date: '2026-03-24' });
    expect(feed.status).to.equal('empty');
    expect(textOf(feed)).to.contain('No papers for Mar 24.');
  });

  it('knows weekends, and leads to the Friday before', async () => {
    playHuggingFace(lists);
    const feed = await settledFeed({ ...daily, date: '2026-03-22' });
    expect(textOf(feed)).to.contain('No papers on weekends.');
    await press(feed, 'Show Mar 20');
    expect(await titlesOf(feed)).to.deep.equal(['Paper 00001']);
    expect(buttonNamed(feed, 'Later')!.getAttribute('aria-disabled')).to.equal('false');
  });

  it('asks for weeks and for what is trending', async () => {
    playHuggingFace(lists);
    const feed = await settledFeed({ ...daily, period: 'week', date: '2026-W12' });
    expect(asked).to.deep.equal(['?week=2026-W12']);
    expect(textOf(feed)).to.contain('Week of Mar 16');
    feed.setAttribute('period', 'trending');
    await oneEvent(feed, 'paper-feed-load');
    expect(asked.at(-1)).to.equal('?sort=trending');
    expect(await titlesOf(feed)).to.deep.equal(['Paper 00009']);
  });

  it('shows the day before where today has hardly begun, and leads to today', async () => {
    const yesterday = Array.from({ length: 8 }, (_, index) => paper(`1000${index}`, '2026-03-26'));
    playHuggingFace({
      '': [paper('20000', '2026-03-27'), ...yesterday],
      '?date=2026-03-27': [paper('20000', '2026-03-27')],
    });
    const src = 'https://huggingface.co/api/daily_papers?submitter=emmy';
    const feed = await settledFeed({ ...daily, period: 'day', src });
    expect(textOf(feed)).to.contain('Mar 26');
    expect(feed.papers).to.have.length(8);
    await press(feed, 'Later');
    expect(await titlesOf(feed)).to.deep.equal(['Paper 20000']);
  });

  it('keeps a good list when asking for it again fails', async () => {
    playHuggingFace(lists);
    const warnings = collectWarnings();
    const src = 'https://huggingface.co/api/daily_papers?submitter=sofia';
    const feed = await settledFeed({ ...daily, date: '2026-03-26', src });
    restoreFetch();
    playHuggingFace({});
    feed.reload();
    await oneEvent(feed, 'paper-feed-error');
    warnings();
    expect(feed.stale).to.equal(true);
    expect(feed.papers).to.have.length(2);
  });

  it('leaves the way back open when another period cannot be had', async () => {
    playHuggingFace(lists);
    const warnings = collectWarnings();
    const src = 'https://huggingface.co/api/daily_papers?submitter=maria';
    const feed = await settledFeed({ ...daily, date: '2026-03-26', src });
    restoreFetch();
    playHuggingFace({ ...lists, '?date=2026-03-25': 403 });
    const failure = oneEvent(feed, 'paper-feed-error');
    buttonNamed(feed, 'Earlier')!.click();
    await failure;
    await feed.updateComplete;
    warnings();
    expect(feed.status).to.equal('error');
    expect(feed.papers).to.have.length(0);
    await press(feed, 'Later');
    expect(feed.papers).to.have.length(2);
  });

  it('tells of the new day only when it is there', async () => {
    playHuggingFace(lists);
    const src = 'https://huggingface.co/api/daily_papers?submitter=george';
    const feed = await settledFeed({ ...daily, period: 'day', src });
    const event = oneEvent(feed, 'paper-feed-view');
    buttonNamed(feed, 'Earlier')!.click();
    const { at, shownCount } = (await event) as unknown as PaperFeedViewEvent;
    expect([at, shownCount]).to.deep.equal(['2026-03-26', 2]);
  });

  it('keeps the present list on screen until the next one is there', async () => {
    playHuggingFace(lists);
    // An address of its own: answers that are kept already would be shown at once.
    const src = 'https://huggingface.co/api/daily_papers?submitter=ada';
    const feed = await settledFeed({ ...daily, period: 'day', src });
    buttonNamed(feed, 'Earlier')!.click();
    await feed.updateComplete;
    expect(feed.papers).to.have.length(1);
    expect(feed.shadowRoot!.querySelector('[part=list]')!.getAttribute('aria-busy')).to.equal('true');
    await oneEvent(feed, 'paper-feed-load');
    expect(feed.papers).to.have.length(2);
  });
});

describe('<paper-feed> with the periods of a list that knows none', () => {
  it('shows the last one that has begun, and leads to a paper that is dated ahead', async () => {
    const item = (title: string, day: string) => ({ id: title, title, date_published: day });
    const items = [item('Note G', '2026-03-26'), item('Note H', '2999-01-01')];
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });
    const script = `<script type="application/json">${json}</script>`;
    const feed = await settledFeed({ period: 'month', controls: 'period' }, script);
    expect(await titlesOf(feed)).to.deep.equal(['Note G']);
    buttonNamed(feed, 'Later')!.click();
    await feed.updateComplete;
    expect(await titlesOf(feed)).to.deep.equal(['Note H']);
  });
});
