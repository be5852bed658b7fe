// @ts-check
/** The pages that our elements must survive. Their scripts and styles are real libraries or written here. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * @typedef {object} HostilePage
 * @property {string} title
 * @property {string} [head] before the library
 * @property {string} [body] before the panel
 * @property {string} [after] after the panel
 * @property {boolean} [isQuirky] without a doctype
 * @property {string} [like] what the head of the clean page that it is compared with has: units are the page's own
 * @property {Record<string, string>} [likeIn] the same, by engine
 * @property {string[]} [scripts] the library's addresses, in order; once by default
 * @property {string} [attributes] of the panel, besides those that all have
 * @property {Record<string, string>} [headers]
 * @property {boolean} [isFramed] in a frame with an origin that nobody else has
 * @property {string[]} [cannotSend] the frame may send no forms; these engines then tell none of them that it was to be sent
 * @property {boolean} [hasOtherCard] the tag of cards written by hand belongs to another library
 * @property {boolean} [ownsForms] forms stand in the page itself, where its `!important` goes before all that we write
 * @property {number} [rounding] pixels that a length beside the panel may be off, 1 by default
 * @property {Record<string, number>} [roundingIn] the same for all lengths, by engine
 * @property {Record<string, string>} [hidden] more fields of the form that the page wrote
 * @property {RegExp[]} [errors] of the page's own scripts
 * @property {RegExp[]} [warnings] what the console must be told
 * @property {() => unknown} [prepare] runs in the page when it is complete, before the library
 * @property {() => unknown} [act] runs in the page when the panel is ready
 * @property {() => boolean | Promise<boolean>} [check] runs in the page: whether the page itself works, too
 */

export const SCRIPT = '/dist/cdn/daily-papers.js';
const module = (/** @type {string} */ name) => `<script src="/node_modules/${name}"></script>`;
const sheet = (/** @type {string} */ name) => `<link rel="stylesheet" href="/node_modules/${name}">`;

/** What the Prototype library of 2010 does to a page, and what was done to pages beside it. */
const prototypeLike = `<script>
  window.$ = (id) => (typeof id === 'string' ? document.getElementById(id) : id);
  window.$$ = (selector) => [...document.querySelectorAll(selector)];
  window.$A = Array.from = (list) => {
    if (!list) return [];
    const results = new Array(list.length || 0);
    for (let at = results.length; at--;) results[at] = list[at];
    return results;
  };
  window.Prototype = { Version: '1.6' };
  window.Hash = function () {};
  const add = (owner, methods) => { for (const name in methods) owner[name] = methods[name]; };
  add(Array.prototype, {
    each(call) { for (let at = 0; at < this.length; at++) call(this[at], at); return this; },
    first() { return this[0]; }, last() { return this[this.length - 1]; },
    include(value) { return this.indexOf(value) >= 0; },
    without(value) { return this.filter((each) => each !== value); },
    uniq() { return this.filter((each, at) => this.indexOf(each) === at); },
    clone() { return [].concat(this); }, size() { return this.length; },
    inspect() { return '[' + this.join() + ']'; },
    toJSON() { return '[' + this.map((each) => Object.toJSON(each)).join() + ']'; },
  });
  Object.toJSON = (value) => (value && value.toJSON ? value.toJSON() : String(value));
  Object.extend = add;
  add(String.prototype, {
    strip() { return this.replace(/^\\s+|\\s+$/g, ''); }, toJSON() { return '"' + this + '"'; },
    include(part) { return this.indexOf(part) >= 0; }, startsWith(part) { return this.lastIndexOf(part, 0) === 0; },
    camelize() { return this; }, blank() { return /^\\s*$/.test(this); }, times(count) { return this.repeat(count); },
  });
  add(Number.prototype, { times(call) { for (let at = 0; at < this; at++) call(at); }, toJSON() { return String(this); } });
  add(Function.prototype, {
    bind(self, ...args) { const run = this; return function (...more) { return run.apply(self, args.concat(more)); }; },
    curry(...args) { const run = this; return function (...more) { return run.apply(this, args.concat(more)); }; },
    wrap(call) { return call; }, delay(seconds) { return setTimeout(this, seconds * 1000); },
  });
  add(Element.prototype, {
    show() { this.style.display = ''; return this; }, hide() { this.style.display = 'none'; return this; },
    visible() { return this.style.display !== 'none'; }, update(text) { this.textContent = text; return this; },
    down(selector) { return this.querySelector(selector); }, up() { return this.parentNode; },
    remove() { this.parentNode.removeChild(this); return this; }, observe() { return this; }, fire() { return this; },
    addClassName(name) { this.classList.add(name); return this; },
  });
  add(HTMLFormElement.prototype, { serialize() { return ''; }, reset2() {} });
</script>`;

