/** Basin (usebasin.com): collects sign-ups for the owner. `action` is the form's address. */
import * as z from 'zod/mini';
import { postFields } from './answer.js';
import type { Service } from './service.js';

/** What is posted; Basin keeps every field. */
export const basinRequest = () => z.looseObject({ email: z.string() });

export const basin: Service = { subscribe: postFields };
