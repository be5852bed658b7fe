// @ts-check
/** Finds the browsers that the tests run in. Installs nothing: see ensure-browser.mjs. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Launcher } from 'chrome-launcher';

/** Every file of these names in the folders of PATH. */
const onPath = (/** @type {string[]} */ ...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .filter((file) => existsSync(file));

/** Whether the file is a browser that starts. Ubuntu's `chromium-browser` without its snap is only a sentence. */
function starts(/** @type {string} */ file, isRight = /chrom/i) {
  if (!existsSync(file)) return false;
  if (process.platform === 'win32') return true; // Chrome for Windows opens a window instead of telling its version.
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && isRight.test(stdout);
}

/** Where Playwright and Puppeteer keep the browsers that they have downloaded. */
function downloadFolders() {
  const home = homedir();
  const caches =
    { darwin: join(home, 'Library/Caches'), win32: join(home, 'AppData/Local') }[String(process.platform)] ??
    process.env.XDG_CACHE_HOME ??
    join(home, '.cache');
  return [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(caches, 'ms-playwright'),
    join(process.env.PUPPETEER_CACHE_DIR ?? join(home, '.cache/puppeteer'), 'chrome'),
  ];
}

const EXECUTABLE =
  /^(chrome|chrome\.exe|Chromium|Google Chrome for Testing|headless_shell|chrome-headless-shell)(\.exe)?$/;

/** Chrome's executables under a folder of downloads, newest version first. */
function downloadedIn(/** @type {string} */ folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((version) => !/^(firefox|webkit|ffmpeg)/.test(version))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => readdirSync(join(folder, version), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && EXECUTABLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What macOS, Windows and unusual Linux places have installed. */
function otherInstallations() {
  try {
    return Launcher.getInstallations();
  } catch {
    return [];
  }
}

/**
 * A Chrome or Chromium: the one that the environment names, else an installed one, else a downloaded one.
 * @returns {string | undefined}
 * @throws {Error} when the environment names one that does not start
 */
export function findChromium() {
  const named = process.env.CHROME_PATH || process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROME_PATH or PUPPETEER_EXECUTABLE_PATH names ${named}, which is no Chrome that starts.`);
  }
  return (
    onPath('chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser').find((file) => starts(file)) ??
    otherInstallations().find((file) => starts(file)) ??
    downloadFolders()
      .flatMap(downloadedIn)
      .find((file) => starts(file))
  );
}

/** The Firefox that the environment names, else an installed one. @returns {string | undefined} */
export const findFirefox = () =>
  process.env.FIREFOX_PATH || onPath('firefox', 'firefox-esr').find((file) => starts(file, /firefox/i));

/** What Chromium needs to start as root and in containers, and to leave the network alone. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-US',
];

/**
 * Lets Puppeteer set the size of a page in Firefox ESR 140 too, which fails at the orientation, sent after the size.
 *
 * @template {import('puppeteer-core').Page} P
 * @param {P} page
 */
export function withoutOrientation(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (viewport) =>
    setViewport(viewport).catch((error) => {
      if (!/unknown command emulation\.setScreenOrientationOverride/.test(String(error))) throw error;
    });
  return page;
}
