/** Every word that the elements say by themselves: English here, other languages added by `src/lang/`. */
import { createMemo } from './memo.js';

/** A text with `{placeholders}`, or one text per plural category of the language (Intl.PluralRules), chosen by `{n}`. */
export type Message = string | ({ readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string });

/** The English texts; their keys are what a language must have. */
export const english = {
  // <paper-feed>
  feedLabel: 'Papers',
  loading: 'Loading papers …',
  empty: 'No papers to show.',
  failed: 'The papers could not be loaded.',
  retry: 'Try again',
  showMore: 'Show more',
  shownCount: '{shown} of {total} papers shown',
  stale: 'From {age}: the latest papers could not be loaded.',
  missingSource: 'Not all sources could be loaded; missing: {sources}.',
  newPapers: { one: '{n} new paper', other: '{n} new papers' },
  showNew: 'Show',
  controls: 'Search and sort papers',
  search: 'Search papers',
  matches: { one: '{n} paper found', other: '{n} papers found' },
  noMatch: 'No paper matches “{query}”.',
  clearSearch: 'Clear search',
  sort: 'Sort by',
  sortFeed: 'Feed order',
  sortNewest: 'Newest',
  sortUpvotes: 'Most upvotes',
  sortComments: 'Most comments',
  sortStars: 'Most stars',
  sortTitle: 'Title',
  layout: 'Layout',
  layoutList: 'List',
  layoutGrid: 'Grid',
  layoutCompact: 'Compact',
  period: 'Period',
  periodAll: 'All papers',
  periodDay: 'Day',
  periodWeek: 'Week',
  periodMonth: 'Month',
  periodTrending: 'Trending',
  previous: 'Earlier',
  next: 'Later',
  weekOf: 'Week of {date}',
  weekend: 'No papers on weekends.',
  emptyPeriod: 'No papers for {period}.',
  showPeriod: 'Show {period}',
  // <paper-card>
  upvotes: { one: '{n} upvote', other: '{n} upvotes' },
  noUpvotes: 'no upvotes',
  comments: { one: '{count} comment', other: '{count} comments' },
  stars: { one: '{count} star', other: '{count} stars' },
  submittedBy: 'Submitted by {name}',
  more: 'more',
  less: 'less',
  moreOfAbstract: 'Show more of the abstract of {title}',
  lessOfAbstract: 'Show less of the abstract of {title}',
  aiSummary: 'AI summary',
  keywords: 'Keywords',
  code: 'Code',
  project: 'Project page',
  discussion: 'Discussion',
  linkOf: '{link}: {title}',
  cite: 'Cite',
  copyBibtex: 'Copy BibTeX',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyByHand: 'Not copied: the text is selected, copy it by hand.',
  playVideo: 'Play video',
  newTab: 'opens in a new tab',
  // <author-list>
  authors: { one: '{n} author', other: '{n} authors' },
  moreAuthors: { one: '+{n} more', other: '+{n} more' },
  fewerAuthors: 'Show fewer authors',
  // <subscribe-form>: texts of outcomes are named after the code of the event
  subscribeHeading: 'Get trending papers in your email inbox!',
  subscribeBadge: 'new',
  subscribeEmail: 'Email',
  subscribeButton: 'Subscribe',
  subscribeSending: 'Sending …',
  subscribeNoDot: 'Is the address complete? There is no dot after the @.',
  'subscribe-check-inbox': 'Almost done: open the link in the email we sent you.',
  'subscribe-subscribed': 'You are subscribed.',
  'subscribe-received': 'Your sign-up was received. If an email asks you to confirm, open its link.',
  'subscribe-new-tab': 'Continue in the new tab.',
  'subscribe-next-page': 'The next page says how it went.',
  'subscribe-mail': 'Send the email that your mail program shows.',
  'subscribe-unread':
    'Your sign-up may have arrived, but the newsletter service did not confirm it. If an email asks you to confirm, open its link.',
  'subscribe-invalid-address': 'Enter an email address like name@example.com.',
  'subscribe-consent-missing': 'Please tick the box first.',
  'subscribe-invalid-field': 'Please check this field.',
  'subscribe-already-subscribed': 'This address is already subscribed.',
  'subscribe-rate-limited': 'Too many tries. Please wait some minutes and try again.',
  'subscribe-refused': 'The newsletter service did not accept this.',
  'subscribe-server': 'The newsletter service has a problem. Please try again later.',
  'subscribe-network':
    'No answer from the newsletter service: your sign-up may not have arrived. Check your connection and your inbox before trying again.',
  'subscribe-timeout':
    'The newsletter service did not answer in time: your sign-up may not have arrived. Check your inbox before trying again.',
  'subscribe-csp': 'Nothing was sent: the security settings of this page block the newsletter service.',
  'subscribe-mixed-content': 'Nothing was sent: the connection to the newsletter service is not secure.',
  'subscribe-configuration': 'Nothing was sent: this form is not set up correctly.',
} satisfies Record<string, Message>;

