// The element tests in three engines: Chromium, and Firefox and WebKit where they are. `npm run test:engines` sees to that.
import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {findFirefox, leftOut} from './scripts/engines.mjs';
import {closingLineReporter} from './scripts/reporters/wtr.mjs';
import {findWebKit, webkitLauncher} from './scripts/webkit-launcher.mjs';
import base, {chromium, testReporter} from './web-test-runner.config.mjs';

/** What is saved is neither shown in a panel nor opened in a tab of its own, behind which our page would stand still. */
const QUIET_DOWNLOADS = {'browser.download.alwaysOpenPanel': false, 'pdfjs.disabled': true};

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
 * Firefox over WebDriver BiDi, one page at a time: two of its pages cannot both have the focus. Each file has a window of its own,
 * which goes with it: where Tab goes on to the bars of a window, they keep the focus, and what a file left busy holds up the next.
 */
function firefoxLauncher(executablePath) {
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {browser: 'firefox', executablePath, extraPrefsFirefox: QUIET_DOWNLOADS},
    createPage: async ({browser}) =>
      tolerant(await (await browser.createBrowserContext()).newPage({type: 'window'})),
  });
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (session) => {
    const page = launcher.getPage(session);
    const result = await stopSession(session);
    launcher.inactivePages.length = 0;
    await page.browserContext().close();
    return result;
  };
  return launcher;
}

/**
 * Older Firefox releases size a page, but cannot turn its screen: no test needs that, so it is no reason to fail. Nor is it left for
 * an empty page at its end: its window is closed.
 */
function tolerant(page) {
  const goto = page.goto.bind(page);
  page.goto = async (url, ...options) => (url === 'about:blank' ? null : goto(url, ...options));
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
