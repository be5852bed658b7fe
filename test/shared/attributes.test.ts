import { expect } from '@open-wc/testing';
import { flag, nameList, oneOf, someOf, wholeNumber } from '../../src/shared/attributes.js';

/** What the console was told while `run` ran. */
function warningsOf(run: () => void): string[] {
  const original = console.warn;
  const warnings: string[] = [];
  console.warn = (text: string) => warnings.push(text);
  try {
    run();
  } finally {
    console.warn = original;
  }
  return warnings;
}

describe('attribute converters', () => {
  it('oneOf takes its words whatever their case and the space around them', () => {
    const layout = oneOf('layout', 'list', 'grid');
    expect(layout.fromAttribute!(' Grid ')).to.equal('grid');
    expect(layout.fromAttribute!(null)).to.equal('list');
    expect(layout.fromAttribute!('')).to.equal('list');
  });

  it('falls back to the default with one warning that names attribute, value and what is allowed', () => {
    const layout = oneOf('layout', 'list', 'grid');
    const warnings = warningsOf(() => {
      expect(layout.fromAttribute!('circle')).to.equal('list');
      layout.fromAttribute!('circle');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('layout="circle"').and.contain('list, grid');
  });

  for (const [value, expected] of [
    ['5', 5],
    [' 7 ', 7],
    ['1', 1],
    ['10', 10],
    ['0', 3],
    ['11', 3],
    ['-1', 3],
    ['2.5', 3],
    ['1e1', 3],
    ['many', 3],
    ['', 3],
    [null, 3],
  ] as const) {
    it(`wholeNumber reads ${JSON.stringify(value)} as ${expected}`, () => {
      const converter = wholeNumber(`size-${value}`, 3, 1, 10);
      const warnings = warningsOf(() => expect(converter.fromAttribute!(value)).to.equal(expected));
      const isJunk = expected === 3 && !!value;
      expect(warnings.length).to.equal(isJunk ? 1 : 0);
      if (isJunk) expect(warnings[0]).to.contain('1 to 10').and.contain('Using "3"');
    });
  }

  it('wholeNumber says what it takes where there is neither an upper bound nor a default', () => {
    const converter = wholeNumber('count', undefined, 1);
    const warnings = warningsOf(() => expect(converter.fromAttribute!('few')).to.equal(undefined));
    expect(warnings[0]).to.contain('allowed: a whole number from 1. Using "none"');
  });

  it('repeats only the beginning of a long value', () => {
    const warnings = warningsOf(() => oneOf('layout', 'list', 'grid').fromAttribute!('x'.repeat(1_000)));
    expect(warnings[0]!.length).to.be.below(200);
  });

  it('flag is yes when present, no when it says false', () => {
    expect(flag.fromAttribute!('')).to.equal(true);
    expect(flag.fromAttribute!('with-code')).to.equal(true);
    expect(flag.fromAttribute!('false')).to.equal(false);
    expect(flag.fromAttribute!(' False ')).to.equal(false);
    expect(flag.fromAttribute!(null)).to.equal(false);
  });

  it('someOf keeps known words once and warns of the others', () => {
    const show = someOf('show', 'abstract', 'date');
    const warnings = warningsOf(() => {
      expect(show.fromAttribute!('date, abstract date sparkle')).to.deep.equal(['date', 'abstract']);
    });
    expect(warnings.join()).to.contain('sparkle').and.contain('abstract date').and.contain('Using "the others"');
    expect(show.fromAttribute!('')).to.equal(undefined);
    expect(show.fromAttribute!(null)).to.equal(undefined);
  });

  it('nameList splits at semicolons only', () => {
    expect(nameList.fromAttribute!(' Ada  Lovelace;Turing, Alan; ')).to.deep.equal(['Ada Lovelace', 'Turing, Alan']);
  });
});
