// @ts-check
/** `daily-papers check`, as people run it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/daily-papers.mjs', import.meta.url));

/** @param {string[]} args @returns {Promise<{ code: number | null, out: string, err: string }>} */
function run(...args) {
  const child = spawn(process.execPath, [program, ...args]);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += chunk));
  child.stderr.on('data', (chunk) => (output.err += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

const version = 'https://jsonfeed.org/version/1.1';
const papers = ['Note G', 'On Computable Numbers'].map((title, id) => ({ id, title, url: `${id}.html` }));

describe('daily-papers check FILE', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-'));
  after(() => rmSync(folder, { recursive: true }));

  /** @param {unknown} content */
  function write(content) {
    const file = join(folder, 'papers.json');
    writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return file;
  }

  it('says what a page would show', async () => {
    const { code, out } = await run('check', write({ version, title: 'What we read', items: papers }));
    assert.equal(code, 0);
    assert.match(out, /papers\.json: 2 papers \(json-feed\)\nTitle: What we read\n/);
    assert.match(out, / {2}1\. Note G\n {2}2\. On Computable Numbers\n/);
    assert.match(out, /Filled in, of 2 papers: link 2\.\nNowhere: abstract, date,/);
    assert.match(out, /No problems\./);
  });

  it('says where something is wrong, what was expected, and what was found', async () => {
    const items = [...papers, { id: 2 }, { id: 3, title: 'A', date_published: 'soon', _paper: { upvotes: 3 } }];
    const { code, out } = await run('check', write({ version, items }));
    assert.equal(code, 0);
    assert.match(out, /3 problems:/);
    assert.match(out, /items\[2\]\.title\n +expected text\n +found +nothing – the paper is left out\n/);
    assert.match(out, /items\[3\]\.date_published\n +expected a date such as 2026-03-26\n +found +"soon"\n/);
    assert.match(out, /items\[3\]\._paper\.upvotes\n +expected the name "upvote_count"\n +found +3\n/);
  });

  it('lists the first, or with --all everything', async () => {
    const file = write({
      version,
      items: Array.from({ length: 60 }, (_, id) => ({ id, title: `Paper ${id}`, url: 7 })),
    });
    const first = await run('check', file);
    assert.match(first.out, /… and 55 more \(--all\)[^]*… and 40 more \(--all\)/);
    assert.doesNotMatch(first.out, /Paper 59/);
    const all = await run('check', '--all', file);
    assert.match(all.out, / 60\. Paper 59\n/);
    assert.match(all.out, /items\[59\]\.url/);
  });

  it('speaks JSON with --json', async () => {
    const { code, out } = await run('check', write({ version, items: [...papers, null] }), '--json');
    assert.equal(code, 0);
    const { feed, problems } = JSON.parse(out);
    assert.equal(feed.papers.length, 2);
    assert.deepEqual(problems, [{ path: 'items[2]', expected: 'an object', found: 'null', lost: 'paper' }]);
    const bad = await run('check', write('{}'), '--json');
    assert.equal(bad.code, 1);
    assert.equal(JSON.parse(bad.out).error.code, 'format');
  });

  it('reads as the format that is named', async () => {
    const file = write({ papers });
    assert.match((await run('check', file, '--format=paper-list')).out, /2 papers \(paper-list\)/);
    const { code, out } = await run('check', file, '--format', 'crossref');
    assert.equal(code, 1);
    assert.match(out, /nothing can be shown \(format\)[^]*expected crossref[^]*papers\[0\] is an object/);
  });

  /** @type {[what: string, content: unknown, says: RegExp][]} */
  const useless = [
    ['an empty list', { version, items: [] }, /0 papers[^]*There is no paper in it/],
    ['entries without titles', { version, items: [{ id: 1 }] }, /0 papers[^]*items\[0\]\.title/],
    [
      'something else',
      { url: 'x', body: '<feed>' },
      /expected json-feed[^]*found an object with the keys \["url","body"\]/,
    ],
    ['nothing', '', /Expected JSON, found nothing/],
    ['a web page', '<!DOCTYPE html><html>', /found a web page/],
    ['RSS', '<?xml version="1.0"?><rss>', /found XML/],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /found another encoding/],
    ['a comma too many', '{\n  "version": "1",\n}', /line 3, column 1 is none: there is a comma too many before }/],
    ['a comma too few', '{"a": 1\n"b": 2}', /line 2, column 1 is none: a comma or colon is missing before it/],
    ['single quotes', "{'a': 1}", /line 1, column 2 is none: texts stand in straight double quotes/],
    ['a comment', '{\n// a\n}', /line 2, column 1 is none: JSON has no comments/],
    ['a line break in a text', '{"a": "b\nc"}', /line 1, column 9 is none: a line break or tab within a text/],
    ['an end that is missing', '{"a": [1', /is none: the end is missing/],
    ['three megabytes', ' '.repeat(3e6), /More than 2 MB/],
  ];
  for (const [what, content, says] of useless) {
    it(`ends with 1 for ${what}`, async () => {
      const { code, out } = await run('check', write(content));
      assert.equal(code, 1);
      assert.match(out, says);
    });
  }

  it('ends with 1 for a file that is not there', async () => {
    const { code, out } = await run('check', join(folder, 'none.json'));
    assert.equal(code, 1);
    assert.match(out, /The file cannot be read/);
  });

  it('reads a file with a byte order mark', async () => {
    assert.equal((await run('check', write(`\ufeff${JSON.stringify({ version, items: papers })}`))).code, 0);
  });

  it('explains itself, and ends with 2 when it is called wrongly', async () => {
    assert.match((await run('--help')).out, /Usage: daily-papers check/);
    for (const args of [
      [],
      ['show'],
      ['check'],
      ['check', 'a', 'b'],
      ['check', 'a', '--format', 'rss'],
      ['check', 'a', '--all-of-it'],
    ]) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /Usage: daily-papers check/);
    }
  });
});

