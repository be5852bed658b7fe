import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import { buttonOf, drawn, endOf, fieldOf, makeService, messageOf, type } from '../support/subscribe-stubs.js';

const ADDRESS = 'ada@lab.example';
const ACTION = 'https://lab.example/newsletter';
const markup = `<subscribe-form action="${ACTION}"></subscribe-form>`;
const make = (html = markup) => fixture<SubscribeForm>(html);

describe('<subscribe-form>: lifecycle', () => {
  describe('one form, and a living one', () => {
    it('when moved', async () => {
      const element = await make();
      type(element, ADDRESS);
      const field = fieldOf(element);
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await element.updateComplete;
      expect(element.querySelectorAll('form').length).to.equal(1);
      expect(fieldOf(element)).to.equal(field);
      expect(field.value).to.equal(ADDRESS);
      elsewhere.remove();
    });

    it('when removed and put back', async () => {
      const element = await make();
      const parent = element.parentNode!;
      element.remove();
      await drawn(element);
      parent.append(element);
      await element.updateComplete;
      expect(element.querySelectorAll('form').length).to.equal(1);
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('error invalid-address');
    });

    it('when copied, whatever the original says at the moment', async () => {
      const element = await make();
      buttonOf(element).click();
      await endOf(element);
      const copy = element.cloneNode(true) as SubscribeForm;
      element.after(copy);
      await copy.updateComplete;
      expect(copy.querySelectorAll('form').length).to.equal(1);
      expect(messageOf(copy)).to.equal('');
      expect(fieldOf(copy).hasAttribute('aria-invalid')).to.equal(false);
      const ids = [...document.querySelectorAll('subscribe-form [id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      const end = endOf(copy);
      buttonOf(copy).click();
      await end;
      expect(messageOf(copy)).not.to.equal('');
      copy.remove();
    });

    it('when it is a copy of one around the page’s own form', async () => {
      const element = await make(
        '<subscribe-form><form method="post" action="/x"><input type="email" aria-label="Email"><button>Go</button></form></subscribe-form>',
      );
      const copy = element.cloneNode(true) as SubscribeForm;
      element.after(copy);
      await copy.updateComplete;
      const described = fieldOf(copy).getAttribute('aria-describedby');
      expect(described).to.equal(copy.querySelector('[role=alert]')!.id);
      expect(described).not.to.equal(element.querySelector('[role=alert]')!.id);
      copy.remove();
    });

    it('when it is a copy of one around the page’s own form, with an error on another field', async () => {
      const element = await make(
        `<subscribe-form><form method="post" action="/x"><input type="email" aria-label="Email" value="${ADDRESS}">
         <p id="subscribe-form-hint">As on your badge.</p>
         <input id="name" required aria-label="Name" aria-describedby="subscribe-form-hint">
         <input id="odd" aria-label="Odd" aria-invalid="true"><button>Go</button></form></subscribe-form>`,
      );
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('error invalid-field');
      const copy = element.cloneNode(true) as SubscribeForm;
      const saved = copy.querySelector('#name')!;
      expect(saved.getAttribute('aria-invalid')).to.equal('true');
      element.after(copy);
      await copy.updateComplete;
      expect(messageOf(copy)).to.equal('');
      expect(saved.hasAttribute('aria-invalid')).to.equal(false);
      // What the page itself says of its fields stays.
      expect(saved.getAttribute('aria-describedby')).to.equal('subscribe-form-hint');
      expect(copy.querySelector('#odd')!.getAttribute('aria-invalid')).to.equal('true');
      expect(element.querySelector('#name')!.getAttribute('aria-invalid')).to.equal('true');
      copy.remove();
    });

    it('when the page was saved with the written form in it', async () => {
      const element = await make();
      const saved = await make(element.outerHTML);
      expect(saved.querySelectorAll('form').length).to.equal(1);
      const end = endOf(saved);
      buttonOf(saved).click();
      await end;
    });

    it('when it goes to another document, with its look', async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const element = await make();
      frame.contentDocument!.body.append(element);
      await element.updateComplete;
      expect(element.querySelectorAll('form').length).to.equal(1);
      const { getComputedStyle: styleOf } = frame.contentWindow!;
      expect(styleOf.call(frame.contentWindow, element).display).to.equal('block');
      expect(document.adoptedStyleSheets.length).to.equal(0);
      frame.remove();
    });

    it('when it loses its class on the way, as in Firefox up to ESR 140', async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const element = await make();
      Object.setPrototypeOf(element, HTMLElement.prototype);
      frame.contentDocument!.body.append(element);
      await element.updateComplete;
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('error invalid-address');
      frame.remove();
    });

    it('when its shadow root goes to another document', async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const host = await fixture<HTMLElement>('<div></div>');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = markup;
      frame.contentDocument!.body.append(host);
      expect(root.adoptedStyleSheets.length).to.equal(1);
      document.body.append(host);
      expect(root.adoptedStyleSheets.length).to.equal(1);
      expect(getComputedStyle(root.querySelector('subscribe-form')!).display).to.equal('block');
      host.remove();
      frame.remove();
    });

    it('when a framework draws around it', async () => {
      const { html, render } = await import('lit');
      const host = document.createElement('div');
      document.body.append(host);
      const draw = (label: string) =>
        render(
          html`<subscribe-form>
            <form method="post" action="/x">
              <label>${label} <input type="email" /></label><button>Go</button>
            </form>
          </subscribe-form>`,
          host,
        );
      draw('Email');
      const element = host.querySelector('subscribe-form')!;
      await element.updateComplete;
      draw('Adresse');
      await drawn(element);
      expect(element.querySelector('label')!.textContent).to.contain('Adresse');
      expect(element.querySelectorAll('form, [role=alert]').length).to.equal(2);
      render(html`<p>Gone</p>`, host);
      expect(host.textContent.trim()).to.equal('Gone');
      host.remove();
    });
  });

  describe('under way', () => {
    it('a move does not stop it', async () => {
      const service = await makeService({ service: 'json', isHeld: true });
      const element = await make(`<subscribe-form service="json" action="${service.url}"></subscribe-form>`);
      type(element, ADDRESS);
      buttonOf(element).click();
      await service.posts(1);
      document.body.append(element);
      const end = endOf(element);
      await service.release();
      expect((await end).outcome).to.equal('success received');
      element.remove();
    });

    for (const trouble of [undefined, 'invalid', 'refused'] as const) {
      it(`ends with nobody listening for reports of the page's policy (${trouble ?? 'no trouble'})`, async () => {
        const signals: (AbortSignal | undefined)[] = [];
        const { addEventListener } = window;
        window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
          if (type === 'securitypolicyviolation') signals.push((options as AddEventListenerOptions).signal);
          addEventListener.call(window, type, listener, options as AddEventListenerOptions);
        };
        const service = await makeService({ service: 'json', trouble });
        const element = await make(`<subscribe-form service="json" action="${service.url}"></subscribe-form>`);
        type(element, ADDRESS);
        buttonOf(element).click();
        await endOf(element);
        window.addEventListener = addEventListener;
        expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
      });
    }

    it('removal gives it up, without an event; put back, the form is ready', async () => {
      const service = await makeService({ service: 'json', isHeld: true });
      const element = await make(`<subscribe-form service="json" action="${service.url}"></subscribe-form>`);
      const parent = element.parentNode!;
      let eventCount = 0;
      for (const name of ['subscribe-success', 'subscribe-error', 'subscribe-handover']) {
        element.addEventListener(name, () => eventCount++);
      }
      const { fetch } = window;
      let signal: AbortSignal | null | undefined;
      window.fetch = (input, init) => {
        signal = init?.signal;
        return fetch(input, init);
      };
      type(element, ADDRESS);
      buttonOf(element).click();
      window.fetch = fetch;
      await service.posts(1);
      element.remove();
      await drawn(element);
      expect(signal!.aborted).to.equal(true);
      parent.append(element);
      await element.updateComplete;
      await waitUntil(() => messageOf(element) === '', 'The form still says that it is sending.');
      expect(eventCount).to.equal(0);
      expect(buttonOf(element).hasAttribute('aria-disabled')).to.equal(false);
    });
  });

  describe('styles', () => {
    const sheets = () => document.adoptedStyleSheets.length;

    it('come with the first element of a root and go with the last', async () => {
      const before = sheets();
      const [one, two] = [document.createElement('subscribe-form'), document.createElement('subscribe-form')];
      document.body.append(one);
      expect(sheets()).to.equal(before + 1);
      document.body.append(two);
      document.body.prepend(one);
      expect(sheets()).to.equal(before + 1);
      one.remove();
      expect(sheets()).to.equal(before + 1);
      two.remove();
      expect(sheets()).to.equal(before);
    });

    it('reach an element in a shadow root', async () => {
      const host = await fixture<HTMLElement>('<div></div>');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = markup;
      const element = root.querySelector('subscribe-form')!;
      await element.updateComplete;
      expect(root.adoptedStyleSheets.length).to.equal(1);
      expect(getComputedStyle(element.querySelector('form')!).display).to.equal('flex');
      element.remove();
      expect(root.adoptedStyleSheets.length).to.equal(0);
    });

    it('reach nothing outside', async () => {
      const probe = await fixture<HTMLElement>(
        '<div><form><p>x</p><label>x <input type="email"></label><button class="visually-hidden">x</button><mark>x</mark></form></div>',
      );
      const look = () =>
        [probe, ...probe.querySelectorAll('*')].map((each) => {
          const style = getComputedStyle(each);
          return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
        });
      const before = look();
      const element = document.createElement('subscribe-form');
      document.body.append(element);
      expect(look()).to.deep.equal(before);
      element.remove();
    });

    it('give way to the page’s rules for the form, and hold against its resets', async () => {
      const page = new CSSStyleSheet();
      page.replaceSync(`
        * { margin: 0; padding: 0; border: 0; }
        button, [type='submit'] { background: transparent; }
        input { width: 17px; }
        subscribe-form button { border-radius: 17px; }
        .loud { font-weight: 400; }`);
      document.adoptedStyleSheets.unshift(page);
      const element = await make();
      const button = buttonOf(element);
      button.classList.add('loud');
      const style = getComputedStyle(button);
      expect(style.borderRadius).to.equal('17px');
      expect(style.fontWeight).to.equal('400');
      expect(style.backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
      expect(parseFloat(style.paddingInlineStart)).to.be.above(10);
      expect(fieldOf(element).getBoundingClientRect().width).to.be.above(100);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page);
    });

    it('hold against what themes say of fields and buttons by their type', async () => {
      const page = new CSSStyleSheet();
      page.replaceSync(`
        input[type=email] { border: 3px solid; padding: 20px; background: rgb(1, 2, 3); box-shadow: 0 0 9px; }
        [type=submit] { background-color: transparent; background-image: none; }`);
      document.adoptedStyleSheets.unshift(page);
      const element = await make(
        `<subscribe-form><form method="post" action="/x"><label>Email <input type="email"></label><input type="submit" value="Go"></form></subscribe-form>`,
      );
      const { borderTopWidth, paddingTop, backgroundColor, boxShadow } = getComputedStyle(fieldOf(element));
      expect([borderTopWidth, paddingTop, backgroundColor, boxShadow]).to.deep.equal([
        '0px',
        '0px',
        'rgba(0, 0, 0, 0)',
        'none',
      ]);
      expect(getComputedStyle(element.querySelector('[type=submit]')!).backgroundColor).not.to.equal(
        'rgba(0, 0, 0, 0)',
      );
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page);
    });

    it('take colours from the page’s custom properties', async () => {
      const outer = await fixture<HTMLElement>(
        `<div style="--paper-accent: rgb(1, 2, 3); --paper-accent-text: rgb(4, 5, 6); --paper-radius: 3px">${markup}</div>`,
      );
      const element = outer.querySelector('subscribe-form')!;
      await element.updateComplete;
      const style = getComputedStyle(buttonOf(element));
      expect(style.backgroundColor).to.equal('rgb(1, 2, 3)');
      expect(style.color).to.equal('rgb(4, 5, 6)');
      expect(style.borderRadius).to.equal('3px');
    });

    it('take font and text colour from the page', async () => {
      const outer = await fixture<HTMLElement>(`<div style="font: 20px Courier; color: rgb(7, 8, 9)">${markup}</div>`);
      const element = outer.querySelector('subscribe-form')!;
      await element.updateComplete;
      for (const part of [element, buttonOf(element), fieldOf(element)]) {
        expect(getComputedStyle(part).fontFamily).to.equal('Courier');
      }
      expect(getComputedStyle(fieldOf(element)).color).to.equal('rgb(7, 8, 9)');
    });
  });
});
