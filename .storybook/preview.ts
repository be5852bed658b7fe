/** What all stories share: controls made from the manifest, a documentation page each, accessibility faults as errors. */
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';
import { globalTypes, initialGlobals, onPage, viewports } from './page.js';
import { settled } from './settled.js';
import { theme } from './theme.js';

/** What is used here of a class in the manifest. */
interface Declaration {
  readonly attributes?: readonly { readonly fieldName: string; readonly type?: { readonly text: string } }[];
  readonly members?: { readonly name: string; type?: { readonly text: string } }[];
}

// Controls set attributes, where a list is written as words.
for (const { attributes = [], members = [] } of manifest.modules.flatMap(
  (module) => module.declarations as Declaration[],
))
  for (const { fieldName, type } of attributes)
    for (const member of members) if (member.name === fieldName && type) member.type = type;

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ typeRef: 'type', hideArgRef: true });

/** As people look for them. */
const categories = [
  'attributes',
  'properties',
  'slots',
  'css properties',
  'css shadow parts',
  'css states',
  'events',
  'methods',
];
const rank = (category = '') => categories.indexOf(category);

/** Those without a type, Storybook would infer one for and put first. */
const sortedByCategory: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes)
      .sort(([, a], [, b]) => rank(a.table?.category) - rank(b.table?.category))
      .map(([name, argType]) => [name, { type: { name: 'string' }, ...argType }]),
  );

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  decorators: [onPage],
  afterEach: settled,
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { theme, toc: true },
    viewport: { options: viewports },
    options: {
      storySort: {
        order: [
          'Introduction',
          'paper-feed',
          'paper-card',
          'author-list',
          'subscribe-form',
          'What readers do',
          'Styling',
          ['Palettes', 'Custom properties', 'Parts'],
          'Languages',
          'Gallery',
        ],
      },
    },
  },
  argTypesEnhancers: [sortedByCategory],
};

export default preview;
