/** Gets the papers of a `<paper-feed>`: when to ask, what to show meanwhile, what to keep when asking fails. */
import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FeedError } from '../feed/feed-error.js';
import { loadFeed } from '../feed/load-feed.js';
import { type FeedFailure, loadFeeds } from '../feed/load-feeds.js';
import type { Feed } from '../feed/model.js';
import { appendPage, countNew, replaceFeed, updateInPlace } from '../feed/update-feed.js';
import { PaperFeedErrorEvent, PaperFeedLoadEvent } from '../shared/events.js';
import { nextTask } from '../shared/next-task.js';
import { cachedAnswer, type FeedQuestion, isSameList, isSamePeriod, parseInline } from './feed-question.js';
import { isNearAtOnce, whenNearView } from './in-view.js';
import { RefreshTimer } from './refresh-timer.js';

/** What a feed element shows: nothing yet, waiting, papers, no papers, or why not. */
export type FeedStatus = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

interface FeedSourceHost extends ReactiveControllerHost, HTMLElement {
  /** The question as the attributes put it now; `undefined` while the page is not yet complete enough to tell. */
  question(): FeedQuestion | undefined;
  /** Resolves when the host has drawn itself; some of its papers may have to wait. */
  ownUpdate(): Promise<unknown>;
  readonly loading: 'lazy' | 'eager';
  /** Whether the reader is offered papers of a newer feed while its numbers would move those on screen. */
  holdsNumbers(shown: Feed, newer: Feed): boolean;
  readonly timeoutMs?: number;
  readonly refreshMinutes?: number;
}

/**
 * Who wants an answer: the element itself, the reader by a button, the refresh timer, the next page, or nobody: a check
 * whether the papers that came with the page are still the latest.
 */
