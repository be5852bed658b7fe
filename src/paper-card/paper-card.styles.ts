/** The look of `<paper-card>`. Icons are clipped shapes, not pictures: a strict policy refuses `data:` images. */
import { css } from 'lit';

const structure = css`
  :host {
    display: block;
    container-type: inline-size;
    overflow-wrap: anywhere;
  }

  article {
    --_lines: 3;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 calc(var(--_gap) * 0.875);
    align-items: start;
    text-align: start;
  }

  .body {
    grid-column: 2;
    min-width: 0;
    overflow-x: clip;
    /* room for focus rings, which the clipping would cut */
    margin-inline: -4px;
    padding-inline: 4px;
  }

  article > .body:first-child {
    grid-column: 1 / -1;
  }

  .title {
    margin: 0;
    color: var(--paper-title-color, inherit);
    font-family: var(--paper-title-font, inherit);
    font-size: 1.0625em;
    font-weight: 650;
    line-height: 1.35;
    text-wrap: pretty;
    unicode-bidi: isolate;
  }

  .title a {
    color: inherit;
    text-decoration: none;
  }

  .title a:hover {
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
  }

  p {
    margin: 0;
  }

  sup,
  sub {
    font-size: 0.75em;
    line-height: 0;
  }

  mark {
    border-radius: 0.15em;
    background: var(--paper-mark, color-mix(in srgb, var(--_accent) 24%, transparent));
    color: inherit;
  }
`;

const upvotes = css`
  .upvotes {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.3em;
    width: min-content;
    min-width: 3.4em;
    min-height: 3.125em;
    margin-block-start: 0.1em;
    padding-inline: 0.15em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: 0.875em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-align: center;
    overflow-wrap: normal;
  }

  .upvotes.none {
    border-color: transparent;
  }

  .upvotes:not(.none)::before {
    width: 0.7em;
    height: 0.55em;
    background: currentcolor;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    content: '';
    opacity: 0.55;
  }
`;

const texts = css`
  .submitter {
    margin-block-end: 0.15em;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .abstract,
  .summary {
    position: relative;
    margin-block-start: 0.35em;
    font-size: 0.9375em;
    line-height: 1.55;
    unicode-bidi: isolate;
  }

  .summary {
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_border);
  }

  .badge {
    display: inline-block;
    margin-inline-end: 0.25em;
    padding: 0 0.45em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.5;
  }

  .clamp {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines);
  }

  /* The last line fades where the button lies on it, so that showing the button moves nothing. */
  .clipped {
    --_fade: to right;
    mask:
      linear-gradient(#000 0 0) top / 100% calc(100% - 1lh) no-repeat,
      linear-gradient(var(--_fade), #000 calc(100% - 7.5em), transparent calc(100% - 4em)) bottom / 100% 1lh no-repeat;
  }

  .clipped:dir(rtl) {
    --_fade: to left;
  }

  .abstract a,
  .summary a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.06em;
    text-underline-offset: 0.18em;
  }

  .more {
    min-width: 24px;
    min-height: 24px;
    margin: 0;
    padding: 0 0.15em;
    border: 0;
    border-radius: 0.25em;
    background: none;
    color: var(--_accent);
    font: inherit;
    line-height: inherit;
    cursor: pointer;
  }

  .clipped + .more {
    position: absolute;
    inset-block-end: min(0px, (1lh - 24px) / 2);
    inset-inline-end: 0;
  }

  .more:hover {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
`;

