/** Brevo (formerly Sendinblue). `action` is the address in the form's embed code. */
import * as z from 'zod/mini';
import { judge } from './answer.js';
import type { Service } from './service.js';

/** What the form posts. */
export const brevoRequest = () =>
  z.looseObject({
    EMAIL: z.string(),
    email_address_check: z.string(),
    locale: z.string(),
    OPT_IN: z.literal('1'),
  });

export const brevo: Service = {
  emailName: 'EMAIL',
  botName: () => 'email_address_check',
  hidden: ({ locale }) => ({ locale: locale.slice(0, 2), OPT_IN: '1' }),
  subscribe: async ({ action }, fields, ask) => judge(await ask(action.replace(/\?.*|$/, '?isAjax=1'), fields)),
};
