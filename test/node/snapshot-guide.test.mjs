// @ts-check
/** docs/snapshot.md and docs/prerender.md keep their word: versions, exit codes, samples, and the bytes of the cost table. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { prerender } from 'daily-papers/prerender';
import { launchBrowser, root } from '../support/browser-page.mjs';
import { feed, openPanel } from '../support/prerendered-page.mjs';
import { sharedFolder } from '../support/serve-shared-files.mjs';

const program = join(root, 'bin/daily-papers.mjs');
const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const guides = { snapshot: read('docs/snapshot.md'), render: read('docs/prerender.md') };

/** @param {string[]} args @param {string} [cwd] */
const run = (args, cwd) =>
  spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', maxBuffer: 5_000_000 });

describe('the guides to prerendering and snapshots', () => {
  it('have jobs run a version that there is', () => {
    const { version } = JSON.parse(read('package.json'));
    const named = [...guides.snapshot.matchAll(/npx --yes daily-papers(\S*)/g)].map(([, name]) => name);
    assert.equal(named.length, 3);
    for (const name of named) assert.ok(`@${version}.`.startsWith(`${name}.`), `${name}, but this is ${version}`);
  });

  for (const [command, guide] of Object.entries(guides)) {
    it(`list the exit codes of ${command}`, () => {
      const listed = [...guide.matchAll(/^\| (\d) +\|/gm)].map(([, code]) => code);
      const told = [...run([command, '--help']).stdout.matchAll(/^ {2}(\d) {2}/gm)].map(([, code]) => code);
      assert.ok(told.length >= 5);
      assert.deepEqual(command === 'render' ? ['0', ...listed] : listed, told);
    });
  }

  it('put forms into the panel of which nothing is to be said', async () => {
    const samples = [...guides.render.matchAll(/<subscribe-form [^`']*<\/subscribe-form>/g)].map(([sample]) => sample);
    assert.equal(samples.length, 2);
    const browser = await launchBrowser();
    for (const content of samples) {
      const { page, complaints, go, close } = await openPanel((await prerender(feed, { content })).html, browser);
      await go();
      await page.waitForSelector('subscribe-form input[type=email]');
      assert.deepEqual(complaints, []);
      await close();
    }
    await browser.close();
  });
});

const captured = ['hf-daily-2026-05-12.json', 'hf-daily-2025-09-30.json'].map((name) =>
  join(sharedFolder, 'feeds', name),
);
const missing = captured.find((file) => !existsSync(file));

describe('the bytes in docs/snapshot.md', { skip: missing && `${missing} is missing` }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-'));
  before(() => captured.forEach((file, index) => copyFileSync(file, join(folder, ['a.json', 'b.json'][index] ?? ''))));
  after(() => rmSync(folder, { recursive: true }));

  const rows = [...guides.snapshot.matchAll(/^\| [^|]*?`?([\w-]+\.\w+)`?[^|]*\|((?: *\d+ kB \|)+)/gm)];
  const told = Object.fromEntries(
    rows.map(([, name = '', cells = '']) => [name, cells.match(/\d+/g)?.map(Number) ?? []]),
  );
  /** The printed commands, as the rest of their lines after the name of the program. */
  const commandLine = (/** @type {string} */ name) =>
    new RegExp(`^npx daily-papers (${name} --src [^#>\\n]*(?:a\\.json|lean|out/)[^#>\\n]*)`, 'm').exec(
      guides.snapshot,
    )?.[1];

  [100, 50, 20].forEach((limit, column) => {
    it(`are those of ${limit} papers, by the commands above them`, () => {
      const [snapshot, render] = ['snapshot', 'render'].map((name) => commandLine(name)?.trim().split(/\s+/) ?? []);
      assert.match(
        run([...(snapshot ?? []), ...(limit < 100 ? ['--limit', String(limit)] : [])], folder).stdout,
        new RegExp(`papers.json: written, ${limit} papers`),
      );
      writeFileSync(join(folder, 'out/lean.html'), run(render ?? [], folder).stdout);
      for (const name of ['papers.json', 'feed.xml', 'panel.html', 'lean.html']) {
        const measured = gzipSync(readFileSync(join(folder, 'out', name)), { level: 9 }).length / 1000;
        const said = told[name]?.[column] ?? 0;
        assert.ok(Math.abs(said / measured - 1) < 0.1, `${name}: ${said} kB, but it is ${measured}`);
      }
    });
  });
});
