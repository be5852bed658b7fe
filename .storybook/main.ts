/** Storybook: where the stories are, and how Vite serves them. */
import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Pictures for cards, served beside the stories: nothing comes from the network.
  staticDirs: [{ from: '../stories/images', to: '/images' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    optimizeDeps: {
      ...vite.optimizeDeps,
      // Found late, these would be bundled a second time, and Lit warns of two copies of itself.
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        'lit',
        'lit-html',
        'lit/decorators.js',
        'lit/directive.js',
        'lit/directive-helpers.js',
        'lit/directives/repeat.js',
        'lit/directives/unsafe-html.js',
        'lit/static-html.js',
        '@lit/task',
        'zod/mini',
      ],
    },
  }),
};

export default config;
