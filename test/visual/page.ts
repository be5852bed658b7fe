/** Runs in the page that is photographed: the elements from their sources, and papers in letters that the font has. */
import '../../src/all.js';
import { showcase } from '../fixtures/showcase.js';

const feed = { ...showcase, papers: showcase.papers.filter(({ id }) => id !== 'right-to-left') };

const { fetch } = globalThis;
globalThis.fetch = (input, init) =>
  new Request(input).url.endsWith('/never.json') ? new Promise(() => undefined) : fetch(input, init);

/** Draws markup and waits until everything in it has come to rest. */
async function draw(html: string): Promise<void> {
  const main = document.querySelector('main')!;
  main.innerHTML = html;
  for (const panel of main.querySelectorAll('paper-feed')) {
    if (!panel.src) panel.feed = feed;
    await panel.updateComplete;
    while (panel.status === 'loading' && !panel.src?.includes('never')) await frame();
  }
  await document.fonts.ready;
  for (const image of imagesIn(main)) await image.decode();
  // Cards measure their abstracts once they are laid out, and draw themselves again.
  for (let count = 0; count < 4; count++) await frame();
}

/** Also those inside our elements. */
const imagesIn = (root: ParentNode): HTMLImageElement[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLImageElement && !element.hidden ? [element] : []),
    ...(element.shadowRoot ? imagesIn(element.shadowRoot) : []),
  ]);

const frame = () => new Promise(requestAnimationFrame);

Object.assign(globalThis, { draw });
