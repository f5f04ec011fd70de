import {
  refuse,
  replyRecipients,
  replySubject,
  type Attachment,
  type Interaction,
  type Mail,
  type Mailbox,
  type OutgoingMail,
} from '@deskwire/domain';
import {given} from './given.js';
import type {Asked, ContactHandlers, Decision, SignalHandlers, SignalOf} from './handlers.js';
import type {Turn} from './turn.js';

const mailsOf = ({content}: Interaction): readonly Mail[] =>
  content.kind === 'email' ? content.thread.mails : [];

const findMail = (interaction: Interaction, mailId: string): Mail | undefined =>
  mailsOf(interaction).find(({id}) => id === mailId);

const isSame =
  (one: Mailbox) =>
  ({address}: Mailbox): boolean =>
    address.toLowerCase() === one.address.toLowerCase();

/** The contact centre's own address in this thread: where the customer wrote to. */
const ownMailbox = ({dnis}: Interaction, answered: Mail, name: string): Mailbox => {
  const address = dnis ?? (answered.direction === 'in' ? answered.to[0]?.address : answered.from.address);
  return {name, address: address ?? ''};
};

/** Each mailbox once, and none that already stands elsewhere. */
const without = (mailboxes: readonly Mailbox[], taken: readonly Mailbox[]): readonly Mailbox[] => {
  const kept: Mailbox[] = [];
  for (const one of mailboxes) {
    if (!taken.some(isSame(one)) && !kept.some(isSame(one))) kept.push(one);
  }
  return kept;
};

const copies = ({kind, cc}: OutgoingMail, answered: Mail, taken: readonly Mailbox[]) =>
  without(kind === 'reply-all' ? [...cc, ...answered.to, ...answered.cc] : cc, taken);

/** The mail that leaves. The channel adds what belongs to its protocol (references, encoding). */
const compose = (
  turn: Turn,
  interaction: Interaction,
  {
    answered,
    outgoing,
    files,
  }: {readonly answered: Mail; readonly outgoing: OutgoingMail; readonly files: readonly Attachment[]},
): Mail => {
  const id = turn.newId();
  const from = ownMailbox(interaction, answered, turn.tenant.name);
  const to = replyRecipients(answered);
  return {
    id,
    messageId: `<${id}@${from.address.split('@').at(-1) || 'localhost'}>`,
    at: turn.now,
    direction: 'out',
    from,
    to,
    cc: copies(outgoing, answered, [from, ...to]),
    subject: replySubject(answered.subject),
    text: outgoing.text,
    ...given('html', outgoing.html),
    attachments: files,
    ...(outgoing.quotes ? {quotes: answered.id} : {}),
    delivery: 'sending',
  };
};

const send = (
  turn: Turn,
  interaction: Interaction,
  {command: {interactionId, mail: outgoing}, files = []}: Pick<Asked<'mail.send'>, 'command' | 'files'>,
): Decision => {
  const answered = findMail(interaction, outgoing.inReplyTo);
  if (!answered) return refuse('DW_MAIL_UNKNOWN');
  turn.emit({
    type: 'mail.queued',
    interactionId,
    mail: compose(turn, interaction, {answered, outgoing, files}),
  });
  return undefined;
};

/** What an agent does with a mail. */
export const mailCommands = {
  'mail.send': (turn, _, {interaction, ...asked}) => send(turn, interaction, asked),
  'mail.recall': (turn, _, {interaction, command: {interactionId, mailId}}) => {
    const mail = findMail(interaction, mailId);
    if (mail?.leavesAt === undefined || mail.leavesAt <= turn.now) return refuse('DW_MAIL_LEFT');
    turn.emit({type: 'mail.recalled', interactionId, mailId});
    return undefined;
  },
} as const satisfies ContactHandlers;

type AboutMail = Pick<SignalOf<'mail.sent'>, 'interactionId' | 'mailId'>;

/** Looks the outgoing mail up; what is known already is not told again. */
const onOutgoing =
  <S extends AboutMail>(delivery: Mail['delivery'], tell: (turn: Turn, signal: S) => void) =>
  (turn: Turn, signal: S): Decision => {
    const interaction = turn.interaction(signal.interactionId);
    const mail = interaction && findMail(interaction, signal.mailId);
    if (mail?.direction !== 'out') return refuse('DW_MAIL_UNKNOWN');
    if (mail.delivery !== delivery) tell(turn, signal);
    return undefined;
  };

/** What the mail servers tell. A mail on a thread that is over is refused: it is a new contact. */
export const mailSignals = {
  'mail.received': (turn, {interactionId, mail}) => {
    const interaction = turn.interaction(interactionId);
    if (interaction?.content.kind !== 'email') return refuse('DW_INTERACTION_UNKNOWN');
    if (interaction.ending) return refuse('DW_INTERACTION_ENDED');
    if (!findMail(interaction, mail.id)) turn.emit({type: 'mail.received', interactionId, mail});
    return undefined;
  },
  'mail.sent': onOutgoing('sent', (turn, {interactionId, mailId}: SignalOf<'mail.sent'>) =>
    turn.emit({type: 'mail.sent', interactionId, mailId}),
  ),
  'mail.failed': onOutgoing('failed', (turn, {interactionId, mailId, failure}: SignalOf<'mail.failed'>) =>
    turn.emit({type: 'mail.failed', interactionId, mailId, failure}),
  ),
} as const satisfies Partial<SignalHandlers>;
