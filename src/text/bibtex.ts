/** A paper as a BibTeX entry, for BibTeX and biber alike. What is not known is left out, and nothing is guessed. */
import type { Author, Paper } from '../feed/model.js';
import { safeUrl } from '../shared/safe-url.js';
import { foldText } from './search-terms.js';
import { textSegments } from './segments.js';

/** Signs that mean something to TeX, each before the command that draws it. BibTeX counts `\{` as a brace, so these too. */
const COMMANDS =
  '\\textbackslash {textbraceleft }textbraceright ~textasciitilde ^textasciicircum <textless >textgreater |textbar ';

/** Names of venues that say what they are; a journal may be named after a conference, so these come first. */
const JOURNAL =
  /\b(?:journal|transactions|letters|annals|reviews?|magazine|proceedings of the (?:ieee|vldb|national academy|royal society|acm on))\b/i;
const CONFERENCE =
  /\b(?:[Cc]onference|[Ww]orkshops?|[Ss]ymposium|Annual Meeting|Neural Information Processing Systems|NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|WACV|ACL|EMNLP|NAACL|AAAI|IJCAI|ICRA|IROS|CoRL|INTERSPEECH|SIGGRAPH)\b/;
const KNOWN_JOURNAL = /^(?:nature|science|cell|the lancet|plos)\b/i;

/** Words that only groups have in their names. */
const GROUP =
  / ?\b(?:Teams?|Groups?|Labs?|Laboratory|Consortium|Collaboration|Institute|University|Research|AI|Community|Project|Cent(?:er|re)|Intelligence|Technolog(?:y|ies))\b.*/;
/** Given name or initials, more initials, small words of the family name, family name; in this order, as sources print names. */
const PERSON =
  /^(\p{Lu}[\p{L}'’-]*\.?(?:[ -]?\p{Lu}(?!\p{L})\.?)*) ((?:(?:v[ao]n|de[nrl]?|della|d[aiou]s?|la|le|te[nr]|zu[mr]?|af) )*\p{Lu}[\p{L}'’-]*\p{L})$/u;
/** Letters of scripts in which the order of names is another, or not known. */
const OTHER_SCRIPT = /[^\p{Script=Latin} .'’-]/u;

/** Keys of entries have to be short enough to type. */
const MAX_KEY_PART = 30;

/**
 * The entry: `@article` or `@inproceedings` where the source or the venue's name says so, else `@misc`. The title is braced, so that no
 * style changes its capitals; Unicode stays. Names are turned round (`Lovelace, Ada`) where it is certain which part is
 * the family name, else they are braced as they stand.
 */
export function toBibtex(paper: Paper): string {
  const { arxivId, doi, organization, publishedAt, title } = paper;
  const authors = paper.authors.filter(({ name, hidden }) => name && !hidden);
  const venue = /^arxiv\b/i.test(paper.venue ?? '') ? undefined : paper.venue;
  const [type, venueField] = typeOf(venue, paper.venueKind);
  const year = /^\d{4}/.exec(publishedAt ?? '')?.[0];
  const url = arxivId ? `https://arxiv.org/abs/${arxivId}` : safeUrl(paper.url);
  const [archive, isOldId] = arxivId?.split('/') ?? [];
  const fields = {
    title: `{${titleOf(title)}}`,
    author: authorsOf(authors, paper.authorCount),
    organization: !authors.length && organization && escaped(organization.name),
    [venueField]: venue && escaped(venue),
    year,
    eprint: verbatim(arxivId),
    archivePrefix: arxivId && 'arXiv',
    // Numbers up to 2007 begin with their class; later ones do not tell it.
    primaryClass: isOldId && verbatim(archive),
    doi: verbatim(doi),
    url: doi && !arxivId && /^https?:\/\/(?:dx\.)?doi\.org\//.test(url ?? '') ? undefined : verbatim(url),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? `,\n  ${name} = {${value}}` : []));
  return `@${type}{${keyOf(authors[0], year, title)}${lines.join('')}\n}`;
}

function typeOf(venue = '', kind = kindOf(venue)): readonly [type: string, field: string] {
  if (!venue || !kind) return ['misc', 'howpublished'];
  return kind === 'journal' ? ['article', 'journal'] : ['inproceedings', 'booktitle'];
}

/** What the name of a venue says that it is. */
function kindOf(venue: string): Paper['venueKind'] {
  if (JOURNAL.test(venue)) return 'journal';
  if (CONFERENCE.test(venue)) return 'conference';
  return KNOWN_JOURNAL.test(venue) ? 'journal' : undefined;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}~^<>|&%$#_]/g, (sign) => {
    const at = COMMANDS.indexOf(sign);
    return at < 0 ? `\\${sign}` : `\\${COMMANDS.slice(at + 1, COMMANDS.indexOf(' ', at))}{}`;
  });
}

/** What stands in a field that is not typeset, such as an address: only braces could end it too early. */
const verbatim = (text: string | undefined) => text?.replace(/[{}\\\s]/g, encodeURIComponent);

/** Formulas as their letters and signs: commands of strangers have no place in somebody's document. */
function titleOf(title: string): string {
  return textSegments(title)
    .flatMap((segment) => (segment.kind === 'math' ? segment.segments : segment))
    .map(({ kind, text }) => {
      const script = { sup: 'super', sub: 'sub' }[kind as string];
      return script ? `\\text${script}script{${escaped(text)}}` : escaped(text);
    })
    .join('');
}

function authorsOf(authors: readonly Author[], count = 0): string {
  const names = authors.map(({ name }) => personOf(name)?.join(', ') ?? `{${escaped(name)}}`);
  return [...names, ...(names.length && count > names.length ? ['others'] : [])].join(' and ');
}

/** Family and given name, where certain. */
function personOf(name: string): readonly [family: string, given: string] | undefined {
  const inOrder = name.normalize().replace(/^([^,]+), ?([^,]+)$/, '$2 $1');
  const [, given, family] = (!OTHER_SCRIPT.test(inOrder) && !GROUP.test(inOrder) && PERSON.exec(inOrder)) || [];
  return given && family ? [family, given] : undefined;
}

/** `lovelace1843note`: family name, year, first longer word of the title; letters and digits only. */
function keyOf(author: Author | undefined, year = '', title: string): string {
  const plain = (text: string | undefined) => foldText(text ?? '').replace(/[^a-z\d]/g, '');
  const name = author?.name ?? '';
  const words = foldText(title).match(/[a-z\d]+/g) ?? [];
  const parts = [
    plain(personOf(name)?.[0] ?? name.replace(GROUP, '').split(' ').pop()) || 'paper',
    year,
    words.find((word) => word.length > 3) ?? words[0] ?? '',
  ];
  return parts.map((part) => part.slice(0, MAX_KEY_PART)).join('');
}
