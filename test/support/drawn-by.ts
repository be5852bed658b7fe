/** What a reader gets of an element, to be compared with what another one draws. */
import type { LitElement } from 'lit';

/** All that is drawn, a line for each element and text, and what controls say at the moment. */
export async function drawnBy(element: LitElement): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  const cards = [...(element.shadowRoot?.querySelectorAll('paper-card') ?? [])];
  await Promise.all(cards.map(({ updateComplete }) => updateComplete));
  return [...linesOf(element.shadowRoot ?? element, '')].join('\n');
}

/** Attributes in one order, because they may have come one after the other; without Lit's marks. */
function* linesOf(parent: Node, indent: string): Generator<string> {
  for (const node of parent.childNodes) {
    if (node instanceof Text && node.data.trim()) yield indent + node.data.trim();
    if (!(node instanceof Element)) continue;
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`);
    const { value } = node as Partial<HTMLInputElement>;
    yield `${indent}<${node.localName}${attributes.sort().join('')}>${value === undefined ? '' : ` = ${value}`}`;
    yield* linesOf(node.shadowRoot ?? node, `${indent} `);
  }
}
