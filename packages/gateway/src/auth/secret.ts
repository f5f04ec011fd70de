import {randomBytes} from 'node:crypto';
import {closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';

const SECRET_BYTES = 32;

/** The secret in use, then earlier ones, newest first. */
export type Secrets = readonly [Uint8Array, ...Uint8Array[]];

const make = (path: string): void => {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const secretOf = (line: string): Uint8Array => {
  const secret = Buffer.from(line.trim(), 'base64url');
  if (secret.length < SECRET_BYTES) throw new Error('The file "secret" in the data directory is damaged.');
  return secret;
};

/**
 * The secrets of the gateway, one a line, from `secret` in the data directory; made there at the first start. The first
 * one signs tokens and seals values. Those below it only open what they sealed.
 * @throws When others on the machine can read it: whoever does can be any agent.
 */
export const loadSecrets = (directory: string): Secrets => {
  const path = join(directory, 'secret');
  try {
    make(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(
      'The file "secret" in the data directory must be readable by its owner only (chmod 600).',
    );
  }
  const [first = '', ...others] = readFileSync(path, 'utf8').trim().split('\n');
  return [secretOf(first), ...others.map(secretOf)];
};
