/** Keeps the cards of a list in step with its papers: an element for each, which stays as long as its paper does. */
import type { Paper } from '../feed/model.js';
import type { CardView } from '../paper-card/card-view.js';
import type { PaperCard } from '../paper-card/paper-card.element.js';
import { isOurs } from '../shared/registration.js';

/** What of a card can be styled from outside of the panel. */
export const CARD_PARTS =
  'card, title, title-link, upvotes, thumbnail, abstract, summary, meta, keywords, links, cite, highlight, more-authors';

/**
 * By hand and not by Lit's `repeat`: a template for each card, with its markers and parts, costs a third of what it draws,
 * and a list of 10,000 would be gone through for each page that is added.
 */
export class CardList {
  cards: readonly PaperCard[] = [];
  #papers: readonly Paper[] = [];
  #view?: CardView;
  #isFeed = false;

  /** @param isFeed whether the list is a `role="feed"`, whose articles say their position */
  draw(list: Element, papers: readonly Paper[], view: CardView, isFeed: boolean): void {
    let from = 0;
    if (view === this.#view && isFeed === this.#isFeed) {
      while (from < papers.length && papers[from] === this.#papers[from]) from++;
    }
    const old = this.cards.slice(from);
    const known = new Map(this.#papers.slice(from).map(({ id }, index) => [id, old[index]]));
    const cards = this.cards.slice(0, from);
    for (const paper of papers.slice(from)) {
      const card = known.get(paper.id) ?? createCard();
      // A page's own feed may give one id to two papers.
      known.delete(paper.id);
      card.paper = paper;
      card.view = view;
      cards.push(card);
      card.position = isFeed ? cards.length : undefined;
    }
    const kept = new Set(cards);
    for (const card of old) if (!kept.has(card)) card.remove();
    // The others make room for the card with the focus: taken out of the page for a moment, it would lose it.
    // Asked of the root: a search for `:focus-within` would go through all cards.
    const focused = (list.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement;
    let next = from ? cards[from - 1]!.nextElementSibling : list.firstElementChild;
    for (const card of cards.slice(from)) {
      // What comes later is taken out, so that all behind it may stay where they are.
      if (next && next !== focused && (next.nextElementSibling === card || card === focused)) {
        while (next && next !== card) {
          const later: Element = next;
          next = later.nextElementSibling;
          later.remove();
        }
      }
      if (card === next) next = card.nextElementSibling;
      else list.insertBefore(card, next);
    }
    this.cards = cards;
    this.#papers = papers;
    this.#view = view;
    this.#isFeed = isFeed;
  }
}

function createCard(): PaperCard {
  // Another library may own <paper-card>; ours is then registered under a name of its own.
  const card = document.createElement(isOurs('paper-card') ? 'paper-card' : 'daily-papers-card') as PaperCard;
  card.setAttribute('exportparts', CARD_PARTS);
  return card;
}
