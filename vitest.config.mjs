// Two kinds of Vitest run: `--project unit` (pure code, in Node) and `--project storybook` (every story, in a browser).
import {fileURLToPath} from 'node:url';
import {storybookTest} from '@storybook/addon-vitest/vitest-plugin';
import {playwright} from '@vitest/browser-playwright';
import {defineConfig} from 'vitest/config';
import {chromiumLaunch} from './scripts/browser.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The TypeScript of our own packages as it stands: nothing is built before a test. */
const source = ['source', 'module', 'node', 'development|production'];

const unit = {
  resolve: {conditions: source},
  ssr: {resolve: {conditions: source, externalConditions: source}},
  test: {
    name: 'unit',
    environment: 'node',
    include: ['packages/**/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.wtr.test.ts'],
  },
};

const storybook = {
  plugins: [storybookTest({configDir: here('.storybook')})],
  test: {
    name: 'storybook',
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      // Without motion: axe would measure a colour on its way from one state to the next.
      provider: playwright({
        launchOptions: await chromiumLaunch(),
        contextOptions: {reducedMotion: 'reduce'},
      }),
      instances: [{browser: 'chromium'}],
    },
  },
};

/** Lit's greeting in every test page. */
const onConsoleLog = (text) => !text.includes('Lit is in dev mode');

export default defineConfig({test: {projects: [unit, storybook], onConsoleLog}});
