import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/subscribe-form/subscribe-form.js';
import { stubFetch, type StubAnswer } from './stub-fetch.js';

const { args, argTypes, template } = getStorybookHelpers('subscribe-form');

const action = 'https://lab.example/newsletter';
const ENDINGS = ['subscribe-success', 'subscribe-handover', 'subscribe-error'];

/**
 * Lets the browser post into a frame that stays empty. The event goes on as on any page, for the form tells an ending only
 * when nobody stops the browser; but no request leaves the story.
 */
function divert({ target, defaultPrevented }: Event): void {
  if (defaultPrevented || !(target instanceof HTMLFormElement)) return;
  const before = ['action', 'target'].map((name) => [name, target.getAttribute(name)] as const);
  target.setAttribute('action', 'data:text/plain,');
  target.setAttribute('target', 'sink');
  setTimeout(() => {
    for (const [name, value] of before) {
      if (value === null) target.removeAttribute(name);
      else target.setAttribute(name, value);
    }
    // The story stays; the form waits for the next page.
    dispatchEvent(new PageTransitionEvent('pagehide'));
  });
}

/** A page around the form. */
const page = (
  content: TemplateResult,
  style: string | typeof nothing = nothing,
  { dir, lang }: { dir?: 'rtl'; lang?: string } = {},
): TemplateResult => html`
  <div style=${style} dir=${dir ?? 'ltr'} lang=${lang ?? 'en'} @submit=${divert}>${content}</div>
  <iframe name="sink" title="Where the form is posted" hidden></iframe>
`;

const meta: Meta = {
  title: 'subscribe-form',
  component: 'subscribe-form',
  args: { ...args, action },
  argTypes,
  beforeEach: () => stubFetch('offline'),
  render: (story) => page(template(story)),
};

export default meta;

const inside = (style: string, around?: { dir?: 'rtl'; lang?: string }) => ({
  render: (story: Record<string, unknown>): TemplateResult => page(template(story), style, around),
});

/** Types an address and presses the button; `isOver` waits until the form says how it ended. */
const send =
  (address: string, isOver = true): StoryObj['play'] =>
  async ({ canvasElement }) => {
    const form = canvasElement.querySelector('subscribe-form')!;
    await form.updateComplete;
    const field = form.querySelector<HTMLInputElement>('input[type=email]')!;
    field.value = address;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    const end = Promise.race(ENDINGS.map((name) => new Promise((resolve) => form.addEventListener(name, resolve))));
    form.querySelector('button')!.click();
    if (isOver) await end;
    await form.updateComplete;
  };

/** What a reader sees when the service answers so. */
const answered = (service: string, ...answers: StubAnswer[]): StoryObj => ({
  args: { service, badge: 'new' },
  beforeEach: () => stubFetch(...answers),
  play: send('ada@lab.example'),
});

export const Plain: StoryObj = {};

export const Badge: StoryObj = { name: 'With a badge', args: { badge: 'new' } };

export const Wide: StoryObj = { name: 'Wide: 700 px', args: { badge: 'new' }, ...inside('width: 700px') };

export const Compact: StoryObj = { name: 'Compact: 400 px', args: { badge: 'new' }, ...inside('width: 400px') };

export const Narrow: StoryObj = { name: 'Narrow: 240 px', args: { badge: 'new' }, ...inside('width: 240px') };

export const FieldOnly: StoryObj = { name: 'Without a heading', args: { heading: '' } };

export const Consent: StoryObj = {
  name: 'With a consent box',
  args: { badge: 'new', consent: 'You may keep my address to send me the newsletter, until I say otherwise.' },
};

export const OwnForm: StoryObj = {
  name: 'Around the page’s own form',
  render: () =>
    page(html`
      <subscribe-form>
        <form method="post" action=${action}>
          <p><mark>new</mark> Papers on Fridays</p>
          <label>Your email <input type="email" name="email" autocomplete="email" required /></label>
          <button>Send me the list</button>
        </form>
      </subscribe-form>
    `),
};

export const NewTab: StoryObj = {
  name: 'A service in a new tab',
  args: { service: 'buttondown', action: 'https://buttondown.com/api/emails/embed-subscribe/lab' },
};

export const Link: StoryObj = {
  name: 'A link to a group',
  args: {
    service: 'link',
    action: 'https://groups.google.com/g/lab-papers',
    heading: 'The list lives on Google Groups',
    'button-label': 'Join the group',
  },
};

export const Dark: StoryObj = {
  name: 'Theme: dark',
  args: { theme: 'dark', badge: 'new', consent: 'You may write to me.' },
};

export const Light: StoryObj = { name: 'Theme: light', args: { theme: 'light', badge: 'new' } };

