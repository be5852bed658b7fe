/** Registers `<paper-card>` with the elements that it draws. */
import '../author-list/author-list.js';
import { isOurs, warnIfForeign } from '../shared/registration.js';
import { PaperCard } from './paper-card.element.js';

if (!customElements.get('paper-card')) customElements.define('paper-card', PaperCard);
warnIfForeign('paper-card');

// Polymer has a <paper-card> too. Where the tag is taken, a feed draws its cards under this name instead.
if (!isOurs('paper-card') && !customElements.get('daily-papers-card')) {
  customElements.define('daily-papers-card', PaperCard);
}
