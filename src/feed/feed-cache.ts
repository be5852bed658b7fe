/**
 * The last good answers, so that a panel has something to show before, or without, an answer from the network.
 *
 * On the visitor's device the document is kept as it came, not the feed made of it: what is read back then passes the
 * same gate as an answer from the network, and whatever a page left there cannot become a bad paper. It also needs no
 * version: an older entry is a document like any other.
 */
import type { Answer } from './fetch-text.js';
import type { Feed } from './model.js';

/** Where answers are kept: in this page only, in the tab's storage, or in the visitor's browser. */
export type CacheName = 'memory' | 'session' | 'local';

/** What the network gave, as text and as feed. */
export interface LoadedFeed extends Answer {
  readonly feed: Feed;
}

const PREFIX = 'daily-papers:feed:';
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const MAX_FEEDS_IN_MEMORY = 20;
/** For all our entries together; pages have about 2.5 million characters for everything. */
const MAX_STORED_CHARS = 1_000_000;

const memory = new Map<string, Feed>();
/** What was stored last: one request may have a thousand callers. */
const stored: { [cache in CacheName]?: Feed } = {};

/** Keeps an answer in memory and, if asked, in storage; silently not, where storage is denied or full. */
export function keepFeed(key: string, { feed, url, text }: LoadedFeed, cache: CacheName): void {
  memory.delete(key);
  memory.set(key, feed);
  for (const oldest of memory.keys()) if (memory.size > MAX_FEEDS_IN_MEMORY) memory.delete(oldest);
  if (cache === 'memory' || stored[cache] === feed) return;
  stored[cache] = feed;
  attempt(() => store(storageOf(cache), PREFIX + key, `${feed.fetchedAt}\n${url}\n${text}`));
}

/**
 * The last good answer, if there is one; throws where storage is denied.
 *
 * @param parse the gate for stored documents; may throw
 */
export function keptFeed(
  key: string,
  cache: CacheName,
  parse: (answer: Answer, fetchedAt: string) => Feed,
): Feed | undefined {
  const kept = memory.get(key);
  if (kept || cache === 'memory') return kept;
  const storage = storageOf(cache);
  const entry = storage.getItem(PREFIX + key);
  if (entry === null) return undefined;
  const feed = attempt(() => {
    const [fetchedAt = '', url = '', ...lines] = entry.split('\n');
    return isUsable(entry) ? parse({ url, text: lines.join('\n') }, new Date(fetchedAt).toISOString()) : undefined;
  });
  if (feed) memory.set(key, feed);
  else storage.removeItem(PREFIX + key);
  return feed;
}

/** What an action gives, or `undefined` when it throws. Storage does: even its getter, in a sandboxed frame. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const storageOf = (cache: CacheName): Storage => (cache === 'local' ? localStorage : sessionStorage);

/** Whether an entry is of use. It begins with its time; one from the future was saved under another clock. */
function isUsable(entry: string): boolean {
  const ageMs = Date.now() - Date.parse(entry.split('\n', 1)[0] ?? '');
  return ageMs >= 0 && ageMs <= MAX_AGE_MS && entry.length <= MAX_STORED_CHARS;
}

/** Writes one entry; the oldest of ours make room for it, nobody else's. */
function store(storage: Storage, key: string, entry: string): void {
  let room = MAX_STORED_CHARS - entry.length;
  if (room < 0) return;
  const others = Object.keys(storage)
    .filter((own) => own.startsWith(PREFIX) && own !== key)
    .map((own) => ({ own, text: storage.getItem(own) ?? '' }))
    // As they begin with their time, the newest come first.
    .sort((a, b) => (a.text < b.text ? 1 : -1));
  for (const { own, text } of others) if (!isUsable(text) || (room -= text.length) < 0) storage.removeItem(own);
  while (!attempt(() => (storage.setItem(key, entry), true))) {
    const oldest = others.pop();
    if (!oldest) return;
    storage.removeItem(oldest.own);
  }
}