/** Old polyfills and careless scripts: enumerable, and not quite what the standard says. */
const patchedPrototypes = `<script>
  for (const name of ['map', 'filter', 'forEach', 'some', 'every', 'find', 'reduce', 'includes', 'slice', 'concat', 'flat', 'flatMap']) {
    const standard = Array.prototype[name];
    Array.prototype[name] = function (...args) { return standard.apply(this, args); };
  }
  Array.prototype.contains = function (value) { return this.indexOf(value) >= 0; };
  Array.prototype.remove = function (value) { this.splice(this.indexOf(value), 1); };
  Array.prototype.max = Infinity;
  String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
  String.prototype.format = function () { return String(this); };
  Date.prototype.toISODate = Date.prototype.toISOString;
  Date.prototype.getWeek = () => 1;
  const { fetch: standardFetch } = window;
  window.fetch = function (input) {
    // As consent and analytics scripts have it: a text, or a Request.
    const url = typeof input === 'string' ? input : input.url;
    return url.includes('/collect') ? Promise.reject() : standardFetch.apply(this, arguments).then((response) => response);
  };
  const { then } = Promise.prototype;
  Promise.prototype.then = function (...args) { return then.apply(this, args); };
  Promise.prototype.done = function () { return this; };
  window.setTimeout = ((standard) => (...args) => standard(...args))(window.setTimeout);
  window.console = { ...console };
  performance.getEntriesByType = () => {};
</script>`;

/** As SES and its like leave them. */
const frozenPrototypes = `<script>
  for (const { prototype } of [Object, Array, Function, Promise, Error, String, Map, Set, RegExp]) Object.freeze(prototype);
</script>`;

/** Enumerable, so that every `for … in` meets it; also names that feeds, options and elements use. */
const pollutedObject = `<script>
  Object.assign(Object.prototype, {
    polluted: true, extend() { return this; }, each() { return this; }, clone() { return this; }, isEmpty() { return true; },
    id: 'polluted', title: 'Polluted', items: [], papers: [{ id: 'polluted', title: 'Polluted' }], heading: 'Polluted',
    format: 'crossref', error: 'Polluted', theme: 'dark', retries: 9, inlineJson: '[]', version: 'polluted',
  });
</script>`;

/** Every name of a property in the sources, and what browsers look for in what they are told. */
function ownNames() {
  /** @type {Set<string>} */
  const names = new Set(BROWSERS_OPTIONS.split(/\s+/));
  const collect = (/** @type {ts.Node} */ node) => {
    if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
    else if (ts.isBindingElement(node)) names.add((node.propertyName ?? node.name).getText());
    else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isPropertySignature(node))
      names.add(node.name.getText());
    ts.forEachChild(node, collect);
  };
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || /prerender|lang|math/.test(file)) continue;
    const text = readFileSync(`src/${file}`, 'utf8');
    collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return [...names].filter((name) => /^[a-z]\w+$/i.test(name) && !(name in {}) && !NOT_WITHSTOOD.has(name));
}

const BROWSERS_OPTIONS = `attributeFilter attributeOldValue attributes behavior block body bubbles calendar cancelable capture
  cache characterData childList compactDisplay composed configurable credentials currency dateStyle day delegatesFocus
  detail duplex enumerable get headers hour12 hourCycle inline integrity keepalive localeMatcher method mode month
  notation numberingSystem numeric once passive preventScroll priority redirect referrer referrerPolicy root rootMargin
  serializable set signDisplay signal slotAssignment style subtree threshold timeStyle timeZone trackVisibility type unit
  useGrouping value weekday window writable year`;

/**
 * Fields that objects of Lit have or have not: `renderRoot`, `strings`, and others of one letter. What a page calls `then`
 * or `toJSON` is for the language itself.
 */
const NOT_WITHSTOOD = new Set(['strings', 'renderRoot', 'then', 'toJSON', 'nodeType']);

/** All of these, as one kind of value. */
const pollutedWith = (/** @type {string} */ value) => `<script>
  for (const name of ${JSON.stringify(ownNames())}) Object.prototype[name] = ${value};
</script>`;

