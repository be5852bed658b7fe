/**
 * A text while rules work on it: a string in which one private-use character stands for each segment that is finished.
 * Rules cannot read what is finished, and so cannot change it.
 */
import { joinSegments } from './join-segments.js';
import type { Segment } from './segment.js';

const FIRST = 0xe000;
const STAND_INS = /[\ue000-\uf8ff]/g;

/** A stand-in takes the place of two characters at least, and there are 6,400 of them. */
export const MAX_LENGTH = 12_000;

/** Signs that TeX uses, as segments that are always there: meant as they stand. */
const SIGNS = '{}$%&_#';
export const SIGN = /[\ue000-\ue006]/g;

/** What stands for a segment that rules have finished. */
export const FINISHED = /[\ue007-\uf8ff]/;

/** The stand-in for a sign that is meant as it stands. */
export const literal = (sign: string) => String.fromCharCode(FIRST + SIGNS.indexOf(sign));

/** The list that a draft begins with. */
export const startFinished = (): Segment[] => [...SIGNS].map((text) => ({ kind: 'text', text }));

/** A draft begins without private-use characters; they mean nothing in text anyway. */
export const startDraft = (text: string) => text.replace(STAND_INS, '');

/** Finishes a segment. @returns what stands for it in the draft */
export const finish = (finished: Segment[], segment: Segment) =>
  String.fromCharCode(FIRST - 1 + finished.push(segment));

/** The draft as segments; neighbouring text in one piece, white space single. */
export function toSegments(finished: readonly Segment[], draft: string): readonly Segment[] {
  const out: Segment[] = [];
  for (const part of draft.replace(/  +/g, ' ').split(/([\ue000-\uf8ff])/)) {
    const segment = finished[part.charCodeAt(0) - FIRST] ?? { kind: 'text', text: part };
    const before = out.at(-1);
    if (before?.kind === 'text' && segment.kind === 'text')
      out.splice(-1, 1, { kind: 'text', text: before.text + segment.text });
    else if (segment.text) out.push(segment);
  }
  return out;
}

/** What a part of a draft says, in one line. */
export const textOf = (finished: readonly Segment[], draft: string) => joinSegments(toSegments(finished, draft));
