// @ts-check
/** What the package imports is what it asks npm for: a tool of this repository would be missing elsewhere. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Names of the packages that a folder's files import. */
function importsIn(/** @type {string} */ folder, /** @type {RegExp} */ files) {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => files.test(file) && !/^(cdn|types)[\\/]/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\/\*[^]*?\*\//g, ''));
  const specifiers = texts.flatMap((text) => [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'.][^"']*)["']/g)]);
  const names = specifiers.map(([, specifier = '']) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return new Set(names.filter((name) => !name.startsWith('node:') && name !== 'daily-papers'));
}

describe('the dependencies', () => {
  for (const [title, folder, files] of /** @type {const} */ ([
    ['modules', 'dist', /\.js$/],
    ['types', 'dist', /\.d\.ts$/],
    ['commands', 'bin', /\.mjs$/],
  ]))
    it(`have all that the ${title} import`, () => {
      const imported = importsIn(folder, files);
      assert.deepEqual(
        [...imported].filter((name) => !(name in dependencies)),
        [],
      );
    });

  it('have nothing that is not imported', () => {
    const imported = importsIn('dist', /\.js$/);
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !imported.has(name)),
      [],
    );
  });
});
