/** Reads dates, counts, addresses and identifiers as feeds write them; what is not usable becomes `undefined`. */
import { readLine } from './read-text.js';

const ISO_DATE = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;
/** The end of the year 9999: beyond it ISO dates look different. */
const MAX_TIME = 253_402_300_800_000;

/**
 * A date in ISO 8601, UTC, as precise as it was written: `2026`, `2026-03`, `2026-03-26` or `2026-03-26T05:21:45.000Z`.
 * A time without zone is taken as UTC. Numbers are years, seconds or milliseconds since 1970, by their size.
 */
export function readDate(value: unknown): string | undefined {
  if (typeof value === 'number' && value >= 10_000) return toIso(value < 1e11 ? value * 1000 : value);
  const [, day, time, zone = 'Z'] = ISO_DATE.exec(readLine(value)?.slice(0, 50) ?? '') ?? [];
  return day && (time ? toIso(`${day}T${time}${zone.toUpperCase()}`) : toIso(day)?.slice(0, day.length));
}

function toIso(time: string | number): string | undefined {
  const date = new Date(time);
  return +date < MAX_TIME ? date.toISOString() : undefined;
}

/** A whole number ≥ 0, also one written as text. */
export function readCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) + 0 : undefined;
}

/** An address as it was written; `safeUrl` judges it when it is known what it is relative to. */
export function readAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}

const ARXIV_ID =
  /(?:^|arxiv[.:]|arxiv\.org\/[a-z]+\/|huggingface\.co\/papers\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?:$|[?#])/i;

/** An arXiv id without version, from the id itself or an address or DOI that holds it. */
export function readArxivId(value: unknown): string | undefined {
  return ARXIV_ID.exec(readLine(value) ?? '')?.[1];
}

/** A DOI without host, in lower case because DOIs are compared that way. */
export function readDoi(value: unknown): string | undefined {
  return /^(?:doi: ?|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i
    .exec(readLine(value) ?? '')?.[1]
    ?.toLowerCase();
}

/** `journal` and `journal-article`, `conference` and `proceedings-article`: sources have words of their own. */
export function readVenueKind(value: unknown): 'journal' | 'conference' | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('journal')) return 'journal';
  return /^(?:conf|proc)/.test(value) ? 'conference' : undefined;
}
