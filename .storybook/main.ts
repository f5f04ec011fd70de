import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['./pages/**/*.@(mdx|stories.ts)', '../packages/**/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false},
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      // The TypeScript of our own packages as it stands, and the modern build of RxJS.
      conditions: ['source', 'es2015', 'module', 'browser', 'development|production'],
      dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', 'rxjs'],
    },
    optimizeDeps: {
      ...vite.optimizeDeps,
      // Found one by one they would be bundled in rounds, with a copy of Lit in each.
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/static-html.js',
        'lit/directive-helpers.js',
        '@lit/context',
        'rxjs',
      ],
    },
  }),
};
export default config;
