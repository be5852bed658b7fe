/** How @lit-labs/ssr draws our elements: with styles of our choice, and without a registered `<paper-feed>`. */
import { ElementRenderer, LitElementRenderer, type RenderInfo } from '@lit-labs/ssr';
import type { ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import { PaperCard } from '../paper-card/paper-card.element.js';

/** The element around it all, drawn by ourselves. */
export class HostRenderer extends ElementRenderer {
  constructor(override readonly element: HTMLElement) {
    super('paper-feed');
  }
}

/** A card with its styles as the page allows them. */
export class CardRenderer extends LitElementRenderer {
  /** @param html what brings the styles into a card: a `<style>` or a `<link>` */
  static withStyles(html: string): typeof CardRenderer {
    return class extends CardRenderer {
      override renderShadow(info: RenderInfo): ThunkedRenderResult | undefined {
        // The styles of the class come first, the template last.
        const template = super.renderShadow(info)?.at(-1);
        return template === undefined ? undefined : [html, template];
      }
    };
  }

  static override matchesClass(ceClass: typeof HTMLElement): boolean {
    return ceClass === PaperCard;
  }
}
