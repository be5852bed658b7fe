// @ts-check
/** Takes pictures that depend on nothing but the sources and Chromium: own font, fixed clock, no motion. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchBrowser, root, serveProject } from '../support/browser-page.mjs';

const FONTS = '/node_modules/@fontsource/source-sans-3/files/source-sans-3-latin';

/** What the machine's settings for fonts and screens would change. */
const sameEverywhere = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const face = (/** @type {number} */ weight) =>
  `@font-face { font-family: Source; font-weight: ${weight}; src: url(${FONTS}-${weight}-normal.woff2); }`;

const document_ = `<!doctype html>
<html lang="en">
  <link rel="icon" href="data:," />
  <style>
    ${[400, 500, 600, 700].map(face).join('\n')}
    :root { color-scheme: light dark; }
    body { margin: 16px; font: 16px/1.5 Source; }
    textarea { font-family: Source !important; }
  </style>
  <main></main>
  <script type="module" src="/page.js"></script>
</html>`;

/** The page's script, made of the sources. */
async function buildPage() {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL('page.ts', import.meta.url)) },
    },
  });
  const [chunk] = /** @type {import('vite').Rolldown.RolldownOutput} */ (output).output;
  return chunk.code;
}

/** Runs in the page before all else: dates drop the year of this year. */
function stopTheClock() {
  Date.now = () => Date.UTC(2026, 2, 27, 12);
}

export async function openStudio() {
  const server = await serveProject({
    // Beside the stories, so that the showcase finds its pictures.
    '/stories/page.html': { body: document_ },
    '/page.js': { body: await buildPage(), type: 'text/javascript' },
  });
  const browser = await launchBrowser(...sameEverywhere);

  /**
   * @param {import('./cases.mjs').Case} subject
   * @param {string} [css] added to the page
   * @returns {Promise<Buffer>} a PNG as high as the page
   */
  async function take({ html, width, scheme = 'light', dir = 'ltr', forced = 'none', media = '' }, css = '') {
    const page = await browser.newPage();
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      media,
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'forced-colors', value: forced },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    // High enough for all that is lazy.
    await page.setViewport({ width, height: 2000 });
    await page.evaluateOnNewDocument(stopTheClock);
    await page.goto(`${server.origin}/stories/page.html`);
    await page.addStyleTag({ content: css || '/* nothing planted */' });
    await page.evaluate((value) => (document.documentElement.dir = value), dir);
    await page.evaluate((markup) => /** @type {any} */ (globalThis).draw(markup), html);
    const height = await page.evaluate(() => document.body.offsetHeight + 32);
    const picture = Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width, height } }));
    await page.close();
    return picture;
  }

  return {
    take,
    version: (await browser.version()).replace(/^\D*/, ''),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
