import {cpSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

import {build} from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cache = here('../../../../node_modules/.cache/deskwire-gateway-test');

/**
 * The gateway as one file, from the sources as they stand: only what npm brought stays outside. It lies in the cache as
 * the code lies in the package, so that it finds the tenants.
 * @returns The file to run, and to remove.
 */
export const bundleGateway = async (): Promise<string> => {
  const outfile = `${cache}/dist/config/main-${process.pid}.mjs`;
  cpSync(here('../../tenants'), `${cache}/tenants`, {recursive: true});
  await build({
    entryPoints: [here('../main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    external: [
      ...['fastify', '@fastify/static', 'ws', 'jose', 'pino', 'prom-client', 'smtp-server', 'yaml'],
      ...['nodemailer', 'nodemailer/*', 'postal-mime', 'libsql', 'valibot', '@valibot/to-json-schema'],
    ],
    logLevel: 'silent',
  });
  return outfile;
};