export const Colours: StoryObj = {
  name: 'Colours of the page',
  args: { badge: 'new' },
  ...inside('--paper-accent: #0f6b4f; --paper-accent-text: #fff; --paper-radius: 1.5rem; font-family: Georgia, serif'),
};

export const RightToLeft: StoryObj = {
  name: 'Right to left',
  args: { badge: 'جديد', heading: 'أحدث الأوراق في بريدك', 'button-label': 'اشتراك', consent: 'أوافق على المراسلة.' },
  ...inside('width: 400px', { dir: 'rtl', lang: 'ar' }),
};

export const InvalidAddress: StoryObj = { name: 'Not an address', args: { badge: 'new' }, play: send('ada@') };

export const NoDot: StoryObj = {
  name: 'A domain without a dot: sent, but asked about',
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('subscribe-form')!;
    await form.updateComplete;
    const field = form.querySelector<HTMLInputElement>('input[type=email]')!;
    field.value = 'ada@localhost';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  },
};

export const ConsentMissing: StoryObj = {
  name: 'Consent missing',
  args: { consent: 'You may write to me.' },
  play: send('ada@lab.example'),
};

export const FieldMissing: StoryObj = {
  name: 'Another field missing',
  render: () =>
    page(html`
      <subscribe-form>
        <form method="post" action=${action}>
          <label>Your name <input name="name" autocomplete="name" required /></label>
          <label>Your email <input type="email" name="email" autocomplete="email" required /></label>
          <button>Send me the list</button>
        </form>
      </subscribe-form>
    `),
  play: send('ada@lab.example'),
};

export const Sending: StoryObj = { ...answered('json', 'never'), play: send('ada@lab.example', false) };

export const CheckInbox: StoryObj = {
  name: 'Confirmed: a mail follows',
  ...answered('listmonk', {
    document: { data: { has_optin: true } },
  }),
};

export const Subscribed: StoryObj = {
  name: 'Confirmed: subscribed',
  ...answered('listmonk', {
    document: { data: { has_optin: false } },
  }),
};

export const Received: StoryObj = { name: 'Confirmed: received', ...answered('json', { document: { ok: true } }) };

export const HandedOver: StoryObj = {
  name: 'Handed over: the next page',
  args: { badge: 'new' },
  play: send('ada@lab.example'),
};

export const HandedOverNewTab: StoryObj = {
  name: 'Handed over: a new tab',
  args: { service: 'substack', action: 'https://lab.substack.com' },
  play: send('ada@lab.example'),
};

export const Unread: StoryObj = {
  name: 'Handed over: perhaps, the answer cannot be read',
  ...answered('kit', 'offline', { status: 200 }),
};

export const RateLimited: StoryObj = { name: 'Failed: too many tries', ...answered('json', { status: 429 }) };

export const AlreadySubscribed: StoryObj = { name: 'Failed: already subscribed', ...answered('json', { status: 409 }) };

export const Refused: StoryObj = {
  name: 'Failed: refused, in the service’s words',
  ...answered('json', {
    document: { ok: false, message: 'This list is closed until September.' },
  }),
};

export const ServerError: StoryObj = {
  name: 'Failed: the service is out of order',
  ...answered('json', { status: 500 }),
};

export const Offline: StoryObj = { name: 'Failed: no answer', ...answered('json', 'offline') };

export const TimedOut: StoryObj = {
  name: 'Failed: no answer in time',
  ...answered('json', 'offline'),
  beforeEach() {
    const { timeout } = AbortSignal;
    const putBack = stubFetch('offline');
    AbortSignal.timeout = () => AbortSignal.abort();
    return () => {
      AbortSignal.timeout = timeout;
      putBack();
    };
  },
};

export const Blocked: StoryObj = {
  name: 'Failed: blocked by the page’s policy',
  ...answered('json', 'offline'),
  beforeEach() {
    // As the browser reports it, without a policy that the other stories would have to live with.
    const report = () =>
      dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'connect-src',
          violatedDirective: 'connect-src',
          blockedURI: action,
          disposition: 'enforce',
          documentURI: location.href,
          originalPolicy: '',
          statusCode: 200,
        }),
      );
    const putBack = stubFetch('offline');
    const offline = globalThis.fetch;
    globalThis.fetch = (...request) => {
      report();
      return offline(...request);
    };
    return putBack;
  },
};

export const MailTo: StoryObj = {
  name: 'A mail to a list',
  args: {
    service: 'mailto',
    action: 'papers-join@lists.lab.example',
    heading: 'Papers by mail',
    'button-label': 'Write to join',
  },
};

export const Misconfigured: StoryObj = {
  name: 'Failed: the page’s form says GET',
  render: () => html`
    <subscribe-form>
      <form action=${action}>
        <label>Email <input type="email" name="email" /></label>
        <button>Subscribe</button>
      </form>
    </subscribe-form>
  `,
  play: send('ada@lab.example'),
};
