/** The panel on typical sites: whole pages in frames. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Gallery',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};

export default meta;

/** The pages stand beside the stories, as they do in the project: `npm run demo` serves them too. */
const site = (name: string, file: string): Pick<StoryObj, 'render'> => ({
  render: () =>
    html`<iframe
      src="demo/gallery/${file}.html"
      title=${name}
      style="display: block; width: 100%; height: 100vh; border: 0; background: #fff"
    ></iframe>`,
});

export const All: StoryObj = { name: 'All sites', ...site('All sites', 'index') };
export const Bare: StoryObj = { name: 'A bare page', ...site('A bare page', 'bare') };
export const Bootstrap5: StoryObj = { name: 'Bootstrap 5', ...site('Bootstrap 5', 'bootstrap-5') };
export const Bootstrap4: StoryObj = { name: 'Bootstrap 4', ...site('Bootstrap 4', 'bootstrap-4') };
export const Bootstrap3: StoryObj = { name: 'Bootstrap 3', ...site('Bootstrap 3', 'bootstrap-3') };
export const Tailwind: StoryObj = { name: 'Tailwind’s reset', ...site('Tailwind’s reset', 'tailwind') };
export const University: StoryObj = {
  name: 'An old university template',
  ...site('An old university template', 'university'),
};
export const Sidebar: StoryObj = { name: 'A sidebar of 240 pixels', ...site('A sidebar of 240 pixels', 'sidebar') };
export const DarkPage: StoryObj = { name: 'A dark page', ...site('A dark page', 'dark') };
export const RightToLeft: StoryObj = { name: 'A right-to-left page', ...site('A right-to-left page', 'right-to-left') };
