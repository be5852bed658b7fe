/** The look of `<paper-card>`: where its parts stand in each layout. What they look like stands in the other style files. */
import { css } from 'lit';
import { media } from './card-media.styles.js';
import { meta } from './card-meta.styles.js';
import { picture } from './card-picture.styles.js';
import { texts } from './card-text.styles.js';

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
  }

  article > .body:first-child {
    grid-column: 1 / -1;
  }
`;

const layouts = css`
  /* list: the picture stands at the end, and nowhere where there is no room for it; a video takes a line of its own */
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

  @container (max-width: 18em) {
    article {
      column-gap: 0.625em;
    }

    .upvotes {
      min-width: 2.75em;
    }
  }

  .list .thumbnail:has(video) {
    grid-row: 2;
    grid-column: 1 / -1;
    width: auto;
    margin-block-start: 0.75em;
  }

  /* grid: picture first */
  article.grid {
    gap: 0.65em 0.75em;
  }

  .grid .thumbnail {
    grid-column: 1 / -1;
  }

  .grid .title {
    font-size: 1em;
  }

  /* compact: everything in one narrow column, the upvotes in the meta line; a picture is small */
  .compact .thumbnail {
    width: 5.5em;
    margin-block-start: 0.2em;
  }

  .compact .title {
    font-size: 0.9375em;
  }

  .compact .meta {
    margin-block-start: 0.2em;
    font-size: 0.8125em;
  }

  .compact .upvotes {
    display: inline;
    padding: 0;
    border: 0;
    font: inherit;
  }

  .compact .upvotes::before {
    margin-inline-end: 0.35em;
    vertical-align: 0;
  }
`;

/** One sheet: a browser keeps an account of each sheet for each card. */
export const paperCardStyles = css`
  ${structure}${texts}${meta}${picture}${layouts}${media}
`;
