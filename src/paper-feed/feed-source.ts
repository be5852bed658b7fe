/** Gets the papers of a `<paper-feed>`: when to ask, what to show meanwhile, what to keep when asking fails. */
import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FeedError } from '../feed/feed-error.js';
import { parseFeed } from '../feed/formats/index.js';
import { cachedFeed, type FeedQuery, loadFeed } from '../feed/load-feed.js';
import { type FeedFailure, loadFeeds } from '../feed/load-feeds.js';
import { mergeFeeds } from '../feed/merge-feeds.js';
import type { Feed } from '../feed/model.js';
import { appendPage, countNew, replaceFeed, updateInPlace } from '../feed/update-feed.js';
import { PaperFeedErrorEvent, PaperFeedLoadEvent } from '../shared/events.js';
import { whenNearView } from './in-view.js';
import { RefreshTimer } from './refresh-timer.js';

/** What a feed element shows: nothing yet, waiting, papers, no papers, or why not. */
export type FeedStatus = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** What to load; two equal questions are not asked twice. */
export interface FeedQuestion extends FeedQuery {
  /** Addresses of the feed, or of several that make one list. */
  readonly urls: readonly string[];
  /** The feed itself, written into the page; wins over `urls` until a reload. */
  readonly inlineJson?: string;
}

interface FeedSourceHost extends ReactiveControllerHost, HTMLElement {
  /** The question as the attributes put it now; `undefined` while the page is not yet complete enough to tell. */
  question(): FeedQuestion | undefined;
  readonly loading: 'lazy' | 'eager';
  readonly timeoutMs?: number;
  readonly refreshMinutes?: number;
}

/** Who wants an answer: the element itself, the reader by a button, the refresh timer, or the next page. */
type Reason = 'first' | 'reload' | 'refresh' | 'next-page';

interface Answer {
  readonly feed: Feed;
  readonly failures: readonly FeedFailure[];
  readonly reason: Reason;
}

/** Keeps the last good feed in a field of its own: a Task forgets its value when it fails. */
export class FeedSource implements ReactiveController {
  feed?: Feed;
  error?: FeedError;
  /** Sources that are missing from `feed`. */
  failures: readonly FeedFailure[] = [];
  /** A newer feed with papers that the reader has not got; shown when they want it. */
  offered?: Feed;
  /** Whether `feed` is shown although the latest attempt to load it failed. */
  isStale = false;
  /** Why an answer is awaited; `undefined` when none is. */
  busyWith?: Reason;

  readonly #host: FeedSourceHost;
  readonly #task: Task<[FeedQuestion, Reason], Answer>;
  readonly #timer = new RefreshTimer(() => this.#ask('refresh'));
  /** The question that all of the above belongs to. */
  #asked?: FeedQuestion;
  #stopWaiting?: () => void;
  #shownPeriod?: FeedQuestion['period'];

