// @ts-check
/** A server, a bundle and a browser's page that runs tests of one file at a time, as often as asked. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestRunner } from '@web/test-runner';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { chromiumArgs, findChromium } from '../../scripts/browser.mjs';
import testConfig, { browserEnv } from '../../web-test-runner.config.js';

/** @import { Browser, Page } from 'puppeteer-core' */
/** @import { Namespace, Order, Report } from './page.ts' */

const BUNDLE = 'mutation-bundle';
const ENTRY = 'virtual:tests';

/**
 * All test files as modules that share what they import: a page then loads a few files instead of two hundred.
 *
 * @param {string} folder of the instrumented project
 * @param {readonly string[]} files in it
 */
async function bundle(folder, files) {
  const page = fileURLToPath(new URL('page.ts', import.meta.url));
  const imports = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(folder, file))})`);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    mode: 'development',
    resolve: { conditions: ['development', 'browser', 'module'] },
    plugins: [
      {
        name: 'tests',
        enforce: 'pre',
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) =>
          id === ENTRY
            ? `import { runTests } from ${JSON.stringify(page)};\nawait runTests({ ${imports.join()} });`
            : null,
        // Some tests open pages that import a source by its address.
        transform: (code, id) =>
          id.startsWith(join(folder, 'test'))
            ? code.replaceAll('import.meta.url', `(location.origin + ${JSON.stringify(id.slice(folder.length))})`)
            : null,
      },
    ],
    build: {
      outDir: join(folder, BUNDLE),
      target: 'es2022',
      minify: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: ENTRY,
        // By our package.json tests have no side effects, and would be left out.
        treeshake: false,
        external: [/^\/__web-dev-server__/],
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'tests.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** The server of the browser's tests, waiting: its runner opens no browser by itself. @param {string} folder */
async function serve(folder) {
  const port = await freePort();
  const silent = () => {};
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      ...testConfig,
      rootDir: folder,
      port,
      manual: true,
      reporters: [],
      logger: {
        log: silent,
        debug: silent,
        error: console.error,
        warn: silent,
        group: silent,
        groupEnd: silent,
        logSyntaxError: console.error,
      },
    },
  });
  return { origin: `http://localhost:${port}`, stop: () => runner?.stop() };
}

/** Runs tests in one page, which is loaded anew for each order. */
export class TestPage {
  /** @type {{ origin: string, stop: () => void } | undefined} */
  #server;
  /** @type {Browser | undefined} */
  #browser;
  /** @type {Page | undefined} */
  #page;
  /** @type {string | undefined} */
  #script;
  /** @type {((report: Report) => void) | undefined} */
  #settle;

  /** @param {string} folder of the instrumented project @param {readonly string[]} files its test files */
  async open(folder, files) {
    await bundle(folder, files);
    this.#server = await serve(folder);
  }

  /**
   * @param {Order} order
   * @param {Namespace} namespace for the instrumented code
   * @param {number} limitMs
   * @returns {Promise<Report | undefined>} nothing when the page hangs
   */
  async run(order, namespace, limitMs) {
    const page = (this.#page ??= await this.#openPage());
    if (this.#script) await page.removeScriptToEvaluateOnNewDocument(this.#script);
    const { identifier } = await page.evaluateOnNewDocument(
      (/** @type {Namespace} */ stryker, /** @type {Order} */ mutationOrder) => {
        // A page within the page takes part.
        const frame = /** @type {any} */ (globalThis);
        Object.assign(frame, { __stryker__: frame.parent.__stryker__ ?? stryker, mutationOrder });
      },
      namespace,
      order,
    );
    this.#script = identifier;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @type {Promise<Report | undefined>} */
    const report = new Promise((resolve) => {
      this.#settle = resolve;
      timer = setTimeout(resolve, limitMs, undefined);
    });
    const query = new URLSearchParams({ 'wtr-test-file': `/${BUNDLE}/tests.js` });
    page.goto(`${this.#server?.origin}/?${query}`, { waitUntil: 'domcontentloaded' }).catch(() => {});
    const result = await report;
    clearTimeout(timer);
    if (!result) await this.#kill();
    return result;
  }

  async #openPage() {
    this.#browser = await puppeteer.launch({
      executablePath: findChromium(),
      args: chromiumArgs,
      env: browserEnv,
      // The browser ends with this process, however that ends.
      pipe: true,
    });
    const page = await this.#browser.newPage();
    await page.exposeFunction('reportMutationRun', (/** @type {Report} */ report) => this.#settle?.(report));
    return page;
  }

  /** A page that hangs cannot be closed politely. */
  async #kill() {
    this.#browser?.process()?.kill('SIGKILL');
    this.#browser = this.#page = this.#script = undefined;
  }

  async close() {
    await this.#browser?.close();
    this.#server?.stop();
  }
}
