import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/paper-card/paper-card.js';
import { cardView } from '../../src/paper-card/card-view.js';
import { translatorFor } from '../../src/shared/messages.js';
import type { Paper } from '../../src/feed/model.js';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import { PaperSelectEvent } from '../../src/shared/events.js';

const paper: Paper = {
  id: 'note-g',
  title: 'Note G: Bernoulli Numbers',
  url: 'https://lab.example/note-g',
  abstract: 'A machine with punched cards computes the numbers of Bernoulli.',
  publishedAt: `${new Date().getUTCFullYear()}-01-08`,
  authors: ['Ada Lovelace', 'Charles Babbage', 'Luigi Menabrea', 'Mary Somerville'].map((name) => ({ name })),
  authorCount: 4,
  upvoteCount: 42,
  commentCount: 3,
  discussionUrl: 'https://lab.example/note-g#comments',
  keywords: [],
};

async function make(changes: Partial<Paper> = {}, attributes: Record<string, string> = {}): Promise<PaperCard> {
  const card = document.createElement('paper-card');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  card.paper = { ...paper, ...changes };
  const box = await fixture<HTMLElement>(html`<div style="width: 40rem; font: 16px/1.5 sans-serif">${card}</div>`);
  await card.updateComplete;
  return box.querySelector('paper-card')!;
}

const find = (card: PaperCard, selector: string) => card.shadowRoot!.querySelector<HTMLElement>(selector);
const textOf = (card: PaperCard, selector: string) => find(card, selector)?.textContent?.replace(/\s+/g, ' ').trim();

/** Resolves when the card has drawn itself because its text turned out to be cut. */
async function clipped(card: PaperCard): Promise<HTMLElement> {
  while (!find(card, '.more')) await new Promise(requestAnimationFrame);
  return find(card, '.more')!;
}

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
      expect(find(card, '.comments')!.getAttribute('aria-label')).to.equal('2 comments');
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
      expect(find(card, 'article')).to.equal(null);
    });

    it('draws the heading level asked for, 3 by default', async () => {
      expect(find(await make(), 'h3.title')).to.not.equal(null);
      expect(find(await make({}, { 'heading-level': '5' }), 'h5.title')).to.not.equal(null);
      expect(find(await make({}, { 'heading-level': '9' }), 'h3.title')).to.not.equal(null);
    });

    it('draws only what `show` names, besides the title', async () => {
      const card = await make({}, { show: 'date' });
      expect(textOf(card, '.title')).to.equal(paper.title);
      expect(textOf(card, '.meta')).to.equal('Jan 8');
      expect(find(card, '.abstract')).to.equal(null);
      expect(find(card, '.upvotes')).to.equal(null);
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
      expect(find(await make({ authors: [], authorCount: undefined }), '.authors')).to.equal(null);
    });

    it('draws zero upvotes as "-", and none as no box', async () => {
      const card = await make({ upvoteCount: 0 });
      expect(textOf(card, '.upvotes')).to.equal('-');
      expect(find(card, '.upvotes')!.getAttribute('aria-label')).to.equal('no upvotes');
      expect(find(await make({ upvoteCount: undefined }), '.upvotes')).to.equal(null);
    });

    it('draws no comments as nothing', async () => {
      expect(find(await make({ commentCount: 0 }), '.comments')).to.equal(null);
      expect(find(await make({ commentCount: undefined }), '.comments')).to.equal(null);
    });

    it('leaves the current year out of dates', async () => {
      expect(textOf(await make(), 'time')).to.equal('Jan 8');
      expect(textOf(await make({ publishedAt: '2023-07-23T00:00:00Z' }), 'time')).to.equal('Jul 23, 2023');
      expect(find(await make({ publishedAt: undefined }), 'time')).to.equal(null);
      expect(find(await make({ publishedAt: 'some day' }), 'time')).to.equal(null);
    });

    it('shortens numbers, and says of what they are', async () => {
      const card = await make({ codeStarCount: 3290, codeUrl: 'https://code.example/engine' });
      const stars = find(card, '.stars a')!;
      expect(stars.textContent.trim()).to.equal('3.29k');
      expect(stars.getAttribute('aria-label')).to.equal('3.29k stars');
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
      expect(find(card, 'b, .title img, .abstract img')).to.equal(null);
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
      const image = find(card, '.thumbnail img') as HTMLImageElement;
      expect(image.loading).to.equal('lazy');
      expect(image.referrerPolicy).to.equal('no-referrer');
      expect(image.alt).to.equal('');
      if (!image.hidden) await oneEvent(image, 'error');
      expect(getComputedStyle(image).display).to.equal('none');
      expect(find(card, '.thumbnail')!.offsetHeight).to.be.greaterThan(50);
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
      expect(find(short, '.more')).to.equal(null);
    });

    it('shows as many lines as asked, all with 0', async () => {
      const one = await make({ abstract }, { 'abstract-lines': '1' });
      await clipped(one);
      const all = await make({ abstract }, { 'abstract-lines': '0' });
      expect(find(all, '.more')).to.equal(null);
      expect(find(all, '.abstract')!.offsetHeight).to.be.greaterThan(find(one, '.abstract')!.offsetHeight * 4);
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
          'abstract thumbnail authors organization date upvotes comments stars keywords summary submitter links';
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
