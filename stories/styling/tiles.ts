/** Small live pictures, each with the line of CSS that makes it different from the others. */
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import manifest from '../../custom-elements.json';
import { cardFields } from '../../src/paper-card/card-view.js';
import { showcase } from '../../test/fixtures/showcase.js';

/** For stories of many panels: on one page each would have a heading of its own. */
export const manyPanels = { options: { rules: { 'landmark-unique': { enabled: false } } } };

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

/** What the manifest says of an element. */
export const declarationOf = (tag: string): Declaration =>
  manifest.modules
    .flatMap((module) => module.declarations as readonly Declaration[])
    .find(({ tagName }) => tagName === tag)!;

/** Settings of the panel in a tile; by default one paper with all that a card can draw. */
export interface Panel {
  readonly controls?: string;
  readonly layout?: 'list' | 'grid' | 'compact';
  readonly search?: string;
  readonly show?: string;
  readonly theme?: 'light' | 'dark';
  readonly hasForm?: boolean;
}

export interface Tile {
  readonly title: string;
  readonly description?: string;
  /** Shown under the title, and applied to the tile. */
  readonly css: string;
  /** Applied to the tile besides. */
  readonly hiddenCss?: string;
  readonly panel?: Panel;
}

const EVERYTHING = cardFields.join(' ');

export const renderPanel = ({
  controls,
  layout,
  search,
  show = EVERYTHING,
  theme,
  hasForm,
}: Panel = {}): TemplateResult =>
  html`<paper-feed
    .feed=${showcase}
    page-size="1"
    abstract-lines="2"
    highlight="Ada Lovelace"
    layout=${layout ?? 'list'}
    controls=${ifDefined(controls)}
    search=${ifDefined(search)}
    theme=${ifDefined(theme)}
    show=${show}
  >
    ${hasForm ? html`<subscribe-form slot="subscribe" action="https://lab.example/newsletter" badge></subscribe-form>` : ''}
  </paper-feed>`;

const idOf = (title: string) => `tile-${title.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}`;

/** The rule of a tile, for this tile only. */
const scoped = ({ title, css, hiddenCss = '' }: Tile) => `.${idOf(title)} { ${css} ${hiddenCss} }`;

/** As many side by side as there is room for. */
const look = `
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
    gap: 2rem;
  }

  .tiles figure {
    min-width: 0;
    margin: 0;
  }

  .tiles figcaption {
    margin-block-end: 0.75rem;
  }

  .tiles figcaption p {
    margin: 0;
    color: color-mix(in srgb, currentcolor 75%, transparent);
    font-size: 0.875rem;
  }

  .tiles code {
    display: block;
    margin-block: 0.35rem 0;
    overflow-wrap: anywhere;
    font:
      0.8125rem/1.5 ui-monospace,
      monospace;
    white-space: pre-line;
  }

  .tiles .picture {
    padding: 1rem;
    border: 1px solid color-mix(in srgb, currentcolor 18%, transparent);
    border-radius: 0.5rem;
  }
`;

const styleOf = (tiles: readonly Tile[]) => {
  const style = document.createElement('style');
  style.textContent = [look, ...tiles.map(scoped)].join('\n');
  return style;
};

export const renderTiles = (tiles: readonly Tile[]): TemplateResult => html`
  ${styleOf(tiles)}
  <div class="tiles">
    ${tiles.map(
      (tile) =>
        html`<figure>
          <figcaption>
            <strong>${tile.title}</strong>
            <p>${tile.description}</p>
            <code>${tile.css}</code>
          </figcaption>
          <div class="picture ${idOf(tile.title)}">${renderPanel(tile.panel)}</div>
        </figure>`,
    )}
  </div>
`;
