import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../src/subscribe-form/subscribe-form.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import type { SubscribeSubmitEvent } from '../../src/shared/events.js';
import { drawn, endOf, makeService, messageOf } from '../support/subscribe-stubs.js';

const ADDRESS = 'ada@lab.example';

/** A control of the page's own making, which takes part in its form as the built-in ones do. */
class LabBadge extends HTMLElement {
  static readonly formAssociated = true;
  readonly #internals = this.attachInternals();

  constructor() {
    super();
    this.tabIndex = 0;
    this.#internals.setValidity({ valueMissing: true }, 'Show your badge.');
  }

  show(): void {
    this.#internals.setValidity({});
    this.#internals.setFormValue('shown');
    this.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}
customElements.define('lab-badge', LabBadge);

/** A form of the page's own, and more of its controls outside of the element. */
async function make(inside: string, outside = '', action = '/__subscribe__/page', service = 'form') {
  const page = await fixture<HTMLElement>(
    `<div><subscribe-form service="${service}"><form id="own" method="post" action="${action}" target="sink">${inside}</form></subscribe-form>${outside}<iframe name="sink"></iframe></div>`,
  );
  const element = page.querySelector('subscribe-form') as SubscribeForm;
  await element.updateComplete;
  return { page, element, form: element.querySelector('form')! };
}

/** Submits as a reader does. */
async function submit(element: SubscribeForm) {
  const end = endOf(element);
  HTMLFormElement.prototype.requestSubmit.call(element.querySelector('form'));
  return end;
}

describe('<subscribe-form>: controls of the page’s form', () => {
  const field = `<input type="email" name="email" value="${ADDRESS}" aria-label="Email">`;

  it('one that stands outside of the element must be filled in too, and gets the error', async () => {
    const { page, element } = await make(field, '<input id="name" form="own" required aria-label="Name">');
    const name = page.querySelector<HTMLInputElement>('#name')!;
    const { outcome, text } = await submit(element);
    expect(outcome).to.equal('error invalid-field');
    expect(text).to.contain(name.validationMessage);
    expect(document.activeElement === name).to.equal(true);
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(name.getAttribute('aria-describedby')).to.equal(element.querySelector('[role=alert]')!.id);
    name.value = 'Ada';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn(element);
    expect(messageOf(element)).to.equal('');
    expect(name.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('a custom element must be filled in too', async () => {
    const { page, element } = await make(`${field}<lab-badge></lab-badge>`);
    const badge = page.querySelector<LabBadge>('lab-badge')!;
    const { outcome, text } = await submit(element);
    expect(outcome).to.equal('error invalid-field');
    expect(text).to.equal('Please check this field.');
    expect(document.activeElement === badge).to.equal(true);
    badge.show();
    await drawn(element);
    expect(messageOf(element)).to.equal('');
  });

  it('a set of fields is not to blame for one of them', async () => {
    const { element } = await make(`${field}<fieldset><input id="name" required aria-label="Name"></fieldset>`);
    expect((await submit(element)).outcome).to.equal('error invalid-field');
    expect(document.activeElement!.id).to.equal('name');
  });

  it('a list of controls that cannot be iterated over, as a polyfill has it, is read all the same', async () => {
    const { prototype } = HTMLFormElement;
    const original = Object.getOwnPropertyDescriptor(prototype, 'elements')!;
    Object.defineProperty(prototype, 'elements', {
      ...original,
      get(this: HTMLFormElement) {
        const controls = [...(original.get!.call(this) as HTMLFormControlsCollection)];
        return { ...controls, length: controls.length };
      },
    });
    try {
      const { element } = await make(`${field}<input name="name" required aria-label="Name"><button>Go</button>`);
      expect((await submit(element)).outcome).to.equal('error invalid-field');
    } finally {
      Object.defineProperty(prototype, 'elements', original);
    }
  });

  it('names that hide the form’s own properties change nothing', async () => {
    const { element } = await make(
      `${field}<input name="elements"><input name="querySelectorAll"><input name="matches">`,
      '<input id="name" form="own" required aria-label="Name">',
    );
    expect((await submit(element)).outcome).to.equal('error invalid-field');
    expect(document.activeElement!.id).to.equal('name');
  });

  it('the address, the box and the button may stand outside', async () => {
    const service = await makeService({ service: 'kit', isHeld: true });
    const { page, element } = await make(
      '',
      `<input type="email" form="own" name="mail" value="${ADDRESS}" aria-label="Email">
       <label><input type="checkbox" form="own" name="yes" required> You may write.</label><button form="own">Go</button>`,
      service.url,
      'kit',
    );
    const box = page.querySelector<HTMLInputElement>('[type=checkbox]')!;
    const button = page.querySelector('button')!;
    expect((await submit(element)).outcome).to.equal('error consent-missing');
    expect(document.activeElement === box).to.equal(true);
    box.click();
    const submitted = oneEvent<SubscribeSubmitEvent>(element, 'subscribe-submit');
    button.click();
    expect((await submitted).consent).to.equal('You may write.');
    const [post] = await service.posts(1);
    expect(new URLSearchParams(post!.body).get('email_address')).to.equal(ADDRESS);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    const end = endOf(element);
    await service.release();
    expect((await end).outcome).to.equal('success received');
    expect(button.hasAttribute('aria-disabled')).to.equal(false);
  });
});
