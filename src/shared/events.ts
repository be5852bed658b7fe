/** Every event that the elements fire: one class per name, with typed fields and its own flags. */
import type { FeedError, FeedErrorCode } from '../feed/feed-error.js';
import type { PeriodQuery } from '../feed/formats/format.js';
import type { Feed, Paper } from '../feed/model.js';
import type { PaperSort } from '../feed/select-papers.js';

/** `<paper-feed>` shows a list: a first one, a reloaded one, or another page of it. */
export class PaperFeedLoadEvent extends Event {
  static readonly eventName = 'paper-feed-load';
  /** The whole feed, before the reader's search and sorting. */
  readonly feed: Feed;
  /** Of several sources, those that are missing from the feed, and why. */
  readonly failures: readonly { readonly url: string; readonly error: FeedError }[];

  constructor(feed: Feed, failures: PaperFeedLoadEvent['failures'] = []) {
    super(PaperFeedLoadEvent.eventName, { bubbles: true, composed: true });
    this.feed = feed;
    this.failures = failures;
  }
}

/** `<paper-feed>` could not load; what was shown before stays. */
export class PaperFeedErrorEvent extends Event {
  static readonly eventName = 'paper-feed-error';
  readonly code: FeedErrorCode;
  /** HTTP status, for code `http`. */
  readonly status?: number;
  /** The error itself; its message tells the developer what to do. */
  readonly error: FeedError;

  constructor(error: FeedError) {
    super(PaperFeedErrorEvent.eventName, { bubbles: true, composed: true });
    this.error = error;
    this.code = error.code;
    if (error.status !== undefined) this.status = error.status;
  }
}

/** The reader has changed what `<paper-feed>` shows. Not fired for what the page itself sets. */
export class PaperFeedViewEvent extends Event {
  static readonly eventName = 'paper-feed-view';
  /** Search text; empty = none. */
  readonly query: string;
  readonly sort: PaperSort;
  readonly period: PeriodQuery['period'] | 'none';
  /** ISO date, week or month; `undefined` = the latest. */
  readonly at?: string;
  readonly layout: 'list' | 'grid' | 'compact';
  /** Papers shown now, and papers that match in all. */
  readonly shownCount: number;
  readonly matchCount: number;

  constructor(view: Omit<PaperFeedViewEvent, keyof Event>) {
    super(PaperFeedViewEvent.eventName, { bubbles: true, composed: true });
    this.query = view.query;
    this.sort = view.sort;
    this.period = view.period;
    if (view.at) this.at = view.at;
    this.layout = view.layout;
    this.shownCount = view.shownCount;
    this.matchCount = view.matchCount;
  }
}

/** A link of a paper is about to be followed. `preventDefault()` keeps the reader on the page. */
export class PaperSelectEvent extends Event {
  static readonly eventName = 'paper-select';
  readonly paper: Paper;
  /** Where the link leads. */
  readonly url: string;

  constructor(paper: Paper, url: string) {
    super(PaperSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.paper = paper;
    this.url = url;
  }
}

/** Why no subscription is known of. */
export type SubscribeErrorCode =
  /** The field holds no e-mail address, or the service refused it. */
  | 'invalid-address'
  /** A required box (consent) is not ticked. */
  | 'consent-missing'
  /** Another field of the page's own form is not filled in as it must be. */
  | 'invalid-field'
  | 'already-subscribed'
  /** The service saw too many tries (429). */
  | 'rate-limited'
  /** The service said no for a reason of its own. */
  | 'refused'
  /** The service is out of order (5xx). */
  | 'server'
  /**
   * Offline, out of reach, the service does not allow this page (CORS), or its answer was lost: browsers do not tell
   * these apart, so the sign-up may have arrived all the same.
   */
  | 'network'
  /** As with `network`, the sign-up may have arrived all the same. */
  | 'timeout'
  /** The page's Content Security Policy forbids it. */
  | 'csp'
  /** An http address on an https page. */
  | 'mixed-content'
  /** The form is written wrongly: `method="get"`, or an address that is none. */
  | 'configuration';

/** How an attempt to subscribe ended: confirmed, handed over, failed. There is no fourth way. */
export type SubscribeOutcome =
  | { readonly name: 'success'; readonly code: SubscribeSuccessEvent['code'] }
  | { readonly name: 'handover'; readonly code: SubscribeHandoverEvent['code'] }
  | {
      readonly name: 'error';
      readonly code: SubscribeErrorCode;
      /** HTTP status, where there was an answer. */
      readonly status?: number;
      /** What the service, or the browser's own check, said in words. */
      readonly detail?: string;
    };

/**
 * `<subscribe-form>` is about to send the form. `preventDefault()` stops it: nothing is sent, nothing else happens.
 * Like all events of the form it does not carry the reader's address.
 */
export class SubscribeSubmitEvent extends Event {
  static readonly eventName = 'subscribe-submit';
  /** Value of the `service` attribute. */
  readonly service: string;
  /** Absolute address that the form goes to. */
  readonly url: string;
  /** Wording of the consent box that the reader ticked, where there is one. */
  readonly consent?: string;

  constructor(service: string, url: string, consent?: string) {
    super(SubscribeSubmitEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.service = service;
    this.url = url;
    if (consent) this.consent = consent;
  }
}

/** The service said that it took the address. */
export class SubscribeSuccessEvent extends Event {
  static readonly eventName = 'subscribe-success';
  readonly service: string;
  /**
   * - `check-inbox`: a mail with a link that confirms is on its way
   * - `subscribed`: the address is on the list
   * - `received`: the service does not say whether a mail follows
   */
  readonly code: 'check-inbox' | 'subscribed' | 'received';

  constructor(service: string, code: SubscribeSuccessEvent['code']) {
    super(SubscribeSuccessEvent.eventName, { bubbles: true, composed: true });
    this.service = service;
    this.code = code;
  }
}

/** The address is between the reader and the service, and the page cannot know what became of it. */
export class SubscribeHandoverEvent extends Event {
  static readonly eventName = 'subscribe-handover';
  readonly service: string;
  /**
   * - `new-tab`, `next-page`: the browser posted the form, or followed the link, to a page of the service
   * - `mail`: the reader's mail program was asked to write to the service
   * - `unread`: it may have arrived, but the answer could not be read, or confirms nothing
   */
  readonly code: 'new-tab' | 'next-page' | 'mail' | 'unread';

  constructor(service: string, code: SubscribeHandoverEvent['code']) {
    super(SubscribeHandoverEvent.eventName, { bubbles: true, composed: true });
    this.service = service;
    this.code = code;
  }
}

/** No subscription that we know of; the form says why, and the typed address stays in it. */
export class SubscribeErrorEvent extends Event {
  static readonly eventName = 'subscribe-error';
  readonly service: string;
  readonly code: SubscribeErrorCode;
  /** HTTP status, where there was an answer. */
  readonly status?: number;

  constructor(service: string, code: SubscribeErrorCode, status?: number) {
    super(SubscribeErrorEvent.eventName, { bubbles: true, composed: true });
    this.service = service;
    this.code = code;
    if (status !== undefined) this.status = status;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'paper-feed-load': PaperFeedLoadEvent;
    'paper-feed-error': PaperFeedErrorEvent;
    'paper-feed-view': PaperFeedViewEvent;
    'paper-select': PaperSelectEvent;
    'subscribe-submit': SubscribeSubmitEvent;
    'subscribe-success': SubscribeSuccessEvent;
    'subscribe-handover': SubscribeHandoverEvent;
    'subscribe-error': SubscribeErrorEvent;
  }
}
