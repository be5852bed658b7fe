/** Pieces of text as one line. */
import type { Segment } from './segment.js';
import { shortAddress } from './short-address.js';

/** Pieces in one line of plain text: `A^2Nav`, `G_{stack}`, links as addresses. Read again, it means the same. */
export function joinSegments(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      const { kind, text } = segment;
      if (kind === 'link') return text === shortAddress(segment.url) ? segment.url : `${text} (${segment.url})`;
      const sign = { sup: '^', sub: '_' }[kind as string];
      return sign ? sign + (text.length > 1 ? `{${text}}` : text) : text;
    })
    .join('');
}
