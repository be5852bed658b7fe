import { expect } from '@open-wc/testing';
import { isAddress, isDotless, normalizeAddress } from '../../src/subscribe-form/address.js';
import { itWithAttacks } from '../support/shared-files.js';

/** What `type=email` does to a value before anybody sees it. */
const sanitized = (address: string) => address.replace(/[\r\n]/g, '').replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '');

describe('e-mail addresses', () => {
  itWithAttacks('are judged as the browser judges them', 'emailAddresses', (list) => {
    const field = document.createElement('input');
    field.type = 'email';
    field.required = true;
    const isFirefox = navigator.userAgent.includes('Firefox');
    const misjudged = list.filter(({ address, isValid, isValidInFirefox }) => {
      field.value = address;
      const expected = isFirefox ? isValidInFirefox : isValid;
      const isTooLong = sanitized(address).length > 254;
      const verdict = isAddress(sanitized(address));
      return verdict !== (field.validity.valid && !isTooLong) || (!isTooLong && verdict !== expected);
    });
    expect(misjudged.map(({ address }) => address)).to.deep.equal([]);
    expect(list.filter(({ isValid }) => isValid).length).to.be.greaterThan(list.length / 4);
  });

  it('have at most 254 characters', () => {
    const domain = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example`;
    const longest = `${'n'.repeat(254 - domain.length - 1)}@${domain}`;
    expect(longest).to.have.length(254);
    expect(isAddress(longest)).to.equal(true);
    expect(isAddress(`n${longest}`)).to.equal(false);
  });

  const sent = {
    'ada@lab.example': 'ada@lab.example',
    '  ada@lab.example\n': 'ada@lab.example',
    'ada\u200b@lab\ufeff.example': 'ada@lab.example',
    'ada@bücher.example': 'ada@xn--bcher-kva.example',
    'ADA@BÜCHER.example': 'ADA@xn--bcher-kva.example',
    'ada@例え。jp': 'ada@xn--r8jz45g.jp',
    'ada@ουτοπία.δπθ.gr': 'ada@xn--kxae4bafwg.xn--pxaix.gr',
    // Left alone: to be refused, or to be judged by the service.
    'ådå@lab.example': 'ådå@lab.example',
    'ada@bücher.example/path': 'ada@bücher.example/path',
    'ada@bücher.example:80': 'ada@bücher.example:80',
    'ada@bü cher.example': 'ada@bü cher.example',
    'ada@127.1': 'ada@127.1',
    bücher: 'bücher',
    '': '',
  };
  for (const [typed, expected] of Object.entries(sent)) {
    it(`${JSON.stringify(typed)} is sent as ${JSON.stringify(expected)}`, () => {
      expect(normalizeAddress(typed)).to.equal(expected);
    });
  }

  it('without a dot are allowed, and noticed', () => {
    expect(isAddress('ada@localhost')).to.equal(true);
    expect(isDotless('ada@localhost')).to.equal(true);
    expect(isDotless('a.da@localhost')).to.equal(true);
    expect(isDotless('ada@lab.example')).to.equal(false);
    expect(isDotless('ada@')).to.equal(false);
  });
});
