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
  readonly isNewTab: boolean;
}

/**
 * Looks whether a form may be sent at all, whatever is filled in. If not, the developer is told why.
 *
 * @param action where it goes instead of the form's own `action`
 */
export function inspectForm(
  form: Element,
  addressName: string,
  action?: string,
  submitter?: Element | null,
): SoundForm | SubscribeErrorCode {
  // As attributes: a field named `action` hides the form's property of that name.
  const written = (name: string) => (submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '').trim();
  const target = action ?? written('action');
  const url = safeUrl(target, form.baseURI);
  const field = findAddressField(form, addressName);
  const isInsecure = location.protocol === 'https:' && url?.startsWith('http:');
  const isPost = /^post$/i.test(written('method'));
  if (isPost && url && field && !isInsecure) return { url, field, isNewTab: /^_blank$/i.test(written('target')) };
  warnOnce(
    `<subscribe-form> sends nothing: its form needs method="post" (a GET would put the reader's address into a URL), an http(s) action as secure as the page, and an <input type="email">. Found: method="${written('method')}" action="${target}".`,
  );
  return isInsecure ? 'mixed-content' : 'configuration';
}

/** The first of that type, or of that name. */
export const findAddressField = (form: Element, name: string): HTMLInputElement | null =>
  form.querySelector(`input[type=email i], input[name="${CSS.escape(name)}"]`);

/** A control that is not filled in as it must be, and how to say so. */
export interface Fault {
  readonly control: HTMLElement;
  readonly outcome: SubscribeOutcome;
}

export function findFault(form: Element, field: HTMLInputElement): Fault | undefined {
  if (!isAddress(field.value)) return { control: field, outcome: { name: 'error', code: 'invalid-address' } };
  const control = form.querySelector<HTMLInputElement>('input:invalid, select:invalid, textarea:invalid');
  if (!control) return undefined;
  const outcome: SubscribeOutcome =
    control.type === 'checkbox'
      ? { name: 'error', code: 'consent-missing' }
      : // A rule of the page's own, which only the browser can put into words.
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
export const consentWording = (form: Element): string | undefined =>
  form
    .querySelector<HTMLInputElement>('input[type=checkbox i]:required:checked')
    ?.labels?.[0]?.textContent?.replace(/\s+/g, ' ')
    .trim();

export const submitButtons = (form: Element): NodeListOf<HTMLElement> =>
  form.querySelectorAll('button:not([type=button i], [type=reset i]), input[type=submit i]');

/**
 * Adds an id to those that describe a control.
 *
 * @param prefix ids of this kind are left over in copies, and go
 */
export function describeBy(control: Element, id: string, prefix: string): void {
  const ids = control.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
  control.setAttribute('aria-describedby', [...ids.filter((each) => !each.startsWith(prefix)), id].join(' ').trim());
}
