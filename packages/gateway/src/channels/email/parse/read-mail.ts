import {createHash} from 'node:crypto';

import {addressParser} from 'postal-mime';

import type {RawAddress, RawFile, RawMail} from '../parsed-mail.js';
import {bodyOf} from './body.js';
import {decodeWords, wordsInUtf8} from './header-words.js';
import {fieldsOf, parameterOf, type Fields} from './header-fields.js';
import {noticeOf} from './notices.js';
import type {RawPart, RawParts} from './thread.js';

/** Longer lists of recipients are cut at a comma. */
const MAX_LIST = 60_000;

const addresses = (value: string | undefined): readonly RawAddress[] => {
  if (value === undefined || value === '') return [];
  const short = value.length > MAX_LIST ? value.slice(0, value.lastIndexOf(',', MAX_LIST)) : value;
  return addressParser(wordsInUtf8(short));
};

const words = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : decodeWords(value);

/** What a file without a name is called. */
const NAMES: Readonly<Record<string, string>> = {
  'message/rfc822': 'message.eml',
  'message/delivery-status': 'delivery-status.txt',
  'text/rfc822-headers': 'headers.txt',
  'text/calendar': 'invitation.ics',
  'text/html': 'attachment.html',
  'text/plain': 'attachment.txt',
  'application/pdf': 'attachment.pdf',
};

const nameOf = (fields: Fields, {type}: RawPart): string => {
  const disposition = parameterOf(fields.get('content-disposition'), 'filename');
  const name = (disposition || parameterOf(fields.get('content-type'), 'name'))?.trim();
  if (name === undefined || name === '') {
    const image = /^image\/(png|jpeg|gif|webp)$/.exec(type)?.[1];
    return NAMES[type] ?? (image === undefined ? 'attachment' : `image.${image.replace('jpeg', 'jpg')}`);
  }
  return type === 'message/rfc822' && !/\.(?:eml|msg)$/i.test(name) ? `${name}.eml` : name;
};

const fileOf = (part: RawPart): RawFile => {
  const fields = fieldsOf(part.head);
  const contentId = fields.get('content-id')?.trim();
  return {
    name: nameOf(fields, part),
    type: part.type,
    size: part.size,
    ...(contentId ? {contentId} : {}),
    ...(part.bytes ? {bytes: part.bytes} : {}),
  };
};

/** What a mail says, as a name: the same for a mail that came twice by different ways. */
const digestOf = (fields: Fields, parts: readonly RawPart[]): string => {
  const hash = createHash('sha256');
  for (const name of ['from', 'date', 'subject']) hash.update(`${fields.get(name) ?? ''}\n`, 'latin1');
  for (const {type, size, bytes} of parts) {
    hash.update(`${type} ${size}\n`);
    if (bytes) hash.update(bytes);
  }
  return `<${hash.digest('hex')}@content.invalid>`;
};

/** What the thread took apart, decoded and put in our order. */
export const readMail = (raw: RawParts): RawMail => {
  const fields = fieldsOf(raw.head);
  const {text, html} = bodyOf(raw.parts);
  const subject = words(fields.get('subject'));
  const [from] = addresses(fields.get('from'));
  return {
    ...(from ? {from} : {}),
    to: addresses(fields.get('to')),
    cc: addresses(fields.get('cc')),
    ...(subject === undefined ? {} : {subject}),
    messageId: words(fields.get('message-id')) ?? '',
    inReplyTo: fields.get('in-reply-to') ?? '',
    references: fields.get('references') ?? '',
    text,
    ...(html === undefined ? {} : {html}),
    attachments: raw.parts.filter(({isText}) => !isText).map(fileOf),
    isCut: raw.isCut,
    contentDigest: digestOf(fields, raw.parts),
    ...noticeOf(raw, fields, subject ?? ''),
  };
};
