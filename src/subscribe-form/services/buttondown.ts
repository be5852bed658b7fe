/** Buttondown (buttondown.com). Its CAPTCHA and correction pages need a tab; `fetch` is ruled out by its documentation. */
import * as z from 'zod/mini';
import type { Service } from './service.js';

/** What the form posts; `tag` as often as there are tags. */
export const buttondownRequest = () =>
  z.looseObject({ email: z.string(), embed: z.literal('1'), tag: z.optional(z.string()) });

export const buttondown: Service = {
  emailName: 'email',
  isNewTab: true,
  hidden: ({ tags }) => ({ embed: '1', tag: tags }),
};
