/** The class of `<subscribe-form>`; registers nothing. */
import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { nameList, oneOf, warnOnce } from '../shared/attributes.js';
import {
  SubscribeErrorEvent,
  SubscribeHandoverEvent,
  SubscribeSubmitEvent,
  SubscribeSuccessEvent,
  type SubscribeOutcome,
} from '../shared/events.js';
import { LanguageController } from '../shared/language.js';
import type { MessageKey } from '../shared/messages.js';
import { version } from '../shared/registration.js';
import { safeUrl } from '../shared/safe-url.js';
import { themes, tokens } from '../shared/tokens.styles.js';
import { isDotless, normalizeAddress } from './address.js';
import { adoptStyles, scopeStyles } from './light-styles.js';
import {
  consentWording,
  describeBy,
  findAddressField,
  findFault,
  inspectForm,
  readFields,
  submitButtons,
} from './page-form.js';
import { toPairs, type Service, type ServiceSettings } from './services/service.js';
import { services, type ServiceName } from './services/services.js';
import { submit, watchNativePost } from './submit.js';
import { subscribeFormStyles } from './subscribe-form.styles.js';
import { renderForm, renderLink } from './written-form.js';

/** Of the ids in the page's own tree. */
const ID_PREFIX = 'subscribe-form-';
/** Marks what the element wrote, so that a copy of the element knows it for a copy. */
const BOX_ATTRIBUTE = 'data-subscribe-form';
/** A second submit within this time is the second half of a double click. */
const DOUBLE_CLICK_MS = 800;

