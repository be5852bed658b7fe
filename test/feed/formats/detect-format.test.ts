/** Which format a document is, and what is said about those that are none. */
import { expect } from '@open-wc/testing';
import { detectFormat, type FormatChoice, hasPeriods } from '../../../src/feed/formats/index.js';
import { formatNames } from '../../../src/feed/model.js';
import { feedErrorOf } from '../../support/settled.js';
import { envelopes, read } from './read.js';

const documents: readonly (readonly [what: string, format: FormatChoice, document: unknown])[] = [
  ['a list of {paper}', 'hugging-face', [{ paper: {} }]],
  ['a list in which some entry has a paper', 'hugging-face', [null, {}, { paper: { id: '2603.12345' } }]],
  ['one paper asked for by id', 'hugging-face', { id: '2603.12345', title: 'A', summary: 'B', upvotes: 3 }],
  ['an archive around the daily list', 'hugging-face', { status: 'success', count: 1, data: [{ paper: {} }] }],
  ['some entry with a paperId', 'semantic-scholar', [null, { paperId: 'a1' }]],
  ['a version as address', 'json-feed', { version: 'https://jsonfeed.org/version/1', items: [] }],
  ['a version as number in text', 'json-feed', { version: '1.1', items: [] }],
  ['a JSON Feed without version', 'json-feed', { items: [{ id: 1, title: 'A', content_text: 'B' }] }],
  ['a JSON Feed without version, with our extension', 'json-feed', { items: [{ id: 1, title: 'A', _paper: {} }] }],
  ['an OpenAlex list', 'openalex', { meta: {}, results: [] }],
  ['one OpenAlex work', 'openalex', { id: 'https://openalex.org/W1', title: 'A' }],
  ['recommendations', 'semantic-scholar', { recommendedPapers: [{ paperId: 'a1' }] }],
  ['a search', 'semantic-scholar', { total: 1, offset: 0, data: [{ paperId: 'a1' }] }],
  ['a search without a hit', 'semantic-scholar', { total: 0, offset: 0 }],
  ['one Semantic Scholar paper', 'semantic-scholar', { paperId: 'a1', title: 'A' }],
  ['a Crossref list', 'crossref', { status: 'ok', message: { items: [] } }],
  ['one Crossref work', 'crossref', { status: 'ok', message: { DOI: '10.1000/182' } }],
  ['Crossref records without envelope', 'crossref', { items: [{ DOI: '10.1000/182' }] }],
  ['papers', 'paper-list', { papers: [{ title: 'A' }] }],
  ['items without signs of a JSON Feed', 'paper-list', { items: [{ id: 1, title: 'A' }] }],
  ['a bare array', 'paper-list', [{ Title: 'A' }]],
  [
    'a home-made list with upvotes and addresses',
    'paper-list',
    [{ id: '2603.12345', title: 'A', summary: 'B', upvotes: 3, url: 'https://lab.example/' }],
  ],
  ['a home-made list with arXiv ids', 'paper-list', [{ id: '2603.12345', title: 'A' }]],
  ['a home-made list with summaries', 'paper-list', [{ id: '2603.12345', title: 'A', summary: 'B' }]],
  ['a home-made list with upvotes', 'paper-list', [{ id: '2603.12345', title: 'A', upvotes: 3 }]],
];

