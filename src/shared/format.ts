/** Numbers and dates as readers write them. Dates are calendar days in UTC: the sources mean days, not moments. */
import { createMemo } from './memo.js';

/** Intl formatters are dear to make: one per locale and kind. */
const dateFormats = createMemo<Intl.DateTimeFormat>();
const countFormats = createMemo<Intl.NumberFormat>();
const ageFormats = createMemo<Intl.RelativeTimeFormat>();

/** They are dear to ask, too, and a feed has few different days and counts. */
const texts = createMemo<string>(2000);

/** A count in at most four characters or so: `7`, `999`, `3.29k`; where a language has no such word, all of it: `3.294`. */
export function formatCount(count: number, locale: string): string {
  const isEnglish = locale.startsWith('en');
  // Most counts on most pages: a formatter takes as long to make as several cards to draw.
  const digits = String(count);
  if (isEnglish && digits.length < 4) return digits;
  return texts(`${locale} ${count}`, () => {
    // Without a word for thousands, three digits alone would make 3294 a false 3290.
    const options = {
      notation: 'compact',
      maximumSignificantDigits: 3,
      maximumFractionDigits: 0,
      roundingPriority: 'morePrecision',
    } as const;
    const text = countFormats(locale, () => new Intl.NumberFormat(locale, options)).format(count);
    return isEnglish ? text.replace('K', 'k') : text;
  });
}

/**
 * A date as precise as it is known: `Jan 8` in the current year, `Jul 23, 2023` otherwise, `Mar 2024`, `1987`.
 * Text that is no ISO 8601 date gives an empty string.
 *
 * @param iso `2026-03-26T05:21:45.000Z`, `2026-03-26`, `2026-03` or `2026`
 * @param now milliseconds since 1970, for the current year
 */
export function formatDate(iso: string, locale: string, now: number, style: 'short' | 'long' = 'short'): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const hasMonth = iso.length > 4;
  const hasDay = iso.length > 7;
  const isThisYear = new Date(time).getUTCFullYear() === new Date(now).getUTCFullYear();
  const withYear = style === 'long' || !hasDay || !isThisYear;
  if (/^en(-US)?$/.test(locale)) return inEnglish(new Date(time), style, withYear, hasMonth, hasDay);
  const key = `${locale} ${style}${Number(withYear)}${Number(hasMonth)}${Number(hasDay)}`;
  const create = () =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      // Papers are dated, and periods counted, by this calendar wherever they are read.
      calendar: 'gregory',
      ...(withYear && { year: 'numeric' }),
      ...(hasMonth && { month: style }),
      ...(hasDay && { day: 'numeric' }),
    });
  return texts(`${key} ${Math.floor(time / DAY_MS)}`, () => dateFormats(key, create).format(time));
}

const DAY_MS = 86_400_000;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** As Intl writes it. The first formatter of a page takes longer to make than ten cards to draw, and most pages need no other. */
function inEnglish(date: Date, style: 'short' | 'long', withYear: boolean, hasMonth: boolean, hasDay: boolean): string {
  const month = MONTHS[date.getUTCMonth()]!;
  const day = hasDay ? ` ${date.getUTCDate()}${withYear ? ',' : ''}` : '';
  const start = hasMonth ? (style === 'long' ? month : month.slice(0, 3)) + day : '';
  return [start, withYear && date.getUTCFullYear()].filter(Boolean).join(' ');
}

const UNITS = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago, in the largest unit that fits: `3 hours ago`; at least a minute. */
export function formatAge(iso: string, locale: string, now: number): string {
  const age = Math.max(0, now - Date.parse(iso));
  const [unit, ms] = UNITS.find(([, each]) => age >= each) ?? (['minute', 60_000] as const);
  const format = ageFormats(locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  return format.format(-Math.max(1, Math.floor(age / ms)), unit);
}
