/** A list that a reader is looking at, and a newer answer to the same question. */
import type { Feed, Paper } from './model.js';

/**
 * The newer feed without anything moving under the reader: the papers stay in their places, with the newer numbers;
 * papers that are the same keep their identity, so that nobody draws them again. New papers are left out: offer them.
 */
export function updateInPlace(shown: Feed, newer: Feed): Feed {
  const byId = new Map(newer.papers.map((paper) => [paper.id, paper]));
  const papers = shown.papers.map((paper) => {
    const update = byId.get(paper.id);
    return update && !isSame(paper, update) ? update : paper;
  });
  const hasChanged = papers.some((paper, index) => paper !== shown.papers[index]);
  return { ...newer, papers: hasChanged ? papers : shown.papers, nextUrl: shown.nextUrl };
}

/** The newer feed in its own order; papers that are the same keep their identity. */
export function replaceFeed(shown: Feed | undefined, newer: Feed): Feed {
  if (!shown) return newer;
  const byId = new Map(shown.papers.map((paper) => [paper.id, paper]));
  const papers = newer.papers.map((paper) => {
    const before = byId.get(paper.id);
    return before && isSame(before, paper) ? before : paper;
  });
  const isSameList =
    papers.length === shown.papers.length && papers.every((paper, index) => paper === shown.papers[index]);
  return { ...newer, papers: isSameList ? shown.papers : papers };
}

/** How many papers of the newer feed the reader has not got. */
export function countNew(shown: Feed, newer: Feed): number {
  const ids = new Set(shown.papers.map((paper) => paper.id));
  return newer.papers.reduce((count, paper) => count + Number(!ids.has(paper.id)), 0);
}

/** The feed with the next page behind it; papers that it has already are not repeated. */
export function appendPage(shown: Feed, page: Feed): Feed {
  const ids = new Set(shown.papers.map((paper) => paper.id));
  const added = page.papers.filter((paper) => !ids.has(paper.id));
  return {
    ...shown,
    papers: [...shown.papers, ...added],
    // A source that answers with what we have already would be asked for ever.
    nextUrl: added.length ? page.nextUrl : undefined,
    skippedCount: shown.skippedCount + page.skippedCount,
  };
}

function isSame(a: Paper, b: Paper): boolean {
  if (a === b) return true;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Paper>;
  for (const key of keys) {
    const [before, after] = [a[key], b[key]];
    if (before === after) continue;
    if (typeof before !== 'object' || typeof after !== 'object') return false;
    if (JSON.stringify(before) !== JSON.stringify(after)) return false;
  }
  return true;
}
