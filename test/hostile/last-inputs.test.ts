/** Whatever happens to a panel, in whatever order: it ends in the state that the last inputs say. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/paper-feed/paper-feed.js';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import { collectWarnings, titlesOf } from '../support/feed-element.js';

/** A request that has not been answered. */
interface Pending {
  readonly url: string;
  answer(response: Response): void;
}

const WORDS = ['weaving', 'morphogenesis', 'computing', 'weaving again', 'an engine', 'bernoulli'];
const LISTS = ['a', 'b', 'c'] as const;

/** All answers differ, so that an old one gives itself away. */
class Sources {
  pending: Pending[] = [];
  readonly #fetch = window.fetch;
  /** The number of the latest good answer to each list. */
  readonly given = new Map<string, number>();
  #answerCount = 0;

  constructor() {
    window.fetch = (input, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const pending = { url: new Request(input).url, answer: resolve };
        this.pending.push(pending);
        signal?.addEventListener('abort', () => {
          this.pending = this.pending.filter((each) => each !== pending);
          reject(signal.reason as Error);
        });
      });
  }

  restore(): void {
    window.fetch = this.#fetch;
  }

  /** Answers one request. Titles tell the list, the answer and the paper. */
  answer(at: number, isGood: boolean): void {
    const [pending] = this.pending.splice(at % (this.pending.length || 1), 1);
    if (!pending) return;
    const answer = ++this.#answerCount;
    const list = new URL(pending.url).pathname.slice(1);
    if (isGood) this.given.set(list, answer);
    const items = WORDS.map((word, at) => ({
      ...{ id: `${list}${at}`, title: `${word} ${list} no. ${answer}` },
      _paper: { upvote_count: at },
    }));
    const body = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });
    pending.answer(new Response(isGood ? body : '', { status: isGood ? 200 : 404 }));
  }
}

/** What the attributes say now; `undefined` for those that are not there. */
interface Inputs {
  list: (typeof LISTS)[number];
  search?: string;
  sort?: 'feed' | 'title';
  pageSize: number;
  limit?: number;
  exclude?: string;
  minUpvotes?: number;
  pagination?: 'more' | 'none';
  layout?: 'list' | 'compact' | 'grid';
}

/** What must be on screen, worked out without the library. The upvotes of a paper are its place in the list. */
function expectedTitles(inputs: Inputs, answer: number): string[] {
  const { list, search = '', sort, pageSize, limit, exclude, minUpvotes = 0, pagination } = inputs;
  const titles = WORDS.filter((word, upvotes) => upvotes >= minUpvotes && !(exclude && word.includes(exclude)))
    .map((word) => `${word} ${list} no. ${answer}`)
    .filter((title) => title.includes(search));
  if (sort === 'title') titles.sort();
  return titles.slice(0, limit).slice(0, pagination === 'none' ? undefined : pageSize);
}

type Step =
  | { readonly do: 'set'; readonly inputs: Partial<Inputs> }
  | { readonly do: 'answer'; readonly at: number; readonly isGood: boolean }
  | { readonly do: 'move' | 'remove' | 'add' | 'reload' | 'wait' };

const setting = fc.oneof(
  fc.constantFrom(...LISTS).map((list) => ({ list })),
  fc.constantFrom(undefined, '', 'weaving', 'nowhere').map((search) => ({ search })),
  fc.constantFrom(undefined, 'feed' as const, 'title' as const).map((sort) => ({ sort })),
  fc.integer({ min: 1, max: 7 }).map((pageSize) => ({ pageSize })),
  fc.constantFrom(undefined, 1, 4).map((limit) => ({ limit })),
  fc.constantFrom(undefined, 'engine').map((exclude) => ({ exclude })),
  fc.constantFrom(undefined, 0, 2).map((minUpvotes) => ({ minUpvotes })),
  fc.constantFrom(undefined, 'more' as const, 'none' as const).map((pagination) => ({ pagination })),
  fc.constantFrom(undefined, 'list' as const, 'compact' as const, 'grid' as const).map((layout) => ({ layout })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  setting.map((inputs) => ({ do: 'set' as const, inputs })),
  fc.record({ do: fc.constant('answer' as const), at: fc.nat(5), isGood: fc.boolean() }),
  fc.record({
    do: fc.constantFrom('move' as const, 'remove' as const, 'add' as const, 'reload' as const, 'wait' as const),
  }),
);

/** Found at random once: an answer that came too late to be read, and a bad one while the panel is out of the page. */
const FOUND: Step[] = [
  { do: 'move' },
  { do: 'move' },
  { do: 'answer', at: 0, isGood: true },
  { do: 'remove' },
  { do: 'move' },
  { do: 'reload' },
  { do: 'answer', at: 0, isGood: false },
];

/** Lets what is due happen, and be drawn. */
async function turn(feed: PaperFeed): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await feed.updateComplete;
}

