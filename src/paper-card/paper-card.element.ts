/** The class of `<paper-card>`; registers nothing. */
import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { authorNamesStyles } from '../author-list/author-list.styles.js';
import type { Paper } from '../feed/model.js';
import { keepLook, windowOf } from '../shared/adoption.js';
import { nameList, oneOf, readWords, someOf, wholeNumber } from '../shared/attributes.js';
import { PaperSelectEvent } from '../shared/events.js';
import { LanguageController } from '../shared/language.js';
import { version } from '../shared/registration.js';
import { tokens } from '../shared/tokens.styles.js';
import {
  cardFields,
  cardView,
  DEFAULT_ABSTRACT_LINES,
  layouts,
  type CardField,
  type CardView,
  type HeadingLevel,
  type Layout,
} from './card-view.js';
import { observeClamp, unobserveClamp } from './clamp-observer.js';
import { joinTemplates } from './join-templates.js';
import { paperFromElement } from './paper-from-element.js';
import { paperCardStyles } from './paper-card.styles.js';
import { renderCard } from './render-card.js';
import { citationOf, copyText, type Citation } from './render-cite.js';
import type { VideoState } from './render-thumbnail.js';
import { successorOf } from './successor.js';

/**
 * One paper: title, abstract, who wrote it and when, how it was received.
 *
 * Give it a `paper` by script, or write it by hand: the attributes carry the data and the text inside is the abstract.
 * An organization stands in for the authors; zero upvotes show as "-", zero comments as nothing; the current year is
 * left out of dates.
 *
 * @slot - the abstract of a card written by hand; plain text, TeX allowed
 *
 * @csspart card - the article
 * @csspart title - the heading
 * @csspart title-link - the link in it
 * @csspart upvotes - the number of upvotes
 * @csspart thumbnail - the picture
 * @csspart abstract - the abstract with its "more" button
 * @csspart summary - the summary by a language model
 * @csspart meta - the line of authors, date and counts
 * @csspart keywords - the keywords
 * @csspart links - the line of links
 * @csspart cite - the citation, once it is opened
 * @csspart highlight - an author that `highlight` asks for
 * @csspart more-authors - the "+4 more" button
 *
 * @cssprop [--paper-accent] - colour of links and buttons
 * @cssprop [--paper-muted] - colour of the abstract's companions: date, counts, authors
 * @cssprop [--paper-border] - colour of lines and boxes
 * @cssprop [--paper-surface] - tint behind boxes and missing pictures
 * @cssprop [--paper-radius=0.5rem] - roundness of boxes and pictures
 * @cssprop [--paper-gap=1rem] - the distance that all distances derive from
 * @cssprop [--paper-highlight=inherit] - colour of highlighted authors
 * @cssprop [--paper-mark] - background of search hits
 * @cssprop [--paper-title-color=inherit] - colour of titles
 * @cssprop [--paper-title-font=inherit] - font family of titles
 *
 * @fires {PaperSelectEvent} paper-select - a link of the paper was followed; cancelable
 */
export class PaperCard extends LitElement {
  /** @internal */
  static readonly dailyPapersVersion = version;

  static override styles = css`
    ${tokens}${authorNamesStyles}${paperCardStyles}
  `;

  /** The paper; wins over everything written by hand. */
  @property({ attribute: false }) paper?: Paper;

  /** How to draw, as a feed tells all its cards; wins over the attributes about the look. @internal */
  @property({ attribute: false }) view?: CardView;

  /** Place in a list that is a `role="feed"`, from 1; set by the feed. @internal */
  @property({ attribute: false }) position?: number;

  /** Title of a paper written by hand. */
  @property() heading?: string;

  /** Where the title leads; http(s), or relative to the page. */
  @property() href?: string;

  /** When it appeared, ISO 8601 as precise as known: `2026-03-26`, `2026-03` or `2026`. */
  @property({ attribute: 'published-at' }) publishedAt?: string;

  /** Name of the lab or company; stands in for the authors. */
  @property() organization?: string;

