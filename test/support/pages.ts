/** Pages of their own for the data layer: with a policy, with markup that gets in the way, or just visited later. */
import type { cachedFeed, loadFeed } from '../../src/feed/load-feed.js';

/** A page and its data layer: with a memory of its own, and the storage of all. */
export interface OpenedPage {
  readonly window: Window & typeof globalThis;
  readonly loadFeed: typeof loadFeed;
  readonly cachedFeed: typeof cachedFeed;
}

const frames: HTMLIFrameElement[] = [];

/** Opens a page with this markup in it. Its errors are of classes of its own: compare fields, not classes. */
export async function openPage(markup = ''): Promise<OpenedPage> {
  const frame = document.createElement('iframe');
  const module = new URL('../../src/feed/load-feed.ts', import.meta.url).href;
  frame.srcdoc = `${markup}<script type="module">import * as layer from '${module}'; window.layer = layer;</script>`;
  const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  frames.push(frame);
  await isLoaded;
  const window = frame.contentWindow as Window & typeof globalThis & { layer: OpenedPage };
  return { ...window.layer, window };
}

/** For `afterEach`. */
export function closePages(): void {
  for (const frame of frames.splice(0)) frame.remove();
}
