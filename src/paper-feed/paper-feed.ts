/** Registers `<paper-feed>` with the elements that it draws. */
import '../paper-card/paper-card.js';
import { warnIfForeign } from '../shared/registration.js';
import { PaperFeed } from './paper-feed.element.js';

if (!customElements.get('paper-feed')) customElements.define('paper-feed', PaperFeed);
warnIfForeign('paper-feed');
