/** Carries the focus over from cards that a server has drawn to those that take their place. */
import type { PaperCard } from '../paper-card/paper-card.element.js';

const stopsOf = (card: Element | null | undefined) => [
  ...(card?.shadowRoot?.querySelectorAll<HTMLElement>('a, button, [tabindex]') ?? []),
];

/** Call it before the old cards go, and the function that it returns with the new ones: the same papers, drawn alike. */
export function carryFocus(root: ShadowRoot): (cards: readonly PaperCard[]) => Promise<void> {
  const card = root.activeElement;
  const cardIndex = [...root.querySelectorAll('paper-card')].findIndex((each) => each === card);
  const stopIndex = stopsOf(card).findIndex((each) => each === card?.shadowRoot?.activeElement);
  return async (cards) => {
    const own = cards[cardIndex];
    await own?.updateComplete;
    stopsOf(own)[stopIndex]?.focus({ preventScroll: true });
  };
}
