// @ts-check
/** The one script of the CDN: complete in itself, and allowed on pages with a strict policy. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const FILE = 'dist/cdn/daily-papers.js';
const code = readFileSync(FILE, 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

describe(FILE, () => {
  it('imports nothing, neither at once nor later, so that an integrity hash covers all of it', () => {
    assert.doesNotMatch(code, /\bimport\s*\(/);
    assert.doesNotMatch(code, /\bimport\s*["'{*]|\bimport\s+[\w$]+\s+from\b|\bexport\b[^;]*\bfrom\s*["']/);
  });

  it('compiles no code at run time', () => assert.doesNotMatch(code, /\beval\s*\(|\bFunction\s*\(/));

  it('has one Trusted Types policy, under its own name', () => {
    const policies = [...code.matchAll(/createPolicy\(\s*["'`]([^"'`]*)["'`]/g)].map(([, name]) => name);
    assert.deepEqual(policies, ['daily-papers']);
    assert.equal(code.split('createPolicy').length - 1, 1);
  });

  it('says its name, version and licences in its first line', () => {
    const [banner = ''] = code.split('\n', 1);
    for (const part of [`daily-papers ${version}`, 'MIT', 'Lit', 'BSD-3-Clause', 'zod', 'daily-papers.licenses.md'])
      assert.ok(banner.includes(part), part);
  });

  it('asks to be compiled at once, before its first function', () => {
    assert.equal(code.split('\n', 2)[1], '//# allFunctionsCalledOnLoad');
  });

  it('comes with the licences of what is inside', () => {
    const licenses = readFileSync('dist/cdn/daily-papers.licenses.md', 'utf8');
    const names = [...licenses.matchAll(/^## (\S+) - /gm)].map(([, name]) => name);
    for (const name of ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'zod'])
      assert.ok(names.includes(name), `${name} in ${names.join(', ')}`);
  });

  it('knows its version', () => assert.ok(code.includes(version, code.indexOf('\n'))));
});

describe(`${FILE}.map`, () => {
  it('leads back to the sources, by relative paths, with their text', () => {
    const { sources, sourcesContent } = JSON.parse(readFileSync(`${FILE}.map`, 'utf8'));
    assert.ok(sources.includes('../../src/paper-feed/paper-feed.ts'), sources.join('\n'));
    for (const source of sources) assert.match(source, /^(\.\.\/\.\.\/(src|node_modules)\/|\0?[\w@-])/);
    assert.equal(sourcesContent.length, sources.length);
    assert.match(code, /\/\/# sourceMappingURL=daily-papers\.js\.map\s*$/);
  });
});
