/** Netlify Forms. Netlify must have seen a form of this name in the page's static HTML when the site was deployed. */
import type { Service } from './service.js';

export const netlify: Service = {
  hidden: ({ lists }) => ({ 'form-name': lists }),
};
