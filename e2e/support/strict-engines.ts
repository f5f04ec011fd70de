import {test as base} from '@playwright/test';
import {chromium} from 'playwright-core';
import puppeteer from 'puppeteer-core';

import {chromiumLaunch} from '../../scripts/browser.mjs';
import {findFirefox} from '../../scripts/engines.mjs';
import {webkitLauncher} from '../../scripts/webkit-launcher.mjs';

/** The browsers that strict pages are opened in. */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** What every one of their drivers can do with a page: hands on it, and a look at it. */
export interface EnginePage {
  goto(url: string): Promise<unknown>;
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  readonly keyboard: {press(key: string): Promise<unknown>; type(text: string): Promise<unknown>};
  readonly mouse: {click(x: number, y: number): Promise<unknown>};
}

/** A browser that is open for as long as tests run. */
interface Engine {
  /** A page of its own for one test, and how it is given back. */
  open(): Promise<{readonly page: EnginePage; close(): Promise<unknown>}>;
  close(): Promise<unknown>;
}

const VIEWPORT = {width: 1000, height: 760};

const engines: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  async chromium() {
    const browser = await chromium.launch(await chromiumLaunch());
    return {
      async open() {
        const context = await browser.newContext({viewport: VIEWPORT});
        return {page: (await context.newPage()) as EnginePage, close: () => context.close()};
      },
      close: () => browser.close(),
    };
  },
  async firefox() {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error('Firefox is not installed here.');
    const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
    return {
      async open() {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport(VIEWPORT).catch((error: unknown) => {
          // Older releases size a page, but cannot turn its screen.
          if (!String(error).includes('setScreenOrientationOverride')) throw error;
        });
        return {page: page as EnginePage, close: () => context.close()};
      },
      close: () => browser.close(),
    };
  },
  async webkit() {
    const launcher = webkitLauncher();
    await launcher.startSession('strict pages', 'about:blank');
    return {
      async open() {
        const page = launcher.getPage() as unknown as EnginePage & {
          setViewport(size: typeof VIEWPORT): Promise<unknown>;
        };
        await page.setViewport(VIEWPORT);
        return {page, close: () => page.goto('about:blank')};
      },
      close: () => launcher.stop(),
    };
  },
};

/** Playwright's test, in the engine that the run is for, with a page of that engine. */
export const test = base.extend<{enginePage: EnginePage}, {engine: EngineName; browserOf: Engine}>({
  engine: ['chromium', {option: true, scope: 'worker'}],
  browserOf: [
    async ({engine}, use) => {
      const opened = await engines[engine]();
      await use(opened);
      await opened.close();
    },
    {scope: 'worker'},
  ],
  enginePage: async ({browserOf}, use) => {
    const {page, close} = await browserOf.open();
    await use(page);
    await close();
  },
});
