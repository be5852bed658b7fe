/** What every language has to keep of the English texts, whatever it says. */
import { expect } from '@open-wc/testing';
import { english } from '../../src/shared/messages.js';
import { formsOf, languages, messageKeys, pluralKeys } from './languages.js';

const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** Enough to meet each category, and a million for the Romance languages. */
const NUMBERS = [...Array(1001).keys(), 1_000_000];

/** The numbers that a category stands for. */
const numbersOf = (tag: string, category: string) =>
  NUMBERS.filter((number) => new Intl.PluralRules(tag).select(number) === category);

for (const [tag, messages] of Object.entries(languages)) {
  describe(`the words in ${tag}`, () => {
    it('are as many as in English, no key less or more', () => {
      expect(Object.keys(messages).sort()).to.deep.equal([...messageKeys].sort());
    });

    it('are there, without white space around them', () => {
      for (const key of messageKeys)
        for (const text of Object.values(formsOf(messages[key]))) expect(text, key).to.match(/^\S(.*\S)?$/);
    });

    it('are translated: no sentence is still English', () => {
      const isSentence = (text: string) => /\p{L}\s+\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));
      for (const key of messageKeys) {
        const sentences = Object.values(formsOf(english[key])).filter(isSentence);
        for (const text of Object.values(formsOf(messages[key]))) expect(sentences, key).not.to.include(text);
      }
    });

    it('fill the same gaps; a number that has a form of its own may be a word there', () => {
      for (const key of messageKeys) {
        const expected = placeholdersOf(formsOf(english[key]).other!);
        for (const [category, text] of Object.entries(formsOf(messages[key]))) {
          const isWord = expected.includes('n') && !text.includes('{n}') && numbersOf(tag, category).length === 1;
          const found = placeholdersOf(isWord ? `${text}{n}` : text);
          expect(found, `${key}, ${category}`).to.deep.equal(expected);
        }
      }
    });

    it('have exactly the plural forms of the language where English has some', () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      const isForMillions = !numbersOf(tag, 'many').some((number) => number < 1000);
      for (const key of messageKeys) {
        const forms = formsOf(messages[key]);
        // Spanish has “1.000.000 comentarios”, as for other numbers, but “1 M de comentarios”.
        const isSame = isForMillions && !forms.other!.includes('{count}');
        const expected = pluralCategories.filter((category) => category !== 'many' || !isSame);
        expect(Object.keys(forms).sort(), key).to.deep.equal(
          pluralKeys.includes(key) ? [...expected].sort() : ['other'],
        );
      }
    });

    it('can be spoken by those who see them: a name contains what is written on the thing', () => {
      expect(messages.moreOfAbstract).to.contain(messages.more);
      expect(messages.lessOfAbstract).to.contain(messages.less);
      expect(messages.linkOf).to.match(/^\{link\}/);
      for (const key of ['comments', 'stars'] as const)
        for (const text of Object.values(formsOf(messages[key]))) expect(text, key).to.match(/^\{count\} /);
    });
  });
}
