/** Buttondown (buttondown.com). Its CAPTCHA and correction pages need a tab; `fetch` is ruled out by its documentation. */
import type { Service } from './service.js';

export const buttondown: Service = {
  emailName: 'email',
  isNewTab: true,
  hidden: ({ tags }) => ({ embed: '1', tag: tags }),
};
