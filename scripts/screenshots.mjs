// @ts-check
/** `npm run screenshots`: draws the pictures in docs/images from the demo pages. Needs a build and a browser. */
import { mkdirSync } from 'node:fs';
import { launchBrowser, readFeed, root, serveProject } from '../test/support/browser-page.mjs';

/** @typedef {{ page: string, width: number, height: number, scheme?: 'light' | 'dark', scale?: number }} Shot */

/** @type {Record<string, Shot>} by file name */
const shots = {
  panel: { page: 'index', width: 820, height: 900, scale: 1.5 },
  'panel-dark': { page: 'index', width: 820, height: 900, scheme: 'dark' },
  'panel-phone': { page: 'index', width: 390, height: 844, scale: 2 },
  'panel-phone-dark': { page: 'index', width: 390, height: 844, scale: 2, scheme: 'dark' },
  sidebar: { page: 'sidebar', width: 1000, height: 800 },
  'full-page': { page: 'full-page', width: 1240, height: 900 },
  'dark-page': { page: 'dark', width: 820, height: 900 },
  'two-feeds': { page: 'two-feeds', width: 1060, height: 800 },
  'own-css': { page: 'own-css', width: 820, height: 900 },
};

const browser = await launchBrowser();
const server = await serveProject();
mkdirSync(`${root}docs/images`, { recursive: true });
for (const [name, { page: demo, width, height, scheme = 'light', scale = 1 }] of Object.entries(shots)) {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${server.origin}/demo/${demo}.html`, { waitUntil: 'networkidle0' });
  await readFeed(page);
  await page.screenshot({ path: /** @type {`${string}.png`} */ (`${root}docs/images/${name}.png`) });
  await page.close();
  console.log(`docs/images/${name}.png`);
}
await browser.close();
server.close();
