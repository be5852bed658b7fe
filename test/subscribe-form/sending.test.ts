import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import type { SubscribeSubmitEvent } from '../../src/shared/events.js';
import {
  buttonOf,
  closeFormPages,
  endOf,
  fieldOf,
  makeService,
  messageOf,
  openFormPage,
  type,
  type StubSettings,
} from '../support/subscribe-stubs.js';

const ADDRESS = 'ada@lab.example';
const EVENTS = ['subscribe-submit', 'subscribe-success', 'subscribe-handover', 'subscribe-error'] as const;

/** A form of ours at a service of the test's. */
async function subscribeTo(settings: StubSettings, attributes = '') {
  const service = await makeService(settings);
  const element = await fixture<SubscribeForm>(
    `<subscribe-form service="${settings.service}" action="${service.url}" ${attributes}></subscribe-form>`,
  );
  return { service, element };
}

/** The page's own form, in the hands of the element. */
const around = (form: string, attributes = '') =>
  fixture<SubscribeForm>(`<subscribe-form ${attributes}>${form}</subscribe-form>`);

/** Submits at a time of the page's clock. Whether the element stopped the browser, which would post (Firefox) or not. */
function submitAt(element: Element, timeStamp: number): boolean {
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  return !element.querySelector('form')!.dispatchEvent(event);
}

/** Lets some of the waits of the element's page be over at once. */
function hurry(element: Element, isHurried: (ms: number) => boolean): void {
  const view = element.ownerDocument.defaultView!;
  const { setTimeout: start } = view;
  view.setTimeout = ((act: () => void, ms = 0, ...rest: unknown[]) =>
    start(act, isHurried(ms) ? 1 : ms, ...rest)) as typeof setTimeout;
}

