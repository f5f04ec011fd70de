// The strict pages in Firefox and WebKit, by `npm run test:engines`: those end-to-end tests that need nothing but hands on a page.
import base from './playwright.config.mjs';
import {findFirefox} from './scripts/engines.mjs';
import {findWebKit} from './scripts/webkit-launcher.mjs';

const engines = [
  {name: 'Chromium', use: {engine: 'chromium'}},
  ...(findFirefox() ? [{name: 'Firefox', use: {engine: 'firefox'}}] : []),
  ...(findWebKit() ? [{name: 'WebKit', use: {engine: 'webkit'}}] : []),
];

export default {...base, testMatch: '**/strict-pages-*.e2e.ts', projects: engines};
