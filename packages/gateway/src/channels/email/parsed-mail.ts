import type {Attachment, Mailbox} from '@deskwire/domain';

import {clip, HTML_LIMIT, messageIdOf, messageIdsIn, TEXT_LIMIT, textOfHtml} from './mail-text.js';

/** An address as the parser gives it; a group has members and no address. */
export interface RawAddress {
  readonly name?: string;
  readonly address?: string;
  readonly group?: readonly RawAddress[];
}

/** What the parsing thread sends back: everything but the bytes of the attachments. */
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
  readonly attachments: readonly {
    readonly name?: string;
    readonly type: string;
    readonly size: number;
    readonly contentId?: string;
  }[];
}

/** A mail that was understood as far as it can be. */
export interface ParsedMail {
  /** Absent where the sender gave none. */
  readonly messageId?: string;
  /** Message-IDs that this one answers, the nearest first. */
  readonly thread: readonly string[];
  readonly from: Mailbox | undefined;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly Omit<Attachment, 'id'>[];
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

/** A parsed mail in our words, with everything cut to what a desk takes. */
export const fromRaw = (raw: RawMail): ParsedMail => {
  const html = raw.html !== undefined && raw.html.length <= HTML_LIMIT ? raw.html : undefined;
  const {text, isCut} = clip(raw.text ?? (raw.html === undefined ? '' : textOfHtml(raw.html)), TEXT_LIMIT);
  return {
    ...(raw.messageId ? {messageId: messageIdOf(raw.messageId)} : {}),
    thread: threadOf(raw),
    from: asMailboxes(raw.from ? [raw.from] : [])[0],
    to: asMailboxes(raw.to),
    cc: asMailboxes(raw.cc),
    subject: asLine(raw.subject),
    text,
    ...(html === undefined ? {} : {html}),
    attachments: raw.attachments.slice(0, MAX_ATTACHMENTS).map(({name, type, size, contentId}) => ({
      name: asLine(name, 255) || 'attachment',
      type: asLine(type, 255) || 'application/octet-stream',
      size,
      ...(contentId ? {contentId: asLine(contentId.replace(/^<|>$/g, ''), 255)} : {}),
    })),
    isCut: isCut || (raw.html !== undefined && html === undefined),
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
    isCut: bytes.length > TEXT_LIMIT,
    isBroken: true,
  };
};
