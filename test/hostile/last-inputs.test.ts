/** Whatever happens to a panel, in whatever order: it ends in the state that the last inputs say. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/lang/de.js';
import '../../src/paper-feed/paper-feed.js';
import { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import { drawnBy } from '../support/drawn-by.js';
import { collectWarnings, titlesOf } from '../support/feed-element.js';
import {
  type Choices,
  expectedTitles,
  FOUND,
  type Inputs,
  isReadable,
  type Name,
  names,
  shownLimit,
  type Step,
  steps,
} from './panel-inputs.js';
import { type ListName, PlayedSources, sourceOf } from './played-sources.js';

/** Lets what is due happen, and be drawn. */
async function turn(feed: PaperFeed): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await feed.updateComplete;
}

const isBusy = (feed: PaperFeed) => feed.shadowRoot!.querySelector('[part=list]')!.getAttribute('aria-busy') === 'true';

/**
 * Two places in a page, where headings and language differ. Where nobody can scroll to, not even a focus that moves: how
 * far a list has grown by scrolling would depend on frames.
 */
function makePlaces(): HTMLElement[] {
  const places = ['<h2>Papers</h2>', '<h4 lang="en">Papers</h4>'].map((heading) => {
    const place = document.createElement('div');
    place.style.cssText = 'position: fixed; top: 20000px; width: 40rem';
    place.innerHTML = heading;
    return place;
  });
  places[1]!.lang = 'de';
  document.body.append(...places);
  return places;
}

/** All but what is history by its nature: the last words to those who listen, and a default written out as style. */
async function looksOf(feed: PaperFeed): Promise<string[]> {
  const lines = (await drawnBy(feed)).replaceAll(' style="--_lines: 3;"', '').split('\n');
  const at = lines.findIndex((line) => /<p class="visually-hidden" role="status">/.test(line));
  if (lines[at + 1]) lines.length = at + 1;
  const states = ['loading', 'ready', 'empty', 'error', 'stale'].filter((name) => feed.matches(`:state(${name})`));
  return [...lines, feed.status, ...states, `${feed.papers.length} papers`];
}

class Run {
  readonly feed = document.createElement('paper-feed');
  readonly inputs: Inputs = { list: 'a', 'page-size': '3', loading: 'eager' };
  choices: Choices = {};
  /** How many papers the reader has asked for by "Show more", and how often. */
  askedCount = 0;
  moreCount = 0;
  /** The number of the latest answer to each list that the panel has said to have loaded. */
  readonly heard: Partial<Record<ListName, number>> = {};
  #heardOutside = false;
  readonly places = makePlaces();

  constructor(readonly sources: PlayedSources) {
    this.feed.addEventListener('paper-feed-load', ({ feed: { papers } }) => {
      const { list, answer } = sourceOf(papers[0]?.title ?? '');
      if (list) this.heard[list as ListName] = answer;
      this.#heardOutside ||= !this.feed.isConnected;
    });
    for (const name of names) this.#write(this.feed, name);
    this.places[0]!.append(this.feed);
  }

