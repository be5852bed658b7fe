import { expect } from '@open-wc/testing';
import { createMemo } from '../../src/shared/memo.js';

describe('createMemo', () => {
  it('makes what belongs to a key once', () => {
    const memo = createMemo<{ readonly key: string }>();
    const first = memo('a', () => ({ key: 'a' }));
    expect(memo('a', () => ({ key: 'other' })) === first).to.equal(true);
    expect(memo('b', () => ({ key: 'b' })).key).to.equal('b');
  });

  it('keeps an empty text, too', () => {
    const memo = createMemo<string>();
    memo('a', () => '');
    expect(memo('a', () => 'made again')).to.equal('');
  });

  it('forgets all when there would be one too many', () => {
    const memo = createMemo<string>(2);
    for (const key of ['a', 'b']) memo(key, () => 'old');
    expect(memo('a', () => 'new')).to.equal('old');
    memo('c', () => 'old');
    expect(memo('a', () => 'new')).to.equal('new');
  });
});
