/** Ghost (ghost.org), self-hosted or not: its members API, as Ghost 5.130.6 answers. `action` is the address of the site. */
import * as z from 'zod/mini';
import { judge } from './answer.js';
import { routeOf, toJson, type Service } from './service.js';

/** What `send-magic-link` takes. Other fields of the page's form go along; Ghost ignores them. */
export const ghostRequest = () =>
  z.looseObject({
    email: z.string(),
    emailType: z.literal('signup'),
    /** From `integrity-token`: good for five minutes; optional in Ghost 5, mandatory in 6. */
    integrityToken: z.optional(z.string()),
    name: z.optional(z.string()),
    honeypot: z.optional(z.string()),
    labels: z.array(z.string()),
    /** Empty: the newsletters that the site gives to everybody. */
    newsletters: z.array(z.object({ id: z.string() })),
    /** Where the link in the mail leads; Ghost follows only addresses of its own site. */
    redirect: z.optional(z.string()),
  });
type GhostRequest = Omit<z.infer<ReturnType<typeof ghostRequest>>, 'email' | 'name' | 'honeypot'>;

export const ghost: Service = {
  emailName: 'email',
  botName: () => 'honeypot',
  async subscribe({ action, lists, tags, redirect }, fields, ask) {
    const send = async () => {
      const { status, body: token } = await ask(routeOf(action, 'members/api/integrity-token/'));
      // Digits alone have been read as a number.
      const isToken = status === 200 && (typeof token === 'string' || typeof token === 'number');
      const request: GhostRequest = {
        ...toJson(fields),
        emailType: 'signup',
        integrityToken: isToken ? String(token) : undefined,
        labels: [...tags],
        newsletters: lists.map((id) => ({ id })),
        redirect,
      };
      return judge(await ask(routeOf(action, 'members/api/send-magic-link/'), request));
    };
    let outcome = await send();
    // An outdated token: nothing was accepted, so one more request with a new one cannot subscribe anybody twice.
    if (outcome.name === 'error' && outcome.status === 400 && /understood/.test(outcome.detail ?? '')) {
      outcome = await send();
    }
    // Ghost always mails a link first; its answer does not say so.
    return outcome.name === 'success' ? { name: 'success', code: 'check-inbox' } : outcome;
  },
};
