/** The form that the element writes where the page has none: plain HTML, as a page's author would write it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../shared/messages.js';
import { toPairs, type Fields } from './services/service.js';

/** The words around the field or link. */
export interface Wording {
  readonly translate: Translate;
  /** `''` for none. */
  readonly heading?: string;
  /** `''` for "new", `undefined` for none. */
  readonly badge?: string;
  readonly buttonLabel?: string;
}

export interface WrittenForm extends Wording {
  /** Of the heading. */
  readonly id: string;
  readonly action: string;
  readonly isNewTab: boolean;
  readonly addressName: string;
  /** `''` for no consent box. */
  readonly consent?: string;
  readonly hidden?: Fields;
  readonly botName?: string;
}

const renderHeading = ({ heading, badge, translate }: Wording, id?: string) => {
  const text = heading ?? translate('subscribeHeading');
  const mark = badge === undefined ? nothing : html`<mark>${badge || translate('subscribeBadge')}</mark>`;
  return text || mark !== nothing ? html`<p id=${id ?? nothing}>${mark} ${text}</p>` : nothing;
};

const renderLabel = ({ buttonLabel, translate }: Wording, isNewTab: boolean) =>
  html`${buttonLabel || translate('subscribeButton')}${
    isNewTab ? html`<span class="visually-hidden"> (${translate('newTab')})</span>` : nothing
  }`;

/** `rel` is set as a property: it is too young as an attribute of forms for the checker of templates. */
export function renderForm(form: WrittenForm): TemplateResult {
  const { id, isNewTab, botName, consent, translate } = form;
  return html`<form
    method="post"
    action=${form.action}
    target=${isNewTab ? '_blank' : nothing}
    .rel=${'noopener'}
    aria-labelledby=${id}
  >
    ${renderHeading(form, id)}
    <div>
      <label
        >${translate('subscribeEmail')}
        <input
          type="email"
          name=${form.addressName}
          autocomplete="email"
          required
          spellcheck="false"
          autocapitalize="off"
          dir="ltr"
      /></label>
      <button>${renderLabel(form, isNewTab)}</button>
    </div>
    ${consent ? html`<label><input type="checkbox" name="consent" value="yes" required /> ${consent}</label>` : nothing}
    ${toPairs(form.hidden).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}
    ${botName ? html`<input name=${botName} tabindex="-1" autocomplete="off" aria-hidden="true" />` : nothing}
  </form>`;
}

/** For services that take no address from a page. */
export function renderLink(
  wording: Wording,
  href: string,
  isNewTab: boolean,
  onClick: (event: Event) => void,
): TemplateResult {
  return html`<section>
    ${renderHeading(wording)}
    <a href=${href} target=${isNewTab ? '_blank' : nothing} rel="noopener" @click=${onClick}
      >${renderLabel(wording, isNewTab)}</a
    >
  </section>`;
}
