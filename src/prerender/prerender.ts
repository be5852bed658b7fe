/** A feed drawn on the server: the panel as HTML with declarative shadow roots, which the script takes over later. */
import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { toJsonFeed } from '../feed/formats/write-json-feed.js';
import { parseFeed } from '../feed/formats/index.js';
import type { Feed } from '../feed/model.js';
import { CardRenderer, HostRenderer } from './renderers.js';
import { PanelOnServer } from './panel-on-server.js';
import { type PanelStyles, panelStyles } from './panel-styles.js';

export interface PrerenderOptions {
  /** Attributes of `<paper-feed>` as they would be written in the page, `lang` and `class` included. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** HTML to stand inside the element: a `<subscribe-form slot="subscribe">` and the like. Taken over as it is. */
  readonly content?: string;
  /**
   * Whether the papers themselves stand in the HTML, so that the script needs no request before it takes over. Without
   * them the panel stays as it is until the script has asked `src`. Default: true.
   */
  readonly hasData?: boolean;
  /**
   * Address of the folder with `paper-feed.css` and `paper-card.css`, see `PrerenderedPanel.styles`, for pages whose
   * policy forbids inline styles. Default: the styles stand in the HTML.
   */
  readonly cssHref?: string;
}

export interface PrerenderedPanel {
  /** The element, complete. */
  readonly html: string;
  /** The style sheets, by the names that they have in the folder `cssHref`. */
  readonly styles: PanelStyles;
  /** What the page's policy has to allow where the styles stand in the HTML, such as `'sha256-…'`. */
  readonly styleHashes: readonly string[];
}

/**
 * Draws the panel that `<paper-feed>` with these attributes would draw for this feed.
 *
 * Where the element has an attribute `lang`, its words are in that language if the module of it has been imported, such
 * as `daily-papers/lang/fr.js`; the page has to load it too.
 */
export async function prerender(feed: Feed, options: PrerenderOptions = {}): Promise<PrerenderedPanel> {
  const { attributes = {}, content = '', hasData = true, cssHref } = options;
  const document = JSON.stringify(toJsonFeed(feed));
  // What is drawn is what the script will read, so that it finds nothing to change.
  const drawn = parseFeed(JSON.parse(document), { fetchedAt: feed.fetchedAt, format: 'json-feed' });
  const panel = new PanelOnServer();
  panel.readAttributes(attributes);
  const view = panel.draw(drawn);
  const styles = panelStyles(panel.abstractLines);
  const css = (name: keyof PanelStyles) =>
    cssHref === undefined
      ? `<style>${styles[name]}</style>`
      : `<link rel="stylesheet" href="${escapeHtml(joined(cssHref, name))}">`;
  const host = new HostRenderer(panel);
  const shadow = await collectResult(
    render(view, {
      elementRenderers: [CardRenderer.withStyles(css('paper-card.css')), LitElementRenderer],
      customElementHostStack: [host],
      customElementInstanceStack: [host],
      eventTargetStack: [panel],
    }),
  );
  const json = document.replaceAll('<', '\\u003c').replace(TEMPLATE_MARK, '\\u007b');
  const data = hasData ? `<script type="application/json">${json}</script>` : '';
  const html = `<paper-feed${writeAttributes(attributes)}><template shadowrootmode="open">${css('paper-feed.css')}${tidy(shadow)}</template>${data}${content}</paper-feed>`;
  return { html, styles, styleHashes: cssHref === undefined ? await hashesOf(Object.values(styles)) : [] };
}

/**
 * What begins code for the programs that put pages together (`{{ … }}`, `{% … %}`, `{# … #}`): TeX is full of it, and a feed
 * must not run anything on the server either.
 */
const TEMPLATE_MARK = /\{(?=[{%#])/g;

/**
 * Without the marks by which Lit would find its way again: our script draws anew and takes the place of all this. Text of
 * the feed cannot be meant here, since `<` and `"` are escaped in it.
 */
function tidy(html: string): string {
  return (
    html
      .replace(/<!--[^<>]*>|<\?>/g, '')
      .replaceAll(' defer-hydration', '')
      .replaceAll(' shadowroot="open"', '')
      .replaceAll('selected="false"', '')
      // Nothing works there before the script has come; then it must not take clicks, letters or the focus either.
      .replace(/<div class="(controls|footer)"/g, '$& inert')
      .split(/(<\/?style>)/)
      .map((part, index) => (index % 4 === 2 ? part : part.replace(TEMPLATE_MARK, '&#123;')))
      .join('')
  );
}

const writeAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
    .join('');

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const joined = (folder: string, name: string) => (folder.endsWith('/') ? folder + name : `${folder}/${name}`);

/** As a Content Security Policy names the texts of inline styles. */
function hashesOf(texts: readonly string[]): Promise<string[]> {
  return Promise.all(
    texts.map(async (text) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
    }),
  );
}