const metaLine = css`
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-block-start: 0.3em;
    /* Each entry brings its dot; the one at the start of a line lies outside and is clipped. */
    margin-inline-start: -1.25em;
    color: var(--_muted);
    font-size: 0.875em;
    /* one height for entries with and without a link, whose target must not be smaller */
    line-height: max(24px, 1.6em);
  }

  .meta:empty {
    display: none;
  }

  .meta > * {
    position: relative;
    min-width: 0;
    padding-inline-start: 1.25em;
  }

  .meta > *,
  .submitter {
    unicode-bidi: plaintext;
  }

  /* Words of ours follow the names: "and 3 others" comes after them in the direction of the page. */
  .meta > .authors {
    unicode-bidi: isolate;
  }

  .meta > *::before {
    position: absolute;
    inset-inline-start: 0;
    width: 1.25em;
    content: '·';
    text-align: center;
  }

  .meta a {
    color: inherit;
    text-decoration: none;
  }

  .meta a:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .organization {
    font-weight: 550;
  }

  .logo {
    width: 1.15em;
    height: 1.15em;
    margin-inline-end: 0.4em;
    border-radius: 0.25em;
    object-fit: cover;
    vertical-align: -0.2em;
  }

  time,
  .comments,
  .stars {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .comments a,
  .stars a {
    display: inline-block;
    min-width: 24px;
  }

  .comments > a::before,
  .comments[role]::after,
  .stars > a::before,
  .stars[role]::after {
    display: inline-block;
    width: 0.95em;
    height: 0.95em;
    margin-inline-end: 0.35em;
    background: currentcolor;
    content: '';
    opacity: 0.8;
    vertical-align: -0.12em;
  }

  .comments > a::before,
  .comments[role]::after {
    clip-path: polygon(0 5%, 100% 5%, 100% 75%, 52% 75%, 24% 100%, 24% 75%, 0 75%);
  }

  .stars > a::before,
  .stars[role]::after {
    clip-path: polygon(50% 0, 64% 34%, 100% 37%, 73% 61%, 81% 97%, 50% 78%, 19% 97%, 27% 61%, 0 37%, 36% 34%);
  }

  .comments[role],
  .stars[role] {
    display: inline-flex;
    align-items: center;
  }

  .comments[role]::after,
  .stars[role]::after {
    order: -1;
  }

  .keywords {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin: 0.5em 0 0;
    padding: 0;
    list-style: none;
  }

  .keywords li {
    padding: 0.05em 0.6em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    color: var(--_muted);
    font-size: 0.8125em;
    unicode-bidi: isolate;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    margin-block-start: 0.35em;
    font-size: 0.875em;
  }

  .links a {
    min-height: 24px;
    color: var(--_accent);
    line-height: 24px;
    text-decoration: none;
  }

  .links a:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;

const layouts = css`
  .thumbnail {
    position: relative;
    overflow: hidden;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .thumbnail img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  .thumbnail img[hidden] {
    display: none;
  }

  /* list: the picture stands at the end, under the text where there is no room for it */
  .list .thumbnail {
    grid-row: 1;
    grid-column: 3;
    width: 10.5em;
  }

  .list:has(.thumbnail) {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }

  .list .thumbnail:has(+ .body) + .body {
    grid-column: 1 / 3;
  }

  @container (max-width: 32em) {
    .list .thumbnail {
      display: none;
    }
  }

  /* grid: picture first, the upvotes lie on its corner */
  article.grid {
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.65em 0.75em;
  }

  .grid .thumbnail {
    grid-column: 1 / -1;
  }

  .grid .title {
    font-size: 1em;
  }

  /* compact: everything in one narrow column, the upvotes in the meta line */
  .compact .title {
    font-size: 0.9375em;
    font-weight: 600;
  }

  .compact .meta {
    margin-block-start: 0.2em;
    font-size: 0.8125em;
  }

  .compact .upvotes {
    display: inline-flex;
    flex-direction: row;
    width: auto;
    min-width: 0;
    min-height: 0;
    margin: 0;
    padding-inline-end: 0;
    border: 0;
    font-size: inherit;
    font-weight: inherit;
  }

  .compact .upvotes::before {
    position: static;
    clip-path: polygon(50% 8%, 100% 100%, 0 100%);
  }

  .compact .upvotes::after {
    position: absolute;
    inset-inline-start: 0;
    width: 1.25em;
    content: '·';
    text-align: center;
  }
`;

const media = css`
  @media (forced-colors: active) {
    .upvotes:not(.none)::before,
    .comments > a::before,
    .comments[role]::after,
    .stars > a::before,
    .stars[role]::after {
      background: CanvasText;
      forced-color-adjust: none;
      opacity: 1;
    }

    .comments > a::before,
    .stars > a::before {
      background: LinkText;
    }

    .thumbnail {
      border: 1px solid CanvasText;
    }

    /* Faded text would lose its contrast; the button gets a ground of its own instead. */
    .clipped {
      mask: none;
    }

    .clipped + .more {
      padding-inline-start: 0.5em;
      background: Canvas;
    }

    mark {
      background: Mark;
      color: MarkText;
      forced-color-adjust: none;
    }
  }

  @media print {
    article {
      break-inside: avoid;
    }

    .clamp {
      display: block;
      overflow: visible;
    }

    .clipped {
      mask: none;
    }

    .more,
    .thumbnail {
      display: none;
    }

    .title a[href]::after {
      display: block;
      color: inherit;
      content: attr(href);
      font-size: 0.75em;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
  }
`;

export const paperCardStyles = [structure, upvotes, texts, metaLine, layouts, media];
