/** The library's own styles, for cards that others draw: same look, same `content-visibility`. */
import { authorNamesStyles } from '../../dist/author-list/author-list.styles.js';
import { paperCardStyles } from '../../dist/paper-card/paper-card.styles.js';
import { paperFeedStyles } from '../../dist/paper-feed/paper-feed.styles.js';
import { tokens } from '../../dist/shared/tokens.styles.js';

const textOf = (styles) =>
  [styles]
    .flat(Infinity)
    .map(({ cssText }) => cssText)
    .join('\n');
export const cardCss = textOf([tokens, authorNamesStyles, paperCardStyles]);

/** Of the feed, with cards under another name; with all of them laid out at once where that is asked for. */
export const feedCss = (card, isLazy) =>
  textOf([tokens, paperFeedStyles]).replaceAll('paper-card', card) +
  (isLazy ? '' : `.list > ${card} { content-visibility: visible !important; }`);

/** For frameworks that draw without a shadow root per card: the host becomes a box with a class. */
export const flatCss = (isLazy) =>
  `${feedCss('.card-host', isLazy)}\n${cardCss
    .replace(/:host\(([^)]*)\)/g, '.card-host$1')
    .replaceAll(':host', '.card-host')}`;

/** A style sheet shared by all roots. */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** A box with a shadow root of its own, so that the page's styles are nobody's advantage. */
export function flatRoot(container, isLazy) {
  const host = container.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet(flatCss(isLazy))];
  return root;
}
