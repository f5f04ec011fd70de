// Element tests in a real browser: packages/**/src/**/*.wtr.test.ts. Nothing is built first.
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {chromiumLaunch} from './scripts/browser.mjs';
import {closingLineReporter} from './scripts/reporters/wtr.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Playwright's launcher gives each test file a browser context of its own, so that two can have the focus at once. */
export const chromium = playwrightLauncher({
  product: 'chromium',
  launchOptions: await chromiumLaunch(),
  concurrency: 2,
});

/** Failures in full; progress only where someone is watching. */
export const testReporter = defaultReporter({
  reportTestResults: true,
  reportTestProgress: Boolean(process.stdout.isTTY),
});

export default {
  rootDir: here('.'),
  files: 'packages/**/src/**/*.wtr.test.ts',
  // 'source': the TypeScript of our own packages as it stands. 'es2015': the modern build of RxJS.
  nodeResolve: {exportConditions: ['source', 'es2015', 'development']},
  browsers: [chromium],
  // The base file, since 'extends' is not followed here. A fixed target: 'auto' leaves syntax that browsers cannot read.
  plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: here('./tsconfig.base.json')})],
  testFramework: {config: {ui: 'bdd', timeout: 5000}},
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  filterBrowserLogs: ({args}) => !String(args[0] ?? '').includes('Lit is in dev mode'),
  reporters: [testReporter, closingLineReporter()],
};
