import { expect, fixture } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import type { StubSettings } from '../support/subscribe-stubs.js';
import { buttonOf, drawn, endOf, fieldOf, makeService, messageOf, type } from '../support/subscribe-stubs.js';

const ADDRESS = 'ada@lab.example';
const ACTION = 'https://lab.example/newsletter';
const make = (attributes = `action="${ACTION}"`, inside = '') =>
  fixture<SubscribeForm>(`<subscribe-form ${attributes}>${inside}</subscribe-form>`);
const alertOf = (element: Element) => element.querySelector('[role=alert]')!;
const statusOf = (element: Element) => element.querySelector('[role=status]')!;
const describedBy = (control: Element) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id))
    .filter((each) => each !== null);

describe('<subscribe-form>: accessibility', () => {
  describe('axe finds nothing', () => {
    const states: Record<string, string> = {
      'a written form': `action="${ACTION}" badge consent="You may write to me."`,
      'without heading': `action="${ACTION}" heading=""`,
      'in a new tab, with a bot field':
        'service="mailchimp" action="https://x.us1.list-manage.com/subscribe/post?u=a&amp;id=b"',
      'a link': 'service="link" action="https://groups.example/papers"',
      dark: `action="${ACTION}" badge theme="dark"`,
      light: `action="${ACTION}" badge theme="light" consent="You may write to me."`,
    };
    for (const [name, attributes] of Object.entries(states)) {
      it(name, async () => {
        await expect(await make(attributes)).to.be.accessible();
      });
    }

    it('the page’s own form, with an error', async () => {
      const element = await make(
        '',
        `<form method="post" action="${ACTION}"><label for="own">Email</label><input id="own" type="email"><button>Go</button></form>`,
      );
      buttonOf(element).click();
      await endOf(element);
      await expect(element).to.be.accessible();
    });

    for (const trouble of [undefined, 'invalid'] as StubSettings['trouble'][]) {
      it(trouble ? 'with an error' : 'with a success', async () => {
        const service = await makeService({ service: 'json', trouble });
        const element = await make(`service="json" action="${service.url}" theme="light"`);
        type(element, ADDRESS);
        buttonOf(element).click();
        await endOf(element);
        await expect(element).to.be.accessible();
      });
    }
  });

  it('the form is a landmark with the heading as its name', async () => {
    const form = (await make(`action="${ACTION}" heading="Papers by mail"`)).querySelector('form')!;
    const heading = document.getElementById(form.getAttribute('aria-labelledby')!)!;
    expect(heading.textContent.trim()).to.equal('Papers by mail');
  });

  it('a new tab is announced by the button that opens it', async () => {
    const button = buttonOf(await make('service="substack" action="https://pub.substack.com"'));
    expect(button.textContent.replace(/\s+/g, ' ').trim()).to.equal('Subscribe (opens in a new tab)');
  });

  it('Tab goes from field to button to box, and never to the bot field', async () => {
    const element = await make(`service="formspree" action="${ACTION}" consent="You may."`);
    const after = document.createElement('button');
    element.after(after);
    fieldOf(element).focus();
    const path: string[] = [];
    while (document.activeElement !== after && path.length < 9) {
      path.push((document.activeElement as HTMLInputElement).type);
      await sendKeys({ press: 'Tab' });
    }
    expect(path).to.deep.equal(['email', 'submit', 'checkbox']);
    after.remove();
    expect(element.querySelector('[name=_gotcha]')!.getAttribute('aria-hidden')).to.equal('true');
  });

  describe('an error', () => {
    it('has its place before it happens, tied to the field', async () => {
      const element = await make();
      const field = fieldOf(element);
      expect(describedBy(field)).to.deep.equal([alertOf(element)]);
      expect(alertOf(element).textContent).to.equal('');
      expect(statusOf(element).textContent).to.equal('');
      expect(field.hasAttribute('aria-invalid')).to.equal(false);
    });

    it('is said in the place that was there, marks the field, and puts the focus there', async () => {
      const element = await make();
      const place = alertOf(element);
      type(element, 'ada');
      buttonOf(element).focus();
      const end = endOf(element);
      await sendKeys({ press: 'Enter' });
      await end;
      expect(alertOf(element)).to.equal(place);
      expect(place.textContent.trim()).to.equal('Enter an email address like name@example.com.');
      expect(statusOf(element).textContent).to.equal('');
      expect(fieldOf(element).getAttribute('aria-invalid')).to.equal('true');
      expect(document.activeElement).to.equal(fieldOf(element));
      expect(fieldOf(element).value).to.equal('ada');
    });

    it('goes when the reader types on', async () => {
      const element = await make();
      const end = endOf(element);
      buttonOf(element).click();
      await end;
      await sendKeys({ type: 'a' });
      await element.updateComplete;
      expect(messageOf(element)).to.equal('');
      expect(fieldOf(element).hasAttribute('aria-invalid')).to.equal(false);
    });

    it('of the service comes with the service’s words', async () => {
      const service = await makeService({ service: 'json', trouble: 'refused' });
      const element = await make(`service="json" action="${service.url}"`);
      type(element, ADDRESS);
      buttonOf(element).focus();
      const end = endOf(element);
      await sendKeys({ press: 'Enter' });
      expect((await end).text).to.equal('The newsletter service did not accept this. This form is closed');
      expect(document.activeElement).to.equal(buttonOf(element));
    });

    it('keeps what the page says of the field', async () => {
      const element = await make(
        '',
        `<form method="post" action="/x"><p id="hint">We write once a week.</p>
         <input type="email" aria-label="Email" aria-describedby="hint"><button>Go</button></form>`,
      );
      expect(describedBy(fieldOf(element)).map(({ id, role }) => role ?? id)).to.deep.equal(['hint', 'alert']);
    });

    it('of consent is tied to the box', async () => {
      const element = await make(`action="${ACTION}" consent="You may."`);
      const box = element.querySelector<HTMLInputElement>('[type=checkbox]')!;
      type(element, ADDRESS);
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('error consent-missing');
      expect(document.activeElement).to.equal(box);
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      expect(describedBy(box)).to.deep.equal([alertOf(element)]);
    });

    it('of another field is in the browser’s words', async () => {
      const element = await make(
        '',
        `<form method="post" action="/x"><input type="email" value="${ADDRESS}"><input id="name" required><button>Go</button></form>`,
      );
      const end = endOf(element);
      buttonOf(element).click();
      const { outcome, text } = await end;
      expect(outcome).to.equal('error invalid-field');
      expect(text).to.contain(element.querySelector<HTMLInputElement>('#name')!.validationMessage);
    });
  });

  it('a domain without a dot is asked about, and sent', async () => {
    const service = await makeService({ service: 'json' });
    const element = await make(`service="json" action="${service.url}"`);
    type(element, 'ada@localhost');
    await element.updateComplete;
    expect(statusOf(element).textContent).to.contain('no dot');
    expect(alertOf(element).textContent).to.equal('');
    buttonOf(element).click();
    expect((await endOf(element)).outcome).to.equal('success received');
  });

  it('success is said politely and leaves the focus', async () => {
    const service = await makeService({ service: 'listmonk' });
    const element = await make(`service="listmonk" action="${service.url}"`);
    type(element, ADDRESS);
    buttonOf(element).focus();
    const end = endOf(element);
    await sendKeys({ press: 'Enter' });
    await end;
    expect(statusOf(element).textContent).to.contain('open the link in the email');
    expect(alertOf(element).textContent).to.equal('');
    expect(document.activeElement).to.equal(buttonOf(element));
  });

  describe('look', () => {
    const widths = [240, 400, 700];
    for (const width of widths) {
      it(`fits into ${width}px, also with text at 200 %`, async () => {
        const outer = await fixture<HTMLElement>(
          `<div style="width:${width}px"><subscribe-form action="${ACTION}" badge consent="You may write to me."></subscribe-form></div>`,
        );
        const element = outer.querySelector('subscribe-form')!;
        await element.updateComplete;
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          await drawn(element);
          const { left, right } = element.getBoundingClientRect();
          expect(right - left).to.equal(width);
          for (const part of element.querySelectorAll('p, label, button, input:not([aria-hidden], [type=hidden])')) {
            const box = part.getBoundingClientRect();
            expect(box.left >= left && box.right <= right, `${part.localName} at ${size}`).to.equal(true);
          }
        }
        document.documentElement.style.fontSize = '';
      });
    }

    it('targets are at least 24 px high and wide, button and field 44', async () => {
      const element = await make(`action="${ACTION}" consent="You may."`);
      for (const part of element.querySelectorAll('button, label:has([type=email])')) {
        expect(part.getBoundingClientRect().height).to.be.at.least(44);
      }
      expect(element.querySelector('label:has([type=checkbox])')!.getBoundingClientRect().height).to.be.at.least(20);
    });

    it('prints nothing', async function () {
      const element = await make();
      // Only Chromium can be told to.
      if (
        !(await emulateMedia({ media: 'print' }).then(
          () => true,
          () => false,
        ))
      )
        this.skip();
      expect(getComputedStyle(element).display).to.equal('none');
      await emulateMedia({ media: 'screen' });
      expect(getComputedStyle(element).display).to.equal('block');
    });
  });
});
