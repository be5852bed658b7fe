import { expect } from '@open-wc/testing';
import { safeUrl } from '../../src/shared/safe-url.js';
import { itWithShared } from '../support/shared-files.js';

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

  itWithShared('refuses every address that browsers would not take for http', 'corpora/hrefs.json', (text) => {
    const entries = JSON.parse(text) as { value: string }[];
    expect(entries.length).to.be.greaterThan(400);
    const passed = entries.filter(({ value }) => safeUrl(value) ?? safeUrl(value, 'https://lab.example/'));
    expect(passed).to.deep.equal([]);
  });

  itWithShared(
    'takes what the browser’s own parser takes for http(s), as it gives it',
    'corpora/url-wpt.json',
    (text) => {
      const entries = JSON.parse(text) as { input: string; base: string | null }[];
      let takenCount = 0;
      for (const { input, base } of entries) {
        const result = safeUrl(input, base ?? undefined);
        if (result !== undefined) takenCount++;
        expect(result, input).to.be.oneOf([undefined, parsed(input, base)?.href]);
        if (result === undefined) expect(isPlainHttp(parsed(input, base)), input).to.equal(false);
      }
      expect(takenCount).to.be.greaterThan(100);
    },
  );
});

function parsed(input: string, base: string | null): URL | undefined {
  try {
    return new URL(input, base ?? undefined);
  } catch {
    return undefined;
  }
}

const isPlainHttp = (url: URL | undefined) =>
  !!url && /^https?:$/.test(url.protocol) && !url.username && !url.password && url.href.length <= 2048;
