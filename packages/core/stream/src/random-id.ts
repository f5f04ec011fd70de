const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** An id that nobody can guess: 128 random bits. `randomUUID` is missing on pages without HTTPS, this is not. */
export const randomId = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map(hex).join('');
