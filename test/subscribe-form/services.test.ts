import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { judge } from '../../src/subscribe-form/services/answer.js';
import { basinRequest } from '../../src/subscribe-form/services/basin.js';
import { brevoRequest } from '../../src/subscribe-form/services/brevo.js';
import { buttondownRequest } from '../../src/subscribe-form/services/buttondown.js';
import { formRequest } from '../../src/subscribe-form/services/form.js';
import { formspreeRequest } from '../../src/subscribe-form/services/formspree.js';
import { ghost, ghostRequest } from '../../src/subscribe-form/services/ghost.js';
import { jsonRequest } from '../../src/subscribe-form/services/json.js';
import { kitRequest } from '../../src/subscribe-form/services/kit.js';
import { listmonkFormRequest, listmonkRequest } from '../../src/subscribe-form/services/listmonk.js';
import { mailchimpRequest } from '../../src/subscribe-form/services/mailchimp.js';
import { mailerliteRequest } from '../../src/subscribe-form/services/mailerlite.js';
import { netlifyRequest } from '../../src/subscribe-form/services/netlify.js';
import { routeOf, toPairs, type Answer, type ServiceSettings } from '../../src/subscribe-form/services/service.js';
import { services, type ServiceName } from '../../src/subscribe-form/services/services.js';
import { substackRequest } from '../../src/subscribe-form/services/substack.js';

const settings: ServiceSettings = {
  action: 'https://news.example/',
  lists: ['one', 'two'],
  tags: ['papers'],
  redirect: 'https://lab.example/welcome',
  pageUrl: 'https://lab.example/papers',
  locale: 'pt-BR',
};

/** Subscribes with an answer for each request, and says what was asked. */
async function subscribe(name: ServiceName, answers: Answer[], fields = new URLSearchParams({ email: 'a@b.example' })) {
  const asked: { url: string; body?: object }[] = [];
  const outcome = await (
    services[name] as { subscribe: NonNullable<(typeof services)['ghost']['subscribe']> }
  ).subscribe(settings, fields, async (url, body) => {
    asked.push({ url, body });
    return answers[asked.length - 1] ?? { status: 500, body: 'asked too often' };
  });
  return { asked, outcome };
}

