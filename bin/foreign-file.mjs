// @ts-check
/** Files under the names of a snapshot that somebody else has written, such as the `feed.xml` of a blog. */
import { join } from 'node:path';
import { parseFeed } from 'daily-papers/feed.js';
import { readIfThere } from './write-files.mjs';

/** @type {Readonly<Record<string, (text: string) => boolean>>} */
const isOurs = {
  'papers.json': isJsonFeed,
  'feed.xml': (text) => text.includes('<generator>daily-papers</generator>'),
  'panel.html': (text) => text.startsWith('<paper-feed'),
};

/** The name of a file that must not be replaced. An empty one may be. @param {string} folder */
export async function foreignFile(folder) {
  for (const [name, isOwn] of Object.entries(isOurs)) {
    const text = await readIfThere(join(folder, name));
    if (text?.trim() && !isOwn(text)) return name;
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
