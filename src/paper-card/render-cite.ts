/** The "Cite" button of a card, and what it opens: the BibTeX entry, ready to be copied. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Paper } from '../feed/model.js';
import { safeUrl } from '../shared/safe-url.js';
import { toBibtex } from '../text/bibtex.js';
import { plainText } from '../text/plain-text.js';
import type { CardView } from './card-view.js';

/** A citation that the reader has opened. */
export interface Citation {
  readonly text: string;
  /** Whether the text has been copied; `undefined` = nobody has tried. */
  readonly isCopied?: boolean;
}

export const citationOf = (paper: Paper): Citation => ({ text: toBibtex(paper) });

export function renderCiteButton(
  paper: Paper,
  { translate }: CardView,
  isOpen: boolean,
  onToggle: () => void,
): TemplateResult {
  const text = translate('cite');
  return html`<button
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls=${isOpen ? 'cite' : nothing}
    aria-label=${translate('linkOf', { link: text, title: plainText(paper.title) })}
    @click=${onToggle}
  >
    ${text}
  </button>`;
}

/** The text stands in a field of its own, so that it can be selected where a page may not write to the clipboard. */
export function renderCitation(
  paper: Paper,
  { translate }: CardView,
  { text, isCopied }: Citation,
  onCopy: (text: string) => void,
): TemplateResult {
  const url = safeUrl(paper.doi && `https://doi.org/${encodeURI(paper.doi)}`) ?? safeUrl(paper.url);
  return html`<div class="cite" part="cite" id="cite">
    <textarea
      readonly
      rows="6"
      dir="ltr"
      spellcheck="false"
      aria-label=${translate('linkOf', { link: translate('cite'), title: plainText(paper.title) })}
      .value=${text}
    ></textarea>
    <button type="button" @click=${() => onCopy(toBibtex(paper))}>${translate('copyBibtex')}</button>
    ${url ? html`<button type="button" @click=${() => onCopy(url)}>${translate('copyLink')}</button>` : nothing}
    <span role="status">${isCopied === undefined ? nothing : translate(isCopied ? 'copied' : 'copyByHand')}</span>
  </div>`;
}

/**
 * Copies a text. Where the page has no right to, or is no secure one, the field is focused and its text selected, and
 * the browser's older command is tried.
 *
 * @param view the window that has the focus: others may not write to the clipboard
 * @returns whether it has been copied
 */
export async function copyText(text: string, view: Window, field: () => HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await view.navigator.clipboard.writeText(text);
    return true;
  } catch {
    field()?.focus();
    field()?.select();
    return view.document.execCommand('copy');
  }
}
