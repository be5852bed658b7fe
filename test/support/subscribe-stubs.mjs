// @ts-check
/**
 * Newsletter services for tests, on loopback: each answers by its contract, refuses what breaks it, and can be made to
 * fail. Ghost's answers were recorded from a real one (scripts/test-ghost.mjs); the others' are from docs/subscribe.md.
 *
 * It listens at a port of its own, so that pages of the test runner see it as a foreign origin. `/{id}/…` is a service
 * made by a test; the test runner passes on `/__subscribe__/…`, where tests make them and read what they saw.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { SeenSubscription, StubSettings } from './subscribe-stubs.ts' */

/** @typedef {{ status: number, body: unknown }} Answer objects are sent as JSON, other texts as a page when they look so */
/** @typedef {SeenSubscription & { fields: URLSearchParams, json?: any }} StubRequest */
/** @typedef {Record<Exclude<StubSettings['trouble'], undefined> | 'none', Answer>} Answers */
/**
 * @typedef {object} Contract
 * @property {(request: StubRequest) => string | false | undefined} [isBroken] what is wrong with a POST, in words
 * @property {Answers} answers
 */

const PREFIX = '/__subscribe__';

/** @type {Record<'token' | 'subscribed' | 'bad address' | 'too many tries', { answer: Answer }>} */
const recorded = JSON.parse(readFileSync(new URL('../fixtures/ghost-contract.json', import.meta.url), 'utf8'));

const page = (/** @type {string} */ text) => `<!doctype html><title>${text}</title>${text}`;

const usual = {
  'rate-limited': { status: 429, body: { message: 'Slow down' } },
  'server-error': { status: 500, body: 'Internal Server Error' },
  refused: { status: 403, body: { message: 'This form is closed' } },
};
const pages = {
  none: { status: 200, body: page('Please confirm') },
  invalid: { status: 400, body: page('This is no address') },
  'rate-limited': { status: 429, body: page('Slow down') },
  'server-error': { status: 500, body: page('Out of order') },
  refused: { status: 403, body: page('Closed') },
};

const isForm = (/** @type {StubRequest} */ { headers }) =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded');
const isJson = (/** @type {StubRequest} */ { headers }) => headers['content-type'] === 'application/json';
const wantsJson = (/** @type {StubRequest} */ { headers }) => headers.accept === 'application/json';

/** Each value as the service expects it; a RegExp for part of it. */
const lacks = (/** @type {StubRequest} */ { fields }, /** @type {Record<string, string | RegExp>} */ expected) =>
  Object.entries(expected)
    .filter(([name, value]) => {
      const given = fields.get(name);
      return given === null || (typeof value === 'string' ? given !== value : !value.test(given));
    })
    .map(([name]) => `no good ${name}`)
    .join(', ');

const ADDRESS = /^\S+@\S+$/;

