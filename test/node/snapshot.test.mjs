// @ts-check
/** `daily-papers snapshot`, as a scheduled job runs it: what it writes, what it keeps, and how it ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFeed } from 'daily-papers/feed.js';
import { hasHardlyBegun } from '../../bin/hardly-begun.mjs';
import { startFaultServer } from '../support/node-faults.mjs';

/** @import { Feed } from 'daily-papers/feed.js' */

const program = fileURLToPath(new URL('../../bin/daily-papers.mjs', import.meta.url));
const FILES = ['feed.xml', 'panel.html', 'papers.json'];

/** @param {string[]} args @returns {Promise<{ code: number | null, out: string, err: string }>} */
function run(...args) {
  const child = spawn(process.execPath, [program, ...args]);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += chunk));
  child.stderr.on('data', (chunk) => (output.err += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

/** @param {string[]} titles @param {object} [fields] of each item */
const feedText = (titles, fields) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'What we read',
    items: titles.map((title, index) => ({
      id: `p${index}`,
      title,
      url: `https://lab.example/${index}`,
      date_published: '2026-03-26',
      ...fields,
    })),
  });

const good = { body: feedText(['Note G', 'On Computable Numbers', 'Invariant Variation Problems']) };

/** @type {Awaited<ReturnType<typeof startFaultServer>>} */
let faults;
before(async () => {
  faults = await startFaultServer();
});

/** A folder of its own for each test. */
let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daily-papers-'));
  out = join(folder, 'public', 'papers');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} html */
const openingTag = (html) => html.slice(0, html.indexOf('<template'));

