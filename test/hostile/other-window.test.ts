/** Elements moved into another window's document: a frame, a popup, or one of documents that have no window at all. */
import { expect, fixture, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/all.js';
import '../../src/lang/fr.js';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';
import { answered, buttonNamed, cardsOf, titlesOf } from '../support/feed-element.js';
import { feedText } from '../support/feed-texts.js';
import { serve } from '../support/faults.js';
import { boxIn, looksOf, openFrame, openPopup, type OtherWindow } from '../support/other-windows.js';

const AUTHORS = ['Ada Lovelace', 'Alan Turing', 'Emmy Noether', 'Mary Somerville', 'Sofja Kowalewskaja'];
const TITLES = ['Note G', 'Computing Machinery', 'Invariants', 'The Connexion', 'A Rigid Body'];
const items = TITLES.map((title, id) => ({
  ...{ id, title, url: `https://lab.example/${id}`, content_text: 'It weaves algebraical patterns. '.repeat(60) },
  authors: AUTHORS.map((name) => ({ name })),
}));
const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'What we read', items });
const markup = `<paper-feed loading="eager" page-size="2" controls="search" show="abstract authors upvotes date cite">
  <script type="application/json">${json}</script></paper-feed>`;

/** The panel with its cards, once each has noticed that its abstract is cut. */
async function drawn(panel: PaperFeed): Promise<void> {
  await panel.updateComplete;
  const isCut = (card: HTMLElement) => card.shadowRoot!.querySelector('.more');
  await waitUntil(() => cardsOf(panel).every(isCut), 'An abstract is cut, and no button says so.');
}

async function makePanel(): Promise<PaperFeed> {
  const box = boxIn(document);
  box.innerHTML = markup;
  const panel = box.querySelector('paper-feed')!;
  await answered(panel);
  await drawn(panel);
  return panel;
}

const focusedCard = (panel: PaperFeed) => cardsOf(panel).indexOf(panel.shadowRoot!.activeElement as HTMLElement);

/** Asks for papers until there are no more, looks for one, and unfolds names. */
async function useThere(panel: PaperFeed): Promise<void> {
  for (let more; (more = buttonNamed(panel, 'Show more'));) {
    const shown = cardsOf(panel).length;
    more.focus();
    more.click();
    await drawn(panel);
    expect(await titlesOf(panel)).to.deep.equal(TITLES.slice(0, shown + 2));
    const [first, last] = [cardsOf(panel)[0]!, cardsOf(panel).at(-1)!];
    await waitUntil(() => focusedCard(panel) === shown, 'The focus has not gone to the first new paper.');
    (panel.shadowRoot!.activeElement as HTMLElement).blur();
    expect(looksOf(last)).to.deep.equal(looksOf(first));
  }

  const search = panel.shadowRoot!.querySelector('input')!;
  search.value = 'machinery';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await waitUntil(() => cardsOf(panel).length === 1, 'The search has found nothing, or everything.');
  expect(await titlesOf(panel)).to.deep.equal(['Computing Machinery']);

  const [card] = cardsOf(panel) as [PaperCard];
  expect(card.shadowRoot!.textContent).not.to.contain(AUTHORS[4]);
  card.shadowRoot!.querySelector<HTMLElement>('.more-authors')!.click();
  await card.updateComplete;
  expect(card.shadowRoot!.textContent).to.contain(AUTHORS[4]);

  search.value = '';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await waitUntil(() => cardsOf(panel).length > 1, 'The papers do not come back.');
}

const windows: readonly [name: string, open: () => Promise<OtherWindow> | OtherWindow][] = [
  ['a frame', openFrame],
  ['a popup', openPopup],
];