/** @type {Record<StubSettings['service'], Contract>} */
const contracts = {
  form: {
    isBroken: (request) => (isForm(request) ? lacks(request, { email: ADDRESS }) : 'not a form'),
    answers: pages,
  },
  json: {
    isBroken: ({ json, ...request }) =>
      !(isJson({ json, ...request }) && ADDRESS.test(json?.email)) && 'no JSON with email',
    answers: {
      ...usual,
      none: { status: 200, body: { ok: true } },
      invalid: { status: 422, body: { errors: [{ field: 'email', message: 'Not a mailbox' }] } },
    },
  },
  ghost: {
    isBroken: ({ json, path, ...request }) =>
      !(
        isJson({ json, path, ...request }) &&
        path.endsWith('/members/api/send-magic-link/') &&
        ADDRESS.test(json?.email)
      ) && 'not as Ghost wants it',
    answers: {
      ...usual,
      none: recorded.subscribed.answer,
      invalid: recorded['bad address'].answer,
      'rate-limited': recorded['too many tries'].answer,
    },
  },
  listmonk: {
    isBroken: ({ json, path }) =>
      !(path.endsWith('/api/public/subscription') && ADDRESS.test(json?.email) && Array.isArray(json.list_uuids)) &&
      'not as listmonk wants it',
    answers: {
      ...usual,
      none: { status: 200, body: { data: { has_optin: true } } },
      invalid: { status: 400, body: { message: 'Invalid email.' } },
      'server-error': { status: 500, body: { message: 'Internal error' } },
    },
  },
  'listmonk-form': {
    isBroken: (request) =>
      request.path.endsWith('/subscription/form')
        ? lacks(request, { email: ADDRESS, nonce: '', l: /./ })
        : request.path,
    answers: pages,
  },
  buttondown: { isBroken: (request) => lacks(request, { email: ADDRESS, embed: '1' }), answers: pages },
  mailchimp: { isBroken: (request) => lacks(request, { EMAIL: ADDRESS, b_u1_i2: '' }), answers: pages },
  mailerlite: {
    isBroken: (request) => lacks(request, { 'fields[email]': ADDRESS, 'ml-submit': '1', anticsrf: 'true' }),
    answers: pages,
  },
  substack: {
    isBroken: (request) =>
      request.path.endsWith('/api/v1/free?nojs=true')
        ? lacks(request, { email: ADDRESS, first_url: /^http/, current_url: /^http/ })
        : request.path,
    answers: pages,
  },
  kit: {
    isBroken: (request) => (wantsJson(request) ? lacks(request, { email_address: ADDRESS }) : 'wants no JSON'),
    answers: {
      ...usual,
      none: { status: 200, body: { status: 'success' } },
      invalid: { status: 200, body: { status: 'failed', message: 'Email address is invalid' } },
    },
  },
  brevo: {
    isBroken: (request) =>
      request.path.endsWith('?isAjax=1')
        ? lacks(request, { EMAIL: ADDRESS, email_address_check: '', locale: /^[a-z]{2}$/, OPT_IN: '1' })
        : request.path,
    answers: {
      ...usual,
      none: { status: 200, body: { success: true } },
      invalid: { status: 400, body: { success: false, message: 'Enter a valid email address' } },
    },
  },
  formspree: {
    isBroken: (request) => (wantsJson(request) ? lacks(request, { email: ADDRESS, _gotcha: '' }) : 'wants no JSON'),
    answers: {
      ...usual,
      none: { status: 200, body: { next: 'https://formspree.io/thanks' } },
      invalid: {
        status: 422,
        body: { errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }] },
      },
      refused: {
        status: 403,
        body: { error: 'Form not active', errors: [{ code: 'INACTIVE', message: 'Form not active' }] },
      },
    },
  },
  basin: {
    isBroken: (request) => (wantsJson(request) ? lacks(request, { email: ADDRESS }) : 'wants no JSON'),
    answers: {
      ...usual,
      none: { status: 200, body: { success: true } },
      invalid: { status: 422, body: { error: 'Email is not valid' } },
    },
  },
  netlify: {
    isBroken: (request) => lacks(request, { email: ADDRESS, 'form-name': 'newsletter' }),
    answers: { ...pages, refused: { status: 404, body: page('No such form') } },
  },
  link: { answers: pages },
  mailto: { answers: pages },
};

class Stub {
  /** @type {SeenSubscription[]} */
  requests = [];
  /** @type {Set<() => void>} */
  #watchers = new Set();
  /** Lets go on what is held: a browser may ask twice. @type {Set<() => void>} */
  #held = new Set();

  /** @param {StubSettings} settings */
  constructor(settings) {
    this.settings = settings;
    this.contract = contracts[settings.service];
  }

