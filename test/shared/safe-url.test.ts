import { expect } from '@open-wc/testing';
import { safeUrl } from '../../src/shared/safe-url.js';
import { itWithAttacks } from '../support/shared-files.js';

describe('safeUrl', () => {
  const table: [title: string, value: unknown, expected: string | undefined, base?: string][] = [
    ['keeps https', 'https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['keeps http', 'http://example.org/', 'http://example.org/'],
    ['trims what the parser trims', '  https://example.org/x\n', 'https://example.org/x'],
    ['refuses script addresses', 'javascript:alert(1)', undefined],
    ['refuses hidden script addresses', '\u0001 java\tscr\nipt:alert(1)', undefined],
    ['refuses data', 'data:text/html,x', undefined],
    ['refuses files', 'file:///etc/passwd', undefined],
    ['refuses user names', 'https://user@example.org/', undefined],
    ['refuses passwords', 'https://:secret@example.org/', undefined],
    ['refuses relative addresses without a base', '/papers/1', undefined],
    [
      'resolves relative addresses against a base',
      '1.html',
      'https://lab.example/papers/1.html',
      'https://lab.example/papers/',
    ],
    ['refuses script addresses with a base', 'javascript:alert(1)', undefined, 'https://lab.example/'],
    ['takes 2,048 characters', `https://example.org/${'a'.repeat(2028)}`, `https://example.org/${'a'.repeat(2028)}`],
    ['refuses more than 2,048 characters', `https://example.org/${'a'.repeat(2029)}`, undefined],
    ['refuses them where the parser would take them away', `https://example.org/${'a/../'.repeat(500)}`, undefined],
    ['refuses them where the parser adds them', `https://example.org/${'é'.repeat(1000)}`, undefined],
    ['refuses numbers', 7, undefined],
    ['refuses nothing', undefined, undefined],
  ];
  for (const [title, value, expected, base] of table) {
    it(title, () => expect(safeUrl(value, base)).to.equal(expected));
  }

  itWithAttacks('refuses every address that browsers would not take for http', 'refusedAddresses', (list) => {
    expect(list.length).to.be.greaterThan(50);
    const passed = list.filter((value) => safeUrl(value) ?? safeUrl(value, 'https://lab.example/'));
    expect(passed).to.deep.equal([]);
  });

  itWithAttacks('takes what the browser’s own parser takes for http(s), as it gives it', 'webAddresses', (list) => {
    let takenCount = 0;
    for (const { input, base } of list) {
      const result = safeUrl(input, base);
      if (result !== undefined) takenCount++;
      expect(result, input).to.be.oneOf([undefined, parsed(input, base)?.href]);
      if (result === undefined) expect(isPlainHttp(parsed(input, base)), input).to.equal(false);
    }
    expect(takenCount).to.be.greaterThan(list.length / 9);
  });
});

function parsed(input: string, base?: string): URL | undefined {
  try {
    return new URL(input, base);
  } catch {
    return undefined;
  }
}

const isPlainHttp = (url: URL | undefined) =>
  !!url && /^https?:$/.test(url.protocol) && !url.username && !url.password && url.href.length <= 2048;
