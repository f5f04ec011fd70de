import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {bundleGateway} from '../test-support/bundle.js';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const tenants = fileURLToPath(new URL('../../tenants/', import.meta.url));

describe('deskwire-gateway', {timeout: 30_000}, () => {
  const directory = mkdtempSync(join(tmpdir(), 'deskwire-run-'));
  let main: string;
  beforeAll(async () => {
    main = await bundleGateway();
  }, 30_000);
  afterAll(() => {
    rmSync(dirname(main), {recursive: true});
    rmSync(directory, {recursive: true});
  });

  const run = (...args: readonly string[]): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, [main, ...args], (error, stdout, stderr) =>
        resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr}),
      );
    });

  it('checks a configuration: 0 when it is right, 1 and every problem when it is not', async () => {
    const right = await run('check-config', join(tenants, 'hanbit.ko.yaml'));
    expect([right.code, right.stderr]).toEqual([0, '']);
    expect(right.stdout).toContain(
      'right. 한빛은행 고객센터: 4 agents, 4 queues, 4 entry points, 1 campaign, 4 numbers.',
    );

    const wrong = join(directory, 'wrong.yaml');
    const text = readFileSync(join(tenants, 'harbour.en.yaml'), 'utf8');
    writeFileSync(
      wrong,
      text.replace('queueId: claims', 'queueId: claim').replace('next: ships', 'next: shops'),
    );
    const {code, stdout} = await run('check-config', wrong);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /wrong\.yaml:\d+:\d+: tenant\.entryPoints\[1]\.queueId names a queue "claim", which is not there/,
    );
    expect(stdout).toContain('tenant.campaigns[0].guide[0] "reached" leads to a question that is not there.');
    expect(stdout).toContain('2 problems. It cannot be used.');

    const none = await run('check-config', join(directory, 'none.yaml'));
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('ENOENT')]);
  });

  it('prints the schema that is published', async () => {
    const {code, stdout} = await run('schema');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(readFileSync(join(tenants, 'deskwire.schema.json'), 'utf8')),
    );
  });

  it('does not start with a configuration that is wrong, and says all of it', async () => {
    const path = join(directory, 'start.yaml');
    writeFileSync(path, 'tenant: {id: t}\nagents: []\nqueue: []\n');
    const {code, stderr} = await run('--config', path, '--data', join(directory, 'data'), '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain('tenant.name is missing. Add it.');
    expect(stderr).toContain('queue is no setting.');
  });
});
