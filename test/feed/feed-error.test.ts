/** What a developer reads of an error. */
import { expect } from '@open-wc/testing';
import { FeedError } from '../../src/feed/feed-error.js';

describe('FeedError', () => {
  it('says its name, so that it is told from others in a console', () => {
    expect(String(new FeedError('network', 'no answer'))).to.equal('FeedError: no answer');
  });

  it('has only what is known', () => {
    expect(new FeedError('network', 'no answer')).not.to.have.any.keys('status', 'retryAfterMs');
    const busy = new FeedError('http', 'busy', { status: 429, retryAfterMs: 1000, cause: 'x' });
    expect(busy).to.include({ code: 'http', status: 429, retryAfterMs: 1000, cause: 'x' });
  });
});
