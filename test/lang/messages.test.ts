/** What every language has to keep of the English texts, whatever it says. */
import { expect } from '@open-wc/testing';
import { english, type Message } from '../../src/shared/messages.js';
import { formsOf, languages, messageKeys, pluralKeys } from './languages.js';

const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** Enough to meet each category, and a million for the Romance languages. */
const NUMBERS = [...Array(1001).keys(), 1_000_000];

/** The numbers that a category stands for. */
const numbersOf = (tag: string, category: string) =>
  NUMBERS.filter((number) => new Intl.PluralRules(tag).select(number) === category);

/**
 * Numbers written out have no word for millions in these languages, and `other` serves; numbers in short form do:
 * `1 M de comentarios`.
 */
const mayLackMany = (message: Message) => !formsOf(message).other!.includes('{count}');

for (const [tag, messages] of Object.entries(languages)) {
  describe(`the words in ${tag}`, () => {
    it('are as many as in English, no key less or more', () => {
      expect(Object.keys(messages).sort()).to.deep.equal([...messageKeys].sort());
    });

    it('are there, without white space around them', () => {
      for (const key of messageKeys)
        for (const text of Object.values(formsOf(messages[key])))
          expect(text, key).to.equal(text.trim()).and.not.equal('');
    });

    it('are translated: no sentence is still English', () => {
      const isSentence = (text: string) => /\p{L}\s+\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));
      for (const key of messageKeys) {
        const sentences = Object.values(formsOf(english[key])).filter(isSentence);
        for (const text of Object.values(formsOf(messages[key]))) expect(sentences, key).not.to.include(text);
      }
    });

    it('fill the same gaps; only a number that a form stands for alone may be a word', () => {
      for (const key of messageKeys) {
        const expected = placeholdersOf(formsOf(english[key]).other!);
        for (const [category, text] of Object.entries(formsOf(messages[key]))) {
          const found = placeholdersOf(text);
          const isWord =
            pluralKeys.includes(key) &&
            !found.includes('n') &&
            numbersOf(tag, category).length === 1 &&
            category !== 'other';
          expect(isWord ? [...found, 'n'].sort() : found, `${key}, ${category}`).to.deep.equal(expected);
        }
      }
    });

    it('have exactly the plural forms of the language where English has some', () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      for (const key of messageKeys) {
        const message = messages[key];
        if (!pluralKeys.includes(key)) expect(message, key).to.be.a('string');
        else {
          const isShort = pluralCategories.includes('many') && !numbersOf(tag, 'many').some((each) => each < 1000);
          const expected = pluralCategories.filter(
            (each) => each !== 'many' || !isShort || !mayLackMany(message) || 'many' in (message as object),
          );
          expect(Object.keys(formsOf(message)).sort(), key).to.deep.equal([...expected].sort());
        }
      }
    });

    it('can be spoken by those who see them: a name contains what is written on the thing', () => {
      expect(messages.moreOfAbstract).to.contain(messages.more);
      expect(messages.lessOfAbstract).to.contain(messages.less);
      expect(messages.linkOf).to.match(/^\{link\}/);
      for (const key of ['comments', 'stars'] as const)
        for (const text of Object.values(formsOf(messages[key]))) expect(text, key).to.match(/^\{count\}/);
    });
  });
}
