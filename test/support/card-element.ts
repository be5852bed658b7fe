/** Puts a `<paper-card>` on the page and reads what a reader would see. */
import { fixture, html } from '@open-wc/testing';
import '../../src/paper-card/paper-card.js';
import type { Paper } from '../../src/feed/model.js';
import type { PaperCard } from '../../src/paper-card/paper-card.element.js';

export const paper: Paper = {
  id: 'note-g',
  title: 'Note G: Bernoulli Numbers',
  url: 'https://lab.example/note-g',
  abstract: 'A machine with punched cards computes the numbers of Bernoulli.',
  publishedAt: `${new Date().getUTCFullYear()}-01-08`,
  authors: ['Ada Lovelace', 'Charles Babbage', 'Luigi Menabrea', 'Mary Somerville'].map((name) => ({ name })),
  authorCount: 4,
  upvoteCount: 42,
  commentCount: 3,
  discussionUrl: 'https://lab.example/note-g#comments',
  keywords: [],
};

/** A card in a box as wide as a column of text. */
export async function makeCard(
  changes: Partial<Paper> = {},
  attributes: Record<string, string> = {},
): Promise<PaperCard> {
  const card = document.createElement('paper-card');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  card.paper = { ...paper, ...changes };
  const box = await fixture<HTMLElement>(html`<div style="width: 40rem; font: 16px/1.5 sans-serif">${card}</div>`);
  await card.updateComplete;
  return box.querySelector('paper-card')!;
}

export const find = <T extends HTMLElement = HTMLElement>(card: PaperCard, selector: string) =>
  card.shadowRoot!.querySelector<T>(selector);

/** Whether the card has such an element. A boolean, because a failed comparison of elements never ends. */
export const has = (card: PaperCard, selector: string) => !!find(card, selector);

export const textOf = (card: PaperCard, selector: string) =>
  find(card, selector)?.textContent?.replace(/\s+/g, ' ').trim();

/** Resolves when the card has drawn itself because its text turned out to be cut. */
export async function clipped(card: PaperCard): Promise<HTMLElement> {
  while (!find(card, '.more')) await new Promise(requestAnimationFrame);
  return find(card, '.more')!;
}
