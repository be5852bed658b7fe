// @ts-check
/**
 * Types that tell React, Vue and Svelte the attributes, properties and events of our elements. What there is comes from
 * custom-elements.json; the types themselves come from the classes. docs/decisions/0012-types-for-frameworks.md says why
 * this is not left to a package.
 */

/**
 * @typedef {object} Member an attribute, a property or an event
 * @property {string} name
 * @property {string} [description]
 * @property {string} [default]
 * @property {string} [fieldName] property of an attribute
 * @property {string} [attribute] attribute of a property
 * @property {boolean} [readonly]
 * @property {string} [kind]
 * @property {{ text: string }} [type]
 *
 * @typedef {object} Element
 * @property {string} name
 * @property {string} tagName
 * @property {string} [description]
 * @property {Member[]} attributes
 * @property {Member[]} members
 * @property {Member[]} [events]
 */

function doc(/** @type {string | undefined} */ text = '') {
  const lines = text.split('\n').map((line) => ` * ${line}`.trimEnd());
  return text && (lines.length > 1 ? `/**\n${lines.join('\n')}\n */\n` : `/** ${text} */\n`);
}

const camel = (/** @type {string} */ name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** What can be set on an element: its attributes, and those properties that are none. */
function settings(
  /** @type {Element} */ { name, attributes, members },
  /** @type {(name: string) => string} */ naming,
) {
  const properties = members.filter((each) => each.kind === 'field' && !each.attribute && !each.readonly);
  return [
    ...attributes.map(
      (each) => `${doc(each.description)}'${naming(each.name)}'?: Written<${name}['${each.fieldName}']>;`,
    ),
    ...properties.map((each) => `${doc(each.description)}'${each.name}'?: ${name}['${each.name}'];`),
  ];
}

/**
 * One interface for each element, of what can be written on its tag.
 * @param {Element[]} elements
 * @param {(attribute: string) => string} naming
 * @param {(event: string) => string} listener
 */
const interfaces = (elements, naming, listener) =>
  elements
    .map((each) => {
      const listeners = (each.events ?? []).map(
        ({ name, description, type }) => `${doc(description)}'${listener(name)}'?: (event: ${type?.text}) => void;`,
      );
      return `export interface ${each.name}Props {\n${[...settings(each, naming), ...listeners].join('\n')}\n}\n`;
    })
    .join('\n');

/** `'paper-feed': …;` for each element. */
const tags = (/** @type {Element[]} */ elements, /** @type {(name: string) => string} */ typeOf) =>
  elements.map(({ name, tagName, description }) => `${doc(description)}'${tagName}': ${typeOf(name)};`).join('\n');

/** The imports and types that all three have. */
function beginning(/** @type {Element[]} */ elements) {
  const events = elements.flatMap(({ events = [] }) => events.map(({ type }) => type?.text));
  const names = [...new Set([...elements.map(({ name }) => name), ...events])].sort();
  return `import type { ${names.join(', ')} } from '../index.js';

/** A value, or how HTML writes it: \`page-size="5"\`, \`show="abstract date"\`. */
type Written<T> =
  | T
  | (T extends number | boolean ? \`\${T}\` : never)
  | (T extends boolean ? '' : never)
  | (T extends \`\${infer N extends number}\` ? N : never)
  | (T extends readonly unknown[] ? string : never);
`;
}

const asItIs = (/** @type {string} */ name) => name;
/** React 19 and Svelte 5 listen to `x` by `onx`. */
const onEvent = (/** @type {string} */ name) => `on${name}`;

const jsx = (/** @type {Element[]} */ elements) => `/** Types of the elements in JSX, for React 19. */
import type { ClassAttributes, HTMLAttributes } from 'react';
${beginning(elements)}
type InReact<Element, Props> = Omit<HTMLAttributes<Element>, keyof Props> & ClassAttributes<Element> & Props;

${interfaces(elements, asItIs, onEvent)}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags(elements, (name) => `InReact<${name}, ${name}Props>`)}
    }
  }
}
`;

const vue = (/** @type {Element[]} */ elements) => `/** Types of the elements in templates of Vue 3. */
import type { HTMLAttributes, PublicProps } from 'vue';
${beginning(elements)}
type InVue<Props> = new () => { $props: Omit<HTMLAttributes, keyof Props> & PublicProps & Props };

${interfaces(elements, camel, (name) => camel(`on-${name}`))}
declare module 'vue' {
  /** What stands in a panel says where: \`<subscribe-form slot="subscribe">\`. */
  interface HTMLAttributes {
    slot?: string;
  }

  interface GlobalComponents {
    ${tags(elements, (name) => `InVue<${name}Props>`)}
  }
}
`;

const svelte = (/** @type {Element[]} */ elements) => `/** Types of the elements in templates of Svelte 5. */
import type { HTMLAttributes } from 'svelte/elements';
${beginning(elements)}
type InSvelte<Element extends EventTarget, Props> = Omit<HTMLAttributes<Element>, keyof Props> & Props;

${interfaces(elements, asItIs, onEvent)}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    ${tags(elements, (name) => `InSvelte<${name}, ${name}Props>`)}
  }
}
`;

/** The text of each file, by the framework's name. @param {Element[]} elements */
export const frameworkTypes = (elements) => ({ jsx: jsx(elements), vue: vue(elements), svelte: svelte(elements) });
