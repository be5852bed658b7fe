/** How a subscription ends, whether `fetch` carries it or the browser posts the form. */
import { warnOnce } from '../shared/attributes.js';
import type { SubscribeOutcome } from '../shared/events.js';
import { watchPolicy } from '../shared/policy-report.js';
import type { Service, ServiceSettings } from './services/service.js';

/** For everything together, answers included. */
const TIMEOUT_MS = 15_000;

const blocked = (directive: string, url: string): SubscribeOutcome => {
  warnOnce(`<subscribe-form>: the page's Content Security Policy must allow ${directive} ${new URL(url).origin}`);
  return { name: 'error', code: 'csp' };
};

/**
 * Subscribes once. No POST is repeated here: after a failure nobody knows whether it arrived.
 *
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
  let url = settings.action;
  let isSimple = false;
  let isBlocked: (() => Promise<boolean>) | undefined;
  try {
    return await subscribe(settings, fields, async (address, body) => {
      url = address;
      isSimple = body === fields;
      isBlocked = watchPolicy('connect-src', url, limit);
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        body: isSimple ? fields : body && new Blob([JSON.stringify(body)], { type: 'application/json' }),
        headers: { accept: 'application/json' },
        cache: 'no-store',
        signal: limit,
      });
      const { status } = response;
      const text = await response.text();
      try {
        return { status, body: JSON.parse(text) as unknown };
      } catch {
        return { status, body: text };
      }
    });
  } catch {
    signal.throwIfAborted();
    if (timeout.aborted) return { name: 'error', code: 'timeout' };
    if (await isBlocked?.()) return blocked('connect-src', url);
    // A post of fields asks no leave (preflight): it arrived if a server can be reached, only the answer is withheld.
    if (isSimple && (await isReachable(url, limit))) return { name: 'handover', code: 'unread' };
    warnOnce(`<subscribe-form>: ${url} is out of reach, or does not let this page read its answer (CORS).`);
    return { name: 'error', code: 'network' };
  }
}

/** Whether a server answers at that address; what it answers stays hidden. */
const isReachable = (url: string, signal: AbortSignal) =>
  fetch(url, { method: 'HEAD', mode: 'no-cors', signal }).then(
    () => true,
    () => false,
  );

/** Looks on while the browser posts a form: handed over, unless the page's policy forbids it. */
export async function watchNativePost(
  url: string,
  isNewTab: boolean,
  done: AbortController,
): Promise<SubscribeOutcome> {
  const { signal } = done;
  const isBlocked = watchPolicy('form-action', url, signal);
  const leaving = new Promise<unknown>((resolve) => addEventListener('pagehide', () => resolve(false), { signal }));
  const wasBlocked = await Promise.race([isBlocked(), leaving]);
  done.abort();
  return wasBlocked ? blocked('form-action', url) : { name: 'handover', code: isNewTab ? 'new-tab' : 'next-page' };
}
