/** How a subscription ends, whether `fetch` carries it or the browser posts the form. */
import { aborted } from '../shared/aborted.js';
import { warnOnce } from '../shared/attributes.js';
import type { SubscribeOutcome } from '../shared/events.js';
import { nextTask } from '../shared/next-task.js';
import { watchPolicy } from '../shared/policy-report.js';
import type { Service, ServiceSettings } from './services/service.js';

/** For everything together, answers included. */
const TIMEOUT_MS = 15_000;

/** For the report that the browser posts no form: it comes from another process, on a busy device late. */
const NATIVE_REPORT_WAIT_MS = 500;

/**
 * What a policy's report means. A policy that may allow the address itself stopped what came after: the service took the
 * post and sent the browser on to another address (redirect), but reports name the first one only.
 */
function blocked(url: string, { effectiveDirective, originalPolicy }: SecurityPolicyViolationEvent): SubscribeOutcome {
  const { origin, hostname, protocol } = new URL(url);
  warnOnce(
    `<subscribe-form>: the page's Content Security Policy must allow ${effectiveDirective} ${origin}, and any address that it redirects to`,
  );
  const directives = originalPolicy.split(';').map((each) => each.trim().toLowerCase().split(/\s+/));
  const find = (name: string) => directives.find(([each]) => each === name);
  const mayAllow = (find(effectiveDirective) ?? find('default-src'))?.some(
    (source, i) =>
      i &&
      (source === "'self'"
        ? origin === location.origin
        : source === protocol || source.includes('*') || source.includes(hostname)),
  );
  return mayAllow ? { name: 'handover', code: 'unread' } : { name: 'error', code: 'csp' };
}

/**
 * Subscribes once. No POST is repeated here: after a failure nobody knows whether it arrived.
 *
 * @param signal to be aborted afterwards as well: until then it listens for reports of the page's policy
 * @throws the signal's reason when that aborts
 */
export async function submit(
  subscribe: NonNullable<Service['subscribe']>,
  settings: ServiceSettings,
  fields: URLSearchParams,
  signal: AbortSignal,
): Promise<SubscribeOutcome> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const limit = AbortSignal.any([signal, timeout]);
  const end = aborted(limit);
  let url = settings.action;
  let isSimple = false;
  let isBlocked: ReturnType<typeof watchPolicy> | undefined;
  try {
    return await subscribe(settings, fields, async (address, body) => {
      url = address;
      isSimple = body === fields;
      isBlocked = watchPolicy('connect-src', url, limit);
      const asking = fetch(url, {
        method: body ? 'POST' : 'GET',
        body: isSimple ? fields : body && new Blob([JSON.stringify(body, asItIs)], { type: 'application/json' }),
        headers: { accept: 'application/json' },
        cache: 'no-store',
        signal: limit,
      });
      const response = await Promise.race([asking, end]);
      const { status } = response;
      const text = await Promise.race([response.text(), end]);
      try {
        return { status, body: JSON.parse(text, ownFields) as unknown };
      } catch {
        return { status, body: text };
      }
    });
  } catch {
    signal.throwIfAborted();
    if (timeout.aborted) return { name: 'error', code: 'timeout' };
    const report = await isBlocked?.();
    if (report) return blocked(url, report);
    // A post of fields asks no leave (preflight). If a server can be reached, the post may have arrived all the same.
    if (isSimple && (await Promise.race([isReachable(url, limit), end.catch(() => false)])))
      return { name: 'handover', code: 'unread' };
    warnOnce(`<subscribe-form>: ${url} is out of reach, or does not let this page read its answer (CORS).`);
    return { name: 'error', code: 'network' };
  }
}

/** Past `toJSON`, with which old versions of Prototype make texts of lists. */
function asItIs(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

/**
 * Without what a page adds to all objects: an `error` there is none of the service's. The copy has no prototype in the one
 * script, where scripts/own-objects.mjs sees to that.
 */
const ownFields = (_: string, value: unknown) =>
  typeof value === 'object' && value && !Array.isArray(value) ? { ...value } : value;

/** Whether a server answers at that address; what it answers stays hidden. */
const isReachable = (url: string, signal: AbortSignal) =>
  fetch(url, { method: 'HEAD', mode: 'no-cors', signal }).then(
    () => true,
    () => false,
  );

/**
 * Looks on while the browser posts a form: handed over, unless the page's policy forbids it. As long as the next page is
 * on its way the form is under way, and a second click posts nothing.
 *
 * @param event the form's `submit`
 * @param handover what it is when all goes well
 * @param done to be aborted afterwards, as with `submit`
 * @throws where the page itself stopped the browser, in a listener that came after ours, or when aborted
 */
export async function watchNativePost(
  event: Event,
  url: string,
  handover: 'next-page' | 'new-tab' | 'unread',
  done: AbortController,
): Promise<SubscribeOutcome> {
  const { signal } = done;
  const isBlocked = watchPolicy('form-action', url, signal);
  const isNext = handover === 'next-page';
  const leaving = new Promise<boolean>((resolve) => {
    addEventListener('pagehide', () => resolve(true), { signal });
    signal.addEventListener('abort', () => resolve(false));
  });
  // One task later all listeners of the event have run.
  await nextTask();
  if (event.defaultPrevented) done.abort();
  signal.throwIfAborted();
  const seen = await Promise.race([isBlocked(isNext ? TIMEOUT_MS : NATIVE_REPORT_WAIT_MS), leaving]);
  signal.throwIfAborted();
  if (typeof seen === 'object') return blocked(url, seen);
  // A download, or an answer without content: no page came.
  return { name: 'handover', code: isNext && !seen ? 'unread' : handover };
}
