/** Which part of the time line is on screen, what lies before and after it, and its name. */
import type { ComplexAttributeConverter } from 'lit';
import { type FormatChoice, hasPeriods } from '../feed/formats/index.js';
import type { PeriodQuery } from '../feed/formats/format.js';
import type { Feed, Paper } from '../feed/model.js';
import { isWeekend, kindOf, type PeriodKind, periodOf, startOf, stepPeriod } from '../feed/periods.js';
import type { PaperView } from '../feed/select-papers.js';
import { oneOf, warnOnce } from '../shared/attributes.js';
import { formatDate } from '../shared/format.js';
import type { Translate } from '../shared/messages.js';

export const periodNames = ['none', 'day', 'week', 'month', 'trending'] as const;
export type Period = (typeof periodNames)[number];

/** What owner and reader want; both may be missing. */
export interface PeriodWish {
  readonly kind?: Period;
  /** ISO date, week or month; another kind than `kind` stands for the period that it begins in. */
  readonly at?: string;
}

/** A day with less than this share of the papers of the day before has hardly begun; the day before is shown. */
const BEGUN_SHARE = 0.25;

const { fromAttribute: readPeriod } = oneOf('period', ...periodNames);

/** Without the attribute it is open: a date alone says its kind. `none` says that all papers are shown. */
export const periodName: ComplexAttributeConverter<Period | undefined> = {
  fromAttribute: (value) => (value === null ? undefined : readPeriod!(value)),
};

/** Days, weeks and months as people type them; junk is none, with a warning. */
export const periodDate: ComplexAttributeConverter<string | undefined> = {
  fromAttribute(value) {
    const text = value?.trim();
    if (!text) return undefined;
    if (!kindOf(text))
      warnOnce(`date="${text.slice(0, 80)}" is not understood; allowed: 2026-03-26, 2026-W13, 2026-03.`);
    return kindOf(text) ? text : undefined;
  },
};

/** The day of a paper that lists go by. */
const dateOf = (paper: Paper) => paper.listedAt ?? paper.publishedAt;

/**
 * Sources that keep lists by period are asked for them; of all other feeds the papers of the period are shown. The
 * latest day is always taken from a feed's own papers: today's list may not have begun, and weekends have none.
 */
export class PeriodView {
  readonly #wish: () => PeriodWish;
  /** Whether the source is asked for periods. */
  #isAsked = false;
  /** The periods that the feed has papers of, oldest first, for each kind. */
  #known = new Map<PeriodKind, readonly string[]>();
  #feed?: Feed;
  #filter: Pick<PaperView, 'period' | 'at'> = {};

  constructor(wish: () => PeriodWish) {
    this.#wish = wish;
  }

  /** What is on screen; a date alone says its kind. */
  get kind(): Period {
    const { kind, at } = this.#wish();
    const wished = kind ?? kindOf(at ?? '') ?? 'none';
    return wished === 'trending' && !this.#isAsked ? 'none' : wished;
  }

