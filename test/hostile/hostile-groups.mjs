// @ts-check
/** Finds out what becomes of each field of a hostile document, and which fields can be tried at once. */
import { parseFeed } from 'daily-papers/feed.js';
import { watchReads } from '../../dist/feed/describe/watch-reads.js';
import { formats, openFeed } from '../../dist/feed/formats/parse-feed.js';
import { documentOf } from './hostile-documents.mjs';

/** @typedef {import('./hostile-documents.mjs').HostileFormat} HostileFormat */
/** @typedef {import('./hostile-documents.mjs').FieldKind} FieldKind */

/**
 * A field that is read.
 *
 * @typedef {object} HostileField
 * @property {string} path in an entry
 * @property {string[]} places in a paper, such as `authors.0.url`
 * @property {(string: string) => string} valueOf what to write there, so that a string gets past what the field expects
 * @property {readonly [string, string]} samples
 */

const fetchedAt = '2026-08-21T09:00:00.000Z';

/** Two harmless values of each kind, one of which every field takes. @type {(readonly [string, string])[]} */
const addresses = [
  ['https://lab.example/g.mp4', 'https://lab.example/h.mp4'],
  ['10.1000/g', '10.1000/h'],
  ['2603.12345', '2603.12346'],
  ['https://arxiv.org/abs/2603.12345', 'https://arxiv.org/abs/2603.12346'],
];
/** @type {(readonly [string, string])[]} */
const words = [
  ['Note G', 'Note H'],
  ['1842', '1843'],
  ['journal', 'conference'],
];

/** All that a paper says, by place. @returns {Map<string, string>} */
export function placesOf(/** @type {unknown} */ value, place = '', found = new Map()) {
  if (typeof value === 'object' && value) {
    for (const [key, each] of Object.entries(value)) placesOf(each, place ? `${place}.${key}` : key, found);
  } else if (value !== undefined) found.set(place, String(value));
  return found;
}

/** @param {HostileFormat} format @param {FieldKind} kind @param {Map<string, unknown>} values */
function placesIn(format, kind, values) {
  const { papers } = parseFeed(documentOf(format, kind, [values]), { fetchedAt, format: format.format });
  return placesOf(papers[0]);
}

/**
 * What of a paper another value of one field changes, while others are filled.
 *
 * @param {HostileFormat} format @param {FieldKind} kind
 * @param {Pick<HostileField, 'path' | 'samples'>} field @param {readonly HostileField[]} others
 */
function changedBy(format, kind, { path, samples: [one, two] }, others = []) {
  const values = new Map(others.map((other) => [other.path, other.samples[0]]));
  const before = placesIn(format, kind, values.set(path, one));
  const after = placesIn(format, kind, values.set(path, two));
  return [...new Set([...before.keys(), ...after.keys()])].filter((place) => before.get(place) !== after.get(place));
}

/** A field of a kind, or `undefined` when no value of it changes a paper. @returns {HostileField | undefined} */
function findField(/** @type {HostileFormat} */ format, /** @type {FieldKind} */ kind, /** @type {string} */ path) {
  for (const samples of kind === 'text' ? [...words, ...addresses] : [...addresses, ...words]) {
    const places = changedBy(format, kind, { path, samples });
    if (!places.length) continue;
    const isDoi = kind === 'link' && samples[0].startsWith('10.');
    const isVideo = kind === 'picture' && places.includes('videoUrl');
    return {
      path,
      places,
      samples,
      valueOf: (string) => (isDoi ? `10.1000/${string}` : isVideo ? `${string}#.mp4` : string),
    };
  }
  return undefined;
}

/** Links of a row that has none that the title already is. */
const IN_ROW = /^(pdf|code|project|discussion)Url$/;

/** Whether two fields must be tried apart, because in one paper they would be mixed or one of them not be seen. */
function isHiding(/** @type {HostileField} */ one, /** @type {HostileField} */ other) {
  return other.places.some((place) => one.places.includes(place) || (one.places.includes('url') && IN_ROW.test(place)));
}

