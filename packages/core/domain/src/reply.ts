import type {OutgoingMail} from './command.js';
import type {TenantConfig} from './config.js';
import type {Mail, Mailbox} from './content.js';
import type {Interaction} from './interaction.js';
import {isMailAddress} from './mail-address.js';

/** How mail programs of our customers begin the subject of a reply, counted ones (Re[2]:) included. */
const REPLY_PREFIX = /^\s*(?:re\s*(?:\[\d+\]|\(\d+\)|\^\d+)?|회신|답장|답변)\s*[:：]/i;

/** 'Re: ' once, however often it went to and fro. One line, whatever the customer's mail had. */
export const replySubject = (subject: string): string => {
  const line = subject.replace(/\p{Cc}+/gu, ' ');
  return REPLY_PREFIX.test(line) ? line : `Re: ${line}`;
};

/** Who a reply goes to: the sender of a mail that came in; whoever got it, of a mail that went out. */
export const replyRecipients = ({direction, from, to}: Mail): readonly Mailbox[] =>
  direction === 'in' ? [from] : to;

/** Whom a reply goes to and what it is called: none of it is the agent's to write, but for further Cc. */
export interface ReplyHead {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
}

const keyOf = ({address}: Mailbox): string => address.toLowerCase();

/** The contact centre's own address in this thread: where the customer wrote to. */
const ownMailbox = ({dnis}: Interaction, answered: Mail, {name}: TenantConfig): Mailbox => {
  const address = dnis ?? (answered.direction === 'in' ? answered.to[0]?.address : answered.from.address);
  return {name, address: address ?? ''};
};

/** Every address that comes back into the contact centre: a reply to all must not be its own customer. */
const ownKeys = ({entryPoints}: TenantConfig, from: Mailbox): ReadonlySet<string> =>
  new Set([
    keyOf(from),
    ...entryPoints
      .filter(({channel}) => channel === 'email')
      .flatMap(({number, addresses = []}) => [...addresses, ...(number === undefined ? [] : [number])])
      .map((address) => address.toLowerCase()),
  ]);

/** Each address once, and none that already stands elsewhere. */
const once = (mailboxes: readonly Mailbox[], taken: readonly Mailbox[]): readonly Mailbox[] => {
  const seen = new Set(taken.map(keyOf));
  return mailboxes.filter((one) => {
    const isNew = !seen.has(keyOf(one));
    seen.add(keyOf(one));
    return isNew;
  });
};

/**
 * The head of a reply (MAIL-3, MAIL-4). Reply all copies everybody whom the answered mail went to: each address once, none
 * of our own, none that is no address.
 * @param answered A mail of this interaction's thread.
 */
export const replyHead = (
  interaction: Interaction,
  answered: Mail,
  {kind, cc}: Pick<OutgoingMail, 'kind' | 'cc'>,
  tenant: TenantConfig,
): ReplyHead => {
  const from = ownMailbox(interaction, answered, tenant);
  const to = replyRecipients(answered);
  const own = ownKeys(tenant, from);
  const others = kind === 'reply-all' ? [...answered.to, ...answered.cc] : [];
  const copied = others.filter((one) => !own.has(keyOf(one)) && isMailAddress(one.address));
  return {from, to, cc: once([...cc, ...copied], [from, ...to]), subject: replySubject(answered.subject)};
};
