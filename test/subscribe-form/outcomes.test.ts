import { expect, fixture } from '@open-wc/testing';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import type { ServiceName } from '../../src/subscribe-form/services/services.js';
import { basinRequest } from '../../src/subscribe-form/services/basin.js';
import { brevoRequest } from '../../src/subscribe-form/services/brevo.js';
import { buttondownRequest } from '../../src/subscribe-form/services/buttondown.js';
import { formRequest } from '../../src/subscribe-form/services/form.js';
import { formspreeRequest } from '../../src/subscribe-form/services/formspree.js';
import { ghostRequest } from '../../src/subscribe-form/services/ghost.js';
import { jsonRequest } from '../../src/subscribe-form/services/json.js';
import { kitRequest } from '../../src/subscribe-form/services/kit.js';
import { listmonkFormRequest, listmonkRequest } from '../../src/subscribe-form/services/listmonk.js';
import { mailchimpRequest } from '../../src/subscribe-form/services/mailchimp.js';
import { mailerliteRequest } from '../../src/subscribe-form/services/mailerlite.js';
import { netlifyRequest } from '../../src/subscribe-form/services/netlify.js';
import { substackRequest } from '../../src/subscribe-form/services/substack.js';
import { isWebKit } from '../support/engines.js';
import { refusingUrl } from '../support/faults.js';
import {
  buttonOf,
  closeFormPages,
  endOf,
  fieldOf,
  makeService,
  openFormPage,
  type,
  type Ending,
  type StubService,
  type StubSettings,
} from '../support/subscribe-stubs.js';

/** What happens at the service, or on the way there. */
const situations = {
  /** All is well. */
  accepted: {},
  /** The service finds fault with the address. */
  'address refused': { trouble: 'invalid' },
  'too many tries': { trouble: 'rate-limited' },
  'server error': { trouble: 'server-error' },
  'closed by its owner': { trouble: 'refused' },
  'no CORS': { isReadable: false },
  /** Subscribed, perhaps: the page may ask, but not read the answer. */
  'answer withheld': { isReadable: 'preflight' },
  /** The same, because the connection breaks before the answer. */
  'connection cut': { isCut: true },
  /** Nobody listens at the address; to a page that is the same as no network. */
  offline: {},
  'blocked by the policy': {},
  /** Something is typed that is no address. */
  'no address typed': {},
} as const satisfies Record<string, Partial<StubSettings>>;
type Situation = keyof typeof situations;

/** `success …`, `handover …` or `error …`; other words say why there can be no such case. */
type Row = Record<Situation, string>;

/** The service lets the page read its answers, and asks for JSON: without leave (CORS) nothing is sent. */
const readable: Row = {
  accepted: 'success received',
  'address refused': 'error invalid-address',
  'too many tries': 'error rate-limited',
  'server error': 'error server',
  'closed by its owner': 'error refused',
  'no CORS': 'error network',
  'answer withheld': 'error network',
  'connection cut': 'error network',
  offline: 'error network',
  'blocked by the policy': 'error csp',
  'no address typed': 'error invalid-address',
};

/** Form fields are sent without asking leave; only the answer is lost then. */
const fields: Row = {
  ...readable,
  'no CORS': 'handover unread',
  'answer withheld': 'handover unread',
  'connection cut': 'handover unread',
};

/** The browser posts the form, and the reader sees the answer, whatever it is. The page cannot: it claims nothing. */
const posted = (code: string): Row => ({
  accepted: `handover ${code}`,
  'address refused': `handover ${code}`,
  'too many tries': `handover ${code}`,
  'server error': `handover ${code}`,
  'closed by its owner': `handover ${code}`,
  'no CORS': 'a native post needs no leave',
  'answer withheld': 'the answer is a page for the reader',
  'connection cut': 'the answer is a page for the reader',
  offline: `handover ${code}`,
  'blocked by the policy': 'error csp',
  'no address typed': 'error invalid-address',
});

const followed = (code: string): Row => ({
  accepted: `handover ${code}`,
  'address refused': 'the page asks for no address',
  'too many tries': 'the page sends nothing',
  'server error': 'the page sends nothing',
  'closed by its owner': 'the page sends nothing',
  'no CORS': 'a link needs no leave',
  'answer withheld': 'the page sends nothing',
  'connection cut': 'the page sends nothing',
  offline: 'the page sends nothing',
  'blocked by the policy': 'no policy stops a link',
  'no address typed': 'the page asks for no address',
});

const table: Record<ServiceName, Row> = {
  form: posted('next-page'),
  json: readable,
  ghost: { ...readable, accepted: 'success check-inbox' },
  listmonk: { ...readable, accepted: 'success check-inbox' },
  'listmonk-form': posted('new-tab'),
  buttondown: posted('new-tab'),
  mailchimp: posted('new-tab'),
  mailerlite: posted('new-tab'),
  substack: posted('new-tab'),
  kit: fields,
  brevo: fields,
  formspree: fields,
  basin: fields,
  netlify: posted('next-page'),
  link: followed('new-tab'),
  mailto: followed('mail'),
};

/** What each service is sent. Links send nothing. */
const requests = {
  form: formRequest,
  json: jsonRequest,
  ghost: ghostRequest,
  listmonk: listmonkRequest,
  'listmonk-form': listmonkFormRequest,
  buttondown: buttondownRequest,
  mailchimp: mailchimpRequest,
  mailerlite: mailerliteRequest,
  substack: substackRequest,
  kit: kitRequest,
  brevo: brevoRequest,
  formspree: formspreeRequest,
  basin: basinRequest,
  netlify: netlifyRequest,
} satisfies Record<Exclude<ServiceName, 'link' | 'mailto'>, unknown>;

