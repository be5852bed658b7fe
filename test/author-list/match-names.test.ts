import { expect } from '@open-wc/testing';
import { nameMatcher } from '../../src/author-list/match-names.js';

describe('nameMatcher', () => {
  const same: [wanted: string, name: string][] = [
    ['Alan Turing', 'Alan Turing'],
    ['A. Turing', 'Alan Turing'],
    ['Alan Turing', 'A. Turing'],
    ['Alan Turing', 'Alan M. Turing'],
    ['Alan Mathison Turing', 'A. M. Turing'],
    ['Turing, Alan', 'Alan Turing'],
    ['alan turing', 'ALAN TURING'],
    ['Jürgen Schmidhuber', 'Jurgen Schmidhuber'],
    ['J. Schmidhuber', 'Jürgen Schmidhuber'],
    ['Jean-Pierre Serre', 'J.-P. Serre'],
    ['GLM-5 Team', 'GLM-5 Team'],
    ['Yu', 'Yu'],
    ['Emmy Noether', ' Emmy  Noether '],
  ];
  for (const [wanted, name] of same) {
    it(`${wanted} is ${name}`, () => expect(nameMatcher([wanted])(name)).to.equal(true));
  }

  const different: [wanted: string, name: string][] = [
    ['Alan Turing', 'Alan Church'],
    ['Alan Turing', 'Ada Turing'],
    ['A. Turing', 'B. Turing'],
    ['Turing', 'Alan Turing'],
    ['Alan', 'Alan Turing'],
    ['A. B. Turing', 'A. M. Turing'],
    ['Yu', 'Yu Chen'],
  ];
  for (const [wanted, name] of different) {
    it(`${wanted} is not ${name}`, () => expect(nameMatcher([wanted])(name)).to.equal(false));
  }
});
