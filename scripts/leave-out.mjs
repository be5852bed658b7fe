// @ts-check
/**
 * Leaves out of the one script what Lit and zod bring for uses that are not ours: 3 kB of it (docs/decisions/0006-size.md).
 * What the sources use decides; a schema that needs more stops the build.
 */
import { rewrite } from './rewrite.mjs';

const SCHEMAS = /\/zod\/v4\/core\/schemas\.js$/;
const CORE = /\/zod\/v4\/core\/core\.js$/;

/** The kinds of schema for which this holds: they are read at once, have no checks, and nobody asks why one failed. */
const KINDS = ['array', 'object', 'transform'];

/** @type {import('./rewrite.mjs').Change[]} */
const OF_ZOD = [
  // Nothing of ours waits, stops at the first issue, encodes, or remembers what it has read.
  [/\/zod\/v4\/core\/(schemas|parse)\.js$/, /\b\w+ instanceof Promise\b/g, 'false'],
  [SCHEMAS, /\(ctx\.async\)/g, '(false)'],
  [SCHEMAS, /ctx\?\.abortEarly\b/g, 'false'],
  [SCHEMAS, /ctx\.direction === "backward"/g, 'false'],
  [SCHEMAS, /core\.globalConfig\.memoizer/g, 'undefined'],
  // Checks, such as `z.string().check(…)`, and keys besides those of the schema.
  [SCHEMAS, /const defChecks = inst\._zod[^]*?if \(checks\.length === 0\)/, 'if (true)'],
  [SCHEMAS, /capSize\(inst, \w+\);/g, ''],
  [SCHEMAS, /if \(!catchall\)/, 'if (true)'],
  [SCHEMAS, /const ownSymbols = [^]*?optionalKeys: new Set\(okeys\),\s+\};/, 'return { ...def, allKeys: keys };'],
  // Shapes with getters, for schemas that hold themselves.
  [SCHEMAS, /const desc = Object\.getOwnPropertyDescriptor\(def, "shape"\);[^]*?(?=const _normalized)/, ''],
  // What unions, records and template literals ask of the schemas inside them.
  [/\/zod\/v4\/core\/util\.js$/, /export function (defineLazyInternal|installLazyProp)\(.*\) \{/g, '$&return;'],
  // Why a value was refused.
  [/\/zod\/v4\/core\/parse\.js$/, /failure\(_Err, result\.issues, ctx\)/g, '{ success: false }'],
  [CORE, /params\?\.Parent\b/g, 'undefined'],
  // Methods of schemas: they are read by `z.safeParse(schema, value)`.
  [SCHEMAS, /\}, \{\s+\/\/ Wrappers extend this[^]*?\n\}\);/, '});'],
  [/\/zod\/v4\/mini\/schemas\.js$/, /\}, \{\s+\/\/ `with` is an alias[^]*?\n\}\);/, '});'],
  [CORE, /protoMembers = proto;/, 'protoMembers = undefined;'],
];

/** @type {import('./rewrite.mjs').Change[]} */
const OF_LIT = [
  // Decorators of classes and methods, and `Reflect.decorate`, which a page may have brought.
  [
    /@oxc-project.*\bdecorate\.js$/,
    /function (\w+)\(decorators, target, key, desc\) \{[^]*\n\}/,
    'function $1(decorators, target, key) { for (const each of decorators) { const accessor = each(target, key); if (accessor) Object.defineProperty(target, key, accessor); } }',
  ],
  // Standard decorators; the sources use TypeScript's. Then `@query` without a cache.
  [/\/decorators\/property\.js$/, /"object"==typeof o\?r\(t,e,o\):/, ''],
  [/\/decorators\/query\.js$/, /if\(r\)\{.+\}(?=return t\(n,s,\{get\(\)\{return o)/, ''],
  [/\/decorators\/base\.js$/, /Reflect\.decorate&&.+?,c\),(?=c\))/, ''],
  // Polyfills for browsers without shadow DOM. An element with this id would be taken for one.
  [
    /\/(lit-html|lit-element|reactive-element)\.js$/,
    /\w\.(\w+PolyfillSupport|litElementHydrateSupport)\b/g,
    'undefined',
  ],
  // How to use it better: words for those who write templates and styles, who see them while they develop.
  [/\/css-tag\.js$/, /throw Error\("Value passed to[^;]+?\)(?=\})/, 'throw Error("css")'],
  [/\/css-tag\.js$/, /if\((this\._\$cssResult\$=!0),o!==s\)throw Error\("[^"]+"\);/, '$1;'],
  [/\/lit-html\/directives\/live\.js$/, /if\((super\(\w\)),[^;]+throw Error\("[^"]+"\);?/, '$1;'],
  [/\/lit-html\/directives\/live\.js$/, /if\(!o\(r\)\)throw Error\("[^"]+"\)/, ''],
];

/** What a piece of zod brings of its kinds of schema: `array`, `ZodMiniArray`. */
const isKnown = (/** @type {string} */ name) =>
  name === 'ZodMiniType' || KINDS.includes(name.replace('ZodMini', '').toLowerCase());

/** @returns {import('vite').Plugin} */
export const leaveOut = () => ({
  ...rewrite('leave-out', [...OF_ZOD, ...OF_LIT]),
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { renderedExports }] of Object.entries(chunk.modules)) {
        const unknown = id.includes('/zod/v4/mini/') && renderedExports.find((name) => !isKnown(name));
        if (unknown)
          this.error(
            `zod's "${unknown}" is used in the one script: see whether scripts/leave-out.mjs leaves enough of it.`,
          );
      }
    }
  },
});
