/** The class of `<subscribe-form>`; registers nothing. */
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { keepClass } from '../shared/adoption.js';
import { nameList, oneOf, readWords, warnOnce } from '../shared/attributes.js';
import {
  SubscribeErrorEvent,
  SubscribeHandoverEvent,
  SubscribeSubmitEvent,
  SubscribeSuccessEvent,
  type SubscribeOutcome,
} from '../shared/events.js';
import { LanguageController } from '../shared/language.js';
import { version } from '../shared/registration.js';
import { themes, tokens } from '../shared/tokens.styles.js';
import { isDotless, normalizeAddress } from './address.js';
import { adoptStyles, scopeStyles } from './light-styles.js';
import { Notice, untieAll } from './notice.js';
import { consentWording, findAddressField, findFault, inspectForm, readFields, submitButtons } from './page-form.js';
import { toPairs } from './services/service.js';
import { services, type ServiceName } from './services/services.js';
import { addressNameOf, opensNewTab, serviceOf, settingsOf } from './setup.js';
import { submit, watchNativePost } from './submit.js';
import { subscribeFormStyles } from './subscribe-form.styles.js';
import { renderWritten } from './written-form.js';

/** Marks what the element wrote, so that a copy of the element knows it for a copy. */
const BOX_ATTRIBUTE = 'data-subscribe-form';
/** Value of `novalidate` where the page's author has not set it, also in copies. */
const BY_ELEMENT = 'subscribe-form';
/** A second submit within this time is the second half of a double click. */
const DOUBLE_CLICK_MS = 800;

const styles = [scopeStyles('subscribe-form', tokens, themes, subscribeFormStyles)];
const serviceNames = Object.keys(services) as [ServiceName, ...ServiceName[]];

/**
 * A newsletter form that says honestly what happened: confirmed, handed over, or failed and why.
 *
 * Around a `<form method="post">` of the page's own, it checks the address, sends, and tells the outcome; without
 * JavaScript that form works as it is. With attributes only, it writes such a form. It has no shadow root: labels,
 * autofill, password managers and the page's own CSS reach the form.
 *
 * Nothing is stored, and no event and no URL carries the reader's address.
 *
 * @cssprop [--paper-accent] - background of the button and the badge
 * @cssprop [--paper-accent-text] - text on that background
 * @cssprop [--paper-muted] - colour of the consent's words
 * @cssprop [--paper-border] - colour of the frame
 * @cssprop [--paper-radius=0.5rem] - roundness of frame, field and button
 * @cssprop [--paper-gap=1rem] - room within the frame
 *
 * @fires {SubscribeSubmitEvent} subscribe-submit - before the form is sent; `preventDefault()` stops it
 * @fires {SubscribeSuccessEvent} subscribe-success - the service confirmed
 * @fires {SubscribeHandoverEvent} subscribe-handover - it is between the reader and the service; the page cannot know the end
 * @fires {SubscribeErrorEvent} subscribe-error - no subscription that we know of; `code` says why. After `network` and
 * `timeout` only the answer may have been lost
 */
export class SubscribeForm extends LitElement {
  /** @internal */
  static readonly dailyPapersVersion = version;

  /**
   * Address of the service, relative to the page. What exactly it wants is in the guide, per service.
   * A form that the page wrote keeps its own `action` when it is posted natively.
   */
  @property() action?: string;

  /** The newsletter service. `form` posts natively: works with any endpoint that answers with a page. */
  @property({ converter: oneOf('service', ...serviceNames) })
  service: ServiceName = 'form';

  /** Name of the address field, where the service does not prescribe it. */
  @property({ attribute: 'email-name', useDefault: true }) emailName = 'email';

  /** Line above or beside the field. Default: a short invitation; `heading=""` for none. */
  @property() heading?: string;

  /** Text of a small badge before the heading; `badge` alone says "new". */
  @property() badge?: string;

  /** Text of the button. */
  @property({ attribute: 'button-label' }) buttonLabel?: string;

  /** Wording of a consent box. The box is not ticked, and must be. */
  @property() consent?: string;

  /** Lists to join, as the service names them; several separated by semicolons. */
  @property({ converter: nameList }) list: readonly string[] = [];

  /** Labels that the service puts on the subscriber, separated by semicolons. */
  @property({ converter: nameList }) tags: readonly string[] = [];

  /**
   * Page that the reader comes to after confirming, on this site or the newsletter's. For Ghost, which follows only
   * addresses of its own site, and for `listmonk-form`, which must trust the address.
   */
  @property() redirect?: string;

