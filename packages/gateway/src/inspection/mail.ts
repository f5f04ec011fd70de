import PostalMime from 'postal-mime';

import {writeHtml} from './markup.js';
import {endingOf, Unreadable, type Reader} from './reading.js';

/** By media type, where an attachment has no name that says it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'application/pdf': '.pdf',
};

const parse = async (bytes: Uint8Array) => {
  const options = {maxNestingDepth: 64, rfc822Attachments: true, attachmentEncoding: 'arraybuffer'} as const;
  return new PostalMime(options).parse(bytes).catch(() => {
    throw new Unreadable('broken-mail');
  });
};

/** Mails and web archives (MHTML), with what is attached to them. */
export const readMail: Reader = async ({bytes, depth}, reading, inner) => {
  const {subject, text, html, attachments} = await parse(bytes);
  reading.write(`${subject ?? ''}\n`);
  reading.end();
  reading.write(text ?? '');
  reading.end();
  if (html !== undefined) writeHtml(html, reading);
  if (attachments.length > reading.limits.parts) throw new Unreadable('too-many-parts');
  for (const {filename, mimeType, content} of attachments) {
    reading.part();
    const ending = endingOf(filename ?? '') || (ENDINGS[mimeType] ?? '');
    const inside = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
    await inner({bytes: inside, ending, depth: depth + 1});
  }
};