  constructor(host: FeedSourceHost) {
    this.#host = host;
    host.addController(this);
    this.#task = new Task<[FeedQuestion, Reason], Answer>(host, {
      autoRun: false,
      task: ([question, reason], { signal }) => this.#answer(question, reason, signal),
      onComplete: (answer) => this.#handleAnswer(answer),
      onError: (error) => this.#handleError(error),
    });
  }

  get status(): FeedStatus {
    if (this.feed) return this.feed.papers.length ? 'ready' : 'empty';
    if (this.error) return 'error';
    return this.busyWith ? 'loading' : 'idle';
  }

  /** Resolves when no answer is awaited any more. */
  get settled(): Promise<unknown> {
    return this.busyWith ? this.#task.taskComplete.catch(() => undefined) : Promise.resolve();
  }

  /** Whether `feed` belongs to another period than the one asked for. */
  get isOtherPeriod(): boolean {
    const [shown, asked] = [this.#shownPeriod, this.#asked?.period];
    return shown?.period !== asked?.period || shown?.at !== asked?.at;
  }

  /** How many papers `offered` has that `feed` has not. */
  get offeredCount(): number {
    return this.feed && this.offered ? countNew(this.feed, this.offered) : 0;
  }

  /** Shows a feed that the page has got by itself. */
  use(feed: Feed): void {
    this.#cancel();
    this.#asked = this.#host.question();
    this.#handleAnswer({ feed, failures: [], reason: 'reload' });
  }

  /** Asks again, whatever has been answered before. The papers on screen stay until there are new ones. */
  reload(): void {
    this.#asked = this.#host.question();
    this.#ask('reload');
  }

  /** Asks for the next page of the list, where the source has one. */
  loadNextPage(): void {
    if (this.feed?.nextUrl && !this.busyWith) this.#ask('next-page');
  }

  /** Shows the newer feed that was offered. */
  accept(): void {
    if (!this.offered) return;
    this.feed = replaceFeed(this.feed, this.offered);
    this.offered = undefined;
    this.#host.requestUpdate();
  }

  /** Compares the host's question with the one asked, and asks when it is another. Call it whenever something changed. */
  update(): void {
    const question = this.#host.question();
    if (!this.#host.isConnected || !question || isSame(question, this.#asked)) return;
    const isOtherList = !this.#asked || !isSame({ ...question, period: this.#asked.period }, this.#asked);
    this.#cancel();
    this.#asked = question;
    this.error = this.offered = undefined;
    this.failures = [];
    this.isStale = false;
    // Another part of the same list may stay until the new one is there; another list must not stand under a new name.
    if (isOtherList) this.feed = undefined;
    this.#host.requestUpdate();
    const isNow = question.inlineJson !== undefined || this.#host.loading === 'eager' || !isOtherList;
    if (isNow) this.#ask('first');
    else this.#stopWaiting = whenNearView(this.#host, () => this.#ask('first'));
  }

  hostConnected(): void {
    // After the host's children have been looked at, which happens in its own connectedCallback.
    queueMicrotask(() => this.update());
    if (this.feed) this.#timer.restart(this.#host.refreshMinutes ?? 0);
  }

  hostDisconnected(): void {
    // A move within the page disconnects and connects in one go: only what is still outside afterwards has left.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#cancel();
      this.#timer.stop();
      if (!this.feed && !this.error) this.#asked = undefined;
    });
  }

  /** To be called when the interval may have changed. */
  restartTimer(): void {
    if (this.#host.isConnected) this.#timer.restart(this.#host.refreshMinutes ?? 0);
  }

  #cancel(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = this.busyWith = undefined;
    this.#task.abort();
  }

  #ask(reason: Reason): void {
    const question = this.#asked;
    if (!question) return;
    this.#cancel();
    if (reason === 'first') this.feed ??= this.#cached(question);
    this.busyWith = reason;
    this.#host.requestUpdate();
    void this.#task.run([question, reason]);
  }

  /** The last good answer, shown while the present one is on its way. Of several sources all or none. */
  #cached(question: FeedQuestion): Feed | undefined {
    if (question.inlineJson !== undefined) return undefined;
    const feeds = question.urls.map((url) => cachedFeed(url, question)).filter((feed) => feed !== undefined);
    if (feeds.length < question.urls.length) return undefined;
    return feeds.length > 1 ? mergeFeeds(feeds) : feeds[0];
  }

  async #answer(question: FeedQuestion, reason: Reason, signal: AbortSignal): Promise<Answer> {
    const { urls, inlineJson, format } = question;
    const limits = { timeoutMs: this.#host.timeoutMs, signal };
    if (reason === 'next-page') {
      // A page of a list is not a question of its own: it is neither kept nor asked for a period.
      const feed = await loadFeed(this.feed?.nextUrl ?? '', { format: format ?? formatOf(this.feed), ...limits });
      return { feed, failures: [], reason };
    }
    if (inlineJson !== undefined && (reason === 'first' || !urls.length)) {
      return { feed: parseInline(inlineJson, format), failures: [], reason };
    }
    const onPartial = (feed: Feed) => {
      if (signal.aborted || this.feed) return;
      this.feed = feed;
      this.#host.requestUpdate();
    };
    return { ...(await loadFeeds(urls, { ...question, ...limits, onPartial })), reason };
  }

  // The Task calls back only for its latest run, so an answer to an old question never gets here.
  #handleAnswer({ feed, failures, reason }: Answer): void {
    const shown = this.feed;
    const isAsked = !shown || reason === 'reload';
    if (reason === 'next-page' && shown) this.feed = appendPage(shown, feed);
    else if (isAsked || !shown.papers.length || this.isOtherPeriod) this.feed = replaceFeed(shown, feed);
    else if (countNew(shown, feed)) this.offered = feed;
    else this.feed = updateInPlace(shown, feed);
    this.error = undefined;
    this.isStale = false;
    this.failures = failures;
    this.#shownPeriod = this.#asked?.period;
    this.#settle(new PaperFeedLoadEvent(this.feed ?? feed));
  }

  #handleError(cause: unknown): void {
    // Whoever aborted has set the state already.
    if (!(cause instanceof FeedError) && (cause as Partial<Error>)?.name === 'AbortError') return;
    const error = asFeedError(cause);
    // A valid day that the source has not opened yet is answered with an error; to a reader it is an empty day.
    if (this.#asked?.period && (error.status === 400 || error.status === 404)) {
      const feed: Feed = { papers: [], skippedCount: 0, format: 'hugging-face', fetchedAt: new Date().toISOString() };
      this.#handleAnswer({ feed, failures: [], reason: 'reload' });
      return;
    }
    if (this.isOtherPeriod) this.feed = undefined;
    this.error = error;
    this.isStale = !!this.feed && this.busyWith !== 'next-page';
    console.warn(`daily-papers: ${error.message}`);
    this.#settle(new PaperFeedErrorEvent(error));
  }

  #settle(event: Event): void {
    this.busyWith = undefined;
    this.restartTimer();
    this.#host.requestUpdate();
    // After the host has drawn itself, so that a listener finds what the event says.
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(event));
  }
}

function isSame(a: FeedQuestion, b: FeedQuestion | undefined): boolean {
  const key = (question: FeedQuestion | undefined) =>
    question && [
      question.urls.join(' '),
      question.inlineJson,
      question.format,
      question.period?.period,
      question.period?.at,
    ];
  return JSON.stringify(key(a)) === JSON.stringify(key(b));
}

const formatOf = (feed: Feed | undefined) => (feed && feed.format !== 'merged' ? feed.format : undefined);

function parseInline(json: string, format: FeedQuery['format']): Feed {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (cause) {
    const message = `The <script type="application/json"> inside <paper-feed> is not JSON: ${String(cause)}`;
    throw new FeedError('parse', message, { cause });
  }
  return parseFeed(document, { fetchedAt: new Date().toISOString(), format, url: globalThis.document?.baseURI });
}

/** A fault of our own must end in the error state as well, not in a skeleton for ever. */
function asFeedError(error: unknown): FeedError {
  return error instanceof FeedError ? error : new FeedError('format', `Unexpected: ${String(error)}`, { cause: error });
}
