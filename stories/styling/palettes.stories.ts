/** Ready palettes: three lines of CSS each. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/all.js';
import { palettes, type Palette } from './palettes.js';
import { renderPanel } from './tiles.js';

const meta: Meta = {
  title: 'Styling/Palettes',
  parameters: {
    controls: { disable: true },
    docs: {
      description: {
        component:
          'Three lines of CSS each, for light and dark pages. The last two bring a background and go with `theme="light"` or `theme="dark"`.',
      },
    },
  },
};

export default meta;

const story = (name: keyof typeof palettes): StoryObj => {
  const { css, theme }: Palette = palettes[name];
  const rule = `paper-feed {\n  ${css.join('\n  ')}\n}`;
  return {
    parameters: { docs: { source: { code: rule, language: 'css' } } },
    render: () => html`
      <div style="max-width: 44rem; ${css.join(' ')}">
        ${renderPanel({ theme, hasForm: true, controls: 'search sort' })}
      </div>
    `,
  };
};

export const Forest: StoryObj = story('Forest');
export const Ocean: StoryObj = story('Ocean');
export const Plum: StoryObj = story('Plum');
export const Ember: StoryObj = story('Ember');
export const Newspaper: StoryObj = story('Newspaper');
export const Ink: StoryObj = story('Ink');
export const Sepia: StoryObj = story('Sepia');
export const Midnight: StoryObj = story('Midnight');
