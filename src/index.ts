/** The classes, event classes and types. Registers nothing; safe to import where there is no DOM. */
export { AuthorList } from './author-list/author-list.element.js';
export { PaperCard } from './paper-card/paper-card.element.js';
export { PaperFeed } from './paper-feed/paper-feed.element.js';
export { SubscribeForm } from './subscribe-form/subscribe-form.element.js';
export * from './shared/events.js';
export { addMessages, type Message, type MessageKey, type Messages } from './shared/messages.js';
export { FeedError, type FeedErrorCode } from './feed/feed-error.js';
export type { Author, Feed, FormatName, Organization, Paper } from './feed/model.js';
export type { FeedStatus } from './paper-feed/feed-source.js';
