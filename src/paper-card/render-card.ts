/** Draws one paper. Lean on purpose: few nodes and few expressions, because a feed draws it a thousand times. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderAuthorNames } from '../author-list/author-names.js';
import { nameMatcher } from '../author-list/match-names.js';
import type { Paper } from '../feed/model.js';
import { formatCount, formatDate } from '../shared/format.js';
import { safeUrl } from '../shared/safe-url.js';
import type { CardView, HeadingLevel } from './card-view.js';
import { renderPlain, renderText } from './render-text.js';

/** What a reader has opened in the card, and how they open it. */
export interface CardInteraction {
  /** Place in a `role="feed"`, from 1; `undefined` elsewhere. */
  readonly position?: number;
  readonly isAbstractOpen: boolean;
  readonly isAbstractClipped: boolean;
  readonly areAuthorsOpen: boolean;
  readonly onToggleAbstract: () => void;
  readonly onToggleAuthors: () => void;
  readonly onAbstractFocus: (event: Event) => void;
}

export function renderCard(paper: Paper, view: CardView, interaction: CardInteraction): TemplateResult {
  const { fields, layout } = view;
  const { position } = interaction;
  const upvotes = fields.has('upvotes') ? renderUpvotes(paper, view) : nothing;
  const isCompact = layout === 'compact';
  return html`<article
    class=${layout}
    part="card"
    aria-labelledby="title"
    aria-describedby=${position && fields.has('abstract') && paper.abstract ? 'abstract' : nothing}
    aria-posinset=${position ?? nothing}
    aria-setsize=${position ? view.setSize : nothing}
    tabindex=${position ? (paper.url ? -1 : 0) : nothing}
  >
    ${fields.has('thumbnail') ? renderThumbnail(paper) : nothing}${isCompact ? nothing : upvotes}
    <div class="body">
      ${renderTitle(paper, view)}${
        fields.has('submitter') && paper.submitter
          ? html`<p class="submitter">${view.translate('submittedBy', { name: paper.submitter })}</p>`
          : nothing
      }${fields.has('summary') && paper.aiSummary ? renderSummary(paper.aiSummary, view) : nothing}${
        fields.has('abstract') && paper.abstract ? renderAbstract(paper.abstract, paper, view, interaction) : nothing
      }
      <div class="meta" part="meta">
        ${renderOrigin(paper, view, interaction)}${renderDate(paper, view)}${isCompact ? upvotes : nothing}${renderComments(paper, view)}${renderStars(paper, view)}
      </div>
      ${renderKeywords(paper, view)}${renderLinks(paper, view)}
    </div>
  </article>`;
}

/** An address of the paper, checked once more where it becomes a link; `target` as the owner wants it. */
function link(url: string | undefined, view: CardView, content: unknown, name?: string, part?: string): unknown {
  const href = safeUrl(url);
  if (!href) return content;
  const isNewTab = view.target === '_blank';
  return html`<a
    part=${part ?? nothing}
    href=${href}
    target=${isNewTab ? '_blank' : nothing}
    rel=${isNewTab ? 'noopener' : nothing}
    aria-label=${name ?? nothing}
    title=${isNewTab ? view.translate('newTab') : nothing}
    >${content}</a
  >`;
}

const headings: Readonly<Record<HeadingLevel, (content: unknown) => TemplateResult>> = {
  2: (content) => html`<h2 class="title" id="title" part="title" dir="auto">${content}</h2>`,
  3: (content) => html`<h3 class="title" id="title" part="title" dir="auto">${content}</h3>`,
  4: (content) => html`<h4 class="title" id="title" part="title" dir="auto">${content}</h4>`,
  5: (content) => html`<h5 class="title" id="title" part="title" dir="auto">${content}</h5>`,
  6: (content) => html`<h6 class="title" id="title" part="title" dir="auto">${content}</h6>`,
};

function renderTitle(paper: Paper, view: CardView): TemplateResult {
  const heading = headings[view.headingLevel] ?? headings[3];
  return heading(
    link(paper.url, view, renderText(paper.title, { isLinked: false, terms: view.terms }), undefined, 'title-link'),
  );
}

/** The box is narrow: `3,29 mil` takes two lines. */
function renderUpvotes({ upvoteCount }: Paper, { hasUpvoteColumn, locale, translate }: CardView): unknown {
  if (upvoteCount === undefined) return hasUpvoteColumn ? html`<span class="upvotes none"></span>` : nothing;
  const name = upvoteCount ? translate('upvotes', { n: upvoteCount }) : translate('noUpvotes');
  return html`<span class="upvotes" part="upvotes" role="img" aria-label=${name}
    >${upvoteCount ? formatCount(upvoteCount, locale).replace('\u00a0', ' ') : '-'}</span
  >`;
}

// Without `alt` text on purpose: the picture only repeats the title.
function renderThumbnail({ thumbnailUrl }: Paper): TemplateResult {
  const src = safeUrl(thumbnailUrl);
  return html`<div class="thumbnail" part="thumbnail">
    ${
      src
        ? html`<img
            src=${src}
            alt=""
            width="640"
            height="360"
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @error=${hideBrokenImage}
          />`
        : nothing
    }
  </div>`;
}

function hideBrokenImage(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}

