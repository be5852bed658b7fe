/** What all stories share: controls made from the manifest, a documentation page each, accessibility faults as errors. */
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ typeRef: 'type' });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' } },
};

export default preview;
