// @ts-check
/** `daily-papers snapshot` of lists from which a period or a filter is taken: what is too little to replace the files. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/daily-papers.mjs', import.meta.url));

/** A day on which a week and a month begin, too. */
const TODAY = '2026-06-01';
const YESTERDAY = '2026-05-31';

/** Sets the clock of a process. @param {string} iso */
const clockAt = (iso) =>
  `data:text/javascript,${encodeURIComponent(
    `const now = ${Date.parse(iso)};
    globalThis.Date = class extends Date {
      constructor(...args) { super(...(args.length ? args : [now])); }
      static now() { return now; }
    };`,
  )}`;

let folder = '';
let out = '';
let src = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daily-papers-'));
  out = join(folder, 'papers');
  src = join(folder, 'feed.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {Record<string, number>} counts papers by day */
function serve(counts) {
  const items = Object.entries(counts).flatMap(([day, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${day}-${index}`,
      title: `Engine ${index}`,
      date_published: day,
    })),
  );
  writeFileSync(src, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }));
}

/** @param {string[]} options @returns {Promise<{ code: number | null, out: string, err: string }>} */
function snapshot(...options) {
  const clock = ['--import', clockAt(`${TODAY}T01:17:00Z`)];
  const child = spawn(process.execPath, [...clock, program, 'snapshot', '--src', src, '--out', out, ...options]);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += chunk));
  child.stderr.on('data', (chunk) => (output.err += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

/** The days of the papers that readers find, with their number. */
function written() {
  /** @type {{ items: { date_published: string }[] }} */
  const { items } = JSON.parse(readFileSync(join(out, 'papers.json'), 'utf8'));
  const days = items.map(({ date_published }) => date_published.slice(0, 10));
  return Object.fromEntries([...new Set(days)].map((day) => [day, days.filter((each) => each === day).length]));
}

describe('daily-papers snapshot of a period of a list that knows none', () => {
  const names = { day: TODAY, week: '2026-W23', month: '2026-06' };
  for (const [kind, at] of Object.entries(names)) {
    it(`keeps the last ${kind} until the new one has begun`, async () => {
      serve({ [YESTERDAY]: 20 });
      assert.equal((await snapshot('--period', kind)).code, 0);
      serve({ [YESTERDAY]: 20, [TODAY]: 1 });
      const { code, out: said, err } = await snapshot('--period', kind);
      assert.deepEqual([code, err], [0, '']);
      assert.ok(said.includes(`papers.json: kept, ${at} has hardly begun: 1 of what were 20 papers`), said);
      assert.deepEqual(written(), { [YESTERDAY]: 20 });
      serve({ [YESTERDAY]: 20, [TODAY]: 5 });
      assert.match((await snapshot('--period', kind)).out, /papers\.json: written, 5 papers/);
      assert.deepEqual(written(), { [TODAY]: 5 });
    });
  }

  it('takes no month that is still to come, for one paper that is dated ahead', async () => {
    serve({ [YESTERDAY]: 20, '2026-08-15': 1 });
    await snapshot('--period', 'month');
    assert.deepEqual(written(), { [YESTERDAY]: 20 });
    serve({ [YESTERDAY]: 20, [TODAY]: 6, '2026-08-15': 1 });
    await snapshot('--period', 'month');
    assert.deepEqual(written(), { [TODAY]: 6 });
  });

  it('does not keep a list for ever because it is long', async () => {
    serve({ '2026-05-28': 20 });
    await snapshot('--period', 'day');
    serve({ '2026-05-28': 20, [TODAY]: 1 });
    await snapshot('--period', 'day');
    assert.deepEqual(written(), { [TODAY]: 1 });
  });

  it('keeps that of Friday over the weekend', async () => {
    serve({ '2026-05-29': 20 });
    await snapshot('--period', 'day');
    serve({ '2026-05-29': 20, [TODAY]: 1 });
    assert.match((await snapshot('--period', 'day')).out, /kept, 2026-06-01 has hardly begun/);
  });

  it('writes less where the owner asks for less', async () => {
    serve({ [TODAY]: 20 });
    await snapshot('--period', 'day');
    assert.match((await snapshot('--period', 'day', '--limit', '2')).out, /papers\.json: written, 2 papers/);
  });

  it('replaces a day by a quiet one that is over', async () => {
    serve({ '2026-05-30': 20 });
    await snapshot('--period', 'day');
    serve({ '2026-05-30': 20, [YESTERDAY]: 1 });
    await snapshot('--period', 'day');
    assert.deepEqual(written(), { [YESTERDAY]: 1 });
  });

  for (const date of [TODAY, '2026-03-01', '2026-W10', '2026-02']) {
    it(`keeps the files where there are no papers of ${date}`, async () => {
      serve({ [YESTERDAY]: 20 });
      await snapshot();
      const { code, out: said, err } = await snapshot('--date', date);
      assert.deepEqual([code, err], [0, '']);
      assert.match(said, new RegExp(`papers.json: kept, none of the source's papers \\(20\\) .*--date ${date}`));
      assert.deepEqual(written(), { [YESTERDAY]: 20 });
    });
  }
});

