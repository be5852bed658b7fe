/** Substack. `action` is the address of the publication; the route is the one its own form uses, not an official one. */
import * as z from 'zod/mini';
import { routeOf, type Service } from './service.js';

/** What the form posts. */
export const substackRequest = () => z.looseObject({ email: z.string(), first_url: z.url(), current_url: z.url() });

export const substack: Service = {
  emailName: 'email',
  isNewTab: true,
  endpoint: ({ action }) => routeOf(action, 'api/v1/free?nojs=true'),
  hidden: ({ pageUrl }) => ({ first_url: pageUrl, current_url: pageUrl }),
};
