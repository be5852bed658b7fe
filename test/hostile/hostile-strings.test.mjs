// @ts-check
/** Attacks, ours and collections, in every field of every format, drawn with all that a panel shows, on a locked page. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseFeed } from 'daily-papers/feed.js';
import { cardFields } from '../../dist/paper-card/card-view.js';
import { textSegments } from '../../dist/text/segments.js';
import { attackSets } from '../support/attack-sets.mjs';
import { engines, launchEngine, openPage, serveProject } from '../support/browser-page.mjs';
import { documentOf, hostileFormats, normalLine } from './hostile-documents.mjs';

/** @typedef {import('daily-papers/feed.js').Paper} Paper */
/** @typedef {import('./panel-driver.js').Shown} Shown */

/** As many as fit into the 2 MB that a feed may have. */
const BATCH_SIZE = 400;
/** What formats make of identifiers. */
const OWN_ADDRESS =
  /^https:\/\/(huggingface\.co|doi\.org|arxiv\.org|openalex\.org|www\.semanticscholar\.org)\/[^\s"<>]*$/;
const fetchedAt = '2026-08-21T09:00:00.000Z';

const batches = (/** @type {readonly string[]} */ strings, size = BATCH_SIZE) =>
  Array.from({ length: Math.ceil(strings.length / size) }, (_, at) => strings.slice(at * size, (at + 1) * size));

/** What nothing in TeX stands for: such a text is shown as it is. */
const isPlain = (/** @type {string} */ text) => !/[\\$^_~{}`'-]|https?:|\dtimes/i.test(text);

/** @param {readonly any[]} segments @returns {string} */
const drawn = (segments) => segments.map((each) => (each.segments ? drawn(each.segments) : each.text)).join('');

/** What a card must show of a paper; what is missing is not a key. @returns {Omit<Shown, 'links' | 'pictures'>} */
function expectedOf(/** @type {Paper} */ paper) {
  const { title, abstract = '', aiSummary = '', authors, authorCount = 0, organization, submitter, keywords } = paper;
  // Names of a right-to-left script are isolated where they stand in one line with others.
  const names = authors.map(({ name }) => name).join(', ');
  const moreCount = authorCount - authors.length;
  return withoutGaps({
    title: drawn(textSegments(title)).trim(),
    // Its paragraphs are elements of their own.
    abstract: drawn(textSegments(abstract)).replaceAll('\n\n', '').trim() || undefined,
    summary: drawn(textSegments(aiSummary)).trim() || undefined,
    authors: (moreCount && names ? `${names}, +${moreCount} more` : names) || undefined,
    organization: organization?.name,
    submitter: submitter && `Submitted by ${submitter}`,
    keywords: keywords.slice(0, 8),
  });
}

/** @template {object} T @param {T} value @returns {T} */
const withoutGaps = (value) => JSON.parse(JSON.stringify(value));

const withoutIsolates = (/** @type {string | undefined} */ text) =>
  text?.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');

/** The addresses in a piece of text, and in those inside it. @param {any} segment @returns {string[]} */
const linkedBy = ({ url, segments = [] }) => [...(url ? [url] : []), ...segments.flatMap(linkedBy)];

/** Every address of a paper that a card may link to. */
function linksOf(/** @type {Paper} */ paper) {
  const {
    url,
    pdfUrl,
    codeUrl,
    projectUrl,
    discussionUrl,
    arxivId,
    organization,
    title,
    abstract = '',
    aiSummary = '',
  } = paper;
  const inTexts = [title, abstract, aiSummary].flatMap(textSegments).flatMap(linkedBy);
  const arxivUrl = arxivId && `https://arxiv.org/abs/${arxivId}`;
  return new Set([url, pdfUrl, codeUrl, projectUrl, discussionUrl, arxivUrl, organization?.url, ...inTexts]);
}

for (const engine of ['chromium', 'firefox']) {
  describe(`hostile strings in ${engine}`, { skip: engines.skip(engine) }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof openPage>>} */
    let tab;
    /** Files of the feeds' origin, by path. @type {Record<string, import('../support/browser-page.mjs').Page>} */
    const feeds = {};
    /** @type {Awaited<ReturnType<typeof serveProject>>} */
    let source;
    /** @type {Awaited<ReturnType<typeof serveProject>>} */
    let host;

    before(async () => {
      browser = await launchEngine(engine);
      source = await serveProject(feeds, { 'access-control-allow-origin': '*' });
      const policy = [
        ...["default-src 'none'", "script-src 'self'", `connect-src ${source.origin}`, `img-src ${source.origin}`],
        ...[
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
          'trusted-types daily-papers',
        ],
      ];
      const attributes = `show="${cardFields.join(' ')}" abstract-lines="0" author-max="0" limit="1000" page-size="1000"`;
      const page = {
        headers: { 'content-security-policy': policy.join('; ') },
        body: `<!doctype html><html lang="en"><title>A locked page</title>
          <link rel="icon" href="${source.origin}/icon.svg">
          <script type="module" src="/test/hostile/panel-driver.js"></script>
          <script type="module" src="/dist/cdn/daily-papers.js"></script>
          <body><paper-feed src="${source.origin}/0.json" ${attributes}></paper-feed>`,
      };
      feeds['/0.json'] = { body: '{"version": "1.1", "items": []}', type: 'application/json' };
      feeds['/icon.svg'] = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' };
      host = await serveProject({ '/page.html': page });
      tab = await openPage(browser);
      tab.page.on('dialog', (dialog) => void dialog.dismiss());
      await tab.page.goto(`${host.origin}/page.html`);
      await tab.page.waitForFunction(() => document.querySelector('paper-feed')?.matches(':state(empty)'));
    });
    after(async () => {
      await browser.close();
      host.close();
      source.close();
    });

    let count = 0;
    /** Puts a document on the feeds' origin. @returns its address */
    const publish = (/** @type {object} */ document) => {
      const path = `/${++count}.json`;
      feeds[path] = { body: JSON.stringify(document), type: 'application/json' };
      return source.origin + path;
    };

    /** Calls a function of the page's driver. As JSON, because WebDriver BiDi takes each value of an object apart. */
    const drive = async (/** @type {string} */ name, /** @type {unknown[]} */ ...args) =>
      JSON.parse(
        await tab.page.evaluate(
          async (each, json) => JSON.stringify(await /** @type {any} */ (window)[each](...JSON.parse(json))),
          name,
          JSON.stringify(args),
        ),
      );

    /** @returns {Promise<{ error?: string, strange: string[], papers: Shown[] }>} */
    const show = (/** @type {string} */ src, /** @type {string} */ format) => drive('show', src, format);

    /** Nothing ran, nothing was refused, and nobody was asked but for the feeds. */
    const assertQuiet = async (/** @type {(incident: string) => boolean} */ isExpected = () => false) => {
      const incidents = await tab.page.evaluate(() => /** @type {any} */ (window).incidents.splice(0));
      assert.deepEqual(incidents.filter((/** @type {string} */ each) => !isExpected(each)).slice(0, 5), []);
      const asked = tab.requests
        .splice(0)
        .filter((url) => !url.startsWith(host.origin) && !url.startsWith(source.origin));
      assert.deepEqual(asked.filter((url) => !isExpected(`request ${url}`)).slice(0, 5), []);
      const served = host.requests.filter(
        (path) => !/^\/(page\.html|dist\/cdn\/daily-papers\.js|test\/hostile\/panel-driver\.js)$/.test(path),
      );
      assert.deepEqual(served, []);
      const unknown = source.requests
        .splice(0)
        .filter((path) => !feeds[path] && !isExpected(`request ${source.origin}${path}`));
      assert.deepEqual(unknown, []);
    };

    for (const { name: whose, skip, texts } of attackSets) {
      describe(`texts ${whose}`, { skip }, () => {
        for (const [name, format] of hostileFormats) {
          const { text } = format.fields;
          it(`${texts.length} strings in ${text.length} text fields of ${name} are shown, as text`, async () => {
            let exactCount = 0;
            for (const strings of batches(texts)) {
              const document = documentOf(format, strings, 'text');
              const src = publish(document);
              const { papers } = parseFeed(document, { url: src, fetchedAt, format: format.format });
              const shown = await show(src, format.format);
              assert.equal(shown.error, undefined);
              assert.deepEqual(shown.strange, []);
              assert.equal(shown.papers.length, papers.length);
              const byId = new Map(strings.map((string, index) => [index, string]));
              for (const [index, paper] of papers.entries()) {
                const { links, pictures, ...words } = /** @type {Shown} */ (shown.papers[index]);
                assert.deepEqual(withoutGaps({ ...words, authors: withoutIsolates(words.authors) }), expectedOf(paper));
                for (const link of links) assert.ok(linksOf(paper).has(link), link);
                assert.deepEqual(pictures, []);
                // Apart from what the library itself has read: where no markup is read, the text is the string, cleaned.
                const string = byId.get(Number(/\d+$/.exec(paper.id)?.[0])) ?? '';
                const line = normalLine(string);
                const author = paper.authors[0]?.name;
                if (author !== undefined) assert.equal(author, line);
                if (!/[<>]/.test(string) && isPlain(string)) {
                  assert.equal(words.title, line);
                  exactCount += 1;
                }
              }
            }
            assert.ok(exactCount > texts.length / 50, `only ${exactCount} texts were compared`);
            await assertQuiet();
          });
        }

        it(`${texts.length} strings as names and descriptions of feeds are shown, as text`, async () => {
          for (const strings of batches(texts)) {
            const parsed = strings.map((title) =>
              parseFeed({ version: '1.1', title, description: title, home_page_url: title, items: [] }, { fetchedAt }),
            );
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

    /** What this engine makes of addresses. @returns {Promise<string[][]>} */
    const addressesOf = (/** @type {readonly string[]} */ strings, /** @type {string} */ src) =>
      drive('addressesOf', strings, src);

    for (const { name: whose, skip, refused, web } of attackSets) {
      describe(`links ${whose}`, { skip }, () => {
        for (const [name, format] of hostileFormats) {
          const { link } = format.fields;
          it(`${refused.length + web.length} addresses in ${link.length} links of ${name} lead to the web or nowhere`, async () => {
            let linkCount = 0;
            for (const addresses of [refused, web]) {
              const document = documentOf(format, addresses, 'link');
              const src = publish(document);
              const known = await addressesOf(addresses, src);
              const shown = await show(src, format.format);
              assert.deepEqual([shown.error, shown.strange], [undefined, []]);
              assert.equal(shown.papers.length, addresses.length);
              shown.papers.forEach(({ links }, index) => {
                for (const href of links) {
                  const isMade = OWN_ADDRESS.test(href);
                  assert.ok(isMade || known[index]?.includes(href), `${href} for ${JSON.stringify(addresses[index])}`);
                  assert.doesNotMatch(href, /^https?:\/\/[^/]*@/);
                  if (!isMade) linkCount += 1;
                }
              });
              if (addresses === refused) assert.equal(linkCount, 0);
            }
            assert.ok(linkCount > web.length / 9, `only ${linkCount} links`);
            await assertQuiet();
          });
        }
      });
    }

    /** Of the pictures so far. @type {Set<string>} */
    const origins = new Set();
    // Last, because pictures come into view late.
    for (const { name: whose, skip, refused, web } of attackSets) {
      describe(`pictures ${whose}`, { skip }, () => {
        for (const [name, format] of hostileFormats) {
          const { picture } = format.fields;
          if (!picture.length) continue;
          it(`${refused.length + web.length} addresses in ${picture.length} pictures of ${name} are of the web or not asked for`, async () => {
            let pictureCount = 0;
            for (const addresses of [refused, web]) {
              const src = publish(documentOf(format, addresses, 'picture'));
              const known = await addressesOf(addresses, src);
              const shown = await show(src, format.format);
              assert.deepEqual([shown.error, shown.strange], [undefined, []]);
              shown.papers.forEach(({ pictures }, index) => {
                for (const each of pictures) {
                  assert.doesNotMatch(each, /^https?:\/\/[^/]*@/);
                  assert.ok(known[index]?.includes(each), `${each} for ${JSON.stringify(addresses[index])}`);
                  origins.add(/^https?:\/\/[^/]*/.exec(each)?.[0] ?? '');
                }
                pictureCount += pictures.length;
              });
            }
            assert.ok(pictureCount > web.length / 9, `only ${pictureCount} pictures`);
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