describe('daily-papers snapshot, when no paper passes the filter', () => {
  it('keeps those of last time, without a word to cron', async () => {
    serve({ '2026-05-30': 3 });
    await snapshot('--include', 'engine');
    writeFileSync(src, readFileSync(src, 'utf8').replaceAll('Engine', 'Number'));
    const { code, out: said, err } = await snapshot('--include', 'engine');
    assert.deepEqual([code, err], [0, '']);
    assert.match(said, /papers\.json: kept, none of the source's papers \(3\) is what is asked for: --include engine/);
    assert.deepEqual(written(), { '2026-05-30': 3 });
    assert.deepEqual(await snapshot('--include', 'engine', '--quiet'), { code: 0, out: '', err: '' });
  });

  it('says so, also to cron, where those of last time would not pass either: it is misspelt', async () => {
    serve({ [YESTERDAY]: 3 });
    await snapshot();
    const { code, out: said, err } = await snapshot('--include', 'zeppelin; air ship', '--quiet');
    assert.deepEqual([code, said], [0, '']);
    assert.match(err, /none of the source's papers \(3\) .* --include "zeppelin; air ship".*; nor are those kept/);
    assert.deepEqual(written(), { [YESTERDAY]: 3 });
  });

  it('says so the first time, when there is nothing to keep', async () => {
    serve({ [YESTERDAY]: 3 });
    const { code, err } = await snapshot('--min-upvotes', '5', '--with-code', '--quiet');
    assert.equal(code, 0);
    assert.match(err, /none of the source's papers \(3\) .*--min-upvotes 5, --with-code/);
    assert.deepEqual(written(), {});
    assert.match((await snapshot('--min-upvotes', '5', '--quiet')).err, /empty list/);
    serve({});
    assert.match((await snapshot('--quiet')).err, /empty list: the source has no papers/);
  });
});

describe('daily-papers snapshot of several sources', () => {
  it('fails where one of them has entries, none of which is a paper', async () => {
    serve({ [YESTERDAY]: 3 });
    const junk = join(folder, 'junk.json');
    writeFileSync(junk, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ no: 1 }] }));
    const { code, err } = await snapshot('--src', junk);
    assert.equal(code, 4);
    assert.match(err, /junk\.json: entries, but none of them is a paper/);
    assert.equal((await snapshot('--src', junk, '--allow-partial')).code, 0);
    assert.deepEqual(written(), { [YESTERDAY]: 3 });
  });
});

describe('daily-papers snapshot after one that was killed while it wrote', () => {
  const old = new Date(`${TODAY}T00:17:00Z`);
  const justNow = new Date(`${TODAY}T01:16:30Z`);
  /** @param {string} name @param {Date} at */
  function leave(name, at) {
    const file = join(out, name);
    writeFileSync(file, 'half a fi');
    utimesSync(file, at, at);
    return file;
  }

  it('removes what that one left, and nothing else', async () => {
    serve({ [YESTERDAY]: 3 });
    await snapshot();
    const left = ['.papers.json.4711.tmp', '.feed.xml.4711.tmp', '.panel.html.4712.tmp'].map((name) =>
      leave(name, old),
    );
    const running = leave('.papers.json.4713.tmp', justNow);
    const others = [
      '.papers.json.tmp',
      '.papers.json.4711.tmp.txt',
      '.index.html.4711.tmp',
      'papers.json.4711.tmp',
    ].map((name) => leave(name, old));
    assert.match((await snapshot()).out, /papers\.json: unchanged/);
    assert.deepEqual(left.filter(existsSync), []);
    assert.deepEqual(
      [running, ...others].filter((file) => !existsSync(file)),
      [],
    );
  });

  it('does so too when it keeps the files', async () => {
    serve({ [YESTERDAY]: 3 });
    await snapshot();
    leave('.papers.json.4711.tmp', old);
    rmSync(src);
    assert.equal((await snapshot()).code, 3);
    assert.deepEqual(readdirSync(out).sort(), ['feed.xml', 'panel.html', 'papers.json']);
  });
});
