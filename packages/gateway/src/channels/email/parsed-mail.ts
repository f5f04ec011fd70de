import {createHash} from 'node:crypto';

import type {Mailbox, MailNotice} from '@deskwire/domain';

import type {Bounce} from './parse/notices.js';
import {clip, HTML_LIMIT, messageIdOf, messageIdsIn, TEXT_LIMIT, textOfHtml} from './mail-text.js';

/** An address as the parser gives it; a group has members and no address. */
export interface RawAddress {
  readonly name?: string;
  readonly address?: string | undefined;
  readonly group?: readonly RawAddress[] | undefined;
}

/** A file of a mail as its sender describes it. */
export interface RawFile {
  readonly name?: string;
  readonly type: string;
  readonly size: number;
  readonly contentId?: string;
  /** Absent where nobody asked for them. */
  readonly bytes?: Uint8Array;
}

/** What is in a mail, decoded, before anything is cut or cleaned. */
export interface RawMail {
  readonly from?: RawAddress;
  readonly to?: readonly RawAddress[];
  readonly cc?: readonly RawAddress[];
  readonly subject?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly text?: string;
  readonly html?: string;
  readonly attachments: readonly RawFile[];
  /** There were more parts than are read. */
  readonly isCut?: boolean;
  readonly contentDigest?: string;
  readonly notice?: MailNotice;
  readonly bounce?: Bounce;
}

/** A file of a mail. */
export interface ParsedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** The Content-ID without its angle brackets. */
  readonly contentId?: string;
  /** The HTML shows it. */
  readonly isShown: boolean;
  /** Absent where nobody asked for them. */
  readonly bytes?: Uint8Array;
}

/** A mail that was understood as far as it can be. */
export interface ParsedMail {
  /** Absent where the sender gave none. */
  readonly messageId?: string;
  /** Message-IDs that this one answers, the nearest first. */
  readonly thread: readonly string[];
  readonly from: Mailbox | undefined;
  /** The name of the sender, who may have given no address. */
  readonly fromName?: string;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Where in `text` the quoted earlier mails begin. */
  readonly quoteAt?: number;
  readonly attachments: readonly ParsedFile[];
  readonly notice?: MailNotice;
  readonly bounce?: Bounce;
  /** A name that is made of what the mail says. */
  readonly contentDigest: string;
  readonly isCut: boolean;
  /** It could not be parsed: the text is what came over the wire. */
  readonly isBroken: boolean;
}

const MAX_LINE = 1_000;
const MAX_MAILBOXES = 200;
const MAX_ATTACHMENTS = 200;

const asLine = (text: string | undefined, max = MAX_LINE): string =>
  (text ?? '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, max);

const asMailboxes = (addresses: readonly RawAddress[] = []): readonly Mailbox[] =>
  addresses
    .flatMap((one) => one.group ?? [one])
    .flatMap(({name, address}): Mailbox[] => {
      const clean = asLine(address, 320);
      if (clean === '') return [];
      const shown = asLine(name);
      return [shown === '' ? {address: clean} : {name: shown, address: clean}];
    })
    .slice(0, MAX_MAILBOXES);

const threadOf = ({inReplyTo, references}: RawMail): readonly string[] => [
  ...new Set([...messageIdsIn(inReplyTo), ...[...messageIdsIn(references)].reverse()]),
];

/** The Content-IDs that HTML shows, as they are written there, in lower case. */
const shownIn = (html: string | undefined): ReadonlySet<string> =>
  new Set(
    [...(html ?? '').matchAll(/\bcid:([^"'\s<>)]{1,255})/gi)].flatMap(([, id = '']) => {
      const plain = id.replace(/&amp;/gi, '&').toLowerCase();
      return [plain, unescaped(plain)];
    }),
  );

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const fileOf = ({name, type, size, contentId, bytes}: RawFile, shown: ReadonlySet<string>): ParsedFile => {
  const id = asLine(contentId?.trim().replace(/^<|>$/g, ''), 255);
  return {
    name: asLine(name, 1_000) || 'attachment',
    type: asLine(type, 255) || 'application/octet-stream',
    size,
    ...(id === '' ? {} : {contentId: id}),
    isShown: id !== '' && shown.has(id.toLowerCase()),
    ...(bytes ? {bytes} : {}),
  };
};

/** A parsed mail in our words, with everything cut to what a desk takes. */
export const fromRaw = (raw: RawMail): ParsedMail => {
  const html = raw.html !== undefined && raw.html.length <= HTML_LIMIT ? raw.html : undefined;
  const {text, isCut} = clip(raw.text ?? (raw.html === undefined ? '' : textOfHtml(raw.html)), TEXT_LIMIT);
  const shown = shownIn(html);
  return {
    ...(raw.messageId ? {messageId: messageIdOf(raw.messageId)} : {}),
    thread: threadOf(raw),
    from: asMailboxes(raw.from ? [raw.from] : [])[0],
    ...(raw.from?.name ? {fromName: asLine(raw.from.name)} : {}),
    to: asMailboxes(raw.to),
    cc: asMailboxes(raw.cc),
    subject: asLine(raw.subject),
    text,
    ...(html === undefined ? {} : {html}),
    attachments: raw.attachments.slice(0, MAX_ATTACHMENTS).map((file) => fileOf(file, shown)),
    ...(raw.notice === undefined ? {} : {notice: raw.notice}),
    ...(raw.bounce === undefined ? {} : {bounce: raw.bounce}),
    contentDigest: raw.contentDigest ?? '',
    isCut:
      isCut ||
      raw.isCut === true ||
      raw.attachments.length > MAX_ATTACHMENTS ||
      (raw.html !== undefined && html === undefined),
    isBroken: false,
  };
};

const header = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.{0,4000})$`, 'im').exec(head)?.[1];

/** What can be said about a mail that the parser could not take: its plain headers, and the rest as it came. */
export const fromBytes = (bytes: Buffer): ParsedMail => {
  const all = bytes.subarray(0, TEXT_LIMIT + 32_768).toString('utf8');
  const split = /\r?\n\r?\n/.exec(all.slice(0, 65_536));
  const head = split ? all.slice(0, split.index) : '';
  const body = split ? all.slice(split.index + split[0].length) : all;
  const from = /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255}/.exec(header(head, 'from') ?? '')?.[0];
  const messageId = messageIdsIn(header(head, 'message-id'))[0];
  return {
    ...(messageId === undefined ? {} : {messageId}),
    thread: messageIdsIn(header(head, 'in-reply-to')),
    from: from === undefined ? undefined : {address: asLine(from, 320)},
    to: [],
    cc: [],
    subject: asLine(header(head, 'subject')),
    text: clip(body, TEXT_LIMIT).text,
    attachments: [],
    contentDigest: `<${createHash('sha256').update(bytes).digest('hex')}@content.invalid>`,
    isCut: bytes.length > TEXT_LIMIT,
    isBroken: true,
  };
};