export type MessageKey = keyof typeof english;

/** All texts of one language. */
export type Messages = { readonly [key in MessageKey]: Message };

/** A text in one language; `values.n` chooses the plural form and is written as that language writes numbers. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const languages = new Map<string, Messages>([['en', english]]);
const translators = new Map<string, Translate>();
const listeners = new Set<() => void>();

/**
 * Adds or replaces a language; elements on the page that want it draw themselves again.
 *
 * @param language BCP 47 tag, such as `fr` or `pt-BR`
 * @throws RangeError where it is none, such as `pt_BR`
 */
export function addMessages(language: string, messages: Messages): void {
  languages.set(String(new Intl.Locale(language)), messages);
  drawAgain();
}

/** Has all elements on the page draw themselves again, with new translators. */
export function drawAgain(): void {
  translators.clear();
  for (const listener of listeners) listener();
}

/** Calls back whenever a language has been added, or something else that changes what is drawn. Returns the function that stops it. */
export function onMessagesAdded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The texts for a BCP 47 tag: those of `pt-BR`, else of `pt`, else of any `pt-…`, else English. Only texts in the script
 * that the tag means: a page in `zh-TW` does not get the simplified characters of `zh-CN`.
 */
export function translatorFor(language: string): Translate {
  let translate = translators.get(language);
  if (!translate) translators.set(language, (translate = createTranslator(language)));
  return translate;
}

/** `zh-Hant` for `zh-TW`: what readers of a language can read. */
function writingOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}

const ENGLISH = /^en\b/;
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** The language that serves a tag; none where English has to help out. */
function findLanguage(tag: string): string | undefined {
  // Most pages add none, and to ask Intl about writings for the first time takes longer than to draw ten papers.
  if (languages.size === 1) return ENGLISH.test(tag) ? 'en' : undefined;
  const writing = writingOf(tag);
  return [tag, new Intl.Locale(tag).language, ...languages.keys()].find(
    (each) => languages.has(each) && writingOf(each) === writing,
  );
}

function createTranslator(language: string): Translate {
  const found = findLanguage(language);
  const messages = languages.get(found ?? 'en') ?? english;
  // Numbers and plurals follow the words: English words with Arabic digits would be neither.
  const locale = found ? language : 'en';
  const isEnglish = ENGLISH.test(found ?? 'en');
  const isTurned = !found && RIGHT_TO_LEFT.test(language);
  // Intl's formatters are dear to make, and English needs them only for large numbers.
  let plural: Intl.PluralRules | undefined;
  let number: Intl.NumberFormat | undefined;
  const formOf = (n: number) =>
    isEnglish ? (n === 1 ? 'one' : 'other') : (plural ??= new Intl.PluralRules(locale)).select(n);
  /** Texts and the names of their placeholders in turns. */
  const split = createMemo<readonly string[]>();
  const write = (n: number) =>
    !isEnglish || n >= 1000 ? (number ??= new Intl.NumberFormat(locale)).format(n) : String(n);
  return (key, values = {}) => {
    const message: Message = messages[key] ?? english[key];
    const text = typeof message === 'string' ? message : (message[formOf(Number(values.n))] ?? message.other);
    const filled = split(text, () => text.split(/\{(\w+)\}/)).map((piece, index) => {
      const value = index % 2 ? (Object.hasOwn(values, piece) ? values[piece]! : `{${piece}}`) : piece;
      return typeof value === 'number' ? write(value) : value;
    });
    const result = filled.join('');
    // English in a line that runs the other way would read "authors 7".
    return isTurned ? `\u2066${result}\u2069` : result;
  };
}
