/** Mailchimp. Its answers cannot be read (no CORS), and its JSONP would run its script in the page: native post only. */
import type { Service } from './service.js';

export const mailchimp: Service = {
  isNewTab: true,
  emailName: 'EMAIL',
  botName({ action }) {
    const { searchParams } = new URL(action);
    return `b_${searchParams.get('u')}_${searchParams.get('id')}`;
  },
};
