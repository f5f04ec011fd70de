import type {CadVariable} from './cad.js';
import type {Attachment, Mail, Message, Redaction, Transcript} from './content.js';
import type {Told} from './fact.js';
import type {Handlers} from './handlers.js';
import type {Interaction} from './interaction.js';
import {mapSame, putById} from './same.js';

const withTranscript = (
  interaction: Interaction,
  to: (transcript: Transcript) => Transcript,
): Interaction => {
  const {content} = interaction;
  if (content.kind !== 'chat') return interaction;
  const transcript = to(content.transcript);
  return transcript === content.transcript
    ? interaction
    : {...interaction, content: {kind: 'chat', transcript}};
};

const changeMessage = (
  interaction: Interaction,
  id: string,
  to: (message: Message) => Message,
): Interaction =>
  withTranscript(interaction, (transcript) => {
    const messages = mapSame(transcript.messages, (message) => (message.id === id ? to(message) : message));
    return messages === transcript.messages ? transcript : {...transcript, messages};
  });

const withMails = (
  interaction: Interaction,
  to: (mails: readonly Mail[]) => readonly Mail[],
): Interaction => {
  const {content} = interaction;
  if (content.kind !== 'email') return interaction;
  const mails = to(content.thread.mails);
  return mails === content.thread.mails
    ? interaction
    : {...interaction, content: {kind: 'email', thread: {mails}}};
};

/** A mail that is there already is replaced: a resend keeps its place in the thread. */
const putMail = (interaction: Interaction, {mail}: {readonly mail: Mail}): Interaction =>
  withMails(interaction, (mails) => putById(mails, mail));

const changeMail = (interaction: Interaction, id: string, to: (mail: Mail) => Mail): Interaction =>
  withMails(interaction, (mails) => mapSame(mails, (mail) => (mail.id === id ? to(mail) : mail)));

const sent = ({failure: _, leavesAt: __, ...mail}: Mail): Mail => ({...mail, delivery: 'sent'});

const changeCad = (variable: CadVariable, fact: Told<'cad.changed'>): CadVariable => {
  const change = fact.changes.find(({name}) => name === variable.name);
  return change && change.version > variable.version
    ? {...variable, value: change.value, version: change.version, changedBy: fact.by, changedAt: fact.at}
    : variable;
};

type Files = readonly Attachment[];

/** Changes the files of every message and mail; what has none, or keeps its own, stays the same object. */
const withFiles = <T extends {readonly attachments?: Files}>(
  items: readonly T[],
  to: (files: Files, item: T) => T,
): readonly T[] => mapSame(items, (item) => (item.attachments ? to(item.attachments, item) : item));

const release =
  <T extends {readonly attachments?: Files}>(id: string) =>
  (files: Files, item: T): T => {
    const attachments = mapSame(files, (file) => {
      const {held, ...rest} = file;
      return file.id === id && held ? rest : file;
    });
    return attachments === files ? item : {...item, attachments};
  };

const DROPPED: Redaction = {kind: 'attachment'};

const without = (files: Files, id: string): Files =>
  files.some((file) => file.id === id) ? files.filter((file) => file.id !== id) : files;

const dropOfMessage =
  (id: string) =>
  (files: Files, message: Message): Message => {
    const attachments = without(files, id);
    return attachments === files
      ? message
      : {...message, attachments, redactions: [...(message.redactions ?? []), DROPPED]};
  };

const dropOfMail =
  (id: string) =>
  (files: Files, mail: Mail): Mail => {
    const attachments = without(files, id);
    return attachments === files
      ? mail
      : {...mail, attachments, redactions: [...(mail.redactions ?? []), DROPPED]};
  };

const withTranscriptFiles = (
  interaction: Interaction,
  to: (files: Files, message: Message) => Message,
): Interaction =>
  withTranscript(interaction, (transcript) => {
    const messages = withFiles(transcript.messages, to);
    return messages === transcript.messages ? transcript : {...transcript, messages};
  });

/** Facts about what was said, written and known. */
export const contentHandlers: Handlers = {
  'message.posted': (interaction, {message}) =>
    withTranscript(interaction, (transcript) =>
      transcript.messages.some(({id}) => id === message.id)
        ? transcript
        : {...transcript, messages: [...transcript.messages, message]},
    ),
  'message.delivered': (interaction, {messageId, at}) =>
    changeMessage(interaction, messageId, (message) =>
      message.deliveredAt === undefined ? {...message, deliveredAt: at} : message,
    ),
  'message.read': (interaction, {messageId, at}) =>
    changeMessage(interaction, messageId, (message) =>
      message.readAt === undefined ? {...message, readAt: at} : message,
    ),
  'message.redacted': (interaction, {messageId, text, redactions}) =>
    changeMessage(interaction, messageId, (message) =>
      message.text === text ? message : {...message, text, redactions},
    ),
  'attachment.released': (interaction, {attachmentId}) =>
    withMails(withTranscriptFiles(interaction, release(attachmentId)), (mails) =>
      withFiles(mails, release(attachmentId)),
    ),
  'attachment.dropped': (interaction, {attachmentId}) =>
    withMails(withTranscriptFiles(interaction, dropOfMessage(attachmentId)), (mails) =>
      withFiles(mails, dropOfMail(attachmentId)),
    ),
  'customer.left': (interaction, {at}) =>
    withTranscript(interaction, (transcript) => ({...transcript, customerLeftAt: at})),
  'customer.returned': (interaction) =>
    withTranscript(interaction, ({customerLeftAt: _, ...transcript}) => transcript),
  'mail.received': putMail,
  'mail.queued': putMail,
  'mail.recalled': (interaction, {mailId}) =>
    withMails(interaction, (mails) =>
      mails.some(({id}) => id === mailId) ? mails.filter(({id}) => id !== mailId) : mails,
    ),
  'mail.sent': (interaction, {mailId}) => changeMail(interaction, mailId, sent),
  'mail.failed': (interaction, {mailId, failure}) =>
    changeMail(interaction, mailId, ({leavesAt: _, ...mail}) => ({...mail, delivery: 'failed', failure})),
  'call-guide.submitted': (interaction, {by, replies, at}) => ({...interaction, guide: {by, at, replies}}),
  'customer.updated': (interaction, {customer}) => ({...interaction, customer}),
  'cad.defined': (interaction, {variables}) => ({...interaction, cad: variables}),
  'cad.changed': (interaction, fact) => {
    const cad = mapSame(interaction.cad, (variable) => changeCad(variable, fact));
    return cad === interaction.cad ? interaction : {...interaction, cad};
  },
};