/**
 * The fields of a kind, as few groups as it takes that each changes the paper while all others of its group are filled,
 * and those that do not even do so alone.
 *
 * @param {HostileFormat} format
 * @param {FieldKind} kind
 */
export function groupFields(format, kind) {
  /** @type {HostileField[][]} */
  const groups = [];
  /** @type {string[]} */
  const unread = [];
  for (const path of format.fields[kind]) {
    const field = findField(format, kind, path);
    if (!field) {
      unread.push(path);
      continue;
    }
    const group = groups.find((each) => isFree(format, kind, [...each, field]));
    if (group) group.push(field);
    else groups.push([field]);
  }
  return { groups, unread };
}

/** @param {HostileFormat} format @param {FieldKind} kind @param {HostileField[]} fields */
function isFree(format, kind, fields) {
  return fields.every((field) => {
    const others = fields.filter((other) => other !== field);
    if (others.some((other) => isHiding(field, other))) return false;
    const changed = changedBy(format, kind, field, others);
    return field.places.every((place) => changed.includes(place));
  });
}

const squeezed = (/** @type {string} */ path) => path.toLowerCase().replace(/[_-]|\.\[\]|\.\{\}/g, '');

/** All paths that a table of a format looks at in some values. */
function readBy(/** @type {Readonly<Record<string, unknown>>} */ table, /** @type {readonly unknown[]} */ samples) {
  /** @type {Set<string>} */
  const paths = new Set();
  for (const source of Object.values(table)) {
    if (typeof source === 'string') {
      for (const path of source.split(' ')) paths.add(path);
      continue;
    }
    for (const sample of samples) {
      const { value, reads } = watchReads(sample);
      /** @type {(value: unknown) => unknown} */ (source)(value);
      for (const { steps, value: read } of reads) {
        if (typeof read !== 'object' || !read) paths.add(steps.filter((step) => !/^\d+$/.test(step)).join('.'));
      }
    }
  }
  return [...paths];
}

const at = (/** @type {unknown} */ entry, /** @type {string} */ path) =>
  path.split('.').reduce((/** @type {any} */ value, key) => value?.[key], entry);

/** What a format reads in an entry that is in none of its lists here. @returns {string[]} */
export function unlistedOf(/** @type {HostileFormat} */ format) {
  const { paper, author, organization } =
    formats.find(({ name }) => name === format.format) ?? assertNever(format.format);
  const kinds = /** @type {FieldKind[]} */ (Object.keys(format.fields));
  const entries = kinds.flatMap((kind) =>
    [[], ...groupFields(format, kind).groups].flatMap((group) => {
      const values = new Map(group.map(({ path, samples }) => [path, samples[0]]));
      const document = documentOf(format, kind, [values]);
      return openFeed(document, { fetchedAt, format: format.format }).page.entries;
    }),
  );
  const inside = (/** @type {Record<string, string[]>} */ containers, /** @type {object} */ table) =>
    Object.keys(containers).flatMap((container) => {
      const place = container.replace('.[]', '');
      const samples = entries.flatMap((entry) => [at(entry, place) ?? []].flat());
      return readBy({ ...table }, samples).map((path) => `${place}.${path}`);
    });
  const read = [
    ...readBy(paper, entries),
    ...inside(format.authors, author),
    ...inside(format.organizations ?? {}, organization ?? {}),
  ];
  const listed = Object.values(format.fields).flat();
  const known = [...listed, ...Object.keys(format.unlisted ?? {})].map(squeezed);
  const texts = listed.filter((path) => path.endsWith('{}')).map((path) => `${squeezed(path)}.`);
  return [...new Set(read)].filter((path) => {
    const name = squeezed(path);
    return (
      !known.some((each) => each === name || each.startsWith(`${name}.`)) &&
      !texts.some((each) => name.startsWith(each))
    );
  });
}

/** @returns {never} */
function assertNever(/** @type {unknown} */ name) {
  throw new Error(`There is no format ${String(name)}`);
}
