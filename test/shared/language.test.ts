/** How elements follow the language of the page, and what that costs the page. */
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LanguageController } from '../../src/shared/language.js';
import { addMessages, english } from '../../src/shared/messages.js';

class SpeakingElement extends LitElement {
  language = new LanguageController(this);
  drawnCount = 0;

  override render() {
    this.drawnCount++;
    return this.language.translate('retry');
  }
}
customElements.define('speaking-element', SpeakingElement);

const speaker = () => document.createElement('speaking-element') as SpeakingElement;

/** An element in a language of the page. */
async function speakerIn(lang: string): Promise<SpeakingElement> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const element = speaker();
  box.append(element);
  await element.updateComplete;
  return element;
}

/** After the observer of `lang` has been told. */
async function said(element: SpeakingElement): Promise<string> {
  await Promise.resolve();
  await element.updateComplete;
  return element.shadowRoot!.textContent;
}

describe('the language of an element', () => {
  it('is English before it is on a page', () => {
    expect(speaker().language.locale).to.equal('en');
  });

  it('is English where the page names one that cannot be', async () => {
    const element = await speakerIn('not_a_language');
    expect(element.language.locale).to.equal('en');
    expect(await said(element)).to.equal(english.retry);
  });

  it('is drawn again with new words of the same language', async () => {
    const element = await speakerIn('eo');
    expect(await said(element)).to.equal(english.retry);
    addMessages('eo', { ...english, retry: 'Denove' });
    expect(await said(element)).to.equal('Denove');
  });

  it('is not drawn again for the language of another part of the page', async () => {
    const element = await speakerIn('eo');
    const other = await fixture<HTMLElement>(html`<p lang="fr"></p>`);
    const { drawnCount } = element;
    other.lang = 'de';
    await said(element);
    expect(element.drawnCount).to.equal(drawnCount);
  });

  it('is not followed by an element that has gone, and again when it is back', async () => {
    const element = await speakerIn('eo');
    const box = element.parentElement!;
    // Another element keeps the observer awake.
    await speakerIn('eo');
    element.remove();
    const { drawnCount } = element;
    addMessages('eo', { ...english, retry: 'Ankoraŭfoje' });
    await said(element);
    expect(element.drawnCount).to.equal(drawnCount);
    box.append(element);
    expect(await said(element)).to.equal('Ankoraŭfoje');
  });

  it('costs the page one observer, and none when the last element has gone', async () => {
    const { observe, disconnect } = MutationObserver.prototype;
    const active = new Set<MutationObserver>();
    MutationObserver.prototype.observe = function (...args) {
      active.add(this);
      observe.apply(this, args);
    };
    MutationObserver.prototype.disconnect = function () {
      active.delete(this);
      disconnect.apply(this);
    };
    try {
      const [first, second] = [speaker(), speaker()];
      document.body.append(first, second);
      expect(active.size).to.equal(1);
      first.remove();
      expect(active.size).to.equal(1);
      second.remove();
      expect(active.size).to.equal(0);
      document.body.append(first);
      expect(active.size).to.equal(1);
      first.remove();
      expect(active.size).to.equal(0);
    } finally {
      Object.assign(MutationObserver.prototype, { observe, disconnect });
    }
  });
});
