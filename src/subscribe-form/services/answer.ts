/** What an answer means when the service has no rules of its own: HTTP status, then the usual words in JSON. */
import * as z from 'zod/mini';
import { cleanLine } from '../../shared/clean-text.js';
import type { SubscribeOutcome } from '../../shared/events.js';
import type { Answer, Service } from './service.js';

const MAX_DETAIL_LENGTH = 200;

/** Lenient: what is missing or odd says nothing. Built when there is an answer to read. */
const answerSchema = () => {
  const isNo = z.transform((value) => /^(false|0|no|[45]\d\d|(error|fail).*)$/i.test(String(value)));
  const text = z.transform((value) =>
    typeof value === 'string' ? cleanLine(value.slice(0, MAX_DETAIL_LENGTH)) : undefined,
  );
  const fault = z.object({ message: text, field: text });
  return z.object({
    ok: isNo,
    success: isNo,
    result: isNo,
    status: isNo,
    message: text,
    error: text,
    errors: z.transform((list) => fault.safeParse((list as unknown[] | undefined)?.[0]).data),
  });
};

/** A 2xx answer that says no "no" and names no fault confirms; a page of HTML is no answer to us; the rest failed. */
export function judge({ status, body }: Answer): SubscribeOutcome {
  const said = answerSchema().safeParse(body).data;
  const isNo = said && (said.ok || said.success || said.result || said.status);
  // Some services answer 200 and say in the body what was wrong.
  const fault = said?.error || said?.errors?.message || said?.errors?.field;
  if (status > 199 && status < 300 && !isNo && !fault) {
    return /^\s*</.test(String(body)) ? { name: 'handover', code: 'unread' } : { name: 'success', code: 'received' };
  }
  const detail = said?.message ?? said?.error ?? said?.errors?.message;
  return {
    name: 'error',
    code:
      status > 499
        ? 'server'
        : status === 429
          ? 'rate-limited'
          : status === 409 || /already/i.test(detail ?? '')
            ? 'already-subscribed'
            : /mail/i.test(`${detail} ${said?.errors?.field}`)
              ? 'invalid-address'
              : 'refused',
    status,
    detail,
  };
}

/**
 * Subscribes by posting the fields as they are. A service that sends no CORS headers gets them all the same; only its
 * answer stays unread.
 */
export const postFields: Service['subscribe'] = async ({ action }, fields, ask) => judge(await ask(action, fields));
