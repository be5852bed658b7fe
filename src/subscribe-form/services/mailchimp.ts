/** Mailchimp. Its answers cannot be read (no CORS), and its JSONP would run its script in the page: native post only. */
import * as z from 'zod/mini';
import type { Service } from './service.js';

/** What the form posts, with a bot field whose name depends on the list. */
export const mailchimpRequest = () => z.looseObject({ EMAIL: z.string() });

export const mailchimp: Service = {
  isNewTab: true,
  emailName: 'EMAIL',
  botName({ action }) {
    const { searchParams } = new URL(action);
    return `b_${searchParams.get('u')}_${searchParams.get('id')}`;
  },
};
