import {deepEqual} from 'node:assert/strict';

import {simpleParser, type AddressObject} from 'mailparser';
import PostalMime, {type Address} from 'postal-mime';

/** A part of a mail that is a file. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  /** Content-ID without brackets, where the text shows it. */
  readonly contentId: string | undefined;
  readonly content: Buffer;
}

/** A mail as a mail program shows it. */
export interface ReadMail {
  readonly messageId: string;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly subject: string;
  /** Name and address. */
  readonly from: readonly [string, string];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly text: string;
  readonly html: string;
  /** What is listed beside the text. */
  readonly files: readonly MailFile[];
  /** What the HTML shows. */
  readonly images: readonly MailFile[];
}

const idsIn = (text: string | undefined): readonly string[] => text?.match(/<[^<>]+>/g) ?? [];
const unbracketed = (id: string | undefined): string | undefined => id?.replace(/^<|>$/g, '');
/** Line ends and spaces at them are the transport's. */
const lines = (text: string | undefined | false): string =>
  (text || '')
    .replace(/\r\n/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

const sorted = (files: readonly MailFile[]): readonly MailFile[] =>
  [...files].sort((one, other) => one.name.localeCompare(other.name));

const split = (html: string, files: readonly MailFile[]): Pick<ReadMail, 'files' | 'images'> => {
  const isShown = ({contentId}: MailFile): boolean =>
    contentId !== undefined && html.includes(`cid:${contentId}`);
  return {files: sorted(files.filter((one) => !isShown(one))), images: sorted(files.filter(isShown))};
};

const byPostalMime = async (raw: Buffer): Promise<ReadMail> => {
  const mail = await PostalMime.parse(raw, {attachmentEncoding: 'arraybuffer'});
  const addresses = (list: readonly Address[] = []): readonly string[] =>
    list.map(({address}) => address ?? '');
  const html = lines(mail.html);
  const files = mail.attachments.map(({filename, mimeType, contentId, content}) => ({
    name: filename ?? '',
    type: mimeType,
    contentId: unbracketed(contentId),
    content: Buffer.from(content as ArrayBuffer),
  }));
  return {
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo,
    references: idsIn(mail.references),
    subject: mail.subject ?? '',
    from: [mail.from?.name ?? '', mail.from?.address ?? ''],
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    text: lines(mail.text),
    html,
    ...split(html, files),
  };
};

const listOf = (found: AddressObject | AddressObject[] | undefined): readonly AddressObject[] =>
  found === undefined ? [] : [found].flat();

const byMailparser = async (raw: Buffer): Promise<ReadMail> => {
  // Left as they are: otherwise this parser writes the pictures into the HTML.
  const mail = await simpleParser(raw, {skipImageLinks: true, skipTextToHtml: true, skipHtmlToText: true});
  const addresses = (found: AddressObject | AddressObject[] | undefined): readonly string[] =>
    listOf(found).flatMap(({value}) => value.map(({address}) => address ?? ''));
  const [sender] = mail.from?.value ?? [];
  const html = lines(mail.html);
  const files = mail.attachments.map(({filename, contentType, cid, content}) => ({
    name: filename ?? '',
    type: contentType,
    contentId: cid,
    content,
  }));
  return {
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo,
    references: idsIn([mail.references ?? []].flat().join(' ')),
    subject: mail.subject ?? '',
    from: [sender?.name ?? '', sender?.address ?? ''],
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    text: lines(mail.text),
    html,
    ...split(html, files),
  };
};

/**
 * Reads a mail with two parsers that know nothing of each other.
 * @throws Where they do not read the same.
 */
export const readMail = async (raw: Buffer): Promise<ReadMail> => {
  const [one, other] = [await byPostalMime(raw), await byMailparser(raw)];
  deepEqual(one, other);
  return one;
};
