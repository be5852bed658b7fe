import { expect } from '@open-wc/testing';
import { addMessages, english, onMessagesAdded, translatorFor, type Messages } from '../../src/shared/messages.js';

describe('translatorFor', () => {
  it('fills placeholders', () => {
    expect(translatorFor('en')('submittedBy', { name: 'Ada' })).to.equal('Submitted by Ada');
  });

  it('writes numbers as the region does', () => {
    expect(translatorFor('en-IN')('authors', { n: 1_234_567 })).to.equal('12,34,567 authors');
  });

  it('leaves placeholders without a value as they are', () => {
    expect(translatorFor('en')('submittedBy')).to.equal('Submitted by {name}');
  });

  it('does not take inherited properties for values', () => {
    addMessages('la', { ...english, retry: '{constructor}' });
    expect(translatorFor('la')('retry', {})).to.equal('{constructor}');
  });

  it('chooses the plural form by n', () => {
    const translate = translatorFor('en');
    expect(translate('authors', { n: 1 })).to.equal('1 author');
    expect(translate('authors', { n: 2 })).to.equal('2 authors');
    expect(translate('authors', { n: 1000 })).to.equal('1,000 authors');
    expect(translate('authors', { n: 1234 })).to.equal('1,234 authors');
  });

  it('falls back from region to language, then to English', () => {
    addMessages('eo', { ...english, retry: 'Denove' });
    expect(translatorFor('eo-XX')('retry')).to.equal('Denove');
    expect(translatorFor('tlh')('retry')).to.equal(english.retry);
    expect(translatorFor('tlh')('authors', { n: 1234 })).to.equal('1,234 authors');
  });

  it('helps out with the English words of the page, where it has its own', () => {
    addMessages('en', { ...english, retry: 'Once more' });
    expect(translatorFor('tlh')('retry')).to.equal('Once more');
    addMessages('en', english);
    expect(translatorFor('tlh')('retry')).to.equal(english.retry);
  });

  it('keeps English together where it helps out in a page that runs from right to left', () => {
    expect(translatorFor('ur')('authors', { n: 7 })).to.equal('\u20667 authors\u2069');
    expect(translatorFor('nl')('authors', { n: 7 })).to.equal('7 authors');
    // Bavarian, which only ends like Arabic.
    expect(translatorFor('bar')('authors', { n: 7 })).to.equal('7 authors');
    addMessages('he', english);
    expect(translatorFor('he')('authors', { n: 7 })).to.equal('7 authors');
  });

  it('falls back to English for a text that a language lacks', () => {
    addMessages('eo', { retry: 'Denove' } as Partial<Messages> as Messages);
    expect(translatorFor('eo')('loading')).to.equal(english.loading);
  });

  it('tells listeners when a language arrives', () => {
    let count = 0;
    const stop = onMessagesAdded(() => count++);
    addMessages('eo', english);
    stop();
    addMessages('eo', english);
    expect(count).to.equal(1);
  });
});
