/** `loadFeed` in pages that the test writes: with a policy, with names that get in the way. */
import { expect } from '@open-wc/testing';
import type { FeedError } from '../../src/feed/feed-error.js';
import { loadFeed } from '../../src/feed/load-feed.js';
import { serve } from '../support/faults.js';
import { feedText } from '../support/feed-texts.js';
import { closePages, openPage } from '../support/pages.js';
import { feedErrorOf, reasonOf } from '../support/settled.js';

const body = feedText('Note G');

const policy = (text: string) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;

describe('loadFeed in a page of its own', () => {
  afterEach(closePages);

  for (const directives of ["connect-src 'self'", "default-src 'none'; script-src * 'unsafe-inline'"]) {
    it(`names the policy that forbids the feed: ${directives}`, async () => {
      const page = await openPage(policy(directives));
      const source = await serve({ body });
      const error = (await reasonOf(page.loadFeed(source.url))) as FeedError;
      expect(error.code).to.equal('csp');
      expect(error.message)
        .to.contain(`${source.url} is blocked by this page's Content Security Policy.`)
        .and.contain(`Add to it: connect-src ${new URL(source.url).origin}`);
      expect(await source.requests()).to.have.length(0);
    });
  }

  it('names the policy when only the target of a redirect is forbidden', async () => {
    const target = await serve({ body });
    const source = await serve({ status: 302, headers: { location: target.otherOriginUrl } });
    const page = await openPage(policy(`connect-src ${new URL(source.url).origin}`));
    const error = await reasonOf(page.loadFeed(source.url));
    expect(error).to.have.property('code', 'csp');
    expect(await source.requests()).to.have.length(1);
  });

  it('loads what the policy allows', async () => {
    const source = await serve({ body });
    const page = await openPage(policy(`connect-src ${new URL(source.url).origin}`));
    expect((await page.loadFeed(source.url)).papers).to.have.length(1);
  });

  for (const [title, differs] of [
    ['report-only', { disposition: 'report' }],
    ['for another address', { blockedURI: 'https://other.example/' }],
    ['for something else', { effectiveDirective: 'img-src' }],
  ] as const) {
    it(`does not blame a policy whose report is ${title}`, async () => {
      const source = await serve({ hold: 'headers', allowOrigin: false });
      const loading = feedErrorOf(loadFeed(source.url, { retries: 0 }));
      await source.requests(1);
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          bubbles: true,
          composed: true,
          documentURI: location.href,
          violatedDirective: 'connect-src',
          originalPolicy: '',
          statusCode: 200,
          effectiveDirective: 'connect-src',
          disposition: 'enforce',
          blockedURI: source.url,
          ...differs,
        }),
      );
      await source.release();
      expect((await loading).code).to.equal('network');
    });
  }

  it('is not misled by markup that takes the names it looks at', async () => {
    const names = ['baseURI', 'visibilityState', 'addEventListener', 'location', 'navigator', 'fetch'];
    const page = await openPage(names.map((name) => `<img name="${name}"><form id="${name}"></form>`).join(''));
    const source = await serve({ status: 503 }, { body });
    page.window.Math.random = () => 0;
    expect((await page.loadFeed(source.url)).papers).to.have.length(1);
  });
});
