import {randomBytes, scrypt, timingSafeEqual} from 'node:crypto';

/** Cost of a guess: 2^15 rounds in 32 MB, about 80 ms. */
const COST = {N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024};
const KEY_BYTES = 32;
const MAX_PASSWORD = 1_024;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** A password as it may be kept: `scrypt$<salt>$<key>`, both base64url. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`;
};

/** Whether a text has the form that {@link hashPassword} makes. */
export const isPasswordHash = (text: string): boolean => /^scrypt\$[\w-]{22}\$[\w-]{43}$/.test(text);

/** Compared against where no such user exists, so that the answer takes as long as for one who does. */
const NOBODY = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether the password belongs to the hash. Takes the same time when there is no hash. */
export const verifyPassword = async (password: string, hash: string | undefined): Promise<boolean> => {
  if (password.length > MAX_PASSWORD) return false;
  const [, salt = '', key = ''] = (hash ?? NOBODY).split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(key, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived) && hash !== undefined;
};
