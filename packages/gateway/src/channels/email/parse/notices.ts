import type {MailNotice} from '@deskwire/domain';

import {messageIdsIn} from '../mail-text.js';
import {fieldsOf, parameterOf, tokenOf, type Fields} from './header-fields.js';
import type {RawPart, RawParts} from './thread.js';

/** What a machine says about a mail of ours. */
export interface Bounce {
  /** Message-IDs that it may be about, the likeliest first. */
  readonly about: readonly string[];
  /** Whom it names as not reached, in lower case; empty where it does not say. */
  readonly recipients: readonly string[];
  /** The reply of a server, as far as it says nothing about people: `SMTP 550`. */
  readonly failure: string;
}

/** Whether a machine wrote the mail, and what about. */
export interface Notice {
  readonly notice?: MailNotice;
  readonly bounce?: Bounce;
}

const HEAD_BYTES = 64_000;

const startOf = ({bytes}: RawPart): string =>
  bytes
    ? Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1')
    : '';

/** The groups of a delivery status: one for the mail, and one for each recipient. */
const statusGroups = (part: RawPart): readonly Fields[] =>
  startOf(part)
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map(fieldsOf)
    .filter(({size}) => size > 0);

const hasFailed = (group: Fields): boolean => {
  const action = tokenOf(group.get('action'));
  return action === 'failed' || (action === '' && /^5\./.test(group.get('status') ?? ''));
};

const failureOf = (group: Fields | undefined): string => {
  const reply = /\b[45]\d\d\b/.exec(group?.get('diagnostic-code') ?? '')?.[0];
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group?.get('status') ?? '')?.[0];
  return reply !== undefined || status !== undefined ? `SMTP ${reply ?? status ?? ''}` : 'BOUNCED';
};

const recipientsOf = (group: Fields): readonly string[] =>
  ['original-recipient', 'final-recipient'].flatMap((name) => {
    const address = /;\s*<?([^<>\s;]+@[^<>\s;]+?)>?\s*$/.exec(group.get(name) ?? '')?.[1];
    return address === undefined ? [] : [address.toLowerCase()];
  });

/** The ids of the mail that came back: its head goes along with the report. */
const returnedIds = (parts: readonly RawPart[]): readonly string[] =>
  parts
    .filter(
      ({type}) => type === 'message/rfc822' || type === 'text/rfc822-headers' || type === 'message/global',
    )
    .flatMap((part) => messageIdsIn(fieldsOf(startOf(part).split(/\r?\n\r?\n/)[0] ?? '').get('message-id')));

const threadIds = (head: Fields): readonly string[] => [
  ...messageIdsIn(head.get('in-reply-to')),
  ...[...messageIdsIn(head.get('references'))].reverse(),
];

const reported = (head: Fields, parts: readonly RawPart[]): Notice | undefined => {
  const status = parts.find(({type}) => /^message\/(?:global-)?delivery-status$/.test(type));
  if (!status) return undefined;
  const failed = statusGroups(status).filter(hasFailed);
  // That a mail is late, or has arrived, is nothing that anybody must act upon.
  if (failed.length === 0) return {notice: 'auto-reply'};
  const about = [...new Set([...returnedIds(parts), ...threadIds(head)])];
  const recipients = failed.flatMap(recipientsOf);
  return {notice: 'bounce', bounce: {about, recipients, failure: failureOf(failed[0])}};
};

const DAEMON = /(?:^|<|\s)(?:mailer-daemon|postmaster)@/i;
const FAILED =
  /undeliver|not be delivered|delivery (?:has )?failed|failure notice|returned mail|반송|전송 ?실패|배달되지/i;

/** A report of an old kind: words of a daemon, with the head of our mail somewhere below. */
const unstructured = (head: Fields, parts: readonly RawPart[], subject: string): Notice | undefined => {
  if (!DAEMON.test(head.get('from') ?? '') || !FAILED.test(subject)) return undefined;
  const words = parts
    .filter(({isText}) => isText)
    .map(startOf)
    .join('\n');
  const named = [...words.matchAll(/^[>\s]*message-id:[ \t]*(<[^<>\s]{1,250}>)/gim)].map(
    (match) => match[1] ?? '',
  );
  const about = [...new Set([...returnedIds(parts), ...named, ...threadIds(head)])];
  const reply = /\b5\d\d\b(?=[ -])/.exec(words)?.[0];
  return {
    notice: 'bounce',
    bounce: {about, recipients: [], failure: reply === undefined ? 'BOUNCED' : `SMTP ${reply}`},
  };
};

const isAutomatic = (head: Fields): boolean => {
  const submitted = tokenOf(head.get('auto-submitted'));
  if (submitted !== '' && submitted !== 'no') return true;
  if (/^(?:bulk|junk|list|auto_reply)$/.test(tokenOf(head.get('precedence')))) return true;
  if (head.has('x-autoreply') || head.has('x-autorespond')) return true;
  const contentType = head.get('content-type');
  return tokenOf(contentType) === 'multipart/report' && parameterOf(contentType, 'report-type') !== undefined;
};

/** Tells what machines write from what people write. */
export const noticeOf = ({parts}: RawParts, head: Fields, subject: string): Notice =>
  reported(head, parts) ??
  unstructured(head, parts, subject) ??
  (isAutomatic(head) ? {notice: 'auto-reply'} : {});