for (const [name, openWindow] of windows) {
  describe(`elements moved into ${name}`, () => {
    if (openWindow === openPopup && !/Chrome|Firefox/.test(navigator.userAgent)) {
      return void it.skip('look the same and can be used (WebKitGTK’s driver lets no page open windows)');
    }
    let other: OtherWindow;

    beforeEach(async () => {
      other = await openWindow();
    });

    afterEach(() => {
      other.close();
      for (const box of document.querySelectorAll('body > div')) box.remove();
    });

    it('show the same papers, look the same and can be used, there and back again', async () => {
      const panel = await makePanel();
      const before = looksOf(panel);
      boxIn(other.view.document).append(panel);
      await drawn(panel);
      expect(await titlesOf(panel)).to.deep.equal(TITLES.slice(0, 2));
      expect(looksOf(panel)).to.deep.equal(before);
      await useThere(panel);

      boxIn(document).append(panel);
      await drawn(panel);
      const [first, last] = [cardsOf(panel)[0]!, cardsOf(panel).at(-1)!];
      expect(looksOf(last)).to.deep.equal(looksOf(first));
      expect(getComputedStyle(panel).display).to.equal('block');
    });

    for (const html of [
      '<paper-card heading="Note G" authors="A; B; C; D; E" show="authors abstract date">It weaves.</paper-card>',
      '<author-list authors="A; B; C; D; E"></author-list>',
    ]) {
      it(`as well as ${html}`, async () => {
        const box = boxIn(document);
        box.innerHTML = html;
        const element = box.firstElementChild as LitElement;
        await element.updateComplete;
        const before = looksOf(element);
        boxIn(other.view.document).append(element);
        await element.updateComplete;
        expect(looksOf(element)).to.deep.equal(before);
        const more = element.shadowRoot!.querySelector('button')!;
        expect(more.textContent.trim()).to.equal('+2 more');
        more.click();
        await element.updateComplete;
        expect(element.shadowRoot!.textContent).to.contain('E');
        box.append(element);
        element.shadowRoot!.querySelector('button')!.click();
        await element.updateComplete;
        expect(looksOf(element)).to.deep.equal(before);
      });
    }

    it('look the same when they have never been elsewhere', async () => {
      const here = await makePanel();
      const panel = document.createElement('paper-feed');
      for (const { name, value } of here.attributes) panel.setAttribute(name, value);
      panel.innerHTML = here.innerHTML;
      const box = boxIn(other.view.document);
      const answer = answered(panel);
      box.append(panel);
      await answer;
      await drawn(panel);
      expect(looksOf(panel)).to.deep.equal(looksOf(here));
    });

    it('work without the class that Firefox up to ESR 140 takes from them on the way', async () => {
      const panel = await makePanel();
      const before = looksOf(panel);
      for (const each of [panel, ...cardsOf(panel)]) Object.setPrototypeOf(each, HTMLElement.prototype);
      boxIn(other.view.document).append(panel);
      await drawn(panel);
      expect(looksOf(panel)).to.deep.equal(before);
      await useThere(panel);
    });

    it('say which paper is chosen', async () => {
      const panel = await makePanel();
      boxIn(other.view.document).append(panel);
      const chosen: string[] = [];
      panel.addEventListener('paper-select', (event) => {
        chosen.push(event.paper.title);
        event.preventDefault();
      });
      const link = cardsOf(panel)[1]!.shadowRoot!.querySelector<HTMLElement>('.title a')!;
      // As Firefox up to ESR 140 has it.
      Object.setPrototypeOf(link, other.view.HTMLAnchorElement.prototype);
      link.click();
      expect(chosen).to.deep.equal([TITLES[1]]);
    });

    it('speak the language of the page around them, and follow it', async () => {
      const panel = await makePanel();
      const page = other.view.document;
      page.documentElement.lang = 'fr';
      boxIn(page).append(panel);
      await panel.updateComplete;
      expect(!!buttonNamed(panel, 'Afficher plus')).to.equal(true);
      page.documentElement.lang = 'en';
      await waitUntil(() => buttonNamed(panel, 'Show more'), 'The panel goes on in French.');
    });

    it('copy to the clipboard of the window that has the focus', async () => {
      const panel = await makePanel();
      const copied: string[] = [];
      const writeText = (text: string) => Promise.resolve(void copied.push(text));
      Object.defineProperty(other.view.navigator, 'clipboard', { value: { writeText } });
      boxIn(other.view.document).append(panel);
      const [card] = cardsOf(panel) as [PaperCard];
      const press = async (label: string) => {
        const buttons = [...card.shadowRoot!.querySelectorAll('button')];
        buttons.find(({ textContent }) => textContent.trim() === label)!.click();
        await card.updateComplete;
      };
      await press('Cite');
      await press('Copy BibTeX');
      await waitUntil(() => card.shadowRoot!.querySelector('.cite [role=status]')!.textContent.trim());
      expect(copied.length).to.equal(1);
      expect(copied[0]).to.contain('{Note G}');
    });

    it('ask for their papers once they are near there', async () => {
      const source = await serve({ body: feedText(...TITLES) });
      const panel = document.createElement('paper-feed');
      panel.src = source.url;
      // Waits here, where it is far from the visible part of the page, and begins to wait there.
      const far = boxIn(document);
      far.style.marginTop = '9000px';
      far.append(panel);
      await panel.updateComplete;
      expect((await source.requests()).length).to.equal(0);
      const answer = answered(panel);
      boxIn(other.view.document).append(panel);
      expect((await answer).type).to.equal('paper-feed-load');
      expect((await titlesOf(panel)).length).to.equal(TITLES.length);
    });

    it('grow there while the reader scrolls', async () => {
      const panel = await makePanel();
      panel.pagination = 'scroll';
      boxIn(other.view.document).append(panel);
      await waitUntil(() => cardsOf(panel).length > 2, 'No paper has been added.');
    });

    it('leave no errors behind when the window goes with them', async () => {
      const panel = await makePanel();
      boxIn(other.view.document).append(panel);
      await drawn(panel);
      const errors: string[] = [];
      const listener = ({ message }: ErrorEvent) => errors.push(message);
      addEventListener('error', listener);
      other.close();
      await waitUntil(() => !other.view.document?.defaultView || other.view.closed);
      for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
      removeEventListener('error', listener);
      expect(errors).to.deep.equal([]);
    });
  });
}

