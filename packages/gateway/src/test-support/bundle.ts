import {cpSync, readFileSync} from 'node:fs';
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

/**
 * The gateway as one file, from the sources as they stand: only what npm brought stays outside. It lies in the cache as
 * the code lies in the package, so that it finds the tenants.
 * @param entry What to bundle, seen from this folder; the gateway's own command unless given.
 * @returns The file to run, and to remove.
 */
export const bundleGateway = async (entry = '../main.ts'): Promise<string> => {
  const name = entry.replace(/^.*\//, '').replace('.ts', '');
  const outfile = `${cache}/dist/config/${name}-${process.pid}.mjs`;
  cpSync(here('../../tenants'), `${cache}/tenants`, {recursive: true});
  await build({
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
  return outfile;
};
