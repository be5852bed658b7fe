import { expect, fixture } from '@open-wc/testing';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import { addMessages, english } from '../../src/shared/messages.js';
import { buttonOf, drawn, endOf, fieldOf, messageOf, type } from '../support/subscribe-stubs.js';

const ACTION = 'https://lab.example/newsletter';
const make = (attributes = '', inside = '') =>
  fixture<SubscribeForm>(`<subscribe-form ${attributes}>${inside}</subscribe-form>`);
const formOf = (element: Element) => element.querySelector('form')!;
const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim();
const headingOf = (element: Element) => textOf(element.querySelector('p:not([role])'));
/** Name and value of every hidden field. */
const hiddenOf = (element: Element) =>
  [...element.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name, value }) => `${name}=${value}`);

describe('<subscribe-form>', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (text: unknown) => void warnings.push(String(text));
  });
  afterEach(() => (console.warn = warn));

  describe('attributes and properties', () => {
    it('action alone makes a form that works by itself', async () => {
      const element = await make(`action="${ACTION}"`);
      const form = formOf(element);
      expect(form.getAttribute('method')).to.equal('post');
      expect(form.action).to.equal(ACTION);
      expect(form.target).to.equal('');
      const field = fieldOf(element);
      expect(field.name).to.equal('email');
      expect(field.autocomplete).to.equal('email');
      expect(field.required).to.equal(true);
      expect(field.value).to.equal('');
      expect(textOf(field.labels![0]!)).to.equal('Email');
      expect(textOf(buttonOf(element))).to.equal('Subscribe');
      expect(headingOf(element)).to.equal('Get trending papers in your email inbox!');
      expect([...new FormData(form).keys()]).to.deep.equal(['email']);
      expect(warnings).to.deep.equal([]);
    });

    it('action is relative to the page', async () => {
      const element = await make('action="/news?x=1"');
      expect(formOf(element).action).to.equal(new URL('/news?x=1', location.href).href);
    });

    for (const action of [
      '',
      'javascript:alert(1)',
      'mailto:list@lab.example',
      'http://',
      'https://me:secret@lab.example/',
    ]) {
      it(`writes no form for action="${action}", and says why`, async () => {
        const element = await make(`action="${action}"`);
        expect(element.querySelector('form, a')).to.equal(null);
        expect(warnings.join()).to.contain('<subscribe-form> needs a form').and.to.contain(`action="${action}"`);
      });
    }

    it('heading, badge, button-label and consent are the words of the form', async () => {
      const element = await make(
        `action="${ACTION}" heading="Papers by mail" badge="beta" button-label="Join" consent="You may write to me."`,
      );
      expect(headingOf(element)).to.equal('beta Papers by mail');
      expect(textOf(buttonOf(element))).to.equal('Join');
      const box = element.querySelector<HTMLInputElement>('input[type=checkbox]')!;
      expect(textOf(box.labels![0]!)).to.equal('You may write to me.');
      expect(box.checked).to.equal(false);
      expect(box.required).to.equal(true);
    });

    it('badge alone says "new"; badge="false" and heading="" leave them out', async () => {
      expect(headingOf(await make(`action="${ACTION}" badge heading="Papers"`))).to.equal('new Papers');
      expect(headingOf(await make(`action="${ACTION}" badge="false" heading="Papers"`))).to.equal('Papers');
      const bare = await make(`action="${ACTION}" heading="" consent=""`);
      expect(headingOf(bare)).to.equal(undefined);
      expect(bare.querySelector('[type=checkbox]')).to.equal(null);
    });

    it('email-name names the field, unless the service prescribes a name', async () => {
      expect(fieldOf(await make(`action="${ACTION}" email-name="mail"`)).name).to.equal('mail');
      expect(fieldOf(await make(`action="${ACTION}" email-name="mail" service="kit"`)).name).to.equal('email_address');
    });

    it('list and tags go along, each value once', async () => {
      const element = await make(`action="${ACTION}" list=" weekly ; daily;" tags="papers"`);
      expect(hiddenOf(element)).to.deep.equal(['list=weekly', 'list=daily', 'tag=papers']);
    });

    it('service brings its own fields, route and tab', async () => {
      const element = await make(
        'service="listmonk-form" action="https://news.example" list="a-b-c" redirect="/thanks"',
      );
      const form = formOf(element);
      expect(form.action).to.equal('https://news.example/subscription/form');
      expect(form.target).to.equal('_blank');
      expect(form.getAttribute('rel')).to.equal('noopener');
      expect(hiddenOf(element)).to.deep.equal(['l=a-b-c', `next=${new URL('/thanks', location.href).href}`]);
      expect(element.querySelector<HTMLInputElement>('[name=nonce]')!.value).to.equal('');
    });

    it('a service that is not known is warned of, and posted natively', async () => {
      const element = await make(`service="gost" action="${ACTION}"`);
      expect(element.service).to.equal('form');
      expect(formOf(element).action).to.equal(ACTION);
      expect(warnings.join()).to.contain('service="gost"').and.to.contain('ghost');
    });

    it('target overrules the service', async () => {
      expect(formOf(await make(`action="${ACTION}" target="_blank"`)).target).to.equal('_blank');
      expect(formOf(await make(`action="${ACTION}" target="_self" service="kit"`)).target).to.equal('');
      expect(formOf(await make(`action="${ACTION}" target="_self" service="buttondown"`)).target).to.equal('');
    });

    it('redirect must lead to this site or to the newsletter’s', async () => {
      for (const [redirect, isUsed] of [
        ['/thanks', true],
        ['https://news.example/thanks', true],
        ['https://news.example.evil.example/', false],
        ['https://evil.example/', false],
      ] as const) {
        const element = await make(`service="listmonk-form" action="https://news.example" redirect="${redirect}"`);
        expect(hiddenOf(element).length, redirect).to.equal(isUsed ? 1 : 0);
        expect(warnings.join().includes(redirect), redirect).to.equal(!isUsed);
      }
    });

    it('link and mailto make a link', async () => {
      const page = await make('service="link" action="https://groups.example/papers" button-label="Join the group"');
      const link = page.querySelector('a')!;
      expect(link.href).to.equal('https://groups.example/papers');
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener');
      expect(textOf(link)).to.equal('Join the group (opens in a new tab)');
      expect(page.querySelector('form')).to.equal(null);
      for (const action of ['papers-join@lists.example', 'mailto:papers-join@lists.example']) {
        const mail = (await make(`service="mailto" action="${action}"`)).querySelector('a')!;
        expect(mail.href).to.equal('mailto:papers-join@lists.example');
        expect(mail.target).to.equal('');
      }
      expect((await make('service="link" action="javascript:alert(1)"')).querySelector('a')).to.equal(null);
    });

    it('every attribute may change while somebody types', async () => {
      const element = await make(`action="${ACTION}"`);
      type(element, 'ada@lab.example');
      const field = fieldOf(element);
      element.setAttribute('heading', 'Other words');
      element.setAttribute('badge', '');
      element.setAttribute('consent', 'Yes');
      element.setAttribute('service', 'mailchimp');
      element.setAttribute('action', 'https://x.us1.list-manage.com/subscribe/post?u=a&id=b');
      await element.updateComplete;
      expect(headingOf(element)).to.equal('new Other words');
      expect(fieldOf(element)).to.equal(field);
      expect(field.value).to.equal('ada@lab.example');
      expect(document.activeElement).to.equal(field);
      expect(field.name).to.equal('EMAIL');
      expect(element.querySelector('[name=b_a_b]')).not.to.equal(null);
      element.removeAttribute('consent');
      element.setAttribute('action', ACTION);
      element.setAttribute('service', 'form');
      await element.updateComplete;
      expect([...new FormData(formOf(element)).keys()]).to.deep.equal(['email']);
      expect(formOf(element).action).to.equal(ACTION);
    });

    it('attributes that go leave their defaults', async () => {
      const plain = await make(`action="${ACTION}"`);
      const element = await make(
        `action="${ACTION}" service="kit" email-name="x" heading="H" badge="b" button-label="B" consent="C" list="l" tags="t"
         redirect="/r" target="_blank" theme="dark"`,
      );
      for (const name of element.getAttributeNames()) if (name !== 'action') element.removeAttribute(name);
      await element.updateComplete;
      const describe = (each: Element) =>
        [...formOf(each).querySelectorAll('*')].map((part) => [
          part.localName,
          part.getAttribute('name'),
          textOf(part),
        ]);
      expect(describe(element)).to.deep.equal(describe(plain));
      expect(formOf(element).target).to.equal('');
      element.removeAttribute('action');
      await element.updateComplete;
      expect(element.querySelector('form')).to.equal(null);
    });

    it('theme is an attribute for the style sheet', async () => {
      const element = await make(`action="${ACTION}"`);
      expect(element.hasAttribute('theme')).to.equal(false);
      element.theme = 'dark';
      await element.updateComplete;
      expect(getComputedStyle(element).colorScheme).to.equal('dark');
    });
  });

  describe('rendering', () => {
    const own = `<form method="post" action="${ACTION}" class="mine"><label>Your address <input type="email" name="who"></label><button>Go</button></form>`;

    it('a form of the page stays as it is', async () => {
      const element = document.createElement('subscribe-form');
      element.innerHTML = own;
      const form = formOf(element);
      const before = form.cloneNode(true) as HTMLFormElement;
      document.body.append(element);
      await element.updateComplete;
      expect(element.querySelectorAll('form').length).to.equal(1);
      expect(formOf(element)).to.equal(form);
      expect(textOf(form)).to.equal(textOf(before));
      for (const name of ['method', 'action', 'class', 'target']) {
        expect(form.getAttribute(name), name).to.equal(before.getAttribute(name));
      }
      expect(form.querySelectorAll('*').length).to.equal(before.querySelectorAll('*').length);
      expect(warnings).to.deep.equal([]);
      element.remove();
    });

    it('says when attributes have no effect on it', async () => {
      await make('consent="I agree"', own);
      expect(warnings.join()).to.contain('consent').and.to.contain('no effect');
    });

    it('other content stays beside the written form', async () => {
      const element = await make(`action="${ACTION}"`, '<p id="intro">Once a week.</p>');
      expect(textOf(element.querySelector('#intro'))).to.equal('Once a week.');
      expect(formOf(element).action).to.equal(ACTION);
    });

    it('a form that the page adds later replaces the written one, and the other way round', async () => {
      const element = await make(`action="${ACTION}/written"`);
      element.insertAdjacentHTML('afterbegin', own);
      await drawn(element);
      expect([...element.querySelectorAll('form')].map(({ className }) => className)).to.deep.equal(['mine']);
      element.querySelector('.mine')!.remove();
      await drawn(element);
      expect([...element.querySelectorAll('form')].map(({ action }) => action)).to.deep.equal([`${ACTION}/written`]);
    });

    it('content that the page replaces leaves one form and its messages', async () => {
      const element = await make(`action="${ACTION}"`);
      element.innerHTML = own;
      await drawn(element);
      expect(element.querySelectorAll('form').length).to.equal(1);
      expect(element.querySelectorAll('[role=alert]').length).to.equal(1);
      buttonOf(element).click();
      await endOf(element);
      expect(messageOf(element)).to.contain('name@example.com');
    });

    it('speaks the language around it, also of a message that stands already', async () => {
      addMessages('fy', { ...english, subscribeButton: 'Abonnearje', 'subscribe-invalid-address': 'Gjin adres.' });
      const outer = await fixture<HTMLElement>(
        `<div lang="en"><subscribe-form action="${ACTION}"></subscribe-form></div>`,
      );
      const element = outer.querySelector('subscribe-form')!;
      await element.updateComplete;
      const end = endOf(element);
      buttonOf(element).click();
      await end;
      outer.lang = 'fy';
      await drawn(element);
      expect(textOf(buttonOf(element))).to.equal('Abonnearje');
      expect(messageOf(element)).to.equal('Gjin adres.');
    });

    it('draws what a service says as text', async () => {
      const { fetch } = window;
      window.fetch = async () => new Response('{"message":"<img src=x onerror=alert(1)>"}', { status: 400 });
      const element = await make(`service="json" action="${ACTION}"`);
      type(element, 'ada@lab.example');
      buttonOf(element).click();
      expect((await endOf(element)).text).to.contain('<img src=x onerror=alert(1)>');
      expect(element.querySelector('img')).to.equal(null);
      window.fetch = fetch;
    });
  });
});
