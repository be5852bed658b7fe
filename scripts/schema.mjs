// @ts-check
/**
 * `node scripts/schema.mjs`: writes dist/schema.json, the JSON Schema of our feeds for those who write them by hand.
 *
 * Which fields there are and where they stand comes from the schema and the table that feeds are read with; here they
 * get their descriptions. Reading forgives much, this schema nothing: an editor shows a slip while it is made.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import * as z from 'zod';

/** @typedef {Record<string, unknown>} JsonSchema */

const VERSION = 'https://jsonfeed.org/version/1.1';

/** The fields of a paper whose place is not in the table, because reading them takes more than a look. */
const MADE = /** @type {const} */ ({
  abstract: 'content_text',
  videoUrl: '_paper.video_url',
  pdfUrl: '_paper.pdf_url',
});

/** What each name in an item means. @type {Readonly<Record<string, string>>} */
const ITEM = {
  id: 'Tells this paper from all others in the feed. It stays the same for ever: an arXiv id, a DOI or an address are good ones.',
  title: 'The title, as plain text. TeX such as $x^2$ is understood.',
  url: 'Where the title leads. Left out, it leads to the DOI or to arXiv.',
  external_url: 'The same as url, where url is missing.',
  content_text: 'The abstract, as plain text. TeX is understood; a blank line begins a paragraph.',
  content_html: 'The abstract as HTML; it is shown as plain text, and only where content_text is missing.',
  summary: 'The abstract in short; it is shown only where content_text and content_html are missing.',
  image: 'A picture, wider than high.',
  banner_image: 'The same as image, where image is missing.',
  date_published: 'When the paper appeared. A day is enough, even a month or a year.',
  date_modified: 'When the item was changed. It is not shown.',
  authors: 'Who wrote the paper, in its order.',
  author: 'The author, as version 1.0 wrote it. Use authors.',
  tags: 'Keywords.',
  language: 'The language of the item. It is not used.',
  attachments: 'Files. The first PDF and the first video are linked.',
  _paper: 'What JSON Feed has no field for.',
};

/** What each name in `_paper` means. @type {Readonly<Record<string, string>>} */
const PAPER = {
  ai_summary: 'A summary that a language model wrote; it is shown as such.',
  listed_at: 'The day on which the paper was put on this list.',
  author_count: 'How many people wrote the paper, when not all of them are named.',
  organization: 'The lab, company or university behind the paper; it is shown instead of the number of authors.',
  submitter: 'Who brought the paper to the list.',
  upvote_count: 'How many readers voted for it.',
  comment_count: 'How many comments there are.',
  citation_count: 'How often it is cited.',
  discussion_url: 'Where the comments are.',
  video_url: 'A video that browsers play: mp4 or webm.',
  pdf_url: 'The PDF. Left out, it is that of arXiv, if arxiv_id is there.',
  code_url: 'The source code.',
  code_star_count: 'How many stars the repository has.',
  project_url: 'A page about the work.',
  arxiv_id: 'The arXiv id, such as 2603.12345.',
  doi: 'The DOI, such as 10.1000/182.',
  venue: 'Journal, conference or repository.',
  venue_kind: '`journal` or `conference`, for citations.',
};

/** What each name in an author or an organization means. @type {Readonly<Record<string, string>>} */
const NAMED = {
  name: 'The name, as it is shown.',
  url: 'A page about them.',
  avatar: 'A square picture.',
  handle: 'A short name, such as the one in addresses.',
  logo_url: 'A square logo.',
};

/** What each name in the feed itself means. @type {Readonly<Record<string, string>>} */
const FEED = {
  $schema: 'The address of this schema, for your editor.',
  version: 'The version of JSON Feed.',
  title: 'What the list is called; the heading, unless the page gives one.',
  description: 'A line under the heading.',
  home_page_url: 'The page on which people read the list.',
  feed_url: 'The address of this file.',
  next_url: 'The address of the next file with more papers.',
  authors: 'Who stands in for the authors of papers that name none.',
  author: 'The author, as version 1.0 wrote it. Use authors.',
  language: 'The language of the feed. It is not used.',
  icon: 'A large picture. It is not used.',
  favicon: 'A small picture. It is not used.',
  user_comment: 'A word to people who look at this file.',
  expired: 'Whether no paper will be added any more. It is not used.',
  hubs: 'Services that tell of changes. They are not used.',
  items: 'The papers, in the order in which they are shown.',
};

const address = { type: 'string', format: 'uri-reference', minLength: 1, maxLength: 2048 };
const text = { type: 'string', minLength: 1 };
const date = {
  type: 'string',
  pattern: '^\\d{4}(-\\d\\d(-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?$',
  examples: ['2026-03-26', '2026-03-26T05:21:45Z', '2026-03', '2026'],
};

