// @ts-check
/** Documents of every format with the same string in all fields of one kind, and what must be shown of them. */

/** @typedef {'text' | 'link' | 'picture'} FieldKind */

/**
 * Where a format looks for what: paths into an entry, keys separated by dots, `[]` for the only entry of a list, `{}`
 * for a key that is the text itself.
 *
 * @typedef {object} HostileFormat
 * @property {import('daily-papers/feed.js').FormatChoice} format
 * @property {object} entry what makes an entry one of this format; the fields come on top
 * @property {(entries: object[]) => object} document
 * @property {Record<FieldKind, string[]>} fields
 */

const org = (/** @type {string} */ key) => `_paper.organization.${key}`;

/** JSON Feed twice, because an abstract may be text or HTML. @type {[title: string, HostileFormat][]} */
const jsonFeeds = ['content_text', 'content_html'].map((abstract) => [
  `json-feed with ${abstract}`,
  {
    format: 'json-feed',
    entry: {},
    document: (items) => ({ version: 'https://jsonfeed.org/version/1.1', items }),
    fields: {
      text: [
        ...['title', abstract, 'summary', 'authors.[].name', 'tags.[]', 'date_published', 'language'],
        ...['ai_summary', 'submitter', 'venue', 'upvote_count', 'comment_count', 'code_star_count', 'author_count'].map(
          (key) => `_paper.${key}`,
        ),
        ...['listed_at', 'arxiv_id', 'doi'].map((key) => `_paper.${key}`),
        ...[org('name'), org('handle')],
      ],
      link: [
        ...['url', 'external_url', 'authors.[].url', org('url'), 'attachments.[].url'],
        ...['pdf_url', 'code_url', 'project_url', 'discussion_url', 'doi', 'arxiv_id'].map((key) => `_paper.${key}`),
      ],
      picture: ['image', 'banner_image', 'authors.[].avatar', org('logo_url'), '_paper.video_url'],
    },
  },
]);

/** Every format, by what to call it in a test. @type {Map<string, HostileFormat>} */
export const hostileFormats = new Map([
  ...jsonFeeds,
  [
    'hugging-face',
    {
      format: 'hugging-face',
      entry: { paper: {} },
      document: (entries) => entries,
      fields: {
        text: [
          ...['title', 'summary', 'ai_summary', 'authors.[].name', 'ai_keywords.[]', 'publishedAt', 'upvotes'].map(
            (key) => `paper.${key}`,
          ),
          ...['authors.[].user.user', 'submittedOnDailyAt', 'githubStars'].map((key) => `paper.${key}`),
          ...['organization.fullname', 'organization.name', 'submittedBy.fullname', 'numComments'],
        ],
        link: ['paper.projectPage', 'paper.githubRepo', 'paper.authors.[].user.user', 'organization.name'],
        picture: ['thumbnail', 'mediaUrls.[]', 'organization.avatar', 'paper.authors.[].user.avatarUrl'],
      },
    },
  ],
  [
    'openalex',
    {
      format: 'openalex',
      entry: {},
      document: (results) => ({ meta: { count: results.length }, results }),
      fields: {
        text: [
          ...['title', 'abstract_inverted_index.{}', 'authorships.[].author.display_name', 'keywords.[].display_name'],
          ...['publication_date', 'primary_location.source.display_name', 'cited_by_count'],
        ],
        link: [
          ...['doi', 'primary_location.landing_page_url', 'best_oa_location.pdf_url', 'authorships.[].author.orcid'],
        ],
        picture: [],
      },
    },
  ],
  [
    'semantic-scholar',
    {
      format: 'semantic-scholar',
      entry: {},
      document: (data) => ({ total: data.length, offset: 0, data }),
      fields: {
        text: ['title', 'abstract', 'tldr.text', 'authors.[].name', 'fieldsOfStudy.[]', 'venue', 'publicationDate'],
        link: ['url', 'openAccessPdf.url', 'externalIds.ArXiv', 'externalIds.DOI', 'authors.[].authorId'],
        picture: [],
      },
    },
  ],
  [
    'crossref',
    {
      format: 'crossref',
      entry: {},
      document: (items) => ({ status: 'ok', message: { items } }),
      fields: {
        text: ['title.[]', 'abstract', 'author.[].name', 'subject.[]', 'container-title.[]'],
        link: ['URL', 'author.[].ORCID'],
        picture: [],
      },
    },
  ],
  [
    'paper-list',
    {
      format: 'paper-list',
      entry: {},
      document: (papers) => ({ papers }),
      fields: {
        text: [
          ...['title', 'abstract', 'ai_summary', 'authors.[].name', 'keywords.[]', 'submitter', 'venue', 'date'],
          ...['organization.name', 'organization.handle', 'upvotes', 'comments', 'stars', 'doi', 'arxiv_id'],
        ],
        link: [
          ...['url', 'pdf_url', 'code_url', 'project_url', 'discussion_url', 'authors.[].url', 'organization.url'],
          ...['github', 'doi', 'arxiv_id'],
        ],
        picture: ['thumbnail_url', 'organization.logo_url', 'authors.[].avatar_url', 'video_url'],
      },
    },
  ],
]);

