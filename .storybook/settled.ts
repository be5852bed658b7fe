/** When a story is over for those who judge it: axe, and the pictures. */
import type { Preview } from '@storybook/web-components-vite';
import '../src/paper-feed/paper-feed.element.js';

const WAITING = ['idle', 'loading'];

/** After a story's steps: waits until its panels have got their answers. Those that wait for ever say `isWaiting`. */
export const settled: Preview['afterEach'] = async ({ canvasElement, parameters }) => {
  if (parameters['isWaiting']) return;
  for (const feed of canvasElement.querySelectorAll('paper-feed')) {
    while (WAITING.includes(feed.status)) await new Promise(requestAnimationFrame);
    await feed.updateComplete;
  }
};
