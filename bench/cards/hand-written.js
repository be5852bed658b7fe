/** The limit: the same elements, shadow roots and styles, written by hand for this one card and nothing else. */
import { cardCss, feedCss, sheet } from './styles.js';
import { countOf, dateOf, filtered, namesOf, observeClamp, sorted, SHOWN_AUTHORS } from './words.js';

const template = document.createElement('template');
template.innerHTML = `<article class="list" part="card" aria-labelledby="title"><span class="upvotes" part="upvotes" role="img"></span><div class="body"><h3 class="title" id="title" part="title" dir="auto"><a part="title-link"></a></h3><div class="abstract" part="abstract" dir="auto"><p id="abstract" class="clamp"></p></div><div class="meta" part="meta"><span class="authors"></span><time></time><span class="comments"><span role="img"></span></span></div></div></article>`;
const cardSheet = sheet(cardCss);

class HandCard extends HTMLElement {
  set paper(paper) {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [cardSheet];
    const content = template.content.cloneNode(true);
    const article = content.firstChild;
    const [upvotes, body] = article.children;
    const [title, abstract, meta] = body.children;
    const [authors, time, { firstChild: comments }] = meta.children;
    upvotes.textContent = countOf(paper.upvoteCount);
    upvotes.setAttribute('aria-label', `${paper.upvoteCount} upvotes`);
    title.firstChild.href = paper.url;
    title.firstChild.textContent = paper.title;
    abstract.firstChild.textContent = paper.abstract;
    authors.append(namesOf(paper));
    const hiddenCount = paper.authors.length - SHOWN_AUTHORS;
    if (hiddenCount > 0) {
      const more = button('more-authors', `+${hiddenCount} more`);
      more.setAttribute('part', 'more-authors');
      more.setAttribute('aria-label', `+${hiddenCount} more, ${paper.authors.length} authors: ${paper.title}`);
      authors.append(' ', more);
    }
    time.dateTime = paper.publishedAt;
    time.textContent = dateOf(paper);
    comments.textContent = countOf(paper.commentCount);
    comments.setAttribute('aria-label', `${paper.commentCount} comments`);
    root.append(content);
    observeClamp(abstract.firstChild, (isClipped) => {
      abstract.firstChild.classList.toggle('clipped', isClipped);
      if (isClipped && abstract.children.length === 1) {
        const more = button('more', 'more');
        more.setAttribute('aria-label', `More of the abstract of ${paper.title}`);
        more.setAttribute('aria-controls', 'abstract');
        abstract.append(more);
      }
    });
  }
}

function button(className, text) {
  const made = document.createElement('button');
  made.className = className;
  made.type = 'button';
  made.setAttribute('aria-expanded', 'false');
  made.textContent = text;
  return made;
}

customElements.define('hand-card', HandCard);

const PARTS =
  'card, title, title-link, upvotes, thumbnail, abstract, summary, meta, keywords, links, cite, highlight, more-authors';

class HandFeed extends HTMLElement {
  #cards = new Map();

  connect(papers, isLazy) {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(feedCss('hand-card', isLazy))];
    root.innerHTML = `<section class="base" part="base" aria-labelledby="heading"><header part="header"><h2 class="heading" id="heading" part="heading" dir="auto">Papers</h2></header><div class="list list" part="list"></div><slot name="footer"></slot><p class="visually-hidden" role="status"></p></section>`;
    this.list = root.querySelector('.list');
    this.show(papers);
  }

  show(papers) {
    const cards = papers.map((paper) => {
      const known = this.#cards.get(paper.id);
      if (known) return known;
      const card = document.createElement('hand-card');
      card.setAttribute('exportparts', PARTS);
      card.paper = paper;
      this.#cards.set(paper.id, card);
      return card;
    });
    const before = this.list.children;
    if (before.length <= cards.length && [...before].every((card, index) => card === cards[index]))
      this.list.append(...cards.slice(before.length));
    else this.list.replaceChildren(...cards);
  }
}
customElements.define('hand-feed', HandFeed);

export function mount(container, papers, { isLazy }) {
  const feed = container.appendChild(document.createElement('hand-feed'));
  feed.connect(papers, isLazy);
  return {
    root: feed.shadowRoot,
    append: (more) => feed.show([...papers, ...more]),
    sort: () => feed.show(sorted(papers)),
    filter: () => feed.show(filtered(papers)),
    refresh: (same) => feed.show(same),
  };
}
