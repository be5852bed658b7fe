// @ts-check
/** Attacks, ours and collections, as the ids of papers in every format, on a locked page: ids tell apart, and no more. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attackSets } from '../support/attack-sets.mjs';
import { engines } from '../support/browser-page.mjs';
import { linksOf, withoutGaps } from './expected-card.mjs';
import { documentOf, hostileFormats, idPathOf, titlePathOf } from './hostile-documents.mjs';
import { normalLine } from './normal-text.mjs';
import { batches, useLockedPage } from './locked-page.mjs';

/** @typedef {import('daily-papers/feed.js').Paper} Paper */
/** @typedef {import('./hostile-documents.mjs').HostileFormat} HostileFormat */

/** Names that objects have already, and ids that differ only in what is hard to see, or that are the same. */
const AWKWARD = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length', '0', '-1', 'NaN', 'null'],
  ...['', ' ', '\u200b', '\ud800', 'a', ' a\n', 'a\ud800', 'A', 'а', 'a\u200d', 'a b', 'a\u00a0b', 'a  b', 'ab'],
  ...['\u00e9', 'e\u0301', '&amp;', '&', '&amp;amp;', '..', '../..', './', '#', '?', '%', '%2e%2e', '%ff', '[]', 'a#2'],
  ...['x'.repeat(999), 'x'.repeat(1_000), 'x'.repeat(1_001), 'x'.repeat(100_000), `${'x'.repeat(999)}y`],
  ...['2503.00001', 'arXiv:2503.00002', '10.1000/G', '10.1000/g', '10.1000/<g>', 'https://lab.example/g', 'heading'],
];

/** The pages that a service has of its papers, by format. @type {Record<string, RegExp>} */
const PAGES = {
  'hugging-face': /^https:\/\/huggingface\.co\/(papers\/)?[^/?#]*(#community)?$/,
  'semantic-scholar': /^https:\/\/www\.semanticscholar\.org\/(paper\/)?[^/?#]*$/,
};
/** What any format makes of an id that is one of arXiv or a DOI. */
const REGISTERED = /^https:\/\/(arxiv\.org\/(abs|pdf)|doi\.org)\/[^\s"<>]*$/;

/** What each string is as an id of a format: `undefined` when there is nothing to see. */
const idOf = (/** @type {string} */ string, /** @type {HostileFormat} */ { format }) =>
  normalLine(format === 'crossref' ? string.toLowerCase() : string);

/** @param {HostileFormat} format @param {readonly string[]} strings the ids @param {string} word their titles begin with */
function documentOfIds(format, strings, word) {
  const paths = [idPathOf(format.format), titlePathOf(format.format)];
  const entries = strings.map((string, index) => [string, `${word} ${index}`].map((value, at) => [paths[at], value]));
  return documentOf(
    format,
    'text',
    entries.map((each) => new Map(/** @type {[string, string][]} */ (each))),
  );
}

for (const engine of ['chromium', 'firefox']) {
  describe(`hostile ids in ${engine}`, { skip: engines.skip(engine) }, () => {
    const { drive, publish, republish, show, assertQuiet } = useLockedPage(engine);

    /** @param {HostileFormat} format @param {readonly string[]} all */
    async function tryIds(format, all) {
      const src = publish(documentOfIds(format, all, 'Paper'));
      const shown = await show(src, format.format);
      assert.deepEqual([shown.error, shown.strange], [undefined, []]);
      // The first of those with the same id is drawn.
      /** @type {Map<string, number>} */
      const indexes = new Map();
      for (const [index, string] of all.entries()) {
        const id = idOf(string, format);
        if (id !== undefined && !indexes.has(id)) indexes.set(id, index);
      }
      const ids = [...indexes.keys()];
      /** @type {Paper[]} */
      const papers = await drive('readPapers');
      assert.deepEqual(
        papers.map(({ id }) => id),
        ids,
      );
      /** @type {string[]} */
      const said = await drive('readAloud');
      /** @type {string[][]} */
      const addresses = await drive('addressesOf', ids, []);
      for (const [at, [id, index]] of [...indexes].entries()) {
        const paper = /** @type {Paper} */ (papers[at]);
        const { links, ...words } = /** @type {import('./panel-driver.js').Shown} */ (shown.papers[at]);
        assert.deepEqual(withoutGaps(words), { title: `Paper ${index}`, keywords: [], pictures: [] });
        // Shorter ones are words of the panel's own.
        if (id.length > 12) assert.ok(!said[at]?.includes(id), `${JSON.stringify(id)} is shown`);
        assert.deepEqual(links, linksOf(paper));
        for (const href of [...links, paper.pdfUrl ?? []].flat()) {
          const isKnown = addresses[at]?.includes(href) || REGISTERED.test(href) || PAGES[format.format]?.test(href);
          assert.ok(isKnown, `${href} of ${JSON.stringify(id)}`);
        }
      }
      const linked = papers.filter(({ url }) => url).map(({ id }) => id);
      // Of an address over 2,048 characters no link is made.
      const short = ids.filter((id) => encodeURIComponent(id).length < 2_000);
      if (PAGES[format.format]) assert.deepEqual(linked, short);
      assert.deepEqual(await drive('selectedIds'), linked);

      // Each card stays with its paper, wherever that comes to stand.
      const kept = [...indexes.values()].map((index) => all[index] ?? '');
      republish(src, documentOfIds(format, [...kept].reverse(), 'Paper'));
      assert.deepEqual(
        await drive('placesAfterReload'),
        kept.map((_, at) => kept.length - 1 - at),
      );
      // What two sources give the same id are two papers, but for those that are registered.
      const both = await show(`${publish(documentOfIds(format, kept, 'Note'))} ${src}`, format.format);
      /** @type {Paper[]} */
      const merged = await drive('readPapers');
      const registeredCount = papers.filter(({ arxivId, doi }) => arxivId ?? doi).length;
      assert.deepEqual([both.error, both.strange], [undefined, []]);
      assert.equal(both.papers.length, 2 * kept.length - registeredCount);
      assert.equal(new Set(merged.map(({ id }) => id)).size, merged.length);
    }

    for (const { name: whose, skip, isDealt, texts, refused, web } of attackSets) {
      const attacks = [...texts, ...refused, ...web];
      describe(`ids ${whose}`, { skip }, () => {
        for (const [turn, [name, format]] of [...hostileFormats].entries()) {
          const isItsTurn = (/** @type {number} */ at) => at % hostileFormats.size === turn;
          const strings = [...new Set([...AWKWARD, ...attacks.filter((_, at) => !isDealt || isItsTurn(at))])];
          it(`${strings.length} strings as ids of ${name} tell papers apart, and no more`, async () => {
            for (const all of batches(strings)) await tryIds(format, all);
            await assertQuiet();
          });
        }
      });
    }
  });
}
