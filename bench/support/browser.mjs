// @ts-check
/** The browser that is measured, and a server on loopback that answers as a good host does: compressed, with a type. */
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, findChromium } from '../../scripts/browser.mjs';

/** It ends with this process, whatever happens. */
export async function launch() {
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    // Otherwise it measures memory when it collects garbage next, which may take minutes.
    args: [...chromiumArgs, '--enable-blink-features=ForceEagerMeasureMemory'],
  });
  process.on('exit', () => browser.process()?.kill());
  return browser;
}

/** @typedef {{ body: string, type?: string }} File */

/**
 * Serves what is in memory, compressed beforehand: that takes seconds for large files.
 *
 * @param {Record<string, File>} files by path
 * @returns besides, how many bytes it has sent, compressed and without headers, since it was asked last
 */
export async function serve(files) {
  let sentBytes = 0;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const answers = new Map(
    Object.entries(files).map(([path, file]) => [path, { ...file, body: brotliCompressSync(file.body, { params }) }]),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = answers.get(pathname);
    if (!file) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const { body } = file;
    response.writeHead(200, {
      'content-type': file.type ?? (pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'),
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': 'no-store',
      // Isolated: only then a page may learn how much memory it takes.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body);
    sentBytes += body.length;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const takeSentBytes = () => {
    const bytes = sentBytes;
    sentBytes = 0;
    return bytes;
  };
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close(), takeSentBytes };
}

/**
 * A page in a context of its own, so that nothing of the round before is warm.
 *
 * @template T
 * @param {import('puppeteer-core').Browser} browser
 * @param {(page: import('puppeteer-core').Page, session: import('puppeteer-core').CDPSession) => Promise<T>} use
 */
export async function withPage(browser, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1000, height: 800 });
    return await use(page, await page.createCDPSession());
  } finally {
    await context.close();
  }
}

/** Processor time that the page's main thread has used, in ms, and its nodes. @param {import('puppeteer-core').CDPSession} session */
export async function usage(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { cpu: of('TaskDuration') * 1000, nodes: of('Nodes') };
}

/** From now on `usage` tells processor time, not time of the clock. @param {import('puppeteer-core').CDPSession} session */
export const countThreadTicks = (session) => session.send('Performance.enable', { timeDomain: 'threadTicks' });

/**
 * What something gives, and the processor time that it takes of the page's main thread, in ms.
 *
 * @template T
 * @param {import('puppeteer-core').CDPSession} session
 * @param {() => Promise<T>} run
 */
export async function withCpu(session, run) {
  const before = await usage(session);
  const value = await run();
  return { value, cpu: (await usage(session)).cpu - before.cpu };
}

/** Bytes of memory that the page takes, after a collection. @param {import('puppeteer-core').Page} page */
export async function memoryBytes(page) {
  const measured = await page.evaluate('performance.measureUserAgentSpecificMemory()');
  return /** @type {{ bytes: number }} */ (measured).bytes;
}
