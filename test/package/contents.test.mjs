// @ts-check
/** What `npm pack` would publish: all that the package needs, nothing else, nothing about the machine that built it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix } from 'node:path';
import { before, describe, it } from 'node:test';

const { exports, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What may be in the package. */
const ALLOWED = [
  /^(package\.json|custom-elements\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/[\w./-]+\.(js|js\.map|d\.ts)$/,
  /^dist\/(cdn\/(daily-papers\.licenses\.md|integrity\.json)|schema\.json)$/,
  /^dist\/editors\/(vscode\.(html|css)-custom-data|web-types)\.json$/,
  /^bin\/[\w-]+\.mjs$/,
];

describe('npm pack', () => {
  /** @type {string[]} */
  let files;

  before(() => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const cli = process.env.npm_execpath ?? '';
    const output = cli.endsWith('npm-cli.js')
      ? execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      : execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    files = JSON.parse(output)[0].files.map((/** @type {{ path: string }} */ { path }) => path);
  });

  it('holds whatever the exports lead to, the licence, the manual and the history', () => {
    const targets = Object.values(exports)
      .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)))
      .filter((path) => !path.includes('*'));
    const named = [manifest.customElements, manifest['web-types'], ...Object.values(manifest.bin)];
    const expected = [
      ...[...targets, ...named].map((path) => path.replace('./', '')),
      ...['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/cdn/daily-papers.licenses.md'],
    ];
    assert.deepEqual(
      expected.filter((path) => !files.includes(path)),
      [],
    );
  });

  it('holds whatever its modules and commands import', () => {
    for (const path of files.filter((each) => /\.(m?js|d\.ts)$/.test(each))) {
      const code = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '');
      for (const [, specifier = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']*)["']/g)) {
        const target = posix.join(posix.dirname(path), specifier);
        const isThere = files.includes(path.endsWith('.d.ts') ? target.replace(/(\.d\.ts|\.js)$/, '.d.ts') : target);
        assert.ok(isThere, `${path} imports ${specifier}`);
      }
    }
  });

  it('holds nothing else', () => {
    assert.deepEqual(
      files.filter((path) => !ALLOWED.some((pattern) => pattern.test(path))),
      [],
    );
  });

  it('holds types for each module', () => {
    const modules = files.filter((path) => /^dist\/(?!cdn\/).*\.js$/.test(path));
    const helpers = modules.filter((path) => !files.includes(path.replace(/\.js$/, '.d.ts')));
    assert.deepEqual(helpers, ['dist/shared/decorate.js']);
  });

  it('names neither the folder nor the registry that it was built from', () => {
    for (const path of files) {
      const text = readFileSync(path, 'utf8');
      for (const secret of [process.cwd(), `${homedir()}/`, 'file://', 'registry.npmjs', '"resolved"'])
        assert.ok(!text.includes(secret), `${path} contains ${secret}`);
    }
  });
});
