/** The record of what a function reads in a JSON value. */
import { expect } from '@open-wc/testing';
import { watchReads } from '../../../src/feed/describe/watch-reads.js';
import { own } from '../../../src/feed/formats/shape.js';

interface Sample {
  readonly list: readonly [1, { readonly deep: null }];
  readonly length: number;
}
const sample: Sample = { list: [1, { deep: null }], length: 7 };

/** Where a function looked, as paths, and what it found there. */
function readsOf(read: (value: Sample) => unknown): [path: string, value: unknown][] {
  const { value, reads } = watchReads(sample);
  read(value as Sample);
  return reads.map((each) => [each.steps.join('.'), each.value]);
}

describe('watchReads', () => {
  it('records keys and indexes, with what is there', () => {
    expect(readsOf(({ list }) => list[1].deep)).to.deep.equal([
      ['list', sample.list],
      ['list.1', sample.list[1]],
      ['list.1.deep', null],
    ]);
  });

  it('records a look at what is not there', () => {
    expect(readsOf((value) => own(value, 'title'))).to.deep.equal([['title', undefined]]);
  });

  it('does not record methods of lists and their length, but a key of that name', () => {
    expect(readsOf(({ list }) => list.map(String).length).map(([path]) => path)).to.deep.equal([
      'list',
      'list.0',
      'list.1',
    ]);
    expect(readsOf(({ list }) => list.length).map(([path]) => path)).to.deep.equal(['list']);
    expect(readsOf(({ length }) => length)).to.deep.equal([['length', 7]]);
  });

  it('gives back what was watched', () => {
    const { value, unwrap } = watchReads(sample);
    expect(unwrap(value) === sample).to.equal(true);
    expect(unwrap((value as Sample).list) === sample.list).to.equal(true);
  });

  it('gives back what was not watched as it is', () => {
    const { unwrap } = watchReads(sample);
    const other = {};
    for (const each of [other, 'text', 7, null, undefined]) expect(unwrap(each) === each).to.equal(true);
  });
});
