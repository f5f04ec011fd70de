import type {AgentCommand, Fact, InteractionId, Mail, OutgoingMail} from '@deskwire/domain';

import {check} from './assert.js';
import type {ArrivingMail, SuiteContext} from './harness.js';
import type {DeskProbe} from './probe.js';
import {available, onStage, type Stage} from './stage.js';

/** A mail that the agent has accepted. */
export interface MailStage {
  readonly stage: Stage;
  readonly desk: DeskProbe;
  readonly id: InteractionId;
  /** What the customer wrote. */
  readonly mail: Mail;
}

/** What customers ask. */
export const QUESTION: ArrivingMail = {from: 'hana@example.com', subject: 'My order', text: 'Where is it?'};
/** The thread of a mail, oldest first. */
export const mailsIn = (desk: DeskProbe, id: InteractionId): readonly Mail[] => {
  const {content} = desk.interaction(id);
  check(content.kind === 'email', `${id} is a mail without a thread`);
  return content.thread.mails;
};

const inMail = async (stage: Stage, arriving: ArrivingMail = QUESTION): Promise<MailStage> => {
  const desk = await available(stage);
  check(stage.world.mailArrives !== undefined, 'the harness lacks mailArrives');
  const id = await stage.world.mailArrives(arriving);
  await desk.phase(id, 'offered');
  await desk.do({type: 'interaction.accept', interactionId: id});
  await desk.phase(id, 'active');
  const [mail] = mailsIn(desk, id);
  check(mail !== undefined, 'a thread without a mail');
  return {stage, desk, id, mail};
};

/** A test that begins with a mail under way. */
export const onMail =
  (context: SuiteContext, body: (mail: MailStage) => Promise<void>, arriving?: ArrivingMail) =>
  (): Promise<void> =>
    onStage(context, async (stage) => body(await inMail(stage, arriving)))();

/** The command that answers. */
export const reply = (
  {id, mail}: MailStage,
  set: Partial<OutgoingMail> = {},
): Extract<AgentCommand, {type: 'mail.send'}> => ({
  type: 'mail.send',
  interactionId: id,
  mail: {
    ...{kind: 'reply', inReplyTo: mail.id, cc: [], text: 'On its way.', attachmentIds: [], quotes: false},
    ...set,
  },
});

const queued = (fact: Fact): Mail => {
  check(fact.type === 'mail.queued', `the fact of mail.send was ${fact.type}`);
  return fact.mail;
};

/** Answers. */
export const send = async (on: MailStage, set: Partial<OutgoingMail> = {}): Promise<Mail> =>
  queued(await on.desk.do(reply(on, set)));

/** Waits until the mail server has it. */
export const left = ({desk, id}: MailStage, mailId: string): Promise<void> =>
  desk.until('the mail to be sent', () =>
    mailsIn(desk, id).some((one) => one.id === mailId && one.delivery === 'sent'),
  );