  /** Names separated by semicolons: `Ada Lovelace; Alan Turing`. */
  @property({ converter: nameList }) authors?: readonly string[];

  /** Number of authors where only that is known. */
  @property({ attribute: 'author-count', converter: wholeNumber('author-count', undefined) }) authorCount?: number;

  /** Number of upvotes; 0 is drawn as "-", absent draws no box. */
  @property({ attribute: 'upvote-count', converter: wholeNumber('upvote-count', undefined) }) upvoteCount?: number;

  /** Number of comments; 0 is not drawn. */
  @property({ attribute: 'comment-count', converter: wholeNumber('comment-count', undefined) }) commentCount?: number;

  /** Address of a picture; http(s), or relative to the page. */
  @property() thumbnail?: string;

  /**
   * Level of the title's heading, 2 to 6.
   * @default 3
   */
  @property({ attribute: 'heading-level', converter: wholeNumber('heading-level', 3, 2, 6) })
  headingLevel?: HeadingLevel;

  /**
   * `list` for reading, `grid` picture first, `compact` for a narrow column.
   * @default list
   */
  @property({ converter: oneOf('layout', ...layouts) }) layout?: Layout;

  /**
   * What is drawn besides the title, separated by spaces. Without it the layout's own choice. With both `authors` and
   * `organization` written out, both are drawn.
   */
  @property({ converter: someOf('show', ...cardFields) }) show?: readonly CardField[];

  /**
   * Lines of the abstract before it is cut; 0 = all.
   * @default 3
   */
  @property({ attribute: 'abstract-lines', converter: wholeNumber('abstract-lines', DEFAULT_ABSTRACT_LINES, 0, 100) })
  abstractLines?: number;

  /** Authors to emphasise, separated by semicolons; initials and diacritics match. */
  @property({ converter: nameList }) highlight?: readonly string[];

  // Without a value at first: each would be a change to draw, in each of a thousand cards.
  @state() private isAbstractOpen?: boolean;
  @state() private isAbstractClipped?: boolean;
  @state() private areAuthorsOpen?: boolean;
  @state() private video?: VideoState;
  @state() private citation?: Citation;

  #language?: LanguageController;
  #contentObserver?: MutationObserver;
  #observedText?: Element;
  #hasLines?: boolean;

