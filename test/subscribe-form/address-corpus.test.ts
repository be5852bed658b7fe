/** Addresses of every kind through a form: what is none is refused before anything is sent, the rest arrives. */
import { expect, fixture } from '@open-wc/testing';
import '../../src/subscribe-form/subscribe-form.js';
import { isAddress, normalizeAddress } from '../../src/subscribe-form/address.js';
import type { SubscribeForm } from '../../src/subscribe-form/subscribe-form.element.js';
import { itWithAttacks } from '../support/shared-files.js';
import { buttonOf, endOf, fieldOf, makeService, type } from '../support/subscribe-stubs.js';

describe('<subscribe-form>: addresses of every kind', function () {
  this.timeout(60_000);

  itWithAttacks('are sent or refused, one by one', 'emailAddresses', async (list) => {
    const service = await makeService({ service: 'json' });
    const markup = `<subscribe-form service="json" action="${service.url}"></subscribe-form>`;
    const expected: string[] = [];
    const misjudged: string[] = [];
    for (const { address } of list) {
      const form = await fixture<SubscribeForm>(markup);
      type(form, address);
      const sent = normalizeAddress(fieldOf(form).value);
      const isSent = isAddress(sent);
      if (isSent) expected.push(sent);
      const end = endOf(form);
      buttonOf(form).click();
      const { outcome } = await end;
      if (outcome !== (isSent ? 'success received' : 'error invalid-address')) misjudged.push(`${address}: ${outcome}`);
      form.remove();
    }
    expect(misjudged).to.deep.equal([]);
    const posts = await service.posts(expected.length);
    expect(posts.map(({ body }) => (JSON.parse(body) as { email: string }).email)).to.deep.equal(expected);
    // Some are valid and too long, and some become so: by leaving out what nobody sees, and by the ASCII form of a domain.
    expect(expected.length).to.be.closeTo(list.filter(({ isValid }) => isValid).length, 5);
  });
});
