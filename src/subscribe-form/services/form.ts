/** Any endpoint that takes a plain form post and answers with a page: the default. */
import * as z from 'zod/mini';
import type { Service } from './service.js';

/** What the form posts besides the address, which has the name that the page chooses; a name may occur more than once. */
export const formRequest = () => z.looseObject({ list: z.optional(z.string()), tag: z.optional(z.string()) });

export const form: Service = {
  hidden: ({ lists, tags }) => ({ list: lists, tag: tags }),
};
