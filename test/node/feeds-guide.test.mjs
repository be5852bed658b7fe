// @ts-check
/** docs/feeds.md keeps its word: its examples are feeds without a problem, and its tables are those of the code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import Ajv from 'ajv';
import { describeFeed, formats } from 'daily-papers/feed.js';
import { createSchema } from '../../scripts/schema.mjs';

/** @typedef {import('daily-papers/feed.js').FeedFormat} FeedFormat */

const guide = readFileSync(new URL('../../docs/feeds.md', import.meta.url), 'utf8');

/** The rows of the first table under a heading, as cells. @param {string} heading */
function tableUnder(heading) {
  const section = guide.split(`\n${heading}\n`)[1] ?? '';
  const rows = /(?:^\|.*\n)+/m.exec(section)?.[0].trim().split('\n') ?? [];
  return rows
    .filter((row) => !/^\| *-/.test(row))
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('docs/feeds.md', () => {
  /** @type {any} */
  let schema;
  before(async () => {
    schema = await createSchema();
  });

  const examples = [...guide.matchAll(/```json\n([^]*?)```/g)].map((match) => match[1] ?? '');

  it('has examples', () => assert.equal(examples.length, 2));

  examples.forEach((example, index) => {
    it(`has an example ${index + 1} in which nothing is wrong`, () => {
      const document = JSON.parse(example);
      const { feed, problems } = describeFeed(document, {
        url: 'https://lab.example/papers.json',
        fetchedAt: '2026-03-26',
      });
      assert.equal(feed.papers.length, 1);
      assert.deepEqual(problems, []);
      assert.equal(new Ajv().compile(schema)(document), true);
    });
  });

  it('names every field of the native format', () => {
    const item = schema.properties.items.items.properties;
    for (const name of [...Object.keys(item), ...Object.keys(item._paper.properties)]) {
      if (['author', 'date_modified', 'language', '_paper'].includes(name)) continue;
      assert.match(guide, new RegExp(`\`${name}\``), name);
    }
  });

  it('says of every field where each format has it', () => {
    const [head = [], ...rows] = tableUnder('## What is read from where');
    const [first] = formats;
    assert.deepEqual(head.slice(1).sort(), formats.map(({ name }) => name).sort());
    assert.deepEqual(
      rows.map(([field]) => field).sort(),
      Object.keys(first?.paper ?? {})
        .map((field) => `\`${field}\``)
        .sort(),
    );
    for (const [cell = '', ...cells] of rows) {
      const field = /** @type {keyof FeedFormat['paper']} */ (cell.replaceAll('`', ''));
      cells.forEach((text, index) => {
        const format = formats.find(({ name }) => name === head[index + 1]);
        const source = format?.paper[field];
        const place = `${field} of ${format?.name}`;
        if (typeof source === 'string') {
          const paths = source.split(' ').map((path) => `\`${path}\``);
          const named = text.endsWith('…') ? paths.slice(0, 1) : paths;
          for (const path of named) assert.ok(text.includes(path), `${place}: ${path}`);
        } else if (source) assert.notEqual(text, '–', place);
        else assert.match(text, /^(–|counted|from .*)$/, place);
      });
    }
  });

  it('has no link to a heading that is not there', () => {
    const anchors = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    for (const [, anchor = ''] of guide.matchAll(/\]\(#([^)]*)\)/g)) assert.ok(anchors.includes(anchor), anchor);
  });
});
