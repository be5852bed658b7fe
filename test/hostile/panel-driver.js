// @ts-check
/** Runs in the page of locked-page.mjs, before the library: notices what runs, and reads what panels show. */

/** @typedef {{ title: string, abstract?: string, summary?: string, authors?: string, organization?: string, submitter?: string, keywords?: string[], links: string[], pictures: string[] }} Shown */

/** What must never happen: a dialog, an error, a policy violation. @type {string[]} */
const incidents = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) {
  Object.defineProperty(window, name, { value: () => incidents.push(`${name} was called`) });
}
addEventListener('error', ({ message }) => incidents.push(message));
addEventListener('unhandledrejection', ({ reason }) => incidents.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  incidents.push(`${effectiveDirective} refused ${blockedURI}`),
);

const TAGS = new Set(
  'a article bdi button div em h2 h3 header img input label li mark p paper-card section slot span strong style sub sup time ul'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(alt|aria-[a-z]+|class|datetime|decoding|dir|exportparts|height|hidden|href|id|loading|name|part|referrerpolicy|rel|role|src|style|tabindex|target|title|type|width)$/;

/** The elements in a shadow root and in those inside it. @returns {Generator<Element>} */
function* elementsIn(/** @type {ParentNode} */ root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/** Whatever in a panel no text and no address may bring in. */
function strangeThings(/** @type {ShadowRoot} */ root) {
  const strange = new Set();
  for (const element of elementsIn(root)) {
    if (!TAGS.has(element.localName)) strange.add(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.test(name)) strange.add(`attribute ${name}`);
      if ((name === 'href' || name === 'src') && !/^https?:\/\//.test(value)) strange.add(`${name}="${value}"`);
      if (name === 'style' && !/^--_lines: \d+;$/.test(value)) strange.add(`style="${value}"`);
      if (/^(class|id|part|rel|target)$/.test(name) && !/^[a-z _-]*$/.test(value)) strange.add(`${name}="${value}"`);
    }
  }
  return [...strange];
}

/** @returns {Shown} */
function shownBy(/** @type {ShadowRoot} */ card) {
  const textOf = (/** @type {string} */ selector) => card.querySelector(selector)?.textContent?.trim() || undefined;
  return {
    title: textOf('.title') ?? '',
    abstract: textOf('#abstract'),
    summary: (textOf('.summary') ?? '').replace(textOf('.summary .badge') ?? '', '').trim() || undefined,
    authors: textOf('.authors'),
    organization: textOf('.organization'),
    submitter: textOf('.submitter'),
    keywords: [...card.querySelectorAll('.keywords li')].map(({ textContent }) => textContent ?? ''),
    links: [...card.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    pictures: [...card.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''),
  };
}

/** The next answer of a panel, drawn. */
function answered(/** @type {any} */ feed) {
  return new Promise((resolve) => {
    for (const type of ['load', 'error']) {
      feed.addEventListener(`paper-feed-${type}`, (/** @type {any} */ event) => resolve(event.error), { once: true });
    }
  });
}

/** @returns {any[]} */
const cardsOfPanel = () => [
  .../** @type {any} */ (document.querySelector('paper-feed')).shadowRoot.querySelectorAll('paper-card'),
];

Object.assign(window, {
  incidents,

  /** Shows a feed in the page's panel and reads all of it. */
  async show(/** @type {string} */ src, /** @type {string} */ format) {
    const feed = /** @type {any} */ (document.querySelector('paper-feed'));
    const answer = answered(feed);
    feed.format = format;
    feed.src = src;
    const error = await answer;
    if (error) return { error: String(error.message), strange: [], papers: [] };
    await feed.updateComplete;
    const cards = cardsOfPanel();
    await Promise.all(cards.map((card) => card.updateComplete));
    return { strange: strangeThings(feed.shadowRoot), papers: cards.map(({ shadowRoot }) => shownBy(shadowRoot)) };
  },

  /** The links of the authors of each paper in the page's panel, which a list of authors draws and a card does not. */
  async showAuthors() {
    const { papers } = /** @type {any} */ (document.querySelector('paper-feed'));
    const lists = papers.map((/** @type {any} */ { authors }) =>
      Object.assign(/** @type {any} */ (document.createElement('author-list')), { authors }),
    );
    document.body.append(...lists);
    await Promise.all(lists.map((/** @type {any} */ list) => list.updateComplete));
    const read = lists.map((/** @type {any} */ { shadowRoot }) => ({
      links: [...shadowRoot.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
      strange: strangeThings(shadowRoot),
    }));
    for (const list of lists) list.remove();
    return read;
  },

  /** All that the cards say of each paper, to the eye and to screen readers. */
  readAloud: () =>
    cardsOfPanel().map(({ shadowRoot }) =>
      [...elementsIn(shadowRoot)]
        .flatMap((element) => ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''))
        .concat(shadowRoot.textContent)
        .join(' '),
    ),

  /** The ids that the page is told when the title of each paper that has a link is followed. */
  selectedIds() {
    /** @type {string[]} */
    const ids = [];
    const listen = (/** @type {any} */ event) => {
      event.preventDefault();
      ids.push(event.paper.id);
    };
    addEventListener('paper-select', listen);
    for (const { shadowRoot } of cardsOfPanel()) shadowRoot.querySelector('.title a')?.click();
    removeEventListener('paper-select', listen);
    return ids;
  },

  /** Loads the page's panel anew. @returns which of the cards before each of the cards is now */
  async placesAfterReload() {
    const feed = /** @type {any} */ (document.querySelector('paper-feed'));
    const before = cardsOfPanel();
    const answer = answered(feed);
    feed.reload();
    await answer;
    await feed.updateComplete;
    return cardsOfPanel().map((card) => before.indexOf(card));
  },

  /** What the page's panel has read. */
  readPapers: () => /** @type {any} */ (document.querySelector('paper-feed')).papers,

  /**
   * Every address of the web, without user and password, that browsers of this kind make of some text: alone, and with
   * each base.
   */
  addressesOf(/** @type {string[]} */ texts, /** @type {string[]} */ bases) {
    return texts.map((text) =>
      [undefined, ...bases]
        .filter((base) => URL.canParse(text, base))
        .map((base) => new URL(text, base))
        .filter(({ protocol, username, password }) => /^https?:$/.test(protocol) && !username && !password)
        .map(({ href }) => href),
    );
  },

  /** Shows each feed in a panel of its own and reads what stands above the papers. */
  async showTogether(/** @type {object[]} */ feeds) {
    const panels = feeds.map((feed) =>
      Object.assign(/** @type {any} */ (document.createElement('paper-feed')), { feed }),
    );
    document.body.append(...panels);
    await Promise.all(panels.map((panel) => panel.updateComplete));
    const read = panels.map(({ shadowRoot }) => ({
      heading: shadowRoot.querySelector('.heading')?.textContent.trim() ?? '',
      byline: shadowRoot.querySelector('.byline')?.textContent.trim() ?? '',
      strange: strangeThings(shadowRoot),
    }));
    for (const panel of panels) panel.remove();
    return read;
  },
});

export {};
