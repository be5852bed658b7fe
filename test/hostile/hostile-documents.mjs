// @ts-check
/** Documents of every format with the same string in many fields at once, and what must be shown of it. */

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
 * @property {Record<string, string[]>} authors where authors may be, and under which keys their names
 * @property {Record<string, string[]>} [organizations] the same of organizations
 * @property {Record<string, RegExp>} [markup] what of which fields is read otherwise than as text
 * @property {Record<string, string>} [unlisted] what is read and no field here, with the reason
 */

/** In fields whose tags are taken out. */
const TAG = /</;
/** The tags that OpenAlex's titles have. */
const FACE_TAG = /<\/?(i|b|em|strong|su[bp]|scp|tt)>/i;

/** Why no id is among the fields. */
const IDS = 'tells the entries apart; hostile-ids.test.mjs';

const under = (/** @type {string} */ path, /** @type {string[]} */ ...keys) => keys.map((key) => `${path}.${key}`);

/** JSON Feed twice, because an abstract may be text or HTML. @type {[title: string, HostileFormat][]} */
const jsonFeeds = ['content_text', 'content_html'].map((abstract) => [
  `json-feed with ${abstract}`,
  {
    format: 'json-feed',
    entry: {},
    document: (items) => ({ version: 'https://jsonfeed.org/version/1.1', items }),
    fields: {
      text: [
        ...['title', abstract, 'summary', 'authors.[].name', 'author.name', 'tags.[]', 'date_published'],
        ...under('_paper', 'ai_summary', 'submitter', 'venue', 'venue_kind', 'upvote_count', 'comment_count'),
        ...under('_paper', 'citation_count', 'code_star_count', 'author_count', 'listed_at', 'arxiv_id', 'doi'),
        ...under('_paper.organization', 'name', 'handle'),
      ],
      link: [
        ...['url', 'external_url', 'authors.[].url', 'author.url', '_paper.organization.url', 'attachments.[].url'],
        ...under('_paper', 'pdf_url', 'code_url', 'project_url', 'discussion_url', 'doi', 'arxiv_id'),
      ],
      picture: [
        ...['image', 'banner_image', 'authors.[].avatar', 'author.avatar', '_paper.organization.logo_url'],
        ...['_paper.video_url', 'attachments.[].url'],
      ],
    },
    authors: { 'authors.[]': ['name'], author: ['name'] },
    organizations: { '_paper.organization': ['name'] },
    markup: { content_html: TAG },
    unlisted: {
      id: IDS,
      'attachments.mime_type': 'decides what the address beside it is',
      [abstract === 'content_text' ? 'content_html' : 'content_text']: 'the other JSON Feed',
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
          ...under('paper', 'title', 'summary', 'ai_summary', 'authors.[].name', 'ai_keywords.[]', 'publishedAt'),
          ...under('paper', 'upvotes', 'authors.[].user.user', 'submittedOnDailyAt', 'githubStars'),
          ...['title', 'submittedBy.fullname', 'paper.submittedOnDailyBy.fullname', 'numComments'],
          ...under('organization', 'fullname', 'name'),
          ...under('paper.organization', 'fullname', 'name'),
        ],
        link: [
          ...under('paper', 'projectPage', 'githubRepo', 'authors.[].user.user', 'organization.name'),
          'organization.name',
        ],
        picture: [
          ...['thumbnail', 'mediaUrl', 'mediaUrls.[]', 'paper.mediaUrls.[]', 'paper.authors.[].user.avatarUrl'],
          ...['organization.avatar', 'paper.organization.avatar'],
        ],
      },
      authors: { 'paper.authors.[]': ['name'] },
      organizations: { organization: ['fullname', 'name'], 'paper.organization': ['fullname', 'name'] },
      unlisted: { 'paper.id': IDS, 'paper.authors.hidden': 'leaves an author out' },
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
          ...['title', 'display_name', 'abstract_inverted_index.{}', 'keywords.[].display_name', 'publication_date'],
          ...under('authorships.[]', 'author.display_name', 'raw_author_name'),
          ...under('primary_location', 'source.display_name', 'source.type'),
          'cited_by_count',
        ],
        link: [
          ...['doi', 'primary_location.landing_page_url', 'locations.[].landing_page_url'],
          ...['best_oa_location.pdf_url', 'primary_location.pdf_url', 'authorships.[].author.orcid'],
        ],
        picture: [],
      },
      authors: { 'authorships.[]': ['author.display_name', 'raw_author_name'] },
      // An abstract there is a list of words.
      markup: { title: FACE_TAG, display_name: FACE_TAG, 'abstract_inverted_index.{}': /^[^]{201}/ },
      unlisted: { id: IDS, is_authors_truncated: 'true or not' },
    },
  ],
  [
    'semantic-scholar',
    {
      format: 'semantic-scholar',
      entry: {},
      document: (data) => ({ total: data.length, offset: 0, data }),
      fields: {
        text: [
          ...['title', 'abstract', 'tldr.text', 'authors.[].name', 'fieldsOfStudy.[]', 's2FieldsOfStudy.[].category'],
          ...['venue', 'journal.name', 'publicationVenue.type', 'publicationDate', 'year', 'citationCount'],
        ],
        link: ['url', 'openAccessPdf.url', 'externalIds.ArXiv', 'externalIds.DOI', 'authors.[].authorId'],
        picture: [],
      },
      authors: { 'authors.[]': ['name'] },
      unlisted: { paperId: IDS },
    },
  ],
  [
    'crossref',
    {
      format: 'crossref',
      entry: {},
      document: (items) => ({ status: 'ok', message: { items } }),
      fields: {
        text: [
          ...['title.[]', 'abstract', 'subject.[]', 'container-title.[]', 'type', 'is-referenced-by-count'],
          ...under('author.[]', 'name', 'given', 'family'),
          ...['issued', 'published', 'created'].map((key) => `${key}.date-parts.[].[]`),
        ],
        link: ['URL', 'author.[].ORCID'],
        picture: [],
      },
      authors: { 'author.[]': ['name', 'given', 'family'] },
      markup: { 'title.[]': TAG, abstract: TAG, 'container-title.[]': TAG },
      unlisted: { DOI: IDS },
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
          ...['title', 'abstract', 'summary', 'description', 'content_text', 'ai_summary', 'submitter', 'submitted_by'],
          ...['authors.[].name', 'author.[].name', 'keywords.[]', 'tags.[]', 'categories.[]'],
          ...['venue', 'journal', 'conference', 'venue_kind', 'doi', 'arxiv_id', 'arxiv'],
          ...['published_at', 'date_published', 'published', 'publication_date', 'date', 'year', 'listed_at'],
          ...['author_count', 'upvote_count', 'upvotes', 'comment_count', 'num_comments', 'comments'],
          ...['citation_count', 'citations', 'code_star_count', 'github_stars', 'stars'],
          ...under('organization', 'name', 'fullname', 'handle'),
          ...under('organisation', 'name', 'fullname', 'handle'),
        ],
        link: [
          ...['url', 'abstract_url', 'link', 'href', 'external_url', 'pdf_url', 'pdf', 'discussion_url'],
          ...['code_url', 'code', 'github_repo', 'github', 'project_url', 'project_page', 'project'],
          ...['authors.[].url', 'author.[].url', 'organization.url', 'organisation.url', 'doi', 'arxiv_id', 'arxiv'],
        ],
        picture: [
          ...['thumbnail_url', 'thumbnail', 'image', 'banner_image', 'video_url', 'video'],
          ...under('authors.[]', 'avatar_url', 'avatar'),
          ...under('author.[]', 'avatar_url', 'avatar'),
          ...under('organization', 'logo_url', 'logo'),
          ...under('organisation', 'logo_url', 'logo'),
        ],
      },
      authors: { 'authors.[]': ['name'], 'author.[]': ['name'] },
      organizations: { organization: ['name', 'fullname'], organisation: ['name', 'fullname'] },
      unlisted: { id: IDS },
    },
  ],
]);