/** What readers find now. */
const written = () => Object.fromEntries(FILES.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
const papers = () =>
  parseFeed(JSON.parse(readFileSync(join(out, 'papers.json'), 'utf8')), { fetchedAt: '' }).papers.map(
    ({ title }) => title,
  );

describe('daily-papers snapshot', () => {
  it('writes three files, and says so', async () => {
    const src = await faults.serve(good);
    const { code, out: said, err } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(
      said,
      /^papers\.json: written, 3 papers, [\d,]+ bytes\nfeed\.xml: written, .*\npanel\.html: written, .*\n$/,
    );
    assert.deepEqual(readdirSync(out).sort(), FILES);
    assert.deepEqual(papers(), ['Note G', 'On Computable Numbers', 'Invariant Variation Problems']);
    const { 'feed.xml': atom = '', 'panel.html': panel = '' } = written();
    assert.match(atom, /<title>Note G<\/title>/);
    assert.equal(openingTag(panel), '<paper-feed>');
    assert.ok(/href="https:\/\/lab\.example\/1"[^>]*>On Computable Numbers</.test(panel));
  });

  it('touches nothing when nothing has changed', async () => {
    const src = await faults.serve(good);
    await run('snapshot', '--src', src, '--out', out);
    const before = FILES.map((name) => statSync(join(out, name)).mtimeMs);
    const { code, out: said } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(code, 0);
    assert.equal(said.match(/: unchanged, 3 papers/g)?.length, 3);
    assert.deepEqual(
      FILES.map((name) => statSync(join(out, name)).mtimeMs),
      before,
    );
  });

  it('merges sources, files among them', async () => {
    const file = join(folder, 'own.json');
    writeFileSync(file, feedText(['Our own paper']));
    const { code } = await run('snapshot', '--src', await faults.serve(good), '--src', file, '--out', out);
    assert.equal(code, 0);
    assert.equal(papers().length, 4);
    assert.ok(papers().includes('Our own paper'));
  });

  it('asks for the next pages until there are as many papers as a panel keeps', async () => {
    const page = (/** @type {string} */ name, /** @type {string} */ next_url) => ({
      body: JSON.stringify({ ...JSON.parse(feedText(['Note', 'Notes'], { url: undefined })), next_url }).replace(
        /"id":"p/g,
        `"id":"${name}`,
      ),
    });
    const third = await faults.serve(page('c', 'https://lab.example/never-asked'));
    const second = await faults.serve(page('b', third));
    const first = await faults.serve(page('a', second));
    await run('snapshot', '--src', first, '--out', out, '--limit', '5', '--quiet');
    const { items, next_url } = JSON.parse(written()['papers.json'] ?? '');
    assert.deepEqual(
      items.map((/** @type {{ id: string }} */ { id }) => id),
      ['a0', 'a1', 'b0', 'b1', 'c0'],
    );
    assert.equal(next_url, undefined);
  });

  it('keeps the files of last time when a later page fails, unless it is told to write what there is', async () => {
    const missing = await faults.serve({ status: 404 });
    const first = await faults.serve(good, {
      body: JSON.stringify({ ...JSON.parse(feedText(['New'])), next_url: missing }),
    });
    await run('snapshot', '--src', first, '--out', out);
    const before = written();
    const { code } = await run('snapshot', '--src', first, '--out', out);
    assert.equal(code, 3);
    assert.deepEqual(written(), before);
    const partial = await run('snapshot', '--src', first, '--out', out, '--allow-partial');
    assert.equal(partial.code, 0);
    assert.match(partial.err, /404/);
    assert.deepEqual(papers(), ['New']);
  });

  it('selects and sorts as a panel with these attributes', async () => {
    const src = await faults.serve(good);
    const select = ['--sort', 'title', '--exclude', 'computable', '--limit', '1'];
    const look = ['--heading', 'Our <list>', '--layout', 'compact', '--lang', 'fr'];
    const { code } = await run('snapshot', '--src', src, '--out', out, ...select, ...look);
    assert.equal(code, 0);
    assert.deepEqual(papers(), ['Invariant Variation Problems']);
    const { 'papers.json': json = '', 'feed.xml': atom = '', 'panel.html': panel = '' } = written();
    assert.equal(JSON.parse(json).title, 'Our <list>');
    assert.match(atom, /<title>Our &lt;list&gt;<\/title>/);
    // French are the panel's own words, not the papers.
    assert.doesNotMatch(json + atom, /"language"|xml:lang/);
    for (const attribute of ['heading="Our &lt;list>"', 'limit="1"', 'layout="compact"', 'lang="fr"'])
      assert.ok(openingTag(panel).includes(attribute), `${attribute} in ${openingTag(panel)}`);
    assert.doesNotMatch(openingTag(panel), /sort|exclude/);
  });

  it('tells panels, and feed readers, where the files are', async () => {
    const { code } = await run(
      'snapshot',
      '--src',
      await faults.serve(good),
      '--out',
      out,
      '--url',
      'https://lab.example/p',
    );
    assert.equal(code, 0);
    const { 'papers.json': json = '', 'feed.xml': atom = '', 'panel.html': panel = '' } = written();
    assert.equal(JSON.parse(json).feed_url, 'https://lab.example/p/papers.json');
    assert.match(atom, /<id>https:\/\/lab\.example\/p\/feed\.xml<\/id>/);
    assert.match(atom, /rel="self" href="https:\/\/lab\.example\/p\/feed\.xml"/);
    assert.equal(openingTag(panel), '<paper-feed src="https://lab.example/p/papers.json">');
  });

  it('makes relative addresses of a file absolute, by the address that it will have', async () => {
    const file = join(folder, 'own.json');
    writeFileSync(file, feedText(['Note G'], { url: 'notes/g.html' }));
    await run('snapshot', '--src', file, '--out', out, '--url', 'https://lab.example/p/');
    assert.equal(JSON.parse(written()['papers.json'] ?? '').items[0].url, 'https://lab.example/p/notes/g.html');
  });

  it('writes style sheets where the page wants them linked, and what stands inside the element', async () => {
    const content = join(folder, 'form.html');
    writeFileSync(content, '<subscribe-form slot="subscribe"></subscribe-form>');
    const more = ['--css-href', '/papers/', '--content', content];
    const { out: said } = await run('snapshot', '--src', await faults.serve(good), '--out', out, ...more);
    assert.match(said, /paper-feed\.css: written, [\d,]+ bytes\npaper-card\.css: written, /);
    const panel = written()['panel.html'] ?? '';
    assert.ok(!panel.includes('<style'));
    assert.ok(panel.includes('<link rel="stylesheet" href="/papers/paper-card.css">'));
    assert.ok(panel.endsWith('<subscribe-form slot="subscribe"></subscribe-form></paper-feed>\n'));
  });

  it('dates papers without a date by the day they came', async () => {
    const undated = (/** @type {string[]} */ titles) => ({ body: feedText(titles, { date_published: undefined }) });
    const src = await faults.serve(undated(['Note G']), undated(['Note G', 'Note H']));
    const dates = () =>
      [...(written()['feed.xml'] ?? '').matchAll(/<entry>[^]*?<updated>([^<]*)/g)].map(([, date]) => date);
    await run('snapshot', '--src', src, '--out', out);
    const [first] = dates();
    await run('snapshot', '--src', src, '--out', out);
    assert.equal(dates()[0], first);
    assert.ok(String(dates()[1]) > String(first));
  });
});

describe('daily-papers snapshot, when a source fails', () => {
  /** @type {[what: string, answer: import('../support/faults.ts').FaultAnswer, says: RegExp][]} */
  const failures = [
    ['is not there', { status: 404 }, /answered with status 404/],
    ['answers with a page', { body: '<!doctype html>' }, /is not JSON: a web page/],
    ['answers with half of it', { body: good.body.slice(0, -9) }, /is not JSON/],
    ['answers with something else', { body: '{"error":"slow down"}' }, /No list of papers.*slow down/],
  ];
  for (const [what, answer, says] of failures) {
    it(`keeps the files of last time, and ends with 3: it ${what}`, async () => {
      const src = await faults.serve(good, answer);
      await run('snapshot', '--src', src, '--out', out);
      const before = written();
      const { code, out: said, err } = await run('snapshot', '--src', src, '--out', out);
      assert.equal(code, 3);
      assert.match(err, says);
      assert.equal(said.match(/: kept, a source failed/g)?.length, 3);
      assert.deepEqual(written(), before);
    });
  }

  it('takes entries for a failure that are no papers any more', async () => {
    const src = await faults.serve(good, { body: JSON.stringify({ version: '1.1', items: [{ name: 'Note G' }] }) });
    await run('snapshot', '--src', src, '--out', out);
    const { code, err } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(code, 3);
    assert.match(err, /none of them is a paper/);
    assert.equal(papers().length, 3);
  });

  it('says why there was no answer', async () => {
    // Nobody listens on a port that has just been closed.
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    await new Promise((resolve) => server.close(resolve));
    const { code, err } = await run('snapshot', '--src', `http://127.0.0.1:${port}/`, '--out', out);
    assert.equal(code, 4);
    assert.match(err, /cannot be read: .*ECONNREFUSED/);
    assert.doesNotMatch(err, /CORS/);
  });

  it('reads more than a page would, and says when a page would not read what it makes of it', async () => {
    const body = (/** @type {string} */ field) =>
      feedText(
        Array.from({ length: 100 }, (_, n) => `Note ${n}`),
        { [field]: 'x'.repeat(25_000) },
      );
    const src = await faults.serve({ body: body('_more') }, { body: body('content_text') });
    const first = await run('snapshot', '--src', src, '--out', out);
    assert.deepEqual([first.code, first.err], [0, '']);
    const { code, err } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(code, 0);
    assert.match(err, /longer than panels read/);
  });

  it('ends with 4 where there is nothing to keep, and writes nothing', async () => {
    const { code, err } = await run('snapshot', '--src', await faults.serve({ status: 404 }), '--out', out);
    assert.equal(code, 4);
    assert.match(err, /404[^]*Nothing is written/);
    assert.ok(!existsSync(out));
  });

  it('tries again after a failure that can pass', async () => {
    const src = await faults.serve({ fault: 'reset' }, { status: 503 }, good);
    const { code } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(code, 0);
    assert.equal(papers().length, 3);
  });

  it('keeps all when one of several fails, unless it is told to write what there is', async () => {
    const [one, other] = [
      await faults.serve(good),
      await faults.serve({ body: feedText(['Another']) }, { status: 404 }),
    ];
    const args = ['snapshot', '--src', one, '--src', other, '--out', out];
    assert.equal((await run(...args)).code, 0);
    assert.equal(papers().length, 4);
    assert.equal((await run(...args)).code, 3);
    assert.equal(papers().length, 4);
    const { code, err } = await run(...args, '--allow-partial');
    assert.equal(code, 0);
    assert.match(err, /404/);
    assert.equal(papers().length, 3);
  });

  it('keeps the files of last time when the source has no papers, which is no failure', async () => {
    const src = await faults.serve(good, { body: feedText([]) });
    await run('snapshot', '--src', src, '--out', out);
    const { code, out: said } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(code, 0);
    assert.match(said, /kept, the source has no papers/);
    assert.equal(papers().length, 3);
  });

  it('writes an empty list the first time', async () => {
    const { code } = await run('snapshot', '--src', await faults.serve({ body: feedText([]) }), '--out', out);
    assert.equal(code, 0);
    assert.deepEqual(papers(), []);
    assert.ok(written()['panel.html']?.includes('No papers to show.'));
  });
});

describe('daily-papers snapshot of a source that keeps lists by day', () => {
  /** Answers as Hugging Face does. @param {((date: string | null) => number | 'refused')[]} answers number of papers, in order */
  async function serveDays(...answers) {
    /** @type {string[]} */
    const asked = [];
    const server = createServer((request, response) => {
      const { searchParams, pathname, search } = new URL(request.url ?? '', 'http://localhost');
      assert.equal(pathname, '/api/daily_papers');
      const count = answers[Math.min(asked.length, answers.length - 1)]?.(searchParams.get('date')) ?? 0;
      asked.push(search);
      if (count === 'refused') return response.writeHead(400).end('{"error":"bad date"}');
      const list = Array.from({ length: count }, (_, n) => ({ paper: { id: `2603.1000${n}`, title: `Paper ${n}` } }));
      return response.end(JSON.stringify(list));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    server.unref();
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    return { src: `http://127.0.0.1:${port}/api/daily_papers`, asked, close: () => server.close() };
  }

  const today = new Date().toISOString().slice(0, 10);

  it('keeps the list of last time until today has begun', async () => {
    const { src, asked, close } = await serveDays(
      () => 9,
      () => 1,
      () => 'refused',
      () => 5,
    );
    const args = ['snapshot', '--src', `${src}?date=${today}`, '--format', 'hugging-face', '--out', out];
    assert.equal((await run(...args)).code, 0);
    for (const says of [/kept, .* has hardly begun: 1 of what were 9 papers/, /kept, .* has not begun at the source/]) {
      const { code, out: said } = await run(...args);
      assert.equal(code, 0);
      assert.match(said, says);
      assert.equal(papers().length, 9);
    }
    assert.match((await run(...args)).out, /papers\.json: written, 5 papers/);
    assert.ok(asked.every((search) => search.includes('limit=100')));
    close();
  });

  it('asks for the day, week or month that is wanted', async () => {
    const { src, asked, close } = await serveDays((date) => (date === '2026-03-26' ? 3 : 'refused'));
    const args = ['snapshot', '--src', src, '--format', 'hugging-face', '--out', out];
    assert.equal((await run(...args, '--period', 'day', '--date', '2026-03-26')).code, 0);
    assert.equal(papers().length, 3);
    assert.match(asked[0] ?? '', /date=2026-03-26/);
    close();
  });
});

describe('daily-papers snapshot, when files cannot be written', () => {
  it('ends with 5 where the folder cannot be made', async () => {
    writeFileSync(join(folder, 'public'), 'a file');
    const { code, err } = await run('snapshot', '--src', await faults.serve(good), '--out', out);
    assert.equal(code, 5);
    assert.match(err, /Nothing is written in .*papers: /);
  });

  /** @type {[name: string, text: string][]} */
  const foreign = [
    ['feed.xml', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Our blog</title></feed>'],
    ['papers.json', '[{ "paper": { "id": "1", "title": "Written by hand" } }]'],
    ['panel.html', '<!doctype html><title>Our page</title>'],
    ['paper-card.css', 'paper-card { margin: 1em }'],
  ];
  for (const [name, text] of foreign) {
    it(`ends with 5 where there is a ${name} of somebody else`, async () => {
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, name), text);
      const linked = ['--css-href', '/papers/'];
      const { code, err } = await run('snapshot', '--src', await faults.serve(good), '--out', out, ...linked);
      assert.equal(code, 5);
      assert.ok(err.includes(name));
      assert.deepEqual(readdirSync(out), [name]);
      assert.equal(readFileSync(join(out, name), 'utf8'), text);
    });
  }

  it('does not replace its own source', async () => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'papers.json'), good.body);
    const { code, err } = await run('snapshot', '--src', join(out, 'papers.json'), '--out', out);
    assert.equal(code, 2);
    assert.match(err, /would be replaced/);
    assert.equal(readFileSync(join(out, 'papers.json'), 'utf8'), good.body);
  });

  it('writes all or none, and leaves nothing behind', async () => {
    const src = await faults.serve(good, { body: feedText(['Later']) });
    await run('snapshot', '--src', src, '--out', out);
    const before = written();
    // The last of the three cannot be replaced.
    rmSync(join(out, 'panel.html'));
    mkdirSync(join(out, 'panel.html'));
    const { code } = await run('snapshot', '--src', src, '--out', out);
    assert.equal(code, 5);
    for (const name of ['papers.json', 'feed.xml']) assert.equal(readFileSync(join(out, name), 'utf8'), before[name]);
    assert.deepEqual(readdirSync(out).sort(), FILES);
  });

  it('leaves the old file whole for whoever is reading it', async () => {
    const src = await faults.serve(good, { body: feedText(['Later']) });
    await run('snapshot', '--src', src, '--out', out);
    const before = written();
    const readers = FILES.map((name) => ({ name, handle: openSync(join(out, name), 'r') }));
    assert.equal((await run('snapshot', '--src', src, '--out', out)).code, 0);
    assert.deepEqual(papers(), ['Later']);
    for (const { name, handle } of readers) {
      assert.equal(readFileSync(handle, 'utf8'), before[name]);
      closeSync(handle);
    }
  });
});

