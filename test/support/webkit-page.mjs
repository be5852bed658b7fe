// @ts-check
/** WebKitGTK for tests of whole pages: as much of Puppeteer's browser as they call, over plain WebDriver. */
import { setTimeout as pause } from 'node:timers/promises';
import { startWebKitGtk } from '../../scripts/webkitgtk.mjs';

/** @typedef {import('../../scripts/webkitgtk.mjs').Send} Send */

const WAIT_LIMIT_MS = 30_000;

/**
 * Runs in the page. Writes down what the driver would write with what the page has made of `toJSON`, or of all objects.
 *
 * @type {(value: any) => string}
 */
function write(value) {
  if (Object(value) !== value) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => write(each)).join()}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${write(value[key])}`).join()}}`;
}

/** A call of a function, or an expression, as text. @type {(run: string | Function, args: unknown[]) => string} */
const expressionOf = (run, args) =>
  typeof run === 'string' ? run : `(${run})(${args.map((each) => JSON.stringify(each) ?? 'undefined').join()})`;

async function evaluate(/** @type {Send} */ send, /** @type {string} */ expression) {
  const script = `return (async () => (${write})(await ${expression}))()`;
  return JSON.parse(await send('POST', '/execute/sync', { script, args: [] }));
}

/** The one page: of Puppeteer's, as much as hostile-pages and visits call. It tells nothing of its console and requests. */
function pageOf(/** @type {Send} */ send) {
  const main = {
    evaluate: (/** @type {any} */ run, /** @type {unknown[]} */ ...args) => evaluate(send, expressionOf(run, args)),
  };
  const frame = {
    async evaluate(/** @type {any} */ run, /** @type {unknown[]} */ ...args) {
      await send('POST', '/frame', { id: 0 });
      return main.evaluate(run, ...args).finally(() => send('POST', '/frame/parent', {}));
    },
  };
  const goto = (/** @type {string} */ url) => send('POST', '/url', { url });
  return {
    ...main,
    goto,
    goBack: () => send('POST', '/back', {}),
    on: () => {},
    /** The page itself, and its first frame. */
    frames: () => [main, frame],
    mainFrame: () => main,
    /** The size of the whole window, of which its bar takes some. */
    setViewport: ({ width = 0, height = 0 }) => send('POST', '/window/rect', { width, height }),
    async waitForFunction(/** @type {any} */ run, /** @type {unknown} */ _, /** @type {unknown[]} */ ...args) {
      const hasCome = () => evaluate(send, `!!(await ${expressionOf(run, args)})`);
      for (const limit = Date.now() + WAIT_LIMIT_MS; !(await hasCome()); await pause(50))
        if (Date.now() > limit) throw new Error(`Waited in vain for ${run}`);
    },
    close: () => goto('about:blank'),
  };
}

/** One page at a time, in one window. */
export async function launchWebKit() {
  const { send, stop } = await startWebKitGtk({ ...process.env, LANGUAGE: 'en_US' });
  const browser = { newPage: async () => pageOf(send), close: stop };
  return /** @type {import('puppeteer-core').Browser} */ (/** @type {unknown} */ (browser));
}
