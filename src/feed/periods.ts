/** Days, ISO weeks and months, always in UTC: the sources mean calendar days, not moments. */

export type PeriodKind = 'day' | 'week' | 'month';

const DAY_MS = 86_400_000;

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Monday is 0. */
const weekday = (time: number) => (new Date(time).getUTCDay() + 6) % 7;

/**
 * The day, week or month that a date lies in: `2026-03-26`, `2026-W13`, `2026-03`; `undefined` when the date does not
 * say (a month lies in no day) or is none.
 */
export function periodOf(iso: string, kind: PeriodKind): string | undefined {
  const known = kindOf(iso);
  const time = startOf(iso);
  if (time === undefined || !known || (known === 'month' && kind !== 'month')) return undefined;
  if (kind === 'month') return isoDay(time).slice(0, 7);
  if (kind === 'day') return isoDay(time);
  // A week belongs to the year that its Thursday lies in (ISO 8601).
  const thursday = time + (3 - weekday(time)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Which kind of period a text names; a moment names its day. `undefined` for a bare year and anything else. */
export function kindOf(at: string): PeriodKind | undefined {
  if (startOf(at) === undefined) return undefined;
  if (at.includes('W')) return 'week';
  return at.length > 7 ? 'day' : 'month';
}

/** When a day, week, month or moment begins, in milliseconds since 1970. */
export function startOf(at: string): number | undefined {
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(at) ?? [];
  // Date.parse alone would take "week 3" for a day in March.
  const time = year && week ? startOfWeek(Number(year), Number(week)) : /^\d{4}-\d\d/.test(at) ? Date.parse(at) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function startOfWeek(year: number, week: number): number {
  if (week < 1 || week > 53) return NaN;
  // January 4 always lies in week 1.
  const fourth = Date.UTC(year, 0, 4);
  return fourth + ((week - 1) * 7 - weekday(fourth)) * DAY_MS;
}

/** The period so many steps later (earlier when negative). */
export function stepPeriod(at: string, kind: PeriodKind, steps: 1 | -1): string | undefined {
  const start = startOf(at);
  if (start === undefined) return undefined;
  if (kind !== 'month') return periodOf(isoDay(start + steps * (kind === 'week' ? 7 : 1) * DAY_MS), kind);
  const date = new Date(start);
  return isoDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + steps, 1)).slice(0, 7);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  const time = startOf(day);
  return time !== undefined && weekday(time) > 4;
}
