/** Newer numbers, a search or a narrower page draw a card anew: what a reader holds on to in it stays. */
import { expect } from '@open-wc/testing';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import { clipped, find, makeCard, paper } from '../support/card-element.js';

const quiet = { commentCount: 0, keywords: [], abstract: 'Words and more words. '.repeat(60) };
const make = () => makeCard(quiet, { show: 'abstract authors comments keywords links cite', 'author-max': '1' });

/** The same paper later: somebody has commented on it, and it has got a keyword. */
async function refresh(card: PaperCard): Promise<void> {
  card.paper = { ...paper, ...quiet, commentCount: 1, keywords: ['engines'] };
  await card.updateComplete;
}

describe('a card that is drawn anew', () => {
  for (const [name, selector] of [
    ['the title', '.title a'],
    ['the button of the abstract', '.more'],
    ['the button of the authors', '.more-authors'],
    ['the button of the citation', '.links button'],
  ] as const) {
    it(`keeps the focus on ${name}`, async () => {
      const card = await make();
      await clipped(card);
      const before = find(card, selector)!;
      before.focus();
      await refresh(card);
      expect(find(card, '.comments')?.textContent?.trim()).to.equal('1');
      expect(card.shadowRoot!.activeElement === find(card, selector)).to.equal(true);
    });
  }

  it('keeps the focus in an open citation', async () => {
    const card = await make();
    find(card, '.links button')!.click();
    await card.updateComplete;
    find(card, 'textarea')!.focus();
    await refresh(card);
    expect(card.shadowRoot!.activeElement === find(card, 'textarea')).to.equal(true);
  });

  it('gives the focus to the title where its place is gone', async () => {
    const card = await make();
    (await clipped(card)).focus();
    card.paper = { ...paper, abstract: undefined };
    await card.updateComplete;
    expect(card.shadowRoot!.activeElement === find(card, '.title a')).to.equal(true);
  });

  it('takes no focus that was elsewhere', async () => {
    const card = await make();
    await refresh(card);
    expect(document.activeElement === card).to.equal(false);
  });

  it('keeps a video', async () => {
    const videoUrl = new URL('/no-such-video.mp4', location.href).href;
    const card = await makeCard({ videoUrl, commentCount: 0 }, { layout: 'grid' });
    find(card, '.play')!.click();
    await card.updateComplete;
    const video = find(card, 'video')!;
    expect(card.shadowRoot!.activeElement === video).to.equal(true);
    card.paper = { ...paper, videoUrl, commentCount: 1 };
    await card.updateComplete;
    expect(find(card, '.comments')?.textContent?.trim()).to.equal('1');
    expect(find(card, 'video') === video).to.equal(true);
  });
});
