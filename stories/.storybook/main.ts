import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { backendPaths } from '../serve.mjs';

/** Where the backend of `npm run storybook` listens; the stories call it on their own origin. */
const backend = process.env['HEED_BACKEND'];

const config: StorybookConfig = {
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
      server: {
        fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] },
        ...(backend && {
          proxy: Object.fromEntries(backendPaths.map((path) => [path, { target: backend }])),
        }),
      },
    }),
};

export default config;
