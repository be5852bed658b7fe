/** Attributes that come, change and go in any order, on a card, a list of authors and a form: the last ones count. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { LitElement } from 'lit';
import '../../src/all.js';
import '../../src/lang/de.js';
import { drawnBy } from '../support/drawn-by.js';
import { collectWarnings } from '../support/feed-element.js';

const absent = undefined;
const lookOfText = {
  heading: [absent, '', 'Note G'],
  theme: [absent, 'auto', 'dark', 'blue'],
};
const people = [absent, '', 'Ada Lovelace', 'Ada Lovelace; Alan Turing; Emmy Noether; Charles Babbage'];
const highlight = [absent, '', 'A. Turing', 'Charles Babbage'];

/** Every attribute with values to choose from; `undefined` takes it away. Some are junk. */
const tables: Readonly<Record<string, Readonly<Record<string, readonly (string | undefined)[]>>>> = {
  'paper-card': {
    heading: lookOfText.heading,
    href: [absent, '/note-g', 'https://lab.example/g', 'javascript:0'],
    'published-at': [absent, '1843', '1843-09', '2025-03-26', 'some day'],
    organization: [absent, '', 'Analysts'],
    authors: people,
    'author-count': [absent, '0', '1', '7', 'many'],
    'upvote-count': [absent, '0', '12', '-1'],
    'comment-count': [absent, '0', '1', '12'],
    // One that is there: when a broken one is known to be broken, nobody can say.
    thumbnail: [absent, 'data:,', '/stories/images/1.svg'],
    'heading-level': [absent, '2', '6', '9'],
    layout: [absent, 'list', 'grid', 'compact', 'round'],
    show: [absent, '', 'abstract authors', 'organization authors cite', 'upvotes comments thumbnail', 'glitter'],
    'abstract-lines': [absent, '0', '3', '5', 'all'],
    highlight,
  },
  'author-list': {
    authors: people,
    'author-count': [absent, '0', '1', '7'],
    max: [absent, '0', '1', '3', 'x'],
    highlight,
  },
  'subscribe-form': {
    heading: lookOfText.heading,
    theme: lookOfText.theme,
    action: [absent, '', 'https://lab.example/newsletter', 'javascript:0'],
    service: [absent, 'form', 'json', 'listmonk', 'mailto', 'kit', 'carrier-pigeon'],
    'email-name': [absent, '', 'address'],
    badge: [absent, '', 'free'],
    'button-label': [absent, '', 'Send me papers'],
    consent: [absent, '', 'Yes, a letter each month.'],
    list: [absent, '', 'weekly', 'weekly; monthly'],
    tags: [absent, 'page'],
    redirect: [absent, '/thanks.html'],
    target: [absent, 'auto', '_self', '_blank', '_top'],
  },
};

type Step = { readonly set: string; readonly value: string | undefined } | 'move' | 'leave' | 'draw';

/** A few attributes that change again and again: of all together hardly one would change twice. */
const stepsOf = (table: (typeof tables)[string]): fc.Arbitrary<Step[]> =>
  fc.subarray(Object.entries(table), { minLength: 1, maxLength: 4 }).chain((few) =>
    fc.array(
      fc.oneof(
        {
          weight: 2,
          arbitrary: fc.oneof(
            ...few.map(([set, values]) => fc.record({ set: fc.constant(set), value: fc.constantFrom(...values) })),
          ),
        },
        {
          weight: 1,
          arbitrary: fc.constantFrom('move' as const, 'leave' as const, 'draw' as const, 'draw' as const),
        },
      ),
      { maxLength: 25, size: 'max' },
    ),
  );

/** What an element draws; the ids that each form makes for itself, and a default written out as style, are the same. */
async function looksOf(element: LitElement): Promise<string> {
  const drawn = await drawnBy(element);
  return drawn.replaceAll(' style="--_lines: 3;"', '').replace(/\bsubscribe-form-[\d.]+/g, 'subscribe-form-n');
}

describe('attributes in any order', function () {
  this.timeout(60_000);

  for (const [name, table] of Object.entries(tables)) {
    it(`of <${name}> are all tried`, () => {
      const { observedAttributes } = customElements.get(name) as typeof LitElement;
      expect(Object.keys(table).sort()).to.deep.equal([...observedAttributes].sort());
    });

    it(`leave <${name}> as one that had the last of them from the start`, async () => {
      const property = fc.asyncProperty(stepsOf(table), async (steps) => {
        const places = ['en', 'de'].map((lang) => {
          const place = document.createElement('div');
          place.lang = lang;
          return place;
        });
        document.body.append(...places);
        try {
          const lived = document.createElement(name) as LitElement;
          // Without it a card draws nothing.
          if (table.heading) lived.setAttribute('heading', 'Note G');
          places[0]!.append(lived);
          for (const step of steps) {
            if (step === 'leave') lived.remove();
            else if (step === 'move') places[lived.parentNode === places[0] ? 1 : 0]!.append(lived);
            else if (step === 'draw') await lived.updateComplete;
            else if (step.value === undefined) lived.removeAttribute(step.set);
            else lived.setAttribute(step.set, step.value);
          }
          if (!lived.isConnected) places[0]!.append(lived);
          const place = lived.parentNode!;
          const looks = await looksOf(lived);
          const fresh = document.createElement(name) as LitElement;
          for (const attribute of lived.attributes) fresh.setAttribute(attribute.name, attribute.value);
          place.append(fresh);
          const expected = await looksOf(fresh);
          if (looks !== expected) throw new Error(`${looks}\nis unlike what a fresh one draws:\n${expected}`);
        } finally {
          for (const place of places) place.remove();
        }
      });
      const warnings = collectWarnings();
      try {
        await fc.assert(property, { numRuns: 100, includeErrorInReport: true });
      } finally {
        warnings();
      }
    });
  }
});
