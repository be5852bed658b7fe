/** Whatever JSON comes, it is a valid feed or a FeedError. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { FeedError } from '../../../src/feed/feed-error.js';
import { detectFormat, formats, openFeed } from '../../../src/feed/formats/index.js';
import { itWithAttacks } from '../../support/shared-files.js';
import { envelopes, read } from './read.js';
import { checkFeed } from './valid-feed.js';

/** True for a valid feed, false for a refusal; anything else throws. */
function isRead(document: unknown, format?: (typeof formats)[number]['name'], url?: string): boolean {
  try {
    checkFeed(read(document, { format, url }));
    return true;
  } catch (error) {
    if (error instanceof FeedError && error.code === 'format') return false;
    throw error;
  }
}

/** JSON with the values that feeds and attackers use. */
const odd = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '\u202e',
    '\ud83d',
    'javascript:alert(1)',
    '//a.example',
    'a.html',
    'https://a.example/\u202e',
    '&lt;b&gt;',
  ],
  ...['2603.12345', '10.1000/182', '2026-03-26', '2026-02-31', '1e999', '__proto__', '<p>a</p><script>'],
  ...[null, true, -0, 0, 1, -1, 1.5, 2026, 1e21, Number.MAX_SAFE_INTEGER],
  ...[
    [],
    {},
    [null],
    [[]],
    { toString: 1, valueOf: 1 },
    [{ name: 'Ada' }],
    { name: 'Ada', url: 'x' },
    { 'date-parts': [[2022]] },
  ],
);
const json = fc.oneof(odd, odd, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }));

/** The paths at which a format looks for something. */
function pathsOf(format: (typeof formats)[number]): string[] {
  const tables = [format.paper, format.author, format.organization ?? {}];
  const names = tables.flatMap((table) => Object.values(table)).filter((source) => typeof source === 'string');
  const made = ['mediaUrls', 'hidden', 'user', 'avatarUrl', 'content_text', 'content_html', 'summary', 'attachments'];
  const more = [
    'abstract_inverted_index',
    'locations',
    'abstract',
    'issued',
    'author',
    'given',
    'family',
    'githubRepo',
    'title',
    'display_name',
    'is_authors_truncated',
    'organization',
    'code',
    'DOI',
  ];
  return [...new Set([...names.flatMap((name) => name.split(' ')), ...made, ...more, '__proto__', 'constructor'])];
}

/** An object with values at some of these paths. */
function objectAt(paths: readonly string[]): fc.Arbitrary<object> {
  return fc.array(fc.tuple(fc.constantFrom(...paths), json), { maxLength: 12 }).map((values) => {
    const entry: Record<string, unknown> = {};
    for (const [path, value] of values) {
      let at = entry;
      const keys = path.split('.');
      const last = keys.pop()!;
      for (const key of keys) {
        const next = at[key];
        at = (typeof next === 'object' && next !== null ? next : (at[key] = {})) as Record<string, unknown>;
      }
      Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
    }
    return entry;
  });
}

describe('formats: any JSON', () => {
  it('is a valid feed or a FeedError', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (document) => {
        isRead(document);
      }),
      { numRuns: 500 },
    );
  });

  for (const format of formats) {
    it(`is a valid feed or a FeedError as ${format.name}`, () => {
      fc.assert(
        fc.property(fc.jsonValue({ maxDepth: 4 }), (document) => void isRead(document, format.name)),
        { numRuns: 200 },
      );
    });

    it(`gives valid papers in the envelope of ${format.name}`, () => {
      let readCount = 0;
      const paths = pathsOf(format);
      const entry = fc.tuple(objectAt(paths), fc.boolean()).map(([fields, isGood]) => {
        if (!isGood) return fields;
        const id = { id: 'a', paperId: 'a', DOI: '10.1000/182', title: 'A', Title: 'A' };
        return { ...fields, ...id, ...(format.name === 'hugging-face' && { paper: { ...fields, ...id } }) };
      });
      fc.assert(
        fc.property(
          entry,
          json,
          fc.constantFrom(
            undefined,
            'https://huggingface.co/api/daily_papers?limit=1',
            'https://api.openalex.org/works',
            'https://api.crossref.org/works',
            'https://lab.example/f/p.json',
          ),
          (fields, junk, url) => {
            // Twice, which may give one paper only.
            const document = envelopes[format.name](fields, fields) as Record<string, unknown>;
            const list = Array.isArray(document)
              ? [...document, junk]
              : { ...document, title: junk, next_url: junk, next: junk };
            if (isRead(list, format.name, url)) readCount += read(list, { format: format.name, url }).papers.length;
          },
        ),
        { numRuns: 400 },
      );
      expect(readCount).to.be.above(100);
    });
  }

  it('opens the same format that it detects', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        let name: string | undefined;
        try {
          name = detectFormat(document).name;
        } catch {
          return;
        }
        expect(openFeed(document, { fetchedAt: '2026-08-21' }).format.name).to.equal(name);
      }),
    );
  });

  itWithAttacks('reads hostile strings in every field of every format', 'texts', (list) => {
    // Of a list of thousands some hundred.
    const strings = list.filter((_, at) => list.length < 1_000 || at % 20 === 0);
    for (const { name } of formats) {
      const paths = formats.flatMap(pathsOf).filter((path) => !path.includes('.'));
      for (const string of strings) {
        const fields = Object.fromEntries(paths.map((path) => [path, string]));
        isRead(envelopes[name](name === 'hugging-face' ? { paper: fields } : fields), name);
      }
    }
  });

  itWithAttacks('refuses every address that leads elsewhere than to the web', 'refusedAddresses', (hrefs) => {
    const items = hrefs.map((value, id) => ({
      id,
      title: 'A',
      url: value,
      image: value,
      authors: [{ name: 'Ada', url: value }],
      _paper: { pdf_url: value, doi: value },
    }));
    const { papers } = read({ version: '1.1', items }, { url: 'https://lab.example/' });
    expect(papers).to.have.lengthOf(hrefs.length);
    for (const { url, thumbnailUrl, pdfUrl, authors } of papers) {
      expect([url, thumbnailUrl, pdfUrl, authors[0]?.url]).to.deep.equal([undefined, undefined, undefined, undefined]);
    }
  });
});
