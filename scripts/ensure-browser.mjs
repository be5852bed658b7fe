// @ts-check
/** Makes sure that the browsers to test in are there, and installs them where that is possible without asking. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findFirefox } from './browser.mjs';
import { giveUp } from './setup.mjs';
import { findWebKitGtk } from './webkitgtk.mjs';

/** Latin, Greek, Cyrillic, and what right-to-left pages need: WebKitGTK gives letters without a font no place at all. */
const fonts = ['fonts-liberation', 'fonts-dejavu-core'];

/** How to find each browser, and the Debian packages that bring it. */
const browsers = {
  chromium: { find: findChromium, packages: ['chromium', ...fonts], pathVariable: 'CHROME_PATH' },
  firefox: { find: findFirefox, packages: ['firefox-esr'], pathVariable: 'FIREFOX_PATH' },
  webkit: { find: findWebKitGtk, packages: ['webkit2gtk-driver', 'xvfb', ...fonts], pathVariable: 'MINIBROWSER_PATH' },
};

/** @typedef {keyof typeof browsers} BrowserName */

const isRoot = process.getuid?.() === 0;
const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
const isDebian = /^ID="?debian"?$/m.test(release);
const isUbuntu = /^ID="?ubuntu"?$/m.test(release);

const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'], // what they install fills pages; what goes wrong does not
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

function installFromDebian(/** @type {string[]} */ packages) {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  run('apt-get', ...options, 'update');
  run('apt-get', ...options, '-y', '--no-install-recommends', 'install', ...packages);
}

/** Ubuntu's own package is a pointer to a snap, which containers cannot run: Chrome itself, and its libraries by apt. */
function installOnUbuntu() {
  const cli = join('node_modules', '@puppeteer', 'browsers', 'lib', 'cjs', 'main-cli.js');
  const cache = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer');
  run('apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', 'update');
  run(process.execPath, cli, 'install', 'chrome@stable', '--install-deps', '--path', cache);
}

/** What to do by hand, in one sentence. */
function advice(/** @type {BrowserName} */ name) {
  const { packages, pathVariable } = browsers[name];
  const debian = `on Debian: apt-get install ${packages.join(' ')}`;
  if (name !== 'chromium') return `No ${name} to test in: install one (${debian}) or set ${pathVariable}.`;
  const anywhere = 'anywhere: npx @puppeteer/browsers install chrome@stable --path ~/.cache/puppeteer';
  return `No Chrome or Chromium to test in: install one (${debian}; ${anywhere}) or set CHROME_PATH to its executable.`;
}

/** Installs what is missing, all at once, where that is possible without asking. */
function installMissing(/** @type {BrowserName[]} */ names) {
  const missing = names.filter((name) => !browsers[name].find());
  if (!missing.length || !isRoot || !(isDebian || isUbuntu)) return;
  console.log(`Installing ${missing.join(', ')} …`);
  if (isDebian) installFromDebian(missing.flatMap((name) => browsers[name].packages));
  else if (missing.includes('chromium')) installOnUbuntu();
}

/** @returns {name is BrowserName} */
const isKnown = (/** @type {string} */ name) => name in browsers;

/**
 * Finds or installs browsers, or ends the process with one sentence that says what to do.
 *
 * @param {string[]} [names] each must be there; without them Chromium must, and the others are left out where they cannot
 *   be had
 * @returns {{ found: BrowserName[], missing: Map<BrowserName, string> }} the missing ones with what to do
 */
export function ensureBrowsers(names) {
  const wanted = names ?? Object.keys(browsers);
  const known = wanted.filter(isKnown);
  const unknown = wanted.find((name) => !isKnown(name));
  if (unknown !== undefined) giveUp(`BROWSERS knows ${Object.keys(browsers).join(', ')}, but not "${unknown}".`);
  /** @type {Map<BrowserName, string>} */
  const missing = new Map();
  try {
    installMissing(known);
    for (const name of known) {
      const executable = browsers[name].find();
      if (executable) console.log(`Testing in ${executable}`);
      else if (names || name === 'chromium') giveUp(advice(name));
      else missing.set(name, advice(name));
    }
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
  return { found: known.filter((name) => !missing.has(name)), missing };
}
