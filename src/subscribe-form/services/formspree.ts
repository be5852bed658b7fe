/** Formspree (formspree.io): hands each sign-up to the owner's inbox or tools. `action` is the form's address. */
import { postFields } from './answer.js';
import type { Service } from './service.js';

export const formspree: Service = { botName: () => '_gotcha', subscribe: postFields };
