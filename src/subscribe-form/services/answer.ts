/** What an answer means when the service has no rules of its own: HTTP status, then the usual words in JSON. */
import * as z from 'zod/mini';
import { cleanLine } from '../../shared/clean-text.js';
import type { SubscribeOutcome } from '../../shared/events.js';
import type { Answer, Service } from './service.js';

const MAX_DETAIL_LENGTH = 200;

/** Also a whole answer may be such a word: WordPress says `0` or `-1`. A list says what its first entry says. */
const saysNo = (value: unknown): boolean =>
  Array.isArray(value)
    ? saysNo(value[0])
    : Object(value) !== value && /^\s*((false|0|-1|no|[45]\d\d)\s*$|error|fail|invalid)/i.test(String(value));

/** Whether a value under the name of an error is one: words, `true`, or a list or an object with any of these in it. */
const isFault = (value: unknown): boolean =>
  typeof value === 'object'
    ? Object.values(value ?? {}).some(isFault)
    : !/^"?(false|0|no|none|null)?"?$/i.test(JSON.stringify(value ?? ''));

/** Whether an answer itself has a fault of that name: a page may have added one to all objects, texts included. */
const hasFault = (body: unknown, name: string) =>
  typeof body === 'object' &&
  !!body &&
  Object.hasOwn(body, name) &&
  isFault((body as Readonly<Record<string, unknown>>)[name]);

/** Lenient: what is missing or odd says nothing. Built when there is an answer to read. */
const answerSchema = () => {
  const isNo = z.transform(saysNo);
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
    errors: z.transform((list) => z.safeParse(fault, (list as unknown[] | undefined)?.[0]).data),
  });
};

/**
 * A 2xx answer that says no "no" and names no fault confirms; the rest failed. A page of HTML is no answer to us, nor is
 * JSON that breaks off: WebKit takes a cut answer for a whole one.
 */
export function judge({ status, body }: Answer): SubscribeOutcome {
  const said = z.safeParse(answerSchema(), body).data;
  const isNo = saysNo(body) || (said && (said.ok || said.success || said.result || said.status));
  // Some services answer 200 and say in the body that something was wrong, in whatever shape.
  if (status > 199 && status < 300 && !isNo && !hasFault(body, 'error') && !hasFault(body, 'errors')) {
    return typeof body === 'string' && /^\s*[<{[]/.test(body)
      ? { name: 'handover', code: 'unread' }
      : { name: 'success', code: 'received' };
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
