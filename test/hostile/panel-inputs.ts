/** What the attributes of a panel may say, what its reader may do, and which papers must be on screen then. */
import fc from 'fast-check';
import type { Layout } from '../../src/paper-card/card-view.js';
import { LISTS, type ListName, PAPERS, titleOf } from './played-sources.js';

type PeriodKind = 'day' | 'week' | 'month';

/**
 * What dates stand for: themselves, and what they begin in. A month begins in no week and no day.
 */
const DATES: Readonly<Record<string, Readonly<Partial<Record<PeriodKind, string>>>>> = {
  '2025-03-25': { day: '2025-03-25', week: '2025-W13', month: '2025-03' },
  '2025-W12': { week: '2025-W12', day: '2025-03-17', month: '2025-03' },
  '2025-02': { month: '2025-02' },
};

const absent = undefined;

/**
 * Every attribute of `<paper-feed>` with values to choose from; `undefined` takes it away. Some are junk. Defaults are
 * not written out where the reader may have chosen otherwise: it is not said whether they are something new.
 * `src` is `list`, and always there: without it all runs would share one address.
 */
const VALUES = {
  list: [...LISTS],
  format: [absent, 'auto', 'json-feed', 'hugging-face'],
  heading: [absent, '', 'What we read'],
  byline: [absent, '', 'Every Monday'],
  'heading-level': [absent, 'auto', '2', '5', '9'],
  limit: [absent, '1', '4'],
  'page-size': [absent, '1', '2', '3', '5', '7'],
  pagination: [absent, 'more', 'none', 'scroll'],
  layout: [absent, 'compact', 'grid'],
  show: [absent, '', 'abstract authors', 'organization authors cite', 'upvotes comments stars', 'glitter'],
  'abstract-lines': [absent, '0', '3', '5', 'many'],
  'author-max': [absent, '0', '1', '-1'],
  highlight: [absent, '', 'A. Turing', 'Emmy Noether; Charles Babbage'],
  sort: [absent, 'newest', 'upvotes', 'comments', 'stars', 'title'],
  search: [absent, '', 'weaving', 'nowhere'],
  include: [absent, '', 'weaving', 'weav*; computing'],
  exclude: [absent, 'engine'],
  'min-upvotes': [absent, '0', '2'],
  'with-code': [absent, '', 'false'],
  period: [absent, 'none', 'day', 'week', 'month', 'trending'],
  date: [absent, ...Object.keys(DATES)],
  controls: [absent, 'search', 'sort layout', 'search sort period layout'],
  theme: [absent, 'auto', 'light', 'dark', 'blue'],
  loading: [absent, 'lazy', 'eager'],
  'refresh-minutes': [absent, '0', '5', '30'],
  cache: [absent, 'memory', 'session', 'local'],
  'timeout-ms': [absent, '5000', '20000'],
  target: [absent, '_self', '_blank'],
} as const;

type Values = typeof VALUES;
export type Name = keyof Values;

/** The name of every attribute that is tried. */
export const names = Object.keys(VALUES) as Name[];

/** What the attributes say now; `undefined` for those that are not there. */
export type Inputs = { [N in Name]?: Values[N][number] } & { list: ListName };

/** What the reader has done and the page has not overruled. */
export interface Choices {
  readonly search?: string;
  readonly sort?: NonNullable<Inputs['sort']>;
  readonly layout?: Layout;
  readonly period?: NonNullable<Inputs['period']>;
}

export type Step =
  | { readonly do: 'set'; readonly inputs: Partial<Inputs> }
  | { readonly do: 'choose'; readonly choices: Choices }
  | { readonly do: 'answer'; readonly at: number; readonly isGood: boolean }
  | { readonly do: 'move' | 'remove' | 'add' | 'blink' | 'more' | 'reload' | 'wait' };

const settingOf = (few: readonly Name[]) =>
  fc
    .constantFrom(...few)
    .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom<unknown>(VALUES[name][0], ...VALUES[name])))
    .map(([name, value]): Step => ({ do: 'set', inputs: { [name]: value } }));

const choice: fc.Arbitrary<Choices> = fc.oneof(
  fc.constantFrom('', 'again', 'nowhere').map((search) => ({ search })),
  fc.constantFrom('newest' as const, 'title' as const).map((sort) => ({ sort })),
  fc.constantFrom('list' as const, 'grid' as const).map((layout) => ({ layout })),
  fc.constantFrom('none' as const, 'day' as const, 'week' as const).map((period) => ({ period })),
);

const doing = ['move', 'remove', 'add', 'blink', 'more', 'reload', 'wait'] as const;

/** Attributes that have to do with each other. */
const KIN: Name[][] = [
  ['list', 'period', 'date', 'controls'],
  ['list', 'format', 'loading', 'refresh-minutes', 'cache', 'timeout-ms'],
  ['limit', 'page-size', 'pagination', 'layout'],
  ['search', 'sort', 'include', 'exclude', 'min-upvotes', 'with-code', 'controls'],
  ['heading', 'byline', 'heading-level', 'theme'],
  ['show', 'abstract-lines', 'author-max', 'highlight', 'layout', 'target'],
];

