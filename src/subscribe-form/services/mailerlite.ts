/** MailerLite. Its answers cannot be read: native post only. */
import type { Service } from './service.js';

export const mailerlite: Service = {
  isNewTab: true,
  emailName: 'fields[email]',
  hidden: () => ({ 'ml-submit': '1', anticsrf: 'true' }),
};
