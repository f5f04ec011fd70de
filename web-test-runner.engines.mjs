// The element tests in three engines: Chromium, and Firefox and WebKit where they are. `npm run test:engines` sees to that.
import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {findFirefox, leftOut} from './scripts/engines.mjs';
import {closingLineReporter} from './scripts/reporters/wtr.mjs';
import {findWebKit, webkitLauncher} from './scripts/webkit-launcher.mjs';
import base, {chromium, testReporter} from './web-test-runner.config.mjs';

const firefox = findFirefox();
const webkit = findWebKit();

export default {
  ...base,
  concurrentBrowsers: 2,
  browsers: [
    chromium,
    ...(firefox ? [firefoxLauncher(firefox)] : []),
    ...(webkit ? [webkitLauncher({binary: webkit})] : []),
  ],
  reporters: [testReporter, closingLineReporter({notes: leftOut()})],
};

/**
 * Firefox over WebDriver BiDi, one page at a time: two of its pages cannot both have the focus. Each has a window of its own: where
 * Tab goes on to the bars of a window, they keep the focus when a page is closed.
 */
function firefoxLauncher(executablePath) {
  return chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {browser: 'firefox', executablePath},
    createPage: async ({browser}) =>
      tolerant(await (await browser.createBrowserContext()).newPage({type: 'window'})),
  });
}

/** Older Firefox releases size a page, but cannot turn its screen: no test needs that, so it is no reason to fail. */
function tolerant(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    try {
      await setViewport(viewport);
    } catch (error) {
      if (!/unknown command emulation\.setScreenOrientationOverride/.test(error.message)) throw error;
    }
  };
  return page;
}
