// @ts-check
/** Whether the comparison of pictures sees what it is for: two pixels in the wrong place. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cases } from './cases.mjs';
import { compare } from './compare.mjs';
import { openStudio } from './studio.mjs';

/** @type {Awaited<ReturnType<typeof openStudio>>} */
let studio;
before(async () => {
  studio = await openStudio();
});
after(() => studio.close());

const { list, form } = /** @type {Record<'list' | 'form', import('./cases.mjs').Case>} */ (cases);

describe('pictures of the panel', () => {
  it('are the same each time', async () => {
    assert.deepEqual(compare(await studio.take(list), await studio.take(list)), { isSame: true });
  });

  /** @type {[string, import('./cases.mjs').Case, string][]} */
  const plants = [
    ['a panel with 2 pixels of padding', list, 'paper-feed::part(base) { padding: 2px }'],
    ['titles 2 pixels to the right', list, 'paper-feed::part(title) { margin-inline-start: 2px }'],
    ['one button 2 pixels lower', list, 'paper-feed::part(button) { position: relative; top: 2px }'],
    ['upvotes 2 pixels rounder', list, 'paper-feed { --paper-radius: 10px }'],
    ['a badge 2 pixels to the right', form, 'subscribe-form mark { margin-inline-start: 2px }'],
  ];
  for (const [name, subject, css] of plants) {
    it(`differ by ${name}`, async () => {
      assert.equal(compare(await studio.take(subject, css), await studio.take(subject)).isSame, false);
    });
  }
});
