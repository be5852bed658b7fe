/** Netlify Forms. Netlify must have seen a form of this name in the page's static HTML when the site was deployed. */
import * as z from 'zod/mini';
import type { Service } from './service.js';

/** What the form posts besides its own fields. */
export const netlifyRequest = () => z.looseObject({ 'form-name': z.string() });

export const netlify: Service = {
  hidden: ({ lists }) => ({ 'form-name': lists }),
};
