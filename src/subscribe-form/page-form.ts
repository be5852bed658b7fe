/** What a form says, whoever wrote it: where it goes, which field is the address, what is missing. */
import { warnOnce } from '../shared/attributes.js';
import type { SubscribeErrorCode, SubscribeOutcome } from '../shared/events.js';
import { safeUrl } from '../shared/safe-url.js';
import { isAddress } from './address.js';

/** A form that may be sent. */
export interface SoundForm {
  /** Absolute http(s) address it goes to. */
  readonly url: string;
  /** The field for the address. */
  readonly field: HTMLInputElement;
  /** What can be known once the browser has posted it: where the answer opens. In a frame, no page of the service follows. */
  readonly handover: 'next-page' | 'new-tab' | 'unread';
}

/**
 * All controls that belong to a form, in the order of the page: also those tied to it by `form="id"` from elsewhere, and
 * custom elements. Asked past the form itself, in which a field named `elements` hides them.
 */
export const controlsOf = (form: HTMLFormElement): HTMLElement[] =>
  // By index: what the polyfill of scoped custom elements puts in its place cannot be iterated over.
  [].slice.call(Reflect.get(HTMLFormElement.prototype, 'elements', form) as never);

const findControl = (form: HTMLFormElement, selector: string) =>
  controlsOf(form).find((control) => control.matches(selector)) as HTMLInputElement | undefined;

/**
 * Looks whether a form may be sent at all, whatever is filled in. If not, the developer is told why.
 *
 * @param action where it goes instead of the form's own `action`
 */
export function inspectForm(
  form: HTMLFormElement,
  addressName: string,
  action?: string,
  submitter?: Element | null,
): SoundForm | SubscribeErrorCode {
  // As attributes: a field named `action` hides the form's property of that name.
  const written = (name: string) => (submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '').trim();
  const target = written('target');
  const to = action ?? written('action');
  const url = safeUrl(to, form.baseURI);
  const field = findAddressField(form, addressName);
  const isInsecure = location.protocol === 'https:' && url?.startsWith('http:');
  const isPost = /^post$/i.test(written('method'));
  if (isPost && url && field && !isInsecure) {
    // Past the document itself, in which a picture named `querySelector` hides that.
    const isFramed = document.documentElement.querySelector(`iframe[name="${CSS.escape(target)}"]`);
    const handover = /^(_self|_parent|_top)?$/i.test(target) ? 'next-page' : isFramed ? 'unread' : 'new-tab';
    return { url, field, handover };
  }
  warnOnce(
    `<subscribe-form> sends nothing: its form needs method="post" (a GET would put the reader's address into a URL), an http(s) action as secure as the page, and an <input type="email">. Found: method="${written('method')}" action="${to}".`,
  );
  return isInsecure ? 'mixed-content' : 'configuration';
}

/** Not so those that only bots fill in. */
const isForReaders = (control: HTMLElement): boolean =>
  control.tabIndex >= 0 && !!control.getClientRects().length && !control.closest('[aria-hidden=true]');

/** The first of that type, or of that name; one that readers see goes before. */
export function findAddressField(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const selector = `input[type=email i], input[name="${CSS.escape(name)}"]`;
  const fields = controlsOf(form).filter((control) => control.matches(selector)) as HTMLInputElement[];
  return fields.find(isForReaders) ?? fields[0];
}

/** A control that is not filled in as it must be, and how to say so. */
export interface Fault {
  readonly control: HTMLElement;
  readonly outcome: SubscribeOutcome;
}

export function findFault(form: HTMLFormElement, field: HTMLInputElement): Fault | undefined {
  if (!isAddress(field.value)) return { control: field, outcome: { name: 'error', code: 'invalid-address' } };
  // A set of fields is invalid because of one of them.
  const control = findControl(form, ':invalid:not(fieldset)');
  if (!control) return undefined;
  const outcome: SubscribeOutcome =
    control.type === 'checkbox'
      ? { name: 'error', code: 'consent-missing' }
      : // A rule of the page's own, which only the browser can put into words; custom elements may keep theirs to themselves.
        { name: 'error', code: 'invalid-field', detail: control.validationMessage };
  return { control, outcome };
}

/**
 * What a form holds, for sending it otherwise than natively.
 *
 * @param addressName name under which the address goes, whatever its field is called
 * @param needed pairs that are added where the form has no field of that name
 */
export function readFields(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  field: HTMLInputElement,
  addressName: string,
  needed: readonly [name: string, value: string][],
): URLSearchParams {
  const held = new FormData(form, submitter);
  held.delete(field.name);
  const fields = new URLSearchParams([[addressName, field.value]]);
  for (const [name, value] of [...held, ...needed.filter(([each]) => !held.has(each))]) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields;
}

/** Wording of the first required box, if it is ticked. */
export const consentWording = (form: HTMLFormElement): string | undefined =>
  findControl(form, 'input[type=checkbox i]:required:checked')?.labels?.[0]?.textContent?.replace(/\s+/g, ' ').trim();

export const submitButtons = (form: HTMLFormElement): HTMLElement[] =>
  controlsOf(form).filter((each) => each.matches('button:not([type=button i], [type=reset i]), input[type=submit i]'));
