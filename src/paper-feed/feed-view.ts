/** Which papers of the feed are on screen: what the owner's attributes say, changed by what the reader chose. */
import { attempt } from '../feed/feed-cache.js';
import type { Feed, Paper } from '../feed/model.js';
import { prepareSearch } from '../feed/search.js';
import { selectPapers, type PaperSelection, type PaperSort } from '../feed/select-papers.js';
import type { Layout } from '../paper-card/card-view.js';
import { countNew } from '../feed/update-feed.js';
import { PaperFeedViewEvent } from '../shared/events.js';
import { PeriodView, type Period } from './period-view.js';

/** What the reader may have chosen. */
export interface ReaderChoice {
  readonly query?: string;
  readonly sort?: PaperSort;
  readonly layout?: Layout;
  readonly period?: Period;
  /** ISO date, week or month. */
  readonly at?: string;
}

/** The owner's side, as the element's attributes have it. */
export interface FeedViewHost {
  requestUpdate(): void;
  readonly search?: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly minUpvotes?: number;
  readonly withCode: boolean;
  readonly sort?: PaperSort;
  readonly layout?: Layout;
  readonly limit?: number;
  readonly pageSize?: number;
  readonly pagination?: 'more' | 'scroll' | 'none';
  readonly period?: Period;
  readonly date?: string;
}

export const DEFAULT_LIMIT = 100;
export const DEFAULT_PAGE_SIZE = 10;

const NOTHING: PaperSelection = { papers: [], matchCount: 0, foundCount: 0, totalCount: 0 };

export const sorts = [
  'feed',
  'newest',
  'upvotes',
  'comments',
  'stars',
  'title',
] as const satisfies readonly PaperSort[];

const countOf = { upvotes: 'upvoteCount', comments: 'commentCount', stars: 'codeStarCount' } as const;

/** Keeps the reader's choices apart from the attributes, so that each can change without losing the other. */
export class FeedView {
  selection: PaperSelection = NOTHING;
  /** What the papers in `selection` were searched for. */
  searchedFor = '';
  readonly period: PeriodView;
  readonly #host: FeedViewHost;
  #feed?: Feed;
  #choice: ReaderChoice = {};
  #askedCount = 0;
  #restoredCount = 0;
  #preparing?: Promise<void>;

  constructor(host: FeedViewHost) {
    this.#host = host;
    this.period = new PeriodView(() => ({
      kind: this.#choice.period ?? host.period,
      at: this.#choice.period || this.#choice.at ? this.#choice.at : host.date,
    }));
  }

  /** What is looked for; the list shows it as soon as its papers can be searched. */
  get query(): string {
    return this.#choice.query ?? this.#host.search ?? '';
  }

  /** Whether the papers on screen are still those of what was looked for before. */
  get isSearchAwaited(): boolean {
    return this.query !== this.searchedFor;
  }

  get sort(): PaperSort {
    return this.#choice.sort ?? this.#host.sort ?? 'feed';
  }

  get layout(): Layout {
    return this.#choice.layout ?? this.#host.layout ?? 'list';
  }

  get papers(): readonly Paper[] {
    return this.selection.papers;
  }

  get limit(): number {
    return this.#host.limit ?? DEFAULT_LIMIT;
  }

