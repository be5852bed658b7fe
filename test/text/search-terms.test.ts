/** Queries, and texts as searching compares them. */
import { expect } from '@open-wc/testing';
import { foldText, searchTerms } from '../../src/text/search-terms.js';

describe('foldText', () => {
  const same: readonly (readonly [language: string, ...spellings: string[]])[] = [
    ['German', 'Jürgen Groß', 'JURGEN GROSS', 'jürgen groẞ', 'Ju\u0308rgen Groß'],
    ['Turkish', 'Işık İnönü', 'ışık inönü', 'IŞIK İNÖNÜ', 'isik inonu'],
    ['Danish', 'Ørsted Ærø', 'orsted aero'],
    ['Polish', 'Łukasiewicz', 'LUKASIEWICZ'],
    ['Croatian', 'Đorđe', 'dorde'],
    ['Vietnamese', 'Nguyễn Đức', 'nguyen duc'],
    ['French', 'Œuvre naïve', 'oeuvre naive'],
    ['Greek', 'ΣΩΚΡΆΤΗΣ', 'Σωκράτης', 'σωκρατησ'],
    ['Russian', 'Ёлка', 'ЕЛКА'],
    ['Hebrew', 'שָׁלוֹם', 'שלום'],
    ['Arabic', 'مُحَمَّد أحمد', 'محمد احمد', 'محمـــد احمد'],
    ['Persian', 'علي كتاب', 'علی کتاب'],
    ['Japanese, half and full width', 'ｶﾞﾗｽ ＡＩ', 'ガラス AI'],
    ['ligatures and signs', 'ﬁne x² “a”', 'fine x2 "a"'],
    ['dashes', 'vision–language', 'vision-language'],
    ['invisible characters', 'atten\u00adtion\u200b', 'attention'],
    ['TeX', 'A^2Nav G_{stack}', 'a2nav gstack'],
  ];
  for (const [language, ...spellings] of same) {
    it(`finds one word in several spellings: ${language}`, () => {
      expect(new Set(spellings.map(foldText))).to.have.lengthOf(1);
    });
  }

  const different = [
    ['Hindi vowel signs', 'कि', 'कु'],
    ['Thai vowel signs', 'กิ', 'กุ'],
    ['Chinese', '学习', '学刁'],
    ['Arabic letters', 'باب', 'تاب'],
  ] as const;
  for (const [language, one, another] of different) {
    it(`keeps words apart: ${language}`, () => expect(foldText(one)).not.to.equal(foldText(another)));
  }
});

describe('searchTerms', () => {
  const queries: readonly (readonly [query: string, terms: readonly string[]])[] = [
    ['', []],
    ['  ', []],
    ['Robot  Learning', ['robot', 'learning']],
    ['robot ROBOT', ['robot']],
    ['"Deep  Learning" graph', ['deep learning', 'graph']],
    ['„Deep Learning“ “a b”', ['deep learning', 'a b']],
    ['"unfinished phr', ['unfinished phr']],
    ['""', []],
    ['" graph "', ['graph']],
    ['C++ .*', ['c++', '.*']],
    ['深度学习　图', ['深度学习', '图']],
  ];
  for (const [query, terms] of queries) {
    it(JSON.stringify(query), () => expect(searchTerms(query)).to.deep.equal(terms));
  }
});
