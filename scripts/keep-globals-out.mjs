// @ts-check
/**
 * Keeps Lit and zod in the one script from writing on `window`, because a page's globals are its own, and from reading
 * what the page has put there or added to `Object.prototype`.
 */

import { rewrite } from './rewrite.mjs';

/** What they do there, and what stands in its place. @type {import('./rewrite.mjs').Change[]} */
const GLOBALS = [
  [
    /\/(lit-html|lit-element|reactive-element)\.js$/,
    /\(\w+\.(litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    '0',
  ],
  // Both for standard decorators only, which the sources do not use.
  [
    /\/reactive-element\.js$/,
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
    '',
  ],
  [
    /\/reactive-element\.js$/,
    /const t=this\[Symbol\.metadata\];if\(null!==t\)\{const s=litPropertyMetadata\.get\(t\);if\(void 0!==s\)for\(const\[t,i\]of s\)this\.elementProperties\.set\(t,i\)\}/,
    '',
  ],
  // Every browser with the features of this library has adopted style sheets; `<a id="ShadyCSS">` is no old one.
  [
    /\/css-tag\.js$/,
    /\w\.ShadowRoot&&\(void 0===\w\.ShadyCSS\|\|\w\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/,
    '!0',
  ],
  [/\/zod\/v4\/core\/(util|schemas)\.js$/, /for \(const (\w+) in (\w+)\) \{/g, 'for (const $1 of Object.keys($2)) {'],
  // Lit hands a listener over as its own options, too; ours say nothing there, but functions have a prototype.
  [/\/lit-html\.js$/, /(?<=EventListener\(this\.name,this),[st](?=\))/g, ''],
  // What a page does to its own copy of zod must not be done to ours.
  [
    /\/zod\/v4\/core\/core\.js$/,
    /\(_a = globalThis\)\.__zod_globalConfig \?\? \(_a\.__zod_globalConfig = \{\}\);\s+export const globalConfig = globalThis\.__zod_globalConfig;/,
    'export const globalConfig = {};',
  ],
  [/\/zod\/v4\/core\/core\.js$/, /globalThis\.__zod_globalConfig\?\.postProcessor/, 'undefined'],
];

/** @returns {import('vite').Plugin} */
export const keepGlobalsOut = () => rewrite('keep-globals-out', GLOBALS);
