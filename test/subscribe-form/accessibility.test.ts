import { expect, fixture } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import { itWithMedia } from '../support/engines.js';
import type { StubSettings } from '../support/subscribe-stubs.js';
import { buttonOf, drawn, endOf, fieldOf, makeService, messageOf, type } from '../support/subscribe-stubs.js';

/** A node of the browser's accessibility tree. */
interface Heard {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly invalid?: string;
  readonly children?: readonly Heard[];
}

const ADDRESS = 'ada@lab.example';
const ACTION = 'https://lab.example/newsletter';
const make = (attributes = `action="${ACTION}"`, inside = '') =>
  fixture<SubscribeForm>(`<subscribe-form ${attributes}>${inside}</subscribe-form>`);
const alertOf = (element: Element) => element.querySelector('[role=alert]')!;
const statusOf = (element: Element) => element.querySelector('[role=status]')!;
const textOf = (part: Element) => part.textContent.replace(/\s+/g, ' ').trim();
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

  it('is named after nothing that is not there', async () => {
    for (const [attributes, isNamed] of [
      ['heading=""', false],
      ['heading="" badge', true],
    ] as const) {
      const form = (await make(`action="${ACTION}" ${attributes}`)).querySelector('form')!;
      const id = form.getAttribute('aria-labelledby');
      expect(id !== null, attributes).to.equal(isNamed);
      expect(!!id && !!document.getElementById(id), attributes).to.equal(isNamed);
    }
  });

  describe('what a screen reader is told (only Chromium lets tests hear it)', () => {
    before(function () {
      if (!navigator.userAgent.includes('Chrome/')) this.skip();
    });

    /** All nodes that the browser tells of, in their order; on the page there is but the form. */
    const told = async () => {
      const list = (node: Heard): Heard[] => [node, ...(node.children ?? []).flatMap(list)];
      return list((await a11ySnapshot({})) as unknown as Heard);
    };
    const controls = (nodes: Heard[]) =>
      nodes
        .filter(({ role }) => /^(textbox|button|checkbox|link)$/.test(role))
        .map(({ role, name, description, invalid }) => [role, name, description ?? '', invalid ?? ''].join('|'));

    it('of each control of a written form: its role and name', async () => {
      await make(`service="formspree" action="${ACTION}" heading="Papers by mail" badge consent="You may write."`);
      const nodes = await told();
      expect(controls(nodes)).to.deep.equal(['textbox|Email||', 'button|Subscribe||', 'checkbox|You may write.||']);
      expect(nodes.some(({ role, name }) => role === 'form' && name === 'new Papers by mail')).to.equal(true);
    });

    it('of an error: that the field is wrong, and why', async () => {
      const element = await make(`action="${ACTION}"`);
      const end = endOf(element);
      buttonOf(element).click();
      await end;
      expect(controls(await told())).to.deep.equal([
        'textbox|Email|Enter an email address like name@example.com.|true',
        'button|Subscribe||',
      ]);
    });

    it('of a link: where it opens', async () => {
      await make('service="link" action="https://groups.example/papers"');
      expect(controls(await told())).to.deep.equal(['link|Subscribe (opens in a new tab)||']);
    });
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

    it('is said again when it happens again', async () => {
      const element = await make();
      for (const isFirst of [true, false]) {
        const said: string[] = [];
        const observer = new MutationObserver((records) =>
          said.push(
            ...records.flatMap(({ addedNodes }) => [...addedNodes].map(({ textContent }) => textContent ?? '')),
          ),
        );
        observer.observe(alertOf(element), { childList: true, subtree: true });
        const end = endOf(element);
        fieldOf(element).focus();
        await sendKeys({ press: 'Enter' });
        await end;
        observer.disconnect();
        expect(said.join(), isFirst ? 'at first' : 'again').to.contain('name@example.com');
      }
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

    it('stays until its own control is mended', async () => {
      const element = await make(`action="${ACTION}" consent="You may."`);
      const box = element.querySelector<HTMLInputElement>('[type=checkbox]')!;
      type(element, ADDRESS);
      const end = endOf(element);
      buttonOf(element).click();
      const { text } = await end;
      type(element, `x${ADDRESS}`);
      await element.updateComplete;
      expect(messageOf(element)).to.equal(text);
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      box.click();
      await element.updateComplete;
      expect(messageOf(element)).to.equal('');
      expect(box.hasAttribute('aria-invalid')).to.equal(false);
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

    it('of radio buttons goes with whichever is chosen', async () => {
      const element = await make(
        '',
        `<form method="post" action="/x"><input type="email" value="${ADDRESS}"><input name="who">
         <input type="radio" name="often" required><input type="radio" name="often" id="weekly"><button>Go</button></form>`,
      );
      const end = endOf(element);
      buttonOf(element).click();
      expect((await end).outcome).to.equal('error invalid-field');
      element.querySelector('[name=who]')!.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      expect(messageOf(element)).not.to.equal('');
      element.querySelector<HTMLInputElement>('#weekly')!.click();
      await element.updateComplete;
      expect(messageOf(element)).to.equal('');
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
      const written = await make(`action="${ACTION}" consent="."`);
      const link = await make('service="link" action="https://groups.example/papers"');
      const own = await make(
        '',
        `<form method="post" action="/x"><label>Email <input type="email"></label><label><input type="radio"> A</label>
         <input type="checkbox" id="apart"><label for="apart">B</label><input type="submit" value="Go"></form>`,
      );
      const sizes = [written, link, own].flatMap((element) =>
        [...element.querySelectorAll<HTMLElement>('a, button, label, input:not([type=email], label > *)')].map(
          (part) => {
            const { width, height } = part.getBoundingClientRect();
            const least = part.matches('a, button, [type=submit], label:has([type=email])') ? 44 : 24;
            return {
              what: `${part.localName} ${textOf(part)} ${width} × ${height}`,
              isLarge: width >= least && height >= least,
            };
          },
        ),
      );
      expect(sizes).to.have.length(9);
      expect(sizes.filter(({ isLarge }) => !isLarge)).to.deep.equal([]);
    });

    it('what the page’s form hides stays hidden', async () => {
      const element = await make(
        '',
        `<form method="post" action="/x"><div hidden><input name="a"></div><label hidden>B <input name="b"></label>
         <input type="email" aria-label="Email"><button>Go</button><button hidden>Later</button></form>`,
      );
      for (const part of element.querySelectorAll('[hidden]')) {
        expect(part.getClientRects().length, part.outerHTML).to.equal(0);
      }
    });

    it('a box and a label beside it share a line of their own', async () => {
      const inside = '<input type="checkbox" id="box"><label for="box">You may write to me.</label>';
      for (const dir of ['ltr', 'rtl']) {
        for (const form of [
          `<input type="email" aria-label="Email">${inside}<button>Go</button>`,
          `<button>Go</button>${inside}`,
          `<div><input type="email" aria-label="Email">${inside}</div>`,
          `<p>${inside}</p>`,
          `<div><ul><li>${inside}</li></ul></div>`,
        ]) {
          const element = await make(`dir="${dir}"`, `<form method="post" action="/x">${form}</form>`);
          const place = (selector: string) => element.querySelector(selector)!.getBoundingClientRect();
          const box = place('[type=checkbox]');
          const label = place('label');
          const gap = dir === 'rtl' ? box.left - label.right : label.left - box.right;
          expect(gap, `${dir}: ${form}`).to.be.within(4, 24);
          expect(Math.abs(box.top + box.height / 2 - (label.top + label.height / 2)), form).to.be.below(4);
          for (const other of element.querySelectorAll('[type=email], button')) {
            const { top, bottom } = other.getBoundingClientRect();
            expect(bottom <= box.top || top >= box.bottom, `${other.localName} in ${form}`).to.equal(true);
          }
          element.remove();
        }
      }
    });

    itWithMedia('prints nothing', async () => {
      const element = await make();
      await emulateMedia({ media: 'print' });
      expect(getComputedStyle(element).display).to.equal('none');
      await emulateMedia({ media: 'screen' });
      expect(getComputedStyle(element).display).to.equal('block');
    });
  });
});
