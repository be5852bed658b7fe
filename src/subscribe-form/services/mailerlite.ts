/** MailerLite. Its answers cannot be read: native post only. */
import * as z from 'zod/mini';
import type { Service } from './service.js';

/** What the form posts. */
export const mailerliteRequest = () =>
  z.looseObject({ 'fields[email]': z.string(), 'ml-submit': z.literal('1'), anticsrf: z.literal('true') });

export const mailerlite: Service = {
  isNewTab: true,
  emailName: 'fields[email]',
  hidden: () => ({ 'ml-submit': '1', anticsrf: 'true' }),
};
