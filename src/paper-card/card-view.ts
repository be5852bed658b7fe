/** How a card is drawn: what a feed passes to all its cards, and what a card alone takes from its attributes. */
import type { Translate } from '../shared/messages.js';

export const layouts = ['list', 'grid', 'compact'] as const;
export type Layout = (typeof layouts)[number];

/** What a card can draw besides its title. */
export const cardFields = [
  'abstract',
  'thumbnail',
  'authors',
  'organization',
  'date',
  'upvotes',
  'comments',
  'stars',
  'keywords',
  'summary',
  'submitter',
  'links',
  'cite',
] as const;
export type CardField = (typeof cardFields)[number];

const always = ['authors', 'organization', 'date', 'upvotes', 'comments', 'stars'] as const;

/** What each layout draws when `show` says nothing. */
const fieldsOf: Readonly<Record<Layout, readonly CardField[]>> = {
  list: ['abstract', ...always],
  grid: ['thumbnail', ...always],
  compact: ['authors', 'organization', 'date', 'upvotes', 'comments'],
};

export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/** Frozen for one drawing; a new object means that something changed. */
export interface CardView {
  readonly layout: Layout;
  readonly fields: ReadonlySet<CardField>;
  /** Whether the owner asked for names and organisation both, which otherwise stand in for each other. */
  readonly hasAuthorsBesideOrganization: boolean;
  /** Lines of the abstract before it is cut; 0 = all. */
  readonly abstractLines: number;
  /** Names before "+4 more"; 0 = all. */
  readonly authorMax: number;
  readonly headingLevel: HeadingLevel;
  readonly highlight: readonly string[];
  readonly target: '_self' | '_blank';
  /** Keeps the place of the upvote box on cards without one, so that titles align. */
  readonly hasUpvoteColumn: boolean;
  /** How many papers a `role="feed"` has; -1 = unknown. Of no meaning elsewhere. */
  readonly setSize: number;
  /** What the reader searches for, folded; marked wherever it occurs. */
  readonly terms: readonly string[];
  readonly locale: string;
  readonly translate: Translate;
}

export const DEFAULT_ABSTRACT_LINES = 3;
export const DEFAULT_AUTHOR_MAX = 3;

/** The choices of an owner, as the attributes of a feed or a card hold them; anything may be missing. */
export interface CardChoices {
  layout?: Layout;
  show?: readonly CardField[];
  abstractLines?: number;
  authorMax?: number;
  highlight?: readonly string[];
  target?: '_self' | '_blank';
}

/** The choices with all defaults filled in. */
export function cardView(
  choices: CardChoices,
  rest: Pick<CardView, 'headingLevel' | 'hasUpvoteColumn' | 'setSize' | 'terms' | 'locale' | 'translate'>,
): CardView {
  const layout = choices.layout && layouts.includes(choices.layout) ? choices.layout : 'list';
  const show = choices.show ?? fieldsOf[layout];
  return {
    ...rest,
    layout,
    fields: new Set(show),
    hasAuthorsBesideOrganization: !!choices.show?.includes('authors') && choices.show.includes('organization'),
    abstractLines: choices.abstractLines ?? DEFAULT_ABSTRACT_LINES,
    authorMax: choices.authorMax ?? DEFAULT_AUTHOR_MAX,
    highlight: choices.highlight ?? [],
    target: choices.target === '_blank' ? '_blank' : '_self',
  };
}

/** Whether two views would be drawn alike. */
export function isSameView(a: CardView, b: CardView): boolean {
  const values = ({ fields, highlight, terms, ...rest }: CardView) => [
    [...fields].join(),
    highlight.join(';'),
    terms.join('\n'),
    ...Object.values(rest),
  ];
  const others = values(b);
  return values(a).every((value, index) => value === others[index]);
}
