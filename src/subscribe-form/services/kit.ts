/** Kit (formerly ConvertKit). `action` is the address in the form's embed code; the API with a key is not for pages. */
import { postFields } from './answer.js';
import type { Service } from './service.js';

export const kit: Service = { emailName: 'email_address', subscribe: postFields };