describe('daily-papers check URL', () => {
  /** @type {Record<string, (response: import('node:http').ServerResponse) => void>} */
  const answers = {
    '/open.json': (response) =>
      response.setHeader('access-control-allow-origin', '*').end(JSON.stringify({ version, items: papers })),
    '/closed.json': (response) => response.end(JSON.stringify({ version, items: papers, next_url: '?page=2' })),
    '/moved.json': (response) => response.writeHead(302, { location: '/open.json' }).end(),
    '/limit.json': (response) => response.writeHead(429).end('{"error": "slow down"}'),
    '/endless.json': (response) => {
      const more = () => response.write(' '.repeat(64 * 1024), () => !response.destroyed && more());
      more();
    },
    '/broken.json': (response) =>
      response.writeHead(200, { 'content-length': 100 }).end('{}', () => response.destroy()),
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) answer(response);
    else response.writeHead(404).end('<h1>Not here</h1>');
  });
  let origin = '';

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    origin = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('says who can read it', async () => {
    const open = await run('check', `${origin}/open.json`);
    assert.equal(open.code, 0);
    assert.match(open.out, /2 papers \(json-feed\)\nAccess: pages of every site can read it\./);
    const closed = await run('check', `${origin}/closed.json`);
    assert.match(
      closed.out,
      /Access: only pages of http:\/\/127\.0\.0\.1:\d+ can read it.*Access-Control-Allow-Origin: \*/,
    );
    assert.match(closed.out, /Next page: http:\/\/127\.0\.0\.1:\d+\/closed\.json\?page=2/);
  });

  it('follows to where the feed has moved', async () => {
    assert.match((await run('check', `${origin}/moved.json`)).out, /2 papers/);
  });

  /** @type {[path: string, says: RegExp][]} */
  const failures = [
    ['/none.json', /\(http\)[^]*The server answered 404 Not Found\n?$/],
    ['/limit.json', /\(http\)[^]*429 Too Many Requests, and says {"error": "slow down"}/],
    ['/endless.json', /\(too-large\)[^]*More than 2 MB/],
    ['/broken.json', /\((network|parse)\)/],
  ];
  for (const [path, says] of failures) {
    it(`ends with 1 for ${path}`, async () => {
      const { code, out } = await run('check', origin + path);
      assert.equal(code, 1);
      assert.match(out, says);
    });
  }
});
