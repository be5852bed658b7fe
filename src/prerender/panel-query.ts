/** What a panel with certain attributes would ask its source for, and which papers of the answer it would show. */
import { hasPeriods } from '../feed/formats/index.js';
import type { FeedQuery } from '../feed/load-feed.js';
import type { Feed } from '../feed/model.js';
import { selectPapers } from '../feed/select-papers.js';
import { DEFAULT_LIMIT } from '../paper-feed/feed-view.js';
import { PeriodView } from '../paper-feed/period-view.js';
import { PAGE, PanelOnServer } from './panel-on-server.js';

/** The attributes that a panel understands. */
export const panelAttributes: readonly string[] = PanelOnServer.observedAttributes;

/** Those of them that say which papers; all others say how they are shown. */
export const selectingAttributes = [
  'format',
  'limit',
  'sort',
  'include',
  'exclude',
  'min-upvotes',
  'with-code',
  'period',
  'date',
] as const;

/** A question and what to make of its answer. */
export interface PanelQuery {
  /** For `loadFeed`. */
  readonly query: FeedQuery;
  /** Time limit for an answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** How many papers the panel keeps; it asks for the next pages until it has so many. */
  readonly limit: number;
  /** The period that the answer will be about, where the source is asked for one: ISO date, week or month. */
  readonly at?: string;
  /** The papers of the answer that the panel would let through, in its order; the first page and all others. */
  select(feed: Feed): Feed;
  /** The period that these papers are of: the one asked for, or the one that the panel takes from the answer. */
  selectedAt(feed: Feed): string | undefined;
}

/** @param urls what is asked; files that have no address may stand among them */
export function panelQuery(urls: readonly string[], attributes: Readonly<Record<string, string>>): PanelQuery {
  const panel = new PanelOnServer();
  panel.readAttributes(attributes);
  const { include, exclude, minUpvotes, withCode, sort, limit = DEFAULT_LIMIT, timeoutMs } = panel;
  const format = panel.format === 'auto' ? undefined : panel.format;
  const period = new PeriodView(() => ({ kind: panel.period, at: panel.date }));
  const asked = period.question(urls, format, PAGE);
  const at = asked?.at ?? writtenPeriod(urls, format);
  return {
    query: { format, period: asked },
    timeoutMs,
    limit,
    at,
    select(feed) {
      const filter = period.filterOf(feed);
      const view = { include, exclude, minUpvotes, withCode, sort, limit, ...filter, locale: attributes.lang };
      return { ...feed, papers: selectPapers(feed, view).papers };
    },
    selectedAt: (feed) => period.filterOf(feed).at ?? at,
  };
}

/** The period that stands in the address itself. */
function writtenPeriod([url = '', another]: readonly string[], format: FeedQuery['format']): string | undefined {
  if (another || !URL.canParse(url) || !hasPeriods(url, format)) return undefined;
  const { searchParams } = new URL(url);
  return ['date', 'week', 'month'].map((name) => searchParams.get(name)).find((at) => at !== null) ?? undefined;
}