/** The kind of a field, which its name in the model tells. @param {string} field @returns {JsonSchema} */
function kindOf(field) {
  if (/url$/i.test(field)) return address;
  if (field.endsWith('At')) return date;
  if (field.endsWith('Count')) return { type: 'integer', minimum: field === 'authorCount' ? 1 : 0 };
  if (field === 'id') return { anyOf: [text, { type: 'number' }] };
  if (field === 'doi') return { ...text, pattern: '10\\.\\d{4,9}/\\S+$' };
  if (field === 'venueKind') return { enum: ['journal', 'conference'] };
  if (field === 'arxivId') return { ...text, pattern: '(\\d{4}\\.\\d{4,5}|[a-z-]+(\\.[A-Z]{2})?/\\d{7})(v\\d+)?$' };
  return text;
}

/** @param {Record<string, JsonSchema>} properties @param {string[]} required @param {object} [more] */
const object = (properties, required, more) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});

/** Names that begin with `_` are free for extensions. */
const extensible = { patternProperties: { '^_': {} } };

/** @param {Record<string, JsonSchema>} properties @param {Readonly<Record<string, string>>} descriptions */
function describe(properties, descriptions) {
  return Object.fromEntries(
    Object.keys(descriptions).map((name) => {
      const property = properties[name];
      if (!property) throw new Error(`scripts/schema.mjs describes "${name}", which is not read any more.`);
      return [name, { description: descriptions[name], ...property }];
    }),
  );
}

/** The schema as an object. @returns {Promise<JsonSchema>} */
export async function createSchema() {
  const { module: reader } = await runnerImport('/src/feed/formats/read-paper.ts');
  const { module: format } = await runnerImport('/src/feed/formats/json-feed.ts');
  const { properties: fields } = z.toJSONSchema(reader.paperSchema(), { unrepresentable: 'any' });
  const { paper, author, organization } = format.jsonFeed;

  /** An author or organization. @param {Record<string, string>} table @param {string} where */
  const named = (table, where) => {
    const properties = Object.fromEntries(Object.entries(table).map(([field, name]) => [name, kindOf(field)]));
    const used = Object.fromEntries(
      Object.keys(properties).map((name) => [name, NAMED[name] ?? missing(`${where}.${name}`)]),
    );
    return object(describe(properties, used), ['name'], extensible);
  };
  const authors = { type: 'array', items: named(author, 'authors') };
  /** @type {Record<string, JsonSchema>} */
  const kinds = {
    authors,
    organization: { anyOf: [text, named(organization, 'organization')] },
    // Empty where nobody knows the abstract: JSON Feed wants each item to have some content.
    abstract: { type: 'string' },
    keywords: { type: 'array', items: text },
  };

  /** @type {Record<string, JsonSchema>} */
  const inItem = {};
  /** @type {Record<string, JsonSchema>} */
  const inPaper = {};
  for (const field of Object.keys(fields ?? {})) {
    const source = paper[field];
    const place = typeof source === 'string' ? (source.split(' ')[0] ?? '') : MADE[/** @type {keyof MADE} */ (field)];
    const [name = '', inner] = (place ?? missing(field)).split('.');
    if (inner) inPaper[inner] = kinds[field] ?? kindOf(field);
    else inItem[name] = kinds[field] ?? kindOf(field);
  }
  for (const name of Object.keys(inPaper)) if (!PAPER[name]) missing(`_paper.${name}`);
  for (const name of Object.keys(inItem)) if (!ITEM[name]) missing(name);

  const attachment = {
    url: { description: 'Its address.', ...address },
    mime_type: { description: 'Its type, such as application/pdf.', ...text },
    title: { description: 'Its name. It is not used.', type: 'string' },
    size_in_bytes: { description: 'Its size. It is not used.', type: 'number' },
    duration_in_seconds: { description: 'Its length. It is not used.', type: 'number' },
  };
  const item = {
    ...inItem,
    external_url: address,
    content_html: text,
    summary: text,
    banner_image: address,
    date_modified: date,
    author: authors.items,
    language: text,
    attachments: { type: 'array', items: object(attachment, ['url', 'mime_type'], extensible) },
    _paper: object(describe(inPaper, PAPER), [], extensible),
  };
  const feed = {
    $schema: text,
    version: { enum: [VERSION, VERSION.replace('1.1', '1')] },
    title: text,
    description: text,
    ...Object.fromEntries(['home_page_url', 'feed_url', 'next_url', 'icon', 'favicon'].map((name) => [name, address])),
    authors,
    author: authors.items,
    language: text,
    user_comment: text,
    expired: { type: 'boolean' },
    hubs: { type: 'array', items: { type: 'object' } },
    items: { type: 'array', items: object(describe(item, ITEM), ['id', 'title'], extensible) },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Papers for <paper-feed>',
    description: 'A JSON Feed 1.1 (jsonfeed.org) whose items are papers.',
    ...object(describe(feed, FEED), ['version', 'title', 'items'], extensible),
  };
}

/** @param {string} name @returns {never} */
function missing(name) {
  throw new Error(`"${name}" is read, but scripts/schema.mjs does not say where it stands and what it means.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = fileURLToPath(new URL('../dist/', import.meta.url));
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}schema.json`, `${JSON.stringify(await createSchema(), null, 2)}\n`);
}
