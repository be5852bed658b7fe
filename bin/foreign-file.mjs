// @ts-check
/** Files under the names of ours that somebody else has written, such as the `feed.xml` of a blog. */
import { join } from 'node:path';
import { parseFeed } from 'daily-papers/feed.js';
import { readIfThere } from './write-files.mjs';

const CSS_MARK = '/* daily-papers */';
const isOurCss = (/** @type {string} */ text) => text.startsWith(CSS_MARK);

/** @type {Readonly<Record<string, (text: string) => boolean>>} */
const isOurs = {
  'papers.json': isJsonFeed,
  'feed.xml': (text) => text.includes('<generator>daily-papers</generator>'),
  'panel.html': (text) => text.startsWith('<paper-feed'),
  'paper-feed.css': isOurCss,
  'paper-card.css': isOurCss,
};

export const SNAPSHOT_FILES = ['papers.json', 'feed.xml', 'panel.html'];
export const CSS_FILES = ['paper-feed.css', 'paper-card.css'];

/** Style sheets as files, to be known again. @param {Readonly<Record<string, string>>} styles */
export const marked = (styles) =>
  Object.fromEntries(Object.entries(styles).map(([name, text]) => [name, `${CSS_MARK}\n${text}`]));

/**
 * Why nothing may be written: one of the files is not ours. An empty one may be replaced.
 *
 * @param {string} folder
 * @param {readonly string[]} names
 */
export async function refusal(folder, names) {
  for (const name of names) {
    const text = await readIfThere(join(folder, name));
    if (text?.trim() && !isOurs[name]?.(text))
      return `Nothing is written in ${folder}: ${name} is there and was not written by daily-papers. Choose another folder, or delete it.`;
  }
  return undefined;
}

/** @param {string} text */
function isJsonFeed(text) {
  try {
    return !!parseFeed(JSON.parse(text), { fetchedAt: '', format: 'json-feed' });
  } catch {
    return false;
  }
}
