import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/lang/ar.js';
import { cardView } from '../../src/paper-card/card-view.js';
import { translatorFor } from '../../src/shared/messages.js';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import { PaperSelectEvent } from '../../src/shared/events.js';
import { itWithMedia } from '../support/engines.js';
import { clipped, find, has, makeCard as make, paper, textOf } from '../support/card-element.js';

describe('<paper-card>', () => {
  describe('attributes and properties', () => {
    it('is written by hand', async () => {
      const card = await fixture<PaperCard>(html`
        <paper-card
          heading="Note G"
          href="/note-g"
          published-at="1843-09"
          authors="Ada Lovelace; Luigi Menabrea"
          upvote-count="7"
          comment-count="2"
        >
          How a machine computes.
        </paper-card>
      `);
      expect(textOf(card, '.title')).to.equal('Note G');
      expect(find(card, '.title a')!.getAttribute('href')).to.equal(new URL('/note-g', location.href).href);
      expect(textOf(card, '.abstract')).to.equal('How a machine computes.');
      expect(textOf(card, '.authors')).to.equal('Ada Lovelace, Luigi Menabrea');
      expect(textOf(card, 'time')).to.equal('Sep 1843');
      expect(textOf(card, '.upvotes')).to.equal('7');
      expect(find(card, '.comments [role=img]')!.getAttribute('aria-label')).to.equal('2 comments');
    });

    it('follows its text', async () => {
      const card = await fixture<PaperCard>(html`<paper-card heading="Note G">First.</paper-card>`);
      card.textContent = 'Second.';
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
      await card.updateComplete;
      expect(textOf(card, '.abstract')).to.equal('Second.');
    });

    it('draws nothing without a title', async () => {
      const card = await fixture<PaperCard>(html`<paper-card>Text</paper-card>`);
      expect(has(card, 'article')).to.equal(false);
    });

    it('draws the heading level asked for, 3 by default', async () => {
      expect(has(await make(), 'h3.title')).to.equal(true);
      expect(has(await make({}, { 'heading-level': '5' }), 'h5.title')).to.equal(true);
      expect(has(await make({}, { 'heading-level': '9' }), 'h3.title')).to.equal(true);
    });

    it('draws only what `show` names, besides the title', async () => {
      const card = await make({}, { show: 'date' });
      expect(textOf(card, '.title')).to.equal(paper.title);
      expect(textOf(card, '.meta')).to.equal('Jan 8');
      expect(has(card, '.abstract')).to.equal(false);
      expect(has(card, '.upvotes')).to.equal(false);
    });

    it('opens links in a new tab when its feed wants so, and says it', async () => {
      const card = await make();
      card.view = cardView(
        { target: '_blank' },
        {
          headingLevel: 3,
          hasUpvoteColumn: false,
          setSize: -1,
          terms: [],
          locale: 'en',
          translate: translatorFor('en'),
        },
      );
      await card.updateComplete;
      const link = find(card, '.title a')!;
      expect(link.getAttribute('target')).to.equal('_blank');
      expect(link.getAttribute('rel')).to.equal('noopener');
      expect(link.title).to.equal('opens in a new tab');
    });
  });

  describe('rendering', () => {
    it('lets an organization stand in for the authors', async () => {
      const card = await make({ organization: { name: 'Analytical Society' } });
      expect(textOf(card, '.meta')).to.contain('Analytical Society').and.not.contain('Lovelace');
    });

    it('draws both when both are asked for', async () => {
      const card = await make({ organization: { name: 'Analytical Society' } }, { show: 'authors organization' });
      expect(textOf(card, '.meta')).to.contain('Analytical Society').and.contain('Lovelace');
    });

    it('draws authors beside the organization when one of them is highlighted', async () => {
      const organization = { name: 'Analytical Society' };
      const card = await make({ organization }, { highlight: 'M. Somerville' });
      expect(textOf(card, 'strong')).to.equal('Mary Somerville');
      const other = await make({ organization }, { highlight: 'Emmy Noether' });
      expect(textOf(other, '.meta')).to.not.contain('Lovelace');
    });

    it('draws the number of authors when their names are not known', async () => {
      expect(textOf(await make({ authors: [], authorCount: 1 }), '.authors')).to.equal('1 author');
      expect(textOf(await make({ authors: [], authorCount: 7 }), '.authors')).to.equal('7 authors');
      expect(has(await make({ authors: [], authorCount: undefined }), '.authors')).to.equal(false);
    });

    it('draws zero upvotes as "-", and none as no box', async () => {
      const card = await make({ upvoteCount: 0 });
      expect(textOf(card, '.upvotes')).to.equal('-');
      expect(find(card, '.upvotes')!.getAttribute('aria-label')).to.equal('no upvotes');
      expect(has(await make({ upvoteCount: undefined }), '.upvotes')).to.equal(false);
    });

    it('draws no comments as nothing', async () => {
      expect(has(await make({ commentCount: 0 }), '.comments')).to.equal(false);
      expect(has(await make({ commentCount: undefined }), '.comments')).to.equal(false);
    });

    it('leaves the current year out of dates', async () => {
      expect(textOf(await make(), 'time')).to.equal('Jan 8');
      expect(textOf(await make({ publishedAt: '2023-07-23T00:00:00Z' }), 'time')).to.equal('Jul 23, 2023');
      expect(has(await make({ publishedAt: undefined }), 'time')).to.equal(false);
      expect(has(await make({ publishedAt: 'some day' }), 'time')).to.equal(false);
    });

    it('shortens numbers, and says of what they are', async () => {
      const card = await make({ codeStarCount: 3290, codeUrl: 'https://code.example/engine' });
      const stars = find(card, '.stars a')!;
      expect(stars.textContent.trim()).to.equal('3.29k');
      expect(stars.getAttribute('aria-label')).to.equal(`3.29k stars: ${paper.title}`);
    });

    it('names what can be followed or pressed so that it makes sense without the card around it', async () => {
      const card = await make({ commentCount: 1 });
      expect(find(card, '.comments a')!.getAttribute('aria-label')).to.equal(`1 comment: ${paper.title}`);
      expect(find(card, '.more-authors')!.getAttribute('aria-label')).to.equal(`+1 more, 4 authors: ${paper.title}`);
      find(card, '.more-authors')!.click();
      await card.updateComplete;
      const opened = find(card, '.more-authors')!.getAttribute('aria-label');
      expect(opened).to.equal(`Show fewer authors: ${paper.title}`);
    });

    it('makes links of http(s) addresses only', async () => {
      const url = 'javascript:alert(1)';
      const card = await make({
        url,
        discussionUrl: url,
        codeUrl: url,
        codeStarCount: 7,
        organization: { name: 'X', url },
      });
      expect(card.shadowRoot!.querySelectorAll('a')).to.have.length(0);
      expect(textOf(card, '.title')).to.equal(paper.title);
    });

    it('draws feed text as text', async () => {
      const title = '<img src=x onerror=alert(1)> & <b>bold</b>';
      const card = await make({ title, abstract: title });
      expect(textOf(card, '.title')).to.equal(title);
      expect(has(card, 'b, .title img, .abstract img')).to.equal(false);
    });

    it('makes addresses in the abstract links, without the full stop', async () => {
      const card = await make({ abstract: 'Code at https://code.example/engine.' });
      const link = find(card, '.abstract a') as HTMLAnchorElement;
      expect(link.href).to.equal('https://code.example/engine');
      expect(textOf(card, '.abstract')).to.equal('Code at code.example/engine.');
    });

    it('draws powers raised', async () => {
      expect(textOf(await make({ title: 'A^2Nav at Work' }), '.title sup')).to.equal('2');
    });

    it('is whole without abstract, authors and date', async () => {
      const card = await make({
        abstract: undefined,
        authors: [],
        authorCount: undefined,
        publishedAt: undefined,
        commentCount: undefined,
        upvoteCount: undefined,
      });
      expect(textOf(card, 'article')).to.equal(paper.title);
    });

    it('loads pictures late, without telling where from, and hides broken ones', async () => {
      const card = await make(
        { thumbnailUrl: new URL('/missing-picture.png', location.href).href },
        { layout: 'grid' },
      );
      const image = find<HTMLImageElement>(card, '.thumbnail img')!;
      expect(image.loading).to.equal('lazy');
      expect(image.referrerPolicy).to.equal('no-referrer');
      expect(image.alt).to.equal('');
      if (!image.hidden) await oneEvent(image, 'error');
      expect(getComputedStyle(image).visibility).to.equal('hidden');
      const { offsetWidth, offsetHeight } = find(card, '.thumbnail')!;
      expect(offsetWidth / offsetHeight).to.be.closeTo(16 / 9, 0.02);
    });

    for (const [what, selector, withPicture] of [
      ['picture', '.thumbnail img', (thumbnailUrl: string) => ({ thumbnailUrl })],
      ['logo', '.logo', (logoUrl: string) => ({ organization: { name: 'Analysts', logoUrl } })],
    ] as const) {
      it(`shows a ${what} that takes the place of a broken one`, async () => {
        const address = (path: string) => new URL(path, location.href).href;
        const card = await make(withPicture(address('/missing-picture.png')), { layout: 'grid' });
        card.scrollIntoView();
        const image = find<HTMLImageElement>(card, selector)!;
        if (!image.hidden) await oneEvent(image, 'error');
        card.paper = { ...card.paper!, ...withPicture(address('/stories/images/1.svg')) };
        await card.updateComplete;
        await oneEvent(image, 'load');
        expect(getComputedStyle(image).visibility).to.equal('visible');
        expect(find(card, selector) === image).to.equal(true);
      });
    }

    it('draws sheets of paper where there is no picture, and only there', async () => {
      /** What a reader sees in the middle of the picture. */
      const seen = (card: PaperCard) => {
        card.scrollIntoView();
        const { left, top, width, height } = find(card, '.thumbnail')!.getBoundingClientRect();
        return card.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2)!.className;
      };
      const none = await make({}, { layout: 'grid' });
      expect(getComputedStyle(find(none, '.thumbnail')!, '::after').content).to.equal('""');
      expect(seen(none)).to.equal('thumbnail');
      const broken = await make(
        { thumbnailUrl: new URL('/missing-picture.png', location.href).href },
        { layout: 'grid' },
      );
      const image = find(broken, '.thumbnail img')!;
      if (!image.hidden) await oneEvent(image, 'error');
      expect(seen(broken)).to.equal('thumbnail');
      const whole = await make(
        { thumbnailUrl: new URL('/stories/images/1.svg', location.href).href },
        { layout: 'grid' },
      );
      expect(seen(whole)).to.equal('');
    });

    it('puts the logo beside the first letter of a name, whichever way the page is read', async () => {
      const logoUrl = new URL('/stories/images/4.svg', location.href).href;
      const gapOf = async (name: string, dir: string) => {
        const card = await make({ organization: { name, logoUrl } });
        card.dir = dir;
        const logo = find(card, '.logo')!.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(find(card, '.organization bdi')!.lastChild!);
        const text = range.getBoundingClientRect();
        return Math.round(Math.max(text.left - logo.right, logo.left - text.right));
      };
      for (const dir of ['ltr', 'rtl'])
        for (const name of ['Analytical Society', 'جمعية'])
          expect(await gapOf(name, dir), `${name}, ${dir}`).to.equal(6);
    });

    it('lets a summary decide its direction, whatever language the words before it are in', async () => {
      const card = document.createElement('paper-card');
      card.lang = 'ar';
      card.dir = 'rtl';
      card.paper = { ...paper, aiSummary: 'In short.' };
      card.setAttribute('show', 'summary');
      await fixture(html`<div>${card}</div>`);
      await card.updateComplete;
      expect(textOf(card, '.badge')).to.equal('ملخص بالذكاء الاصطناعي');
      expect(getComputedStyle(find(card, '.summary')!).direction).to.equal('ltr');
    });

    itWithMedia('is a reading list on paper: whole abstracts, addresses, no buttons', async () => {
      const card = await make(
        { abstract: 'Words and more words. '.repeat(60), pdfUrl: 'https://lab.example/note-g.pdf' },
        { show: 'abstract links cite' },
      );
      await clipped(card);
      await emulateMedia({ media: 'print' });
      const text = find(card, '.abstract p')!;
      expect(text.scrollHeight).to.be.at.most(text.clientHeight + 1);
      expect(getComputedStyle(find(card, '.title a')!, '::after').content).to.contain(paper.url!);
      for (const each of card.shadowRoot!.querySelectorAll('button')) expect(each.offsetHeight).to.equal(0);
    });

    it('draws nothing for unknown upvotes in a compact card', async () => {
      const card = await make({ upvoteCount: undefined, commentCount: 0 }, { layout: 'compact', show: 'upvotes' });
      expect(textOf(card, '.meta')).to.equal('');
      expect(find(card, '.meta')!.childElementCount).to.equal(0);
    });
  });

  describe('abstract', () => {
    const abstract =
      'A machine with punched cards computes the numbers of Bernoulli. '.repeat(30) + 'See https://code.example/x.';

    it('is cut at three lines, and opens and folds by a button that says so', async () => {
      const card = await make({ abstract });
      const button = await clipped(card);
      const folded = find(card, '.abstract')!.offsetHeight;
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      expect(button.getAttribute('aria-label')).to.equal(`Show more of the abstract of ${paper.title}`);
      button.click();
      await card.updateComplete;
      expect(find(card, '.abstract')!.offsetHeight).to.be.greaterThan(folded * 2);
      expect(find(card, '.more')!.getAttribute('aria-expanded')).to.equal('true');
      find(card, '.more')!.click();
      await card.updateComplete;
      expect(find(card, '.abstract')!.offsetHeight).to.equal(folded);
    });

    it('has no button when it fits', async () => {
      const long = await make({ abstract });
      const short = await make();
      await clipped(long); // the observer has reported on both by then
      expect(has(short, '.more')).to.equal(false);
    });

    it('shows as many lines as asked, all with 0', async () => {
      const one = await make({ abstract }, { 'abstract-lines': '1' });
      await clipped(one);
      const all = await make({ abstract }, { 'abstract-lines': '0' });
      expect(has(all, '.more')).to.equal(false);
      expect(find(all, '.abstract')!.offsetHeight).to.be.greaterThan(find(one, '.abstract')!.offsetHeight * 4);
    });

    it('is drawn in its paragraphs, within the lines that it has', async () => {
      const two = 'First words.\n\nSecond words.';
      const card = await make({ abstract: two });
      const [first, second] = card.shadowRoot!.querySelectorAll<HTMLElement>('.paragraph');
      expect([first!.textContent, second!.textContent]).to.deep.equal(['First words.', 'Second words.']);
      expect(second!.offsetTop).to.be.greaterThan(first!.offsetTop + first!.offsetHeight);
      const cut = await make({ abstract: `${two}\n\n${abstract}` });
      await clipped(cut);
      const text = find(cut, '.abstract p')!;
      expect(text.offsetHeight).to.be.lessThan(parseFloat(getComputedStyle(text).lineHeight) * 4.5);
    });

    it('is written by hand in paragraphs too', async () => {
      const card = await fixture<PaperCard>(html`<paper-card heading="Note G"></paper-card>`);
      card.textContent = 'One\n line.\n \n Two.';
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
      await card.updateComplete;
      expect(textOf(card, '.paragraph')).to.equal('One line.');
    });

    it('forgets that it was open when the card gets another paper', async () => {
      const card = await make({ abstract });
      (await clipped(card)).click();
      await card.updateComplete;
      card.paper = { ...paper, id: 'other', abstract };
      await card.updateComplete;
      expect((await clipped(card)).getAttribute('aria-expanded')).to.equal('false');
    });
  });

  describe('events', () => {
    it('tells which paper was selected, and can be kept from leaving', async () => {
      const card = await make();
      card.addEventListener('paper-select', (event) => event.preventDefault(), { once: true });
      setTimeout(() => find(card, '.title a')!.click());
      const event: unknown = await oneEvent(card, 'paper-select');
      if (!(event instanceof PaperSelectEvent)) throw new TypeError('paper-select is a PaperSelectEvent');
      expect(event.paper.id).to.equal('note-g');
      expect(event.url).to.equal(paper.url);
      expect(event.bubbles && event.composed && event.cancelable).to.equal(true);
    });

    it('does not follow the link when the event is cancelled', async () => {
      const card = await make();
      card.addEventListener('paper-select', (event) => event.preventDefault());
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      find(card, '.title a')!.dispatchEvent(click);
      expect(click.defaultPrevented).to.equal(true);
    });
  });

  describe('accessibility', () => {
    it('is an article named by its title', async () => {
      const card = await make();
      const article = find(card, 'article')!;
      expect(card.shadowRoot!.getElementById(article.getAttribute('aria-labelledby')!)!.textContent.trim()).to.equal(
        paper.title,
      );
    });

    it('focuses its title', async () => {
      const card = await make();
      card.focus();
      expect(card.shadowRoot!.activeElement?.localName).to.equal('a');
      const plain = await make({ url: undefined });
      plain.focus();
      expect(plain.shadowRoot!.activeElement?.id).to.equal('title');
    });

    for (const layout of ['list', 'grid', 'compact']) {
      it(`has no axe violations as ${layout}`, async () => {
        const all =
          'abstract thumbnail authors organization date upvotes comments stars keywords summary submitter links cite';
        const card = await make(
          {
            aiSummary: 'In short.',
            keywords: ['engines', 'numbers'],
            submitter: 'Ada Lovelace',
            pdfUrl: 'https://lab.example/note-g.pdf',
            codeUrl: 'https://code.example/engine',
            codeStarCount: 3290,
          },
          { layout, show: all },
        );
        await expect(card).to.be.accessible();
      });
    }
  });

  describe('lifecycle', () => {
    it('notices that a narrower place cuts its text', async () => {
      const card = await make({ abstract: 'Words and more words. '.repeat(12) }, { 'abstract-lines': '7' });
      const narrow = await fixture<HTMLElement>(html`<div style="width: 12rem"></div>`);
      narrow.append(card);
      expect(await clipped(card)).to.not.equal(null);
    });

    it('keeps its number of lines when the title comes later', async () => {
      const card = await fixture<PaperCard>(html`<paper-card abstract-lines="1">${'Words. '.repeat(100)}</paper-card>`);
      card.heading = 'Note G';
      await card.updateComplete;
      const text = find(card, '.abstract p')!;
      expect(text.clientHeight).to.be.lessThan(parseFloat(getComputedStyle(text).lineHeight) * 1.5);
    });

    it('notices that its text is cut also after a move', async () => {
      const card = await make({}, {});
      const other = await fixture<HTMLElement>(html`<div style="width: 20rem"></div>`);
      other.append(card);
      card.paper = { ...paper, abstract: 'Words and more words. '.repeat(100) };
      expect(await clipped(card)).to.not.equal(null);
    });
  });
});
