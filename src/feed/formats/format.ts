/**
 * What a wire format is: how its documents are told apart, and where in them the fields of a paper are. One file per
 * format says so; `read-paper.ts` reads the values, for all formats with the same schema.
 */
import type { Feed, FormatName } from '../model.js';
import type { PaperField } from './read-paper.js';

/** What a format may need to know besides the document itself. */
export interface FormatContext {
  /** Where the document came from; relative addresses in it are resolved against this, in formats that allow them. */
  readonly url?: string;
  /** When it arrived, ISO 8601 in UTC. */
  readonly fetchedAt: string;
}

/**
 * A part of the time line that a reader asks for. `at` is an ISO date, week (`2026-W12`) or month (`2026-03`);
 * without it a source answers with its newest list. `trending` needs none.
 */
export interface PeriodQuery {
  readonly period: 'day' | 'week' | 'month' | 'trending';
  readonly at?: string;
}

/** Where a value is: paths for `pick`, or a function when it has to be made. What it gives may be anything. */
export type Source = string | ((entry: unknown) => unknown);

/** Where the fields of a paper, author or organization are in an entry. */
export type FieldTable<Field extends string = string> = Readonly<Partial<Record<Field, Source>>>;

/** A document opened: its entries and what it says about itself. */
export interface FeedPage extends Pick<Feed, 'title' | 'description'> {
  /** May be anything; the address is checked later. */
  readonly homePageUrl?: unknown;
  /** May be anything; the address is checked later. */
  readonly nextUrl?: unknown;
  /** As they are on the wire: anything. */
  readonly entries: readonly unknown[];
  /** Where the entries are, such as `message.items`; empty when the document is the list, or the only entry. */
  readonly path: string;
  /** What relative addresses are resolved against; without it they are dropped. */
  readonly base?: string;
  /** Stand in where an entry names no authors. */
  readonly authors?: unknown;
}

/** One wire format. All members are pure. */
export interface FeedFormat {
  readonly name: Exclude<FormatName, 'merged'>;
  /** The shape in short, for developers. */
  readonly expects: string;
  readonly paper: FieldTable<PaperField>;
  readonly author: FieldTable<'name' | 'url' | 'avatarUrl'>;
  readonly organization?: FieldTable<'name' | 'handle' | 'url' | 'logoUrl'>;
  /** Whether this address can only be this format's service. It decides nothing but empty answers and `requestUrl`. */
  matchesUrl?(url: URL): boolean;
  /** Whether a parsed document has this format's shape. */
  recognises(document: unknown): boolean;
  /** Whether `requestUrl` understands period queries for this address. */
  hasPeriods?(url: URL): boolean;
  /** The address to ask, with what the service needs added; what the owner wrote in it stays. Default: as it is. */
  requestUrl?(url: URL, query?: PeriodQuery): URL;
  /** Opens a document that this format recognises, or an empty list. Default: the list in it, or the document itself. */
  open?(document: unknown, context: Pick<FormatContext, 'url'>): Partial<FeedPage>;
  /** The parameter that makes this address that of the next page, if there is one. Asked only at the own service. */
  nextPage?(
    url: URL,
    document: unknown,
    entryCount: number,
  ): readonly [name: string, value: string | number] | undefined;
}
