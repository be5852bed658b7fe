// @ts-check
/** Compares what is read of hostile texts, and shown of it, with what is worked out apart from the library. */
import assert from 'node:assert/strict';
import { drawnText, isPlain } from './expected-card.mjs';
import { placesOf } from './hostile-groups.mjs';
import { normalLine, normalText } from './normal-text.mjs';

/** @typedef {import('daily-papers/feed.js').Paper} Paper */
/** @typedef {import('./hostile-documents.mjs').HostileFormat} HostileFormat */
/** @typedef {import('./hostile-groups.mjs').HostileField} HostileField */

/** Places in a paper that hold the whole string, and whether TeX and addresses are read where it is drawn. */
const lines = new Map([
  ...['authors.0.name', 'organization.name', 'organization.handle', 'submitter', 'venue', 'keywords.0'].map(
    (place) => /** @type {const} */ ([place, false]),
  ),
  ['title', true],
]);
const paragraphs = ['abstract', 'aiSummary'];

const withoutBreaks = (/** @type {string | undefined} */ text) => text?.replaceAll('\n\n', '');
const oneLine = (/** @type {string | undefined} */ text) => text?.replace(/\s+/g, ' ');

/**
 * How many texts were drawn where a format reads no markup, and how many of them must say exactly the string: all
 * others are TeX or have addresses in them.
 *
 * @param {HostileFormat} format
 */
export function createExactTexts({ markup = {} }) {
  /** By field. @type {Map<string, { all: number, exact: number }>} */
  const counts = new Map();

  /** @param {HostileField} field @param {string} string @param {string} place @param {string | undefined} value */
  function check({ path }, string, place, value) {
    const isText = paragraphs.includes(place);
    const normal = isText ? normalText : normalLine;
    const what = `${path} with ${JSON.stringify(string)}`;
    const tag = markup[path];
    if (tag?.test(string)) {
      const start = normal(string.split(tag)[0] ?? '');
      if (start) assert.ok(oneLine(value)?.startsWith(oneLine(start) ?? ''), `${what} begins otherwise`);
      return;
    }
    const text = normal(string);
    // In markup, only tags break lines.
    if (tag) assert.equal(oneLine(value), oneLine(text), what);
    else assert.equal(value, text, what);
    if (!isText && !lines.get(place)) return;
    const drawn = value && withoutBreaks(drawnText(value));
    const isExact = drawn === withoutBreaks(tag && isText ? value : text);
    if (isPlain(text ?? '')) assert.ok(isExact, `${what} is drawn as ${JSON.stringify(drawn)}`);
    if (/[\p{L}\p{N}]/u.test(text ?? '')) assert.ok(drawn, `nothing is drawn of ${what}`);
    const count = counts.get(path) ?? { all: 0, exact: 0 };
    counts.set(path, { all: count.all + 1, exact: count.exact + Number(isExact) });
  }

  return {
    /** @param {readonly HostileField[]} group @param {string} string what all its fields say @param {Paper} [paper] */
    compare(group, string, paper) {
      const found = placesOf(paper);
      for (const field of group) {
        for (const place of field.places) {
          // Without a title there is no paper at all.
          if (paper ? lines.has(place) || paragraphs.includes(place) : place === 'title') {
            check(field, string, place, found.get(place));
          }
        }
      }
    },

    /** Fails when less than a share of the texts of a field is compared exactly. @param {number} share */
    assertShare(share) {
      assert.ok(counts.size >= 2, 'no title or no abstract was compared');
      for (const [path, { all, exact }] of counts) {
        assert.ok(exact >= all * share, `only ${exact} of ${all} texts in ${path} are exact`);
      }
    },
    counts,
  };
}
