/** Storybook: where the stories are, and how Vite serves them. */
import type { StorybookConfig } from '@storybook/web-components-vite';

/** What the pages of the gallery load, at the addresses that it has in the project. */
const asInProject = [
  'demo',
  'dist/cdn',
  'node_modules/bootstrap/dist/css/bootstrap.min.css',
  'node_modules/bootstrap-3/dist/css/bootstrap.min.css',
  'node_modules/bootstrap-4/dist/css/bootstrap.min.css',
  'node_modules/tailwindcss/preflight.css',
];

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [
    // Pictures for cards, served beside the stories: nothing comes from the network.
    { from: '../stories/images', to: '/images' },
    { from: '../stories/brand', to: '/brand' },
    ...asInProject.map((path) => ({ from: `../${path}`, to: `/${path}` })),
  ],
  // The stories bring their own background: that of the theme chosen in the toolbar.
  features: { backgrounds: false },
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
