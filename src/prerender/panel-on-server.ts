/** `<paper-feed>` where there is no page: the same class, told what a page would tell it. */
import type { PropertyValues, ReactiveController, TemplateResult } from 'lit';
import '../paper-card/paper-card.js';
import type { Feed } from '../feed/model.js';
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

  // There is nothing inside.
  override querySelector(): null {
    return null;
  }

  override get baseURI(): string {
    return PAGE;
  }
}
