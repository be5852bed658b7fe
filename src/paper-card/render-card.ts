/** Draws one paper. Lean on purpose: few nodes and few expressions, because a feed draws it a thousand times. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderAuthorNames } from '../author-list/author-names.js';
import { nameMatcher } from '../author-list/match-names.js';
import type { Organization, Paper } from '../feed/model.js';
import { formatCount, formatDate } from '../shared/format.js';
import { safeUrl } from '../shared/safe-url.js';
import { plainText } from '../text/plain-text.js';
import type { CardView, HeadingLevel } from './card-view.js';
import { renderCitation, renderCiteButton, type Citation } from './render-cite.js';
import { renderPlain, renderText } from './render-text.js';
import { hideIfBroken, renderThumbnail, type VideoState } from './render-thumbnail.js';

/** What a reader has opened in the card, and how they open it. */
export interface CardInteraction {
  /** Place in a `role="feed"`, from 1; `undefined` elsewhere. */
  readonly position?: number;
  readonly isAbstractOpen?: boolean;
  readonly isAbstractClipped?: boolean;
  readonly areAuthorsOpen?: boolean;
  readonly video?: VideoState;
  readonly citation?: Citation;
  readonly onToggleAbstract: () => void;
  readonly onToggleAuthors: () => void;
  readonly onAbstractFocus: (event: Event) => void;
  readonly onVideo: (state: VideoState) => void;
  readonly onToggleCitation: () => void;
  readonly onCopy: (text: string) => void;
}

export function renderCard(paper: Paper, view: CardView, interaction: CardInteraction): TemplateResult {
  const { fields, layout } = view;
  const { position } = interaction;
  const isCompact = layout === 'compact';
  const upvotes = fields.has('upvotes') ? renderUpvotes(paper, view) : nothing;
  return html`<article
    class=${layout}
    part="card"
    aria-labelledby="title"
    aria-describedby=${position && fields.has('abstract') && paper.abstract ? 'abstract' : nothing}
    aria-posinset=${position ?? nothing}
    aria-setsize=${position ? view.setSize : nothing}
    tabindex=${position ? (paper.url ? -1 : 0) : nothing}
  >
    ${fields.has('thumbnail') ? [renderThumbnail(paper, view, interaction.video, interaction.onVideo)] : nothing}${isCompact ? nothing : upvotes}
    <div class="body">
      ${renderTitle(paper, view)}${
        fields.has('submitter') && paper.submitter
          ? html`<p class="submitter">${view.translate('submittedBy', { name: paper.submitter })}</p>`
          : nothing
      }${fields.has('summary') && paper.aiSummary ? renderSummary(paper.aiSummary, view) : nothing}${
        fields.has('abstract') && paper.abstract ? renderAbstract(paper.abstract, paper, view, interaction) : nothing
      }
      <div class="meta" part="meta">
        ${renderOrigin(paper, view, interaction)}${renderDate(paper, view)}${isCompact && upvotes !== nothing ? html`<span>${upvotes}</span>` : nothing}${renderComments(paper, view)}${renderStars(paper, view)}
      </div>
      ${renderKeywords(paper, view)}${renderLinks(paper, view, interaction)}
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
function renderUpvotes({ upvoteCount }: Paper, { hasUpvoteColumn, layout, locale, translate }: CardView): unknown {
  if (upvoteCount === undefined)
    return hasUpvoteColumn && layout !== 'compact' ? html`<span class="upvotes none"></span>` : nothing;
  const name = upvoteCount ? translate('upvotes', { n: upvoteCount }) : translate('noUpvotes');
  return html`<span class="upvotes" part="upvotes" role="img" aria-label=${name}
    >${upvoteCount ? formatCount(upvoteCount, locale).replace('\u00a0', ' ') : '-'}</span
  >`;
}

/** The summary decides its direction, which is why the words before it are isolated. */
function renderSummary(summary: string, { translate }: CardView): TemplateResult {
  return html`<p class="summary" part="summary" dir="auto">
    <bdi class="badge">${translate('aiSummary')}</bdi> ${renderText(summary)}
  </p>`;
}

function renderAbstract(abstract: string, paper: Paper, view: CardView, interaction: CardInteraction): TemplateResult {
  const { abstractLines, translate } = view;
  const { isAbstractOpen, isAbstractClipped } = interaction;
  const isClamped = abstractLines > 0 && !isAbstractOpen;
  const hasButton = abstractLines > 0 && isAbstractClipped;
  return html`<div
    class="abstract"
    part="abstract"
    dir="auto"
    @focusin=${isAbstractClipped ? interaction.onAbstractFocus : undefined}
  >
    <p id="abstract" .className=${isClamped ? (hasButton ? 'clamp clipped' : 'clamp') : ''}>
      ${renderParagraphs(abstract, view)}
    </p>
    ${
      hasButton
        ? [
            html`<button
              class="more"
              type="button"
              aria-expanded=${isAbstractOpen ? 'true' : 'false'}
              aria-controls="abstract"
              aria-label=${translate(isAbstractOpen ? 'lessOfAbstract' : 'moreOfAbstract', { title: plainText(paper.title) })}
              @click=${interaction.onToggleAbstract}
            >
              ${translate(isAbstractOpen ? 'less' : 'more')}
            </button>`,
          ]
        : []
    }
  </div>`;
}

/** Paragraphs as blocks within the one that is cut; most abstracts are one, and cost nothing. */
function renderParagraphs(text: string, view: CardView): unknown {
  const paragraphs = text.split('\n\n');
  return paragraphs[1]
    ? paragraphs.map((each) => html`<span class="paragraph">${renderText(each, view)}</span>`)
    : renderText(text, view);
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
      nameOfButton: (text) => linkName(text, paper, view),
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
      ? html`<span class="organization">${link(organization.url, view, renderOrganization(organization, view))}</span>`
      : nothing
  }${hasAuthors ? html`<span class="authors">${names()}</span>` : nothing}`;
}

