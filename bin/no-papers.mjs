// @ts-check
/** Why there are no papers to draw, in words: for `render` and `snapshot`. */
import { panelQuery } from 'daily-papers/prerender';

/** @import { Feed } from 'daily-papers/feed.js' */

const FILTERS = ['include', 'exclude', 'min-upvotes', 'with-code'];
const PERIODS = ['period', 'date'];

/** @param {string[]} sources @param {Feed} loaded what these sources have: nothing, or nothing that is wanted @param {Record<string, string>} attributes */
export function whyNoPapers(sources, loaded, attributes) {
  const names = sources.join(', ');
  if (!loaded.papers.length) return `${names}: no papers.`;
  return `${names}: ${nonePasses(loaded, attributes)}.`;
}

/** @param {Feed} loaded @param {Record<string, string>} attributes */
export function nonePasses({ papers }, attributes) {
  const asked = [...FILTERS, ...PERIODS]
    .filter((name) => attributes[name] !== undefined)
    .map((name) => `--${name} ${quoted(attributes[name] ?? '')}`.trimEnd());
  return `none of the source's papers (${papers.length}) is what is asked for: ${asked.join(', ')}`;
}

const quoted = (/** @type {string} */ value) => (/^[\w*-]*$/.test(value) ? value : `"${value}"`);

/** Whether a list has papers that pass the filters, whatever their day. @param {Feed} feed @param {Record<string, string>} attributes */
export function hasPassing(feed, attributes) {
  const filters = Object.entries(attributes).filter(([name]) => FILTERS.includes(name));
  return panelQuery([], Object.fromEntries(filters)).select(feed).papers.length > 0;
}