describe('formats: detection', () => {
  for (const [what, format, document] of documents) {
    it(`${what}: ${format}`, () => {
      expect(detectFormat(document).name).to.equal(format);
    });
  }

  for (const document of [[], { items: [] }, { results: [] }, { papers: [] }, { data: [] }]) {
    it(`takes ${JSON.stringify(document)} for an empty list, in every format`, () => {
      expect(read(document)).to.deep.include({ papers: [], skippedCount: 0 });
      for (const format of formatNames) expect(read(document, { format })).to.deep.include({ papers: [], format });
    });
  }

  it('knows the format of an empty list by the address of a service', () => {
    const formatAt = (url: string) => read([], { url }).format;
    expect(formatAt('https://huggingface.co/api/daily_papers?date=2026-03-28')).to.equal('hugging-face');
    expect(formatAt('https://api.openalex.org/works')).to.equal('openalex');
    expect(formatAt('https://api.semanticscholar.org/graph/v1/paper/batch')).to.equal('semantic-scholar');
    expect(formatAt('https://api.crossref.org/works')).to.equal('crossref');
    expect(formatAt('https://lab.example/papers.json')).to.equal('paper-list');
  });

  it('lets the shape decide, whatever the address', () => {
    const document = envelopes.crossref({ DOI: '10.1000/182', title: ['A'] });
    expect(read(document, { url: 'https://huggingface.co/api/daily_papers' }).format).to.equal('crossref');
  });

  it('reads as the chosen format what fits several', () => {
    const document = { version: '1.1', items: [{ id: '1', title: 'A', link: 'https://lab.example/' }] };
    expect(read(document).papers[0]?.url).to.equal(undefined);
    expect(read(document, { format: 'paper-list' }).papers[0]?.url).to.equal('https://lab.example/');
  });

  it('refuses what does not fit the chosen format, and names it', async () => {
    const document = envelopes.openalex({ id: 'https://openalex.org/W1' });
    const error = await feedErrorOf(Promise.resolve().then(() => read(document, { format: 'crossref' })));
    expect(error.code).to.equal('format');
    expect(error.message).to.match(
      /expected crossref \{"message".*found an object with the keys \["meta","results"\]; results\[0\] is an object/,
    );
    expect(error.message).to.not.contain('hugging-face');
  });

  const others: readonly (readonly [document: unknown, found: string])[] = [
    [null, 'object null'],
    [true, 'boolean true'],
    [42, 'number 42'],
    ['<rss>', 'string "<rss>"'],
    [{}, 'an object with the keys []'],
    [['a', 'b'], 'an array of 2; [0] is string "a"'],
    [[1, 2, 3], 'an array of 3; [0] is number 1'],
    [[[]], 'an array of 1; [0] is an array of 0'],
    [{ papers: [{ name: 'A' }] }, 'papers[0] is an object with the keys ["name"]'],
    [{ results: ['a'] }, 'results[0] is string "a"'],
    [{ error: 'Unauthorized' }, 'it says "Unauthorized"'],
    [{ message: 'API rate limit exceeded' }, 'it says "API rate limit exceeded"'],
    [{ items: {} }, '["items"]'],
    [{ total: 0 }, 'an object with the keys ["total"]'],
  ];
  for (const [document, found] of others) {
    it(`refuses ${JSON.stringify(document)}`, async () => {
      const error = await feedErrorOf(Promise.resolve().then(() => read(document)));
      expect(error.code).to.equal('format');
      expect(error.message).to.contain(found);
      for (const name of formatNames) expect(error.message).to.contain(name);
    });
  }

  it('says little about what is very large', async () => {
    const document = { ['k'.repeat(10_000)]: 1, error: 'e'.repeat(10_000), data: ['x'.repeat(10_000)] };
    const { message } = await feedErrorOf(Promise.resolve().then(() => read(document)));
    expect(message.length).to.be.below(1_500);
  });

  it('does not follow nesting', async () => {
    const nested: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const error = await feedErrorOf(Promise.resolve().then(() => read(nested)));
    expect(error.message).to.contain('an array of 1');
    expect(
      read([{ title: 'A', id: 'a', abstract: nested, authors: nested, organization: nested }]).papers,
    ).to.have.lengthOf(1);
  });

  it('knows periods of Hugging Face’s daily list alone', () => {
    expect(hasPeriods('https://huggingface.co/api/daily_papers')).to.equal(true);
    expect(hasPeriods('https://huggingface.co/papers')).to.equal(true);
    expect(hasPeriods('https://huggingface.co/api/papers/search?q=maps')).to.equal(false);
    expect(hasPeriods('https://huggingface.co/api/papers/2603.12345')).to.equal(false);
    expect(hasPeriods('https://api.crossref.org/works')).to.equal(false);
    expect(hasPeriods('https://lab.example/papers.json')).to.equal(false);
  });
});
