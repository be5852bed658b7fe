/** What is said below the form, and how the control that it is about is tied to it. */
import type { SubscribeOutcome } from '../shared/events.js';
import type { MessageKey } from '../shared/messages.js';
import { controlsOf } from './page-form.js';

/** Of the ids in the page's own tree; a random number below 1 follows. */
const ID_PREFIX = 'subscribe-form-0.';
const DESCRIBED_BY = 'aria-describedby';

const describedBy = (control: Element) => control.getAttribute(DESCRIBED_BY)?.split(/\s+/) ?? [];

/** Takes from a control what ties it to an error of ours. What the page itself says of it stays. */
function untie(control: Element): void {
  const ids = describedBy(control);
  const others = ids.filter((id) => !id.startsWith(ID_PREFIX));
  if (others.length === ids.length) return;
  control.ariaInvalid = null;
  if (others.length) control.setAttribute(DESCRIBED_BY, others.join(' '));
  else control.removeAttribute(DESCRIBED_BY);
}

/** For a form that comes as a copy of one in which something was wrong. */
export const untieAll = (form: HTMLFormElement): void => controlsOf(form).forEach(untie);

export class Notice {
  /** Of the place where errors are said. */
  readonly id = ID_PREFIX + Math.random().toFixed(16).slice(2);
  key: MessageKey | undefined = undefined;
  /** How the last attempt ended, while that is what is said. */
  outcome: SubscribeOutcome | undefined = undefined;
  #control?: HTMLElement;
  readonly #handleInput: (event: Event) => void;

  /** @param handleInput hears when the reader types into the control; that may stand outside of the element */
  constructor(handleInput: (event: Event) => void) {
    this.#handleInput = handleInput;
  }

  /** Says something else, or nothing. With an outcome, the control is marked as wrong. */
  set(key?: MessageKey, control?: HTMLElement, outcome?: SubscribeOutcome): void {
    if (this.#control) untie(this.#control);
    this.#control?.removeEventListener('input', this.#handleInput);
    control?.addEventListener('input', this.#handleInput);
    if (control && outcome) {
      control.ariaInvalid = 'true';
      this.describe(control);
    }
    this.key = key;
    this.outcome = outcome;
    this.#control = control;
  }

  /** Ties a control to the place where errors are said, before there is one. */
  describe(control: Element): void {
    control.setAttribute(DESCRIBED_BY, [...new Set([...describedBy(control), this.id])].join(' ').trim());
  }

  /** Whether it is about a certain control, or about none. */
  isAbout(target: EventTarget | null): boolean {
    const control = this.#control;
    // One radio button speaks for all of its name.
    return !control || target === control || control.matches('[type=radio i]:valid');
  }
}
