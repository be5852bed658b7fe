/** Search hits in drawn text. */
import { foldText } from './search-terms.js';
import type { Segment } from './segment.js';

/**
 * The same pieces, cut so that every search hit is a piece of its own with `marked: true`. A hit may begin in one piece and
 * end in another; what is no running text, such as a link, is marked whole. Without a hit, the same array.
 *
 * @param terms as `searchTerms` gives them
 */
export function markSegments(segments: readonly Segment[], terms: readonly string[]): readonly Segment[] {
  const characters = segments.flatMap(({ text }) => [...text]);
  const hits = findHits(characters, terms);
  let at = 0;
  return hits.size ? segments.flatMap(cut) : segments;

  function cut(segment: Segment): Segment | Segment[] {
    let marked = false;
    let text = '';
    for (const character of segment.text) {
      if (hits.has(at++) !== marked) {
        marked = !marked;
        text += '\0';
      }
      text += character;
    }
    // Cut where hits begin and end: every second part is a hit.
    const parts = text.split('\0');
    if (segment.kind !== 'text') return parts[1] === undefined ? segment : { ...segment, marked: true };
    return parts
      .map((part, index): Segment =>
        index % 2 ? { kind: 'text', text: part, marked: true } : { kind: 'text', text: part },
      )
      .filter((part) => part.text);
  }
}

/** The numbers of all characters that belong to a hit. */
function findHits(characters: readonly string[], terms: readonly string[]): ReadonlySet<number> {
  let folded = '';
  /** For each character of `folded`, the number of the one it comes from. */
  const origins: number[] = [];
  const folds = new Map([...new Set(characters)].map((character) => [character, foldText(character)]));
  characters.forEach((character, index) => {
    const fold = folds.get(character)!;
    folded += fold;
    for (let each = 0; each < fold.length; each++) origins.push(index);
  });
  origins.push(characters.length);
  const hits = new Set<number>();
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      const end = at + term.length;
      hits.add(origins[end - 1]!);
      // What folding leaves out, such as an accent, belongs to the hit that it follows.
      for (let index = origins[at]!; index < origins[end]!; index++) hits.add(index);
    }
  }
  return hits;
}
