// @ts-check
/** What a bundler makes of an import: what is not used stays out, what registers stays in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundlePage } from '../support/page-bundle.mjs';

/** Words that only the French language file has. */
const { messages: french } = await import('daily-papers/lang/fr.js');

/** What a bundle may contain, as seen from outside. */
const MARKS = {
  elements: /customElements\.define\(/,
  panel: /aria-posinset/,
  formats: /abstract_inverted_index/,
  Lit: /node_modules\/(lit|lit-html|@lit\/)/,
  zod: /node_modules\/zod\//,
  Temml: /node_modules\/temml\//,
};

/** @type {{ title: string, source: string, below: number, has?: (keyof typeof MARKS)[] }[]} */
const cases = [
  {
    title: 'nothing, if nothing is used',
    source: "import { PaperFeed } from 'daily-papers'; import { loadFeed } from 'daily-papers/feed.js';",
    below: 50,
  },
  {
    title: 'selectPapers without formats and elements',
    source: "export { selectPapers } from 'daily-papers/feed.js';",
    below: 9_000,
  },
  { title: 'the event classes alone', source: "export { PaperSelectEvent } from 'daily-papers';", below: 1_700 },
  { title: 'an error class alone', source: "export { FeedError } from 'daily-papers';", below: 700 },
  {
    title: 'loadFeed with formats, without elements',
    source: "export { loadFeed } from 'daily-papers/feed.js';",
    below: 62_000,
    has: ['formats', 'zod'],
  },
  {
    title: 'the class of one element without the others, and unregistered',
    source: "export { AuthorList } from 'daily-papers';",
    below: 32_000,
    has: ['Lit'],
  },
  {
    title: 'one element, registered',
    source: "import 'daily-papers/author-list.js';",
    below: 32_000,
    has: ['elements', 'Lit'],
  },
];

describe('a bundle has', () => {
  for (const { title, source, below, has = [] } of cases)
    it(title, async () => {
      const { code, modules } = await bundlePage(source, { minify: true });
      const found = Object.entries(MARKS).filter(([, mark]) => mark.test(code) || modules.some((id) => mark.test(id)));
      assert.deepEqual(
        found.map(([name]) => name),
        has,
      );
      assert.ok(code.length < below, `${code.length} bytes, of ${modules.join(', ')}`);
    });

  it('all that is imported for its effect alone', async () => {
    const { code } = await bundlePage(
      "import 'daily-papers/all.js'; import 'daily-papers/lang/fr.js'; import 'daily-papers/math.js';",
      { minify: true },
    );
    const registered = [...code.matchAll(/customElements\.define\([`"']([\w-]+)/g)].map(([, tag]) => tag);
    for (const tag of ['author-list', 'paper-card', 'paper-feed', 'subscribe-form'])
      assert.ok(registered.includes(tag), tag);
    for (const mark of [/addMessages|`fr`,|"fr",/, /tml-/]) assert.match(code, mark);
    assert.ok(code.includes(String(french.showMore)));
  });
});