/** A few attributes that change again and again: of all together hardly one would change twice. */
const few = fc.oneof(fc.constantFrom(...KIN), fc.subarray(names, { minLength: 1, maxLength: 6 }));

/** What may happen. */
export const steps: fc.Arbitrary<Step[]> = few.chain((changing) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: settingOf(changing) },
      { weight: 1, arbitrary: choice.map((choices) => ({ do: 'choose' as const, choices })) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('answer' as const), at: fc.nat(5), isGood: fc.boolean() }),
      },
      { weight: 3, arbitrary: fc.record({ do: fc.constantFrom(...doing) }) },
    ),
    { maxLength: 25, size: 'max' },
  ),
);

/** What was found once, at random or by thinking: tried in every run. */
export const FOUND: [Step[]][] = [
  // An answer that came too late to be read, and a bad one while the panel is out of the page.
  [
    [
      { do: 'move' },
      { do: 'move' },
      { do: 'answer', at: 0, isGood: true },
      { do: 'remove' },
      { do: 'move' },
      { do: 'reload' },
      { do: 'answer', at: 0, isGood: false },
    ],
  ],
  // A panel that is told to load while it is out of the page.
  [[{ do: 'remove' }, { do: 'reload' }, { do: 'answer', at: 0, isGood: true }, { do: 'wait' }]],
  // One that comes back and goes again before it could ask.
  [[{ do: 'remove' }, { do: 'wait' }, { do: 'blink' }, { do: 'wait' }]],
  // A period that goes, and a date that stays: the date alone says which part of the time line it is.
  [
    [
      { do: 'set', inputs: { period: 'day' } },
      { do: 'set', inputs: { date: '2025-W12' } },
      { do: 'set', inputs: { period: undefined } },
    ],
  ],
];

/** Whether the format that the page names is that of the list. */
export function isReadable({ list, format = 'auto' }: Inputs): boolean {
  return format === 'auto' || format === (list === 'c' ? 'hugging-face' : 'json-feed');
}

/** Which papers a period leaves: all, those of a day, a week or a month, or none. */
function isInPeriod(inputs: Inputs, choices: Choices): (paper: (typeof PAPERS)[number]) => boolean {
  const isAsked = inputs.list === 'c';
  // With another kind of period the reader begins at its latest.
  const date = choices.period ? undefined : inputs.date;
  const ownKind = date === undefined ? undefined : date.length > 8 ? 'day' : date.includes('W') ? 'week' : 'month';
  const kind = choices.period ?? inputs.period ?? ownKind ?? 'none';
  if (kind === 'none' || kind === 'trending') return () => true;
  const at = date && DATES[date]?.[kind];
  if (at) return (paper) => paper[kind] === at;
  // Of Hugging Face's weeks and months, the latest is the present one.
  if (isAsked && kind !== 'day') return () => false;
  const latest = PAPERS.map((paper) => paper[kind] as string)
    .sort()
    .at(-1);
  return (paper) => paper[kind] === latest;
}

/** How many papers may be on screen. @param askedCount how many the reader has asked for by "Show more" */
export function shownLimit(inputs: Inputs, askedCount: number): number {
  if (inputs.pagination === 'none') return Number(inputs.limit ?? 100);
  return Math.max(askedCount, Number(inputs['page-size'] ?? 10));
}

/** What must be on screen of an answer, worked out without the library. */
export function expectedTitles(inputs: Inputs, choices: Choices, askedCount: number, answer: number): string[] {
  if (!isReadable(inputs)) return [];
  const { list, include, exclude, limit } = inputs;
  const query = choices.search ?? inputs.search ?? '';
  const sort = choices.sort ?? inputs.sort;
  const isShown = isInPeriod(inputs, choices);
  const papers = PAPERS.map((paper, upvotes) => ({ ...paper, upvotes })).filter(
    (paper) =>
      isShown(paper) &&
      paper.upvotes >= Number(inputs['min-upvotes'] ?? 0) &&
      (inputs['with-code'] !== '' || paper.hasCode) &&
      (!include || paper.word.includes('weaving') || (include !== 'weaving' && paper.word === 'computing')) &&
      !(exclude && paper.word.includes(exclude)) &&
      paper.word.includes(query),
  );
  if (sort === 'title') papers.sort((a, b) => (titleOf(a.word, list, 1) < titleOf(b.word, list, 1) ? -1 : 1));
  else if (sort === 'newest') papers.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  else if (sort) papers.reverse();
  return papers
    .slice(0, Number(limit ?? 100))
    .slice(0, shownLimit(inputs, askedCount))
    .map(({ word }) => titleOf(word, list, answer));
}