  /** @param {number} count */
  async seen(count) {
    while (this.requests.length < count) await new Promise((resolve) => this.#watchers.add(() => resolve(undefined)));
    return this.requests;
  }

  release() {
    this.settings = { ...this.settings, isHeld: false };
    for (const letGo of this.#held) letGo();
  }

  /** @param {IncomingMessage} message @param {ServerResponse} response */
  async answer(message, response) {
    const { method = '', url: path = '', headers } = message;
    const { isReadable = true, isHeld, isCut, isElsewhere } = this.settings;
    const body = await readBody(message);
    /** @type {SeenSubscription} */
    const request = { method, path, headers: /** @type {Record<string, string>} */ (headers), body };
    const full = { ...request, fields: new URLSearchParams(body), json: parse(body) };
    const fault = method === 'POST' ? this.contract.isBroken?.(full) : undefined;
    this.requests.push(fault ? { ...request, fault } : request);
    for (const tell of this.#watchers) tell();
    this.#watchers.clear();

    if (isHeld) await new Promise((resolve) => this.#held.add(() => resolve(undefined)));
    if (isCut && method === 'POST') return void response.destroy();
    // Browsers by themselves repeat a POST that breaks off on a connection which they have used before.
    response.setHeader('connection', 'close');
    if (isReadable === 'preflight' ? method !== 'POST' : isReadable) {
      response.setHeader('access-control-allow-origin', '*');
    }
    if (method === 'OPTIONS') {
      if (isReadable) response.setHeader('access-control-allow-headers', 'content-type');
      return void response.writeHead(204).end();
    }
    if (isElsewhere && method === 'POST') {
      return void response
        .writeHead(303, { location: `http://${headers.host?.replace('127.0.0.1', 'localhost')}${path}` })
        .end();
    }
    const answer = fault ? { status: 418, body: { message: `contract broken: ${fault}` } } : this.#answerTo(request);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const type =
      typeof answer.body !== 'string' ? 'application/json' : text.startsWith('<') ? 'text/html' : 'text/plain';
    response.writeHead(answer.status, { 'content-type': `${type}; charset=utf-8` });
    response.end(method === 'HEAD' ? undefined : text);
  }

  /** @param {SeenSubscription} request @returns {Answer} */
  #answerTo({ method, path }) {
    const { trouble = 'none', service } = this.settings;
    if (service === 'ghost' && path.endsWith('/integrity-token/')) return recorded.token.answer;
    return method === 'POST' ? this.contract.answers[trouble] : { status: 405, body: page('Only POST') };
  }
}

const parse = (/** @type {string} */ text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @param {IncomingMessage} message */
async function readBody(message) {
  let body = '';
  for await (const chunk of message) body += chunk;
  return body;
}

/** @type {Map<string, Stub>} */
const stubs = new Map();

/** @param {IncomingMessage} message @param {ServerResponse} response */
function handleForeign(message, response) {
  const stub = stubs.get(message.url?.split('/')[1] ?? '');
  if (!stub) return void response.writeHead(404).end();
  return stub.answer(message, response);
}

/** @type {Promise<string> | undefined} */
let port;

/** Starts with the first test that asks for it, and ends with the process. @returns {Promise<string>} */
const start = () =>
  new Promise((resolve) => {
    const server = createServer((message, response) => void handleForeign(message, response));
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      resolve(String(/** @type {AddressInfo} */ (server.address()).port));
    });
  });

/** Makes a service. @param {StubSettings} settings @returns {Promise<{ id: string, url: string }>} */
export async function createStub(settings) {
  port ??= start();
  const id = String(stubs.size + 1);
  stubs.set(id, new Stub(settings));
  return { id, url: `http://127.0.0.1:${await port}/${id}/` };
}

/** What a service has seen. @param {string} id */
export const seenBy = (id, atLeast = 0) => stubs.get(id)?.seen(atLeast);

/**
 * Middleware of the test runner: makes services for the tests, tells what they saw, and serves pages with a policy.
 * @type {import('@web/test-runner').TestRunnerConfig['middleware'] extends (infer M)[] | undefined ? M : never}
 */
export const serveSubscribeStubs = async (context, next) => {
  if (!context.path.startsWith(`${PREFIX}/`)) return next();
  const [action, id = ''] = context.path.slice(PREFIX.length + 1).split('/');
  if (action === 'new') context.body = await createStub(JSON.parse(await readBody(context.req)));
  if (action === 'requests') context.body = await seenBy(id, Number(context.query.atLeast));
  if (action === 'release') context.body = String(stubs.get(id)?.release());
  if (action === 'page') {
    const { policy = '', body = '' } = context.query;
    if (policy) context.set('content-security-policy', String(policy));
    context.type = 'html';
    context.body = `<!doctype html><html lang="en"><title>Form</title>
      <script type="module" src="/src/subscribe-form/subscribe-form.ts"></script>${String(body)}`;
  }
};
