/** Titles and abstracts as they really are, with leftovers of TeX and bare addresses, turned into pieces to draw. */
import { cleanText } from '../shared/clean-text.js';
import { createMemo } from '../shared/memo.js';
import { MAX_LENGTH, startDraft, startFinished, toSegments } from './draft.js';
import { readLinks } from './links.js';
import type { Segment } from './segment.js';
import { keepEscaped, readTex } from './tex.js';

export type { Segment } from './segment.js';

/** Where any rule could change anything; most texts have none of it. */
const MARKUP = /[\\$^_~{`]|https?:|''|--|\dtimes/i;

const kept = createMemo<readonly Segment[]>(500);

/**
 * The pieces of a title or an abstract, in order; none for blank text. The same text gives the same array.
 *
 * No words are lost but TeX's own: names of formatting commands, and references (`\cite`, `\ref`) with their keys. A command
 * that nobody knows, such as an author's `\name`, stays as an emphasised word. Prices in dollars stay prices. A text of more
 * than 12,000 characters is no abstract and is only cleaned.
 */
export function textSegments(text: string): readonly Segment[] {
  return kept(text, () => readMarkup(cleanText(text)));
}

/** Whether any rule could change this clean text. */
export const hasMarkup = (text: string) => text.length <= MAX_LENGTH && MARKUP.test(text);

function readMarkup(text: string): readonly Segment[] {
  if (!hasMarkup(text)) return text ? [{ kind: 'text', text }] : [];
  const finished = startFinished();
  const draft = readTex(readLinks(keepEscaped(startDraft(text)), finished), finished);
  return toSegments(finished, draft.trim());
}
