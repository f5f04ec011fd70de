import type {BrowserContext, Page} from '@playwright/test';
import {build} from 'esbuild';

import {securityHeaders} from '../../packages/gateway/src/http/headers.js';

const HOST = 'desk.example';
const ADDRESS = `https://${HOST}/`;
const DOCUMENT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict page</title></head>
<body><script type="module" src="/page.js"></script></body></html>`;

/** Remembers everything that the page's policy refused, from the first moment on. */
const watchPolicy = (): void => {
  const refused: string[] = [];
  Object.assign(globalThis, {refused});
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
    refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
};

/** A script of ours with what it loads later, from the source of our packages: contents by path. */
const bundled = async (entry: string): Promise<ReadonlyMap<string, string>> => {
  const {outputFiles} = await build({
    entryPoints: {page: entry},
    outdir: '/',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfig: 'tsconfig.base.json',
    conditions: ['source', 'production', 'browser'],
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({path, text}) => [path, text]));
};

/** A page of ours under exactly the headers that the gateway sends: no inline style, no HTML from a string. */
export const openStrictPage = async (context: BrowserContext, entry: string): Promise<Page> => {
  const scripts = await bundled(entry);
  const headers = securityHeaders(HOST, true);
  await context.addInitScript(watchPolicy);
  await context.route('**/*', (route) => {
    const {pathname, host} = new URL(route.request().url());
    if (host !== HOST) return route.abort();
    const script = scripts.get(pathname);
    return script === undefined
      ? route.fulfill({contentType: 'text/html', body: DOCUMENT, headers: {...headers}})
      : route.fulfill({contentType: 'text/javascript', body: script, headers: {...headers}});
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? String(error)));
  await page.goto(ADDRESS);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return page;
};

/** What the policy refused. */
export const refusedIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as {refused: readonly string[]}).refused);

/** What was refused until now was not the doing of what is tested. */
export const forgetRefused = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as unknown as {refused: string[]}).refused.length = 0;
  });
