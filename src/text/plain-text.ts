/** A title or an abstract in one line of plain text: for search, copying, tooltips and names. */
import { cleanLine } from '../shared/clean-text.js';
import { joinSegments } from './join-segments.js';
import { hasMarkup, textSegments } from './segments.js';

/** The text in one line: commands read, scripts as in `A^2Nav` and `G_{stack}`, links as their addresses. */
export function plainText(text: string): string {
  const line = cleanLine(text);
  return hasMarkup(line) ? cleanLine(joinSegments(textSegments(text))) : line;
}
