/** Registers `<subscribe-form>`. */
import { warnIfForeign } from '../shared/registration.js';
import { SubscribeForm } from './subscribe-form.element.js';

if (!customElements.get('subscribe-form')) customElements.define('subscribe-form', SubscribeForm);
warnIfForeign('subscribe-form');