type Reason = 'first' | 'reload' | 'refresh' | 'next-page' | 'check';

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
  /** Whether the next page of `feed` could not be had. */
  hasNextPageFailed = false;
  /** Whether the page has set the feed itself: then nobody is asked unless it names an address too. */
  isGiven = false;
  /** Whether there has been any feed for the present list. */
  hasAnswered = false;

  readonly #host: FeedSourceHost;
  readonly #task: Task<[FeedQuestion, Reason], Answer>;
  readonly #timer = new RefreshTimer(() => this.#handleDue());
  /** The question that all of the above belongs to. */
  #asked?: FeedQuestion;
  /** The feed in the page, once it has been read: where there is an address, that answers every further question. */
  #readInline?: string;
  #stopWaiting?: () => void;
  #shownPeriod?: FeedQuestion['period'];
  /** What was awaited when the element left the page. */
  #interrupted?: Reason;

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

  /** Whether a further page of the list is on its way. */
  get isNextPageAwaited(): boolean {
    return this.busyWith === 'next-page';
  }

  /** Resolves when no answer is awaited any more. */
  get settled(): Promise<unknown> {
    return this.busyWith ? this.#task.taskComplete.catch(() => undefined) : Promise.resolve();
  }

  /** Whether `feed` belongs to another period than the one asked for. */
  get isOtherPeriod(): boolean {
    return !isSamePeriod(this.#shownPeriod, this.#asked?.period);
  }

  /** Shows a feed that the page has got by itself. No event: the page knows. */
  use(feed: Feed): void {
    this.#cancel();
    this.isGiven = true;
    this.#asked = this.#host.question();
    this.#interrupted = undefined;
    this.#show(replaceFeed(this.feed, feed));
    this.offered = undefined;
    this.failures = [];
    this.restartTimer();
    this.#host.requestUpdate();
  }

  /** Asks again, whatever has been answered before. The papers on screen stay until there are new ones. */
  reload(): void {
    // Another address begins another list; the papers of the old one must not stand under it.
    this.update();
    this.#ask('reload');
  }

  /** Asks whether there is something newer than what came with the page, once the reader is near. Failing is no matter. */
  check(): void {
    if (this.#asked?.inlineJson !== undefined && this.#asked.urls.length) {
      this.#stopWaiting = whenNearView(this.#host, () => this.#ask('check'));
    }
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
    if (!this.#host.isConnected || !question) return;
    const before = this.#asked;
    const isOldList = !!before && isSameList(question, before);
    // Taken over also when it is the same: where to keep answers may have changed.
    this.#asked = question;
    if (isOldList && isSamePeriod(question.period, before.period)) this.#resume();
    else this.#begin(!isOldList);
  }

  /** Goes on with what was interrupted, or no longer has to wait. */
  #resume(): void {
    if (this.busyWith) return;
    const reason = this.#interrupted;
    this.#interrupted = undefined;
    if (reason === 'check') this.check();
    else if (reason) this.#ask(reason);
    else if (this.#stopWaiting && !this.feed && this.#host.loading === 'eager') this.#ask('first');
  }

  #begin(isOtherList: boolean): void {
    this.#cancel();
    const isWanted = this.#interrupted === 'reload';
    this.#interrupted = this.error = this.offered = undefined;
    this.failures = [];
    this.isStale = this.hasNextPageFailed = false;
    if (isOtherList) {
      // Papers of one list must not stand under the name of another; another part of the same list may stay meanwhile.
      this.feed = undefined;
      this.isGiven = this.hasAnswered = false;
    }
    this.#host.requestUpdate();
    const isNow = this.#isInline(this.#asked, 'first') || this.#host.loading === 'eager' || !isOtherList;
    if (isWanted) this.#ask('reload');
    else if (isNow || isNearAtOnce(this.#host)) this.#ask('first');
    else this.#stopWaiting = whenNearView(this.#host, () => this.#ask('first'));
  }

  hostConnected(): void {
    // After the host's children have been looked at, which happens in its own connectedCallback.
    queueMicrotask(() => this.update());
    if (this.feed) this.restartTimer();
  }

  hostDisconnected(): void {
    // A move within the page disconnects and connects in one go: only what is still outside afterwards has left.
    queueMicrotask(() => {
      // But the window that was waited for may be another one now.
      if (this.#host.isConnected && !this.#stopWaiting) return;
      // Not over what was wanted while the element was out of the page.
      this.#interrupted ??= this.busyWith;
      const isWaiting = !!this.#stopWaiting;
      this.#cancel();
      this.#timer.stop();
      // With papers on screen, it was a check that waited.
      if (isWaiting && this.feed) this.#interrupted ??= 'check';
      else if (isWaiting) this.#asked = undefined;
    });
  }

  /** To be called when the interval may have changed. */
  restartTimer(): void {
    if (this.#host.isConnected) this.#timer.restart(this.#host.refreshMinutes ?? 0, this.#host.ownerDocument);
  }

  /**
   * Time to refresh: not before the first view, and not in place of an answer that is due; that one restarts the timer.
   * Nor does what stands in the page refresh a feed that the page has set itself.
   */
  #handleDue(): void {
    const hasSource = !this.isGiven || !!this.#asked?.urls.length;
    if (hasSource && !this.#stopWaiting && !this.busyWith) this.#ask('refresh');
  }

  #cancel(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = this.busyWith = undefined;
    this.#task.abort();
  }

  #ask(reason: Reason): void {
    // Out of the page nobody is asked: that is made up for when the element comes back.
    if (!this.#host.isConnected) {
      if (reason === 'reload') this.#interrupted = reason;
      else this.#interrupted ??= reason;
      return;
    }
    const question = this.#asked;
    if (!question || (!question.urls.length && question.inlineJson === undefined)) return;
    this.#cancel();
    if (reason === 'reload' && !this.feed && question.urls.length && this.#isInline(question, 'first')) {
      // What stands in the page is there at once, and stays when the address has nothing.
      this.#interrupted = reason;
      reason = 'first';
    }
    const kept = !this.feed || this.isOtherPeriod ? cachedAnswer(question) : undefined;
    if (kept) this.#show(kept);
    this.busyWith = reason;
    this.#host.requestUpdate();
    void this.#task.run([question, reason]);
  }

  async #answer(question: FeedQuestion, reason: Reason, signal: AbortSignal): Promise<Answer> {
    const { urls, format } = question;
    const limits = { timeoutMs: this.#host.timeoutMs, signal };
    if (reason === 'next-page') {
      // A page of a list is not a question of its own: it is neither kept nor asked for a period.
      const feed = await loadFeed(this.feed?.nextUrl ?? '', { format: format ?? formatOf(this.feed), ...limits });
      return { feed, failures: [], reason };
    }
    if (this.#isInline(question, reason)) return { feed: parseInline(question), failures: [], reason };
    const onPartial = (feed: Feed) => {
      if (signal.aborted || this.feed) return;
      this.#show(feed);
      this.#host.requestUpdate();
    };
    const loaded = await loadFeeds(urls, { ...question, ...limits, onPartial });
    // To read papers and to draw them are two tasks: together they would hold up a slow page for too long.
    await nextTask();
    signal.throwIfAborted();
    return { ...loaded, reason };
  }

  #isInline(question: FeedQuestion | undefined, reason: Reason): boolean {
    const json = question?.inlineJson;
    return json !== undefined && (!question?.urls.length || (reason === 'first' && json !== this.#readInline));
  }

  // The Task calls back only for its latest run.
  #handleAnswer({ feed, failures, reason }: Answer): void {
    // It was given up when it had just been read.
    if (!this.busyWith) return;
    this.#readInline = this.#asked?.inlineJson;
    const shown = this.feed;
    this.hasNextPageFailed = false;
    if (shown && reason === 'next-page') {
      // The first page stays as old as it was.
      this.feed = appendPage(shown, feed);
      this.#settle(new PaperFeedLoadEvent(this.feed));
      return;
    }
    if (!shown?.papers.length || reason === 'reload' || this.isOtherPeriod) {
      this.offered = undefined;
      this.#show(replaceFeed(shown, feed));
    } else {
      this.offered = countNew(shown, feed) ? feed : undefined;
      const updated = updateInPlace(shown, feed);
      // With what is offered comes its heading, and where new numbers would move papers, those as well.
      const { papers } = this.#host.holdsNumbers(shown, feed) ? shown : updated;
      this.#show(this.offered ? { ...shown, papers, fetchedAt: feed.fetchedAt } : updated);
    }
    this.error = undefined;
    this.isStale = false;
    this.failures = failures;
    for (const { error } of failures) warnOf(error);
    this.#settle(new PaperFeedLoadEvent(this.feed ?? feed, failures));
  }

  #handleError(cause: unknown): void {
    // Whoever gave it up has set the state already.
    if (!this.busyWith) return;
    this.#readInline = this.#asked?.inlineJson;
    const error = asFeedError(cause);
    const isFirstOfPeriod = this.#asked?.period && (!this.feed || this.isOtherPeriod);
    // Hugging Face refuses a day that it has not opened yet; to a reader it is a day without papers.
    if (isFirstOfPeriod && error.status === 400) {
      const { title, description, homePageUrl, format = 'hugging-face' } = this.feed ?? {};
      const about = { title, description, homePageUrl, format };
      const feed: Feed = { ...about, papers: [], skippedCount: 0, fetchedAt: new Date().toISOString() };
      this.#handleAnswer({ feed, failures: [], reason: 'first' });
      return;
    }
    this.hasNextPageFailed = this.isNextPageAwaited;
    if (!this.hasNextPageFailed && this.busyWith !== 'check') {
      if (this.isOtherPeriod) this.feed = undefined;
      this.error = error;
      this.isStale = !!this.feed;
    }
    warnOf(error);
    this.#settle(new PaperFeedErrorEvent(error));
  }

  #show(feed: Feed): void {
    this.feed = feed;
    this.error = undefined;
    this.isStale = false;
    this.hasAnswered = true;
    this.hasNextPageFailed = false;
    this.#shownPeriod = this.#asked?.period;
  }

  #settle(event: Event): void {
    this.busyWith = undefined;
    this.restartTimer();
    this.#host.requestUpdate();
    // After the host has drawn itself, so that a listener finds what the event says.
    void this.#host.ownUpdate().then(() => this.#host.dispatchEvent(event));
  }
}

/** With what the browser said, where the message does not hold it already. */
const warnOf = ({ code, message, cause }: FeedError) =>
  console.warn(`daily-papers: ${message}`, ...(cause && code !== 'parse' ? [cause] : []));

/** For its next page; that of a JSON Feed in the page may be in the format of the source it was made from. */
const formatOf = (feed: Feed | undefined) => (feed && !/merged|json-feed/.test(feed.format) ? feed.format : undefined);

/** A fault of our own must end in the error state as well, not in a skeleton for ever. */
function asFeedError(error: unknown): FeedError {
  return error instanceof FeedError ? error : new FeedError('format', `Unexpected: ${String(error)}`, { cause: error });
}
