// Correspondence in a storm: agents answer, think better of it, and try again; mail servers tell what came of it.
import {CHANNELS, type Command, type Mail, type OutgoingMail, type Who} from '@deskwire/domain';
import type {Signal} from '../input.js';
import type {Hall} from './hall.js';
import {command, interactionsOf, mailsOf, pick, signal, type Played} from './storm-reading.js';
import {arrive, incoming} from './storm-world.js';

const KINDS: readonly OutgoingMail['kind'][] = ['quick-reply', 'reply', 'reply-all'];
const TEXTS = ['Hello', 'Was it 4111 1111 1111 1111?', ' '] as const;

/** A reply, sensible or not. */
export const replyOf = (inReplyTo: string, b: number, c: number): OutgoingMail => {
  const kind = pick(KINDS, b) ?? 'reply';
  const image = c % 7 === 0 && kind !== 'quick-reply' ? {html: '<img src="cid:none">'} : {};
  return {
    kind,
    inReplyTo: c % 11 === 0 ? 'none' : inReplyTo,
    cc: c % 13 === 0 ? [{address: 'no address'}] : [],
    text: pick(TEXTS, c) ?? '',
    ...image,
    attachmentIds: c % 17 === 0 ? ['none'] : [],
    quotes: b % 2 === 0,
  };
};

const isOut = ({direction}: Mail): boolean => direction === 'out';

/** What agents do with a mail that somebody has. */
const write = (hall: Hall, a: number, b: number, c: number): Played | undefined => {
  const parts = interactionsOf(hall)
    .filter(({channel}) => channel === 'email')
    .flatMap(({id, engagements}) =>
      engagements.flatMap(({agent, phase}) =>
        phase === 'active' || phase === 'wrap-up' ? [{interactionId: id, agentId: agent.id, phase}] : [],
      ),
    );
  const part = pick(parts, a);
  if (!part) return undefined;
  const {interactionId, agentId, phase} = part;
  const mails = mailsOf(hall, interactionId);
  const out = mails.findLast(isOut);
  const last = out?.id ?? 'none';
  const mail = replyOf(pick(mails, b)?.id ?? 'none', b, c);
  const commands: readonly Command[] = [
    {type: 'mail.send', interactionId, mail},
    {type: 'mail.send', interactionId, mail},
    {type: 'mail.send', interactionId, mail},
    {type: 'mail.recall', interactionId, mailId: last},
    {type: 'mail.recall', interactionId, mailId: pick(mails, c)?.id ?? 'none'},
    {type: 'interaction.transfer', interactionId, to: {kind: 'queue', queueId: 'mails'}},
  ];
  const who: Who = {kind: 'agent', agentId};
  // Else hardly anybody would try again before the wrap-up is in.
  if (phase === 'wrap-up' && out?.delivery === 'sending')
    return signal({type: 'mail.failed', interactionId, mailId: last, failure: '550'});
  return command(who, pick(commands, b) ?? {type: 'interaction.end', interactionId});
};

/** What became of a mail of ours, told once or more, in time or not; or the customer writes again. */
const deliver = (hall: Hall, a: number, b: number, c: number): Played | undefined => {
  const found = interactionsOf(hall).flatMap(({id}) =>
    mailsOf(hall, id)
      .filter(isOut)
      .map((mail) => ({interactionId: id, mailId: mail.id})),
  );
  const about = pick(found, a);
  if (!about) return undefined;
  const told: readonly Signal[] = [
    {type: 'mail.sent', ...about},
    {type: 'mail.failed', ...about, failure: '550'},
    {type: 'mail.failed', ...about, failure: '550'},
    {type: 'mail.received', interactionId: about.interactionId, mail: incoming(hall, c)},
  ];
  return signal(pick(told, b) ?? {type: 'mail.sent', ...about});
};

/** The next thing in a correspondence. */
export const correspond = (hall: Hall, a: number, b: number, c: number): Played =>
  (a % 3 ? write(hall, a, b, c) : deliver(hall, a, b, c)) ?? arrive(hall, CHANNELS.indexOf('email'));
