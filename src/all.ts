/** Registers the four elements. */
import './author-list/author-list.js';
import './paper-card/paper-card.js';
import './paper-feed/paper-feed.js';
import './subscribe-form/subscribe-form.js';

export * from './index.js';
