/** Basin (usebasin.com): collects sign-ups for the owner. `action` is the form's address. */
import { postFields } from './answer.js';
import type { Service } from './service.js';

export const basin: Service = { subscribe: postFields };
