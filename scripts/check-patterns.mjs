// @ts-check
/** `npm run check:patterns`: every regular expression of the sources takes linear time, or a text that is short anyway. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';

/** Steps are counted and no time is taken: on a busy machine everything is slow. */
const LIMITS = { timeout: null, attackTimeout: null, incubationTimeout: null, attackLimit: 100_000_000 };

/** Quadratic, and why that does no harm. */
const BOUNDED = new Map([
  ['paper-card/join-templates.ts: /<([\\w-]+)[^<>]*>$/', 'templates of our own'],
  ['subscribe-form/address.ts: /@.*\\./', 'comes after a look at the length: at most 254 characters'],
  ['subscribe-form/services/service.ts: /\\/*([?#].*)?$/', 'an address of the owner, of at most 2,048 characters'],
  [
    "text/bibtex.ts: /^(\\p{Lu}[\\p{L}'’-]*\\.?(?:[ -]?\\p{Lu}(?!\\p{L})\\.?)*) ((?:(?:v[ao]n|de[nrl]?|della|d[aiou]s?|la|le|te[nr]|zu[mr]?|af) )*\\p{Lu}[\\p{L}'’-]*\\p{L})$/u",
    'a name, of at most 1,000 characters',
  ],
]);

/** What is put together while the page runs: something that it may become. */
const BUILT = new Map([
  ["feed/formats/strip-tags.ts: new RegExp(`</${element}`, 'gi')", '/<\\/template/gi'],
  [
    "feed/search.ts: new RegExp(`(?<![a-z\\\\d])(?:${terms.join('|')})`)",
    '/(?<![a-z\\d])(?:language model|robot|gpt\\-4s?(?![a-z\\d]))/',
  ],
]);

/** Every pattern of a file as it is written, a literal or a call of `RegExp`. @returns {string[]} */
function patternsIn(/** @type {string} */ file) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const isMade =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText().endsWith('RegExp');
    if (isMade || ts.isRegularExpressionLiteral(node)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const patterns = files.flatMap((file) =>
  patternsIn(file).map((pattern) => ({ name: `${file.replaceAll('\\', '/')}: ${pattern}`, pattern })),
);

/** As recheck calls it. */
const QUADRATIC = '2nd degree polynomial';

/** Why a pattern may be slow; `undefined` for linear ones. */
async function slowness(/** @type {string} */ source, /** @type {string} */ flags) {
  const found = await check(source, flags, LIMITS);
  if (found.status === 'safe') return undefined;
  return found.status === 'vulnerable' ? found.complexity.summary : 'longer than can be told';
}

/** What is in a list above and is linear by now, or gone. */
const unused = new Set([...BOUNDED.keys(), ...BUILT.keys()]);
/** @type {string[]} */
const faults = [];
// One after the other: many at once slow each other down.
for (const { name, pattern } of patterns) {
  const [, source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(BUILT.get(name) ?? pattern) ?? [];
  if (BUILT.has(name)) unused.delete(name);
  if (source === undefined) {
    faults.push(`${name}: give an example of what it becomes in BUILT, in scripts/check-patterns.mjs.`);
    continue;
  }
  const slow = await slowness(source, flags);
  if (slow?.startsWith(QUADRATIC) && BOUNDED.has(name)) unused.delete(name);
  else if (slow) faults.push(`${name} may take ${slow}: write it otherwise.`);
}
for (const name of unused)
  faults.push(`${name} is linear, or gone: take it out of its list in scripts/check-patterns.mjs.`);
for (const fault of faults) console.error(fault);
console.log(`${patterns.length} patterns, ${BOUNDED.size} of them quadratic in short texts.`);
process.exit(faults.length ? 1 : 0);
