import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

import {expect, test, type Page} from '@playwright/test';

import {Complaints} from './support/console.js';
import {EmbeddedDesk} from './support/embedded-desk.js';
import {DOCUMENTED_CSP, Site} from './support/site.js';

const DOC = readFileSync('docs/embedding.md', 'utf8');
const RECIPES = 'examples/recipes';

/** What stands in the page's code blocks that are named after a file. */
const snippets = new Map(
  [...DOC.matchAll(/^`([\w-]+\.(?:html|js))`\n\n```\w+\n(.*?)^```$/gms)].map(([, file = '', text = '']) => [
    file,
    text,
  ]),
);

/** The policy as it is printed there, on one line. */
const policy = (/```text\n(default-src.*?)```/s.exec(DOC)?.[1] ?? '').trim().replaceAll('\n', ' ');

const hashOfMap = (html: string): string => {
  const map = /<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1];
  return map === undefined ? '' : `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
};

/** Whatever an agent's desk with the gateway has, but the mail composer. */
const WHOLE = readdirSync('packages/widgets').filter(
  (name) => name !== 'email-composer' && name !== 'visitor-chat',
);
const THREE = ['desk', 'agent-state', 'incoming-call'];

test.describe('docs/embedding.md', () => {
  let site: Site;
  test.beforeEach(async () => {
    site = await Site.start({'/deskwire/': 'dist', '/recipes/': RECIPES});
  });
  test.afterEach(async () => {
    await site.stop();
  });

  test('shows the recipes as they are, and the policy that every test here is held to', () => {
    expect([...snippets.keys()]).toEqual([
      'one-script-tag.html',
      'one-script-tag.js',
      'import-map.html',
      'page.js',
    ]);
    for (const [file, text] of snippets) expect(text, file).toBe(readFileSync(join(RECIPES, file), 'utf8'));
    expect(policy).toBe(DOCUMENTED_CSP);
  });

  for (const file of readdirSync(RECIPES).filter((one) => one.endsWith('.html'))) {
    test(`[HOST-1] ${file} works as it is copied, under the policy that is documented`, async ({page}) => {
      const {errors, warnings} = new Complaints(page);
      const html = readFileSync(join(RECIPES, file), 'utf8');
      site.csp = policy.replace("script-src 'self'", `script-src 'self' ${hashOfMap(html)}`.trim());
      await page.goto(`${site.url}/recipes/${file}`);
      const desk = new EmbeddedDesk(page);
      await desk.choose('Available');
      await page.getByRole('button', {name: 'A customer calls'}).click();
      await expect(desk.tray).toContainText('Kim Min-su');
      await desk.press('Answer');
      await expect(desk.state).toContainText('Engaged');
      expect([...errors, ...warnings]).toEqual([]);
    });
  }

  /** What a page loads for these, gzipped, in kB. */
  const cost = async (
    page: Page,
    names: readonly string[],
    fileOf: (name: string) => string,
  ): Promise<number> => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) bodies.push(response.body());
    });
    const path = `/${names.length}${fileOf('x').length}.html`;
    site.page(path, {
      head: names.map((name) => `<script type="module" src="/deskwire/${fileOf(name)}"></script>`).join(''),
    });
    await page.goto(site.url + path, {waitUntil: 'networkidle'});
    page.removeAllListeners('response');
    return (
      (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, {level: 9}).length, 0) / 1000
    );
  };

  test('says what each way costs', async ({page}) => {
    const standalone = (name: string): string => `standalone/${name}/${name}.js`;
    const cdn = (name: string): string => `cdn/${name}.js`;
    const measured = {
      'by script tags': await cost(page, THREE, standalone),
      'shared chunks': await cost(page, THREE, cdn),
      'whole, by script tags': await cost(page, [...WHOLE, 'desk', 'adapter-gateway'], standalone),
      'whole, shared chunks': await cost(page, [...WHOLE, 'desk', 'adapter-gateway'], cdn),
    };
    const [one, shared] = [...DOC.matchAll(/^\| (?:script tag|shared chunks).*\| (\d+) kB/gm)].map(([, kb]) =>
      Number(kb),
    );
    const whole = /is (\d+) kB by script tags and (\d+) kB with\s+shared/.exec(DOC);
    const documented = [one, shared, Number(whole?.[1]), Number(whole?.[2])];
    for (const [index, [way, size]] of Object.entries(measured).entries()) {
      expect(Number(documented[index]) / size, `${way}: ${size}`).toBeGreaterThan(0.95);
      expect(Number(documented[index]) / size, `${way}: ${size}`).toBeLessThan(1.05);
    }
  });
});
