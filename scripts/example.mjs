// npm run example -- react: builds an example and serves it on this machine. `--port 5180` serves it there; `all --build`
// builds every one and ends.
import {copyFileSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {build} from 'vite';
import {sharedChunks} from './lib/bundle.mjs';
import {root} from './lib/packages.mjs';
import {serve} from './lib/static-server.mjs';
import {runNode} from './lib/steps.mjs';
import {hosts, outputFolder} from './examples/hosts.mjs';

const {values, positionals} = parseArgs({
  options: {port: {type: 'string', default: '0'}, build: {type: 'boolean', default: false}},
  allowPositionals: true,
});
const [wanted = ''] = positionals;
const names = wanted === 'all' ? Object.keys(hosts) : [wanted];
if (!names.every((name) => Object.hasOwn(hosts, name))) {
  console.error(`npm run example -- ${Object.keys(hosts).join(' | ')} [--port 5180]`);
  process.exit(2);
}

async function run(args) {
  const {code} = await runNode('example', args);
  if (code !== 0) process.exit(code);
}

/** Entries keep their names, as those of the bundles do. */
const fileNames = {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'};

/** Our packages as they stand in this workspace; every file beside the page that needs it. */
async function make(name) {
  const {input, outDir = name, plugins = () => [], types, before, after} = hosts[name];
  const started = performance.now();
  if (types) await run(['node_modules/typescript/bin/tsc', '--project', types]);
  await before?.();
  await build({
    root: join(root, 'examples', name),
    base: './',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: {conditions: ['source', 'es2015', 'module', 'browser', 'production']},
    plugins: plugins(),
    build: {
      target: 'es2022',
      outDir: join(outputFolder, outDir),
      emptyOutDir: true,
      assetsDir: '.',
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: input(),
        preserveEntrySignatures: 'strict',
        checks: {pluginTimings: false},
        output: {...fileNames, manualChunks: sharedChunks},
      },
    },
  });
  after?.();
  console.log(`${name}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

mkdirSync(outputFolder, {recursive: true});
copyFileSync(join(root, 'examples/page.css'), join(outputFolder, 'page.css'));
if (names.some((name) => hosts[name].types)) await run(['scripts/wrappers.mjs']);
for (const name of names) await make(name);
if (!values.build) {
  const {url} = await serve(outputFolder, {port: Number(values.port)});
  for (const name of names) console.log(`${name}: ${url}/${name}/index.html`);
}
