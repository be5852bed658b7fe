import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { Paper } from '../src/feed/model.js';
import '../src/paper-card/paper-card.js';
import { showcase } from '../test/fixtures/showcase.js';

const { args, argTypes, template } = getStorybookHelpers('paper-card');

const everything =
  'abstract thumbnail authors organization date upvotes comments stars keywords summary submitter links';

/** The card of a paper of the showcase; the panel's controls change how it is drawn. */
const cardOf = (id: string, width?: string) => (story: Record<string, unknown>) => html`
  <div style=${width ? `max-width: ${width}` : ''}>
    ${template({ ...story, paper: showcase.papers.find((paper: Paper) => paper.id === id) })}
  </div>
`;

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

export const NoUpvotes: StoryObj = { name: 'Zero upvotes, zero comments, one author', render: cardOf('tides') };

export const AuthorCount: StoryObj = { name: 'Only the number of authors is known', render: cardOf('a2-nav') };

export const LongTitle: StoryObj = { name: 'A very long title', render: cardOf('long-title', '24rem') };

export const RightToLeft: StoryObj = { name: 'Arabic text', render: cardOf('right-to-left') };

export const Bare: StoryObj = { name: 'Nothing but a title', render: cardOf('bare') };
