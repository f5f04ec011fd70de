import {createCipheriv, createDecipheriv, hkdfSync, randomBytes} from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const ID_BYTES = 6;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const NO_SALT = '';

interface SealKey {
  /** Names the key in what it sealed; says nothing about it. */
  readonly id: string;
  readonly key: Uint8Array;
}

const derive = (secret: Uint8Array, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, NO_SALT, purpose, bytes));

const keyOf = (secret: Uint8Array): SealKey => ({
  id: derive(secret, 'deskwire sealed values: id of the key', ID_BYTES).toString('base64url'),
  key: derive(secret, 'deskwire sealed values', KEY_BYTES),
});

/**
 * Seals short texts at rest: AES-256-GCM under a key that HKDF makes of the gateway's secret. What is sealed is bound to
 * what it is about: moved elsewhere, it does not open.
 */
export class Seal {
  readonly #current: SealKey;
  readonly #keys: ReadonlyMap<string, SealKey>;

  /** @param secrets The one that seals, then earlier ones, which only open. */
  constructor(secrets: readonly [Uint8Array, ...Uint8Array[]]) {
    const [current, ...earlier] = secrets;
    this.#current = keyOf(current);
    this.#keys = new Map([this.#current, ...earlier.map(keyOf)].map((key) => [key.id, key]));
  }

  /** @param about Must be the same to open it; it is not kept with it. */
  seal(text: string, about: string): string {
    const {id, key} = this.#current;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv);
    cipher.setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** What was sealed; undefined where the key is gone, it was changed, or it is about something else. */
  open(sealed: string, about: string): string | undefined {
    const [id = '', body = ''] = sealed.split('.');
    const key = this.#keys.get(id)?.key;
    const bytes = Buffer.from(body, 'base64url');
    if (!key || bytes.length < IV_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {authTagLength: TAG_BYTES});
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      return (
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    } catch {
      return undefined;
    }
  }
}
