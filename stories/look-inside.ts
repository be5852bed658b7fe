/** Finds what a reader sees inside our elements: queries of the testing library stop at a shadow root. */
import { within, type queries } from 'storybook/test';
import type { PaperCard } from '../src/paper-card/paper-card.element.js';
import type { PaperFeed } from '../src/paper-feed/paper-feed.element.js';

type Queries = ReturnType<typeof within<typeof queries>>;

/** Queries within an element's own tree. */
export const inside = (element: Element): Queries => within(element.shadowRoot as unknown as HTMLElement);

/** The story's panel. */
export const panelIn = (canvas: HTMLElement): PaperFeed => canvas.querySelector('paper-feed')!;

/** The cards that a panel shows now. */
export const cardsOf = (panel: PaperFeed): PaperCard[] => [...panel.shadowRoot!.querySelectorAll('paper-card')];

/** The titles of the papers on screen, in their order. */
export const titlesOf = (panel: PaperFeed): string[] =>
  cardsOf(panel).map((card) => inside(card).getByRole('heading').textContent.trim());

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
