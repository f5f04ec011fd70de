// The real domain, engine, protocol and what of the kit needs no page, straight from their source: nothing has to be compiled before.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {root} from '../lib/packages.mjs';

const CONTENTS = `
export * as cards from '@deskwire/card-data';
export * as domain from '@deskwire/domain';
export * as engine from '@deskwire/engine';
export * as protocol from '@deskwire/protocol';
export {linkify} from '../../../elements/kit/src/conversation/linkify.js';
export * as search from '../../../elements/kit/src/search/matcher.js';
export {haystackOf, TextIndex} from '../../../elements/kit/src/search/text-index.js';
export {Hall} from './test-kit/hall.js';
export {agentOf} from './test-kit/house.js';
export {Desk} from './test-kit/desk.js';
`;

/** All of it, with the hall that the engine's own tests drive it in. */
export async function loadCore() {
  const folder = mkdtempSync(join(tmpdir(), 'deskwire-conformance-'));
  const outfile = join(folder, 'core.mjs');
  const resolveDir = join(root, 'packages/core/engine/src');
  try {
    await build({
      stdin: {contents: CONTENTS, resolveDir, loader: 'ts'},
      bundle: true,
      platform: 'node',
      format: 'esm',
      conditions: ['source'],
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
}
