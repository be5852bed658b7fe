/** What the reader can change: search, order, period, layout. Draws only; the feed's view keeps the choices. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PaperSort } from '../feed/select-papers.js';
import type { Layout } from '../paper-card/card-view.js';
import type { LanguageController } from '../shared/language.js';
import type { MessageKey } from '../shared/messages.js';
import type { FeedView, ReaderChoice } from './feed-view.js';
import type { Period } from './period-view.js';

export const controlNames = ['search', 'sort', 'period', 'layout'] as const;
export type ControlName = (typeof controlNames)[number];

type Language = Pick<LanguageController, 'locale' | 'translate'>;
type OnChoice = (choice: ReaderChoice) => void;

const sortWords: Readonly<Record<PaperSort, MessageKey>> = {
  feed: 'sortFeed',
  newest: 'sortNewest',
  upvotes: 'sortUpvotes',
  comments: 'sortComments',
  stars: 'sortStars',
  title: 'sortTitle',
};

const periodWords: Readonly<Record<Period, MessageKey>> = {
  none: 'periodAll',
  day: 'periodDay',
  week: 'periodWeek',
  month: 'periodMonth',
  trending: 'periodTrending',
};

const layoutWords: Readonly<Record<Layout, MessageKey>> = {
  list: 'layoutList',
  grid: 'layoutGrid',
  compact: 'layoutCompact',
};

const renderers: Readonly<Record<ControlName, (view: FeedView, language: Language, onChoice: OnChoice) => unknown>> = {
  search: renderSearch,
  sort: renderSort,
  period: renderPeriod,
  layout: renderLayout,
};

/** The controls that the owner has chosen, always in the same order. */
export function renderControls(
  controls: readonly ControlName[],
  view: FeedView,
  language: Language,
  onChoice: OnChoice,
): TemplateResult {
  const chosen = controlNames.filter((name) => controls.includes(name));
  return html`<div class="controls" part="controls" role="search" aria-label=${language.translate('controls')}>
    ${chosen.map((name) => renderers[name](view, language, onChoice))}
  </div>`;
}

function renderSearch(view: FeedView, { translate }: Language, onChoice: OnChoice): TemplateResult {
  const { query, isSearchAwaited, selection } = view;
  return html`<div class="search">
    <input
      type="search"
      part="search"
      aria-label=${translate('search')}
      placeholder=${translate('search')}
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      .value=${live(query)}
      @focus=${() => void view.prepareSearch()}
      @input=${(event: Event) => onChoice({ query: (event.target as HTMLInputElement).value })}
    />
    ${query.trim() && !isSearchAwaited ? html`<span class="count">${translate('matches', { n: selection.foundCount })}</span>` : nothing}
  </div>`;
}

function renderSort({ sort, sorts }: FeedView, { translate }: Language, onChoice: OnChoice): TemplateResult {
  return renderSelect(
    'sort',
    translate('sort'),
    sort,
    sorts,
    (each) => translate(sortWords[each]),
    (value) => onChoice({ sort: value }),
  );
}

function renderPeriod({ period }: FeedView, { locale, translate }: Language, onChoice: OnChoice): TemplateResult {
  const { at, previousAt, nextAt } = period;
  const step = (word: 'previous' | 'next', to: string | undefined) =>
    html`<button
      class="step ${word}"
      type="button"
      aria-label=${translate(word)}
      title=${translate(word)}
      aria-disabled=${to ? 'false' : 'true'}
      @click=${() => to && onChoice({ at: to })}
    ></button>`;
  return html`<div class="period" part="period">
    ${renderSelect(
      'kind',
      translate('period'),
      period.kind,
      period.kinds,
      (each) => translate(periodWords[each]),
      (kind) => onChoice({ period: kind, at: undefined }),
    )}
    ${
      at
        ? html`${step('previous', previousAt)}
            <span class="at" aria-live="polite">${period.label(at, locale, translate)}</span>
            ${step('next', nextAt)}`
        : nothing
    }
  </div>`;
}

function renderLayout({ layout }: FeedView, { translate }: Language, onChoice: OnChoice): TemplateResult {
  const names = Object.keys(layoutWords) as Layout[];
  return html`<div class="layouts" part="layouts" role="group" aria-label=${translate('layout')}>
    ${names.map(
      (name) =>
        html`<button
          class="icon ${name}"
          type="button"
          aria-pressed=${name === layout ? 'true' : 'false'}
          aria-label=${translate(layoutWords[name])}
          title=${translate(layoutWords[name])}
          @click=${() => onChoice({ layout: name })}
        ></button>`,
    )}
  </div>`;
}

function renderSelect<Value extends string>(
  part: string,
  label: string,
  value: Value,
  values: readonly Value[],
  textOf: (value: Value) => string,
  onChange: (value: Value) => void,
): TemplateResult {
  return html`<label class="choice"
    ><span>${label}</span>
    <select part=${part} @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value as Value)}>
      ${values.map(
        (each) => html`<option value=${String(each)} .selected=${live(each === value)}>${textOf(each)}</option>`,
      )}
    </select></label
  >`;
}
