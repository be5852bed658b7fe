/** Registers `<author-list>`. */
import { AuthorList } from './author-list.element.js';
import { warnIfForeign } from '../shared/registration.js';

if (!customElements.get('author-list')) customElements.define('author-list', AuthorList);
warnIfForeign('author-list');
