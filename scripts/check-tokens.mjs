// @ts-check
/**
 * Whether our custom properties hang together. Each private `--_x` that an element reads is defined in one of the folders
 * that its look comes from, and each that is defined is read. Each public `--paper-x` that is read is documented by a
 * `@cssprop` of that element, and each that is documented is read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = 'shared';

/** @type {string[]} */
const problems = [];

/** All of a folder's sources as one text; a custom property may also be set from a template. */
const sourceOf = (/** @type {string} */ folder, ending = '.ts') =>
  readdirSync(join('src', folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join('src', folder, file), 'utf8'))
    .join('\n');

const found = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...text.matchAll(pattern)].map(([, name]) => String(name));
const definedIn = (/** @type {string} */ text) => found(text, /(--_[\w-]+)\s*:/g);
const readIn = (/** @type {string} */ text) => found(text, /var\(\s*(--[\w-]+)/g);

/** What a property is defined from: `--_gap: var(--paper-gap, 1rem)` → `--paper-gap`. */
const readBy = (/** @type {string} */ text, /** @type {string} */ name) =>
  found(text, new RegExp(`${name}\\s*:([^;]*);`, 'g')).flatMap(readIn);

const shared = sourceOf(SHARED);
/** Read by the shared style sheet itself; an element that has no use for such a rule need not document it. */
const readByShared = readIn(shared.replaceAll(/--_[\w-]+\s*:[^;]*;/g, ''));

/** @type {{ modules: { declarations: { tagName?: string, cssProperties?: { name: string }[] }[] }[] }} */
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** All that any element reads. @type {Set<string>} */
const readAnywhere = new Set();
for (const { tagName = '', cssProperties = [] } of elements) {
  // An element adopts the styles of what it draws inside itself: its class imports them.
  const adopted = found(sourceOf(tagName, '.element.ts'), /from '\.\.\/([\w-]+)\/[\w-]+\.styles\.js'/g);
  const source = [...new Set([tagName, ...adopted])]
    .filter((folder) => folder !== SHARED)
    .map((folder) => sourceOf(folder))
    .join('\n');
  const own = new Set(readIn(source));
  for (const name of own) readBy(shared, name).forEach((inner) => own.add(inner));
  const defined = new Set([...definedIn(source), ...definedIn(shared)]);
  const documented = cssProperties.map(({ name }) => name);

  for (const name of own) {
    if (name.startsWith('--_') ? !defined.has(name) : !documented.includes(name))
      problems.push(
        `<${tagName}> reads ${name}, which ${name.startsWith('--_') ? 'nothing defines' : 'no @cssprop documents'}.`,
      );
    if (!/^--(_|paper-)/.test(name)) problems.push(`<${tagName}> reads ${name}: ours are --paper-* and --_*.`);
  }
  for (const name of definedIn(sourceOf(tagName)))
    if (!own.has(name)) problems.push(`<${tagName}> defines ${name}, which nothing reads.`);
  for (const name of [...own, ...readByShared]) readAnywhere.add(name);
}
for (const name of new Set(definedIn(shared)))
  if (!readAnywhere.has(name)) problems.push(`src/${SHARED} defines ${name}, which nothing reads.`);
// A panel documents what its cards read: the page sets it on the panel.
const documentedAnywhere = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));
for (const name of documentedAnywhere)
  if (!readAnywhere.has(name)) problems.push(`${name} is documented, but nothing reads it.`);
for (const name of readByShared)
  if (name.startsWith('--paper-') && !documentedAnywhere.has(name))
    problems.push(`src/${SHARED} reads ${name}, which no @cssprop documents.`);

for (const problem of problems) console.error(problem);
console.log(`${elements.length} elements, ${readAnywhere.size} custom properties, ${problems.length} problems.`);
process.exitCode = problems.length ? 1 : 0;
