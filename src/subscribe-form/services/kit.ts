/** Kit (formerly ConvertKit). `action` is the address in the form's embed code; the API with a key is not for pages. */
import * as z from 'zod/mini';
import { judge } from './answer.js';
import type { Service } from './service.js';

/** What the form posts. */
export const kitRequest = () => z.looseObject({ email_address: z.string() });

/** Whether a 200 confirms nothing: Kit wants to see first, on a page of its own, that the reader is a human. */
const kitAnswer = () => z.object({ status: z.transform((status) => status === 'quarantined') });

export const kit: Service = {
  emailName: 'email_address',
  async subscribe({ action }, fields, ask) {
    const answer = await ask(action, fields);
    const outcome = judge(answer);
    return outcome.name === 'success' && z.safeParse(kitAnswer(), answer.body).data?.status
      ? { name: 'handover', code: 'unread' }
      : outcome;
  },
};
