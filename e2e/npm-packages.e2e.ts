import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';

import {expect, test} from '@playwright/test';
import {build} from 'esbuild';

import {Complaints} from './support/console.js';
import {EmbeddedDesk} from './support/embedded-desk.js';
import {InstalledProject} from './support/installed.js';
import {Site} from './support/site.js';

const PAGE = readFileSync('examples/recipes/page.js', 'utf8');
const BODY = /<body>(.*)<\/body>/s.exec(readFileSync('examples/recipes/import-map.html', 'utf8'))?.[1] ?? '';

test.describe('packages as npm installs them', () => {
  let project: InstalledProject;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    project = await InstalledProject.create(
      ...[
        '@deskwire/desk',
        '@deskwire/agent-state',
        '@deskwire/incoming-call',
        '@deskwire/adapter-simulator',
      ],
    );
  });
  test.afterAll(async () => {
    await project.remove();
  });

  test('[HOST-1] are found by Node, and importing a class registers nothing', async () => {
    await project.write(
      'look.js',
      `import {IncomingCallElement} from '@deskwire/incoming-call';
       import {Simulator} from '@deskwire/adapter-simulator';
       const where = import.meta.resolve('@deskwire/incoming-call/define.js');
       console.log(JSON.stringify({
         name: IncomingCallElement.name,
         port: typeof new Simulator().port('yoon').open,
         registered: Boolean(globalThis.customElements?.get('dw-incoming-call')),
         isPacked: where.endsWith('/node_modules/@deskwire/incoming-call/dist/define.js'),
       }));
       process.exit();`,
    );
    expect(JSON.parse(await project.node('look.js'))).toEqual({
      name: 'IncomingCallElement',
      port: 'function',
      registered: false,
      isPacked: true,
    });
  });

  test('bring types that a strict project compiles with', async () => {
    await project.write(
      'typed.ts',
      `import '@deskwire/desk/define.js';
       import '@deskwire/agent-state/define.js';
       import '@deskwire/incoming-call/define.js';
       import {Simulator} from '@deskwire/adapter-simulator';
       const desk = document.createElement('dw-desk');
       desk.port = new Simulator().port('yoon');
       desk.addEventListener('dw-interaction-arrived', ({detail}) => {
         const name: string | undefined = detail.customer.name;
         console.log(name, document.createElement('dw-incoming-call').placement satisfies string);
       });
       document.body.addEventListener('dw-accept-done', ({detail}) => console.log(detail.interactionId));
       document.body.addEventListener('dw-agent-state-done', ({detail}) => console.log(detail));
       // @ts-expect-error -- a port is an object, not an address
       desk.port = 'https://gateway.example';`,
    );
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable'];
    await project
      .node(tsc, ...options, '--module', 'nodenext', 'typed.ts')
      .catch((error: {stdout: string}) => {
        throw new Error(error.stdout);
      });
  });

  test('[HOST-1] are bundled by a bundler of others, and work on a strict page', async ({page}) => {
    await project.write('page.js', PAGE);
    await build({
      absWorkingDir: project.folder,
      entryPoints: ['page.js'],
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      outdir: 'out',
      logLevel: 'silent',
    });
    const site = await Site.start({'/out/': join(project.folder, 'out')});
    const {errors, warnings} = new Complaints(page);
    site.page('/page.html', {head: '<script type="module" src="/out/page.js"></script>', body: BODY});
    await page.goto(`${site.url}/page.html`);
    const desk = new EmbeddedDesk(page);
    await desk.choose('Available');
    await page.getByRole('button', {name: 'A customer calls'}).click();
    await expect(desk.tray).toContainText('Kim Min-su');
    await desk.press('Answer');
    await expect(desk.state).toContainText('Engaged');
    expect([...errors, ...warnings]).toEqual([]);
    await site.stop();
  });

  test('cost a page with a build what docs/embedding.md says', async () => {
    const {outputFiles} = await build({
      stdin: {
        contents: ['desk', 'agent-state', 'incoming-call']
          .map((name) => `import '@deskwire/${name}/define.js';`)
          .join(''),
        resolveDir: project.folder,
      },
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      write: false,
      outdir: 'out',
      conditions: ['es2015'],
    });
    const first = outputFiles.find(({path}) => path.endsWith('stdin.js'));
    const chunks = [...(first?.text.matchAll(/(?:from|import)"\.\/([^"]+)"/g) ?? [])].map(([, name]) => name);
    const loaded = outputFiles.filter(
      (file) => file === first || chunks.some((name) => file.path.endsWith(name ?? '')),
    );
    const size = loaded.reduce((sum, {contents}) => sum + gzipSync(contents, {level: 9}).length, 0) / 1000;
    const row = /^\| npm .*\| ([\d.]+) kB/m.exec(readFileSync('docs/embedding.md', 'utf8'));
    expect(Number(row?.[1]) / size).toBeGreaterThan(0.95);
    expect(Number(row?.[1]) / size, `${size}`).toBeLessThan(1.05);
  });
});
