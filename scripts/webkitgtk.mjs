// @ts-check
/** WebKitGTK: MiniBrowser under Xvfb, driven over plain WebDriver, also as a browser of @web/test-runner. Linux only. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
const REQUEST_LIMIT_MS = 60_000;
const START_LIMIT_MS = 10_000;

/**
 * MiniBrowser's executable, where it can be driven.
 * @returns {string | undefined}
 */
export function findWebKitGtk() {
  if (!existsSync(DRIVER) || !existsSync(XVFB)) return undefined;
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];
  const usual = folders.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`);
  return [process.env.MINIBROWSER_PATH, ...usual].find((file) => file && existsSync(file));
}

/** WebDriver's code points for the named keys of `sendKeys`. @type {Record<string, string>} */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** @type {Record<string, number>} */
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Send */

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @type {(base: string) => Send} */
const webDriver = (base) => async (method, path, body) => {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
};

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * Starts a program that ends when its shell has nothing more to read: with this process, however that ends. What it
 * writes to its descriptor 3 can be read.
 *
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 */
const start = (command, env) =>
  spawn('/bin/sh', ['-c', '"$@" & exec 3>&-; read -r _; kill $!', 'sh', ...command], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    env,
  });

/** The display of an Xvfb of our own, such as `:99`. */
async function startDisplay(/** @type {ChildProcess[]} */ children) {
  const xvfb = start([XVFB, '-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  children.push(xvfb);
  return new Promise((resolve, reject) => {
    xvfb.stdio[3]?.once('data', (chosen) => resolve(`:${String(chosen).trim()}`));
    xvfb.stdio[3]?.once('close', () => reject(new Error('Xvfb did not start.')));
  });
}

/** A function that sends commands to a fresh MiniBrowser. */
async function openSession(/** @type {ChildProcess[]} */ children, /** @type {NodeJS.ProcessEnv} */ env) {
  const display = await startDisplay(children);
  const port = await freePort();
  const driverEnv = { ...env, DISPLAY: display, GDK_BACKEND: 'x11' };
  children.push(start([DRIVER, '-p', String(port)], driverEnv));
  const send = webDriver(`http://127.0.0.1:${port}`);
  const isReady = () =>
    send('GET', '/status').then(
      () => true,
      () => false,
    );
  for (const limit = Date.now() + START_LIMIT_MS; !(await isReady()); await pause(50))
    if (Date.now() > limit) throw new Error('WebKitWebDriver did not start.');
  const { sessionId } = await send('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: findWebKitGtk(), args: ['--automation'] } },
    },
  });
  return /** @type {Send} */ ((method, path, body) => send(method, `/session/${sessionId}${path}`, body));
}

/** @typedef {{ send: Send, stop(): Promise<void> }} WebKitGtk */

/**
 * A fresh MiniBrowser, its driver and its display.
 *
 * @param {NodeJS.ProcessEnv} env for the browser's process
 * @returns {Promise<WebKitGtk>}
 */
export async function startWebKitGtk(env) {
  /** @type {ChildProcess[]} */
  const children = [];
  const stopChildren = () => children.forEach((child) => child.stdin?.end());
  try {
    const send = await openSession(children, env);
    const stop = async () => {
      await send('DELETE', '').catch(() => {});
      stopChildren();
    };
    return { send, stop };
  } catch (error) {
    stopChildren();
    throw error;
  }
}

/**
 * @param {NodeJS.ProcessEnv} env for the browser's process
 * @returns {import('@web/test-runner').BrowserLauncher & { getPage(): unknown }} with what `sendKeys` and `sendMouse` of
 *   @web/test-runner-commands call
 */
export function webKitGtkLauncher(env) {
  /** @type {Promise<WebKitGtk> | undefined} */
  let browser;
  /** @type {Send} */
  const send = async (...command) => (await (browser ??= startWebKitGtk(env))).send(...command);
  const open = (/** @type {string} */ url) => send('POST', '/url', { url });
  /** @type {Map<string, string>} */
  const urls = new Map();

  const act = (/** @type {object} */ source, /** @type {object[]} */ ...actions) =>
    send('POST', '/actions', { actions: [{ ...source, actions }] });
  const point = (/** @type {object[]} */ ...actions) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }, ...actions);
  const strike = (/** @type {object[]} */ ...actions) => act({ type: 'key', id: 'keyboard' }, ...actions);

  const moveTo = (/** @type {number} */ x, /** @type {number} */ y) => ({ type: 'pointerMove', duration: 0, x, y });
  const press = ({ button = 'left' } = {}) => ({ type: 'pointerDown', button: BUTTONS[button] });
  const release = ({ button = 'left' } = {}) => ({ type: 'pointerUp', button: BUTTONS[button] });
  const keyDown = (/** @type {string} */ key) => ({ type: 'keyDown', value: KEYS[key] ?? key });
  const keyUp = (/** @type {string} */ key) => ({ type: 'keyUp', value: KEYS[key] ?? key });
  const stroke = (/** @type {string} */ key) => [keyDown(key), keyUp(key)];

  /** As much of Puppeteer's page as the commands use: they let a plain WebDriver hold no key down. */
  const page = {
    keyboard: {
      type: (/** @type {string} */ text) => strike(...[...text].flatMap(stroke)),
      press: (/** @type {string} */ key) => strike(...stroke(key)),
      down: (/** @type {string} */ key) => strike(keyDown(key)),
      up: (/** @type {string} */ key) => strike(keyUp(key)),
    },
    mouse: {
      move: (/** @type {number} */ x, /** @type {number} */ y) => point(moveTo(x, y)),
      click: (/** @type {number} */ x, /** @type {number} */ y, /** @type {{ button?: string }} */ options) =>
        point(moveTo(x, y), press(options), release(options)),
      down: (/** @type {{ button?: string }} */ options) => point(press(options)),
      up: (/** @type {{ button?: string }} */ options) => point(release(options)),
      reset: () => point(moveTo(0, 0)),
    },
  };

  return {
    name: 'WebKitGTK',
    type: 'puppeteer',
    // One top-level page: the tests of one file at a time.
    concurrency: 1,
    async stop() {
      // One that did not start has said so, and has nothing to stop.
      await (await browser?.catch(() => undefined))?.stop();
    },
    async startSession(id, url) {
      urls.set(id, url);
      await open(url);
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id) ?? '',
    async stopSession(id) {
      urls.delete(id);
      await open('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no debug session here.')),
    getPage: () => page,
  };
}
