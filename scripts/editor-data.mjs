// @ts-check
/**
 * `node scripts/editor-data.mjs`: writes dist/editors/ and dist/types/, which tell editors and frameworks our elements with
 * their attributes, values, events, parts and custom properties. All of it comes from custom-elements.json.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { format } from 'prettier';
import { frameworkTypes } from './framework-types.mjs';
import { root } from './setup.mjs';

/** The panel first: where several elements have a part or property, its words fit best. */
const ORDER = ['paper-feed', 'paper-card', 'author-list', 'subscribe-form'];

/** The manifest, with each attribute's default told in words: few editors show it otherwise. */
function readManifest() {
  const manifest = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8'));
  const rank = (/** @type {any} */ { declarations }) => ORDER.indexOf(declarations[0]?.tagName);
  manifest.modules.sort((/** @type {any} */ a, /** @type {any} */ b) => rank(a) - rank(b));
  for (const attribute of manifest.modules.flatMap(attributesOf)) {
    const { default: fallback, description = '' } = attribute;
    if (fallback && fallback !== '[]')
      attribute.description = `${description} Default: \`${fallback.replace(/^'|'$/g, '')}\`.`.trim();
  }
  return manifest;
}

const attributesOf = (/** @type {any} */ { declarations }) =>
  declarations.flatMap((/** @type {any} */ { attributes = [] }) => attributes);

/** Takes out what the packages write where there is nothing to say. @param {any} value @returns {any} */
function clean(value) {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'string') return value.replaceAll(' _(default: undefined)_', '');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== '' && !(Array.isArray(each) && !each.length));
  return Object.fromEntries(entries.map(([key, each]) => [key, clean(each)]));
}

/** Of several entries with one name, the first. @param {{ name: string }[]} entries */
const unique = (entries) =>
  entries.filter(({ name }, index) => entries.findIndex((each) => each.name === name) === index);

/** @param {string} path @param {unknown} data */
const writeJson = (path, data) => writeFileSync(`${root}dist/${path}`, `${JSON.stringify(data, null, 2)}\n`);

mkdirSync(`${root}dist/editors`, { recursive: true });
mkdirSync(`${root}dist/types`, { recursive: true });

writeJson('editors/vscode.html-custom-data.json', clean(JSON.parse(getVsCodeHtmlCustomData(readManifest(), {}))));

const css = clean(JSON.parse(getVsCodeCssCustomData(readManifest(), {})));
writeJson('editors/vscode.css-custom-data.json', {
  ...css,
  properties: unique(css.properties),
  pseudoElements: unique(css.pseudoElements),
});

const webTypes = clean(JSON.parse(getWebTypesData(readManifest(), {})));
const { html, css: styles } = webTypes.contributions;
writeJson('editors/web-types.json', {
  ...webTypes,
  contributions: {
    html,
    css: { properties: unique(styles.properties), 'pseudo-elements': unique(styles['pseudo-elements']) },
  },
});

const elements = readManifest()
  .modules.flatMap((/** @type {any} */ { declarations }) => declarations)
  .filter((/** @type {any} */ { tagName }) => tagName);
for (const [name, text] of Object.entries(frameworkTypes(elements)))
  writeFileSync(
    `${root}dist/types/${name}.d.ts`,
    await format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 }),
  );
