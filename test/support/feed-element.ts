/** Puts a `<paper-feed>` on the page and reads what a reader would see. */
import { fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/paper-feed/paper-feed.js';
import type { PaperFeed } from '../../src/paper-feed/paper-feed.element.js';

/** A feed element, not yet on the page; `children` are its light DOM. */
function createFeed(attributes: Record<string, string>, children: string): PaperFeed {
  const feed = document.createElement('paper-feed');
  feed.loading = 'eager';
  for (const [name, value] of Object.entries(attributes)) feed.setAttribute(name, value);
  if (children) feed.append(document.createRange().createContextualFragment(children));
  return feed;
}

const connect = (feed: PaperFeed) => fixture(html`<div style="width: 40rem; font: 16px/1.5 sans-serif">${feed}</div>`);

/** A feed element in a box as wide as a column of text. Its answer may have come already: hold it, or use `askedFeed`. */
export async function makeFeed(attributes: Record<string, string> = {}, children = ''): Promise<PaperFeed> {
  const feed = createFeed(attributes, children);
  await connect(feed);
  return feed;
}

/** The feed with its first answer, good or bad. */
export async function askedFeed(
  attributes: Record<string, string> = {},
  children = '',
): Promise<{ feed: PaperFeed; event: Event }> {
  const feed = createFeed(attributes, children);
  const answer = answered(feed);
  await connect(feed);
  return { feed, event: await answer };
}

/** The feed, once it has answered: with papers, without, or with an error. */
export async function settledFeed(attributes: Record<string, string> = {}, children = ''): Promise<PaperFeed> {
  return (await askedFeed(attributes, children)).feed;
}

/** The next answer, good or bad, drawn. */
export async function answered(feed: PaperFeed): Promise<Event> {
  const event = await Promise.race([oneEvent(feed, 'paper-feed-load'), oneEvent(feed, 'paper-feed-error')]);
  await feed.updateComplete;
  return event as Event;
}

export const cardsOf = (feed: PaperFeed) => [
  ...feed.shadowRoot!.querySelectorAll<HTMLElement>('paper-card, daily-papers-card'),
];

/** What all cards say, one after the other. */
export async function textsOfCards(feed: PaperFeed): Promise<string[]> {
  await feed.updateComplete;
  const cards = cardsOf(feed) as (HTMLElement & { updateComplete: Promise<boolean> })[];
  await Promise.all(cards.map((card) => card.updateComplete));
  return cards.map((card) => card.shadowRoot!.querySelector('article')!.textContent.replace(/\s+/g, ' ').trim());
}

/** The titles on screen. */
export async function titlesOf(feed: PaperFeed): Promise<string[]> {
  await textsOfCards(feed);
  return cardsOf(feed).map((card) => card.shadowRoot!.querySelector('.title')!.textContent.trim());
}

export function buttonNamed(feed: PaperFeed, name: string): HTMLButtonElement | undefined {
  const buttons = [...feed.shadowRoot!.querySelectorAll('button')];
  return buttons.find((button) => (button.getAttribute('aria-label') ?? button.textContent.trim()) === name);
}

/** What the panel itself says, without its cards. */
export const textOf = (feed: PaperFeed) => feed.shadowRoot!.textContent.replace(/\s+/g, ' ').trim();

/** What the console was warned of until the returned function is called. */
export function collectWarnings(): () => string[] {
  const original = console.warn;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  return () => {
    console.warn = original;
    return warnings;
  };
}
