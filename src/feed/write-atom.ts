/** Writes a feed as Atom (RFC 4287), for feed readers. */
import { safeUrl } from '../shared/safe-url.js';
import type { Feed, Paper } from './model.js';

/** What an Atom document says besides the papers. */
export interface AtomOptions {
  /** Tells this feed from all others for ever: an absolute address, or a URN. */
  readonly id: string;
  /** Where the document will lie. */
  readonly feedUrl?: string;
  /** Stands in where the feed has no title. */
  readonly title?: string;
  /** BCP 47 tag of the language of the papers. */
  readonly language?: string;
  /** Stands for the date of papers that have none, ISO 8601. */
  readonly now: string;
  /** The document written before: what has no date of its own keeps the one it has there. */
  readonly before?: string;
}

/** What XML 1.0 forbids, even escaped: most controls, lone surrogates, and two code points that are no characters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, in content and in attributes. */
const escapeXml = (text: string) =>
  text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (character) => escapes[character]!)
    // A parser would make a line feed of it.
    .replaceAll('\r', '&#13;');

/** An element with text. */
const element = (name: string, text: string | undefined, attributes = '') =>
  text === undefined ? '' : `<${name}${attributes}>${escapeXml(text)}</${name}>`;

const link = (rel: string, href: string | undefined, attributes = '') =>
  href ? `<link rel="${rel}" href="${escapeXml(href)}"${attributes}/>` : '';

/** The document. The same feed gives the same text, whenever it is written, as long as all papers have dates. */
export function toAtom(feed: Feed, options: AtomOptions): string {
  const { id, feedUrl, language, now, before = '' } = options;
  const known = knownDates(before);
  const title = feed.title ?? options.title ?? 'Papers';
  const ids = new Set<string>();
  const entries = feed.papers.map((paper) => {
    const own = entryId(paper, id, ids);
    return { paper, id: own, updated: momentOf(paper.listedAt ?? paper.publishedAt) ?? known.get(own) ?? now };
  });
  const updated = entries
    .map((entry) => entry.updated)
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${language ? ` xml:lang="${escapeXml(language)}"` : ''}>`,
    element('id', id),
    element('title', title),
    element('subtitle', feed.description),
    element('updated', updated ?? known.get(id) ?? now),
    // Stands in for papers whose authors nobody knows.
    `<author>${element('name', title)}</author>`,
    '<generator>daily-papers</generator>',
    link('self', feedUrl, ' type="application/atom+xml"'),
    link('alternate', feed.homePageUrl),
    ...entries.map((entry) => toEntry(entry.paper, entry.id, entry.updated)),
    '</feed>',
    '',
  ]
    .filter((line, index, { length }) => line || index === length - 1)
    .join('\n');
}

function toEntry(paper: Paper, id: string, updated: string): string {
  const { title, url, abstract, publishedAt, authors, keywords, pdfUrl, codeUrl, discussionUrl } = paper;
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated),
    element('published', momentOf(publishedAt)),
    link('alternate', url),
    link('related', pdfUrl, ' title="PDF" type="application/pdf"'),
    link('related', codeUrl, ' title="Code"'),
    link('replies', discussionUrl),
    ...authors
      .filter(({ hidden }) => !hidden)
      .map(({ name, url: uri }) => `<author>${element('name', name)}${element('uri', uri)}</author>`),
    ...keywords.map((keyword) => `<category term="${escapeXml(keyword)}"/>`),
    element('content', abstract ?? title, ' type="text"'),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** An address that stays the same: the paper's id where that is one, else made of it. Two entries never share one. */
function entryId({ id, arxivId }: Paper, feedId: string, taken: Set<string>): string {
  const asDoi = /^10\.\d{4,9}\/\S+$/.test(id) ? `https://doi.org/${encodeURI(id)}` : undefined;
  const asArxiv = arxivId === id ? `https://arxiv.org/abs/${id}` : undefined;
  const own = `${feedId}#${encodeURIComponent(id.replace(FORBIDDEN, ''))}`;
  const address = [safeUrl(id), asArxiv, asDoi, own].find((each) => each && !taken.has(each)) ?? own;
  taken.add(address);
  return address;
}

/** A date as Atom wants it; of a month or year its first moment. */
function momentOf(iso: string | undefined): string | undefined {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The dates in a document that was written here. */
function knownDates(document: string): ReadonlyMap<string, string> {
  const pairs = document.matchAll(
    /<id>([^<]*)<\/id>\n<title>[^<]*<\/title>\n(?:<subtitle>[^<]*<\/subtitle>\n)?<updated>([^<]*)/g,
  );
  return new Map([...pairs].map(([, id = '', updated = '']) => [id.replaceAll('&amp;', '&'), updated]));
}
