/** The class of `<paper-feed>`; registers nothing. */
import { html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { formatNames, type Feed, type FormatName, type Paper } from '../feed/model.js';
import type { CacheName } from '../feed/feed-cache.js';
import type { PaperSort } from '../feed/select-papers.js';
import {
  cardFields,
  cardView,
  DEFAULT_ABSTRACT_LINES,
  DEFAULT_AUTHOR_MAX,
  isSameView,
  layouts,
  type CardField,
  type CardView,
  type HeadingLevel,
  type Layout,
} from '../paper-card/card-view.js';
import { keepLook } from '../shared/adoption.js';
import { flag, nameList, oneOf, readWords, someOf, wholeNumber } from '../shared/attributes.js';
import { LanguageController } from '../shared/language.js';
import { version } from '../shared/registration.js';
import { tokens } from '../shared/tokens.styles.js';
import { searchTerms } from '../text/search-terms.js';
import { Announcer } from './announcer.js';
import { CardList } from './card-list.js';
import { type FeedQuestion, questionOf } from './feed-question.js';
import { FeedSource, type FeedStatus } from './feed-source.js';
import { DEFAULT_LIMIT, DEFAULT_PAGE_SIZE, FeedView, sorts } from './feed-view.js';
import { GradualDrawing } from './gradual-drawing.js';
import { headingLevelFor } from './heading-level.js';
import { carryFocus } from './kept-focus.js';
import { hasComeBack, keepPlace, keptPlace } from './kept-place.js';
import { paperFeedStyles } from './paper-feed.styles.js';
import { periodDate, periodName, type Period } from './period-view.js';
import { controlNames, renderControls, type ControlName } from './render-controls.js';
import { ReaderActions } from './reader-actions.js';
import {
  renderEmpty,
  renderFooter,
  renderHeader,
  renderNotices,
  renderSkeletons,
  type FeedHeadingLevel,
} from './render-frame.js';
import { handleFeedKey, renderEdge, ScrollFeed } from './scroll-feed.js';
import { StatusStates } from './status-states.js';

const DEFAULT_TIMEOUT_MS = 10_000;

/** Placeholders drawn while loading, at most: more would only be scrolled past. */
const MAX_SKELETONS = 10;

/**
 * A panel of papers from a JSON feed.
 *
 * What stands inside is shown until the papers arrive, and when they cannot be had. A
 * `<script type="application/json">` inside is the feed itself: no request is made.
 *
 * @slot - shown until papers arrive, and when loading fails
 * @slot header - replaces heading and byline
 * @slot subscribe - between heading and papers, for a `<subscribe-form>`
 * @slot empty - replaces the words for an empty list
 * @slot error - replaces the words for a failure; "Try again" stays
 * @slot footer - below the papers
 *
 * @csspart base - everything
 * @csspart header - heading and byline
 * @csspart heading - the heading
 * @csspart byline - the line under it
 * @csspart list - the papers
 * @csspart notice - the words for empty, failed, outdated, and new papers
 * @csspart controls - search, order, period and layout
 * @csspart search - the search box
 * @csspart sort - the choice of order
 * @csspart period - the choice of period with earlier and later
 * @csspart layouts - the buttons for the layouts
 * @csspart button - "Show more", "Try again" and their like
 * @csspart footer - the line with "Show more"
 * @csspart card - each paper's article
 * @csspart title - each paper's heading
 * @csspart title-link - the link in it
 * @csspart upvotes - each paper's number of upvotes
 * @csspart thumbnail - each paper's picture
 * @csspart abstract - each paper's abstract
 * @csspart summary - each paper's summary by a language model
 * @csspart meta - each paper's line of authors, date and counts
 * @csspart keywords - each paper's keywords
 * @csspart links - each paper's line of links
 * @csspart cite - each paper's citation, once it is opened
 * @csspart highlight - an author that `highlight` asks for
 * @csspart more-authors - the "+4 more" button
 *
 * @cssprop [--paper-accent] - colour of links and buttons
 * @cssprop [--paper-muted] - colour of what accompanies: byline, date, counts, authors
 * @cssprop [--paper-border] - colour of lines and boxes
 * @cssprop [--paper-surface] - tint behind notices, boxes and missing pictures
 * @cssprop [--paper-radius=0.5rem] - roundness of boxes, buttons and pictures
 * @cssprop [--paper-gap=1rem] - the distance that all distances derive from
 * @cssprop [--paper-color] - text colour with `theme="light"` or `theme="dark"`; otherwise the page's own
 * @cssprop [--paper-background] - background with `theme="light"` or `theme="dark"`; otherwise none
 * @cssprop [--paper-title-color=inherit] - colour of paper titles
 * @cssprop [--paper-title-font=inherit] - font family of headings and titles
 * @cssprop [--paper-highlight=inherit] - colour of highlighted authors
 * @cssprop [--paper-mark] - background of search hits
 *
 * @cssstate loading - waiting for the first papers
 * @cssstate ready - papers are shown
 * @cssstate empty - the feed has no papers
 * @cssstate error - there is nothing to show because loading failed
 * @cssstate stale - the papers shown are older: the latest attempt to load failed
 *
 * @fires {PaperFeedLoadEvent} paper-feed-load - papers have arrived, and the first of them are drawn; `updateComplete`
 *   waits for all
 * @fires {PaperFeedErrorEvent} paper-feed-error - loading failed; `code` says why
 * @fires {PaperFeedViewEvent} paper-feed-view - the reader has changed search, order, period or layout, or asked for more
 * @fires {PaperSelectEvent} paper-select - a link of a paper was followed; cancelable
 */
export class PaperFeed extends LitElement {
  /** @internal */
  static readonly dailyPapersVersion = version;

  static override styles = [tokens, paperFeedStyles];

  /**
   * Address of the feed, relative to the page. Several addresses, separated by spaces, make one list: papers that are
   * in more than one of them are drawn once.
   * @default https://huggingface.co/api/daily_papers
   */
  @property() src?: string;

  /**
   * The feed's wire format; only needed where detection cannot know.
   * @default auto
   */
  @property({ converter: oneOf('format', 'auto', ...formatNames) })
  format?: 'auto' | Exclude<FormatName, 'merged'>;

  /** Heading of the panel. Default: the feed's own title; empty = none. */
  @property() heading?: string;

  /** Line under the heading. Default: the feed's own description; empty = none. */
  @property() byline?: string;

  /**
   * Level of the panel's heading, 2 to 5; papers are one deeper. `auto` = one deeper than the heading before the element.
   * @default auto
   */
  @property({ attribute: 'heading-level', converter: oneOf('heading-level', 'auto', '2', '3', '4', '5') })
  headingLevel?: 'auto' | '2' | '3' | '4' | '5';

  /**
   * Papers kept at most, from 1.
   * @default 100
   */
  @property({ converter: wholeNumber('limit', DEFAULT_LIMIT, 1) }) limit?: number;

  /**
   * Papers shown at first, and added by each "Show more".
   * @default 10
   */
  @property({ attribute: 'page-size', converter: wholeNumber('page-size', DEFAULT_PAGE_SIZE, 1) }) pageSize?: number;

  /**
   * `more`: a "Show more" button; `scroll`: the list grows while the reader scrolls, and is a `role="feed"` with its keys
   * (Page Down, Page Up, Control+End, Control+Home); `none`: all papers at once. Sources that answer in pages are asked
   * for the next page when the papers at hand are used up.
   * @default more
   */
  @property({ converter: oneOf('pagination', 'more', 'scroll', 'none') }) pagination?: 'more' | 'scroll' | 'none';

  /**
   * `list` for reading, `grid` picture first, `compact` for a narrow column.
   * @default list
   */
  @property({ converter: oneOf('layout', ...layouts) }) layout?: Layout;

  /**
   * What a card draws besides the title, separated by spaces. Without it the layout's own choice. With both `authors` and
   * `organization` written out, both are drawn.
   */
  @property({ converter: someOf('show', ...cardFields) }) show?: readonly CardField[];

  /**
   * Lines of an abstract before it is cut; 0 = all.
   * @default 3
   */
  @property({ attribute: 'abstract-lines', converter: wholeNumber('abstract-lines', DEFAULT_ABSTRACT_LINES, 0, 100) })
  abstractLines?: number;

  /**
   * Names drawn before "+4 more"; 0 = all.
   * @default 3
   */
  @property({ attribute: 'author-max', converter: wholeNumber('author-max', DEFAULT_AUTHOR_MAX) }) authorMax?: number;

  /** Authors to emphasise, the lab's own, separated by semicolons; initials and diacritics match. */
  @property({ converter: nameList }) highlight?: readonly string[];

  /**
   * Order of the papers; the reader may change it where `controls` has `sort`. Unknown numbers and dates come last.
   * @default feed
   */
  @property({ converter: oneOf('sort', ...sorts) }) sort?: PaperSort;

  /** What is searched for at first: all words in any order, `"quoted words"` as they stand. */
  @property() search?: string;

  /**
   * Only papers with at least one of these words or phrases, separated by `;` (or by `,` where there is no `;`). Whole
   * words, singular or plural; `robot*` stands for all words that begin so.
   */
  @property() include?: string;

  /** No papers with any of these, separated likewise. */
  @property() exclude?: string;

  /**
   * Only papers with at least so many upvotes.
   * @default 0
   */
  @property({ attribute: 'min-upvotes', converter: wholeNumber('min-upvotes', 0) }) minUpvotes?: number;

  /** Only papers whose code is known. */
  @property({ attribute: 'with-code', converter: flag }) withCode = false;

  /**
   * Part of the time line to show. Sources that keep lists by day, week and month are asked for them; of other feeds
   * the papers of that time are shown. `trending` is for Hugging Face only.
   * @default none
   */
  @property({ converter: periodName }) period?: Period;

  /** Which day (`2026-03-26`), week (`2026-W13`) or month (`2026-03`). Default: the latest. */
  @property({ converter: periodDate }) date?: string;

  /** What the reader may change, any of `search sort period layout`, separated by spaces. Default: nothing. */
  @property({ converter: someOf('controls', ...controlNames) }) controls?: readonly ControlName[];

  /**
   * `auto` follows the page's `color-scheme`; `light` and `dark` bring a background of their own.
   * @default auto
   */
  @property({ converter: oneOf('theme', 'auto', 'light', 'dark') }) theme?: 'auto' | 'light' | 'dark';

  /**
   * `lazy` asks for the feed when the element comes near the visible part of the page, `eager` at once.
   * @default lazy
   */
  @property({ converter: oneOf('loading', 'lazy', 'eager') }) loading: 'lazy' | 'eager' = 'lazy';

  /**
   * Load again every so many minutes while the page is visible; 0 = never. New papers are offered, not pushed.
   * @default 0
   */
  @property({ attribute: 'refresh-minutes', converter: wholeNumber('refresh-minutes', 0, 0, 1440) })
  refreshMinutes?: number;

  /**
   * Where the last good answer is kept, to be shown while the present one is on its way: in this page only, in the
   * tab's storage, or in the visitor's browser. `memory` stores nothing on the visitor's device.
   * @default memory
   */
  @property({ converter: oneOf('cache', 'memory', 'session', 'local') }) cache?: CacheName;

  /**
   * Time limit for a whole answer, in milliseconds, from 100.
   * @default 10000
   */
  @property({ attribute: 'timeout-ms', converter: wholeNumber('timeout-ms', DEFAULT_TIMEOUT_MS, 100) })
  timeoutMs?: number;

  /**
   * Where links open.
   * @default _self
   */
  @property({ converter: oneOf('target', '_self', '_blank') }) target?: '_self' | '_blank';

  @state() private announcement = '';

  @query('[part=list]', true) private list!: HTMLElement | null;

  readonly #source = new FeedSource(this);
  readonly #view = new FeedView(this);
  readonly #cardList = new CardList();
  readonly #scroll = new ScrollFeed(() => this.#handleEnd());
  readonly #language = new LanguageController(this);
  readonly #announcer = new Announcer((text) => (this.announcement = text));
  readonly #reader = new ReaderActions(this, this.#source, this.#view, this.#cardList, this.#language, this.#announcer);
  readonly #states = new StatusStates(this.attachInternals());
  #level: FeedHeadingLevel = 2;
  #childObserver?: MutationObserver;
  readonly #drawing = new GradualDrawing(() => this.requestUpdate());
  /** How all cards are drawn; `undefined` until there are some. */
  protected cardView: CardView | undefined = undefined;
  /** What `daily-papers/prerender` has drawn, until this element draws its own. */
  #prerendered: readonly ChildNode[] = [];

  /** The whole feed as last loaded. Setting it shows a feed that the page has got by itself, without a request. */
  get feed(): Feed | undefined {
    return this.#source.feed;
  }

  set feed(feed: Feed | undefined) {
    if (feed) this.#source.use(feed);
  }

  /** The papers shown now. */
  get papers(): readonly Paper[] {
    return this.#view.papers;
  }

  /** What the element shows: `idle`, `loading`, `ready`, `empty` or `error`. */
  get status(): FeedStatus {
    return this.#source.status;
  }

  /** Whether the papers shown are older because the latest attempt to load failed. */
  get stale(): boolean {
    return this.#source.isStale;
  }

  /** Asks for the feed again. The papers shown stay until the answer is there, and when it fails. */
  reload(): void {
    this.#source.reload();
  }

  /** Shows the next papers, as the "Show more" button does. */
  showMore(): void {
    this.#view.showMore();
    if (this.#view.shownLimit > this.#view.selection.matchCount && this.#hasNextPage) this.#source.loadNextPage();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeEarlyFeed();
    // Children may come later than the element: the parser and frameworks add them one by one.
    this.#childObserver ??= new MutationObserver(() => this.requestUpdate());
    this.#childObserver.observe(this, { childList: true, characterData: true, subtree: true });
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#handleParsed);
    addEventListener('pagehide', this.#handleLeave);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#childObserver?.disconnect();
    this.#announcer.stop();
    this.#scroll.stop();
    removeEventListener('pagehide', this.#handleLeave);
    document.removeEventListener('DOMContentLoaded', this.#handleParsed);
  }

  adoptedCallback(): void {
    keepLook(this);
  }

  /** A page may have set `feed` before this class was there; the plain property would hide ours for ever. */
  #takeEarlyFeed(): void {
    if (!Object.hasOwn(this, 'feed')) return;
    const { feed } = this;
    delete this.feed;
    this.feed = feed;
  }

  /** @internal for the source of the papers */
  holdsNumbers(shown: Feed, newer: Feed): boolean {
    return this.#view.holdsNumbers(shown, newer);
  }

  /** @internal for the source of the papers */
  question(): FeedQuestion | undefined {
    return questionOf(this, this.#view.period, this.#source.isGiven);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    readWords(this, changed);
    // What the page says anew counts for more than what the reader chose before.
    if (changed.has('search')) this.#view.forget('query');
    if (changed.has('sort')) this.#view.forget('sort');
    if (changed.has('layout')) this.#view.forget('layout');
    if (changed.has('period') || changed.has('date')) this.#view.forget('period', 'at');
    if (changed.has('pageSize') || changed.has('limit') || changed.has('src')) this.#view.reset();
    if (changed.has('refreshMinutes')) this.#source.restartTimer();
    if (!this.hasUpdated && this.#isStoring) this.#view.restore(keptPlace(this.src ?? ''));
    this.#source.update();
    this.#view.update(this.feed, this.#language.locale, this.#isOutdated);
    this.#level = this.#headingLevel;
    if (this.papers.length) this.cardView = this.#viewOfCards();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#prerendered = [...(this.shadowRoot?.childNodes ?? [])];
    const root = super.createRenderRoot();
    // Behind what will be removed; Lit would hold on to the first node there is.
    this.renderOptions.renderBefore = null;
    return root;
  }

  /** Where there are no elements, on a server, the cards are templates; here `CardList` keeps them. */
  protected renderCards(): unknown {
    return nothing;
  }

  protected override render(): TemplateResult | typeof noChange {
    if (this.#prerendered.length && !this.feed) return noChange;
    const { translate } = this.#language;
    const heading = this.#known(this.heading ?? this.feed?.title);
    const byline = this.#known(this.byline ?? this.feed?.description);
    const hasSlotted = !!this.querySelector(':scope > :is([slot=header], [slot=subscribe])');
    const isLate = this.#isOutdated || this.#view.isSearchAwaited;
    const isTop = !heading && !byline && !this.controls && !hasSlotted;
    return html`<section
      class="base ${this.theme ?? 'auto'}"
      part="base"
      aria-labelledby=${heading === '' ? nothing : 'heading'}
      aria-label=${heading === '' ? translate('feedLabel') : nothing}
    >
      <slot name="header">${renderHeader(heading, byline, this.#level, translate)}</slot>
      <slot name="subscribe"></slot>
      ${this.controls && (this.#source.hasAnswered || this.#isWaiting) ? this.#renderControls(this.controls) : nothing}
      ${renderNotices(this.#source, this.#newCount, isTop, this.#language, this.#reader.retry, this.#reader.accept)}
      ${this.#isScrolling ? renderEdge('before') : nothing}
      <div
        class="list ${this.#view.layout} ${isLate ? 'outdated' : ''}"
        part="list"
        ?hidden=${this.#isWaiting}
        role=${this.#isScrolling ? 'feed' : nothing}
        aria-label=${this.#isScrolling ? heading || translate('feedLabel') : nothing}
        aria-busy=${isLate || this.#source.busyWith || this.#undrawnCount ? 'true' : 'false'}
        @keydown=${this.#isScrolling ? this.#handleKey : nothing}
      >
        ${this.renderCards()}
      </div>
      ${this.#isWaiting || this.#undrawnCount ? this.#renderSkeletons() : nothing}
      ${this.#isScrolling ? renderEdge('behind') : nothing}
      ${this.feed && !this.papers.length && !this.#isOutdated ? this.#renderEmpty() : nothing}
      ${this.status === 'ready' ? this.#renderFooter() : html`<slot></slot>`}
      <slot name="footer"></slot>
      <p class="visually-hidden" role="status">${this.announcement}</p>
    </section>`;
  }

  protected override update(changed: PropertyValues): void {
    // In place of prerendered cards nothing must be seen of it; a reader who comes back goes on at a place far down that
    // the browser remembers; and a grid would have holes.
    const isAtOnce = () => this.#prerendered.length || hasComeBack() || this.#view.layout === 'grid';
    this.#drawing.begin(this.status, isAtOnce);
    super.update(changed);
    if (this.#prerendered.length && !this.feed) return;
    // In the frame in which the own papers are drawn, so that nothing is seen of it.
    const giveFocus = this.#prerendered.length ? carryFocus(this.renderRoot as ShadowRoot) : undefined;
    for (const node of this.#prerendered) node.remove();
    this.#prerendered = [];
    if (this.cardView) {
      this.#cardList.draw(this.list!, this.papers.slice(0, this.#drawing.limit), this.cardView, this.#isScrolling);
    }
    this.#drawing.goOn(this.papers.length);
    if (!giveFocus) return;
    void giveFocus(this.#cardList.cards);
    this.#source.check();
  }

  /** @internal for the source of the papers */
  ownUpdate(): Promise<boolean> {
    return super.getUpdateComplete();
  }

  /** Resolves when all papers shown are drawn. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await this.ownUpdate();
    return this.#drawing.next ? this.#drawing.next.then(() => this.getUpdateComplete()) : isComplete;
  }

  protected override updated(): void {
    this.#announcer.announceNotices(this.renderRoot);
    this.#states.set(this.status, this.stale);
    this.#scroll.observe(this.#isScrolling && this.feed && this.#hasMore ? this.#edge('behind')! : undefined);
    // Coming back to a long list: its pages are fetched until it is as long as it was.
    if (
      this.#view.isRestoring &&
      !this.#hasNextPageFailed &&
      this.#view.shownLimit > this.#view.selection.matchCount &&
      this.#hasNextPage
    ) {
      this.#source.loadNextPage();
    }
  }

  /** A text of the feed; empty where there is none, `undefined` while it may still come. */
  #known(text: string | undefined): string | undefined {
    return text ?? (this.feed || this.status === 'error' ? '' : undefined);
  }

  get #headingLevel(): FeedHeadingLevel {
    const level = this.headingLevel ?? 'auto';
    return level === 'auto' ? headingLevelFor(this) : (Number(level) as FeedHeadingLevel);
  }

  get #hasNextPage(): boolean {
    return !!this.feed?.nextUrl && this.feed.papers.length < this.#view.limit;
  }

  get #hasMore(): boolean {
    return this.papers.length < this.#view.selection.matchCount || this.#hasNextPage;
  }

  get #hasNextPageFailed(): boolean {
    return this.#source.hasNextPageFailed;
  }

  /** How many papers have still to be drawn. */
  get #undrawnCount(): number {
    return this.#drawing.waitingCount(this.papers.length);
  }

  /** How many papers are offered that the owner lets through and the reader has not got. */
  get #newCount(): number {
    const { feed, offered } = this.#source;
    return feed && offered ? this.#view.countNew(feed, offered) : 0;
  }

  /** Whether the papers on screen are of another period than the one that is on its way. */
  get #isOutdated(): boolean {
    return !!this.#source.busyWith && this.#source.isOtherPeriod;
  }

  get #isScrolling(): boolean {
    return this.pagination === 'scroll';
  }

  /** Placeholders are drawn only where the page offers nothing better. */
  get #isWaiting(): boolean {
    return (this.status === 'loading' || this.status === 'idle') && !this.#hasFallback;
  }

  get #hasFallback(): boolean {
    return [...this.childNodes].some((node) =>
      node.nodeType === Node.ELEMENT_NODE
        ? !(node as Element).slot && !(node as Element).matches('script, template')
        : node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim(),
    );
  }

  /** The same object as long as nothing in it changes, so that cards know that they need not draw themselves again. */
  #viewOfCards(): CardView {
    const hasHeading = this.#known(this.heading ?? this.feed?.title) !== '';
    const headingLevel = (this.#level + Number(hasHeading)) as HeadingLevel;
    const { abstractLines, authorMax, highlight, show, target } = this;
    const { locale, translate } = this.#language;
    const hasUpvoteColumn = !!this.feed?.papers.some((paper) => paper.upvoteCount !== undefined);
    const choices = { abstractLines, authorMax, highlight, show, target, layout: this.#view.layout };
    // A single letter is in every word: hundreds of marks in each abstract would show nothing.
    const terms = searchTerms(this.#view.searchedFor).filter((term) => !/^[a-z\d]$/.test(term));
    // Only a `role="feed"` tells it; for others it would draw every card again when one is added.
    const setSize = this.#isScrolling && !this.#hasNextPage ? this.#view.selection.matchCount : -1;
    const view = cardView(choices, { headingLevel, hasUpvoteColumn, setSize, locale, terms, translate });
    return this.cardView && isSameView(view, this.cardView) ? this.cardView : view;
  }

  #renderSkeletons(): unknown {
    const count = Math.min(this.#undrawnCount || this.#view.shownLimit, MAX_SKELETONS);
    const lineCount = this.#view.layout === 'list' ? (this.abstractLines ?? DEFAULT_ABSTRACT_LINES) : 1;
    const skeletons = renderSkeletons(count, Math.min(lineCount || 6, 8));
    // New ones each time: what is pushed down by cards would count as a shift of the layout.
    return keyed(
      this.#drawing.limit,
      html`<div class="list ${this.#view.layout}" part=${this.#undrawnCount ? nothing : 'list'}>${skeletons}</div>`,
    );
  }

  #renderControls(controls: readonly ControlName[]): unknown {
    return renderControls(controls, this.#view, this.#language, this.#reader.choose);
  }

  #renderEmpty(): unknown {
    return renderEmpty(this.#view, this.#language, this.#reader.choose);
  }

  #renderFooter(): unknown {
    const { translate } = this.#language;
    const { papers, matchCount } = this.#view.selection;
    const hasFailed = this.#hasNextPageFailed;
    if (!this.#hasMore || this.#undrawnCount || (this.#isScrolling && !hasFailed)) return nothing;
    const count = hasFailed
      ? translate('failed')
      : translate('shownCount', { shown: papers.length, total: matchCount });
    return renderFooter(
      translate(hasFailed ? 'retry' : 'showMore'),
      count,
      this.#source.isNextPageAwaited,
      this.#reader.showMore,
    );
  }

  #edge(name: 'before' | 'behind'): HTMLElement | null {
    return this.renderRoot.querySelector(`.edge.${name}`);
  }

  get #isStoring(): boolean {
    return this.cache === 'session' || this.cache === 'local';
  }

  #handleEnd(): void {
    if (this.#hasNextPageFailed) return;
    // With the papers at hand used up, the next page can be asked for only when no other answer is due.
    if (!this.#source.busyWith || this.papers.length < this.#view.selection.matchCount) this.showMore();
  }

  readonly #handleKey = (event: KeyboardEvent) => {
    handleFeedKey(event, this.#cardList.cards, { before: this.#edge('before'), behind: this.#edge('behind') });
  };

  readonly #handleLeave = () => {
    if (this.#isStoring && this.papers.length) keepPlace(this.src ?? '', this.papers.length);
  };

  readonly #handleParsed = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-feed': PaperFeed;
  }
}
