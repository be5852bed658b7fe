/** What a page hears of the elements' events, and what it finds in them. */
import { expect, fixture, html } from '@open-wc/testing';
import { FeedError } from '../../src/feed/feed-error.js';
import type { Feed, Paper } from '../../src/feed/model.js';
import {
  PaperFeedErrorEvent,
  PaperFeedLoadEvent,
  PaperFeedViewEvent,
  PaperSelectEvent,
  SubscribeErrorEvent,
  SubscribeHandoverEvent,
  SubscribeSubmitEvent,
  SubscribeSuccessEvent,
} from '../../src/shared/events.js';

const feed: Feed = { format: 'json-feed', papers: [], skippedCount: 0, fetchedAt: '2026-08-21T09:00:00.000Z' };
const paper = { id: '1', title: 'Note G' } as Paper;
const refused = new FeedError('http', 'The server answered 503.', { status: 503 });
const view = { query: 'engine', sort: 'newest', period: 'day', layout: 'grid', shownCount: 3, matchCount: 7 } as const;

/** Fires an event as our elements do, below a shadow root, and gives what the page hears under a name. */
async function heard(name: string, event: Event): Promise<Event | undefined> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const inner = document.createElement('span');
  host.attachShadow({ mode: 'open' }).append(inner);
  let found: Event | undefined;
  const listen = (each: Event) => (found = each);
  document.addEventListener(name, listen);
  inner.dispatchEvent(event);
  document.removeEventListener(name, listen);
  return found;
}

const events: readonly (readonly [name: string, create: () => Event, fields: object, canBeStopped?: boolean])[] = [
  ['paper-feed-load', () => new PaperFeedLoadEvent(feed), { feed, failures: [] }],
  ['paper-feed-error', () => new PaperFeedErrorEvent(refused), { error: refused, code: 'http', status: 503 }],
  ['paper-feed-view', () => new PaperFeedViewEvent({ ...view, at: '2026-08-21' }), { ...view, at: '2026-08-21' }],
  ['paper-select', () => new PaperSelectEvent(paper, 'https://a.example/'), { paper, url: 'https://a.example/' }, true],
  [
    'subscribe-submit',
    () => new SubscribeSubmitEvent('form', 'https://a.example/', 'I agree.'),
    { service: 'form', url: 'https://a.example/', consent: 'I agree.' },
    true,
  ],
  [
    'subscribe-success',
    () => new SubscribeSuccessEvent('ghost', 'check-inbox'),
    { service: 'ghost', code: 'check-inbox' },
  ],
  ['subscribe-handover', () => new SubscribeHandoverEvent('form', 'mail'), { service: 'form', code: 'mail' }],
  [
    'subscribe-error',
    () => new SubscribeErrorEvent('ghost', 'rate-limited', 429),
    { service: 'ghost', code: 'rate-limited', status: 429 },
  ],
];

describe('events', () => {
  for (const [name, create, fields, canBeStopped = false] of events) {
    it(`${name} is heard on the page, with its fields`, async () => {
      const event = await heard(name, create());
      expect(event).to.be.an.instanceOf(Event);
      expect({ ...event }).to.deep.include(fields);
    });

    it(`${name} can${canBeStopped ? '' : 'not'} be stopped`, () => {
      const event = create();
      event.preventDefault();
      expect(event.defaultPrevented).to.equal(canBeStopped);
    });
  }

  const without: readonly (readonly [field: string, event: Event])[] = [
    ['status', new PaperFeedErrorEvent(new FeedError('network', 'No answer.'))],
    ['at', new PaperFeedViewEvent(view)],
    ['consent', new SubscribeSubmitEvent('form', 'https://a.example/')],
    ['status', new SubscribeErrorEvent('ghost', 'network')],
  ];
  for (const [field, event] of without) {
    it(`${event.type} has no ${field} where there is none`, () => {
      expect(Object.hasOwn(event, field)).to.equal(false);
    });
  }
});
