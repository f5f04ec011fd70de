// Tests against real mail servers: `npm run test:interop` makes the folder, builds what is needed and runs them.
import {defineConfig} from '@playwright/test';
import {chromiumLaunch} from '../browser.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.interop.ts',
  outputDir: '../../node_modules/.cache/playwright-interop',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: {timeout: 15_000},
  reporter: [['list'], ['../reporters/playwright.mjs']],
  use: {
    browserName: 'chromium',
    launchOptions: await chromiumLaunch(),
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