  /** Where the service's page opens. `auto`: hosted services in a new tab, your own endpoint in the same one. */
  @property({ converter: oneOf('target', 'auto', '_self', '_blank') })
  target: 'auto' | '_self' | '_blank' = 'auto';

  /** `auto` follows the page's `color-scheme`. */
  @property({ converter: oneOf('theme', 'auto', 'light', 'dark'), reflect: true, useDefault: true })
  theme: 'auto' | 'light' | 'dark' = 'auto';

  readonly #language = new LanguageController(this);
  readonly #observer = new MutationObserver((records) => {
    if (records.some(({ target }) => !this.#box?.contains(target))) this.requestUpdate();
  });
  #releaseStyles?: () => void;
  /** Holds what the element writes, apart from the page's own children. */
  #box?: HTMLElement;
  #pageForm?: HTMLFormElement;
  /** The page's form, else the written one. */
  #form?: HTMLFormElement;

  /** There while a subscription is under way; aborts it. */
  #sending?: AbortController;
  #sentAt = -Infinity;

  readonly #notice: Notice;

  constructor() {
    super();
    this.#notice = new Notice(this.#handleInput);
    this.addEventListener('submit', this.#handleSubmitFirst, true);
    this.addEventListener('submit', this.#handleSubmit);
    this.addEventListener('input', this.#handleInput);
    this.addEventListener('change', this.#handleChange);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#releaseStyles = adoptStyles(this, this.getRootNode() as Document | ShadowRoot, styles);
    this.#observer.observe(this, { childList: true, subtree: true });
    // A form of the page may still be on its way through the parser.
    if (isParsing()) document.addEventListener('DOMContentLoaded', this.#handleParsed);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#handleParsed);
    this.#releaseStyles?.();
    queueMicrotask(() => {
      // Still here: it only moved.
      if (!this.isConnected) this.#sending?.abort();
    });
  }

  adoptedCallback(): void {
    keepClass(this);
  }

  protected override createRenderRoot(): HTMLElement {
    this.#box = document.createElement('div');
    this.#box.setAttribute(BOX_ATTRIBUTE, '');
    return this.#box;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    readWords(this, changed);
    const box = this.#box!;
    // In a copy of the element, or in a page saved with it, an older box stands there without life.
    for (const other of this.querySelectorAll(`:scope > [${BOX_ATTRIBUTE}]`)) if (other !== box) other.remove();
    if (box.parentNode !== this) this.append(box);
    this.#pageForm = [...this.querySelectorAll('form')].find((form) => !box.contains(form));
  }

  protected override render(): unknown {
    const { key, outcome, id } = this.#notice;
    const text = key && this.#language.translate(key);
    const alert = outcome?.name === 'error' ? html`${text} <bdi>${outcome.detail}</bdi>` : nothing;
    return html`${
        this.#pageForm || isParsing() ? nothing : renderWritten(this, this.#language, `${id}-heading`, this.#handleLink)
      }
      <p role="alert" id=${id}>${alert}</p>
      <p role="status">${alert === nothing ? text : nothing}</p>`;
  }

  protected override updated(): void {
    const form = this.#pageForm ?? this.#box!.querySelector('form') ?? undefined;
    const isNew = form !== this.#form;
    this.#form = form;
    if (!form) return;
    if (isNew) untieAll(form);
    if (this.#pageForm && typeof (this.heading ?? this.badge ?? this.buttonLabel ?? this.consent) === 'string') {
      warnOnce(
        '<subscribe-form>: heading, badge, button-label and consent have no effect on a form that the page wrote.',
      );
    }
    this.#inspect(form);
    // The element checks and tells in its own words; bubbles of the browser would come before them.
    if (!form.hasAttribute('novalidate')) form.setAttribute('novalidate', BY_ELEMENT);
    if (this.#field) this.#notice.describe(this.#field);
    // Not `disabled`: the focus would be lost.
    for (const button of submitButtons(form)) button.ariaDisabled = this.#sending ? 'true' : null;
  }

  get #field(): HTMLInputElement | undefined {
    return this.#form && findAddressField(this.#form, this.emailName);
  }

  /** A form that the page wrote is posted natively to where it says; `action` counts for everything else. */
  #inspect(form: HTMLFormElement, submitter?: Element | null) {
    return inspectForm(form, this.emailName, serviceOf(this).subscribe && this.action, submitter);
  }

  readonly #handleParsed = (): void => this.requestUpdate();

  /**
   * Before listeners of the page: without `novalidate` the browser would not have told them of a form that it does not
   * send. They may open windows (embed code of Buttondown) or send by themselves.
   */
  readonly #handleSubmitFirst = (event: SubmitEvent): void => {
    const { target } = event;
    if (target !== this.#form || this.#form.getAttribute('novalidate') !== BY_ELEMENT) return;
    if (this.#refuse(event, this.#form)) event.stopImmediatePropagation();
  };

  /** Stops what must not be sent: a form that is under way, or not filled in as it must be. */
  #refuse(event: SubmitEvent, form: HTMLFormElement): boolean {
    const field = this.#field;
    const isAgain = this.#sending || event.timeStamp - this.#sentAt < DOUBLE_CLICK_MS;
    if (isAgain) event.preventDefault();
    else if (field) {
      const address = normalizeAddress(field.value);
      if (address !== field.value) field.value = address;
      const fault = findFault(form, field);
      if (fault) {
        event.preventDefault();
        void this.#finish(fault.outcome, fault.control);
      }
    }
    return event.defaultPrevented;
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    const { submitter, timeStamp } = event;
    const form = this.#form;
    if (!form || event.target !== form || event.defaultPrevented || this.#refuse(event, form)) return;

    const sound = this.#inspect(form, submitter);
    if (typeof sound === 'string') {
      event.preventDefault();
      return void this.#finish({ name: 'error', code: sound });
    }
    const { url, field, handover } = sound;
    if (!this.dispatchEvent(new SubscribeSubmitEvent(this.service, url, consentWording(form)))) {
      return event.preventDefault();
    }

    const { subscribe, hidden } = serviceOf(this);
    const sending = new AbortController();
    let end: Promise<SubscribeOutcome>;
    if (subscribe) {
      event.preventDefault();
      const settings = settingsOf(this, url, this.#language.locale);
      const fields = readFields(form, submitter, field, addressNameOf(this), toPairs(hidden?.(settings)));
      end = submit(subscribe, settings, fields, sending.signal);
    } else end = watchNativePost(event, url, handover, sending);
    this.#sentAt = timeStamp;
    this.#sending = sending;
    this.#say('subscribeSending');
    end
      .finally(() => {
        // What listened for reports of the page's policy has nothing more to hear.
        sending.abort();
        this.#sending = undefined;
      })
      .then(
        (outcome) => this.#finish(outcome, outcome.code === 'invalid-address' ? field : undefined),
        () => this.#say(),
      );
  };

  readonly #handleLink = (event: Event): void => {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (!this.dispatchEvent(new SubscribeSubmitEvent(this.service, href))) return event.preventDefault();
    const code = this.service === 'mailto' ? 'mail' : opensNewTab(this) ? 'new-tab' : 'next-page';
    void this.#finish({ name: 'handover', code });
  };

  readonly #handleInput = ({ target }: Event): void => {
    if (!this.#sending && this.#notice.isAbout(target)) this.#say();
  };

  readonly #handleChange = ({ target }: Event): void => {
    const field = this.#field;
    // An error elsewhere in the form goes before advice.
    if (!field || target !== field || !this.#notice.isAbout(field) || this.#sending) return;
    if (isDotless(normalizeAddress(field.value))) this.#say('subscribeNoDot', field);
  };

  #say(...said: Parameters<Notice['set']>): void {
    this.#notice.set(...said);
    this.requestUpdate();
  }

  async #finish(outcome: SubscribeOutcome, wrong?: HTMLElement): Promise<void> {
    const { service } = this;
    // Once more, if it was said before: a live region tells what changes.
    this.#say();
    await this.updateComplete;
    this.#say(`subscribe-${outcome.code}`, wrong, outcome);
    if (outcome.name === 'success' && this.#field) this.#field.value = '';
    await this.updateComplete;
    wrong?.focus();
    this.dispatchEvent(
      outcome.name === 'success'
        ? new SubscribeSuccessEvent(service, outcome.code)
        : outcome.name === 'handover'
          ? new SubscribeHandoverEvent(service, outcome.code)
          : new SubscribeErrorEvent(service, outcome.code, outcome.status),
    );
  }
}

const isParsing = () => document.readyState === 'loading';

declare global {
  interface HTMLElementTagNameMap {
    'subscribe-form': SubscribeForm;
  }
}
