/** "Cite": what it opens, what it copies, and how it goes on where a page may not copy. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';
import { find, has, makeCard, paper, textOf } from '../support/card-element.js';

const buttonOf = (card: PaperCard) => find<HTMLButtonElement>(card, '.links button')!;
const fieldOf = (card: PaperCard) => find<HTMLTextAreaElement>(card, 'textarea')!;
const copyButton = (card: PaperCard, text: string) =>
  [...card.shadowRoot!.querySelectorAll<HTMLButtonElement>('.cite button')].find(
    (button) => button.textContent.trim() === text,
  )!;

async function opened(changes = {}): Promise<PaperCard> {
  const card = await makeCard(changes, { show: 'cite' });
  buttonOf(card).click();
  await card.updateComplete;
  return card;
}

/** What a card says once it has tried to copy. */
async function outcome(card: PaperCard): Promise<string> {
  while (!textOf(card, '.cite [role=status]')) await new Promise(requestAnimationFrame);
  return textOf(card, '.cite [role=status]')!;
}

describe('cite', () => {
  const originals = { clipboard: navigator.clipboard, execCommand: document.execCommand.bind(document) };
  /** @param clipboard `undefined` as on pages without https, else what happens to the text */
  const replaceClipboard = (clipboard?: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: clipboard && { writeText: clipboard },
    });
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: originals.clipboard });
    document.execCommand = originals.execCommand;
  });

  it('is drawn only where `show` asks for it', async () => {
    expect(has(await makeCard(), '.links button')).to.equal(false);
    expect(has(await makeCard({}, { show: 'links' }), '.links button')).to.equal(false);
    const button = buttonOf(await makeCard({}, { show: 'links cite' }));
    expect(button.textContent.trim()).to.equal('Cite');
    expect(button.getAttribute('aria-label')).to.equal(`Cite: ${paper.title}`);
    expect(Math.min(button.offsetWidth, button.offsetHeight)).to.be.at.least(24);
  });

  it('opens and closes the entry, by keyboard too', async () => {
    const card = await makeCard({}, { show: 'cite' });
    buttonOf(card).focus();
    await sendKeys({ press: 'Enter' });
    await card.updateComplete;
    expect(buttonOf(card).getAttribute('aria-expanded')).to.equal('true');
    expect(fieldOf(card).value).to.match(/^@misc\{lovelace\d{4}note,\n/);
    expect(fieldOf(card).readOnly).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(card.shadowRoot!.activeElement?.localName).to.equal('textarea');
    buttonOf(card).click();
    await card.updateComplete;
    expect(has(card, '.cite')).to.equal(false);
    expect(buttonOf(card).getAttribute('aria-expanded')).to.equal('false');
  });

  it('copies the entry or the address, and says so once', async () => {
    const copied: string[] = [];
    replaceClipboard(async (text) => void copied.push(text));
    const card = await opened();
    const status = find(card, '.cite [role=status]')!;
    expect(status.textContent.trim()).to.equal('');
    copyButton(card, 'Copy BibTeX').click();
    expect(await outcome(card)).to.equal('Copied');
    expect(find(card, '.cite [role=status]') === status, 'the live region was there before').to.equal(true);
    const bibtex = fieldOf(card).value;
    copyButton(card, 'Copy link').click();
    await card.updateComplete;
    expect(await outcome(card)).to.equal('Copied');
    expect(copied).to.deep.equal([bibtex, paper.url]);
    expect(card.shadowRoot!.querySelectorAll('[role=status]')).to.have.length(1);
  });

  it('copies the DOI where there is one, and has no link where nothing is known', async () => {
    const copied: string[] = [];
    replaceClipboard(async (text) => void copied.push(text));
    const card = await opened({ doi: '10.1000/182' });
    copyButton(card, 'Copy link').click();
    await outcome(card);
    expect(copied).to.deep.equal(['https://doi.org/10.1000/182']);
    expect(copyButton(await opened({ url: undefined }), 'Copy link')).to.equal(undefined);
  });

  for (const [title, clipboard] of [
    ['may not copy', async () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
    ['has no clipboard', undefined],
  ] as const) {
    it(`selects the text where the page ${title}, and says what to do`, async () => {
      replaceClipboard(clipboard);
      document.execCommand = () => false;
      const card = await opened();
      copyButton(card, 'Copy link').click();
      expect(await outcome(card)).to.contain('copy it by hand');
      const field = fieldOf(card);
      expect(card.shadowRoot!.activeElement === field).to.equal(true);
      expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal(paper.url);
    });
  }

  it('tries the older command where the page has no clipboard', async () => {
    replaceClipboard();
    const commands: string[] = [];
    document.execCommand = (command) => !!commands.push(command);
    const card = await opened();
    copyButton(card, 'Copy BibTeX').click();
    expect(await outcome(card)).to.equal('Copied');
    expect(commands).to.deep.equal(['copy']);
  });

  it('closes when the card gets another paper', async () => {
    const card = await opened();
    card.paper = { ...paper, id: 'other' };
    await card.updateComplete;
    expect(has(card, '.cite')).to.equal(false);
  });

  it('does not say "Copied" after it has been closed', async () => {
    let resolve = () => {};
    replaceClipboard(() => new Promise<void>((done) => (resolve = done)));
    const card = await opened();
    copyButton(card, 'Copy link').click();
    await card.updateComplete;
    buttonOf(card).click();
    resolve();
    await card.updateComplete;
    expect(has(card, '.cite')).to.equal(false);
  });

  it('has no axe violations when open, and fits into 240 pixels', async () => {
    const card = await opened({ aiSummary: 'In short.' });
    await expect(card).to.be.accessible();
    const narrow = await fixture<HTMLElement>(html`<div style="width: 240px"></div>`);
    narrow.append(card);
    expect(narrow.scrollWidth).to.equal(240);
    for (const button of card.shadowRoot!.querySelectorAll('button'))
      expect(Math.min(button.offsetWidth, button.offsetHeight)).to.be.at.least(24);
  });
});
