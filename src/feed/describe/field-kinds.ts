/** What is expected of each field of a paper, in words and as a test. */
import { safeUrl } from '../../shared/safe-url.js';
import { readLine, readText } from '../formats/read-text.js';
import { readArxivId, readCount, readDate, readDoi } from '../formats/read-values.js';

export interface FieldKind {
  readonly expected: string;
  read(value: unknown): unknown;
}

const line: FieldKind = { expected: 'text', read: readLine };
const text: FieldKind = { expected: 'text', read: readText };
const date: FieldKind = { expected: 'a date such as 2026-03-26', read: readDate };
const count: FieldKind = {
  expected: 'a whole number from 0',
  read: (value) => (value === Infinity ? value : readCount(value)),
};

/** @param base what relative addresses are resolved against; without it they are not accepted */
function address(base: string | undefined): FieldKind {
  const expected = base ? 'an http(s) address, or one relative to the feed' : 'an address that begins with https://';
  return { expected, read: (value) => safeUrl(value, base) };
}

/** The kind of a field, which its name tells, as `model.ts` promises. */
export function kindOf(field: string, base: string | undefined): FieldKind {
  if (/url$/i.test(field)) return address(base);
  if (field.endsWith('At')) return date;
  if (field.endsWith('Count')) return count;
  if (field === 'abstract' || field === 'aiSummary') return text;
  if (field === 'id') return { ...line, expected: 'an id: text or a number' };
  if (field === 'arxivId') return { expected: 'an arXiv id such as 2603.12345', read: readArxivId };
  if (field === 'doi') return { expected: 'a DOI such as 10.1000/182', read: readDoi };
  return line;
}
