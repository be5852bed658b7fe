/** Which language an element speaks, and that it changes while the page is open. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/all.js';
import { addMessages, english, translatorFor } from '../../src/shared/messages.js';
import type { AuthorList } from '../../src/author-list/author-list.element.js';
import { cardsOf, makeFeed, textOf, textsOfCards } from '../support/feed-element.js';
import { feedText } from '../fixtures/feeds.js';

const textIn = async (list: AuthorList) => {
  // The page's observer of `lang` comes first.
  await Promise.resolve();
  await list.updateComplete;
  return list.shadowRoot!.textContent.trim();
};

/** Seven authors, in whatever language the page gives them. */
const sevenAuthors = (lang: string) =>
  fixture<AuthorList>(html`<author-list lang=${lang} author-count="7"></author-list>`);

describe('a language', () => {
  // First of all: after it, French is there for all tests of this file.
  it('reaches elements that are on the page already, cards and forms included', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    const feed = await makeFeed({ 'page-size': '1' }, `<script type="application/json">${feedText(3)}</script>`);
    const form = document.createElement('subscribe-form');
    form.action = 'https://lab.example/newsletter';
    box.append(feed, form);
    await textsOfCards(feed);
    expect(textOf(feed)).to.contain('Show more');
    expect(form.textContent).to.contain('Subscribe');

    await import('../../src/lang/fr.js');
    await textsOfCards(feed);
    await form.updateComplete;
    expect(textOf(feed)).to.contain('Afficher plus').and.not.to.contain('Show more');
    expect(cardsOf(feed)[0]!.shadowRoot!.querySelector('.upvotes')!.getAttribute('aria-label')).to.match(/ votes?$/);
    expect(form.textContent).to.contain('S’abonner');
  });

  it('changes with the lang of an element around, and back', async () => {
    await import('../../src/lang/de.js');
    const box = await fixture<HTMLElement>(html`<div lang="de"><author-list author-count="7"></author-list></div>`);
    const list = box.querySelector('author-list')!;
    expect(await textIn(list)).to.equal('7 Autoren');
    box.lang = 'fr';
    expect(await textIn(list)).to.equal('7 auteurs');
    box.removeAttribute('lang');
    expect(await textIn(list)).to.equal('7 authors');
  });

  it('changes with the lang of the page', async () => {
    const before = document.documentElement.lang;
    const list = await fixture<AuthorList>(html`<author-list author-count="7"></author-list>`);
    document.documentElement.lang = 'fr';
    expect(await textIn(list)).to.equal('7 auteurs');
    document.documentElement.lang = before;
    expect(await textIn(list)).to.equal('7 authors');
  });

  it('changes when the element moves to a part of the page in another language', async () => {
    const list = await sevenAuthors('');
    const box = await fixture<HTMLElement>(html`<div lang="de"></div>`);
    box.append(list);
    expect(await textIn(list)).to.equal('7 Autoren');
  });

  it('may be replaced, a word or all of it', async () => {
    const list = await sevenAuthors('eo');
    addMessages('eo', { ...english, authors: '{n} aŭtoroj' });
    expect(await textIn(list)).to.equal('7 aŭtoroj');
    addMessages('eo', { ...english, authors: '{n} verkintoj' });
    expect(await textIn(list)).to.equal('7 verkintoj');
  });

  it('must have a tag that browsers know', () => {
    expect(() => addMessages('pt_BR', english)).to.throw(RangeError);
  });
});

describe('a page in a variety of a language', () => {
  before(async () => {
    for (const module of [
      import('../../src/lang/fr.js'),
      import('../../src/lang/pt-BR.js'),
      import('../../src/lang/zh-CN.js'),
      import('../../src/lang/ar.js'),
      import('../../src/lang/he.js'),
    ])
      await module;
  });

  const table: [lang: string, expected: string][] = [
    ['fr-CA', '7 auteurs'],
    ['FR', '7 auteurs'],
    ['pt', '7 autores'],
    ['pt-PT', '7 autores'],
    ['zh', '7 位作者'],
    ['zh-Hans', '7 位作者'],
    ['zh-SG', '7 位作者'],
    // These readers write other characters: English rather than characters that are foreign to them.
    ['zh-TW', '7 authors'],
    ['zh-HK', '7 authors'],
    ['zh-Hant', '7 authors'],
    ['ar-MA', '7 مؤلفين'],
    // Words and digits of one country.
    ['ar-EG', '٧ مؤلفين'],
    // What Hebrew was called once.
    ['iw', '7 מחברים'],
    ['en-GB', '7 authors'],
    // Nobody has written these.
    ['sv', '7 authors'],
    ['fa', '\u20667 authors\u2069'],
    ['not a language', '7 authors'],
  ];
  for (const [lang, expected] of table) {
    it(`reads “${expected}” in ${lang}`, async () => {
      expect(await textIn(await sevenAuthors(lang))).to.equal(expected);
    });
  }

  it('prefers the words of its own country, then those of no country', () => {
    const named = (name: string) => ({ ...english, retry: name });
    addMessages('es-MX', named('es-MX'));
    expect(translatorFor('es-AR')('retry')).to.equal('es-MX');
    addMessages('es', named('es'));
    expect(translatorFor('es-AR')('retry')).to.equal('es');
    expect(translatorFor('es-MX')('retry')).to.equal('es-MX');
  });

  it('has numbers as the country writes them', () => {
    addMessages('it', english);
    const written = ['it', 'it-CH'].map((tag) => translatorFor(tag)('upvotes', { n: 12345 }));
    expect(written).to.deep.equal(['it', 'it-CH'].map((tag) => `${new Intl.NumberFormat(tag).format(12345)} upvotes`));
    expect(written[0]).not.to.equal(written[1]);
  });
});
