/** `pagination="scroll"`: a list that grows while the reader scrolls, with the keys of a WAI-ARIA feed. */
import { html, type TemplateResult } from 'lit';
import { windowOf } from '../shared/adoption.js';

/** How far before its end the list grows. */
const MARGIN = '600px';

/** Watches the end of the list, and moves the focus from article to article. */
export class ScrollFeed {
  readonly #onEnd: () => void;
  #observer?: IntersectionObserver;
  #end?: Element;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** Call it after each drawing, with the element behind the last paper while there is more to come. */
  observe(end: Element | undefined): void {
    this.#observer?.disconnect();
    this.#end = end;
    if (!end) return;
    this.#observer = new (windowOf(end).IntersectionObserver)(this.#handleIntersection, { rootMargin: MARGIN });
    // An observer reports when it begins to observe: also when the end is still in view after the list has grown.
    this.#observer.observe(end);
  }

  stop(): void {
    this.#observer?.disconnect();
  }

  readonly #handleIntersection = (entries: IntersectionObserverEntry[]) => {
    if (entries.some(({ isIntersecting, target }) => isIntersecting && target === this.#end)) this.#onEnd();
  };
}

/**
 * Page Down and Page Up go from article to article, Control+End and Control+Home out of the list.
 *
 * @param cards the list's cards in order
 * @param edges what receives the focus before and behind the list
 */
export function handleFeedKey(
  event: KeyboardEvent,
  cards: readonly HTMLElement[],
  edges: { readonly before: HTMLElement | null; readonly behind: HTMLElement | null },
): void {
  const at = cards.findIndex((card) => card.matches(':focus-within, :focus'));
  const target =
    event.key === 'PageDown'
      ? cards[at + 1]
      : event.key === 'PageUp'
        ? cards[at - 1]
        : event.ctrlKey && event.key === 'End'
          ? edges.behind
          : event.ctrlKey && event.key === 'Home'
            ? edges.before
            : undefined;
  if (at < 0 || !target) return;
  event.preventDefault();
  target.focus();
}

/** Where the focus goes when it leaves the list by a key; no stop for the Tab key. */
export const renderEdge = (name: 'before' | 'behind'): TemplateResult =>
  html`<div class="edge ${name}" tabindex="-1"></div>`;
