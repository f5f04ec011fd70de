// The gateway's reader of mails, straight from its source.
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {root} from '../lib/packages.mjs';

/** It stays below the root, so that what the reader loads into its own thread is found. */
export async function loadMailParser() {
  const folder = join(root, 'node_modules/.cache/conformance');
  const outfile = join(folder, `mail-parser-${process.pid}.mjs`);
  mkdirSync(folder, {recursive: true});
  try {
    await build({
      entryPoints: [join(root, 'packages/gateway/src/channels/email/mail-parser.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      conditions: ['source'],
      external: ['postal-mime', 'email-reply-parser', 'iconv-lite'],
      outfile,
      logLevel: 'warning',
    });
    const {MailParser} = await import(pathToFileURL(outfile).href);
    return new MailParser();
  } finally {
    rmSync(outfile, {force: true});
  }
}
