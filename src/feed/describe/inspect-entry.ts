/** What in one entry of a feed cannot be shown. */
import type { FeedFormat, FeedPage, FieldTable, Source } from '../formats/format.js';
import { isBlank, isObject, own, pick } from '../formats/shape.js';
import type { FeedProblem } from './feed-problem.js';
import { kindOf } from './field-kinds.js';
import { watchReads } from './watch-reads.js';

/** An entry, where it stands, and how it is read. */
export interface EntryPlace {
  /** As the format has opened it. */
  readonly entry: unknown;
  /** As it stands in the document. */
  readonly written: unknown;
  readonly path: string;
  readonly format: FeedFormat;
  readonly page: FeedPage;
}

type Steps = readonly string[];

/** A value as it is shown to people: short. */
export function preview(value: unknown): string {
  if (value === undefined) return 'nothing';
  let text: string;
  try {
    text = JSON.stringify(Array.isArray(value) && value.length > 3 ? value.slice(0, 3) : value);
  } catch {
    return 'something nested too deeply';
  }
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Why an entry is no paper: the id or the title that it does not have. */
export function findMissing(place: EntryPlace): FeedProblem[] {
  if (!isObject(place.written)) {
    return [{ path: place.path, expected: 'an object', found: preview(place.written), lost: 'paper' }];
  }
  return (['id', 'title'] as const).flatMap((field): FeedProblem[] => {
    const { value, steps } = look(place.entry, place.format.paper[field] ?? field);
    const { expected, read } = kindOf(field, undefined);
    if (read(value) !== undefined) return [];
    return [{ path: pathTo(place, steps), expected, found: preview(at(place, steps)), lost: 'paper' }];
  });
}

/** The fields of a paper that are there, but of no use. */
export function findLost(place: EntryPlace): FeedProblem[] {
  const { paper, author, organization = {} } = place.format;
  const problems: FeedProblem[] = [];
  for (const [field, source] of Object.entries<Source | undefined>(paper)) {
    if (!source) continue;
    const { value, steps, list } = look(place.entry, source);
    if (field === 'authors') {
      list.forEach((each, index) => problems.push(...inTable(each, [...steps, String(index)], author, place)));
    } else if (field === 'organization') {
      if (!isBlank(value)) problems.push(...inTable(value, steps, organization, place));
    } else if (field === 'keywords') {
      list.forEach((each, index) => problems.push(...inField(each, [...steps, String(index)], field, place)));
    } else {
      problems.push(...inField(value, steps, field, place));
    }
  }
  return problems;
}

/** What a source finds in an entry, and where it stands. */
function look(entry: unknown, source: Source): { value: unknown; steps: Steps; list: readonly unknown[] } {
  const { value: watched, reads, unwrap } = watchReads(entry);
  const value = unwrap(typeof source === 'string' ? pick(watched, source) : source(watched));
  const list = (isBlank(value) ? [] : [value].flat()).map(unwrap);
  const filled = reads.filter((read) => !isBlank(read.value));
  // The value itself, when it was taken as it is; else the list or object that it was made of, or the last thing that went
  // into it.
  const read =
    filled.findLast((each) => each.value === value) ??
    filled.find(
      (each) => (Array.isArray(value) && Array.isArray(each.value)) || (isObject(value) && isObject(each.value)),
    ) ??
    filled.at(-1) ??
    reads[0];
  return { value, steps: read?.steps ?? [], list };
}

/** A person or organization: the name is needed, and each field has its kind. */
function inTable(value: unknown, steps: Steps, table: FieldTable, place: EntryPlace): FeedProblem[] {
  if (typeof value === 'string') return [];
  const fields = Object.entries<Source | undefined>(table).map(([field, source = '']) => ({
    field,
    ...look(value, source),
  }));
  const name = fields.find(({ field }) => field === 'name');
  if (isBlank(name?.value)) {
    return [{ path: pathTo(place, steps), expected: 'a name', found: preview(value), lost: 'field' }];
  }
  return fields.flatMap(({ field, ...found }) => inField(found.value, [...steps, ...found.steps], field, place));
}

function inField(value: unknown, steps: Steps, field: string, place: EntryPlace): FeedProblem[] {
  const { expected, read } = kindOf(field, place.page.base);
  if (isBlank(value) || read(value) !== undefined) return [];
  return [{ path: pathTo(place, steps), expected, found: preview(at(place, steps) ?? value), lost: 'field' }];
}

const squeeze = (name: string) => name.toLowerCase().replace(/[_-]/g, '');

/** The steps as they were written: a format may have unified names, or put the entry into an object. */
function writtenSteps({ entry, written }: EntryPlace, [first, ...others]: Steps): Steps {
  if (first === undefined) return [];
  const isWrapped = isObject(written) && own(entry, first) === written;
  let value = written;
  const found: string[] = [];
  for (const step of isWrapped ? others : [first, ...others]) {
    const key = Array.isArray(value)
      ? step
      : Object.keys(isObject(value) ? value : {}).find((each) => squeeze(each) === squeeze(step));
    found.push(key ?? step);
    value = Array.isArray(value) ? (value[Number(step)] as unknown) : own(value, key ?? step);
  }
  return found;
}

function at(place: EntryPlace, steps: Steps): unknown {
  return writtenSteps(place, steps).reduce(
    (value, step) => (Array.isArray(value) ? (value[Number(step)] as unknown) : own(value, step)),
    place.written,
  );
}

function pathTo(place: EntryPlace, steps: Steps): string {
  let text = place.path;
  for (const step of writtenSteps(place, steps)) {
    if (/^\d+$/.test(step)) text += `[${step}]`;
    else text += text ? `.${step}` : step;
  }
  return text;
}
