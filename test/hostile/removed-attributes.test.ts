/** An attribute that comes and goes, as it does when a page's script or a CMS's preview has second thoughts. */
import { expect, fixture } from '@open-wc/testing';
import type { LitElement, PropertyDeclaration } from 'lit';
import '../../src/all.js';
import { drawnBy } from '../support/drawn-by.js';
import { collectWarnings } from '../support/feed-element.js';

const people = ['Ada Lovelace', 'Alan Turing', 'Emmy Noether', 'Grace Hopper', 'Mary Somerville'];
const items = Array.from({ length: 12 }, (_, id) => ({
  id,
  title: id ? `On Computable Numbers ${id}` : 'Note G',
  content_text: 'It weaves.',
  url: `https://lab.example/${id}`,
  date_published: `2025-03-${10 + id}`,
  authors: people.map((name) => ({ name })),
  tags: ['engines'],
  _paper: { upvote_count: id, comment_count: 12 - id, code_star_count: id % 5 },
}));
const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'What we read', items });

/** Tried with every attribute; junk for numbers and enumerations. */
const WORD = 'weaving';

/** An element on which its attributes show. */
interface Case {
  readonly markup: string;
  /** For each attribute a value that is drawn otherwise than none. */
  readonly values: Readonly<Record<string, string>>;
  /** The same of attributes that change nothing inside the element. */
  readonly unseen?: Readonly<Record<string, string>>;
}

const authors = people.join('; ');
const cases: Readonly<Record<string, Case>> = {
  'paper-feed': {
    markup: `<paper-feed loading="eager" show="abstract authors date upvotes"
      ><script type="application/json">${feed}</script></paper-feed>`,
    values: {
      heading: 'What we weave',
      byline: 'Every Monday',
      'heading-level': '4',
      limit: '3',
      'page-size': '2',
      pagination: 'none',
      layout: 'compact',
      show: 'keywords',
      'abstract-lines': '1',
      'author-max': '1',
      highlight: 'Ada Lovelace',
      sort: 'upvotes',
      search: 'note',
      include: 'note',
      exclude: 'note',
      'min-upvotes': '5',
      'with-code': '',
      controls: 'search sort layout',
      target: '_blank',
    },
    unseen: {
      theme: 'dark',
      loading: 'lazy',
      'refresh-minutes': '30',
      cache: 'session',
      'timeout-ms': '5000',
    },
  },
  'paper-card': {
    markup: `<paper-card heading="Note G" href="https://lab.example/g" authors="${authors}"
      show="abstract thumbnail authors organization date upvotes comments">It weaves.</paper-card>`,
    values: {
      heading: 'Note H',
      href: 'https://lab.example/h',
      'published-at': '1843-09',
      organization: 'Analysts',
      authors: 'Charles Babbage',
      'author-count': '9',
      'upvote-count': '12',
      'comment-count': '7',
      thumbnail: '/stories/images/1.svg',
      'heading-level': '5',
      layout: 'compact',
      show: 'abstract',
      'abstract-lines': '1',
      highlight: 'Alan Turing',
    },
  },
  'author-list': {
    markup: `<author-list authors="${authors}"></author-list>`,
    values: { authors: 'Charles Babbage', 'author-count': '9', max: '1', highlight: 'Alan Turing' },
  },
  'subscribe-form': {
    markup: '<subscribe-form action="https://lab.example/newsletter"></subscribe-form>',
    values: {
      action: 'https://lab.example/papers',
      service: 'link',
      'email-name': 'address',
      heading: 'Papers by mail',
      badge: 'free',
      'button-label': 'Send me papers',
      consent: 'You may write to me.',
      list: 'weekly',
      tags: 'models',
      target: '_blank',
    },
    unseen: { redirect: '/thanks.html', theme: 'dark' },
  },
};

/** Three lines are what a card has before anybody says so. */
const drawnOf = async (element: LitElement) => (await drawnBy(element)).replaceAll(' style="--_lines: 3;"', '');

/** What the property of an attribute says. */
function propertyOf(element: LitElement, attribute: string): string | undefined {
  const { elementProperties } = element.constructor as typeof LitElement;
  const isIts = ([key, declared]: [PropertyKey, PropertyDeclaration]) =>
    attribute === (typeof declared.attribute === 'string' ? declared.attribute : String(key).toLowerCase());
  const [name] = [...elementProperties].find(isIts) ?? [];
  return JSON.stringify(Reflect.get(element, name ?? ''));
}

/** An element on the page that has never had an attribute; without `loading` a panel would wait until it is in view. */
async function elementWithout(attribute: string, markup: string): Promise<LitElement> {
  const holder = await fixture<HTMLElement>('<div></div>');
  const template = document.createElement('template');
  template.innerHTML = markup;
  const element = template.content.firstElementChild as LitElement;
  if (attribute !== 'loading') element.removeAttribute(attribute);
  holder.append(element);
  return element;
}

describe('an attribute that comes and goes', () => {
  for (const [name, { markup, values, unseen = {} }] of Object.entries(cases)) {
    const { observedAttributes } = customElements.get(name) as typeof LitElement;
    for (const attribute of observedAttributes) {
      // Another address is another feed, and what has been asked before it is not asked for again.
      if (name === 'paper-feed' && /^(src|format|period|date)$/.test(attribute)) continue;
      const value = { ...values, ...unseen }[attribute];
      for (const each of [WORD, value ?? 'a value that is missing in the table']) {
        it(`leaves <${name}> as it was: ${attribute}="${each}"`, async () => {
          const warnings = collectWarnings();
          try {
            const element = await elementWithout(attribute, markup);
            const before = await drawnOf(element);
            const first = propertyOf(element, attribute);
            element.setAttribute(attribute, each);
            const drawn = await drawnOf(element);
            const set = propertyOf(element, attribute);
            if (each !== WORD) {
              expect(attribute in unseen ? set !== first : drawn !== before, 'it changes something').to.equal(true);
            }
            element.removeAttribute(attribute);
            expect(await drawnOf(element)).to.equal(before);
            // Lazy is what a panel is without the attribute.
            if (each !== WORD && attribute !== 'loading') expect(propertyOf(element, attribute)).not.to.equal(set);
          } finally {
            warnings();
          }
        });
      }
    }
  }
});
