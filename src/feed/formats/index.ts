/** The wire formats, as the rest of the data layer sees them. */
export type { FeedFormat, PeriodQuery } from './format.js';
export {
  detectFormat,
  type FormatChoice,
  formats,
  hasPeriods,
  openFeed,
  parseFeed,
  type ParseOptions,
  requestUrl,
} from './parse-feed.js';
