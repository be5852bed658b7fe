import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { Paper } from '../src/feed/model.js';
import { mathFromTex } from '../src/math/math-from-tex.js';
import '../src/paper-card/paper-card.js';
import { setMathRenderer } from '../src/shared/math-renderer.js';
import { showcase } from '../test/fixtures/showcase.js';

const { args, argTypes, template } = getStorybookHelpers('paper-card');

const everything =
  'abstract thumbnail authors organization date upvotes comments stars keywords summary submitter links cite';

const paperOf = (id: string) => showcase.papers.find((paper) => paper.id === id)!;

/** The card of a paper of the showcase; the panel's controls change how it is drawn. */
const cardOf = (id: string, width?: string) => cardWith(id, {}, width);

/** The same with other data. */
function cardWith(id: string, changes: Partial<Paper>, width?: string) {
  return (story: Record<string, unknown>) => html`
    <div style=${width ? `max-width: ${width}` : ''}>
      ${template({ ...story, paper: { ...paperOf(id), ...changes } })}
    </div>
  `;
}

const meta: Meta = {
  title: 'paper-card',
  component: 'paper-card',
  args,
  argTypes,
  render: (story) => template(story),
};

export default meta;

export const ByHand: StoryObj = {
  name: 'Written by hand',
  args: {
    heading: 'Computing Machinery and Intelligence',
    href: 'https://doi.org/10.1093/mind/LIX.236.433',
    'published-at': '1950-10',
    authors: 'Alan Turing',
    'upvote-count': 1950,
    'comment-count': 9,
    'default-slot':
      'Can machines think? The question is replaced by a game that can be played, and nine objections to the idea are answered in turn.',
  },
};

export const List: StoryObj = { name: 'Layout: list', render: cardOf('looking-twice') };

export const Grid: StoryObj = {
  name: 'Layout: grid',
  args: { layout: 'grid' },
  render: cardOf('looking-twice', '20rem'),
};

export const Compact: StoryObj = {
  name: 'Layout: compact',
  args: { layout: 'compact' },
  render: cardOf('looking-twice', '15rem'),
};

export const Everything: StoryObj = {
  name: 'Everything shown',
  args: { show: everything },
  render: cardOf('looking-twice'),
};

export const Organization: StoryObj = {
  name: 'An organization instead of the authors',
  render: cardOf('punched-cards'),
};

export const Cite: StoryObj = {
  name: 'Cite: the BibTeX entry',
  args: { show: 'authors date links cite' },
  render: cardOf('looking-twice'),
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('paper-card')!;
    await card.updateComplete;
    card.shadowRoot!.querySelector<HTMLButtonElement>('.links button')!.click();
    await card.updateComplete;
  },
};

export const Video: StoryObj = {
  name: 'A video, on demand',
  args: { layout: 'grid' },
  render: cardWith('looking-twice', { videoUrl: 'https://lab.example/papers/looking-twice.mp4' }, '20rem'),
};

export const NoPicture: StoryObj = {
  name: 'Pictures that are missing',
  render: (story) => html`
    <div style="display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1.5rem">
      ${['a2-nav', 'right-to-left', 'bare'].map((id) =>
        template({ ...story, layout: 'grid', paper: { ...paperOf(id), thumbnailUrl: undefined } }),
      )}
    </div>
  `,
};

export const Paragraphs: StoryObj = {
  name: 'An abstract in paragraphs',
  args: { 'abstract-lines': 0 },
  render: cardWith('tides', {
    abstract:
      'Tide tables are the oldest forecasts that anybody checks daily. We train on all of them.\n\nThe tables of three harbours were kept back. Two of them are predicted to the minute; the third has been moved.',
  }),
};

export const Formulas: StoryObj = {
  name: 'Formulas, as text and as mathematics',
  args: { 'abstract-lines': 0 },
  render: cardWith('tides', {
    title: 'A Bound that $\\mathbb{R}^n$ Keeps',
    abstract:
      'For all $x, y \\in \\mathbb{R}^n$ we have $|\\langle x, y \\rangle| \\le \\lVert x \\rVert\\,\\lVert y \\rVert$. It costs $5 to $10.',
  }),
  // As the second script does on a page; the other stories stay as they are without it.
  beforeEach: () => {
    setMathRenderer(mathFromTex);
    return () => setMathRenderer(undefined);
  },
};

export const NoUpvotes: StoryObj = { name: 'Zero upvotes, zero comments, one author', render: cardOf('tides') };

export const AuthorCount: StoryObj = { name: 'Only the number of authors is known', render: cardOf('a2-nav') };

export const LongTitle: StoryObj = { name: 'A very long title', render: cardOf('long-title', '24rem') };

export const RightToLeft: StoryObj = { name: 'Arabic text', render: cardOf('right-to-left') };

export const Bare: StoryObj = { name: 'Nothing but a title', render: cardOf('bare') };
