/** The look of what accompanies a paper: upvotes, meta line, keywords, links and citation. */
import { css } from 'lit';

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
    padding: 0.25em 0.15em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1;
    text-align: center;
    overflow-wrap: normal;
  }

  .none {
    visibility: hidden;
  }
`;

/** Icons are clipped shapes, not pictures: a strict policy refuses `data:` images. */
const icons = css`
  .upvotes::before,
  .comments > ::before,
  .stars > ::before {
    display: inline-block;
    width: 0.95em;
    height: 0.95em;
    margin-inline-end: 0.35em;
    background: currentcolor;
    content: '';
    opacity: 0.75;
    vertical-align: -0.12em;
  }

  .upvotes::before {
    width: 0.7em;
    height: 0.55em;
    margin: 0;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }

  .comments > ::before {
    clip-path: polygon(0 5%, 100% 5%, 100% 75%, 52% 75%, 24% 100%, 24% 75%, 0 75%);
  }

  .stars > ::before {
    clip-path: polygon(50% 0, 64% 34%, 100% 37%, 73% 61%, 81% 97%, 50% 78%, 19% 97%, 27% 61%, 0 37%, 36% 34%);
  }
`;

const metaLine = css`
  .meta {
    display: flex;
    flex-wrap: wrap;
    margin-block-start: 0.3em;
    /* Each entry brings its dot; the one at the start of a line lies outside and is cut off, but no focus ring. */
    margin-inline-start: -1.25em;
    clip-path: inset(-4px -4px -4px calc(1.25em - 4px));
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    /* one height for entries with and without a link, whose target must not be smaller */
    line-height: max(24px, 1.6em);
  }

  .meta:dir(rtl) {
    clip-path: inset(-4px calc(1.25em - 4px) -4px -4px);
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
  }

  .meta a:hover {
    color: var(--_accent);
  }

  .organization {
    font-weight: 550;
  }

  .logo {
    width: 1.15em;
    height: 1.15em;
    margin-inline-end: 0.4em;
    border-radius: 0.25em;
    vertical-align: -0.2em;
  }

  time,
  .comments,
  .stars {
    white-space: nowrap;
  }

  .comments > *,
  .stars > * {
    display: inline-block;
    min-width: 24px;
  }
`;

const rest = css`
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

  .links,
  .cite {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    margin-block-start: 0.35em;
    font-size: 0.875em;
    line-height: max(24px, 1.6em);
  }

  .links button {
    padding: 0;
  }

  .cite {
    align-items: center;
    gap: 0.5em 0.75em;
  }

  .cite button {
    padding: 0.15em 0.75em;
    border: 1px solid;
    border-radius: var(--_radius);
  }

  textarea {
    flex: 1 0 100%;
    min-width: 0;
    max-height: 60vh;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font-family: ui-monospace, monospace;
    font-size: 0.9286em;
    line-height: 1.5;
    field-sizing: content;
    resize: vertical;
  }
`;

export const meta = css`
  ${upvotes}${metaLine}${icons}${rest}
`;
