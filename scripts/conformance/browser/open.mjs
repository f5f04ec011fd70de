// A real browser with one page of ours in it, for judging what only a browser can show.
import {build} from 'esbuild';
import {chromium} from 'playwright-core';
import {chromiumLaunch} from '../../browser.mjs';
import {root} from '../../lib/packages.mjs';

/** Nobody answers there but the page's own document, and without a policy: what is shown has to be harmless by itself. */
const ADDRESS = 'https://desk.example/';
const DOCUMENT = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body></body></html>';

/** The page's script, from the source of our packages. */
async function bundle(entry) {
  const {outputFiles} = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['source', 'production', 'browser'],
    logLevel: 'warning',
    // What is imported for its types alone.
    logOverride: {'ignored-bare-import': 'silent'},
  });
  return outputFiles[0].text;
}

/**
 * Opens a page that runs a script of ours.
 * @param entry Its path from the root.
 * @param watch A function that runs in every frame before anything else does.
 * @returns The page; `ask`, which calls what the script has put on `globalThis.page`; `asked`, every address that was asked
 *   for beside the page's own; `faults`, what nobody caught; and a function that ends it all.
 */
export async function openPage(entry, {width = 1280, height = 800, watch} = {}) {
  const [browser, script] = await Promise.all([launch(), bundle(entry)]);
  try {
    const context = await browser.newContext({
      viewport: {width, height},
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const asked = [];
    const faults = [];
    let isOpen = false;
    context.on('page', (other) => {
      asked.push(`window ${other.url()}`);
      void other.close();
    });
    page.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => faults.push(error.stack ?? String(error)));
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (!isOpen && url === ADDRESS) return route.fulfill({contentType: 'text/html', body: DOCUMENT});
      asked.push(url);
      return route.abort('aborted');
    });
    if (watch) await context.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await page.goto(ADDRESS);
    isOpen = true;
    await page.addScriptTag({content: script});
    if (faults.length) throw new Error(faults.join('\n'));
    return {page, session, ask: asking(session), asked, faults, close: () => browser.close()};
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Calls a function that the page's script has put on `globalThis.page`. The driver's own way to do so goes through the
 * page's `eval`, which a watch listens to.
 */
const asking =
  (session) =>
  async (name, ...args) => {
    const expression = `globalThis.page.${name}(${args.map((arg) => JSON.stringify(arg)).join()})`;
    const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(`${name}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };

const launch = async () => chromium.launch(await chromiumLaunch());
