/** An id that nobody else has: a page that is not served securely has no `randomUUID`. */
export const newId = (): string =>
  globalThis.crypto.randomUUID?.() ??
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
