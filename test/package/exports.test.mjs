// @ts-check
/** What the package's exports lead to, and that importing registers what it says and nothing else. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const { name, exports, sideEffects } = JSON.parse(readFileSync('package.json', 'utf8'));
const tags = ['author-list', 'paper-card', 'paper-feed', 'subscribe-form'];

/** The tags that are registered once a fresh Node has imported this. Lit brings a registry of its own to Node. */
function registeredBy(/** @type {string} */ specifier) {
  const script = `
    await import('${specifier}');
    const tags = ${JSON.stringify(tags)};
    console.log(JSON.stringify(tags.filter((tag) => globalThis.customElements?.get(tag))));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return JSON.parse(output);
}

/** Whether a path is one of those that a pattern with `*` stands for. */
const matchesGlob = (/** @type {string} */ path, /** @type {string} */ pattern) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(path);

/** What `*` stands for: the languages. */
const languages = readdirSync('src/lang').map((file) => file.replace(/\.ts$/, ''));
const each = (/** @type {string} */ pattern) =>
  pattern.includes('*') ? languages.map((tag) => pattern.replace('*', tag)) : [pattern];

describe('exports', () => {
  for (const [key, target] of Object.entries(exports))
    it(`${key.replace(/^\./, name)} leads to files that exist`, () => {
      const isTypesOnly = key.endsWith('.d.ts');
      for (const specifier of isTypesOnly ? [] : each(key.replace(/^\./, name)))
        assert.ok(existsSync(fileURLToPath(import.meta.resolve(specifier))), specifier);
      for (const types of target.types ? each(target.types) : []) assert.ok(existsSync(types), types);
      assert.ok(!isTypesOnly || target.types);
    });
});

describe('importing', () => {
  const cases = {
    [name]: [],
    [`${name}/feed.js`]: [],
    [`${name}/prerender`]: ['author-list', 'paper-card'],
    [`${name}/author-list.js`]: ['author-list'],
    [`${name}/paper-card.js`]: ['author-list', 'paper-card'],
    [`${name}/paper-feed.js`]: ['author-list', 'paper-card', 'paper-feed'],
    [`${name}/subscribe-form.js`]: ['subscribe-form'],
    [`${name}/all.js`]: tags,
    [`${name}/math.js`]: [],
    ...Object.fromEntries(languages.map((tag) => [`${name}/lang/${tag}.js`, []])),
  };
  it('is tried for each export that is a module', () => {
    // Scripts for pages hold Lit's code for browsers, and are there to be copied.
    const modules = Object.keys(exports).filter((key) => !/^\.\/cdn\/|\.(d\.ts|json)$/.test(key));
    const tried = modules.filter((key) => each(key.replace(/^\./, name)).some((specifier) => specifier in cases));
    assert.deepEqual(tried, modules);
  });

  for (const [specifier, expected] of Object.entries(cases))
    it(`${specifier} registers ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(registeredBy(specifier), expected));

  it('says in package.json which modules do something when imported, so that bundlers keep them', () => {
    /** A module whose import does something: it registers an element, or adds words or mathematics. */
    const acts = /customElements\.define\(|^(addMessages|setMathRenderer)\(/m;
    const acting = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .map((file) => `./dist/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.js') && !file.startsWith('./dist/cdn/'))
      .filter((file) => acts.test(readFileSync(file, 'utf8')));
    assert.equal(acting.length, tags.length + languages.length + 1);
    for (const file of acting)
      assert.ok(
        sideEffects.some((/** @type {string} */ each) => matchesGlob(file, each)),
        file,
      );
  });
});
