// End-to-end tests: e2e/**/*.e2e.ts. Each file starts the built gateway it needs, so no server is configured here.
import {defineConfig} from '@playwright/test';
import {chromiumLaunch} from './scripts/browser.mjs';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'node_modules/.cache/playwright',
  // One at a time: the tests measure who rings first, and a busy machine would make them wait for each other.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: {timeout: 10_000},
  reporter: [['list'], ['./scripts/reporters/playwright.mjs']],
  use: {
    browserName: 'chromium',
    launchOptions: await chromiumLaunch(),
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
