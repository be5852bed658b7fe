/** Services that a page cannot post to: a link to their page, or a mail to their robot (Mailman, Google Groups). */
import type { Service } from './service.js';

export const link: Service = { isLink: true, isNewTab: true };
