// @ts-check
/** The data layer where there is no DOM. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import * as layer from 'daily-papers/feed.js';

const document = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'What we read',
  items: [
    { id: '1', url: 'https://lab.example/1', title: 'On Computable Numbers', authors: [{ name: 'Alan Turing' }] },
    { id: '2', content_text: 'A paper without a title.' },
  ],
};

describe('daily-papers/feed.js in Node', () => {
  /** @type {import('node:http').Server} */
  let server;
  let url = '';

  before(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/feed+json');
      response.end(JSON.stringify(document));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/papers.json`;
  });
  after(() => server.close());

  it('is imported without a DOM', () => {
    assert.equal(globalThis.document, undefined);
    assert.equal(globalThis.customElements, undefined);
  });

  it('loads a feed', async () => {
    const feed = await layer.loadFeed(url);
    assert.equal(feed.title, 'What we read');
    assert.deepEqual(
      feed.papers.map(({ title, authors }) => [title, authors.map(({ name }) => name)]),
      [['On Computable Numbers', ['Alan Turing']]],
    );
    assert.equal(feed.skippedCount, 1);
  });
});
