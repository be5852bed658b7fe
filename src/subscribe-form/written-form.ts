/** The form that the element writes where the page has none: plain HTML, as a page's author would write it. */
import { html, nothing, type TemplateResult } from 'lit';
import { warnOnce } from '../shared/attributes.js';
import type { Translate } from '../shared/messages.js';
import { safeUrl } from '../shared/safe-url.js';
import { toPairs } from './services/service.js';
import { addressNameOf, opensNewTab, serviceOf, settingsOf, type Setup } from './setup.js';

/** What the words are in. */
interface Language {
  readonly translate: Translate;
  readonly locale: string;
}

/**
 * Draws the form, or the link where the service takes no address from a page; nothing, and a warning, without `action`.
 *
 * @param id of the heading
 * @param onLink hears of clicks on the link
 */
export function renderWritten(
  setup: Setup,
  language: Language,
  id: string,
  onLink: (event: Event) => void,
): TemplateResult | typeof nothing {
  const action = setup.action ?? '';
  const isMail = setup.service === 'mailto';
  const url = isMail ? action.replace(/^(mailto:)?/i, 'mailto:') : safeUrl(action, setup.baseURI);
  if (!action || !url) {
    warnOnce(`<subscribe-form> needs a form inside, or the action="https://…" of one; found action="${action}".`);
    return nothing;
  }
  const target = opensNewTab(setup) && !isMail ? '_blank' : nothing;
  return serviceOf(setup).isLink
    ? renderLink(setup, language, url, target, onLink)
    : renderForm(setup, language, url, target, id);
}

function renderHeading(setup: Setup, { translate }: Language, id?: string) {
  // An attribute that went left `null`.
  const badge = setup.badge ?? 'false';
  const text = setup.heading ?? translate('subscribeHeading');
  const mark =
    badge.trim().toLowerCase() === 'false' ? nothing : html`<mark>${badge || translate('subscribeBadge')}</mark>`;
  return text || mark !== nothing ? html`<p id=${id ?? nothing}>${mark} ${text}</p>` : nothing;
}

const renderLabel = ({ buttonLabel }: Setup, { translate }: Language, target: unknown) =>
  html`${buttonLabel || translate('subscribeButton')}${
    target === nothing ? nothing : html`<span class="visually-hidden"> (${translate('newTab')})</span>`
  }`;

/** `rel` is set as a property: it is too young as an attribute of forms for the checker of templates. */
function renderForm(
  setup: Setup,
  language: Language,
  url: string,
  target: '_blank' | typeof nothing,
  id: string,
): TemplateResult {
  const { consent } = setup;
  const service = serviceOf(setup);
  const settings = settingsOf(setup, url, language.locale);
  const heading = renderHeading(setup, language, id);
  const botName = service.botName?.(settings);
  return html`<form
    method="post"
    action=${service.endpoint?.(settings) ?? url}
    target=${target}
    .rel=${'noopener'}
    aria-labelledby=${heading === nothing ? nothing : id}
  >
    ${heading}
    <div>
      <label
        >${language.translate('subscribeEmail')}
        <input
          type="email"
          name=${addressNameOf(setup)}
          autocomplete="email"
          required
          spellcheck="false"
          autocapitalize="off"
          dir="ltr"
      /></label>
      <button>${renderLabel(setup, language, target)}</button>
    </div>
    ${consent ? html`<label><input type="checkbox" name="consent" value="yes" required aria-invalid="false" /> ${consent}</label>` : nothing}
    ${toPairs(service.hidden?.(settings)).map(
      ([name, value]) => html`<input type="hidden" name=${name} value=${value} />`,
    )}
    ${botName ? html`<input name=${botName} tabindex="-1" autocomplete="off" aria-hidden="true" />` : nothing}
  </form>`;
}

const renderLink = (
  setup: Setup,
  language: Language,
  href: string,
  target: '_blank' | typeof nothing,
  onLink: (event: Event) => void,
): TemplateResult =>
  html`<section>
    ${renderHeading(setup, language)}
    <a href=${href} target=${target} rel="noopener" @click=${onLink}>${renderLabel(setup, language, target)}</a>
  </section>`;
