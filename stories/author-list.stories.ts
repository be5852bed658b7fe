import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import '../src/author-list/author-list.js';

const { args, argTypes, template } = getStorybookHelpers('author-list');

const five = 'Ada Lovelace; Charles Babbage; Luigi Menabrea; Mary Somerville; Augustus De Morgan';

const meta: Meta = {
  title: 'author-list',
  component: 'author-list',
  // Lists are written as words: an empty one is no value for a text field.
  args: { ...args, authors: '', highlight: '' },
  argTypes,
  render: (story) => template(story),
};

export default meta;

export const Names: StoryObj = { args: { authors: 'Ada Lovelace; Charles Babbage' } };

export const More: StoryObj = { name: 'More than fit', args: { authors: five } };

export const Highlight: StoryObj = {
  name: 'The lab’s own, highlighted',
  args: { authors: five, highlight: 'A. Lovelace; Mary Somerville', max: 2 },
};

export const CountOnly: StoryObj = { name: 'Only the number is known', args: { 'author-count': 7 } };

export const OneAuthor: StoryObj = { name: 'One author', args: { 'author-count': 1 } };

export const Everybody: StoryObj = {
  name: '664 authors',
  args: { authors: Array.from({ length: 664 }, (_, index) => `Observer ${index + 1}`).join('; ') },
};

export const RightToLeftNames: StoryObj = {
  name: 'Right-to-left names among others',
  args: { authors: 'Ibn al-Haytham; الخوارزمي; Maria Agnesi', max: 0 },
};
