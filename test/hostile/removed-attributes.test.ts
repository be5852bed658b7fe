/** An attribute that comes and goes, as it does when a page's script or a CMS's preview has second thoughts. */
import { expect, fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/all.js';
import { drawnBy } from '../support/drawn-by.js';
import { collectWarnings } from '../support/feed-element.js';

const items = ['Note G', 'On Computable Numbers'].map((title, id) => ({ id, title, content_text: 'It weaves.' }));
const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'What we read', items });

const elements: Readonly<Record<string, string>> = {
  'paper-feed': `<paper-feed loading="eager"><script type="application/json">${feed}</script></paper-feed>`,
  'paper-card': '<paper-card>It weaves.</paper-card>',
  'author-list': '<author-list></author-list>',
  'subscribe-form': '<subscribe-form></subscribe-form>',
};

describe('an attribute that comes and goes', () => {
  for (const [name, markup] of Object.entries(elements)) {
    const { observedAttributes } = customElements.get(name) as typeof LitElement;
    for (const attribute of observedAttributes) {
      // Another address is another feed, and what has been asked before it is not asked for again.
      if (name === 'paper-feed' && /^(src|format|period|date)$/.test(attribute)) continue;
      it(`leaves <${name}> as it was: ${attribute}`, async () => {
        const warnings = collectWarnings();
        try {
          const element = await fixture<LitElement>(markup);
          const before = await drawnBy(element);
          element.setAttribute(attribute, 'weaving');
          await drawnBy(element);
          element.removeAttribute(attribute);
          expect(await drawnBy(element)).to.equal(before);
        } finally {
          warnings();
        }
      });
    }
  }
});
