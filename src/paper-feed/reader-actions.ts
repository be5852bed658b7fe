/** What a reader does to a panel by its buttons and controls; nobody loses the focus or is left without a word. */
import type { ReactiveControllerHost } from 'lit';
import type { Paper } from '../feed/model.js';
import type { LanguageController } from '../shared/language.js';
import type { Announcer } from './announcer.js';
import type { CardList } from './card-list.js';
import type { FeedSource } from './feed-source.js';
import type { FeedView, ReaderChoice } from './feed-view.js';

interface ReaderHost extends ReactiveControllerHost, HTMLElement {
  readonly papers: readonly Paper[];
  showMore(): void;
  /** Resolves when the host has drawn itself; some of its papers may have to wait. */
  ownUpdate(): Promise<unknown>;
}

export class ReaderActions {
  readonly #host: ReaderHost;
  readonly #source: FeedSource;
  readonly #view: FeedView;
  readonly #cardList: CardList;
  readonly #language: LanguageController;
  readonly #announcer: Announcer;

  constructor(
    host: ReaderHost,
    source: FeedSource,
    view: FeedView,
    cardList: CardList,
    language: LanguageController,
    announcer: Announcer,
  ) {
    this.#host = host;
    this.#source = source;
    this.#view = view;
    this.#cardList = cardList;
    this.#language = language;
    this.#announcer = announcer;
  }

  /** Asks again after a failure. */
  readonly retry = () => this.#source.busyWith ?? this.#keepFocus(() => this.#source.reload());

  /** Takes the newer papers that are offered. */
  readonly accept = () => this.#keepFocus(() => this.#source.accept(), false);

  /** Searches, sorts, goes to another period or another layout. */
  readonly choose = async (choice: ReaderChoice) => {
    await this.#keepFocus(
      () => {
        this.#view.choose(choice);
        this.#host.requestUpdate();
        // Asks for another period where that is what was chosen.
        this.#source.update();
      },
      'period' in choice || 'at' in choice,
    );
    const { query } = choice;
    if (query !== undefined) {
      if (this.#view.isSearchAwaited) await this.#keepFocus(() => this.#view.prepareSearch(), false);
      // The reader has typed on meanwhile.
      if (query !== this.#view.query) return;
      this.#announcer.announce(this.#language.translate('matches', { n: this.#view.selection.foundCount }));
    }
    this.#host.dispatchEvent(this.#view.toEvent());
  };

  /** Shows the next papers, and goes on at the first of them. */
  readonly showMore = async (event: Event) => {
    if (this.#source.isNextPageAwaited) return;
    const button = event.currentTarget;
    const before = this.#host.papers.length;
    // A page can be asked for only when no other answer is due.
    if (before >= this.#view.selection.matchCount) await this.#source.settled;
    this.#host.showMore();
    if (this.#source.isNextPageAwaited) await this.#source.settled;
    await this.#host.updateComplete;
    const { papers, matchCount } = this.#view.selection;
    if (papers.length === before) return;
    this.#announcer.announce(this.#language.translate('shownCount', { shown: papers.length, total: matchCount }));
    if (this.#root.activeElement === button || this.#isFocusLost) this.#focusCard(before);
    this.#host.dispatchEvent(this.#view.toEvent());
  };

  /** Does something that may take away the button that has the focus; the reader goes on at the papers. */
  async #keepFocus(action: () => unknown, isAnswerAwaited = true): Promise<void> {
    const hadFocus = !!this.#root.activeElement;
    await action();
    if (isAnswerAwaited) await this.#source.settled;
    await this.#host.ownUpdate();
    await this.#cardList.cards[0]?.updateComplete;
    // Only what was lost is found again: a reader who has gone elsewhere meanwhile is left alone.
    if (!hadFocus || !this.#isFocusLost) return;
    if (this.#host.papers.length) this.#focusCard(0);
    else this.#root.querySelector<HTMLElement>('.notice button')?.focus();
  }

  /** The first paper that has come is where the reader goes on; the button that brought it may be gone. */
  #focusCard(index: number): void {
    this.#cardList.cards[index]?.focus();
  }

  get #root(): ShadowRoot {
    return this.#host.shadowRoot!;
  }

  /** Whether the element that had the focus has gone, and nobody else has taken it. */
  get #isFocusLost(): boolean {
    const { activeElement, body } = this.#host.ownerDocument;
    return !activeElement || activeElement === body;
  }
}
