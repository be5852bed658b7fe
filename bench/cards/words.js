/** What a card says besides its paper; each implementation says the same. */
let months, numbers;

/** Formatters are made when they are first needed, as everybody's are. */
export function dateOf(paper) {
  months ??= new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return months.format(new Date(paper.publishedAt));
}

export function countOf(count) {
  numbers ??= new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
  return numbers.format(count);
}

export const SHOWN_AUTHORS = 3;

export function namesOf(paper, isOpen = false) {
  return paper.authors
    .slice(0, isOpen ? undefined : SHOWN_AUTHORS)
    .map((author) => author.name)
    .join(', ');
}

export const isClipped = (element) => element.scrollHeight > element.clientHeight + 1;

/** One observer for all cards: tells each whether its abstract is cut. */
const callbacks = new WeakMap();
const observer = new ResizeObserver((entries) => {
  const results = entries.map(({ target }) => [target, isClipped(target)]);
  for (const [target, value] of results) callbacks.get(target)?.(value);
});
export function observeClamp(element, callback) {
  callbacks.set(element, callback);
  observer.observe(element);
  return () => observer.unobserve(element);
}

export const sorted = (papers) => papers.toSorted((a, b) => a.title.localeCompare(b.title));
export const filtered = (papers) => papers.filter((paper) => paper.title.toLowerCase().includes('tractor'));
