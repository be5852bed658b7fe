/** A title or an abstract in one line of plain text: for search, copying, tooltips and names. */
import { joinSegments } from './join-segments.js';
import { textSegments } from './segments.js';

/** The text in one line: commands read, scripts as in `A^2Nav` and `G_{stack}`, links as their addresses. */
export function plainText(text: string): string {
  return joinSegments(textSegments(text)).replace(/\s+/g, ' ');
}
