import type {CadVariable} from './cad.js';
import type {Mail, Message, Transcript} from './content.js';
import type {Told} from './fact.js';
import type {Handlers} from './handlers.js';
import type {Interaction} from './interaction.js';

const withTranscript = (
  interaction: Interaction,
  to: (transcript: Transcript) => Transcript,
): Interaction => {
  const {content} = interaction;
  return content.kind === 'chat'
    ? {...interaction, content: {kind: 'chat', transcript: to(content.transcript)}}
    : interaction;
};

const changeMessage = (
  interaction: Interaction,
  id: string,
  to: (message: Message) => Message,
): Interaction =>
  withTranscript(interaction, (transcript) => ({
    ...transcript,
    messages: transcript.messages.map((message) => (message.id === id ? to(message) : message)),
  }));

const withMails = (
  interaction: Interaction,
  to: (mails: readonly Mail[]) => readonly Mail[],
): Interaction => {
  const {content} = interaction;
  return content.kind === 'email'
    ? {...interaction, content: {kind: 'email', thread: {mails: to(content.thread.mails)}}}
    : interaction;
};

/** A mail that is there already is replaced: a resend keeps its place in the thread. */
const putMail = (interaction: Interaction, {mail}: {readonly mail: Mail}): Interaction =>
  withMails(interaction, (mails) =>
    mails.some(({id}) => id === mail.id)
      ? mails.map((old) => (old.id === mail.id ? mail : old))
      : [...mails, mail],
  );

const changeMail = (interaction: Interaction, id: string, change: Partial<Mail>): Interaction =>
  withMails(interaction, (mails) => mails.map((mail) => (mail.id === id ? {...mail, ...change} : mail)));

const changeCad = (variable: CadVariable, fact: Told<'cad.changed'>): CadVariable => {
  const change = fact.changes.find(({name}) => name === variable.name);
  return change && change.version > variable.version
    ? {...variable, value: change.value, version: change.version, changedBy: fact.by, changedAt: fact.at}
    : variable;
};

/** Facts about what was said, written and known. */
export const contentHandlers: Handlers = {
  'message.posted': (interaction, {message}) =>
    withTranscript(interaction, (transcript) =>
      transcript.messages.some(({id}) => id === message.id)
        ? transcript
        : {...transcript, messages: [...transcript.messages, message]},
    ),
  'message.delivered': (interaction, {messageId, at}) =>
    changeMessage(interaction, messageId, (message) => ({...message, deliveredAt: at})),
  'message.read': (interaction, {messageId, at}) =>
    changeMessage(interaction, messageId, (message) => ({...message, readAt: at})),
  'customer.left': (interaction, {at}) =>
    withTranscript(interaction, (transcript) => ({...transcript, customerLeftAt: at})),
  'customer.returned': (interaction) =>
    withTranscript(interaction, ({customerLeftAt: _, ...transcript}) => transcript),
  'mail.received': putMail,
  'mail.queued': putMail,
  'mail.sent': (interaction, {mailId}) => changeMail(interaction, mailId, {delivery: 'sent'}),
  'mail.failed': (interaction, {mailId, failure}) =>
    changeMail(interaction, mailId, {delivery: 'failed', failure}),
  'customer.updated': (interaction, {customer}) => ({...interaction, customer}),
  'cad.defined': (interaction, {variables}) => ({...interaction, cad: variables}),
  'cad.changed': (interaction, fact) => ({
    ...interaction,
    cad: interaction.cad.map((variable) => changeCad(variable, fact)),
  }),
};