  get kinds(): readonly Period[] {
    return periodNames.filter((kind) => kind !== 'trending' || this.#isAsked);
  }

  /** The period on screen; `undefined` when there is none, as for trending papers. */
  get at(): string | undefined {
    const kind = this.#dated;
    return kind && (this.#wished(kind) ?? this.#latest(kind));
  }

  get previousAt(): string | undefined {
    return this.#neighbour(-1);
  }

  get nextAt(): string | undefined {
    return this.#neighbour(1);
  }

  /** What the papers of the feed have to be selected by; nothing where the source has done it. */
  get filter(): Pick<PaperView, 'period' | 'at'> {
    return this.#filter;
  }

  /** The same of a feed that is not on screen yet: the latest period is its own. */
  filterOf(feed: Feed): Pick<PaperView, 'period' | 'at'> {
    const other = new PeriodView(this.#wish);
    other.#isAsked = this.#isAsked;
    other.update(feed, false);
    return other.filter;
  }

  /** What the source is to be asked for; `undefined` = its latest list. */
  question(urls: readonly string[], format: FormatChoice | undefined, base: string): PeriodQuery | undefined {
    const [url, another] = urls;
    const address = url && URL.canParse(url, base) ? new URL(url, base).href : undefined;
    this.#isAsked = !!address && !another && hasPeriods(address, format);
    if (!this.#isAsked) return undefined;
    if (this.kind === 'trending') return { period: 'trending' };
    const kind = this.#dated;
    const at = kind && (this.#wished(kind) ?? (kind === 'day' ? undefined : this.#latest(kind)));
    return kind && at ? { period: kind, at } : undefined;
  }

  /** @param isAwaited whether another period has been asked for than that of the feed: until it is there, nothing changes */
  update(feed: Feed | undefined, isAwaited: boolean): void {
    if (feed !== this.#feed) this.#known.clear();
    this.#feed = feed;
    if (isAwaited) return;
    const kind = this.#dated;
    const isSelectedHere = kind && (!this.#isAsked || (kind === 'day' && !this.#wished(kind)));
    this.#filter = isSelectedHere ? { period: kind, at: this.at } : {};
  }

  /** A period in words: `Mar 26`, `Week of Mar 23`, `March 2026`. */
  label(at: string, locale: string, translate: Translate): string {
    const kind = kindOf(at);
    const start = startOf(at);
    if (start === undefined) return at;
    if (kind === 'month') return formatDate(at, locale, Date.now(), 'long');
    const day = formatDate(new Date(start).toISOString(), locale, Date.now());
    return kind === 'week' ? translate('weekOf', { date: day }) : day;
  }

  /** Why there is no paper. */
  emptyText(locale: string, translate: Translate): string {
    const { at } = this;
    if (!at) return translate('empty');
    if (this.#isAsked && this.kind === 'day' && isWeekend(at)) return translate('weekend');
    return translate('emptyPeriod', { period: this.label(at, locale, translate) });
  }

  get #dated(): PeriodKind | undefined {
    const { kind } = this;
    return kind === 'none' || kind === 'trending' ? undefined : kind;
  }

  #wished(kind: PeriodKind): string | undefined {
    const { at } = this.#wish();
    return at && periodOf(at, kind);
  }

  /**
   * The last period with papers, where there is one that has begun: some papers are dated ahead. Of a source that is asked for
   * weeks and months, the present one.
   */
  #latest(kind: PeriodKind): string | undefined {
    const today = periodOf(new Date().toISOString(), kind);
    if (!this.#isAsked) {
      const known = this.#periodsOf(kind);
      return known.findLast((each) => !today || each <= today) ?? known.at(-1);
    }
    if (kind !== 'day') return today;
    const [last, before] = this.#periodsOf(kind).slice(-2).reverse();
    const countOf = (day: string) =>
      this.#feed?.papers.filter((paper) => periodOf(dateOf(paper) ?? '', 'day') === day).length ?? 0;
    const hasHardlyBegun = last && before && countOf(last) < countOf(before) * BEGUN_SHARE;
    return (hasHardlyBegun ? before : last) ?? today;
  }

  #periodsOf(kind: PeriodKind): readonly string[] {
    let known = this.#known.get(kind);
    if (!known) {
      const all = (this.#feed?.papers ?? []).map((paper) => periodOf(dateOf(paper) ?? '', kind));
      known = [...new Set(all.filter((each) => each !== undefined))].sort();
      this.#known.set(kind, known);
    }
    return known;
  }

  #neighbour(steps: 1 | -1): string | undefined {
    const { at } = this;
    const kind = this.#dated;
    if (!at || !kind) return undefined;
    if (!this.#isAsked) {
      const known = this.#periodsOf(kind);
      return steps === 1 ? known.find((each) => each > at) : known.findLast((each) => each < at);
    }
    let next = stepPeriod(at, kind, steps);
    while (next && kind === 'day' && isWeekend(next)) next = stepPeriod(next, kind, steps);
    const today = periodOf(new Date().toISOString(), kind);
    return next && today && next <= today ? next : undefined;
  }
}
