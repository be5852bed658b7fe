/** The cards of a list beside its papers: the right ones, in order, and no more moved than has to be. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Paper } from '../../src/feed/model.js';
import { cardView } from '../../src/paper-card/card-view.js';
import '../../src/paper-card/paper-card.js';
import { CardList } from '../../src/paper-feed/card-list.js';
import { translatorFor } from '../../src/shared/messages.js';
import { buttonNamed, cardsOf, settledFeed } from '../support/feed-element.js';
import { feedText } from '../fixtures/feeds.js';

const makeView = () =>
  cardView(
    {},
    { headingLevel: 3, hasUpvoteColumn: false, setSize: -1, terms: [], locale: 'en', translate: translatorFor('en') },
  );
const view = makeView();

const paper = (id: string): Paper => ({ id, title: `Paper ${id}`, authors: [], keywords: [] });

interface Drawn {
  readonly names: readonly string[];
  readonly moved: readonly string[];
}

/** Draws lists of papers with these letters, one after the other; gives what stood there, and which cards came or moved. */
function drawAll(lists: readonly string[], options: { isFeed?: boolean; hasNewView?: boolean } = {}): Drawn[] {
  const element = document.body.appendChild(document.createElement('div'));
  const list = new CardList();
  const papers = new Map<string, Paper>();
  const observer = new MutationObserver(() => undefined);
  observer.observe(element, { childList: true });
  const idOf = (node: Node) => (node as HTMLElement & { paper: Paper }).paper.id;
  try {
    return lists.map((letters) => {
      const shown = [...letters].map((letter) => {
        if (!papers.has(letter)) papers.set(letter, paper(letter));
        return papers.get(letter)!;
      });
      list.draw(element, shown, options.hasNewView ? makeView() : view, options.isFeed ?? false);
      const records = observer.takeRecords();
      const moved = records.flatMap(({ addedNodes }) => [...addedNodes].map(idOf));
      expect(list.cards.map(idOf).join('')).to.equal([...element.children].map(idOf).join(''));
      return { names: [...element.children].map(idOf), moved };
    });
  } finally {
    element.remove();
  }
}

describe('CardList', () => {
  const table: [what: string, before: string, after: string, moved: string][] = [
    ['appends', 'abc', 'abcde', 'de'],
    ['puts in front', 'abc', 'xabc', 'x'],
    ['puts between', 'abcd', 'abxcd', 'x'],
    ['takes out', 'abcd', 'ad', ''],
    ['takes all out', 'abc', '', ''],
    ['moves the first to the end', 'abcdef', 'bcdefa', 'a'],
    ['moves the last to the front', 'abcdef', 'fabcde', 'f'],
    ['leaves all as they are', 'abc', 'abc', ''],
    ['replaces one', 'abc', 'axc', 'x'],
  ];
  for (const [what, before, after, moved] of table) {
    it(`${what}, and touches no other card`, () => {
      for (const hasNewView of [false, true]) {
        const drawn = drawAll([before, after], { hasNewView })[1]!;
        expect(drawn.names.join('')).to.equal(after);
        expect(drawn.moved.join('')).to.equal(moved);
      }
    });
  }

  it('ends with the papers in order, whatever came before', () => {
    const letters = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 10 }).map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 5 }), fc.boolean(), (lists, hasNewView) => {
        drawAll(lists, { hasNewView }).forEach(({ names }, index) => expect(names.join('')).to.equal(lists[index]));
      }),
    );
  });

  it('leaves the focus in its card, wherever the others go', () => {
    const linked = [...'abcde'].map((id) => ({ ...paper(id), url: `https://lab.example/${id}` }));
    const order = fc.shuffledSubarray(linked, { minLength: 1 });
    const element = document.body.appendChild(document.createElement('div'));
    const list = new CardList();
    fc.assert(
      fc.property(order, fc.nat(), order, (before, at, after) => {
        list.draw(element, before, view, false);
        const card = list.cards[at % before.length]!;
        card.tabIndex = -1;
        HTMLElement.prototype.focus.call(card);
        list.draw(element, after, view, false);
        const isLeft = after.some(({ id }) => id === card.paper?.id);
        expect(document.activeElement === card).to.equal(isLeft);
        expect([...element.children].map((each) => (each as typeof card).paper)).to.deep.equal(after);
      }),
    );
    element.remove();
  });

  it('numbers the articles of a feed, and stops when it is none any more', () => {
    const element = document.createElement('div');
    const list = new CardList();
    const papers = [...'abc'].map(paper);
    list.draw(element, papers, view, true);
    expect(list.cards.map(({ position }) => position)).to.deep.equal([1, 2, 3]);
    list.draw(element, papers.slice(1), view, true);
    expect(list.cards.map(({ position }) => position)).to.deep.equal([1, 2]);
    list.draw(element, papers.slice(1), view, false);
    expect(list.cards.map(({ position }) => position)).to.deep.equal([undefined, undefined]);
  });

  it('lies where the papers are, whatever controls stand before them', async () => {
    const json = `<script type="application/json">${feedText(30)}</script>`;
    const feed = await settledFeed({ controls: 'search sort period layout', 'page-size': '5' }, json);
    buttonNamed(feed, 'Show more')!.click();
    await feed.updateComplete;
    expect(cardsOf(feed).every((card) => card.parentElement?.getAttribute('part') === 'list')).to.equal(true);
    expect(feed.shadowRoot!.activeElement === cardsOf(feed)[5]).to.equal(true);
  });
});
