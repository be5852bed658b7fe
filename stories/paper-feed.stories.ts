import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import '../src/all.js';
import { showcaseDocument, showcaseScript } from './feed-document.js';
import { stubFetch } from './stub-fetch.js';

const { args, argTypes, template } = getStorybookHelpers('paper-feed');

const src = 'https://lab.example/papers.json';

const inside = (width: string) => (story: Record<string, unknown>) =>
  html`<div style="max-width: ${width}">${template(story)}</div>`;

const meta: Meta = {
  title: 'paper-feed',
  component: 'paper-feed',
  args: { ...args, src, loading: 'eager', 'page-size': 5 },
  argTypes,
  beforeEach: () => stubFetch({ document: showcaseDocument }),
  render: (story) => template(story),
};

export default meta;

export const Ready: StoryObj = {};

export const WithForm: StoryObj = {
  name: 'With a subscribe form',
  args: {
    'subscribe-slot': `<subscribe-form slot="subscribe" action="https://lab.example/newsletter" badge="new"
      heading="Get trending papers in your email inbox!"></subscribe-form>`,
  },
};

export const Controls: StoryObj = {
  name: 'Readers search, sort and choose',
  args: { controls: 'search sort period layout' },
};

export const Searched: StoryObj = { name: 'A search with hits', args: { controls: 'search', search: 'robot trees' } };

export const NoMatch: StoryObj = { name: 'A search without hits', args: { controls: 'search', search: 'zeppelin' } };

export const Grid: StoryObj = { name: 'Layout: grid', args: { layout: 'grid' } };

export const Compact: StoryObj = { name: 'Layout: compact', args: { layout: 'compact' }, render: inside('15rem') };

export const Dark: StoryObj = { name: 'Theme: dark', args: { theme: 'dark' } };

export const Light: StoryObj = { name: 'Theme: light', args: { theme: 'light' } };

export const Highlight: StoryObj = {
  name: 'The lab’s own authors highlighted',
  args: { highlight: 'A. Lovelace; Sofia Kovalevskaya' },
};

export const Inline: StoryObj = {
  name: 'The feed written into the page',
  args: { src: '', 'default-slot': showcaseScript },
};

export const Loading: StoryObj = { beforeEach: () => stubFetch('never') };

export const LoadingWithFallback: StoryObj = {
  name: 'Loading, with content of the page',
  args: { 'default-slot': '<p>The papers appear here. <a href="#list">Plain list</a></p>' },
  beforeEach: () => stubFetch('never'),
};

export const Empty: StoryObj = { beforeEach: () => stubFetch({ document: { ...showcaseDocument, items: [] } }) };

export const Failed: StoryObj = {
  name: 'Error, and a second try that works',
  beforeEach: () => stubFetch({ status: 404 }, { document: showcaseDocument }),
};

export const Stale: StoryObj = {
  name: 'Older papers, because a reload failed',
  beforeEach: () => stubFetch({ document: showcaseDocument }, { status: 404 }),
  play: ({ canvasElement }) => {
    const feed = canvasElement.querySelector('paper-feed');
    feed?.addEventListener('paper-feed-load', () => feed.reload(), { once: true });
  },
};