describe('<subscribe-form>: sending', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (text: unknown) => void warnings.push(String(text));
  });
  afterEach(() => (console.warn = warn));
  afterEach(closeFormPages);

  describe('events', () => {
    it('tell in order what happens, and never the address', async () => {
      const { element, service } = await subscribeTo({ service: 'listmonk' }, 'list="a-b" consent="Yes, write to me."');
      const seen: Event[] = [];
      const listen = (event: Event) => seen.push(event);
      for (const name of EVENTS) document.addEventListener(name, listen);
      type(element, ADDRESS);
      element.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
      buttonOf(element).click();
      await endOf(element);
      for (const name of EVENTS) document.removeEventListener(name, listen);
      expect(seen.map((event) => event.type)).to.deep.equal(['subscribe-submit', 'subscribe-success']);
      expect(seen[0]).to.include({
        service: 'listmonk',
        consent: 'Yes, write to me.',
        cancelable: true,
        composed: true,
      });
      expect((seen[0] as SubscribeSubmitEvent).url).to.equal(service.url);
      expect(seen[1]).to.include({ service: 'listmonk', code: 'check-inbox', composed: true });
      for (const event of seen) {
        expect(JSON.stringify({ ...event }))
          .to.contain('listmonk')
          .and.not.to.contain('ada');
      }
    });

    it('subscribe-submit can be cancelled: nothing is sent, nothing is claimed', async () => {
      for (const name of ['json', 'form'] as const) {
        const { element, service } = await subscribeTo({ service: name });
        element.addEventListener('subscribe-submit', (event) => event.preventDefault());
        type(element, ADDRESS);
        const submitted = oneEvent(element, 'submit');
        buttonOf(element).click();
        expect((await submitted).defaultPrevented).to.equal(true);
        expect(messageOf(element)).to.equal('');
        expect(fieldOf(element).value).to.equal(ADDRESS);
        expect(await service.requests()).to.deep.equal([]);
      }
    });

    it('subscribe-error carries the status', async () => {
      const { element } = await subscribeTo({ service: 'json', trouble: 'rate-limited' });
      const failed = oneEvent(element, 'subscribe-error');
      type(element, ADDRESS);
      buttonOf(element).click();
      expect(await failed).to.include({ code: 'rate-limited', status: 429, service: 'json' });
    });

    it('stay away when the page handles the form itself', async () => {
      const element = await around(
        '<form method="post" action="/x" novalidate><input type="email"><button>Go</button></form>',
      );
      let count = 0;
      for (const name of EVENTS) element.addEventListener(name, () => count++);
      element.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
      buttonOf(element).click();
      await element.updateComplete;
      expect(count).to.equal(0);
      expect(messageOf(element)).to.equal('');
    });

    it('of the browser do not reach listeners of the page’s form when it is not filled in', async () => {
      const element = await around(
        '<form method="post" action="/x"><input type="email" value="ada@"><button>Go</button></form>',
      );
      let count = 0;
      element.querySelector('form')!.addEventListener('submit', (event) => {
        count++;
        event.preventDefault();
      });
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('error invalid-address');
      expect(count).to.equal(0);
      type(element, ADDRESS);
      buttonOf(element).click();
      expect(count).to.equal(1);
    });

    for (const place of [document, window]) {
      it(`claim nothing when a listener on the ${place === document ? 'document' : 'window'} stops the browser`, async () => {
        const { element, service } = await subscribeTo({ service: 'form' });
        const seen: string[] = [];
        for (const name of EVENTS) element.addEventListener(name, ({ type }) => seen.push(type));
        type(element, ADDRESS);
        place.addEventListener('submit', (event) => event.preventDefault(), { once: true });
        buttonOf(element).click();
        await element.updateComplete;
        await waitUntil(() => messageOf(element) === '', 'The form still says that it is sending.');
        expect(buttonOf(element).hasAttribute('aria-disabled')).to.equal(false);
        expect(seen).to.deep.equal(['subscribe-submit']);
        expect(messageOf(element)).to.equal('');
        expect(fieldOf(element).value).to.equal(ADDRESS);
        expect(await service.requests()).to.deep.equal([]);
      });
    }
  });

  describe('what is sent', () => {
    it('the fields of the page’s own form, the address under the service’s name for it', async () => {
      const service = await makeService({ service: 'kit' });
      const element = await around(
        `<form method="post" action="${service.url}">
           <input type="email" name="mail" value=" ada@bücher.example"><input name="fields[first_name]" value="Ada">
           <select name="tags"><option value="7" selected></select><button name="via" value="top">Go</button>
         </form>`,
        'service="kit"',
      );
      buttonOf(element).click();
      expect((await endOf(element)).outcome).to.equal('success received');
      const [post] = await service.posts();
      expect([...new URLSearchParams(post!.body)]).to.deep.equal([
        ['email_address', 'ada@xn--bcher-kva.example'],
        ['fields[first_name]', 'Ada'],
        ['tags', '7'],
        ['via', 'top'],
      ]);
    });

    it('what the service needs and the page’s form lacks', async () => {
      const service = await makeService({ service: 'brevo' });
      const element = await around(
        `<form method="post" action="${service.url}"><input type="email" name="EMAIL" value="${ADDRESS}">
           <input name="email_address_check"><input type="hidden" name="locale" value="fr"><button>Go</button></form>`,
        'service="brevo"',
      );
      buttonOf(element).click();
      expect((await endOf(element)).outcome).to.equal('success received');
      const [post] = await service.posts();
      expect(new URLSearchParams(post!.body).getAll('locale')).to.deep.equal(['fr']);
    });

    it('a native post with the address in its ASCII form, like any form', async () => {
      const service = await makeService({ service: 'form' });
      const element = await openFormPage(`<subscribe-form action="${service.url}" list="weekly"></subscribe-form>`);
      type(element, 'ada\u200b@bücher.example');
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('handover next-page');
      const [post] = await service.posts(1);
      expect(post!.body).to.equal('email=ada%40xn--bcher-kva.example&list=weekly');
      expect(post!.headers['sec-fetch-mode']).to.equal('navigate');
    });

    it('the button’s own formaction and formtarget count in a native post', async () => {
      const service = await makeService({ service: 'form' });
      const element = await openFormPage(
        `<iframe name="sink"></iframe><subscribe-form><form method="post" action="https://lab.example/">
         <input type="email" name="email" value="${ADDRESS}"><button formaction="${service.url}" formtarget="sink">Go</button>
         </form></subscribe-form>`,
      );
      const submitted = oneEvent<SubscribeSubmitEvent>(element, 'subscribe-submit');
      buttonOf(element).click();
      expect((await submitted).url).to.equal(service.url);
      await service.posts(1);
    });

    it('the address of the field that readers see, whatever traps for bots stand before it', async () => {
      const service = await makeService({ service: 'json' });
      for (const trap of [
        '<label style="display: none">Leave this empty <input type="email" name="trap"></label>',
        '<input type="email" name="trap" tabindex="-1">',
        '<div aria-hidden="true"><input type="email" name="trap"></div>',
      ]) {
        const element = await around(
          `<form method="post" action="${service.url}">${trap}<input type="email" name="who" value="${ADDRESS}"><button>Go</button></form>`,
          'service="json"',
        );
        buttonOf(element).click();
        expect((await endOf(element)).outcome, trap).to.equal('success received');
      }
      for (const { body } of await service.posts()) expect(body).to.contain(`"email":"${ADDRESS}"`);
    });

    it('a form whose fields are named like its properties', async () => {
      const service = await makeService({ service: 'kit' });
      const names = ['action', 'method', 'target', 'submit', 'elements', 'id', 'noValidate', 'requestSubmit', 'reset'];
      const element = await around(
        `<form method="post" action="${service.url}">${names.map((name) => `<input name="${name}" value="x">`).join('')}
         <input type="email" name="email" value="${ADDRESS}"><button>Go</button></form>`,
        'service="kit"',
      );
      buttonOf(element).click();
      expect((await endOf(element)).outcome).to.equal('success received');
      expect(new URLSearchParams((await service.posts())[0]!.body).get('action')).to.equal('x');
    });

    it('nothing that stays: no storage, no cookie, no URL', async () => {
      const keep = () => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href];
      const before = keep();
      const { element, service } = await subscribeTo({ service: 'ghost' });
      type(element, ADDRESS);
      buttonOf(element).click();
      await endOf(element);
      expect(keep()).to.deep.equal(before);
      for (const { path, headers } of await service.requests()) {
        expect(path + headers.referer).not.to.contain('ada');
        expect(headers.cookie).to.equal(undefined);
      }
    });
  });

  describe('what is not sent', () => {
    const refused: Record<string, string> = {
      'method="get"':
        '<form method="get" action="/get"><input type="email" value="a@b.example"><button>Go</button></form>',
      'no method': '<form action="/none"><input type="email" value="a@b.example"><button>Go</button></form>',
      'formmethod="get"':
        '<form method="post" action="/formmethod"><input type="email" value="a@b.example"><button formmethod="get">Go</button></form>',
      'an action that is no address':
        '<form method="post" action="javascript:void 0"><input type="email" value="a@b.example"><button>Go</button></form>',
      'no address field': '<form method="post" action="/x"><input name="mail"><button>Go</button></form>',
    };
    for (const [what, form] of Object.entries(refused)) {
      it(`a form with ${what}: the reader and the developer are told`, async () => {
        const element = await around(form);
        const submitted = oneEvent(element, 'submit');
        const end = endOf(element);
        buttonOf(element).click();
        expect((await submitted).defaultPrevented).to.equal(true);
        const { outcome, text } = await end;
        expect(outcome).to.equal('error configuration');
        expect(text).to.contain('Nothing was sent');
        expect(warnings.join()).to.contain('method="post"');
      });
    }

    it('a GET form is warned of before anybody uses it', async () => {
      await around('<form action="/early"><input type="email"><button>Go</button></form>');
      expect(warnings.join()).to.contain('would put the reader').and.to.contain('/early');
    });

    it('a second time: not by a double click, not by Enter, not while the first is under way', async () => {
      const { element, service } = await subscribeTo({ service: 'json', isHeld: true });
      type(element, ADDRESS);
      const button = buttonOf(element);
      button.focus();
      button.click();
      button.click();
      await service.posts(1);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(document.activeElement).to.equal(button);
      expect(messageOf(element)).to.equal('Sending …');
      await sendKeys({ press: 'Enter' });
      fieldOf(element).focus();
      await sendKeys({ press: 'Enter' });
      const end = endOf(element);
      await service.release();
      expect((await end).outcome).to.equal('success received');
      expect(button.hasAttribute('aria-disabled')).to.equal(false);
      expect((await service.posts()).length).to.equal(1);
    });

    it('while the first is under way, however long that takes', async () => {
      const { element, service } = await subscribeTo({ service: 'json', isHeld: true });
      type(element, ADDRESS);
      expect(submitAt(element, 1_000)).to.equal(true);
      expect(submitAt(element, 60_000)).to.equal(true);
      await service.posts(1);
      const end = endOf(element);
      await service.release();
      await end;
      expect((await service.posts()).length).to.equal(1);
    });

    it('by a double click on a form that the browser posts', async () => {
      const element = await around(
        `<iframe name="sink"></iframe><form method="post" action="/__subscribe__/page" target="sink">
         <input type="email" value="${ADDRESS}"><button>Go</button></form>`,
      );
      expect(submitAt(element, 1_000)).to.equal(false);
      await endOf(element);
      expect(submitAt(element, 1_500)).to.equal(true);
      expect(submitAt(element, 2_500)).to.equal(false);
    });

    it('while the browser waits for the next page', async () => {
      const service = await makeService({ service: 'form', isHeld: true });
      const element = await openFormPage(`<subscribe-form action="${service.url}"></subscribe-form>`);
      hurry(element, (ms) => ms < 10_000);
      type(element, ADDRESS);
      const end = endOf(element);
      buttonOf(element).click();
      await service.posts(1);
      expect(submitAt(element, performance.now() + 60_000)).to.equal(true);
      expect(messageOf(element)).to.equal('Sending …');
      await service.release();
      expect((await end).outcome).to.equal('handover next-page');
      expect((await service.posts()).length).to.equal(1);
    });

    it('again by itself after a failure; the reader may', async () => {
      const { element, service } = await subscribeTo({ service: 'json', trouble: 'server-error' });
      type(element, ADDRESS);
      buttonOf(element).click();
      await endOf(element);
      expect((await service.posts()).length).to.equal(1);
      submitAt(element, performance.now() + 60_000);
      await endOf(element);
      expect((await service.posts()).length).to.equal(2);
    });
  });

  describe('where the answer opens', () => {
    for (const [target, outcome] of [
      ['popupwindow', 'handover new-tab'],
      ['_BLANK', 'handover new-tab'],
      ['sink', 'handover unread'],
    ] as const) {
      it(`target="${target}": ${outcome}`, async () => {
        const element = await around(
          `<iframe name="sink"></iframe><form method="post" action="/__subscribe__/page" target="${target}">
           <input type="email" value="${ADDRESS}"><button>Go</button></form>`,
        );
        element.addEventListener('submit', () => (element.querySelector('form')!.target = 'sink'));
        const end = endOf(element);
        buttonOf(element).click();
        expect((await end).outcome).to.equal(outcome);
      });
    }

    it('nowhere, as with a download: nobody knows', async () => {
      const service = await makeService({ service: 'form', isHeld: true });
      const element = await openFormPage(`<subscribe-form action="${service.url}"></subscribe-form>`);
      hurry(element, (ms) => ms > 10_000);
      type(element, ADDRESS);
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('handover unread');
      expect(buttonOf(element).hasAttribute('aria-disabled')).to.equal(false);
    });
  });

  describe('time and policy', () => {
    for (const [name, directive] of [
      ['form', 'form-action'],
      ['listmonk-form', 'form-action'],
      ['json', 'connect-src'],
      ['basin', 'connect-src'],
    ] as const) {
      it(`${name}: does not say that nothing was sent when the policy stops only what the service redirects to`, async () => {
        const service = await makeService({ service: name, isElsewhere: true });
        const element = await openFormPage(
          `<subscribe-form service="${name}" action="${service.url}" list="a" target="_self"></subscribe-form>`,
          `default-src 'self'; ${directive} 'self' ${new URL(service.url).origin}`,
        );
        const { console } = element.ownerDocument.defaultView!;
        console.warn = (text: unknown) => void warnings.push(String(text));
        type(element, ADDRESS);
        const end = endOf(element);
        buttonOf(element).click();
        const { outcome, text } = await end;
        // Firefox follows a form's redirect, whatever the policy says.
        const isFollowed = outcome === 'handover next-page' && directive === 'form-action';
        if (!isFollowed) {
          expect(outcome).to.equal('handover unread');
          expect(text).to.contain('may have arrived');
          expect(warnings.join()).to.contain(directive).and.to.contain('redirects');
        }
        expect((await service.posts()).length).to.equal(1);
      });
    }

    it('gives up after the time limit, and says so', async () => {
      const { element } = await subscribeTo({ service: 'json', isHeld: true });
      const { timeout } = AbortSignal;
      const clock = new AbortController();
      AbortSignal.timeout = () => clock.signal;
      type(element, ADDRESS);
      buttonOf(element).click();
      const end = endOf(element);
      clock.abort(new DOMException('', 'TimeoutError'));
      AbortSignal.timeout = timeout;
      const { outcome, text } = await end;
      expect(outcome).to.equal('error timeout');
      expect(text).to.contain('did not answer in time').and.to.contain('may not have arrived');
      expect(fieldOf(element).value).to.equal(ADDRESS);
    });

    for (const [what, answer] of [
      ['answer', new Promise<Response>(() => undefined)],
      ['body', Promise.resolve(Object.assign(new Response(), { text: () => new Promise<string>(() => undefined) }))],
    ] as const) {
      it(`gives up likewise where the page’s own fetch has no ${what} and forgets the limit`, async () => {
        const { element } = await subscribeTo({ service: 'json' });
        const { timeout } = AbortSignal;
        const { fetch } = window;
        const clock = new AbortController();
        AbortSignal.timeout = () => clock.signal;
        const asked = new Promise<void>((resolve) => {
          window.fetch = () => {
            resolve();
            return answer;
          };
        });
        try {
          type(element, ADDRESS);
          const end = endOf(element);
          buttonOf(element).click();
          await asked;
          clock.abort(new DOMException('', 'TimeoutError'));
          expect((await end).outcome).to.equal('error timeout');
        } finally {
          window.fetch = fetch;
          AbortSignal.timeout = timeout;
        }
      });
    }

    it('a policy that only reports blocks nothing', async () => {
      const service = await makeService({ service: 'json', isReadable: false });
      const element = await openFormPage(`<subscribe-form service="json" action="${service.url}"></subscribe-form>`);
      const { ownerDocument } = element;
      element.addEventListener('subscribe-submit', () =>
        ownerDocument.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            bubbles: true,
            blockedURI: service.url,
            effectiveDirective: 'connect-src',
            violatedDirective: 'connect-src',
            originalPolicy: '',
            documentURI: '',
            statusCode: 200,
            disposition: 'report',
          }),
        ),
      );
      type(element, ADDRESS);
      buttonOf(element).click();
      expect((await endOf(element)).outcome).to.equal('error network');
    });
  });
});