describe('daily-papers snapshot, called wrongly', () => {
  /** @type {[args: string[], says: RegExp][]} */
  const mistakes = [
    [[], /needs --src and --out/],
    [['--src', 'https://a.example/'], /needs --src and --out/],
    [['--src', 'a.json', '--out', 'b', '--colour', 'red'], /Unknown option '--colour'/],
    [['--src', 'a.json', '--out', 'b', '--layout', 'round'], /layout="round" is not understood; allowed: list, grid/],
    [['--src', 'a.json', '--out', 'b', '--limit', '0'], /limit="0" is not understood/],
    [['--src', 'a.json', '--out', 'b', '--url', '/papers'], /--url needs an http\(s\) address/],
    [['--src', 'a.json', '--out', 'b', '--content', '/none/at/all'], /--content cannot be read/],
    [['--src', 'a.json', '--out', 'b', 'c'], /Unexpected argument/],
  ];
  for (const [args, says] of mistakes) {
    it(`ends with 2: ${args.join(' ')}`, async () => {
      const { code, err } = await run('snapshot', ...args);
      assert.equal(code, 2);
      assert.match(err, says);
      assert.match(err, /Usage: daily-papers snapshot/);
    });
  }

  it('explains itself', async () => {
    const { code, out: said } = await run('snapshot', '--help');
    assert.equal(code, 0);
    assert.match(said, /Usage: daily-papers snapshot[^]*Ends with\n {2}0 {2}written/);
  });
});

