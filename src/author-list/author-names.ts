/** Draws a list of authors; `<author-list>` and `<paper-card>` share it, because an element per card costs a quarter more. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Author } from '../feed/model.js';
import type { Translate } from '../shared/messages.js';
import { safeUrl } from '../shared/safe-url.js';
import { nameMatcher } from './match-names.js';

/** How to draw authors. */
export interface AuthorNamesView {
  /** Names drawn before "+4 more"; 0 = all. */
  readonly max: number;
  readonly isExpanded?: boolean;
  /** Names to emphasise, as `nameMatcher` takes them. They are drawn even when they come after `max`. */
  readonly highlight: readonly string[];
  /** Whether names link to the authors' pages. */
  readonly isLinked?: boolean;
  readonly translate: Translate;
  readonly onToggle: () => void;
  /** The button's name for those who hear it without what is around it; by default as it is. A card adds its title. */
  readonly nameOfButton?: (text: string) => string;
  /** Draws plain text; by default as it is. A card marks search hits here. */
  readonly renderText?: (text: string) => unknown;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A right-to-left name keeps to itself, so that it does not turn the commas around. */
const isolate = (name: string) => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);

/**
 * Names, then "+4 more" when there are more than `max`; "7 authors" when only the number is known; nothing when not
 * even that is. Hidden authors are left out.
 *
 * @param authorCount number of authors where known; may exceed the number of names
 */
export function renderAuthorNames(
  authors: readonly Author[],
  authorCount: number | undefined,
  view: AuthorNamesView,
): TemplateResult | string | typeof nothing {
  const { translate, highlight, max } = view;
  const listed = authors.filter((author) => !author.hidden && author.name);
  if (!listed.length) return authorCount ? translate('authors', { n: authorCount }) : nothing;

  const isOurs = highlight.length ? nameMatcher(highlight) : undefined;
  const short = max > 0 ? listed.filter((author, index) => index < max || isOurs?.(author.name)) : listed;
  const drawn = view.isExpanded ? listed : short;
  const cutCount = listed.length - drawn.length;
  const unnamedCount = Math.max(0, (authorCount ?? 0) - listed.length);

  const names = renderNames(drawn, isOurs, view);
  const isToggle = short.length < listed.length;
  const more = translate('moreAuthors', { n: cutCount + unnamedCount });
  const label = cutCount ? more : translate('fewerAuthors');
  const name = cutCount ? `${more}, ${translate('authors', { n: listed.length + unnamedCount })}` : label;
  // Empty, and not nothing, where the button may bring it: a card without a place for it would be another template.
  return html`${names}${
    isToggle
      ? html` <button
          class="more-authors"
          type="button"
          part="more-authors"
          aria-expanded=${view.isExpanded ? 'true' : 'false'}
          aria-label=${view.nameOfButton?.(name) ?? name}
          @click=${view.onToggle}
        >
          ${label}
        </button>`
      : nothing
  }${unnamedCount ? (cutCount ? '' : `, ${translate('moreAuthors', { n: unnamedCount }).replaceAll(' ', '\u00a0')}`) : nothing}`;
}

/** Names joined by commas, with as few nodes as the emphasis and the links allow. */
function renderNames(
  authors: readonly Author[],
  isOurs: ((name: string) => boolean) | undefined,
  { isLinked, renderText = (text) => text }: AuthorNamesView,
): unknown {
  const pieces: unknown[] = [];
  // Not added up: browsers keep such a text as all the pieces that it was made of.
  let texts: string[] = [];
  authors.forEach((author, index) => {
    const separator = index ? ', ' : '';
    const name = isolate(author.name);
    const url = isLinked ? safeUrl(author.url) : undefined;
    const isMarked = isOurs?.(author.name);
    if (!isMarked && !url) {
      texts.push(separator, name);
      return;
    }
    if (index) pieces.push(renderText([...texts, separator].join('')));
    texts = [];
    const label = url
      ? html`<a class="author" part="author-link" href=${url}>${renderText(name)}</a>`
      : renderText(name);
    pieces.push(isMarked ? html`<strong class="highlight" part="highlight">${label}</strong>` : label);
  });
  if (texts.length) pieces.push(renderText(texts.join('')));
  // Most lists are one text, and need no place for others.
  return pieces.length === 1 ? pieces[0] : pieces;
}