function renderSummary(summary: string, { translate }: CardView): TemplateResult {
  return html`<p class="summary" part="summary" dir="auto">
    <span class="badge">${translate('aiSummary')}</span> <bdi>${renderText(summary)}</bdi>
  </p>`;
}

function renderAbstract(abstract: string, paper: Paper, view: CardView, interaction: CardInteraction): TemplateResult {
  const { abstractLines, translate } = view;
  const { isAbstractOpen, isAbstractClipped } = interaction;
  const isClamped = abstractLines > 0 && !isAbstractOpen;
  const hasButton = abstractLines > 0 && isAbstractClipped;
  return html`<div class="abstract" part="abstract" dir="auto" @focusin=${interaction.onAbstractFocus}>
    <p id="abstract" class=${isClamped ? (hasButton ? 'clamp clipped' : 'clamp') : ''}>${renderText(abstract, view)}</p>
    ${
      hasButton
        ? html`<button
            class="more"
            type="button"
            aria-expanded=${isAbstractOpen ? 'true' : 'false'}
            aria-controls="abstract"
            aria-label=${translate(isAbstractOpen ? 'lessOfAbstract' : 'moreOfAbstract', { title: paper.title })}
            @click=${interaction.onToggleAbstract}
          >
            ${translate(isAbstractOpen ? 'less' : 'more')}
          </button>`
        : nothing
    }
  </div>`;
}

/** Who made it: the organization stands in for the authors, unless both were asked for or one author is highlighted. */
function renderOrigin(paper: Paper, view: CardView, interaction: CardInteraction): unknown {
  const { fields, highlight, translate } = view;
  const organization = fields.has('organization') ? paper.organization : undefined;
  const names = () =>
    renderAuthorNames(paper.authors, paper.authorCount, {
      max: view.authorMax,
      isExpanded: interaction.areAuthorsOpen,
      highlight,
      translate,
      onToggle: interaction.onToggleAuthors,
      renderText: (text) => renderPlain(text, view),
    });
  const isNamed =
    !organization ||
    view.hasAuthorsBesideOrganization ||
    (highlight.length > 0 && paper.authors.some((author) => nameMatcher(highlight)(author.name)));
  const hasAuthors = fields.has('authors') && isNamed && (paper.authors.length || paper.authorCount);
  return html`${
    organization
      ? html`<span class="organization"
          >${link(organization.url, view, html`${renderLogo(organization.logoUrl)}${renderPlain(organization.name, view)}`)}</span
        >`
      : nothing
  }${hasAuthors ? html`<span class="authors">${names()}</span>` : nothing}`;
}

function renderLogo(logoUrl: string | undefined): unknown {
  const src = safeUrl(logoUrl);
  if (!src) return nothing;
  return html`<img
    class="logo"
    src=${src}
    alt=""
    width="16"
    height="16"
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${hideBrokenImage}
  />`;
}

function renderDate({ publishedAt }: Paper, { fields, locale }: CardView): unknown {
  const text = fields.has('date') && publishedAt ? formatDate(publishedAt, locale, Date.now()) : '';
  return text ? html`<time datetime=${publishedAt!}>${text}</time>` : nothing;
}

function renderComments({ commentCount, discussionUrl }: Paper, view: CardView): unknown {
  return view.fields.has('comments') ? renderCount('comments', commentCount, discussionUrl, view) : nothing;
}

function renderStars({ codeStarCount, codeUrl }: Paper, view: CardView): unknown {
  return view.fields.has('stars') ? renderCount('stars', codeStarCount, codeUrl, view) : nothing;
}

/** A number with an icon, nothing at zero. Its words, for those who do not see the icon, begin with what is seen. */
function renderCount(
  kind: 'comments' | 'stars',
  n: number | undefined,
  url: string | undefined,
  view: CardView,
): unknown {
  if (!n) return nothing;
  const count = formatCount(n, view.locale);
  const name = view.translate(kind, { n, count });
  return safeUrl(url)
    ? html`<span class=${kind}>${link(url, view, count, name)}</span>`
    : html`<span class=${kind} role="img" aria-label=${name}>${count}</span>`;
}

function renderKeywords({ keywords }: Paper, view: CardView): unknown {
  if (!keywords.length || !view.fields.has('keywords')) return nothing;
  return html`<ul class="keywords" part="keywords" aria-label=${view.translate('keywords')}>
    ${keywords.slice(0, MAX_KEYWORDS).map((keyword) => html`<li dir="auto">${renderPlain(keyword, view)}</li>`)}
  </ul>`;
}

/** Sources name up to 44 keywords; more than a handful say nothing. */
const MAX_KEYWORDS = 8;

function renderLinks(paper: Paper, view: CardView): unknown {
  if (!view.fields.has('links')) return nothing;
  const arxivUrl = paper.arxivId && `https://arxiv.org/abs/${paper.arxivId}`;
  const entries = [
    ['PDF', paper.pdfUrl],
    [view.translate('code'), paper.codeUrl],
    [view.translate('project'), paper.projectUrl],
    ['arXiv', arxivUrl],
    [view.translate('discussion'), paper.discussionUrl],
  ] as const;
  const links = entries.filter(([, url]) => safeUrl(url) && url !== paper.url);
  if (!links.length) return nothing;
  return html`<p class="links" part="links">
    ${links.map(([text, url]) => link(url, view, text, view.translate('linkOf', { link: text, title: paper.title })))}
  </p>`;
}
