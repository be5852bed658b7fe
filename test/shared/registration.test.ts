/** Tags that somebody else has registered, or another copy of the library. */
import { expect } from '@open-wc/testing';
import { isOurs, version, warnIfForeign } from '../../src/shared/registration.js';
import { collectWarnings } from '../support/feed-element.js';

/** Registers a class as another library does, or as a copy of this one. */
function register(tag: string, dailyPapersVersion?: string): void {
  customElements.define(
    tag,
    class extends HTMLElement {
      static readonly dailyPapersVersion = dailyPapersVersion;
    },
  );
}

function warningsOf(tag: string): string[] {
  const warnings = collectWarnings();
  warnIfForeign(tag);
  return warnings();
}

describe('a tag', () => {
  it('that nobody registered is not ours', () => {
    expect(isOurs('registered-by-nobody')).to.equal(false);
  });

  it('of the same version is ours, from whichever copy, and nothing is said', () => {
    expect(version).to.match(/^\d+\.\d+\.\d+/);
    register('registered-twice', version);
    expect(isOurs('registered-twice')).to.equal(true);
    expect(warningsOf('registered-twice')).to.deep.equal([]);
  });

  it('of another version is not ours, and the console names both', () => {
    register('registered-before', '0.0.1');
    expect(isOurs('registered-before')).to.equal(false);
    const [warning, ...others] = warningsOf('registered-before');
    expect(others).to.deep.equal([]);
    expect(warning).to.contain('<registered-before>').and.contain('daily-papers 0.0.1').and.contain(version);
  });

  it('of another library is not ours, and the console says so', () => {
    register('registered-elsewhere');
    expect(isOurs('registered-elsewhere')).to.equal(false);
    const [warning, ...others] = warningsOf('registered-elsewhere');
    expect(others).to.deep.equal([]);
    expect(warning).to.contain('<registered-elsewhere>').and.contain('another library');
  });
});