/** No dots and no blur: round ones take WebKitGTK, which paints without a graphics card, a second per frame. */
const everythingImportant = `<style>
  * {
    margin: 7px !important; padding: 3px !important; border: 1px double red !important; background: #ffe !important;
    box-sizing: content-box !important; opacity: 0.99 !important; border-radius: 9px !important;
    min-height: 1px !important; box-shadow: 0 1px red !important; text-decoration: underline !important;
  }
  h1, h2, h3, h4, h5, h6, p, a, span, div, section, article, ul, li, button, input, select, header, time, bdi, img, mark {
    color: red !important; font: italic 9px/3 monospace !important; text-transform: uppercase !important;
    display: inline !important; float: right !important; position: relative !important; letter-spacing: 4px !important;
    text-align: right !important; list-style: square inside !important; cursor: help !important;
  }
  .title, .heading, .list, .base, .meta, .body, .footer, .count, .abstract, .keywords, .links, .more, .upvotes {
    display: none !important;
  }
  :focus { outline: none !important; }
</style>`;

const clobbering = [
  'currentScript',
  'body',
  'baseURI',
  'querySelector',
  'getElementById',
  'activeElement',
  'forms',
  'title',
]
  .map((name) => `<img name="${name}" alt="">`)
  .concat(
    [
      'config',
      'litNonce',
      'daily-papers',
      'paperFeed',
      'feed',
      'papers',
      'version',
      'litElementVersions',
      'ShadyCSS',
    ].map((name) => `<a id="${name}" name="href"></a><a id="${name}" href="javascript:alert(1)"></a>`),
    '<form id="test"><input name="attributes"><input name="children"><input name="parentNode"></form>',
    '<div id="title"></div><div id="heading"></div><div id="abstract"></div>',
  )
  .join('');

/** Fields that hide what every form has. */
const FORM_NAMES = 'action method target submit requestSubmit reset elements length name id title'.split(' ');

/** Whether the page's own Lit has drawn its element. */
const greetingIsDrawn = () => document.querySelector('page-greeting')?.shadowRoot?.textContent === 'Good morning';