describe('elements in another document', () => {
  it('need nothing that a policy could forbid', async () => {
    const { view, close } = await openFrame();
    const blocked: string[] = [];
    view.document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const panel = await makePanel();
    boxIn(view.document).append(panel);
    await drawn(panel);
    expect(view.getComputedStyle(cardsOf(panel)[0]!).display).to.equal('block');
    // The policy holds, and its reports come in order: this one is the first.
    view.document.body.append(Object.assign(view.document.createElement('style'), { textContent: 'p { color: red }' }));
    await waitUntil(() => blocked.length, 'The policy forbids nothing.');
    expect(blocked).to.deep.equal(['style-src-elem']);
    panel.remove();
    close();
  });

  for (const [name, makeDocument] of [
    ['of a parser', () => new DOMParser().parseFromString('', 'text/html').body],
    ['of a template', () => document.createElement('template').content],
    ['of a frame that is gone', goneDocument],
  ] as const) {
    it(`without a window (${name}) are whole again when they come back`, async () => {
      const panel = await makePanel();
      const box = panel.parentElement!;
      const before = looksOf(panel);
      const place = await makeDocument();
      expect(place.ownerDocument.defaultView).to.equal(null);
      const card = document.createElement('paper-card');
      card.heading = 'Note G';
      place.append(panel, card);
      await panel.updateComplete;
      box.append(panel);
      await drawn(panel);
      expect(looksOf(panel)).to.deep.equal(before);
      box.append(card);
      await card.updateComplete;
      expect(getComputedStyle(card).display).to.equal('block');
      await useThere(panel);
      box.remove();
    });
  }

  async function goneDocument(): Promise<HTMLElement> {
    const { view, close } = await openFrame();
    const { body } = view.document;
    close();
    return body;
  }

  it('come back from a frame that is gone', async () => {
    const panel = await makePanel();
    const box = panel.parentElement!;
    const before = looksOf(panel);
    const { view, close } = await openFrame();
    boxIn(view.document).append(panel);
    close();
    box.append(panel);
    await drawn(panel);
    expect(looksOf(panel)).to.deep.equal(before);
    box.remove();
  });

  it('find the headings around them, and the page’s words for the time until papers come', async () => {
    const { view, close } = await openFrame();
    const source = await serve({ hold: 'headers' });
    const host = boxIn(view.document);
    host.before(Object.assign(view.document.createElement('h2'), { textContent: 'Our lab' }));
    const panel = await fixture<PaperFeed>(
      `<paper-feed loading="eager" heading="What we read" src="${source.url}"></paper-feed>`,
    );
    panel.append(Object.assign(view.document.createElement('p'), { textContent: 'The papers appear here.' }));
    host.attachShadow({ mode: 'open' }).append(panel);
    await panel.updateComplete;
    await waitUntil(() => panel.shadowRoot!.querySelector('h3'), 'The heading does not fit those around it.');
    // That of the papers; placeholders would be a second one.
    expect(panel.shadowRoot!.querySelectorAll('[part=list]').length).to.equal(1);
    expect(panel.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
    panel.remove();
    close();
  });
});