/** Where an entry of each format has its id. @type {Record<string, string>} */
const idPaths = { 'hugging-face': 'paper.id', 'semantic-scholar': 'paperId', crossref: 'DOI' };
/** And its title, which it needs to be shown. @type {Record<string, string>} */
const titlePaths = { 'hugging-face': 'paper.title', crossref: 'title.[]' };

/** Puts a value at a path, with defined properties only: `__proto__` is a key like any other. */
function put(/** @type {any} */ entry, /** @type {string} */ path, /** @type {unknown} */ value) {
  const keys = path.split('.');
  let at = entry;
  keys.forEach((key, index) => {
    const name = key === '[]' ? 0 : key === '{}' ? String(value) : key;
    const isLast = index === keys.length - 1;
    const next = isLast ? (key === '{}' ? [0] : value) : keys[index + 1] === '[]' ? [] : {};
    if (isLast || !Object.hasOwn(at, name)) {
      Object.defineProperty(at, name, { value: next, enumerable: true, configurable: true, writable: true });
    }
    at = at[name];
  });
}

/**
 * A document with one entry per string, which stands in all fields of these kinds.
 *
 * @param {HostileFormat} format
 * @param {readonly string[]} strings
 * @param {FieldKind[]} kinds
 */
export function documentOf({ format, entry, document, fields }, strings, ...kinds) {
  const entries = strings.map((string, index) => {
    const filled = structuredClone(entry);
    // In entries of links the title must be there; in entries of texts it is one of them.
    put(filled, titlePaths[format] ?? 'title', 'Note G');
    for (const path of kinds.flatMap((kind) => fields[kind])) put(filled, path, string);
    if (format === 'json-feed') put(filled, 'attachments.[].mime_type', 'application/pdf');
    const id =
      format === 'crossref' ? `10.1000/${index}` : format === 'openalex' ? `https://openalex.org/W${index}` : '';
    put(filled, idPaths[format] ?? 'id', id || `paper-${index}`);
    return filled;
  });
  return document(entries);
}

const named = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' }),
);
for (const [name, sign] of Object.entries({ hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' })) {
  named.set(name, sign);
}

/** Whether a character has no place in a text: it turns the text around it, or nobody can see it. */
function isUnwanted(/** @type {number} */ code) {
  const ranges = [
    [0xd800, 0xdfff],
    [0x202a, 0x202e],
    [0x2066, 0x2069],
    [0xfeff, 0xfeff],
    [0xe0000, 0xe007f],
  ];
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return (
    ranges.some(([from = 0, to = 0]) => code >= from && code <= to) ||
    (isControl && !/\s/.test(String.fromCodePoint(code)))
  );
}

/**
 * What must be shown of a string in a one-line field, worked out character by character: entities decoded once, what
 * is unwanted left out, white space single. `undefined` when there is nothing to see.
 */
export function normalLine(/** @type {string} */ string) {
  const decoded = string
    .slice(0, 1_000)
    .replaceAll(/&(?:#(\d{1,8})|#x([\da-f]{1,8})|(\w+));/gi, (all, ten, hex, name) => {
      const code = ten ? parseInt(ten, 10) : hex ? parseInt(hex, 16) : undefined;
      if (code === undefined) return named.get(name) ?? all;
      return code > 0x10ffff ? all : String.fromCodePoint(code);
    });
  let line = '';
  for (const character of decoded) {
    if (isUnwanted(/** @type {number} */ (character.codePointAt(0)))) continue;
    line += /\s/.test(character) ? (line.endsWith(' ') ? '' : ' ') : character;
  }
  line = line.trim();
  return [...line].some((character) => !/[\p{Cf} ]/u.test(character)) ? line : undefined;
}
