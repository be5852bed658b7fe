// @ts-check
/** Attacks, ours and collections, in every field of every format, drawn with all that a panel shows, on a locked page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from 'daily-papers/feed.js';
import { attackSets } from '../support/attack-sets.mjs';
import { engines } from '../support/browser-page.mjs';
import { createExactTexts } from './exact-texts.mjs';
import { allLinksOf, expectedOf, isWeb, linksOf, withoutGaps, withoutIsolates } from './expected-card.mjs';
import { documentOf, hostileFormats } from './hostile-documents.mjs';
import { groupFields, placesOf, unlistedOf } from './hostile-groups.mjs';
import { batches, fetchedAt, useLockedPage } from './locked-page.mjs';
import { normalLine } from './normal-text.mjs';

/** @typedef {import('daily-papers/feed.js').Paper} Paper */
/** @typedef {import('./panel-driver.js').Shown} Shown */
/** @typedef {import('./hostile-documents.mjs').FieldKind} FieldKind */
/** @typedef {import('./hostile-groups.mjs').HostileField} HostileField */

/** What formats make of identifiers. */
const OWN_ADDRESS =
  /^https:\/\/(huggingface\.co|doi\.org|arxiv\.org|openalex\.org|www\.semanticscholar\.org)\/[^\s"<>]*$/;

/** The places of addresses in a paper or a feed, and what is there. */
const addressesIn = (/** @type {unknown} */ value) => [...placesOf(value)].filter(([place]) => /url$/i.test(place));

/** A document of a group of fields, with one entry per string. */
const documentOfGroup = (
  /** @type {import('./hostile-documents.mjs').HostileFormat} */ format,
  /** @type {FieldKind} */ kind,
  /** @type {HostileField[]} */ group,
  /** @type {readonly string[]} */ strings,
) => {
  const entries = strings.map((string) => new Map(group.map(({ path, valueOf }) => [path, valueOf(string)])));
  return documentOf(format, kind, entries);
};

/** Which of the strings an entry was made of. */
const indexOf = (/** @type {Paper} */ { id }) => Number(/\d+$/.exec(id)?.[0]);

/** Each format with its fields, in groups that can be tried at once. */
const grouped = [...hostileFormats].map(([name, format]) => ({
  name,
  format,
  text: groupFields(format, 'text'),
  link: groupFields(format, 'link'),
  picture: groupFields(format, 'picture'),
}));

describe('the fields of hostile documents', () => {
  for (const { name, format, text, link, picture } of grouped) {
    it(`are all read by ${name}`, () => {
      assert.deepEqual([...text.unread, ...link.unread, ...picture.unread], []);
    });

    it(`are all that ${name} reads`, () => assert.deepEqual(unlistedOf(format), []));
  }
});

for (const engine of ['chromium', 'firefox']) {
  describe(`hostile strings in ${engine}`, { skip: engines.skip(engine) }, () => {
    const { base, drive, publish, parse, show, assertQuiet } = useLockedPage(engine);

    for (const { name: whose, skip, texts, exactShare } of attackSets) {
      describe(`texts ${whose}`, { skip }, () => {
        for (const { name, format, text } of grouped) {
          it(`${texts.length} strings in ${format.fields.text.length} text fields of ${name} are shown, as text`, async () => {
            const exactTexts = createExactTexts(format);
            /** What papers said so far: another field that says the same is drawn the same. @type {Set<string>} */
            const said = new Set();
            const isNews = (/** @type {Paper} */ paper) => {
              const size = said.size;
              for (const [place, value] of placesOf(paper)) said.add(`${place} ${value}`);
              return said.size > size;
            };
            for (const group of text.groups) {
              for (const all of batches(texts)) {
                const read = parse(documentOfGroup(format, 'text', group, all), format.format).papers;
                const byIndex = new Map(read.map((paper) => [indexOf(paper), paper]));
                for (const [index, string] of all.entries()) exactTexts.compare(group, string, byIndex.get(index));
                const strings = all.filter((_string, index) => {
                  const paper = byIndex.get(index);
                  return paper ? isNews(paper) : group === text.groups[0];
                });
                if (!strings.length) continue;
                const document = documentOfGroup(format, 'text', group, strings);
                const { papers } = parse(document, format.format);
                const shown = await show(publish(document), format.format);
                assert.equal(shown.error, undefined);
                assert.deepEqual(shown.strange, []);
                assert.equal(shown.papers.length, papers.length);
                for (const [index, paper] of papers.entries()) {
                  const { links, pictures, ...words } = /** @type {Shown} */ (shown.papers[index]);
                  const authors = withoutIsolates(words.authors);
                  assert.deepEqual(withoutGaps({ ...words, authors }), expectedOf(paper));
                  const known = allLinksOf(paper);
                  for (const link of links) assert.ok(known.has(link), link);
                  assert.deepEqual(pictures, []);
                }
              }
            }
            exactTexts.assertShare(exactShare);
            await assertQuiet();
          });
        }

        it(`${texts.length} strings as names, descriptions and authors of feeds are shown, as text`, async () => {
          for (const strings of batches(texts)) {
            const parsed = strings.map((title) =>
              parseFeed({ version: '1.1', title, description: title, home_page_url: title, items: [] }, { fetchedAt }),
            );
            for (const key of ['authors', 'author']) {
              for (const name of strings) {
                const items = [{ id: 'g', title: 'Note G' }];
                const { papers } = parseFeed({ version: '1.1', [key]: { name }, items }, { fetchedAt });
                assert.equal(papers[0]?.authors[0]?.name, normalLine(name));
              }
            }
            /** @type {{ heading: string, byline: string, strange: string[] }[]} */
            const panels = await drive('showTogether', parsed);
            panels.forEach(({ heading, byline, strange }, index) => {
              const line = normalLine(strings[index] ?? '') ?? '';
              assert.equal(heading, line);
              assert.equal(byline.replace(/\s+/g, ' ').slice(0, line.length), line);
              assert.deepEqual(strange, []);
            });
          }
          await assertQuiet();
        });
      });
    }

    /**
     * What this engine makes of what stands in a group of fields, by address.
     *
     * @param {readonly string[]} addresses @param {readonly HostileField[]} group @param {string} src
     */
    const knownOf = async (addresses, group, src) => {
      const known = addresses.map(() => new Set());
      const writers = new Map(group.map(({ valueOf }) => [valueOf(''), valueOf]));
      for (const valueOf of writers.values()) {
        /** @type {string[][]} */
        const made = await drive('addressesOf', addresses.map(valueOf), [
          src,
          'https://github.com',
          'https://huggingface.co',
        ]);
        made.forEach((each, index) => each.forEach((href) => known[index]?.add(href)));
      }
      return known;
    };

    /**
     * Shows the same addresses in all fields of a kind, by groups. Each address in a paper is one that the engine makes
     * of the input, or that the format makes of an id; and each field has its own.
     *
     * @param {typeof grouped[number]} of @param {FieldKind} kind
     * @param {Pick<(typeof attackSets)[number], 'refused' | 'web'>} attacks
     * @param {(papers: Paper[], shown: Shown[]) => void | Promise<void>} compare
     */
    async function tryAddresses(of, kind, { refused, web }, compare) {
      for (const group of of[kind].groups) {
        for (const addresses of [refused, web]) {
          const src = publish(documentOfGroup(of.format, kind, group, addresses));
          const shown = await show(src, of.format.format);
          assert.deepEqual([shown.error, shown.strange], [undefined, []]);
          /** @type {Paper[]} */
          const papers = await drive('readPapers');
          assert.deepEqual([papers.length, shown.papers.length], [addresses.length, addresses.length]);
          const known = await knownOf(addresses, group, src);
          /** @type {Map<string, number>} */
          const counts = new Map();
          for (const [index, paper] of papers.entries()) {
            for (const [place, href] of addressesIn(paper)) {
              const isKnown = addresses === web && known[index]?.has(href);
              const what = `${place}: ${href} of ${JSON.stringify(addresses[index])}`;
              assert.ok(isKnown || OWN_ADDRESS.test(href), what);
              counts.set(place, (counts.get(place) ?? 0) + 1);
            }
          }
          for (const { path, places, samples } of group) {
            const addressPlaces = places.filter((place) => /url$/i.test(place));
            // No address holds an id of arXiv, which is all that becomes of such a field.
            if (addresses === refused || /2603/.test(samples[0])) continue;
            for (const place of addressPlaces) {
              const count = counts.get(place) ?? 0;
              assert.ok(count > web.length / 9, `only ${count} addresses in ${path}`);
            }
          }
          await compare(papers, shown.papers);
        }
      }
    }

    for (const { name: whose, skip, refused, web } of attackSets) {
      const count = refused.length + web.length;
      describe(`links ${whose}`, { skip }, () => {
        for (const each of grouped) {
          it(`${count} addresses in ${each.format.fields.link.length} links of ${each.name} lead to the web or nowhere`, async () => {
            await tryAddresses(each, 'link', { refused, web }, async (papers, shown) => {
              /** @type {{ links: string[], strange: string[] }[]} */
              const lists = await drive('showAuthors');
              for (const [index, paper] of papers.entries()) {
                assert.deepEqual(shown[index]?.links, linksOf(paper));
                const links = paper.authors.flatMap(({ url }) => url ?? []);
                assert.deepEqual(lists[index], { links, strange: [] });
              }
            });
            await assertQuiet();
          });
        }

        it(`${count} addresses in 6 fields of feeds lead to the web or nowhere`, async () => {
          for (const addresses of [refused, web]) {
            let feedCount = 0;
            for (const url of addresses) {
              for (const key of ['authors', 'author']) {
                const items = [{ id: 'g', title: 'Note G' }];
                const author = { name: 'Ada Lovelace', url, avatar: url };
                const document = { version: '1.1', home_page_url: url, next_url: url, [key]: author, items };
                const found = addressesIn(parse(document, 'json-feed'));
                for (const [place, href] of found) {
                  const isKnown = addresses === web && isWeb(href) && href === new URL(url, base()).href;
                  assert.ok(isKnown, `${place}: ${href} of ${JSON.stringify(url)}`);
                }
                if (found.length >= 3) feedCount += 1;
              }
            }
            if (addresses === web) assert.ok(feedCount > web.length / 9, `only ${feedCount} feeds`);
          }
        });
      });
    }

    /** Of the pictures so far. @type {Set<string>} */
    const origins = new Set();
    // Last, because pictures come into view late.
    for (const { name: whose, skip, refused, web } of attackSets) {
      const count = refused.length + web.length;
      describe(`pictures ${whose}`, { skip }, () => {
        for (const each of grouped) {
          const { picture } = each.format.fields;
          if (!picture.length) continue;
          it(`${count} addresses in ${picture.length} pictures of ${each.name} are of the web or not asked for`, async () => {
            await tryAddresses(each, 'picture', { refused, web }, (papers, shown) => {
              for (const [index, { thumbnailUrl, organization }] of papers.entries()) {
                const expected = [thumbnailUrl, organization?.logoUrl].filter((src) => src !== undefined);
                assert.deepEqual(shown[index]?.pictures, expected);
                for (const src of expected) origins.add(/^https?:\/\/[^/]*/.exec(src)?.[0] ?? '');
              }
            });
            // Pictures of good addresses are asked for, and the policy of this page refuses those of other hosts.
            await assertQuiet((incident) => {
              const [, origin = ''] = /^(?:img-src refused|request) (https?:\/\/[^/]*)/.exec(incident) ?? [];
              return origins.has(origin);
            });
          });
        }
      });
    }
  });
}
