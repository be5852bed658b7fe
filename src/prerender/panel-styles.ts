/** The style sheets of a prerendered panel: those of the elements, and what holds until, or without, the script. */
import type { CSSResultOrNative } from 'lit';
import { DEFAULT_ABSTRACT_LINES } from '../paper-card/card-view.js';
import { PaperCard } from '../paper-card/paper-card.element.js';
import { PaperFeed } from '../paper-feed/paper-feed.element.js';

/** CSS by file name. */
export interface PanelStyles {
  readonly 'paper-feed.css': string;
  readonly 'paper-card.css': string;
}

/** Where no script runs, buttons do nothing, and so nothing may be hidden behind them. */
const feedWithoutScript = '@media (scripting:none){.controls,.footer{display:none}}';
const cardWithoutScript =
  '@media (scripting:none){.clamp{display:block;overflow:visible}button:not(.more-authors){display:none}' +
  '.more-authors{color:inherit;pointer-events:none}}';

/** @param abstractLines as the attribute has it; a card sets it by script, which is not there yet */
export function panelStyles(abstractLines = DEFAULT_ABSTRACT_LINES): PanelStyles {
  // More specific than the card's own, which the script brings a moment before it takes over.
  const lines = abstractLines === DEFAULT_ABSTRACT_LINES ? '' : `:host article{--_lines:${abstractLines}}`;
  return {
    'paper-feed.css': textOf(PaperFeed.elementStyles) + feedWithoutScript,
    'paper-card.css': textOf(PaperCard.elementStyles) + lines + cardWithoutScript,
  };
}

const textOf = (styles: readonly CSSResultOrNative[]) =>
  styles.map((style) => ('cssText' in style ? style.cssText : '')).join('');
