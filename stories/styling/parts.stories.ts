/** Every part that a page can style, of the panel and of the cards inside it, with what a rule for it changes. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import '../../src/all.js';
import { declarationOf, manyPanels, renderTiles, type Panel } from './tiles.js';

const meta: Meta = {
  title: 'Styling/Parts',
  parameters: {
    a11y: manyPanels,
    controls: { disable: true },
    docs: {
      source: { code: null },
      description: {
        component:
          'A page styles regions of the panel with `::part(…)`. Parts of the cards reach the page through the panel: `paper-feed::part(title)` means the title of every paper.',
      },
    },
  },
};

export default meta;

type Examples = Readonly<Record<string, readonly [css: string, panel?: Panel]>>;

const frame: Examples = {
  base: ['padding: 1rem; border: 1px solid currentcolor; border-radius: 1rem;', { show: 'date' }],
  header: ['text-align: center;', { show: 'date' }],
  heading: ['font-size: 1.125em; letter-spacing: 0.08em; text-transform: uppercase;', { show: 'date' }],
  byline: ['font-style: italic;', { show: 'date' }],
  list: ['border-block: 4px double currentcolor;', { show: 'date' }],
  footer: ['justify-content: center;', { show: 'date' }],
  button: ['border-radius: 2em;', { show: 'date' }],
  notice: ['border-style: dashed;', { search: 'zeppelin' }],
};

const allControls: Panel = { controls: 'search sort period layout', show: 'date' };

const controls: Examples = {
  controls: ['padding: 0.75rem; border: 1px dashed currentcolor; border-radius: 0.5rem;', allControls],
  search: ['border-radius: 2em;', allControls],
  sort: ['border-style: dashed;', allControls],
  period: ['font-style: italic;', allControls],
  layouts: ['margin-inline-start: 0;', allControls],
};

const words: Panel = { show: 'abstract authors organization date upvotes comments' };

const paper: Examples = {
  card: ['padding: 0.75rem; border: 1px solid currentcolor; border-radius: 0.5rem;', words],
  title: ['font-weight: 400;', words],
  'title-link': ['text-decoration: underline dotted;', words],
  upvotes: ['border-radius: 50%; min-width: 3.75em; min-height: 3.75em;', words],
  thumbnail: ['filter: grayscale(1);', { layout: 'grid', show: 'thumbnail date' }],
  abstract: ['font-family: Georgia, serif;', words],
  summary: ['font-style: italic;', { show: 'summary date' }],
  meta: ['text-transform: uppercase; letter-spacing: 0.05em; font-size: 0.75em;', words],
  keywords: ['text-transform: uppercase; letter-spacing: 0.05em;', { show: 'date keywords' }],
  links: ['justify-content: flex-end;', { show: 'date links' }],
  highlight: ['text-decoration: underline wavy;', words],
  'more-authors': ['font-style: italic;', words],
  cite: ['padding: 0.75rem; border: 1px dashed currentcolor;', { show: 'date cite' }],
};

const tiles = (examples: Examples) =>
  Object.entries(examples).map(([name, [css, panel]]) => ({
    title: `::part(${name})`,
    description: declarationOf('paper-feed')
      .cssParts?.find((part) => part.name === name)
      ?.description?.replaceAll('`', ''),
    css: `paper-feed::part(${name}) { ${css} }`,
    // By this the test can tell that rules for the part reach it.
    hiddenCss: `paper-feed::part(${name}) { --reached: ${name}; }`,
    panel,
  }));

/** The elements with a part, in a tree and the trees inside it. */
const withPart = (root: ParentNode, name: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? withPart(shadowRoot, name) : [])),
];

const story = (examples: Examples): StoryObj => ({
  render: () => renderTiles(tiles(examples)),
  play: async ({ canvasElement }) => {
    const pictures = canvasElement.querySelectorAll('.picture');
    for (const [index, part] of Object.keys(examples).entries()) {
      const picture = pictures[index]!;
      await waitFor(() => expect(withPart(picture, 'base')).toHaveLength(1));
      // A citation is there only once a reader has asked for it.
      if (part === 'cite') withPart(picture, 'links')[0]?.querySelector('button')?.click();
      await waitFor(() => expect(withPart(picture, part).length, part).toBeGreaterThan(0));
      const reached = withPart(picture, part).map((element) => getComputedStyle(element).getPropertyValue('--reached'));
      await expect(new Set(reached)).toEqual(new Set([part]));
    }
  },
});

export const Frame: StoryObj = { name: 'The frame', ...story(frame) };
export const Controls: StoryObj = { name: 'The controls', ...story(controls) };
export const Paper: StoryObj = { name: 'A paper', ...story(paper) };

export const Complete: StoryObj = {
  name: 'All by name',
  tags: ['!autodocs', '!dev'],
  render: () => renderTiles([]),
  play: async () => {
    const names = declarationOf('paper-feed').cssParts!.map(({ name }) => name);
    await expect(Object.keys({ ...frame, ...controls, ...paper }).sort()).toEqual(names.sort());
  },
};
