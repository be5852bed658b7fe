/** Draws what stands around the papers: heading, placeholders, notices, the line with "Show more". */
import { html, nothing, type TemplateResult } from 'lit';
import { formatAge } from '../shared/format.js';
import type { LanguageController } from '../shared/language.js';
import type { Translate } from '../shared/messages.js';
import type { FeedSource } from './feed-source.js';
import type { FeedView, ReaderChoice } from './feed-view.js';

/** Level of a feed's own heading; its papers are one deeper. */
export type FeedHeadingLevel = 2 | 3 | 4 | 5;

const headings: Readonly<Record<FeedHeadingLevel, (content: unknown) => TemplateResult>> = {
  2: (content) => html`<h2 class="heading" id="heading" part="heading" dir="auto">${content}</h2>`,
  3: (content) => html`<h3 class="heading" id="heading" part="heading" dir="auto">${content}</h3>`,
  4: (content) => html`<h4 class="heading" id="heading" part="heading" dir="auto">${content}</h4>`,
  5: (content) => html`<h5 class="heading" id="heading" part="heading" dir="auto">${content}</h5>`,
};

/**
 * Heading and byline, or nothing when there are none. Of what is not known yet (`undefined`) the place is kept; an empty
 * text is none.
 */
export function renderHeader(
  heading: string | undefined,
  byline: string | undefined,
  level: FeedHeadingLevel,
  translate: Translate,
): unknown {
  if (heading === '' && byline === '') return nothing;
  const bar = (text: string) =>
    html`<span class="bar">${text && html`<span class="visually-hidden">${text}</span>`}</span>`;
  return html`<header part="header">
    ${heading === '' ? nothing : headings[level](heading ?? bar(translate('loading')))}
    ${byline === '' ? nothing : html`<p class="byline" part="byline" dir="auto">${byline ?? bar('')}</p>`}
  </header>`;
}

/** Placeholders as high as the cards that will take their place; hidden from assistive technology. */
export function renderSkeletons(count: number, lineCount: number): TemplateResult[] {
  const lines = Array.from({ length: lineCount + 2 }, () => html`<i></i>`);
  return Array.from({ length: count }, () => html`<div class="skeleton" aria-hidden="true">${lines}</div>`);
}

/** A sentence with an optional button; the button keeps the focus while an answer is awaited. */
export function renderNotice(
  text: unknown,
  buttonLabel?: string,
  onClick?: () => void,
  isBusy = false,
): TemplateResult {
  return html`<div class="notice" part="notice">
    ${typeof text === 'string' ? html`<p>${text}</p>` : text}
    ${
      buttonLabel
        ? html`<button type="button" part="button" aria-disabled=${isBusy ? 'true' : 'false'} @click=${onClick}>
            ${buttonLabel}
          </button>`
        : nothing
    }
  </div>`;
}

/**
 * What the reader should know about the list as a whole: new papers, an old list, a missing source, a failure.
 *
 * @param newCount of papers to offer
 * @param isTop whether nothing stands above in the panel
 */
export function renderNotices(
  source: FeedSource,
  newCount: number,
  isTop: boolean,
  { locale, translate }: Pick<LanguageController, 'locale' | 'translate'>,
  onRetry: () => void,
  onAccept: () => void,
): unknown {
  const { busyWith, feed, failures, isStale, status } = source;
  const missing = failures.map(({ url }) => sourceName(url)).join(', ');
  const age = isStale && feed ? formatAge(feed.fetchedAt, locale, Date.now()) : '';
  const retry = (text: unknown) => renderNotice(text, translate('retry'), onRetry, !!busyWith);
  // While another attempt is made, the words say so.
  const failed = html`<slot name="error"><p>${translate(busyWith ? 'loading' : 'failed')}</p></slot>`;
  const offer = () => renderNotice(translate('newPapers', { n: newCount }), translate('showNew'), onAccept);
  return html`${age ? retry(translate('stale', { age })) : nothing}${
    missing ? retry(translate('missingSource', { sources: missing })) : nothing
  }${status === 'error' ? retry(failed) : nothing}${newCount ? html`<div class="offer ${isTop && !age && !missing ? 'top' : ''}">${offer()}</div>` : nothing}`;
}

/** Why no paper is on screen although there is a feed, and what leads to papers. */
export function renderEmpty(
  { searchedFor, period }: FeedView,
  { locale, translate }: Pick<LanguageController, 'locale' | 'translate'>,
  onChoice: (choice: ReaderChoice) => void,
): TemplateResult {
  if (searchedFor.trim()) {
    const clear = () => onChoice({ query: '' });
    return renderNotice(translate('noMatch', { query: searchedFor.trim() }), translate('clearSearch'), clear);
  }
  const { previousAt } = period;
  const showPrevious = () => onChoice({ at: previousAt });
  const label = previousAt && translate('showPeriod', { period: period.label(previousAt, locale, translate) });
  return html`<slot name="empty">${renderNotice(period.emptyText(locale, translate), label, showPrevious)}</slot>`;
}

/** "Show more" with how far the reader has come. The button keeps the focus while an answer is awaited. */
export function renderFooter(
  label: string,
  count: string,
  isBusy: boolean,
  onClick: (event: Event) => void,
): TemplateResult {
  return html`<div class="footer" part="footer">
    <button type="button" part="button" aria-disabled=${isBusy ? 'true' : 'false'} @click=${onClick}>${label}</button>
    <p class="count">${count}</p>
  </div>`;
}

/** A source in short: its host, or its path where it lies beside the page. */
function sourceName(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return (url?.origin === location.origin ? url.pathname : url?.host) ?? address;
}
