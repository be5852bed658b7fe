/** The entry `daily-papers/prerender`: panels drawn on a server, for Node. */
export { startOf as startOfPeriod } from '../feed/periods.js';
export { prerender, type PrerenderedPanel, type PrerenderOptions } from './prerender.js';
export { panelAttributes, type PanelQuery, panelQuery, selectingAttributes } from './panel-query.js';
export type { PanelStyles } from './panel-styles.js';
