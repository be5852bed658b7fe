/** Any endpoint that takes a plain form post and answers with a page: the default. */
import type { Service } from './service.js';

export const form: Service = {
  hidden: ({ lists, tags }) => ({ list: lists, tag: tags }),
};
