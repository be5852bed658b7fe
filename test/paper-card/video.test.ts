/** A paper's video: nothing of it is asked for before the reader wants it. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { Paper } from '../../src/feed/model.js';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import { itWithMedia } from '../support/engines.js';
import { find, has, makeCard, paper } from '../support/card-element.js';

const here = (path: string) => new URL(path, location.href).href;
const videoUrl = here('/no-such-video.mp4');
const picture = { thumbnailUrl: here('/stories/images/1.svg') };

const make = (changes: Partial<Paper> = {}) =>
  makeCard({ ...picture, videoUrl, ...changes }, { layout: 'grid', show: 'thumbnail' });
const playOf = (card: PaperCard) => find(card, '.play');

async function played(card: PaperCard): Promise<HTMLVideoElement> {
  playOf(card)!.click();
  await card.updateComplete;
  return find<HTMLVideoElement>(card, 'video')!;
}

describe('video', () => {
  it('is offered over the picture, by a button that names it', async () => {
    const card = await make();
    const button = playOf(card)!;
    expect(button.getAttribute('aria-label')).to.equal(`Play video: ${paper.title}`);
    expect(Math.min(button.offsetWidth, button.offsetHeight)).to.be.at.least(24);
    expect(has(card, 'img')).to.equal(true);
    expect(has(card, 'video')).to.equal(false);
    expect(performance.getEntriesByName(videoUrl)).to.have.length(0);
    await expect(card).to.be.accessible();
  });

  it('is not offered where there is none, or none that is safe', async () => {
    expect(has(await make({ videoUrl: undefined }), '.play')).to.equal(false);
    expect(has(await make({ videoUrl: 'javascript:alert(1)' }), '.play')).to.equal(false);
  });

  it('takes the place of the picture, with its controls and the focus, and moves nothing', async () => {
    const card = await make();
    const height = card.offsetHeight;
    const video = await played(card);
    expect(video.src).to.equal(videoUrl);
    // Firefox has no property for it.
    expect(video.hasAttribute('playsinline')).to.equal(true);
    expect(video.controls && video.autoplay).to.equal(true);
    expect(video.preload).to.equal('none');
    expect(video.getAttribute('aria-label')).to.equal(`Play video: ${paper.title}`);
    expect(has(card, 'img')).to.equal(false);
    expect(card.shadowRoot!.activeElement === video).to.equal(true);
    expect(card.offsetHeight).to.equal(height);
  });

  itWithMedia('waits for its own play button where the reader wants less motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    expect((await played(await make())).autoplay).to.equal(false);
  });

  it('that cannot be played becomes a link, which has the focus', async () => {
    const card = await make();
    const video = await played(card);
    // A click by script is no wish of a reader's, so the browser does not begin, and fail, by itself.
    video.dispatchEvent(new Event('error'));
    await card.updateComplete;
    const link = find<HTMLAnchorElement>(card, 'a.play')!;
    expect(link.href).to.equal(videoUrl);
    expect(link.rel).to.contain('noreferrer');
    expect(link.getAttribute('aria-label')).to.equal(`Play video: ${paper.title}`);
    expect(card.shadowRoot!.activeElement === link).to.equal(true);
    await expect(card).to.be.accessible();
  });

  it('is forgotten when the card gets another paper', async () => {
    const card = await make();
    await played(card);
    card.paper = { ...paper, ...picture, id: 'other', videoUrl };
    await card.updateComplete;
    expect(has(card, 'video')).to.equal(false);
  });
});
