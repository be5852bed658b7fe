// @ts-check
/** What the one script leaves out of zod must not be missed: its data layer reads everything as the package's does. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { build } from 'vite';
import { keepGlobalsOut } from '../../scripts/keep-globals-out.mjs';
import { leaveOut } from '../../scripts/leave-out.mjs';

const FEEDS = '../shared/feeds';

/** A module of ours as the one script holds it, as far as it can be loaded. @param {string} entry */
async function leanModule(entry) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [keepGlobalsOut(), leaveOut()],
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`Nothing was built from ${entry}.`);
  return import(`data:text/javascript,${encodeURIComponent(output.output[0].code)}`);
}

const JUNK = [null, '', 'junk', 0, -1, 1.5, true, [], [null, 'x', 7, [[]]], {}, { name: 7 }, { __proto__: null, a: 1 }];

/** A feed of each format whose papers have every value under every name, and one that is whole. */
const feeds = {
  'json-feed': { version: '1.1', items: entries('id title url authors tags date_published image', '_paper') },
  'hugging-face': entries('title thumbnail numComments organization submittedBy mediaUrls', 'paper'),
  openalex: { meta: {}, results: entries('id display_name authorships concepts cited_by_count doi primary_location') },
  'semantic-scholar': { data: entries('paperId title authors year externalIds citationCount journal') },
  crossref: { message: { items: entries('DOI title author issued subject type container-title') } },
  'paper-list': { papers: entries('id title authors organization keywords date upvotes url') },
};

function entries(/** @type {string} */ keys, inner = '') {
  const names = keys.split(' ');
  const whole = Object.fromEntries(names.map((name) => [name, `A ${name} of 1936`]));
  const papers = names.flatMap((name) =>
    JUNK.map((junk, index) => {
      const ids = { id: `https://openalex.org/W${name}${index}`, DOI: `10.1000/${name}${index}` };
      return { ...whole, ...ids, [name]: junk };
    }),
  );
  return [whole, ...papers, ...JUNK].map((each) => (inner ? { ...Object(each), [inner]: each } : each));
}

describe('the data layer in the one script', async () => {
  const [lean, whole] = await Promise.all([leanModule('src/feed/index.ts'), import('daily-papers/feed.js')]);
  const read = (/** @type {unknown} */ document, format = 'auto') =>
    [lean, whole].map(({ parseFeed }) => {
      try {
        return parseFeed(document, { format, fetchedAt: '2026-03-26T00:00:00.000Z' });
      } catch (error) {
        return String(error);
      }
    });

  for (const [format, document] of Object.entries(feeds)) {
    it(`reads odd values of ${format} as the package does`, () => {
      const [found, expected] = read(document, format);
      assert.ok(expected.papers.length > 3, `${expected.papers.length} papers`);
      assert.deepEqual(found, expected);
    });
  }

  const captured = existsSync(FEEDS) ? readdirSync(FEEDS).filter((name) => name.endsWith('.json')) : [];
  it('reads captured feeds as the package does', { skip: !captured.length && `${FEEDS} is missing` }, () => {
    let paperCount = 0;
    for (const name of captured) {
      const document = JSON.parse(readFileSync(`${FEEDS}/${name}`, 'utf8'));
      const [found, expected] = read(document);
      paperCount += expected.papers?.length ?? 0;
      assert.deepEqual(found, expected, name);
    }
    assert.ok(paperCount > 100);
  });
});

describe('the newsletter services in the one script', async () => {
  const entry = 'subscribe-form/services/services';
  const [lean, whole] = await Promise.all([
    leanModule(`src/${entry}.ts`),
    import(new URL(`../../dist/${entry}.js`, import.meta.url).href),
  ]);
  const bodies = [
    ...JUNK,
    ...['ok', 'success', 'result', 'status', 'message', 'error', 'errors', 'data'].flatMap((key) =>
      [...JUNK, 'invalid mail', [{ message: 'already there', field: 'email' }], { has_optin: true }, 'quarantined'].map(
        (value) => ({ [key]: value }),
      ),
    ),
  ];
  const settings = { action: 'https://lab.example/', lists: ['1'], tags: [], pageUrl: '', locale: 'en' };

  for (const name of Object.keys(whole.services)) {
    const { subscribe } = whole.services[name];
    if (!subscribe) continue;
    it(`hears from ${name} what the package hears`, async () => {
      for (const [status, body] of [200, 400, 429].flatMap((each) => bodies.map((body) => [each, body]))) {
        const [found, expected] = await Promise.all(
          [lean, whole].map(({ services }) =>
            services[name]
              .subscribe(settings, new URLSearchParams('email=ada@lab.example'), async () => ({ status, body }))
              .catch(String),
          ),
        );
        assert.deepEqual(found, expected, JSON.stringify({ status, body }));
      }
    });
  }
});
