// @ts-check
/**
 * Runs first in each page of hostile-pages.test.mjs: looks at the page before and after, and at the panel in it. What is
 * beside the panel is looked at by beside-probe.js.
 */
'use strict';
(() => {
  // What the page's own scripts break must not break the probe: it keeps what it uses.
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { ownKeys } = Reflect;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { hasOwn } = Object;
  /** What a page adds to all objects is neither part of what the probe tells the browser, nor told by the library. */
  const data = { __proto__: null, configurable: true, enumerable: false, writable: true };
  const own = (/** @type {any} */ object, /** @type {string} */ key) =>
    Object(object) === object && hasOwn(object, key) ? object[key] : undefined;
  const getStyle = window.getComputedStyle.bind(window);
  const query = Document.prototype.querySelector.bind(document);
  const queryAll = Document.prototype.querySelectorAll.bind(document);
  const body = () => /** @type {HTMLElement} */ (query('body'));
  const head = () => /** @type {HTMLElement} */ (query('head'));

  const LOOK = [
    ...['display', 'color', 'background-color', 'font-size', 'font-weight', 'font-family', 'font-style', 'line-height'],
    ...['letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-decoration-line', 'text-indent'],
    ...['white-space', 'list-style-type', 'opacity', 'visibility', 'cursor', 'float', 'position', 'direction'],
    ...['margin-top', 'margin-left', 'padding-top', 'padding-left', 'border-top-style', 'border-radius', 'box-shadow'],
  ];
  const PIECES = [
    ...['.heading', '.byline', '.controls', 'input', 'select', '.icon', '[part=list]', '.footer button', '.count'],
  ];
  const CARD_PIECES = [
    ...[
      'article',
      '.title',
      '.title a',
      '.upvotes',
      '.abstract',
      '#abstract',
      '.meta',
      '.authors',
      'time',
      '.comments',
    ],
    ...['.organization', '.keywords', '.keywords li', '.links', '.links a', '.more'],
  ];

  const BUILT_INS =
    'Object Function Array String Number Boolean Symbol Promise Map Set WeakMap RegExp Date Error JSON Math Reflect Intl Event CustomEvent EventTarget Node Element HTMLElement Document DocumentFragment ShadowRoot Window CSSStyleSheet URL URLSearchParams Response Request Headers Storage History Location Navigator MutationObserver IntersectionObserver ResizeObserver CustomElementRegistry console performance AbortSignal AbortController HTMLFormElement HTMLInputElement HTMLTemplateElement FormData TrustedTypePolicyFactory'.split(
      ' ',
    );

  const FACETS = ['value', 'get', 'set', 'writable', 'enumerable', 'configurable'];

  /** Everything that hangs on a built-in object, symbols too: by reference, and how it hangs there. */
  function contentsOf(/** @type {any} */ owner) {
    /** @type {Map<string | symbol, unknown[]>} */
    const contents = new Map();
    for (const key of ownKeys(owner)) {
      const descriptor = getOwnPropertyDescriptor(owner, key);
      contents.set(
        key,
        FACETS.map((facet) => own(descriptor, facet)),
      );
    }
    return contents;
  }

  function builtIns() {
    /** @type {Map<string, ReturnType<typeof contentsOf>>} */
    const all = new Map();
    for (const name of BUILT_INS) {
      const builtIn = /** @type {any} */ (window)[name];
      if (!builtIn) continue;
      all.set(name, contentsOf(builtIn));
      // Some libraries put an object of their own in the place of a class.
      const prototype = own(builtIn, 'prototype');
      if (prototype) all.set(`${name}.prototype`, contentsOf(prototype));
    }
    return all;
  }

  const tryTo = (/** @type {() => unknown} */ read) => {
    try {
      return String(read());
    } catch (error) {
      return String(/** @type {Error} */ (error).name);
    }
  };

  /** The look of everything in the page but what is ours. */
  const looks = () =>
    [...queryAll('body, body *:not(#box, #box *, script)')].map((element) => {
      const style = getStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${[x, y, width, height].join()} ${LOOK.map((name) => style.getPropertyValue(name)).join()}`;
    });

  function snapshot() {
    return {
      globals: contentsOf(window),
      builtIns: builtIns(),
      looks: looks(),
      facts: {
        'style sheets': document.styleSheets.length,
        'adopted style sheets': document.adoptedStyleSheets.length,
        head: head().innerHTML,
        'attributes of html': [.../** @type {Element} */ (query('html')).attributes]
          .map(({ name, value }) => name + value)
          .join(),
        'attributes of body': [...body().attributes].map(({ name, value }) => name + value).join(),
        'children of body': [...body().children].map(({ localName, id }) => localName + id).join(),
        title: document.title,
        cookie: tryTo(() => document.cookie),
        'local storage': tryTo(() => localStorage.length),
        'session storage': tryTo(() => sessionStorage.length),
        history: tryTo(() => history.length),
      },
    };
  }

  /** Listeners on what outlives the panel, as they come and go. @type {Set<{ target: string, type: string, listener: unknown, signal?: AbortSignal }>} */
  const listeners = new Set();
  function watchListeners(/** @type {string} */ name, /** @type {EventTarget} */ target) {
    defineProperty(target, 'addEventListener', {
      __proto__: null,
      ...data,
      value(/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ options) {
        const entry = { target: name, type, listener, signal: own(options, 'signal') };
        listeners.add(entry);
        const once = { __proto__: null, once: true };
        if (own(options, 'once') === true) addEventListener.call(target, type, () => listeners.delete(entry), once);
        return addEventListener.call(target, type, listener, options);
      },
    });
    defineProperty(target, 'removeEventListener', {
      __proto__: null,
      ...data,
      value(/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ options) {
        for (const entry of listeners)
          if (entry.target === name && entry.type === type && entry.listener === listener) listeners.delete(entry);
        return removeEventListener.call(target, type, listener, options);
      },
    });
  }

  /** @type {ReturnType<typeof snapshot>} */
  let before;

  /** @type {{ message: string }[]} */
  const errors = [];
  addEventListener.call(window, 'error', (event) => errors.push(/** @type {ErrorEvent} */ (event)));
  addEventListener.call(document, 'securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI } = /** @type {SecurityPolicyViolationEvent} */ (event);
    errors.push({ message: `${effectiveDirective} refused ${blockedURI}` });
  });

  /** What the console is told by scripts. WebDriver does not say it. @type {string[]} */
  const complaints = [];
  for (const level of /** @type {const} */ (['error', 'warn'])) {
    const standard = console[level];
    console[level] = (...said) => {
      complaints.push(said.map(String).join(' '));
      standard.apply(console, said);
    };
  }
  addEventListener.call(window, 'unhandledrejection', (event) => {
    complaints.push(String(/** @type {PromiseRejectionEvent} */ (event).reason));
  });

  const panel = () => /** @type {any} */ (query('paper-feed'));
  const frames = (count = 2) =>
    new Promise((resolve) => {
      const next = () => (count-- ? requestAnimationFrame(next) : resolve(undefined));
      next();
    });

  /** Settled means: answered, drawn, and its observers have called. */
  async function settle() {
    const feed = panel();
    await feed.updateComplete;
    await Promise.all(
      [...feed.shadowRoot.querySelectorAll('paper-card, daily-papers-card')].map((card) => card.updateComplete),
    );
    await frames();
    await feed.updateComplete;
  }

  /**
   * Gives an element of ours, in a box of its own, the same room and the same inherited look on every page.
   *
   * @param {HTMLElement} box
   * @param {any} base what is to be 600 pixels wide
   * @returns {number} the zoom there
   */
  function makeRoom(box, base) {
    const set = (/** @type {string} */ name, /** @type {string} */ value) =>
      box.style.setProperty(name, value, 'important');
    for (const [name, value] of [
      ...[
        ['all', 'initial'],
        ['display', 'block'],
        ['clear', 'both'],
        ['font', '16px/1.5 sans-serif'],
        ['color', 'rgb(20, 20, 20)'],
      ],
    ]) {
      set(/** @type {string} */ (name), /** @type {string} */ (value));
    }
    // Margins, borders and zoom of the element itself are the page's; inside, it has the same width everywhere.
    const zoom = base.currentCSSZoom ?? 1;
    let width = 600;
    for (let tries = 0; tries < 3; tries += 1) {
      set('width', `${width}px`);
      width += 600 - base.getBoundingClientRect().width / zoom;
    }
    return zoom;
  }

  /**
   * Places, measured from a base, and looks of pieces.
   *
   * @param {ParentNode} root of the pieces
   * @param {string[]} selectors
   * @param {Element} base
   * @param {number} zoom
   * @param {string[]} look
   */
  function describe(root, selectors, base, zoom, look = LOOK) {
    const origin = base.getBoundingClientRect();
    const round = (/** @type {number} */ length) => Math.round(length / zoom);
    /** @type {Record<string, Record<string, unknown>>} */
    const described = {};
    for (const selector of selectors) {
      const element = root.querySelector(selector);
      if (!element) continue;
      const style = getStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = [x - origin.x, y - origin.y, width, height].map(round);
      described[selector] = {
        place,
        ...Object.fromEntries(look.map((name) => [name, style.getPropertyValue(name)])),
      };
    }
    return described;
  }

  function measure() {
    const base = panel().shadowRoot.querySelector('.base');
    const zoom = makeRoom(panel().parentNode, base);
    const cards = [...panel().shadowRoot.querySelectorAll('paper-card, daily-papers-card')];
    return {
      status: panel().status,
      states: ['loading', 'ready', 'empty', 'error', 'stale'].filter((state) => panel().matches(`:state(${state})`)),
      frame: describe(panel().shadowRoot, PIECES, base, zoom),
      cards: cards.map(({ shadowRoot }) => describe(shadowRoot, CARD_PIECES, base, zoom)),
      text: read(),
    };
  }

  const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
  /** What a reader can read, cards included. */
  const read = () =>
    [panel(), ...panel().shadowRoot.querySelectorAll('paper-card, daily-papers-card')].map(({ shadowRoot }) =>
      tidy(shadowRoot.textContent),
    );
  const titles = () =>
    [...panel().shadowRoot.querySelectorAll('paper-card, daily-papers-card')].map(({ shadowRoot }) =>
      tidy(shadowRoot.querySelector('.title').textContent),
    );

  /** Searches, clears the search, asks for more, as a reader does. */
  async function use() {
    const input = panel().shadowRoot.querySelector('input');
    const results = [];
    for (const word of ['model', 'nothing has these words', '']) {
      input.value = word;
      input.dispatchEvent(new Event('input', { __proto__: null, bubbles: true, composed: true }));
      await settle();
      results.push([word, titles()]);
    }
    panel().shadowRoot.querySelector('.footer button').click();
    await settle();
    results.push(['more', titles()]);
    return results;
  }

  defineProperty(window, 'probe', {
    value: {
      errors,
      complaints,
      panel,
      settle,
      measure,
      use,
      titles,
      // For beside-probe.js.
      tools: { query, queryAll, describe, makeRoom, frames, tidy, LOOK, CARD_PIECES },

      /** To be called when the page is complete and the library not yet there. */
      lookBefore() {
        watchListeners('window', window);
        watchListeners('document', document);
        watchListeners('html', /** @type {Element} */ (query('html')));
        watchListeners('body', body());
        watchListeners('colour scheme', MediaQueryList.prototype);
        const box = /** @type {Element} */ (query('#box'));
        const ours = [...box.childNodes];
        box.replaceChildren();
        before = snapshot();
        box.append(...ours);
      },

      /** Loads scripts one after the other, and waits until the panel has papers. */
      async loadLibrary(/** @type {string[]} */ sources) {
        for (const src of sources) await import(src).catch((error) => errors.push(error));
        const feed = panel();
        for (const limit = Date.now() + 10_000; feed.status !== 'ready'; await frames(1)) {
          if (Date.now() > limit)
            throw new Error(`The panel is ${feed.status}: ${errors.map(({ message }) => message)}`);
        }
        await settle();
      },

      /** Takes out what is ours and says what the library has left or changed. */
      async lookAfter() {
        query('#box')?.replaceChildren();
        await frames(3);
        const after = snapshot();
        /** @type {string[]} */
        const changes = [];
        /** @type {(owner: string, old: ReturnType<typeof contentsOf> | undefined, now: ReturnType<typeof contentsOf>) => void} */
        const compare = (owner, old, now) => {
          for (const key of new Set([...(old?.keys() ?? []), ...now.keys()])) {
            const [facets, others] = [old?.get(key), now.get(key)];
            const isSame = facets && others?.every((facet, index) => Object.is(facet, facets[index]));
            if (!isSame) changes.push(`${owner}.${String(key)}`);
          }
        };
        compare('global', before.globals, after.globals);
        for (const [owner, contents] of after.builtIns) compare(owner, before.builtIns.get(owner), contents);
        for (const [key, value] of Object.entries(after.facts)) {
          const old = /** @type {any} */ (before.facts)[key];
          if (old !== value) changes.push(`${key}: ${old} -> ${value}`);
        }
        after.looks.forEach((look, index) => {
          if (look !== before.looks[index]) changes.push(`look of ${look} instead of ${before.looks[index]}`);
        });
        for (const { target, type, signal } of listeners)
          if (!signal?.aborted) changes.push(`listener of ${target} for ${type}`);
        return changes;
      },
    },
  });
})();
