/** Brevo (formerly Sendinblue). `action` is the address in the form's embed code. */
import { judge } from './answer.js';
import type { Service } from './service.js';

export const brevo: Service = {
  emailName: 'EMAIL',
  botName: () => 'email_address_check',
  hidden: ({ locale }) => ({ locale: locale.slice(0, 2), OPT_IN: '1' }),
  subscribe: async ({ action }, fields, ask) => judge(await ask(action.replace(/(\?.*)?$/, '?isAjax=1'), fields)),
};
