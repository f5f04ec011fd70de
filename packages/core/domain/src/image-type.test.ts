import {describe, expect, it} from 'vitest';
import {imageTypeOf} from './image-type.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

describe('an image by its first bytes', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\r', 'image/png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['GIF87a\x01\0', 'image/gif'],
    ['GIF89a\x01\0', 'image/gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  ])('%j is %s', (text, type) => {
    expect(imageTypeOf(bytes(text))).toBe(type);
  });

  it.each([
    '',
    'PNG',
    '\x89PNG\n\n\x1a\n',
    '<svg xmlns="x"/>',
    'RIFF\x24\0\0\0WAVE',
    'BM\0\0',
    '%PDF-1.7',
    'GIF90a',
  ])('%j is none', (text) => {
    expect(imageTypeOf(bytes(text))).toBeUndefined();
  });
});
