// @ts-check
/**
 * A feed server for tests that fails on demand: late, broken off, endless, refused, too large, without CORS, …
 *
 * Tests describe the answers of a source (see `faults.ts`), ask for them, and read what the server saw. Nothing here
 * depends on the clock: what is held goes on when the test says so.
 *
 * It listens on loopback at a port of its own, so that pages of the test runner see it as a foreign origin; the test
 * runner passes on `/__fault-server__/…`, so that it can also be asked from the page's own origin.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { FaultAnswer, SeenRequest } from './faults.ts' */

const PREFIX = '/__fault-server__';
const GZIP_BOMB_BYTES = 64 * 1024 * 1024;
const ENDLESS_CHUNK = ' '.repeat(64 * 1024);

class Source {
  /** @type {SeenRequest[]} */
  requests = [];
  /** How often the other side hung up before the answer was complete. */
  hangUpCount = 0;
  /** @type {Set<() => void>} */
  #held = new Set();
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /** @param {FaultAnswer[]} answers in order; the last one repeats */
  constructor(answers) {
    this.answers = answers;
  }

  /** @param {() => boolean} isTrue */
  async until(isTrue) {
    while (!isTrue()) await new Promise((resolve) => this.#watchers.add(() => resolve(undefined)));
  }

  release() {
    for (const go of this.#held) go();
    this.#held.clear();
  }

  #changed() {
    for (const tell of this.#watchers) tell();
    this.#watchers.clear();
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async answer(request, response) {
    const { method = '', url = '', headers } = request;
    const answer = this.answers[Math.min(this.requests.length, this.answers.length - 1)] ?? {};
    response.on('close', () => {
      if (!response.writableFinished) this.hangUpCount += 1;
      this.#changed();
    });
    this.requests.push({ method, url, headers: /** @type {Record<string, string>} */ (headers) });
    this.#changed();

    if (answer.fault === 'reset') return void request.socket.resetAndDestroy();
    if (answer.hold === 'headers') await this.#hold();
    const { allowOrigin = '*' } = answer;
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      // The browser's cache asks again by itself after an answer that was given up in the middle.
      'cache-control': 'no-store',
      // A kept connection that breaks makes browsers ask again by themselves.
      connection: 'close',
      ...(allowOrigin === false ? {} : { 'access-control-allow-origin': allowOrigin }),
      ...(answer.fault?.startsWith('gzip') ? { 'content-encoding': 'gzip' } : {}),
      ...answer.headers,
    });
    await this.#sendBody(answer, response);
  }

  /** @param {FaultAnswer} answer @param {ServerResponse} response */
  async #sendBody(answer, response) {
    const body = Buffer.from(answer.base64 ?? answer.body ?? '', answer.base64 ? 'base64' : 'utf8');
    const half = body.subarray(0, body.length / 2);
    if (answer.fault === 'endless') return sendForEver(response);
    if (answer.fault === 'trickling') return trickle(response);
    if (answer.fault === 'gzip-bomb') return void response.end(gzipSync(Buffer.alloc(GZIP_BOMB_BYTES, ' ')));
    if (answer.fault === 'gzip-truncated') {
      const packed = gzipSync(body);
      return void response.end(packed.subarray(0, packed.length / 2));
    }
    if (answer.fault === 'reset-in-body') return void response.write(half, () => response.socket?.resetAndDestroy());
    if (answer.hold === 'body') {
      response.write(half);
      await this.#hold();
      return void response.end(body.subarray(half.length));
    }
    response.end(body);
  }

  /** @returns {Promise<void>} */
  #hold() {
    return new Promise((resolve) => this.#held.add(resolve));
  }
}

/** @param {ServerResponse} response */
function sendForEver(response) {
  const send = () => {
    while (!response.destroyed && response.write(ENDLESS_CHUNK));
  };
  response.on('drain', send);
  send();
}

/** A sign of life now and then, so that no wait for the next one is long. @param {ServerResponse} response */
function trickle(response) {
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(timer));
}

/** @type {Map<string, Source>} */
const sources = new Map();

/** @param {IncomingMessage} request @param {ServerResponse} response */
async function handle(request, response) {
  const url = new URL(request.url ?? '', 'http://localhost');
  const [kind, id = '', action] = url.pathname.replace(PREFIX, '').split('/').slice(1);
  const source = sources.get(id);
  if (kind === 'feed') {
    if (source) return source.answer(request, response);
    return void response.writeHead(404).end();
  }
  response.setHeader('access-control-allow-origin', '*');
  const atLeast = Number(url.searchParams.get('atLeast'));
  if (kind === 'new') {
    const source = new Source(JSON.parse(await readBody(request)));
    // Only now: while the body was on its way, another test may have got one.
    const newId = String(sources.size + 1);
    sources.set(newId, source);
    return void response.end(newId);
  }
  if (kind === 'closed-port') return void response.end(await closedPort());
  if (!source) return void response.writeHead(404).end();
  if (action === 'release') source.release();
  if (action === 'requests') await source.until(() => source.requests.length >= atLeast);
  if (action === 'hang-ups') await source.until(() => source.hangUpCount >= atLeast);
  response.end(JSON.stringify({ requests: source.requests, hangUpCount: source.hangUpCount }));
}

/** @param {IncomingMessage} request */
async function readBody(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/** A port where nobody listens. @returns {Promise<string>} */
function closedPort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {AddressInfo} */ (server.address());
      server.close(() => resolve(String(port)));
    });
  });
}

/** @type {Promise<string> | undefined} */
let port;

/** Starts with the first test that asks for it, and ends with the process. @returns {Promise<string>} its port */
function start() {
  return new Promise((resolve) => {
    const server = createServer((request, response) => void handle(request, response));
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {AddressInfo} */ (server.address());
      server.unref();
      resolve(String(address.port));
    });
  });
}

/**
 * Middleware of the test runner: passes requests on and tells the tests the port.
 * @type {import('@web/test-runner').TestRunnerConfig['middleware'] extends (infer M)[] | undefined ? M : never}
 */
export const serveFaults = async (context, next) => {
  if (!context.path.startsWith(`${PREFIX}/`)) return next();
  if (context.path === `${PREFIX}/port`) {
    port ??= start();
    context.body = await port;
    return;
  }
  context.respond = false;
  // Koa would report its own 404 to the test runner.
  context.status = 200;
  await handle(context.req, context.res);
};
