// @ts-check
/** Says where in a text JSON ends to be JSON, and which of the usual slips it is. */

/**
 * @param {string} text
 * @param {Error} error of `JSON.parse`
 */
export function explainSyntaxError(text, error) {
  if (!text.trim()) return 'Expected JSON, found nothing.';
  if (/^\s*<(!doctype|html)/i.test(text))
    return 'Expected JSON, found a web page (HTML). The address of the data is another one.';
  if (/^\s*</.test(text)) return 'Expected JSON, found XML, such as RSS or Atom. It has to be turned into a JSON Feed.';
  if (text.startsWith('\ufffd')) return 'Expected JSON in UTF-8, found another encoding. Save the file as UTF-8.';
  const at = positionOf(text, error);
  if (at === undefined) return `Expected JSON: ${error.message}`;
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const rows = text.split('\n');
  const row = (rows[line - 1] ?? '').slice(Math.max(0, column - 60), column + 40).trimEnd();
  const mark = `${' '.repeat(Math.min(column - 1, 60))}^`;
  return `Expected JSON, but line ${line}, column ${column} is none${guess(text, at)}.\n\n${row}\n${mark}`;
}

/** @param {string} text @param {Error} error */
function positionOf(text, { message }) {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  return /end of JSON input/.test(message) ? text.length : undefined;
}

/** @param {string} text @param {number} at */
function guess(text, at) {
  const before = text.slice(0, at).trimEnd();
  const here = text.slice(at).trimStart();
  if (!here) return ': the end is missing, such as a closing ] or }';
  if (/^[\]}]/.test(here) && before.endsWith(',')) return `: there is a comma too many before ${here[0]}`;
  if (/^['‘’“”]/.test(here)) return ': texts stand in straight double quotes: "…"';
  if (/^(\/\/|\/\*|#)/.test(here)) return ': JSON has no comments';
  if (/^["{[]/.test(here) && /["\]}\w]$/.test(before)) return ': a comma or colon is missing before it';
  if (/^[\n\r\t]/.test(text.slice(at))) return ': a line break or tab within a text is written \\n or \\t';
  if (text[at - 1] === '\\' || here.startsWith('\\')) return ': a backslash in a text is written \\\\';
  return '';
}
