/** What is taken out of text, and what stays. */
import { expect } from '@open-wc/testing';
import { cleanLine, cleanText } from '../../src/shared/clean-text.js';
import { itWithShared } from '../support/shared-files.js';

describe('cleanLine', () => {
  const lines: readonly (readonly [text: string, line: string])[] = [
    [' a\n  b\t\u00a0c\u2028d ', 'a b c d'],
    ['a\u0000b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['\u202eAttention\u202c \u2067is\u2069 \ufeffall', 'Attention is all'],
    ['you\u{e0041} need\ud800', 'you need'],
    ['می‌خواهم 👩‍🔬 a\u200eb\u00adc', 'می‌خواهم 👩‍🔬 a\u200eb\u00adc'],
    ['', ''],
  ];
  for (const [text, line] of lines) it(JSON.stringify(text), () => expect(cleanLine(text)).to.equal(line));

  itWithShared('leaves what must be left as it is', 'corpora/bidi.json', (json) => {
    for (const { value, note } of JSON.parse(json) as { value: string; note?: string }[]) {
      if (note?.includes('must be left')) expect(cleanLine(value)).to.equal(value);
      expect(cleanLine(value)).not.to.match(/[\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u);
    }
  });
});

it('cleanText keeps blank lines, and no other line breaks', () => {
  expect(cleanText('\n one\r\n two\n \n\n three \n')).to.equal('one two\n\nthree');
});

it('cleanText takes out what nobody can see', () => {
  expect(cleanText('\u202eone\u0007\n\ntwo\ufeff')).to.equal('one\n\ntwo');
});