/** Where forms and links lead, below the address of the stub. */
const actions: Partial<Record<ServiceName, string>> = { mailchimp: 'subscribe/post?u=u1&id=i2' };

const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'";
const ADDRESS = 'ada@lab.example';

interface Attempt extends Ending {
  readonly service?: StubService;
  readonly value?: string;
  readonly isMarked: boolean;
  /** What the developer reads in the console. */
  readonly advice: string;
}

/** Opens a page with the form, types an address, and presses the button. */
async function attempt(name: ServiceName, situation: Situation): Promise<Attempt> {
  const isOffline = situation === 'offline';
  const service = isOffline ? undefined : await makeService({ service: name, ...situations[situation] });
  const action =
    name === 'mailto' ? 'list-join@lab.example' : (service?.url ?? (await refusingUrl())) + (actions[name] ?? '');
  const markup = `<subscribe-form service="${name}" action="${action.replaceAll('&', '&amp;')}" list="newsletter"></subscribe-form>`;
  const isBlocked = situation === 'blocked by the policy';
  // What leaves the page needs a page of its own.
  const isLeaving = table[name].accepted === 'handover next-page';
  const form =
    isBlocked || isLeaving ? await openFormPage(markup, isBlocked ? STRICT : '') : await fixture<SubscribeForm>(markup);
  const end = endOf(form);
  const advice: string[] = [];
  const { console } = form.ownerDocument.defaultView!;
  const { warn } = console;
  console.warn = (text: unknown) => void advice.push(String(text));
  const link = form.querySelector('a');
  if (name === 'mailto') {
    // The browser would ask the system for a mail program.
    link!.addEventListener('click', (event) => event.preventDefault());
  }
  if (!link) type(form, situation === 'no address typed' ? 'ada@' : ADDRESS);
  keepTabsClosed(form);
  (link ?? buttonOf(form)).click();
  const ending = await end;
  console.warn = warn;
  const field = fieldOf(form);
  return {
    ...ending,
    service,
    value: field?.value,
    isMarked: field?.getAttribute('aria-invalid') === 'true',
    advice: advice.join(),
  };
}

/**
 * Puts what would open in a new tab into a frame, once the element has heard of it: a page in the background stands still,
 * that of other tests too. A real tab is tested in whole-page.test.mjs.
 */
function keepTabsClosed(form: SubscribeForm): void {
  const sink = form.ownerDocument.createElement('iframe');
  sink.name = 'sink';
  form.ownerDocument.body.append(sink);
  sinks.push(sink);
  const divert = ({ target }: Event) => {
    const from = target as Element;
    if (from.getAttribute('target') !== '_blank') return;
    from.setAttribute('target', sink.name);
    // Firefox ESR 140 opens a tab for whatever says `noopener`, also where a frame has the name.
    from.removeAttribute('rel');
  };
  form.addEventListener('submit', divert);
  form.addEventListener('click', divert);
}

const sinks: HTMLIFrameElement[] = [];

describe('<subscribe-form>: how it ends', () => {
  afterEach(() => sinks.splice(0).forEach((sink) => sink.remove()));
  afterEach(closeFormPages);

  for (const [name, row] of Object.entries(table) as [ServiceName, Row][]) {
    describe(name, () => {
      for (const [situation, expected] of Object.entries(row) as [Situation, string][]) {
        if (!/^(success|handover|error) /.test(expected)) continue;
        if (isWebKit && situation === 'offline' && expected === 'handover next-page') {
          it.skip(`${situation}: ${expected} (WebKitGTK has put its own error page there by then)`);
          continue;
        }
        it(`${situation}: ${expected}`, async () => {
          const { outcome, text, service, value, isMarked, advice } = await attempt(name, situation);
          expect(outcome).to.equal(expected);
          expect(text).not.to.equal('');
          expect(/subscribed/i.test(text), text).to.equal(false);
          if (expected === 'error csp') {
            expect(advice).to.match(/Content Security Policy must allow (connect-src|form-action) http:/);
          }
          if (expected === 'error network') expect(advice).to.contain('(CORS)');
          // After an answer that nobody could read, neither "sent" nor "not sent" is claimed.
          if (expected === 'error network') expect(text).to.contain('may not have arrived');
          if (expected === 'handover unread') expect(text).to.contain('may have arrived');
          expect(advice).not.to.contain('ada');
          // What is typed stays, unless it is done.
          const isLink = value === undefined;
          const typed = situation === 'no address typed' ? 'ada@' : ADDRESS;
          if (!isLink) expect(value).to.equal(expected.startsWith('success') ? '' : typed);
          expect(isMarked).to.equal(expected === 'error invalid-address');
          if (!service || isLink) return;
          const isSent =
            ['answer withheld', 'connection cut'].includes(situation) ||
            (!['error csp', 'error network'].includes(expected) && situation !== 'no address typed');
          // Ghost is asked for a token first.
          const seen = await service.requests(isSent ? (name === 'ghost' ? 2 : 1) : 0);
          const posts = seen.filter(({ method }) => method === 'POST');
          expect(posts.length).to.equal(isSent ? 1 : 0);
          for (const { fault, body, headers } of posts) {
            expect(fault).to.equal(undefined);
            const isJson = headers['content-type'] === 'application/json';
            const sent: unknown = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
            expect(requests[name as keyof typeof requests]().safeParse(sent).error).to.equal(undefined);
          }
          for (const { path } of await service.requests()) expect(path).not.to.match(/ada|lab\.example/);
        });
      }
    });
  }
});