  #write(feed: PaperFeed, name: Name): void {
    const value = name === 'list' ? this.sources.address(this.inputs.list) : this.inputs[name];
    const attribute = name === 'list' ? 'src' : name;
    if (value === undefined) feed.removeAttribute(attribute);
    else feed.setAttribute(attribute, value);
  }

  #set(inputs: Partial<Inputs>): void {
    for (const name of Object.keys(inputs) as Name[]) {
      if (inputs[name] === this.inputs[name]) continue;
      Object.assign(this.inputs, { [name]: inputs[name] });
      this.#write(this.feed, name);
      // What the page says anew counts for more than what the reader chose.
      const overruled = name === 'date' ? 'period' : name;
      if (overruled in this.choices) this.choices = { ...this.choices, [overruled]: undefined };
      if (name === 'list' || name === 'limit' || name === 'page-size') this.askedCount = this.moreCount = 0;
    }
  }

  /** By the controls that are on screen. Whoever narrows or sorts the list begins at its first page. */
  #choose(feed: PaperFeed, choices: Choices): Choices {
    const root = feed.shadowRoot!;
    const made: [string, string][] = [];
    for (const [name, value] of Object.entries(choices) as [keyof Choices, string | undefined][]) {
      if (value === undefined) continue;
      const part = { search: '[part=search]', sort: 'select[part=sort]', period: 'select[part=kind]' };
      const control =
        name === 'layout'
          ? root.querySelector<HTMLButtonElement>(`button.icon.${value}`)
          : root.querySelector<HTMLInputElement>(part[name]);
      if (!control) continue;
      made.push([name, value]);
      if (name === 'layout') control.click();
      else {
        control.value = value;
        control.dispatchEvent(new Event(name === 'search' ? 'input' : 'change'));
      }
    }
    return Object.fromEntries(made);
  }

  /** The reader acts on what is on screen. */
  async #read(each: Step): Promise<void> {
    const { feed } = this;
    if (!feed.isConnected) return;
    await feed.updateComplete;
    if (each.do === 'choose') {
      const made = this.#choose(feed, each.choices);
      this.choices = { ...this.choices, ...made };
      if (Object.keys(made).some((name) => name !== 'layout')) this.askedCount = this.moreCount = 0;
    } else if (each.do === 'more') {
      const button = feed.shadowRoot!.querySelector<HTMLButtonElement>('[part=footer] button');
      if (!button) return;
      this.askedCount = shownLimit(this.inputs, this.askedCount) + Number(this.inputs['page-size'] ?? 10);
      this.moreCount++;
      button.click();
    }
  }

  async take(each: Step): Promise<void> {
    const { feed, places, sources } = this;
    if (each.do === 'set') this.#set(each.inputs);
    else if (each.do === 'choose' || each.do === 'more') await this.#read(each);
    else if (each.do === 'answer') sources.answer(each.at, each.isGood);
    else if (each.do === 'remove') feed.remove();
    else if (each.do === 'add') places[0]!.append(feed);
    else if (each.do === 'move' && feed.isConnected) places[feed.parentNode === places[0] ? 1 : 0]!.append(feed);
    else if (each.do === 'blink') {
      const place = feed.parentNode;
      (place ? feed : places[0]!.appendChild(feed)).remove();
      place?.append(feed);
    } else if (each.do === 'reload') feed.reload();
    else if (each.do === 'wait') {
      await turn(feed);
      await this.#checkNothingForeign();
    }
  }

  /** At no time does anything stand under the name of another list, or of more than one answer; and nobody asks from outside. */
  async #checkNothingForeign(): Promise<void> {
    const { feed, inputs, sources } = this;
    if (!feed.isConnected) {
      expect(sources.pending, 'requests of a panel that is out of the page').to.have.length(0);
      return;
    }
    const titles = (await titlesOf(feed)).map(sourceOf);
    expect(new Set(titles.map(({ answer }) => answer)).size, 'answers in one list').to.be.at.most(1);
    for (const { list } of titles) expect(list).to.equal(inputs.list);
  }

  /** Answers all that is asked, until nothing more is. */
  async #answerAll(feed: PaperFeed): Promise<void> {
    const { sources } = this;
    do {
      while (sources.pending.length) sources.answer(0, true);
      await turn(feed);
    } while (sources.pending.length || isBusy(feed));
  }

  async finish(): Promise<void> {
    const { feed, inputs, places, sources } = this;
    const { list } = inputs;
    if (!feed.isConnected) places[0]!.append(feed);
    await turn(feed);
    const before = sources.good[list].length;
    await this.#answerAll(feed);
    await this.#checkBeforeReload(sources.good[list].slice(before).at(-1));
    feed.reload();
    await turn(feed);
    await this.#answerAll(feed);
    const answer = sources.good[list].at(-1)!;
    const expected = this.#expected(answer);
    expect(await titlesOf(feed)).to.deep.equal(expected);
    const count = feed.feed?.papers.length;
    expect([feed.status, feed.stale]).to.deep.equal([
      isReadable(inputs) ? (count ? 'ready' : 'empty') : 'error',
      false,
    ]);
    expect(this.#heardOutside, 'papers while the panel was out of the page').to.equal(false);
    this.#checkUnseen(answer, !!count);
    await this.#compareWithFresh();
  }

  #expected(answer: number): string[] {
    return expectedTitles(this.inputs, this.choices, this.askedCount, answer);
  }

  /** A panel that was not told to load anew has the last answer that it could read, or an older one as it was kept. */
  async #checkBeforeReload(last: number | undefined): Promise<void> {
    const { feed, inputs, sources } = this;
    const titles = await titlesOf(feed);
    if (!titles.length || inputs.list === 'c') return;
    const { answer } = sourceOf(titles[0]!);
    expect(sources.good[inputs.list]).to.include(answer);
    expect(answer).to.be.at.least(last ?? this.heard[inputs.list] ?? 0);
    expect(titles).to.deep.equal(this.#expected(answer));
  }

  /** What no reader sees at once: how long it waits, when it asks again, where answers are kept. */
  #checkUnseen(answer: number, hasPapers: boolean): void {
    const { inputs, sources } = this;
    expect(sources.timeoutMs).to.equal(Number(inputs['timeout-ms'] ?? 10_000));
    const minutes = [...sources.longTimers.values()].map((ms) => ms / 60_000);
    const wished = Number(inputs['refresh-minutes'] ?? 0);
    expect(minutes, 'refresh timers').to.have.length(wished ? 1 : 0);
    for (const each of minutes) expect(each).to.be.within(wished * 0.9, wished * 1.1);
    const { cache = 'memory' } = inputs;
    if (hasPapers) expect(sources.storagesOf(inputs.list, answer)).to.deep.equal(cache === 'memory' ? [] : [cache]);
  }

  /** A panel that has just come to the page, and whose reader does what this one's still holds by, looks the same. */
  async #compareWithFresh(): Promise<void> {
    const { feed, sources } = this;
    const looks = await looksOf(feed);
    const place = feed.parentNode!;
    feed.remove();
    sources.isRepeating = true;
    const fresh = document.createElement('paper-feed');
    for (const name of names) this.#write(fresh, name);
    const hasChosen = Object.values(this.choices).some((value) => value !== undefined);
    if (hasChosen) fresh.setAttribute('controls', 'search sort period layout');
    place.append(fresh);
    await turn(fresh);
    await this.#answerAll(fresh);
    fresh.reload();
    this.#choose(fresh, this.choices);
    for (let count = 0; count < this.moreCount; count++) fresh.showMore();
    this.#write(fresh, 'controls');
    await turn(fresh);
    await this.#answerAll(fresh);
    const expected = await looksOf(fresh);
    fresh.remove();
    const at = expected.findIndex((line, index) => line !== looks[index]);
    if (at < 0 && looks.length === expected.length) return;
    throw new Error(`${looks[at]} is unlike a fresh panel, which has ${expected[at]}`);
  }

  close(): void {
    this.feed.remove();
    for (const place of this.places) place.remove();
  }
}

describe('<paper-feed> in any order of events', function () {
  this.timeout(60_000);

  it('is tried with every attribute', () => {
    const tried = names.map((name) => (name === 'list' ? 'src' : name));
    expect(tried.sort()).to.deep.equal([...PaperFeed.observedAttributes].sort());
  });

  it('ends in the state that the last inputs say', async () => {
    const warnings = collectWarnings();
    let count = 0;
    const property = fc.asyncProperty(steps, async (taken) => {
      const sources = new PlayedSources(++count);
      const run = new Run(sources);
      try {
        for (const each of taken) await run.take(each);
        await run.finish();
      } finally {
        run.close();
        sources.restore();
      }
    });
    try {
      await fc.assert(property, { numRuns: 150, examples: FOUND, includeErrorInReport: true });
    } finally {
      warnings();
    }
  });
});