class Run {
  readonly feed = document.createElement('paper-feed');
  readonly inputs: Inputs = { list: 'a', pageSize: 3 };
  /** The number of the latest answer to each list that the panel has said to have loaded. */
  readonly heard = new Map<string, number>();
  #heardOutside = false;
  readonly places = [document.createElement('div'), document.createElement('div')];

  /** @param name its own, so that no run remembers another */
  constructor(
    readonly name: number,
    readonly sources: Sources,
  ) {
    document.body.append(...this.places);
    this.feed.addEventListener('paper-feed-load', ({ feed: { papers } }) => {
      const [, list, answer] = /([abc]) no\. (\d+)$/.exec(papers[0]!.title)!;
      this.heard.set(list!, Number(answer));
      this.#heardOutside ||= !this.feed.isConnected;
    });
    this.feed.loading = 'eager';
    this.set(this.inputs);
    this.places[0]!.append(this.feed);
  }

  set(inputs: Partial<Inputs>): void {
    Object.assign(this.inputs, inputs);
    const { list, pageSize, minUpvotes, ...others } = this.inputs;
    const attributes = {
      ...{ src: `https://run-${this.name}.example/${list}`, 'page-size': pageSize, 'min-upvotes': minUpvotes },
      ...others,
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) this.feed.removeAttribute(name);
      else if (this.feed.getAttribute(name) !== String(value)) this.feed.setAttribute(name, String(value));
    }
  }

  async take(each: Step): Promise<void> {
    const { feed, places, sources } = this;
    if (each.do === 'set') this.set(each.inputs);
    else if (each.do === 'answer') sources.answer(each.at, each.isGood);
    else if (each.do === 'remove') feed.remove();
    else if (each.do === 'add') places[0]!.append(feed);
    else if (each.do === 'move' && feed.isConnected) places[feed.parentNode === places[0] ? 1 : 0]!.append(feed);
    else if (each.do === 'reload') feed.reload();
    else if (each.do === 'wait') {
      await turn(feed);
      await this.checkNothingForeign();
    }
  }

  /** At no time does anything stand under the name of another list, or of more than one answer. */
  async checkNothingForeign(): Promise<void> {
    if (!this.feed.isConnected) return;
    const titles = await titlesOf(this.feed);
    const answers = new Set(titles.map((title) => /\b([abc]) no\. \d+$/.exec(title)?.[0]));
    expect(answers.size, titles.join()).to.be.at.most(1);
    for (const answer of answers) expect(answer?.[0]).to.equal(this.inputs.list);
  }

  /** Answers all that is asked, until nothing more is. */
  async #answerAll(): Promise<void> {
    const { feed, sources } = this;
    const isBusy = () => feed.shadowRoot!.querySelector('[part=list]')!.getAttribute('aria-busy') === 'true';
    do {
      while (sources.pending.length) sources.answer(0, true);
      await turn(feed);
    } while (sources.pending.length || isBusy());
  }

  async finish(): Promise<void> {
    const { feed, inputs, places, sources } = this;
    if (!feed.isConnected) places[0]!.append(feed);
    await turn(feed);
    // What was answered before may have been given up unread; what is answered now counts.
    sources.given.clear();
    await this.#answerAll();
    const last = sources.given.get(inputs.list) ?? this.heard.get(inputs.list);
    if (last !== undefined) expect(await titlesOf(feed)).to.deep.equal(expectedTitles(inputs, last));
    feed.reload();
    await turn(feed);
    await this.#answerAll();
    const expected = expectedTitles(inputs, sources.given.get(inputs.list)!);
    expect(await titlesOf(feed)).to.deep.equal(expected);
    expect([feed.status, feed.stale]).to.deep.equal(['ready', false]);
    expect(this.#heardOutside, 'papers while the panel was out of the page').to.equal(false);
  }

  close(): void {
    this.feed.remove();
    for (const place of this.places) place.remove();
  }
}

describe('<paper-feed> in any order of events', function () {
  this.timeout(60_000);

  it('ends in the state that the last inputs say', async () => {
    const warnings = collectWarnings();
    let count = 0;
    const property = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const sources = new Sources();
      const run = new Run(++count, sources);
      try {
        for (const each of steps) await run.take(each);
        await run.finish();
      } finally {
        run.close();
        sources.restore();
      }
    });
    try {
      await fc.assert(property, { numRuns: 150, examples: [[FOUND]] });
    } finally {
      warnings();
    }
  });
});
