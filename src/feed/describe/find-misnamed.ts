/** Names in a JSON Feed item that were meant for `_paper`, or are nearly those of `_paper`. */
import { jsonFeed } from '../formats/json-feed.js';
import { isObject, own, pick } from '../formats/shape.js';
import type { FeedProblem } from './feed-problem.js';
import { preview } from './inspect-entry.js';
import { watchReads } from './watch-reads.js';

/** All that is read in `_paper`: found out by reading one that is empty. */
function paperNames(): string[] {
  const { value, reads } = watchReads({ _paper: {} });
  for (const source of Object.values(jsonFeed.paper)) {
    if (typeof source === 'string') pick(value, source);
    else source(value);
  }
  return [...new Set(reads.filter(({ steps }) => steps.length === 2).map(({ steps }) => steps[1]!))];
}

let names: string[] | undefined;

const words = (name: string) => name.toLowerCase().split(/[_-]/);

/** The name that was probably meant: one that begins like it, in singular or plural. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const [first = ''] = words(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
  return known.find((each) => words(each)[0] === first.replace(/s$/, ''));
}

/** @param path of the item */
export function findMisnamed(item: unknown, path: string): FeedProblem[] {
  const known = (names ??= paperNames());
  const paper = own(item, '_paper');
  const problem = (key: string, expected: string, value: unknown): FeedProblem => ({
    path: `${path}.${key}`,
    expected,
    found: preview(value),
    lost: 'field',
  });
  const misplaced = Object.entries(isObject(item) ? item : {})
    .filter(([key]) => known.includes(key) && own(paper, key) === undefined)
    .map(([key, value]) => problem(key, `this in "_paper", as "_paper": {"${key}": …}`, value));
  const unknown = Object.entries(isObject(paper) ? paper : {})
    .filter(([key]) => !known.includes(key) && !key.startsWith('_'))
    .map(([key, value]) => {
      const meant = nearest(key, known);
      return problem(`_paper.${key}`, meant ? `the name "${meant}"` : `one of the names ${known.join(', ')}`, value);
    });
  if (paper !== undefined && paper !== null && !isObject(paper)) return [problem('_paper', 'an object', paper)];
  return [...misplaced, ...unknown];
}
