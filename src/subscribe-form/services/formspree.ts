/** Formspree (formspree.io): hands each sign-up to the owner's inbox or tools. `action` is the form's address. */
import * as z from 'zod/mini';
import { postFields } from './answer.js';
import type { Service } from './service.js';

/** What is posted; Formspree hands on every field. */
export const formspreeRequest = () => z.looseObject({ email: z.string(), _gotcha: z.optional(z.string()) });

export const formspree: Service = { botName: () => '_gotcha', subscribe: postFields };
