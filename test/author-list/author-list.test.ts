import { expect, fixture, html } from '@open-wc/testing';
import '../../src/author-list/author-list.js';
import type { AuthorList } from '../../src/author-list/author-list.element.js';

const five = 'Ada Lovelace; Charles Babbage; Luigi Menabrea; Mary Somerville; Augustus De Morgan';
const make = (markup: ReturnType<typeof html>) => fixture<AuthorList>(markup);
const textOf = (element: AuthorList) => element.shadowRoot!.textContent.replace(/\s+/g, ' ').trim();
const buttonOf = (element: AuthorList) => element.shadowRoot!.querySelector('button');

describe('<author-list>', () => {
  describe('attributes and properties', () => {
    it('draws three names, then how many more', async () => {
      expect(textOf(await make(html`<author-list authors=${five}></author-list>`))).to.equal(
        'Ada Lovelace, Charles Babbage, Luigi Menabrea +2 more',
      );
    });

    it('max="0" draws all, without a button', async () => {
      const element = await make(html`<author-list authors=${five} max="0"></author-list>`);
      expect(textOf(element)).to.contain('Augustus De Morgan');
      expect(buttonOf(element)).to.equal(null);
    });

    it('draws the number when only that is known', async () => {
      expect(textOf(await make(html`<author-list author-count="7"></author-list>`))).to.equal('7 authors');
      expect(textOf(await make(html`<author-list author-count="1"></author-list>`))).to.equal('1 author');
    });

    it('draws nothing when nothing is known', async () => {
      expect(textOf(await make(html`<author-list></author-list>`))).to.equal('');
      expect(textOf(await make(html`<author-list author-count="0"></author-list>`))).to.equal('');
    });

    it('leaves hidden authors out, also of the count', async () => {
      const authors = [{ name: 'Ada Lovelace' }, { name: 'Nobody', hidden: true }, { name: 'Alan Turing' }];
      const element = await make(html`<author-list .authors=${authors} max="1"></author-list>`);
      expect(textOf(element)).to.equal('Ada Lovelace +1 more');
    });

    it('counts authors that are not named', async () => {
      const element = await make(html`<author-list authors=${five} author-count="12"></author-list>`);
      expect(textOf(element)).to.contain('+9 more');
      buttonOf(element)!.click();
      await element.updateComplete;
      expect(textOf(element)).to.contain('Augustus De Morgan').and.contain('+7 more');
    });

    it('links names that have a page, and only to http(s)', async () => {
      const authors = [
        { name: 'Ada Lovelace', url: 'https://lab.example/ada' },
        { name: 'Mallory', url: 'javascript:alert(1)' },
      ];
      const element = await make(html`<author-list .authors=${authors}></author-list>`);
      const links = [...element.shadowRoot!.querySelectorAll('a')];
      expect(links.map((link) => [link.textContent, link.href])).to.deep.equal([
        ['Ada Lovelace', 'https://lab.example/ada'],
      ]);
      expect(textOf(element)).to.equal('Ada Lovelace, Mallory');
    });

    it('changes with its attributes', async () => {
      const element = await make(html`<author-list authors="Ada Lovelace"></author-list>`);
      element.setAttribute('authors', 'Alan Turing; Emmy Noether');
      await element.updateComplete;
      expect(textOf(element)).to.equal('Alan Turing, Emmy Noether');
    });
  });

  describe('rendering', () => {
    it('emphasises highlighted names, also those behind the cut', async () => {
      const element = await make(html`<author-list authors=${five} max="1" highlight="M. Somerville"></author-list>`);
      const strong = [...element.shadowRoot!.querySelectorAll('strong')];
      expect(strong.map((each) => each.textContent)).to.deep.equal(['Mary Somerville']);
      expect(textOf(element)).to.equal('Ada Lovelace, Mary Somerville +3 more');
    });

    it('has no button where highlighting has left nothing to show', async () => {
      const element = await make(
        html`<author-list
          authors="Ada Lovelace; Alan Turing"
          author-count="5"
          max="1"
          highlight="A. Turing"
        ></author-list>`,
      );
      expect(buttonOf(element)).to.equal(null);
      expect(textOf(element)).to.contain('Alan Turing').and.contain('3');
    });

    it('keeps a right-to-left name to itself', async () => {
      const element = await make(html`<author-list authors="עדה; Alan Turing"></author-list>`);
      expect(element.shadowRoot!.textContent).to.contain('\u2068עדה\u2069, Alan');
    });

    it('draws 664 authors', async () => {
      const authors = Array.from({ length: 664 }, (_, index) => ({ name: `Author ${index}` }));
      const element = await make(html`<author-list .authors=${authors}></author-list>`);
      expect(textOf(element)).to.contain('+661 more');
      buttonOf(element)!.click();
      await element.updateComplete;
      expect(textOf(element)).to.contain('Author 663');
    });
  });

  describe('accessibility', () => {
    it('expands and folds by its button, which says its state', async () => {
      const element = await make(html`<author-list authors=${five}></author-list>`);
      expect(buttonOf(element)!.getAttribute('aria-expanded')).to.equal('false');
      expect(buttonOf(element)!.getAttribute('aria-label')).to.equal('+2 more, 5 authors');
      buttonOf(element)!.click();
      await element.updateComplete;
      expect(textOf(element)).to.contain('Augustus De Morgan').and.contain('Show fewer authors');
      expect(buttonOf(element)!.getAttribute('aria-expanded')).to.equal('true');
      buttonOf(element)!.click();
      await element.updateComplete;
      expect(textOf(element)).to.contain('+2 more');
    });

    it('has no axe violations', async () => {
      await expect(await make(html`<author-list authors=${five}></author-list>`)).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('follows the language of the page, across shadow roots', async () => {
      const { addMessages, english } = await import('../../src/shared/messages.js');
      addMessages('eo', { ...english, authors: '{n} aŭtoroj' });
      const outer = await fixture<HTMLElement>(html`<div lang="eo"></div>`);
      const root = outer.attachShadow({ mode: 'open' });
      root.innerHTML = '<author-list author-count="7"></author-list>';
      const element = root.querySelector('author-list')!;
      await element.updateComplete;
      expect(textOf(element)).to.equal('7 aŭtoroj');
      outer.lang = 'en';
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
      await element.updateComplete;
      expect(textOf(element)).to.equal('7 authors');
    });

    it('works after a move', async () => {
      const element = await make(html`<author-list authors=${five}></author-list>`);
      const other = await fixture<HTMLElement>(html`<div></div>`);
      other.append(element);
      element.setAttribute('max', '1');
      await element.updateComplete;
      expect(textOf(element)).to.equal('Ada Lovelace +4 more');
    });
  });
});