/** The name decides on which side of it the logo stands. */
function renderOrganization({ name, logoUrl }: Organization, view: CardView): unknown {
  const src = safeUrl(logoUrl);
  const text = renderPlain(name, view);
  return src
    ? html`<bdi
        ><img
          class="logo"
          src=${src}
          alt=""
          width="16"
          height="16"
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          @error=${hideIfBroken}
          @load=${hideIfBroken}
        />${text}</bdi
      >`
    : text;
}

function renderDate({ publishedAt }: Paper, { fields, locale }: CardView): unknown {
  const text = fields.has('date') && publishedAt ? formatDate(publishedAt, locale, Date.now()) : '';
  return text ? html`<time datetime=${publishedAt!}>${text}</time>` : nothing;
}

function renderComments(paper: Paper, view: CardView): unknown {
  return view.fields.has('comments')
    ? renderCount('comments', paper.commentCount, paper.discussionUrl, paper, view)
    : nothing;
}

function renderStars(paper: Paper, view: CardView): unknown {
  return view.fields.has('stars') ? renderCount('stars', paper.codeStarCount, paper.codeUrl, paper, view) : nothing;
}

/** A number with an icon, nothing at zero. Its words, for those who do not see the icon, begin with what is seen. */
function renderCount(
  kind: 'comments' | 'stars',
  n: number | undefined,
  url: string | undefined,
  paper: Paper,
  view: CardView,
): unknown {
  if (!n) return nothing;
  const count = formatCount(n, view.locale);
  const name = view.translate(kind, { n, count });
  return html`<span class=${kind}
    >${
      safeUrl(url)
        ? link(url, view, count, linkName(name, paper, view))
        : html`<span role="img" aria-label=${name}>${count}</span>`
    }</span
  >`;
}

/** What makes sense in a list of all links of a page. */
const linkName = (link: string, { title }: Paper, { translate }: CardView) =>
  translate('linkOf', { link, title: plainText(title) });

function renderKeywords({ keywords }: Paper, view: CardView): unknown {
  if (!keywords.length || !view.fields.has('keywords')) return nothing;
  return html`<ul class="keywords" part="keywords" aria-label=${view.translate('keywords')}>
    ${keywords.slice(0, MAX_KEYWORDS).map((keyword) => html`<li dir="auto">${renderPlain(keyword, view)}</li>`)}
  </ul>`;
}

/** Sources name up to 44 keywords; more than a handful say nothing. */
const MAX_KEYWORDS = 8;

function renderLinks(paper: Paper, view: CardView, interaction: CardInteraction): unknown {
  const { fields, translate } = view;
  const { citation } = interaction;
  const arxivUrl = paper.arxivId && `https://arxiv.org/abs/${paper.arxivId}`;
  const entries = [
    ['PDF', paper.pdfUrl],
    [translate('code'), paper.codeUrl],
    [translate('project'), paper.projectUrl],
    ['arXiv', arxivUrl],
    [translate('discussion'), paper.discussionUrl],
  ] as const;
  const hasCite = fields.has('cite');
  const links = fields.has('links') ? entries.filter(([, url]) => safeUrl(url) && url !== paper.url) : [];
  if (!links.length && !hasCite) return nothing;
  return html`<p class="links" part="links">
      ${links.map(([text, url]) => link(url, view, text, linkName(text, paper, view)))}${
        hasCite ? [renderCiteButton(paper, view, !!citation, interaction.onToggleCitation)] : nothing
      }
    </p>
    ${hasCite ? [citation && renderCitation(paper, view, citation, interaction.onCopy)] : nothing}`;
}
