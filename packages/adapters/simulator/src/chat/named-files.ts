import type {InteractionId, Mail} from '@deskwire/domain';
import type {Centre, Input} from '@deskwire/engine';

const NONE = {interactionId: '', ids: []} as const;

/** The files that a command sends. */
export const filesNamedBy = (
  input: Input,
): {readonly interactionId: InteractionId; readonly ids: readonly string[]} => {
  if (input.kind !== 'command') return NONE;
  const {command} = input;
  if (command.type === 'message.send')
    return {interactionId: command.interactionId, ids: command.attachmentIds ?? []};
  return command.type === 'mail.send'
    ? {interactionId: command.interactionId, ids: command.mail.attachmentIds}
    : NONE;
};

const mailsIn = (centre: Centre, interactionId: InteractionId): readonly Mail[] => {
  const {content} = centre.interactions.get(interactionId) ?? {};
  return content?.kind === 'email' ? content.thread.mails : [];
};

/** The files of a mail that was called back, but for those that another mail of its thread has too. */
export const freedBy = (
  before: Centre,
  after: Centre,
  {interactionId, mailId}: {readonly interactionId: InteractionId; readonly mailId: string},
): readonly string[] => {
  const mail = mailsIn(before, interactionId).find(({id}) => id === mailId);
  const others = mailsIn(after, interactionId).flatMap(({attachments}) => attachments);
  const taken = new Set(others.map(({id}) => id));
  return (mail?.attachments ?? []).flatMap(({id}) => (taken.has(id) ? [] : [id]));
};
