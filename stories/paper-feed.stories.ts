import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import '../src/all.js';
import { showcaseDocument, showcaseScript } from './feed-document.js';
import { stubFetchAt } from './stub-fetch.js';

const { args, argTypes, template } = getStorybookHelpers('paper-feed');

const lab = 'https://lab.example/';
const src = `${lab}papers.json`;

const inside = (width: string) => (story: Record<string, unknown>) =>
  html`<div style="max-width: ${width}">${template(story)}</div>`;

const meta: Meta = {
  title: 'paper-feed',
  component: 'paper-feed',
  args: { ...args, src, loading: 'eager', 'page-size': 5 },
  argTypes,
  beforeEach: () => stubFetchAt(src, { document: showcaseDocument }),
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

export const Loading: StoryObj = {
  args: { src: `${lab}never.json` },
  beforeEach: () => stubFetchAt(`${lab}never`, 'never'),
  parameters: { isWaiting: true },
};

export const LoadingWithFallback: StoryObj = {
  name: 'Loading, with content of the page',
  args: {
    src: `${lab}never.json`,
    'default-slot': '<p>The papers appear here. <a href="#list">Plain list</a></p>',
  },
  beforeEach: () => stubFetchAt(`${lab}never`, 'never'),
  parameters: { isWaiting: true },
};

export const Empty: StoryObj = {
  args: { src: `${lab}empty.json` },
  beforeEach: () => stubFetchAt(`${lab}empty`, { document: { ...showcaseDocument, items: [] } }),
};

export const Failed: StoryObj = {
  name: 'Error, and a second try that works',
  args: { src: `${lab}failing.json` },
  beforeEach: () => stubFetchAt(`${lab}failing`, { status: 404 }, { document: showcaseDocument }),
};

export const Stale: StoryObj = {
  name: 'Older papers, because a reload failed',
  args: { src: `${lab}stale.json` },
  beforeEach: () => stubFetchAt(`${lab}stale`, { document: showcaseDocument }, { status: 404 }),
  play: ({ canvasElement }) => {
    const feed = canvasElement.querySelector('paper-feed');
    feed?.addEventListener('paper-feed-load', () => feed.reload(), { once: true });
  },
};

export const NewPapers: StoryObj = {
  name: 'New papers are offered',
  args: { src: `${lab}growing.json` },
  beforeEach: () =>
    stubFetchAt(
      `${lab}growing`,
      { document: { ...showcaseDocument, items: showcaseDocument.items.slice(2) } },
      { document: showcaseDocument },
    ),
  play: async ({ canvasElement }) => {
    const feed = canvasElement.querySelector('paper-feed');
    await new Promise((resolve) => feed?.addEventListener('paper-feed-load', resolve, { once: true }));
    // A second panel with the same address shows what the first one got, and then learns that there is more.
    feed?.after(feed.cloneNode());
    feed?.remove();
  },
};

export const MissingSource: StoryObj = {
  name: 'One of two sources is missing',
  args: { src: `${src} https://elsewhere.example/theirs.json` },
  beforeEach: () => stubFetchAt('https://elsewhere.example/', { status: 404 }),
};

export const Scroll: StoryObj = {
  name: 'The list grows while scrolling',
  args: { pagination: 'scroll', 'page-size': 3 },
};

export const Day: StoryObj = {
  name: 'Day by day',
  args: { controls: 'period', period: 'day' },
};

export const EmptyDay: StoryObj = {
  name: 'A day without papers',
  args: { controls: 'period', date: '2026-03-22' },
};

export const Weekend: StoryObj = {
  name: 'A weekend at Hugging Face',
  args: { src: 'https://huggingface.co/api/daily_papers', controls: 'period', date: '2026-03-22' },
  beforeEach: () => stubFetchAt('https://huggingface.co/', { document: [] }),
};

export const NextPageFailed: StoryObj = {
  name: 'The next page cannot be had',
  args: { src: `${lab}pages.json`, 'page-size': 10 },
  beforeEach: () =>
    stubFetchAt(`${lab}pages`, { document: { ...showcaseDocument, next_url: `${lab}pages-2.json` } }, { status: 404 }),
  play: async ({ canvasElement }) => {
    const feed = canvasElement.querySelector('paper-feed');
    await new Promise((resolve) => feed?.addEventListener('paper-feed-load', resolve, { once: true }));
    feed?.showMore();
  },
};

export const HeaderSlot: StoryObj = {
  name: 'Slot: a header of the page',
  args: {
    'page-size': 2,
    'header-slot': `<header slot="header"><h2>Reading club</h2>
      <p>Thursdays at four, with tea. <a href="#rules">How we choose</a></p></header>`,
  },
};

export const FooterSlot: StoryObj = {
  name: 'Slot: below the papers',
  args: { 'page-size': 2, 'footer-slot': `<p slot="footer">Chosen by the group. <a href="#all">All lists</a></p>` },
};

export const EmptySlot: StoryObj = {
  name: 'Slot: words of the page for an empty list',
  args: {
    src: `${lab}empty.json`,
    'empty-slot': `<p slot="empty">Nothing new this week: we are at a conference.</p>`,
  },
  beforeEach: () => stubFetchAt(`${lab}empty`, { document: { ...showcaseDocument, items: [] } }),
};

export const ErrorSlot: StoryObj = {
  name: 'Slot: words of the page for a failure',
  args: {
    src: `${lab}moved.json`,
    'error-slot': `<p slot="error">Our list is being moved. <a href="mailto:papers@lab.example">Ask for it</a>.</p>`,
  },
  beforeEach: () => stubFetchAt(`${lab}moved`, { status: 404 }),
};

export const ChosenFields: StoryObj = {
  name: 'Only titles, dates and links',
  args: { show: 'date links', 'page-size': 4 },
};

export const Whole: StoryObj = {
  name: 'Whole abstracts, all authors',
  args: { 'abstract-lines': 0, 'author-max': 0, 'page-size': 2 },
};

export const Sorted: StoryObj = {
  name: 'Most upvotes first, with code only',
  args: { sort: 'upvotes', 'with-code': true },
};

export const Selected: StoryObj = {
  name: 'Only what concerns robots and stars',
  args: { include: 'robot; stars', exclude: 'survey' },
};