describe('newsletter services', () => {
  describe('answers', () => {
    const verdicts: [what: string, status: number, body: unknown, verdict: string][] = [
      ['nothing', 204, '', 'received'],
      ['a word', 201, 'Created.', 'received'],
      ['a word that begins as "no" does', 200, 'Noted.', 'received'],
      ['words with a bracket in them', 200, 'Thank you <3', 'received'],
      ['an empty object', 200, {}, 'received'],
      ['a list', 200, [], 'received'],
      ['null', 200, null, 'received'],
      ['ok', 200, { ok: true }, 'received'],
      ['a number as status', 200, { status: 200 }, 'received'],
      ['a page', 200, ' <!doctype html><title>Prove that you are human</title>', 'unread'],
      ['a page from its first letter on', 200, '<h1>Prove that you are human</h1>', 'unread'],
      ['half of a JSON text', 200, ' {"ok":', 'unread'],
      ['ok: false', 200, { ok: false }, 'refused'],
      ['ok: 0', 200, { ok: 0 }, 'refused'],
      ['success: "false"', 200, { success: 'false' }, 'refused'],
      ['result: "error"', 200, { result: 'error', msg: 'x' }, 'refused'],
      ['status: "failed"', 200, { status: 'failed' }, 'refused'],
      ['a fault in words', 200, { error: 'Form not found' }, 'refused'],
      ['a fault about the address', 200, { error: 'Invalid email' }, 'invalid-address'],
      ['a list of faults', 200, { errors: [{ message: 'Form not found' }] }, 'refused'],
      ['no faults', 200, { error: null, errors: [] }, 'received'],
      ['no faults, in other shapes', 200, { error: false, errors: { email: [], name: '' } }, 'received'],
      ['"none" as error', 200, { error: 'none' }, 'received'],
      ['error: true', 200, { error: true, message: 'Closed' }, 'refused'],
      ['error: 1', 200, { error: 1 }, 'refused'],
      ['an error with more in it', 200, { error: { message: 'Closed' } }, 'refused'],
      ['faults by field', 200, { errors: { email: ['is taken'] } }, 'refused'],
      ['faults in bare words', 200, { errors: ['Closed'] }, 'refused'],
      ['status: "invalid"', 200, { status: 'invalid' }, 'refused'],
      ['false', 200, false, 'refused'],
      ['0, as WordPress says no', 200, 0, 'refused'],
      ['-1, as WordPress says no', 200, -1, 'refused'],
      ['a list that says no', 200, ['invalid email'], 'refused'],
      ['a list that says false', 200, { result: [false] }, 'refused'],
      ['a list of objects without prototypes', 200, [Object.create(null)], 'received'],
      ['a text that says no', 200, 'Error: the list is closed\n', 'refused'],
      ['a failing number as status', 200, { status: 422, message: 'Invalid email' }, 'invalid-address'],
      ['a choice of places', 300, '', 'refused'],
      ['a bare 400', 400, '', 'refused'],
      ['the last status that is no fault of the server', 499, '', 'refused'],
      ['404 with a page', 404, '<h1>Not found</h1>', 'refused'],
      ['409', 409, '', 'already-subscribed'],
      ['"already" in words', 400, { error: 'Already a member' }, 'already-subscribed'],
      ['"already" with a 200', 200, { success: false, message: 'You are already subscribed' }, 'already-subscribed'],
      ['words about the address', 422, { message: 'Invalid email address' }, 'invalid-address'],
      ['a fault in the field', 422, { errors: [{ field: 'email', message: 'is odd' }] }, 'invalid-address'],
      ['429', 429, { message: 'Invalid email?' }, 'rate-limited'],
      ['500', 500, 'Internal error', 'server'],
      ['503 about mail', 503, { message: 'mail is down' }, 'server'],
    ];
    for (const [what, status, body, verdict] of verdicts) {
      it(`${status} with ${what}: ${verdict}`, () => {
        expect(judge({ status, body }).code).to.equal(verdict);
      });
    }

    it('are read without what a page adds to all objects', () => {
      const prototype = Object.prototype as { error?: unknown };
      prototype.error = 'of the page';
      try {
        for (const body of ['Created.', [], 1]) expect(judge({ status: 200, body }).code).to.equal('received');
      } finally {
        delete prototype.error;
      }
    });

    it('to Ghost’s question for a token may be no token', async () => {
      const bodies: unknown[] = [];
      const settings = {
        action: 'https://lab.example/',
        lists: [],
        tags: [],
        pageUrl: 'https://lab.example/',
        locale: 'en',
      };
      await ghost.subscribe!(settings, new URLSearchParams('email=ada@lab.example'), (_url, body) => {
        bodies.push(body);
        return Promise.resolve({ status: 200, body: Object.create(null) as unknown });
      });
      expect(bodies[1]).to.include({ email: 'ada@lab.example', integrityToken: undefined });
    });

    it('that cannot be read hand the reader over', () => {
      expect(judge({ status: 200, body: '<p>Solve this riddle' }).name).to.equal('handover');
    });

    it('pass on the status and one short clean line of text', () => {
      const outcome = judge({ status: 400, body: { message: `no\n way\u202e ${'x'.repeat(1000)}` } });
      expect(outcome).to.include({ name: 'error', status: 400 });
      const { detail } = outcome as { detail: string };
      expect(detail).to.match(/^no way x+$/);
      expect(detail.length).to.be.at.most(200);
    });

    it('of odd shape do not throw', () => {
      for (const body of [null, 0, [], { errors: null }, { errors: 'x' }, { errors: [null] }, { message: {} }]) {
        expect(judge({ status: 400, body })).to.deep.include({ code: 'refused', detail: undefined });
      }
    });
  });

  describe('Ghost', () => {
    const token = { status: 200, body: 'time:nonce:hmac' };
    const created = { status: 201, body: 'Created.' };
    const outdated = { status: 400, body: { errors: [{ message: 'The server could not be understood' }] } };

    it('gets a token, then posts what the contract says', async () => {
      const fields = new URLSearchParams({ email: 'a@b.example', name: 'Ada', honeypot: '' });
      const { asked, outcome } = await subscribe('ghost', [token, created], fields);
      expect(outcome).to.deep.equal({ name: 'success', code: 'check-inbox' });
      expect(asked.map(({ url }) => url)).to.deep.equal([
        'https://news.example/members/api/integrity-token/',
        'https://news.example/members/api/send-magic-link/',
      ]);
      expect(asked[0]!.body).to.equal(undefined);
      expect(ghostRequest().parse(JSON.parse(JSON.stringify(asked[1]!.body)))).to.deep.equal({
        email: 'a@b.example',
        name: 'Ada',
        honeypot: '',
        emailType: 'signup',
        integrityToken: 'time:nonce:hmac',
        labels: ['papers'],
        newsletters: [{ id: 'one' }, { id: 'two' }],
        redirect: 'https://lab.example/welcome',
      });
    });

    it('renews an outdated token once, and only once', async () => {
      const renewed = await subscribe('ghost', [token, outdated, token, created]);
      expect(renewed.asked).to.have.length(4);
      expect(renewed.outcome.code).to.equal('check-inbox');
      const given = await subscribe('ghost', [token, outdated, token, outdated, token, created]);
      expect(given.asked).to.have.length(4);
      expect(given.outcome.name).to.equal('error');
    });

    it('does not post a second time after any other failure', async () => {
      for (const answer of [
        { status: 400, body: { errors: [{ message: 'Email is not valid' }] } },
        { status: 429, body: { errors: [{ message: 'could not be understood' }] } },
        { status: 500, body: { errors: [{ message: 'could not be understood' }] } },
      ]) {
        const { asked, outcome } = await subscribe('ghost', [token, answer, token, created]);
        expect(asked).to.have.length(2);
        expect(outcome.name).to.equal('error');
      }
    });

    it('sends a token of digits, which JSON makes a number, as text', async () => {
      const { asked } = await subscribe('ghost', [{ status: 200, body: 1774502505 }, created]);
      expect(asked[1]!.body).to.include({ integrityToken: '1774502505' });
    });

    it('goes on without a token where the site is too old to have one', async () => {
      const { asked, outcome } = await subscribe('ghost', [{ status: 404, body: '' }, created]);
      expect(outcome.name).to.equal('success');
      expect(JSON.stringify(asked[1]!.body)).not.to.contain('integrityToken');
    });
  });

  describe('listmonk', () => {
    it('posts what the contract says and tells whether a mail follows', async () => {
      for (const [has_optin, code] of [
        [true, 'check-inbox'],
        [false, 'subscribed'],
      ] as const) {
        const { asked, outcome } = await subscribe('listmonk', [{ status: 200, body: { data: { has_optin } } }]);
        expect(outcome).to.deep.equal({ name: 'success', code });
        expect(asked[0]!.url).to.equal('https://news.example/api/public/subscription');
        expect(listmonkRequest().parse(asked[0]!.body)).to.deep.equal({
          email: 'a@b.example',
          list_uuids: ['one', 'two'],
        });
      }
    });

    it('confirms nothing when the answer is a failure', async () => {
      const { outcome } = await subscribe('listmonk', [{ status: 500, body: { data: { has_optin: true } } }]);
      expect(outcome).to.include({ name: 'error', code: 'server' });
    });

    it('leaves out where to go next when the page does not say it', () => {
      const { hidden } = services['listmonk-form'];
      expect(toPairs(hidden?.({ ...settings, redirect: undefined }))).to.deep.equal([
        ['l', 'one'],
        ['l', 'two'],
      ]);
    });

    it('promises nothing on the answer that its documentation describes', async () => {
      const { outcome } = await subscribe('listmonk', [{ status: 200, body: { data: true } }]);
      expect(outcome).to.deep.equal({ name: 'success', code: 'received' });
    });
  });

  it('Kit keeps some addresses back for a check: nothing is confirmed', async () => {
    const keptBack = { status: 'quarantined', url: 'https://app.kit.example/check' };
    const { outcome } = await subscribe('kit', [{ status: 200, body: keptBack }]);
    expect(outcome).to.deep.equal({ name: 'handover', code: 'unread' });
    const word = await subscribe('kit', [{ status: 200, body: 'Created.' }]);
    expect(word.outcome).to.deep.equal({ name: 'success', code: 'received' });
    const failed = await subscribe('kit', [{ status: 500, body: keptBack }]);
    expect(failed.outcome).to.include({ name: 'error', code: 'server' });
  });

  it('json keeps every value of a name', async () => {
    const fields = new URLSearchParams('email=a%40b.example&topic=x&topic=y&__proto__=z');
    const { asked } = await subscribe('json', [{ status: 200, body: {} }], fields);
    const body = JSON.stringify(jsonRequest().parse(asked[0]!.body));
    expect(body).to.contain('"topic":["x","y"]');
    expect(({} as { z?: unknown }).z).to.equal(undefined);
    expect(JSON.stringify(asked[0]!.body)).to.contain('"__proto__":"z"');
  });

  const posted: Partial<Record<ServiceName, string>> = {
    kit: 'https://news.example/',
    brevo: 'https://news.example/?isAjax=1',
    formspree: 'https://news.example/',
    basin: 'https://news.example/',
  };
  for (const [name, url] of Object.entries(posted) as [ServiceName, string][]) {
    it(`${name} posts form fields, once`, async () => {
      const { asked, outcome } = await subscribe(name, [{ status: 200, body: { success: true } }]);
      expect(outcome).to.deep.equal({ name: 'success', code: 'received' });
      expect(asked.map((each) => each.url)).to.deep.equal([url]);
      expect(asked[0]!.body).to.be.instanceOf(URLSearchParams);
    });
  }

  it('Brevo is asked for an answer in JSON, whatever the embed code says', async () => {
    const action = 'https://x.sibforms.example/serve/abc?isAjax=0&lang=fr';
    let asked = '';
    await services.brevo.subscribe?.({ ...settings, action }, new URLSearchParams(), async (url) => {
      asked = url;
      return { status: 200, body: {} };
    });
    expect(asked).to.equal('https://x.sibforms.example/serve/abc?isAjax=1');
  });

  const expected: Partial<
    Record<ServiceName, { endpoint?: string; hidden?: object; bot?: string; email?: string; opens?: string }>
  > = {
    form: { hidden: { list: ['one', 'two'], tag: ['papers'] } },
    json: { hidden: { list: ['one', 'two'], tag: ['papers'] } },
    ghost: { bot: 'honeypot', email: 'email' },
    listmonk: { email: 'email' },
    'listmonk-form': {
      endpoint: 'https://news.example/subscription/form',
      hidden: { l: ['one', 'two'], next: 'https://lab.example/welcome' },
      bot: 'nonce',
      email: 'email',
      opens: 'a tab',
    },
    buttondown: { hidden: { embed: '1', tag: ['papers'] }, email: 'email', opens: 'a tab' },
    mailchimp: { email: 'EMAIL', bot: 'b_null_null', opens: 'a tab' },
    mailerlite: { hidden: { 'ml-submit': '1', anticsrf: 'true' }, email: 'fields[email]', opens: 'a tab' },
    substack: {
      endpoint: 'https://news.example/api/v1/free?nojs=true',
      hidden: { first_url: 'https://lab.example/papers', current_url: 'https://lab.example/papers' },
      email: 'email',
      opens: 'a tab',
    },
    kit: { email: 'email_address' },
    brevo: { hidden: { locale: 'pt', OPT_IN: '1' }, bot: 'email_address_check', email: 'EMAIL' },
    formspree: { bot: '_gotcha' },
    basin: {},
    netlify: { hidden: { 'form-name': ['one', 'two'] } },
    link: { opens: 'a link in a tab' },
    mailto: { opens: 'a link in a tab' },
  };
  it('name their fields as the contracts do', () => {
    for (const name of Object.keys(services) as ServiceName[]) {
      const service: (typeof services)['ghost'] = services[name];
      expect(
        {
          endpoint: service.endpoint?.(settings),
          hidden: service.hidden?.(settings),
          bot: service.botName?.(settings),
          email: service.emailName,
          opens: [service.isLink && 'a link in', service.isNewTab && 'a tab'].filter(Boolean).join(' '),
        },
        name,
      ).to.deep.equal({
        endpoint: undefined,
        hidden: undefined,
        bot: undefined,
        email: undefined,
        opens: '',
        ...expected[name],
      });
    }
  });

  it('Mailchimp finds its bot field in the address of the form', () => {
    const action = 'https://lab.us1.list-manage.com/subscribe/post?u=abc&id=123';
    expect(services.mailchimp.botName?.({ ...settings, action })).to.equal('b_abc_123');
  });

  it('routes lie below the address of the site, however that is written', () => {
    for (const site of ['https://a.example/blog', 'https://a.example/blog/', 'https://a.example/blog//?x#y']) {
      expect(routeOf(site, 'members/')).to.equal('https://a.example/blog/members/');
    }
  });

  it('fields without value make no pair', () => {
    expect(toPairs({ a: '1', b: [], c: ['2', '3'] })).to.deep.equal([
      ['a', '1'],
      ['c', '2'],
      ['c', '3'],
    ]);
    expect(toPairs()).to.deep.equal([]);
  });

  const posts: Partial<Record<ServiceName, () => z.ZodMiniType>> = {
    form: formRequest,
    buttondown: buttondownRequest,
    'listmonk-form': listmonkFormRequest,
    mailchimp: mailchimpRequest,
    mailerlite: mailerliteRequest,
    substack: substackRequest,
    kit: kitRequest,
    brevo: brevoRequest,
    formspree: formspreeRequest,
    basin: basinRequest,
    netlify: netlifyRequest,
  };
  for (const [name, request] of Object.entries(posts) as [ServiceName, () => z.ZodMiniType][]) {
    it(`${name} is posted what its contract says, and nothing less`, () => {
      const service: (typeof services)['ghost'] = services[name];
      const fields = toPairs(service.hidden?.(settings));
      const bot = service.botName?.(settings);
      if (bot) fields.push([bot, '']);
      const body = { ...Object.fromEntries(fields), [service.emailName ?? 'email']: 'a@b.example' };
      expect(z.safeParse(request(), body).success).to.equal(true);
      expect(z.safeParse(request(), { list: 1 }).success).to.equal(false);
    });
  }

  it('request schemas refuse what is not in the contract', () => {
    expect(ghostRequest().safeParse({ email: ['a@b.example'] }).success).to.equal(false);
    expect(listmonkRequest().safeParse({ email: 'a@b.example' }).success).to.equal(false);
    expect(z.safeParse(jsonRequest(), { email: 1 }).success).to.equal(false);
  });
});