/** Where an entry of each format has its id. @type {Record<string, string>} */
const otherIdPaths = { 'hugging-face': 'paper.id', 'semantic-scholar': 'paperId', crossref: 'DOI' };
/** And its title, which it needs to be shown. @type {Record<string, string>} */
const otherTitlePaths = { 'hugging-face': 'paper.title', crossref: 'title.[]' };

export const idPathOf = (/** @type {string} */ format) => otherIdPaths[format] ?? 'id';
export const titlePathOf = (/** @type {string} */ format) => otherTitlePaths[format] ?? 'title';

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
 * An entry with values in its fields, and with what it takes that those are read: a title, names of authors and
 * organizations, a kind of attachment.
 *
 * @param {HostileFormat} format
 * @param {FieldKind} kind
 * @param {number} index
 * @param {ReadonlyMap<string, unknown>} values by path
 */
function entryOf({ format, entry, authors, organizations = {} }, kind, index, values) {
  const filled = structuredClone(entry);
  const paths = [...values.keys()];
  if (!paths.some(isTitle)) put(filled, titlePathOf(format), 'Note G');
  for (const [place, keys] of Object.entries({ ...authors, ...organizations })) {
    const isUsed = paths.some((path) => path.startsWith(`${place}.`));
    if (isUsed && !keys.some((key) => values.has(`${place}.${key}`))) put(filled, `${place}.${keys[0]}`, 'Analysts');
  }
  for (const [path, value] of values) put(filled, path, value);
  if (values.has(ATTACHMENT)) {
    put(filled, 'attachments.[].mime_type', kind === 'picture' ? 'video/mp4' : 'application/pdf');
  }
  const id = format === 'crossref' ? `10.1000/${index}` : format === 'openalex' ? `https://openalex.org/W${index}` : '';
  if (!values.has(idPathOf(format))) put(filled, idPathOf(format), id || `paper-${index}`);
  return filled;
}

const ATTACHMENT = 'attachments.[].url';

const isTitle = (/** @type {string} */ path) => ['title', 'title.[]', 'display_name', 'paper.title'].includes(path);

/**
 * A document with one entry per string.
 *
 * @param {HostileFormat} format
 * @param {FieldKind} kind
 * @param {readonly ReadonlyMap<string, unknown>[]} entries the values of each, by path
 */
export function documentOf(format, kind, entries) {
  return format.document(entries.map((values, index) => entryOf(format, kind, index, values)));
}
