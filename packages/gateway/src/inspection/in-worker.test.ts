import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {build} from 'esbuild';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import type {InspectedFile} from '../files/inspect.js';
import {docx, pdf} from '../test-support/document-samples.js';
import {inspectInWorker} from './in-worker.js';

const folder = mkdtempSync(join(tmpdir(), 'deskwire-inspection-'));
const cache = fileURLToPath(
  new URL('../../../../node_modules/.cache/deskwire-gateway-test/', import.meta.url),
);
const worker = join(cache, `worker-${process.pid}.mjs`);
const idle = new AbortController().signal;

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    external: [
      'htmlparser2',
      'iconv-lite',
      'pdfjs-dist',
      'pdfjs-dist/*',
      'postal-mime',
      'rtf-stream-parser',
      'rtf-stream-parser/*',
      'yauzl',
    ],
    logLevel: 'silent',
  });
});
afterAll(() => {
  rmSync(folder, {recursive: true});
  rmSync(worker, {force: true});
});

const keep = (ending: string, content: Uint8Array): InspectedFile => {
  const path = join(folder, `file${ending}`);
  writeFileSync(path, content);
  return {path, ending, type: 'application/octet-stream', size: content.length};
};

describe('a file that is looked into in a thread of its own', () => {
  it('is found to hold a card number, or none', async () => {
    const inspect = inspectInWorker(pathToFileURL(worker));
    expect(await inspect(keep('.docx', await docx([['4111 1111 1111 1111']])), idle)).toEqual({
      verdict: 'cards',
    });
    expect(await inspect(keep('.pdf', pdf(['Hello'])), idle)).toEqual({verdict: 'clean'});
  });

  it('is unreadable where it takes too long, too much, or the thread dies', async () => {
    const file = keep('.txt', Buffer.alloc(20_000_000, '4111 '));
    const limited = (timeMs: number, memoryMb: number) =>
      inspectInWorker(pathToFileURL(worker), {timeMs, memoryMb});
    expect(await limited(1, 512)(file, idle)).toEqual({verdict: 'unreadable', why: 'too-slow'});
    expect(await limited(30_000, 16)(file, idle)).toMatchObject({verdict: 'unreadable'});
    const nowhere = inspectInWorker(pathToFileURL(join(folder, 'nothing.mjs')));
    expect(await nowhere(file, idle)).toEqual({verdict: 'unreadable', why: 'broken'});
  });

  it('is left when nobody wants to know any more', async () => {
    const stop = new AbortController();
    const inspecting = inspectInWorker(pathToFileURL(worker))(keep('.txt', Buffer.from('x')), stop.signal);
    stop.abort();
    expect(await inspecting).toEqual({verdict: 'unreadable', why: 'stopped'});
  });
});