  constructor() {
    super();
    this.addEventListener('click', this.#handleClick);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved: the text may be cut where it was not before.
    if (this.hasUpdated) this.#observeText(this.renderRoot.querySelector('.clamp') ?? undefined);
    // A card of a feed gets its words and its paper from the feed; only a card alone has to look after itself.
    if (this.view) return;
    this.#language ??= new LanguageController(this);
    this.#contentObserver ??= new MutationObserver(() => this.requestUpdate());
    this.#contentObserver.observe(this, { childList: true, characterData: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#contentObserver?.disconnect();
    this.#observeText(undefined);
  }

  adoptedCallback(): void {
    keepLook(this);
  }

  /** Puts the focus on the title; in a `role="feed"` on the article, as its keys are meant to. */
  override focus(options?: FocusOptions): void {
    const article = this.renderRoot.querySelector<HTMLElement>('article[tabindex]');
    if (article) {
      article.focus(options);
      return;
    }
    const title =
      this.renderRoot.querySelector<HTMLElement>('.title a') ?? this.renderRoot.querySelector<HTMLElement>('.title');
    // A title without link is no tab stop, but the reader may be sent to it.
    if (title && title.localName !== 'a') title.tabIndex = -1;
    title?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    readWords(this, changed);
    const before = changed.get('paper');
    if (changed.has('paper') && before && before.id !== this.paper?.id) {
      this.isAbstractOpen = this.isAbstractClipped = this.areAuthorsOpen = undefined;
      this.video = this.citation = undefined;
    }
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // A video takes the focus by itself.
    if (focused?.isConnected === false && !changed.has('video')) {
      (successorOf(focused, this.renderRoot) ?? this).focus({ preventScroll: true });
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const paper = this.#shown;
    if (!paper.title) return nothing;
    const card = renderCard(paper, this.view ?? this.#ownView(), {
      position: this.position,
      isAbstractOpen: this.isAbstractOpen,
      isAbstractClipped: this.isAbstractClipped,
      areAuthorsOpen: this.areAuthorsOpen,
      video: this.video,
      citation: this.citation,
      onToggleAbstract: this.#handleToggleAbstract,
      onToggleAuthors: this.#handleToggleAuthors,
      onAbstractFocus: this.#handleAbstractFocus,
      onVideo: (state) => this.#handleVideo(state),
      onToggleCitation: this.#handleToggleCitation,
      onCopy: (text) => void this.#handleCopy(text),
    });
    // Joined, a card may be drawn anew as a whole, which would begin a video again.
    return this.video ? card : joinTemplates(card);
  }

  protected override updated(changed: PropertyValues): void {
    const lines = this.view?.abstractLines ?? this.abstractLines ?? DEFAULT_ABSTRACT_LINES;
    // Set by script: a strict policy refuses `style` attributes, and most cards need none.
    if (lines !== DEFAULT_ABSTRACT_LINES || this.#hasLines) {
      this.#hasLines = true;
      this.#find('article')?.style.setProperty('--_lines', String(lines));
    }
    this.#observeText(this.renderRoot.querySelector('.clamp') ?? undefined);
    // The button that had the focus has made room for what it stood for.
    if (changed.has('video') && this.video) this.#find('video, .play')?.focus();
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  get #shown(): Paper {
    return this.paper ?? paperFromElement(this);
  }

  #ownView(): CardView {
    const { locale, translate } = (this.#language ??= new LanguageController(this));
    const { layout, show, abstractLines, highlight } = this;
    // Not the card itself: what a feed may choose besides, a page may have added to all objects.
    const choices = { layout, show, abstractLines, highlight };
    return cardView(choices, {
      headingLevel: this.headingLevel ?? 3,
      hasUpvoteColumn: false,
      setSize: -1,
      terms: [],
      locale,
      translate,
    });
  }

  #observeText(text: Element | undefined): void {
    if (text === this.#observedText) return;
    if (this.#observedText) unobserveClamp(this.#observedText);
    this.#observedText = text;
    if (text) observeClamp(text, this.#handleClamp);
  }

  // An open abstract overflows nothing; its button must stay all the same.
  readonly #handleClamp = (isClipped: boolean) => {
    if (!this.isAbstractOpen) this.isAbstractClipped = isClipped || undefined;
  };

  // Methods where the browser, or Lit, calls with the card as `this`: a function of its own for each of a thousand cards
  // would be kept for nothing.
  #handleToggleAbstract(): void {
    this.isAbstractOpen = !this.isAbstractOpen;
  }

  #handleToggleAuthors(): void {
    this.areAuthorsOpen = !this.areAuthorsOpen;
  }

  #handleVideo(state: VideoState): void {
    this.video = state;
  }

  #handleToggleCitation(): void {
    this.citation = this.citation ? undefined : citationOf(this.#shown);
  }

  async #handleCopy(text: string): Promise<void> {
    // Without what was said before: the same words are said aloud only when they are new.
    this.citation = { text };
    await this.updateComplete;
    const isCopied = await copyText(text, windowOf(this), () => this.#find('textarea'));
    if (this.citation?.text === text) this.citation = { text, isCopied };
  }

  // The keyboard may reach a link in the part that is cut off.
  #handleAbstractFocus(event: Event): void {
    const link = event.target as Element;
    if (this.isAbstractClipped && link.matches('a:focus-visible')) this.isAbstractOpen = true;
  }

  #handleClick(event: Event): void {
    const [target] = event.composedPath();
    const link = (target as Partial<Element>).closest?.('a');
    if (!link) return;
    const selection = new PaperSelectEvent(this.#shown, link.href);
    if (!this.dispatchEvent(selection)) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-card': PaperCard;
  }
}
