import {
  CC_MAX,
  leavingMail,
  mailsOf,
  refuse,
  replyEndsAt,
  replyHead,
  type Attachment,
  type Instant,
  type Interaction,
  type Mail,
  type OutgoingMail,
  type ReplyHead,
} from '@deskwire/domain';
import {cleanMail, holdsCards} from './mail-cards.js';
import {seconds} from './deadlines.js';
import {endInteraction} from './endings.js';
import {isNoFiles} from './files.js';
import {given} from './given.js';
import type {Asked, ContactHandlers, Decision, SignalHandlers, SignalOf} from './handlers.js';
import {filesOfMail} from './mail-files.js';
import type {Turn} from './turn.js';

const findMail = (interaction: Interaction, mailId: string): Mail | undefined =>
  mailsOf(interaction).find(({id}) => id === mailId);

/** What a reply is made of. */
interface Draft {
  readonly answered: Mail;
  readonly outgoing: OutgoingMail;
  readonly head: ReplyHead;
  readonly attachments: readonly Attachment[];
}

/** A reply that is sent again leaves at once: its agent has thought about it twice. */
const leavesAt = ({tenant, now}: Turn, {ending}: Interaction): Instant | undefined =>
  tenant.email.undoSeconds > 0 && !ending ? now + seconds(tenant.email.undoSeconds) : undefined;

/** The mail that leaves. The channel adds what belongs to its protocol (references, encoding). */
const compose = (
  turn: Turn,
  interaction: Interaction,
  {answered, outgoing, head, attachments}: Draft,
): Mail => {
  const id = turn.newId();
  return {
    id,
    messageId: `<${id}@${head.from.address.split('@').at(-1) || 'localhost'}>`,
    at: turn.now,
    direction: 'out',
    ...head,
    text: outgoing.text,
    ...given('html', outgoing.html),
    attachments,
    ...(outgoing.quotes ? {quotes: answered.id} : {}),
    ...given('leavesAt', leavesAt(turn, interaction)),
    delivery: 'sending',
  };
};

/** The reply is on its way, and what it answers is done (MAIL-11); where it can be called back, once it has left. */
const queue = (turn: Turn, interaction: Interaction, mail: Mail): void => {
  turn.emit({type: 'mail.queued', interactionId: interaction.id, mail});
  if (mail.leavesAt === undefined && !interaction.ending) endInteraction(turn, interaction, 'agent', 'ended');
};

const send = (
  turn: Turn,
  interaction: Interaction,
  {command: {mail: outgoing}, files = []}: Pick<Asked<'mail.send'>, 'command' | 'files'>,
): Decision => {
  const {tenant} = turn;
  const {action} = tenant.cardData;
  const answered = findMail(interaction, outgoing.inReplyTo);
  if (!answered) return refuse('DW_MAIL_UNKNOWN');
  const head = replyHead(interaction, answered, outgoing, tenant);
  if (head.cc.length > CC_MAX) return refuse('DW_MAIL_RECIPIENTS', {max: CC_MAX});
  const attachments = filesOfMail(tenant, interaction, outgoing, files);
  if (isNoFiles(attachments)) return attachments;
  if (action === 'drop' && holdsCards(outgoing)) return refuse('DW_MAIL_CARD');
  const mail = compose(turn, interaction, {answered, outgoing, head, attachments});
  queue(turn, interaction, action === 'off' ? mail : cleanMail(mail));
  return undefined;
};

const recall = (
  turn: Turn,
  interaction: Interaction,
  {interactionId, mailId}: Asked<'mail.recall'>['command'],
): Decision => {
  const mail = findMail(interaction, mailId);
  if (!mail) return refuse('DW_MAIL_UNKNOWN');
  if (mail.leavesAt === undefined || mail.leavesAt <= turn.now) return refuse('DW_MAIL_LEFT');
  turn.emit({type: 'mail.recalled', interactionId, mailId});
  return undefined;
};

/** What an agent does with a mail. */
export const mailCommands = {
  'mail.send': (turn, _, {interaction, ...asked}) => send(turn, interaction, asked),
  'mail.recall': (turn, _, {interaction, command}) => recall(turn, interaction, command),
} as const satisfies ContactHandlers;

type AboutMail = Pick<SignalOf<'mail.sent'>, 'interactionId' | 'mailId'>;

/** Looks the outgoing mail up; what is known already is not told again. */
const onOutgoing =
  <S extends AboutMail>(
    delivery: Mail['delivery'],
    tell: (turn: Turn, signal: S, interaction: Interaction) => void,
  ) =>
  (turn: Turn, signal: S): Decision => {
    const interaction = turn.interaction(signal.interactionId);
    const mail = interaction && findMail(interaction, signal.mailId);
    if (!interaction || mail?.direction !== 'out') return refuse('DW_MAIL_UNKNOWN');
    if (mail.delivery !== delivery) tell(turn, signal, interaction);
    return undefined;
  };

/** It has left before anybody looked at the clock: what was to happen then happens now. */
const sent = (turn: Turn, {interactionId, mailId}: SignalOf<'mail.sent'>, interaction: Interaction): void => {
  const isAwaited = leavingMail(interaction)?.id === mailId && replyEndsAt(interaction) !== undefined;
  turn.emit({type: 'mail.sent', interactionId, mailId});
  if (isAwaited) endInteraction(turn, interaction, 'agent', 'ended');
};

/** What the mail servers tell. A mail on a thread that is over is refused: it is a new contact. */
export const mailSignals = {
  'mail.received': (turn, {interactionId, mail}) => {
    const interaction = turn.interaction(interactionId);
    if (interaction?.content.kind !== 'email') return refuse('DW_INTERACTION_UNKNOWN');
    if (interaction.ending) return refuse('DW_INTERACTION_ENDED');
    const isOff = turn.tenant.cardData.action === 'off';
    if (!findMail(interaction, mail.id))
      turn.emit({type: 'mail.received', interactionId, mail: isOff ? mail : cleanMail(mail)});
    return undefined;
  },
  'mail.sent': onOutgoing('sent', sent),
  'mail.failed': onOutgoing('failed', (turn, {interactionId, mailId, failure}: SignalOf<'mail.failed'>) =>
    turn.emit({type: 'mail.failed', interactionId, mailId, failure}),
  ),
} as const satisfies Partial<SignalHandlers>;
