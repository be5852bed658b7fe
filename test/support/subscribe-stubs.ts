/** The tests' side of the newsletter services: make one, subscribe at it, read what it saw. */
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import type { ServiceName } from '../../src/subscribe-form/services/services.js';

/** A service, and what is the matter with it. */
export interface StubSettings {
  readonly service: ServiceName;
  /** What it answers instead of what it should; `invalid`: the service refuses the address. */
  readonly trouble?: 'invalid' | 'rate-limited' | 'server-error' | 'refused';
  /** Whether it sends CORS headers; `preflight`: it lets the page ask, but not read what a POST is answered. Default: yes. */
  readonly isReadable?: boolean | 'preflight';
  /** Whether it takes a POST and then breaks the connection. */
  readonly isCut?: boolean;
  /** Whether it takes a POST and sends the browser on to another origin. */
  readonly isElsewhere?: boolean;
  /** Whether answers wait for `release()`. */
  readonly isHeld?: boolean;
}

/** A request as the service saw it. */
export interface SeenSubscription {
  readonly method: string;
  /** With query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What breaks the service's contract. */
  readonly fault?: string;
}

export interface StubService {
  /** For `action`. */
  readonly url: string;
  /** All requests so far, as soon as there are as many. */
  requests(atLeast?: number): Promise<readonly SeenSubscription[]>;
  /** Those that subscribe. */
  posts(atLeast?: number): Promise<readonly SeenSubscription[]>;
  release(): Promise<void>;
}

/** How an attempt ended. */
export interface Ending {
  /** Such as `success received` or `error csp`. */
  readonly outcome: string;
  /** What the form says now. */
  readonly text: string;
}

const control = new URL('/__subscribe__/', location.href);

export async function makeService(settings: StubSettings): Promise<StubService> {
  const answer = await fetch(new URL('new', control), { method: 'POST', body: JSON.stringify(settings) });
  const { id, url } = (await answer.json()) as { id: string; url: string };
  const requests = async (atLeast = 0) => {
    const seen = await fetch(new URL(`requests/${id}?atLeast=${atLeast}`, control), { cache: 'no-store' });
    return (await seen.json()) as SeenSubscription[];
  };
  return {
    url,
    requests,
    posts: async (atLeast) => (await requests(atLeast)).filter(({ method }) => method === 'POST'),
    release: async () => void (await fetch(new URL(`release/${id}`, control))),
  };
}

/** Waits for the end of the next attempt, and reads what the form says then. */
export async function endOf(form: SubscribeForm): Promise<Ending> {
  const event = await new Promise<Event>((resolve) => {
    for (const name of ['success', 'handover', 'error'])
      form.addEventListener(`subscribe-${name}`, resolve, { once: true });
  });
  const code = (event as Event & { code: string }).code;
  return { outcome: `${event.type.replace('subscribe-', '')} ${code}`, text: messageOf(form) };
}

/** Lets the form draw what its surroundings have just changed: it hears of that one microtask later. */
export async function drawn(form: SubscribeForm): Promise<void> {
  await Promise.resolve();
  await form.updateComplete;
}

/** What the form's live regions say. */
export const messageOf = (form: Element): string =>
  [...form.querySelectorAll('[role=alert], [role=status]')]
    .map((region) => region.textContent.replace(/\s+/g, ' ').trim())
    .join('');

export const fieldOf = (form: Element): HTMLInputElement => form.querySelector('input[type=email]')!;
export const buttonOf = (form: Element): HTMLButtonElement => form.querySelector('button')!;

/** Types an address, as a reader does. */
export function type(form: Element, address: string): void {
  const field = fieldOf(form);
  field.focus();
  field.value = address;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const frames: HTMLIFrameElement[] = [];

/** Opens a page of its own with a form in it, under a Content Security Policy. */
export async function openFormPage(body: string, policy = ''): Promise<SubscribeForm> {
  const frame = document.createElement('iframe');
  const url = new URL('page', control);
  url.search = String(new URLSearchParams({ body, policy }));
  frame.src = url.href;
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await isLoaded;
  const form = frame.contentDocument!.querySelector('subscribe-form')!;
  await form.updateComplete;
  return form;
}

/** For `afterEach`. */
export function closeFormPages(): void {
  for (const frame of frames.splice(0)) frame.remove();
}
