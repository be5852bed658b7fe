import { expect, fixture, oneEvent } from '@open-wc/testing';
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
      const element = await around('<form method="post" action="/x"><input type="email"><button>Go</button></form>');
      let count = 0;
      for (const name of EVENTS) element.addEventListener(name, () => count++);
      element.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
      buttonOf(element).click();
      await element.updateComplete;
      expect(count).to.equal(0);
      expect(messageOf(element)).to.equal('');
    });
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
      await service.release();
      await endOf(element);
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

  describe('time and policy', () => {
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
      expect(text).to.contain('did not answer in time');
      expect(fieldOf(element).value).to.equal(ADDRESS);
    });

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
