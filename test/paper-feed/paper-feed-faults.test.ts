/** For each thing that a source can do wrong: the state, the words for the reader, the code for the developer. */
import { expect } from '@open-wc/testing';
import type { PaperFeedErrorEvent } from '../../src/shared/events.js';
import { feedText } from '../fixtures/feeds.js';
import { serve, type FaultAnswer } from '../support/faults.js';
import { answered, askedFeed, buttonNamed, cardsOf, collectWarnings, textOf } from '../support/feed-element.js';

const good: FaultAnswer = { body: feedText(3) };

/** Faults that trying again cannot mend, and what they are called. */
const faults: readonly [title: string, answer: FaultAnswer, code: string, status?: number][] = [
  ['an empty body', {}, 'parse'],
  ['a web page', { body: '<!doctype html><title>Oops</title>' }, 'parse'],
  ['XML', { body: '<?xml version="1.0"?><feed/>' }, 'parse'],
  ['cut JSON', { body: feedText(3).slice(0, -9) }, 'parse'],
  ['text that is not UTF-8', { base64: btoa('\xff\xfe{\0}\0') }, 'parse'],
  ['100,000 brackets', { body: '['.repeat(100_000) }, 'parse'],
  ['null', { body: 'null' }, 'format'],
  ['another object', { body: '{"error": "no such list"}' }, 'format'],
  ['an array of strings', { body: '["a", "b"]' }, 'format'],
  ['400', { status: 400 }, 'http', 400],
  ['401', { status: 401 }, 'http', 401],
  ['403', { status: 403 }, 'http', 403],
  ['404', { status: 404 }, 'http', 404],
  ['410', { status: 410 }, 'http', 410],
  ['an endless body', { fault: 'endless' }, 'too-large'],
];

/** What is odd and yet no fault: papers are shown. */
const oddities: readonly [title: string, answer: FaultAnswer, count: number][] = [
  ['JSON served as text', { ...good, headers: { 'content-type': 'text/plain' } }, 3],
  ['a byte order mark', { body: `\ufeff${feedText(2)}` }, 2],
  ['one bad entry first', { body: feedText(3, { edit: (item, number) => (number === 1 ? { id: 7 } : item) }) }, 2],
  ['one bad entry last', { body: feedText(3, { edit: (item, number) => (number === 3 ? { id: '' } : item) }) }, 2],
  ['1e999 upvotes', { body: feedText(1).replace('"upvote_count":7', '"upvote_count":1e999') }, 1],
];

describe('<paper-feed> and what a source can do wrong', () => {
  for (const [title, answer, code, status] of faults) {
    it(`${title}, at first: ${code}`, async () => {
      const warnings = collectWarnings();
      const { url } = await serve(answer);
      const { feed, event } = await askedFeed({ src: url }, '<p>Plain list</p>');
      const said = warnings();
      expect([event.type, (event as PaperFeedErrorEvent).code]).to.deep.equal(['paper-feed-error', code]);
      expect((event as PaperFeedErrorEvent).status).to.equal(status);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(url);
      expect(feed.status).to.equal('error');
      expect(textOf(feed)).to.contain('The papers could not be loaded.');
      expect(buttonNamed(feed, 'Try again')).to.not.equal(undefined);
      expect(feed.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    });

    it(`${title}, over good papers: they stay, marked as old`, async () => {
      const warnings = collectWarnings();
      const { url } = await serve(good, answer);
      const { feed } = await askedFeed({ src: url });
      const failure = answered(feed);
      feed.reload();
      const event = await failure;
      warnings();
      expect((event as PaperFeedErrorEvent).code).to.equal(code);
      expect([feed.status, feed.stale, cardsOf(feed).length]).to.deep.equal(['ready', true, 3]);
      expect(textOf(feed)).to.contain('the latest papers could not be loaded');
    });
  }

  for (const [title, answer, count] of oddities) {
    it(`${title}: ${count} papers`, async () => {
      const { url } = await serve(answer);
      const { feed } = await askedFeed({ src: url });
      expect([feed.status, cardsOf(feed).length]).to.deep.equal(['ready', count]);
    });
  }
});