  /** How many papers may be on screen now. */
  get shownLimit(): number {
    if (this.#host.pagination === 'none') return this.limit;
    return Math.max(this.#askedCount, this.#host.pageSize ?? DEFAULT_PAGE_SIZE);
  }

  /**
   * Orders that change something: an order by what no paper of this feed has would not. All of them while the feed is
   * awaited: most feeds need most of them, and the box does not grow when they come.
   */
  get sorts(): readonly PaperSort[] {
    const papers = this.#feed?.papers;
    return sorts.filter((sort) => {
      const field = Object.hasOwn(countOf, sort) ? countOf[sort as keyof typeof countOf] : undefined;
      return !papers || !field || sort === this.sort || papers.some((paper) => paper[field] !== undefined);
    });
  }

  /**
   * Selects anew. Call it before each drawing; the same papers give the same array.
   *
   * @param isAwaited whether another period is on its way
   */
  update(feed: Feed | undefined, locale: string, isAwaited: boolean): void {
    this.#feed = feed;
    this.period.update(feed, isAwaited);
    if (!this.#preparing || !this.query.trim()) {
      // What the reader looks for begins at its first page.
      if (this.#choice.query !== undefined && this.isSearchAwaited) this.#askedCount = 0;
      this.searchedFor = this.query;
    }
    const { include, exclude, minUpvotes, withCode } = this.#host;
    this.selection = feed
      ? selectPapers(feed, {
          query: this.searchedFor,
          include,
          exclude,
          minUpvotes,
          withCode,
          sort: this.sort,
          ...this.period.filter,
          limit: this.limit,
          shown: this.shownLimit,
          locale,
        })
      : NOTHING;
  }

  /** How many papers of a newer feed would be new to the reader, of those that the owner lets through. */
  countNew(shown: Feed, newer: Feed): number {
    const { include, exclude, minUpvotes, withCode } = this.#host;
    const { papers } = selectPapers(newer, { include, exclude, minUpvotes, withCode, ...this.period.filterOf(newer) });
    return countNew(shown, { ...newer, papers });
  }

  /** Whether a newer feed has papers to offer, while its numbers would move those on screen. */
  holdsNumbers(shown: Feed, newer: Feed): boolean {
    const isPlacedByNumbers = Object.hasOwn(countOf, this.sort) || !!this.#host.minUpvotes || !!this.#host.withCode;
    return isPlacedByNumbers && this.countNew(shown, newer) > 0;
  }

  /** Gets ready for a search; the reader is about to type. @returns what resolves then; `undefined` when all is ready */
  prepareSearch(): Promise<void> | undefined {
    const feed = this.#feed;
    const goOn = () => {
      this.#preparing = undefined;
      if (this.isSearchAwaited) this.#host.requestUpdate();
      return feed === this.#feed ? undefined : this.prepareSearch();
    };
    // A paper that cannot be read, as a page may set one, is for the search itself to fail at.
    const prepare = () => feed && prepareSearch(feed.papers, () => feed === this.#feed);
    this.#preparing ??= attempt(prepare)?.then(goOn, goOn);
    return this.#preparing;
  }

  /** Takes over what the reader chose. Other papers begin at their first page. */
  choose(choice: ReaderChoice): void {
    this.#choice = { ...this.#choice, ...choice };
    if (choice.query?.trim()) void this.prepareSearch();
    else if (choice.layout === undefined) this.#askedCount = 0;
  }

  /** Forgets what the reader chose: what the page says anew counts for more. */
  forget(...keys: (keyof ReaderChoice)[]): void {
    const kept = Object.entries(this.#choice).filter(([key]) => !keys.includes(key as keyof ReaderChoice));
    this.#choice = Object.fromEntries(kept);
  }

  /** Allows one more page on screen. */
  showMore(): void {
    this.#askedCount = this.shownLimit + (this.#host.pageSize ?? DEFAULT_PAGE_SIZE);
  }

  /** Allows so many papers on screen, as they were before the reader left. */
  restore(shownCount: number | undefined): void {
    this.#restoredCount = Math.min(shownCount ?? 0, this.limit);
    this.#askedCount = this.#restoredCount;
  }

  /** Whether the list is to be as long as it was, and the reader has not chosen anything since. */
  get isRestoring(): boolean {
    return this.#restoredCount > 0 && this.#askedCount === this.#restoredCount;
  }

  /** Back to the first page. */
  reset(): void {
    this.#askedCount = 0;
  }

  toEvent(): PaperFeedViewEvent {
    const { searchedFor: query, sort, layout, selection, period } = this;
    return new PaperFeedViewEvent({
      query,
      sort,
      layout,
      period: period.kind,
      at: period.at,
      shownCount: selection.papers.length,
      matchCount: selection.matchCount,
    });
  }
}
