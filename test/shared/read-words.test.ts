/** Words in properties: React, Vue and Svelte write there what HTML writes into attributes. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/all.js';
import type { AuthorList, PaperCard, PaperFeed, SubscribeForm } from '../../src/index.js';
import { cardsOf, collectWarnings } from '../support/feed-element.js';

const feedText = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [
    { id: '1', title: 'Note G', content_text: 'Numbers of Bernoulli', authors: [{ name: 'Ada Lovelace' }] },
    { id: '2', title: 'On Computable Numbers', authors: [{ name: 'Alan Turing' }] },
    { id: '3', title: 'Cardinal Numbers' },
  ],
});

/** Sets properties as if they took any value, and waits until they are drawn. */
async function write<T extends PaperFeed | PaperCard | AuthorList | SubscribeForm>(
  element: T,
  words: { [K in keyof T]?: string },
): Promise<T> {
  Object.assign(element, words);
  await element.updateComplete;
  return element;
}

const textOf = (element: Element) => element.shadowRoot!.textContent.replace(/\s+/g, ' ').trim();

describe('words in properties', () => {
  it('are read by <paper-feed> as in its attributes', async () => {
    const warnings = collectWarnings();
    const feed = await fixture<PaperFeed>(
      html`<paper-feed
        ><script type="application/json">
          ${feedText}
        </script></paper-feed
      >`,
    );
    await write(feed, {
      show: 'authors, date',
      controls: 'search',
      pageSize: '1',
      headingLevel: '4',
      highlight: 'A. Lovelace',
      layout: 'Grid',
      withCode: 'false',
    });
    const [card, ...others] = cardsOf(feed);
    expect(others.length).to.equal(0);
    await (card as PaperCard).updateComplete;
    expect(textOf(card!)).to.contain('Ada Lovelace').and.not.to.contain('Bernoulli');
    expect(card!.shadowRoot!.querySelector('[part~=highlight]')?.textContent).to.contain('Ada Lovelace');
    expect(feed.shadowRoot!.querySelectorAll('input[type=search]').length).to.equal(1);
    expect(feed.shadowRoot!.querySelectorAll('select').length).to.equal(0);
    expect(feed.layout).to.equal('grid');
    expect(feed.show).to.deep.equal(['authors', 'date']);
    expect(warnings()).to.deep.equal([]);
  });

  it('that are junk fall back with a warning, as in attributes', async () => {
    const warnings = collectWarnings();
    const feed = await fixture<PaperFeed>(html`<paper-feed loading="lazy"></paper-feed>`);
    await write(feed, { pagination: 'sideways', limit: 'many' });
    expect(feed.pagination).to.equal('more');
    expect(feed.limit).to.equal(100);
    expect(warnings().filter((text) => /sideways|many/.test(text)).length).to.equal(2);
  });

  it('are read by <paper-card>', async () => {
    const card = await fixture<PaperCard>(html`<paper-card heading="Note G"></paper-card>`);
    await write(card, { authors: 'Ada Lovelace; Charles Babbage', upvoteCount: '12', show: 'authors upvotes' });
    expect(textOf(card)).to.contain('Ada Lovelace, Charles Babbage').and.to.contain('12');
  });

  it('are read by <author-list>', async () => {
    const list = await fixture<AuthorList>(html`<author-list></author-list>`);
    await write(list, { authors: 'Ada Lovelace; Alan Turing; Georg Cantor', max: '1', highlight: 'A. Turing' });
    expect(textOf(list)).to.contain('Ada Lovelace').and.to.contain('+1 more');
    expect(list.shadowRoot!.querySelector('[part~=highlight]')?.textContent).to.contain('Alan Turing');
  });

  it('are read by <subscribe-form>', async () => {
    const form = await fixture<SubscribeForm>(html`<subscribe-form action="/newsletter"></subscribe-form>`);
    await write(form, { list: 'papers; news', tags: 'page' });
    const names = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(
      ({ name, value }) => `${name}=${value}`,
    );
    expect(names).to.include.members(['list=papers', 'list=news', 'tag=page']);
  });

  it('do not undo what a property holds already', async () => {
    const list = await fixture<AuthorList>(html`<author-list></author-list>`);
    list.authors = [{ name: 'Ada Lovelace', url: 'https://lab.example/ada' }];
    await list.updateComplete;
    expect(list.shadowRoot!.querySelector('a')?.href).to.equal('https://lab.example/ada');
  });
});
