/** listmonk (listmonk.app): its public API, and its form page. `action` is the address of the installation. */
import * as z from 'zod/mini';
import { judge } from './answer.js';
import { routeOf, toJson, type Service } from './service.js';

/** What `api/public/subscription` takes. */
export const listmonkRequest = () =>
  z.looseObject({ email: z.string(), name: z.optional(z.string()), list_uuids: z.array(z.string()) });

/** Whether a confirmation mail is on its way. The documentation says `{"data": true}`; the source says this. */
const listmonkAnswer = () => z.object({ data: z.object({ has_optin: z.transform(Boolean) }) });

/** Readable only where the page's origin is among the installation's allowed origins (settings, security). */
export const listmonk: Service = {
  emailName: 'email',
  async subscribe({ action, lists }, fields, ask) {
    const answer = await ask(routeOf(action, 'api/public/subscription'), { ...toJson(fields), list_uuids: lists });
    const outcome = judge(answer);
    const said = z.safeParse(listmonkAnswer(), answer.body).data;
    return outcome.name === 'success' && said
      ? { name: 'success', code: said.data.has_optin ? 'check-inbox' : 'subscribed' }
      : outcome;
  },
};

/** What the form posts to `subscription/form`; `l` as often as there are lists. */
export const listmonkFormRequest = () =>
  z.looseObject({ email: z.string(), nonce: z.literal(''), l: z.string(), next: z.optional(z.string()) });

/** Needs no allowed origin. The bot field must arrive, and empty. */
export const listmonkForm: Service = {
  emailName: 'email',
  isNewTab: true,
  endpoint: ({ action }) => routeOf(action, 'subscription/form'),
  botName: () => 'nonce',
  hidden: ({ lists, redirect }) => ({ l: lists, next: redirect ?? [] }),
};
