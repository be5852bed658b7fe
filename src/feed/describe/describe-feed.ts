/** What a document would show, and what in it cannot be shown: for those who write feeds. */
import { openFeed, parseFeed, type ParseOptions } from '../formats/index.js';
import { readPaper } from '../formats/read-paper.js';
import { own } from '../formats/shape.js';
import type { Feed } from '../model.js';
import type { FeedProblem } from './feed-problem.js';
import { findMisnamed } from './find-misnamed.js';
import { findLost, findMissing, preview } from './inspect-entry.js';

/** A feed, and all that was lost on the way to it. */
export interface FeedDescription {
  readonly feed: Feed;
  readonly problems: readonly FeedProblem[];
}

/**
 * Reads a document as `parseFeed` does, and tells what was lost.
 *
 * @throws {FeedError} code `format`, when it is no list of papers
 */
export function describeFeed(document: unknown, options: ParseOptions): FeedDescription {
  const { format, page } = openFeed(document, options);
  const keys = page.path ? page.path.split('.') : [];
  const list = keys.reduce(own, document);
  const problems: FeedProblem[] = [];
  const paths = new Map<string, string>();
  page.entries.forEach((entry, index) => {
    const isListed = Array.isArray(list);
    const path = isListed ? `${page.path}[${index}]` : page.path;
    const place = { entry, written: isListed ? (list[index] as unknown) : list, path, format, page };
    const paper = readPaper(entry, format, page);
    const first = paper && paths.get(paper.id);
    if (!paper) problems.push(...findMissing(place));
    else if (first !== undefined) {
      const expected = `an id of its own, not that of ${first}`;
      problems.push({ path: `${path}.id`, expected, found: preview(paper.id), lost: 'paper' });
    } else {
      paths.set(paper.id, path);
      problems.push(...findLost(place));
    }
    if (format.name === 'json-feed') problems.push(...findMisnamed(entry, path));
  });
  if (Array.isArray(list) && list.length > page.entries.length) {
    const expected = `at most ${page.entries.length} entries`;
    problems.push({ path: page.path, expected, found: String(list.length), lost: 'paper' });
  }
  return { feed: parseFeed(document, options), problems };
}
