/** `<paper-feed>` where there is no page: the same class, told what a page would tell it. */
import { html, type PropertyValues, type ReactiveController, type TemplateResult } from 'lit';
import '../paper-card/paper-card.js';
import type { Feed } from '../feed/model.js';
import { CARD_PARTS } from '../paper-feed/card-list.js';
import { PaperFeed } from '../paper-feed/paper-feed.element.js';
import { LanguageController } from '../shared/language.js';

/** Stands for the page that nobody knows yet. */
export const PAGE = 'https://page.invalid/';

/** Not registered: it is drawn, never parsed. */
export class PanelOnServer extends PaperFeed {
  static {
    // Registering would have done it.
    this.finalize();
  }

  // The elements of the base class register their controllers before any field of this class could be there.
  declare private controllers?: ReactiveController[];

  override addController(controller: ReactiveController): void {
    (this.controllers ??= []).push(controller);
    super.addController(controller);
  }

  readAttributes(attributes: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(attributes)) {
      this.setAttribute(name, value);
      this.attributeChangedCallback(name, null, value);
    }
  }

  /** What the element would draw, given its attributes and a feed. */
  draw(feed: Feed): TemplateResult {
    // Nobody knows what stands before it in the page.
    if ((this.headingLevel ?? 'auto') === 'auto') this.headingLevel = '2';
    this.feed = feed;
    for (const controller of this.controllers ?? []) {
      if (controller instanceof LanguageController) controller.update();
    }
    this.willUpdate(new Map() as PropertyValues<this>);
    return this.render() as TemplateResult;
  }

  protected override renderCards(): unknown {
    const isFeed = this.pagination === 'scroll';
    return this.papers.map(
      (paper, index) =>
        html`<paper-card
          exportparts=${CARD_PARTS}
          .paper=${paper}
          .view=${this.cardView}
          .position=${isFeed ? index + 1 : undefined}
        ></paper-card>`,
    );
  }

  // There is nothing inside.
  override querySelector(): null {
    return null;
  }

  override get baseURI(): string {
    return PAGE;
  }
}
