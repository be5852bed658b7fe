/** The entry `daily-papers/feed.js`: papers from anywhere, as data. Runs without a DOM. */
export { describeFeed, type FeedDescription } from './describe/describe-feed.js';
export type { FeedProblem } from './describe/feed-problem.js';
export { FeedError, type FeedErrorCode } from './feed-error.js';
export {
  detectFormat,
  type FeedFormat,
  type FormatChoice,
  formats,
  hasPeriods,
  parseFeed,
  type ParseOptions,
  type PeriodQuery,
  requestUrl,
} from './formats/index.js';
export { type JsonFeedOptions, toJsonFeed } from './formats/write-json-feed.js';
export { cachedFeed, type CacheName, type FeedQuery, loadFeed, type LoadOptions } from './load-feed.js';
export { type FeedFailure, type LoadedFeeds, loadFeeds } from './load-feeds.js';
export { mergeFeeds } from './merge-feeds.js';
export { type Author, type Feed, type FormatName, formatNames, type Organization, type Paper } from './model.js';
export { type PaperSelection, type PaperSort, type PaperView, selectPapers } from './select-papers.js';
export { appendPage } from './update-feed.js';
export { type AtomOptions, toAtom } from './write-atom.js';