describe('hasHardlyBegun', () => {
  const now = new Date('2026-03-30T06:00:00Z'); // a Monday
  /** @param {number} count @returns {Feed} */
  const list = (count) => {
    const all = Array.from({ length: count }, (_, id) => ({
      id: String(id),
      title: 'Note',
      authors: [],
      keywords: [],
    }));
    return { papers: all, skippedCount: 0, format: 'json-feed', fetchedAt: '' };
  };
  /** @type {[what: string, at: string | undefined, count: number, kept: number, isKept: boolean][]} */
  const cases = [
    ['today with nothing yet', '2026-03-30', 0, 24, true],
    ['today with one paper', '2026-03-30', 1, 24, true],
    ['today with a quarter', '2026-03-30', 6, 24, false],
    ['a quiet day that is over', '2026-03-27', 1, 24, false],
    ['this week on its first day', '2026-W14', 2, 90, true],
    ['this month, not on its first day', '2026-03', 2, 300, false],
    ['a past week, on a Monday', '2026-W10', 2, 90, false],
    ['a week that is still to come', '2026-W15', 2, 90, true],
    ['a list that has no days', undefined, 1, 24, false],
    ['a list without papers', undefined, 0, 24, true],
    ['the first time ever', '2026-03-30', 0, 0, false],
  ];
  for (const [what, at, count, kept, isKept] of cases) {
    it(`${isKept ? 'keeps' : 'replaces'} ${kept} by ${count}: ${what}`, () => {
      const why = hasHardlyBegun({ loaded: list(count), feed: list(count), kept: list(kept), at, now });
      assert.equal(why !== undefined, isKept, why);
    });
  }

  it('leaves it to others where the source has papers of which none is wanted', () => {
    const lists = { loaded: list(20), feed: list(0), kept: list(2) };
    assert.equal(hasHardlyBegun({ ...lists, at: undefined, now }), undefined);
  });
});
