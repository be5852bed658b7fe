/** What counts as a report that the page's policy blocked an address. Real policies: test/subscribe-form, test/paper-feed. */
import { expect } from '@open-wc/testing';
import { watchPolicy } from '../../src/shared/policy-report.js';

const url = 'https://news.example/api/members';

/** The browser's report that it blocked the address, with some things different. */
const report = (changes: Partial<SecurityPolicyViolationEventInit> = {}) =>
  new SecurityPolicyViolationEvent('securitypolicyviolation', {
    documentURI: location.href,
    violatedDirective: 'connect-src',
    effectiveDirective: 'connect-src',
    originalPolicy: "connect-src 'self'",
    disposition: 'enforce',
    statusCode: 200,
    blockedURI: url,
    ...changes,
  });

let listening: AbortController;
beforeEach(() => (listening = new AbortController()));
afterEach(() => listening.abort());
const watch = () => watchPolicy('connect-src', url, listening.signal);

describe('watchPolicy', () => {
  const reports: readonly (readonly [
    what: string,
    changes: Partial<SecurityPolicyViolationEventInit>,
    counts: boolean,
  ])[] = [
    ['the address', {}, true],
    ['its origin only', { blockedURI: 'https://news.example' }, true],
    ['another address', { blockedURI: 'https://tracker.example/pixel' }, false],
    ['another directive', { effectiveDirective: 'img-src', violatedDirective: 'img-src' }, false],
    ['a policy that only reports', { disposition: 'report' }, false],
  ];
  for (const [what, changes, counts] of reports) {
    it(`${counts ? 'takes' : 'does not take'} a report of ${what}`, async () => {
      const isBlocked = watch();
      const event = report(changes);
      window.dispatchEvent(event);
      expect((await isBlocked(0)) === (counts && event)).to.equal(true);
    });
  }

  it('says no when nothing was reported', async () => {
    expect(await watch()(0)).to.equal(false);
  });

  it('waits for a report that comes after the failure', async () => {
    const answer = watch()();
    const event = report();
    window.dispatchEvent(event);
    expect((await answer) === event).to.equal(true);
  });

  it('listens no longer than it is told', async () => {
    const isBlocked = watch();
    listening.abort();
    window.dispatchEvent(report());
    expect(await isBlocked(0)).to.equal(false);
  });
});
