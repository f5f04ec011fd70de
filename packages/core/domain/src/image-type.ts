/** What an image may be that stands in the text of a mail: nothing that could run or fetch anything. */
export const INLINE_IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
/** One of {@link INLINE_IMAGE_TYPES}. */
export type InlineImageType = (typeof INLINE_IMAGE_TYPES)[number];
/** The same for people. */
export const INLINE_IMAGE_ENDINGS = '.png .jpg .gif .webp';
/** So many bytes from a file's beginning tell what image it is. */
export const IMAGE_HEAD_LENGTH = 12;

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What image a file is by its first bytes; undefined: none that may stand in a text. */
export const imageTypeOf = (head: Uint8Array): InlineImageType | undefined => {
  if (textAt(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (textAt(head, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a/.test(textAt(head, 0, 6))) return 'image/gif';
  return textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WEBP' ? 'image/webp' : undefined;
};