const styles = scopeStyles('subscribe-form', tokens, themes, subscribeFormStyles);
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
 * @fires {SubscribeHandoverEvent} subscribe-handover - sent to the service; the page cannot know the end
 * @fires {SubscribeErrorEvent} subscribe-error - nobody was subscribed; `code` says why
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
  readonly #id = ID_PREFIX + Math.random().toString(36).slice(2);
  readonly #observer = new MutationObserver((records) => {
    if (records.some(({ target }) => !this.#box?.contains(target))) this.requestUpdate();
  });
  #releaseStyles?: () => void;
  /** Holds what the element writes, apart from the page's own children. */
  #box?: HTMLElement;
  #pageForm?: HTMLFormElement;
  /** The page's form, else the written one. */
  #form?: HTMLFormElement | null;

  /** What is said below the form. */
  #message?: MessageKey;
  #outcome?: SubscribeOutcome;
  /** The control that the outcome is about. */
  #wrong?: HTMLElement;
  /** There while a subscription is under way; aborts it. */
  #sending?: AbortController;
  #sentAt = -Infinity;

  constructor() {
    super();
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

  protected override createRenderRoot(): HTMLElement {
    this.#box = document.createElement('div');
    this.#box.setAttribute(BOX_ATTRIBUTE, '');
    return this.#box;
  }

  protected override willUpdate(): void {
    const box = this.#box!;
    // In a copy of the element, or in a page saved with it, an older box stands there without life.
    for (const other of this.querySelectorAll(`:scope > [${BOX_ATTRIBUTE}]`)) if (other !== box) other.remove();
    if (box.parentNode !== this) this.append(box);
    this.#pageForm = [...this.querySelectorAll('form')].find((form) => !box.contains(form));
  }

  protected override render(): unknown {
    const outcome = this.#outcome;
    const text = this.#message && this.#language.translate(this.#message);
    const alert = outcome?.name === 'error' ? html`${text} <bdi>${outcome.detail}</bdi>` : nothing;
    return html`${this.#pageForm || isParsing() ? nothing : this.#renderOwn()}
      <p role="alert" id=${this.#id}>${alert}</p>
      <p role="status">${alert === nothing ? text : nothing}</p>`;
  }

  #renderOwn(): unknown {
    const action = this.action ?? '';
    const badge = this.badge ?? 'false';
    const service = this.#service;
    const isMail = this.service === 'mailto';
    const isNewTab = this.#isNewTab && !isMail;
    const wording = {
      translate: this.#language.translate,
      heading: this.heading,
      badge: badge.trim().toLowerCase() === 'false' ? undefined : badge,
      buttonLabel: this.buttonLabel,
    };
    const url = isMail ? action.replace(/^(mailto:)?/i, 'mailto:') : safeUrl(action, this.baseURI);
    if (!action || !url) {
      warnOnce(`<subscribe-form> needs a form inside, or the action="https://…" of one; found action="${action}".`);
      return nothing;
    }
    if (service.isLink) return renderLink(wording, url, isNewTab, this.#handleLink);
    const settings = this.#settings(url);
    return renderForm({
      ...wording,
      id: `${this.#id}-heading`,
      action: service.endpoint?.(settings) ?? url,
      isNewTab,
      addressName: this.#addressName,
      consent: this.consent,
      hidden: service.hidden?.(settings),
      botName: service.botName?.(settings),
    });
  }

  protected override updated(): void {
    const form = (this.#form = this.#pageForm ?? this.#box!.querySelector('form'));
    if (!form) return;
    if (this.#pageForm && typeof (this.heading ?? this.badge ?? this.buttonLabel ?? this.consent) === 'string') {
      warnOnce(
        '<subscribe-form>: heading, badge, button-label and consent have no effect on a form that the page wrote.',
      );
    }
    this.#inspect(form);
    // The element checks and tells in its own words; bubbles of the browser would come before them.
    form.setAttribute('novalidate', '');
    for (const control of [this.#field, this.#wrong]) if (control) describeBy(control, this.#id, ID_PREFIX);
    // Not `disabled`: the focus would be lost.
    for (const button of submitButtons(form)) button.ariaDisabled = this.#sending ? 'true' : null;
  }

  get #service(): Service {
    return services[this.service] ?? services.form;
  }

  /** Whether the service's page opens in a new tab, where the element decides. */
  get #isNewTab(): boolean {
    return this.target === 'auto' ? !!this.#service.isNewTab : this.target === '_blank';
  }

  get #addressName(): string {
    return this.#service.emailName ?? this.emailName;
  }

  get #field(): HTMLInputElement | null | undefined {
    return this.#form && findAddressField(this.#form, this.emailName);
  }

  #settings(action: string): ServiceSettings {
    const redirect = safeUrl(this.redirect, this.baseURI);
    const isOwn = redirect && [location.href, action].some((url) => redirect.startsWith(`${new URL(url).origin}/`));
    if (this.redirect && !isOwn)
      warnOnce(`redirect="${this.redirect}" is not used: it must lead to this site or the newsletter's.`);
    return {
      action,
      lists: this.list,
      tags: this.tags,
      redirect: isOwn ? redirect : undefined,
      pageUrl: location.origin + location.pathname,
      locale: this.#language.locale,
    };
  }

  /** A form that the page wrote is posted natively to where it says; `action` counts for everything else. */
  #inspect(form: Element, submitter?: Element | null) {
    return inspectForm(form, this.emailName, this.#service.subscribe && this.action, submitter);
  }

  readonly #handleParsed = (): void => this.requestUpdate();

  readonly #handleSubmit = (event: SubmitEvent): void => {
    const { submitter, timeStamp } = event;
    const form = this.#form;
    if (!form || event.target !== form || event.defaultPrevented) return;
    if (this.#sending || timeStamp - this.#sentAt < DOUBLE_CLICK_MS) return event.preventDefault();

    const sound = this.#inspect(form, submitter);
    if (typeof sound === 'string') {
      event.preventDefault();
      return void this.#finish({ name: 'error', code: sound });
    }
    const { url, field, isNewTab } = sound;
    const address = normalizeAddress(field.value);
    if (address !== field.value) field.value = address;
    const fault = findFault(form, field);
    if (fault) {
      event.preventDefault();
      return void this.#finish(fault.outcome, fault.control);
    }
    if (!this.dispatchEvent(new SubscribeSubmitEvent(this.service, url, consentWording(form)))) {
      return event.preventDefault();
    }

    const { subscribe, hidden } = this.#service;
    const sending = new AbortController();
    let end: Promise<SubscribeOutcome>;
    if (subscribe) {
      event.preventDefault();
      const settings = this.#settings(url);
      const fields = readFields(form, submitter, field, this.#addressName, toPairs(hidden?.(settings)));
      end = submit(subscribe, settings, fields, sending.signal);
    } else end = watchNativePost(url, isNewTab, sending);
    this.#sentAt = timeStamp;
    this.#show('subscribeSending', sending);
    end.then(
      (outcome) => this.#finish(outcome, outcome.code === 'invalid-address' ? field : undefined),
      () => this.#show(),
    );
  };

  readonly #handleLink = (event: Event): void => {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (!this.dispatchEvent(new SubscribeSubmitEvent(this.service, href))) return event.preventDefault();
    const code = this.service === 'mailto' ? 'mail' : this.#isNewTab ? 'new-tab' : 'next-page';
    void this.#finish({ name: 'handover', code });
  };

  readonly #handleInput = (): void => {
    if (!this.#sending) this.#show();
  };

  readonly #handleChange = ({ target }: Event): void => {
    const field = this.#field;
    if (!field || target !== field || this.#sending) return;
    if (isDotless(normalizeAddress(field.value))) this.#show('subscribeNoDot');
  };

  #show(message?: MessageKey, sending?: AbortController, outcome?: SubscribeOutcome, wrong?: HTMLElement): void {
    if (this.#wrong) this.#wrong.ariaInvalid = null;
    if (wrong) wrong.ariaInvalid = 'true';
    this.#message = message;
    this.#sending = sending;
    this.#outcome = outcome;
    this.#wrong = wrong;
    this.requestUpdate();
  }

  async #finish(outcome: SubscribeOutcome, wrong?: HTMLElement): Promise<void> {
    const { service } = this;
    this.#show(`subscribe-${outcome.code}`, undefined, outcome, wrong);
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
