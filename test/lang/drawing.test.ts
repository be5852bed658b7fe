/** What readers of each language see and hear in a panel, for numbers of all kinds, in their direction of writing. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/all.js';
import { formatCount, formatDate } from '../../src/shared/format.js';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import type { MessageKey } from '../../src/shared/messages.js';
import { cardsOf, textsOfCards } from '../support/feed-element.js';
import { formsOf, languages } from './languages.js';

const COUNTS = [0, 1, 2, 3, 11, 100, 3294];

/** Letters of no language that has words here, so that all other letters are ours. */
const nameOf = (count: number) => `Ωμέγα ${count}`;

const document_ = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Ωμέγα',
  items: COUNTS.map((count) => ({
    id: String(count),
    url: `https://lab.example/${count}`,
    title: nameOf(count),
    content_text: 'Ωμέγα '.repeat(200),
    date_published: '2024-03-26T00:00:00Z',
    _paper: {
      author_count: count,
      upvote_count: count,
      comment_count: count,
      code_url: `https://code.example/${count}`,
      code_star_count: count,
    },
  })),
};

async function drawn(lang: string, attributes = ''): Promise<PaperFeed> {
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang} dir=${/^(ar|he)/.test(lang) ? 'rtl' : 'ltr'} style="width: 40rem"></div>`,
  );
  const text = `<paper-feed loading="eager" ${attributes || 'show="authors date upvotes comments stars"'}>
    <script type="application/json">${JSON.stringify(document_)}</script></paper-feed>`;
  box.append(document.createRange().createContextualFragment(text));
  const feed = box.querySelector('paper-feed')!;
  await feed.updateComplete;
  await textsOfCards(feed);
  return feed;
}

/** The form that Intl chooses, its gaps filled as Intl writes numbers. */
function expected(tag: string, key: MessageKey, n: number): string {
  const forms = formsOf(languages[tag]![key]);
  const text = forms[new Intl.PluralRules(tag).select(n)] ?? forms.other!;
  return text.replace('{n}', new Intl.NumberFormat(tag).format(n)).replace('{count}', formatCount(n, tag));
}

/** What a screen reader says of the part of a card. */
function spoken(card: HTMLElement, selector: string): string | undefined {
  const part = card.shadowRoot!.querySelector(selector);
  const named = part?.querySelector('[aria-label]') ?? part;
  return named?.getAttribute('aria-label') ?? named?.textContent.trim();
}

for (const [tag, messages] of Object.entries(languages)) {
  describe(`a panel in ${tag}`, () => {
    it('counts authors, upvotes, comments and stars as the language does', async () => {
      const cards = cardsOf(await drawn(tag));
      COUNTS.forEach((count, index) => {
        const said = ['.authors', '.upvotes', '.comments', '.stars'].map((part) => spoken(cards[index]!, part));
        const wanted = (['authors', 'upvotes', 'comments', 'stars'] as const).map((key) => expected(tag, key, count));
        // The stars are a link, whose name says of which paper.
        const link = { link: wanted[3]!, title: nameOf(count) };
        wanted[3] = (messages.linkOf as string).replace(/\{(link|title)\}/g, (_, name: 'link' | 'title') => link[name]);
        expect(said, String(count)).to.deep.equal(
          count ? wanted : [undefined, messages.noUpvotes, undefined, undefined],
        );
      });
    });

    it('begins a spoken count with the count that is seen', async () => {
      for (const card of cardsOf(await drawn(tag)).slice(1))
        for (const part of ['.comments', '.stars'])
          expect(spoken(card, part)).to.match(
            new RegExp(`^${card.shadowRoot!.querySelector(part)!.textContent.trim()}`),
          );
    });

    it('writes dates as the language does', async () => {
      const [card] = cardsOf(await drawn(tag));
      const { textContent } = card!.shadowRoot!.querySelector('time')!;
      expect(textContent).to.equal(formatDate('2024-03-26', tag, Date.now()));
    });

    it('has its own words on all that a reader can use', async () => {
      const feed = await drawn(tag, 'page-size="2" controls="search sort period layout"');
      const root = feed.shadowRoot!;
      const words = [...root.querySelectorAll('button, option, input, [role], label > span, .footer')]
        .flatMap((each) => [each.getAttribute('aria-label'), each.getAttribute('title'), each.textContent])
        .map((text) => text?.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
        .join('\n');
      for (const key of [
        'controls',
        'search',
        'sort',
        'sortNewest',
        'period',
        'periodWeek',
        'layout',
        'layoutGrid',
        'showMore',
      ] as const)
        expect(words, key).to.contain(messages[key]);
      expect(words).not.to.match(/\b(papers?|show|search|sort|newest|week|layout|more)\b/i);
      await expect(feed).to.be.accessible();
    });

    it('counts what a search has found, nothing included', async () => {
      const feed = await drawn(tag, 'controls="search"');
      const found = async (query: string) => {
        feed.search = query;
        await feed.updateComplete;
        return feed.shadowRoot!.querySelector('.count')?.textContent;
      };
      expect(await found('Ωμέγα')).to.equal(expected(tag, 'matches', COUNTS.length));
      expect(await found('"Ωμέγα 3"')).to.equal(expected(tag, 'matches', 2));
      expect(await found('ζέππελιν')).to.equal(expected(tag, 'matches', 0));
      expect(feed.shadowRoot!.textContent).to.contain((messages.noMatch as string).replace('{query}', 'ζέππελιν'));
    });

    it('has a word for “more” that fits on the line that fades out for it, and a box for votes that holds them', async () => {
      const feed = await drawn(tag, 'show="abstract upvotes"');
      const root = cardsOf(feed).at(-1)!.shadowRoot!;
      await waitUntil(() => root.querySelector('.clipped + .more'));
      const more = root.querySelector('.more')!;
      expect(more.textContent.trim()).to.equal(messages.more);
      const { fontSize } = getComputedStyle(root.querySelector('.abstract')!);
      expect(more.getBoundingClientRect().width).to.be.at.most(4 * parseFloat(fontSize));
      const votes = root.querySelector('.upvotes')!;
      expect(votes.scrollWidth).to.be.at.most(votes.clientWidth);
      expect(votes.getBoundingClientRect().height).to.be.at.most(50);
    });

    it('asks for an address in its own words', async () => {
      const box = await fixture<HTMLElement>(
        html`<div lang=${tag}><subscribe-form action="https://lab.example/newsletter" badge=""></subscribe-form></div>`,
      );
      const form = box.querySelector('subscribe-form')!;
      await form.updateComplete;
      for (const key of ['subscribeHeading', 'subscribeBadge', 'subscribeEmail', 'subscribeButton'] as const)
        expect(form.textContent, key).to.contain(messages[key]);
    });
  });
}

for (const tag of ['ar', 'he']) {
  describe(`a page in ${tag}, written from the right`, () => {
    it('has the votes at the right of the title and the counts in reading order', async () => {
      const root = cardsOf(await drawn(tag)).at(-1)!.shadowRoot!;
      const edge = (selector: string) => root.querySelector(selector)!.getBoundingClientRect().right;
      expect(edge('.upvotes')).to.be.greaterThan(edge('.title'));
      expect(edge('.authors')).to.be.greaterThan(edge('time'));
      expect(edge('time')).to.be.greaterThan(edge('.comments'));
      expect(edge('.comments')).to.be.greaterThan(edge('.stars'));
    });

    it('begins sentences at the right, also around a foreign word', async () => {
      const feed = await drawn(tag, 'controls="search" search="zeppelin"');
      const notice = feed.shadowRoot!.querySelector('.notice p')!;
      expect(getComputedStyle(notice).direction).to.equal('rtl');
    });

    it('has the button for further authors after them', async () => {
      const card = await fixture<PaperCard>(
        html`<paper-card
          lang=${tag}
          dir="rtl"
          heading="Notes"
          authors="Ada Lovelace; Alan Turing; Emmy Noether; Sofia Kovalevskaya"
        ></paper-card>`,
      );
      await card.updateComplete;
      const button = card.shadowRoot!.querySelector('.more-authors')!;
      expect(button.textContent.trim()).to.equal(expected(tag, 'moreAuthors', 1));
      const names = document.createRange();
      names.setStart(button.parentElement!, 0);
      names.setEndBefore(button);
      expect(button.getBoundingClientRect().right).to.be.at.most(names.getBoundingClientRect().left + 1);
    });
  });
}
