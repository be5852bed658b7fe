/** Every public custom property, with what it changes. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '../../src/all.js';
import { declarationOf, manyPanels, renderPanel, renderTiles, type Panel } from './tiles.js';

const meta: Meta = {
  title: 'Styling/Custom properties',
  parameters: {
    a11y: manyPanels,
    docs: {
      source: { code: null },
      description: {
        component:
          'Set them on `paper-feed`, or on anything around it: custom properties are inherited. The form takes them too.',
      },
    },
  },
};

export default meta;

interface Example {
  readonly value: string;
  readonly panel?: Panel;
}

const words: Panel = { show: 'abstract authors organization date upvotes comments' };

const examples: Readonly<Record<string, Example>> = {
  '--paper-accent': { value: 'light-dark(#a3154e, #ff9dc0)', panel: { show: 'abstract links', hasForm: true } },
  '--paper-accent-text': { value: 'light-dark(#ffe066, #4a1500)', panel: { show: 'date', hasForm: true } },
  '--paper-muted': { value: 'light-dark(#8a4b08, #f0b060)', panel: words },
  '--paper-border': { value: 'light-dark(#c0392b, #ff8a7a)', panel: words },
  '--paper-surface': { value: 'light-dark(#fff3cd, #3a3010)', panel: { show: 'abstract', search: 'zeppelin' } },
  '--paper-radius': { value: '1.25rem', panel: { hasForm: true, controls: 'search', show: 'upvotes date thumbnail' } },
  '--paper-gap': { value: '2rem', panel: words },
  '--paper-color': { value: '#4a2c6f', panel: { ...words, theme: 'light' } },
  '--paper-background': { value: '#eef4ff', panel: { ...words, theme: 'light' } },
  '--paper-title-color': { value: 'light-dark(#0b5394, #9ecbff)', panel: words },
  '--paper-title-font': { value: "Georgia, 'Liberation Serif', serif", panel: words },
  '--paper-highlight': { value: 'light-dark(#a3154e, #ff9dc0)', panel: { show: 'authors date' } },
  '--paper-mark': { value: 'light-dark(#ffe066, #6b5200)', panel: { show: 'abstract', search: 'robot' } },
};

const documented = ['paper-feed', 'subscribe-form'].flatMap((tag) => declarationOf(tag).cssProperties ?? []);
const described = new Map(
  documented.map(({ name, description }) => [name, description?.replaceAll('`', '')] as const).reverse(),
);

export const All: StoryObj = {
  name: 'Each with what it changes',
  parameters: { controls: { disable: true } },
  render: () =>
    renderTiles(
      Object.entries(examples).map(([name, { value, panel }]) => ({
        title: name,
        description: described.get(name),
        css: `${name}: ${value};`,
        panel,
      })),
    ),
  play: async () => {
    await expect(Object.keys(examples).sort()).toEqual([...described.keys()].sort());
  },
};

const names = Object.keys(examples);
const isColour = (name: string) => !/radius|gap|font/.test(name);

export const Playground: StoryObj = {
  name: 'Try them',
  args: { theme: 'light', ...Object.fromEntries(names.map((name) => [name, ''])) },
  argTypes: {
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    ...Object.fromEntries(
      names.map((name) => [
        name,
        { description: described.get(name), control: isColour(name) ? { type: 'color' } : { type: 'text' } },
      ]),
    ),
  },
  render: ({ theme, ...values }) => html`
    <div style=${names.map((name) => (values[name] ? `${name}: ${String(values[name])};` : '')).join(' ')}>
      ${renderPanel({
        theme: theme === 'auto' ? undefined : (theme as 'light' | 'dark'),
        hasForm: true,
        controls: 'search sort layout',
      })}
    </div>
  `,
};
