/** Substack. `action` is the address of the publication; the route is the one its own form uses, not an official one. */
import { routeOf, type Service } from './service.js';

export const substack: Service = {
  emailName: 'email',
  isNewTab: true,
  endpoint: ({ action }) => routeOf(action, 'api/v1/free?nojs=true'),
  hidden: ({ pageUrl }) => ({ first_url: pageUrl, current_url: pageUrl }),
};