/** @type {HostilePage[]} */
export const hostilePages = [
  { title: 'two copies of the same version', scripts: [SCRIPT, `${SCRIPT}?again`] },
  {
    title: 'two copies of different versions',
    scripts: [SCRIPT, '/other-version.js'],
    warnings: ['author-list', 'paper-card', 'paper-feed', 'subscribe-form'].map(
      (tag) => new RegExp(`<${tag}> is already registered by daily-papers [\\d.]+; this is 9\\.9\\.9`),
    ),
  },
  {
    title: 'a <paper-card> of Polymer before ours',
    head: '<script type="module" src="/polymer-paper-card.js"></script>',
    hasOtherCard: true,
    warnings: [/<paper-card> is already registered by another library/],
  },
  {
    title: 'a <paper-card> of Polymer after ours',
    scripts: [SCRIPT, '/polymer-paper-card.js'],
    errors: [
      /"paper-card" has already been used|'paper-card' has already been defined|multiple .* with the same tag name/,
    ],
  },
  {
    title: 'another Lit, and its policy name taken',
    head: '<script type="module" src="/lit.js"></script>',
    headers: lockedFor('lit-html daily-papers'),
    body: '<page-greeting></page-greeting>',
    check: greetingIsDrawn,
  },
  {
    title: 'another Lit after ours',
    scripts: [SCRIPT, '/lit.js'],
    headers: lockedFor('lit-html daily-papers'),
    body: '<page-greeting></page-greeting>',
    check: greetingIsDrawn,
  },
  { title: 'patched prototypes', head: patchedPrototypes },
  {
    title: 'frozen prototypes',
    head: frozenPrototypes,
    check: async () => {
      const feed = Object.assign(document.createElement('paper-feed'), { loading: 'eager', src: '/page.html' });
      const failed = new Promise((resolve) => feed.addEventListener('paper-feed-error', resolve));
      document.body.append(feed);
      const { code } = await failed;
      feed.remove();
      return code === 'parse';
    },
    warnings: [/page\.html .*JSON/],
  },
  { title: 'a polluted Object.prototype', head: pollutedObject },
  { title: 'an Object.prototype with all of our names: words', head: pollutedWith("'Polluted'") },
  { title: 'an Object.prototype with all of our names: numbers', head: pollutedWith('7') },
  { title: 'an Object.prototype with all of our names: yes', head: pollutedWith('true') },
  { title: 'an Object.prototype with all of our names: functions', head: pollutedWith('function () { return this; }') },
  { title: 'an Object.prototype with all of our names: objects', head: pollutedWith('{}') },
  { title: 'zone.js', head: module('zone.js/bundles/zone.umd.js') },
  { title: 'core-js', head: module('core-js-bundle/minified.js') },
  {
    title: 'jQuery 1.12',
    head: module('jquery-1/dist/jquery.js') + '<script>$(() => $("*").addClass("seen").show());</script>',
  },
  { title: 'globals like those of Prototype', head: prototypeLike },
  { title: '* { all: unset }', head: '<style>* { all: unset }</style>' },
  {
    title: 'Bootstrap 3',
    head: sheet('bootstrap-3/dist/css/bootstrap.css'),
    // The margin of boxes is the page's, too.
    like: '<style>html { font-size: 10px } input[type=checkbox] { margin-top: 4px }</style>',
  },
  { title: 'Bootstrap 4', head: sheet('bootstrap-4/dist/css/bootstrap.css') },
  { title: 'Bootstrap 5', head: sheet('bootstrap/dist/css/bootstrap.css') },
  { title: "Tailwind's reset", head: sheet('tailwindcss/preflight.css') },
  { title: '!important everywhere', head: everythingImportant, ownsForms: true },
  {
    title: 'names that clobber the document and the form',
    body: clobbering,
    hidden: Object.fromEntries(FORM_NAMES.map((name) => [name, 'clobbered'])),
  },
  { title: 'quirks mode', isQuirky: true },
  { title: 'a <base> that leads elsewhere', head: '<base href="/demo/nowhere/">', attributes: 'src="../papers.json"' },
  {
    title: 'a page of the years of document.write',
    isQuirky: true,
    head: '<script language="JavaScript">document.write("<font face=Verdana size=1>")</script>',
    body: '<script>document.write("<center><table width=700 border=1 cellpadding=9 bgcolor=#eeeeee><tr><td nowrap align=right>")</script>',
    after: '<script>document.write("</td></tr></table></center>")</script>',
  },
  {
    title: 'a router that moves, empties and clones',
    act: async () => {
      const { probe } = /** @type {any} */ (window);
      const box = /** @type {HTMLElement} */ (document.querySelector('#box'));
      const elsewhere = document.body.appendChild(document.createElement('main'));
      const ours = [...box.children];
      elsewhere.append(...ours);
      box.replaceChildren(...ours);
      box.replaceChildren();
      await new Promise((resolve) => setTimeout(resolve));
      box.append(...ours);
      elsewhere.remove();
      await probe.settle();
      box.replaceChildren(...ours.map((each) => each.cloneNode(true)));
      await new Promise((resolve) => probe.panel().addEventListener('paper-feed-load', resolve, { once: true }));
    },
  },
  {
    title: 'display: none at first',
    prepare: () => document.querySelector('#box')?.setAttribute('hidden', ''),
    act: () => {
      document.querySelector('#box')?.removeAttribute('hidden');
      return new Promise((resolve) => requestAnimationFrame(resolve));
    },
  },
  {
    title: 'zoom',
    head: '<style>body { zoom: 1.5 }</style>',
    rounding: 2,
    // WebKit zooms neither `rem`, the page's unit, nor the room for the arrow of a <select>, and rounds widths of letters.
    likeIn: { webkit: '<style>html { font-size: calc(16px / 1.5) }</style>' },
    roundingIn: { webkit: 6 },
  },
  { title: 'a sandboxed frame without storage', isFramed: true, attributes: 'cache="local"' },
  {
    title: 'a sandboxed frame that may send no forms',
    isFramed: true,
    // WebKit does tell the form, which then sends for itself, with fetch, as everywhere.
    cannotSend: ['chromium', 'firefox'],
  },
];

/** Headers of a page on which nothing but these policies makes code, and nothing but its own files is loaded. */
function lockedFor(/** @type {string} */ policies) {
  const rules = [
    ...["default-src 'none'", "script-src 'self'", "connect-src 'self'", "style-src 'self'", "img-src 'self'"],
    ...["require-trusted-types-for 'script'", `trusted-types ${policies}`],
  ];
  return { 'content-security-policy': rules.join('; ') };
}
