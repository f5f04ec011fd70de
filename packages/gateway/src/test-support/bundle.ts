import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

import {build} from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Inside the package, so that what npm brought is found as the package finds it. */
const cache = here('../../node_modules/.cache/gateway-test');

/** What npm brought: it stays outside, as whatever a package of its own may need to lie. */
const fromNpm = (): readonly string[] => {
  const {dependencies} = JSON.parse(readFileSync(here('../../package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const names = Object.keys(dependencies).filter((name) => !name.startsWith('@deskwire/'));
  return names.flatMap((name) => [name, `${name}/*`]);
};

const bundle = (entry: string, outfile: string) =>
  build({
    entryPoints: [here(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    external: [...fromNpm()],
    logLevel: 'silent',
  });

/**
 * The gateway as one file, from the sources as they stand: only what npm brought stays outside. It lies in the cache as
 * the code lies in the package, so that it finds the tenants, with the thread that looks into files beside it.
 * @param entry What to bundle, seen from this folder; the gateway's own command unless given.
 * @returns The file to run; its directory is to be removed.
 */
export const bundleGateway = async (entry = '../main.ts'): Promise<string> => {
  const name = entry.replace(/^.*\//, '').replace('.ts', '');
  const directory = `${cache}/dist/${name}-${process.pid}`;
  cpSync(here('../../tenants'), `${cache}/tenants`, {recursive: true});
  await bundle(entry, `${directory}/main.mjs`);
  await bundle('../inspection/worker.ts', `${directory}/worker.js`);
  // Node takes the thread for a module by this.
  writeFileSync(`${directory}/package.json`, '{"type": "module"}');
  return `${directory}/main.mjs`;
};
