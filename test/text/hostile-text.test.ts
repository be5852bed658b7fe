/** Text that wants to harm: lists of attacks, captured feeds as a whole, and repetitions that cost time. */
import { expect } from '@open-wc/testing';
import { cleanText } from '../../src/shared/clean-text.js';
import { plainText } from '../../src/text/plain-text.js';
import { textSegments } from '../../src/text/segments.js';
import { itWithAttacks, itWithShared } from '../support/shared-files.js';

/** Words that rules may take away or turn into signs. */
const READ_WORDS = /^(?:https?|url|href|www|text\w*|math\w*|emph|times|sim|cite\w*)$/i;

/** Whether all words of a text without commands and formulas are still there, in order. */
function expectWordsKept(source: string, plain: string): void {
  let at = 0;
  for (const [word] of cleanText(source).matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    if (READ_WORDS.test(word) || /times/.test(word)) continue;
    at = plain.indexOf(word, at);
    expect(at, `"${word}" of ${JSON.stringify(source)} in ${JSON.stringify(plain)}`).to.be.at.least(0);
    at += word.length;
  }
}

describe('hostile text', function () {
  this.timeout(10_000);

  itWithAttacks('stays text, with all its words', 'texts', (list) => {
    for (const source of list) {
      const segments = textSegments(source);
      for (const segment of segments) {
        if (segment.kind === 'link') expect(segment.url).to.match(/^https?:\/\//);
      }
      const plain = plainText(source);
      expect(plain).not.to.match(/[\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u);
      if (!/[\\$]|https?:/i.test(source)) expectWordsKept(source, plain);
    }
  });

  itWithShared('loses what turns the text around it, and nothing else', 'corpora/bidi.json', (json) => {
    for (const { value, note } of JSON.parse(json) as { value: string; note?: string }[]) {
      const plain = plainText(value);
      expect(plain).not.to.match(/[\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u);
      if (note?.includes('must be left')) expect(plain).to.equal(value);
      if (/[\u200c\u200d]/.test(value) && !/[\u202a-\u202e]/.test(value)) expect(plain).to.match(/[\u200c\u200d]/);
    }
  });

  // A text of 12,000 characters is the longest that is read. What is quadratic takes tenths of a second for it, which no test
  // can tell from a busy machine: that is the subject of check:patterns. Here hangs what would never end.
  it('is read to its end, however often its signs are repeated', () => {
    const units = [
      ...['{', '}', '$', '\\', '(', ')', '^', '_', '~', '`', "'", '-', '[', ' ', 'a', '1', '😀', 'é'],
      ...[
        '{a',
        '{{a}',
        '$a',
        '$$',
        '$x$',
        '$x$ ',
        '\\$',
        '\\a',
        '\\a{',
        '\\{',
        '\\"',
        '\\c ',
        '\\(',
        '^a',
        '_{',
        'x_',
        'x^{',
      ],
      ...[
        '\\cite[',
        '\\cite[a]',
        '\\cite{',
        '\\frac{',
        '\\frac{a}{',
        '\\begin{a',
        '\\text{',
        '{\\bf ',
        '\\url{ ',
        '\\href{',
      ],
      ...[
        'https://',
        'https://a',
        'https://a ',
        'https://a{',
        'https://a(',
        'https://a)',
        'https://a.',
        '<https://',
        'url{',
      ],
      ...['a--', '--', '``', "''", '1times', 'pi_', '{sim', 'a\n\n', 'aaaa bbbb ', '\\href{https://a}{'],
    ];
    for (const unit of units) {
      // Rules do not look at letters alone, where there is no sign of markup before them.
      const text = `~{ ${unit.repeat(11_990 / unit.length)}`;
      expect(textSegments(text).length, unit).to.be.at.most(text.length);
    }
  });

  it('is only cleaned when it is too long for an abstract', () => {
    const text = '\\emph{a} \u202e'.repeat(20_000);
    expect(textSegments(text)).to.deep.equal([{ kind: 'text', text: '\\emph{a} '.repeat(20_000).trim() }]);
  });

  it('may hold private-use characters, which stand for nothing here', () => {
    expect(plainText('95\\% \ue000\ue004\ue123\uf8ff of it')).to.equal('95% of it');
  });
});

describe('captured abstracts', () => {
  const feeds = [
    ...[
      'hf-daily-2024-05-27',
      'hf-daily-2025-01-27',
      'hf-daily-2025-03-17',
      'hf-daily-2025-09-30',
      'hf-daily-2026-05-12',
    ],
    ...[
      'hf-daily-2026-08-21',
      'hf-listing-2026-07-31',
      'seed-daily-papers',
      'json-feed-v1-hf-papers',
      'openalex-works',
    ],
  ];

  /** All titles and abstracts in a document, wherever they stand. */
  function textsOf(document: unknown, key = ''): string[] {
    if (typeof document === 'string') return /^(title|summary|content_text|ai_summary)$/.test(key) ? [document] : [];
    if (typeof document !== 'object' || document === null) return [];
    return Object.entries(document).flatMap(([name, value]) => textsOf(value, Array.isArray(document) ? key : name));
  }

  for (const feed of feeds) {
    itWithShared('are read without a leftover of TeX', `feeds/${feed}.json`, (json) => {
      for (const source of textsOf(JSON.parse(json))) {
        const shown = textSegments(source)
          .map(({ text }) => text)
          .join('');
        expect(shown).not.to.match(/\\|``|''|--|\^\S|\S~|~[a-z]|\w_\{|\{\w+\}|https?:|\dtimes|text\w\w\{/);
        expectWordsKept(
          source.replace(/\\?[a-z]+\{|\\\S+|~|\^circ|\bell_|\{sim\}|\{http.*?\}|\{project page\}/g, ' '),
          plainText(source),
        );
      }
    });
  }
});
