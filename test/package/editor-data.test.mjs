// @ts-check
/** What editors and frameworks are told is what the manifest says, with values, events and types. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

/** @type {any[]} */
const elements = read('custom-elements.json')
  .modules.flatMap((/** @type {any} */ { declarations }) => declarations)
  .filter((/** @type {any} */ { tagName }) => tagName);
const namesOf = (/** @type {{ name: string }[]} */ entries = []) => entries.map(({ name }) => name);
/** `'a' | 'b'` → a, b; nothing for other types. */
const valuesOf = (/** @type {string} */ type) => {
  const parts = type.split(' | ');
  const isUnion = parts.every((each) => /^('[^']*'|\d+)$/.test(each));
  return isUnion ? parts.map((each) => each.replaceAll("'", '')) : [];
};
const words = (/** @type {any} */ { values = [] }) => namesOf(values);

describe('data for editors', () => {
  const html = read('dist/editors/vscode.html-custom-data.json');
  const css = read('dist/editors/vscode.css-custom-data.json');
  const webTypes = read('dist/editors/web-types.json');

  it('has the four elements, the panel first', () => {
    const tags = ['paper-feed', 'paper-card', 'author-list', 'subscribe-form'];
    assert.deepEqual(namesOf(html.tags), tags);
    assert.deepEqual(namesOf(webTypes.contributions.html.elements), tags);
  });

  for (const { tagName, attributes, events, members } of elements)
    it(`tells all of <${tagName}>`, () => {
      const inCode = html.tags.find((/** @type {any} */ { name }) => name === tagName);
      const inJetBrains = webTypes.contributions.html.elements.find((/** @type {any} */ { name }) => name === tagName);
      for (const data of [inCode, inJetBrains]) assert.deepEqual(namesOf(data.attributes), namesOf(attributes));
      for (const { name, type, description, default: fallback } of attributes) {
        const [own, other] = [inCode, inJetBrains].map((data) =>
          data.attributes.find((/** @type {any} */ each) => each.name === name),
        );
        assert.deepEqual(words(own), valuesOf(type.text), name);
        assert.equal(other.value.type, type.text);
        for (const each of [own, other]) {
          assert.ok(each.description.startsWith(description), name);
          if (fallback && fallback !== '[]')
            assert.ok(each.description.includes(`Default: \`${fallback.replaceAll("'", '')}\``), each.description);
        }
      }
      assert.deepEqual(namesOf(inJetBrains.js?.events), namesOf(events));
      const fields = members.filter((/** @type {any} */ { kind }) => kind === 'field');
      assert.deepEqual(namesOf(inJetBrains.js.properties).sort(), namesOf(fields).sort());
    });

  it('names each part and custom property once', () => {
    const { properties, 'pseudo-elements': parts } = webTypes.contributions.css;
    for (const entries of [css.properties, css.pseudoElements, properties, parts])
      assert.deepEqual([...new Set(namesOf(entries))], namesOf(entries));
    const all = (/** @type {string} */ key) => new Set(elements.flatMap((each) => namesOf(each[key])));
    assert.deepEqual(new Set(namesOf(css.properties)), all('cssProperties'));
    assert.equal(css.pseudoElements.length, all('cssParts').size);
    assert.deepEqual([properties.length, parts.length], [css.properties.length, css.pseudoElements.length]);
  });

  it('has no gaps', () => {
    for (const data of [html, css, webTypes]) assert.doesNotMatch(JSON.stringify(data), /undefined|:""|:\[\]|null/);
    assert.equal(webTypes.version, read('package.json').version);
  });
});

describe('types for frameworks', () => {
  const camel = (/** @type {string} */ name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const listeners = {
    jsx: (/** @type {string} */ name) => `on${name}`,
    svelte: (/** @type {string} */ name) => `on${name}`,
    vue: (/** @type {string} */ name) => camel(`on-${name}`),
  };
  for (const [framework, listener] of Object.entries(listeners))
    it(`${framework}.d.ts has every attribute and event, and imports every type that it names`, () => {
      const text = readFileSync(`dist/types/${framework}.d.ts`, 'utf8');
      for (const { name, tagName, attributes, events = [] } of elements) {
        const [body = ''] = text.split(`export interface ${name}Props {`)[1]?.split('\n}\n') ?? [];
        for (const attribute of attributes) {
          const key = framework === 'vue' ? camel(attribute.name) : attribute.name;
          assert.match(body, new RegExp(`^  '?${key}'?\\?: Written<${name}\\['${attribute.fieldName}'\\]>;$`, 'm'));
        }
        for (const event of events)
          assert.match(
            body,
            new RegExp(`^  '?${listener(event.name)}'?\\?: \\(event: ${event.type.text}\\) => void;$`, 'm'),
          );
        assert.match(text, new RegExp(`^ +'${tagName}': `, 'm'));
        assert.doesNotMatch(body, /^ +'?(papers|status|stale)'?\?:/m, 'what cannot be set');
      }
      const [imported = ''] = /import type \{([^}]*)\} from '\.\.\/index\.js'/.exec(text)?.slice(1) ?? [];
      const code = text.replace(/\/\*\*[^]*?\*\//g, '');
      const named = [...code.matchAll(/\b(\w+Event)\b/g)].map(([, name = '']) => name);
      for (const name of named) assert.ok(imported.includes(name), name);
    });
});
