import type {Mail} from './content.js';
import type {Engagement, Interaction} from './interaction.js';
import type {Instant} from './party.js';

/** The mails of a contact, oldest first; none where it is no mail. */
export const mailsOf = ({content}: Pick<Interaction, 'content'>): readonly Mail[] =>
  content.kind === 'email' ? content.thread.mails : [];

const waits = ({delivery, leavesAt}: Mail): boolean => delivery === 'sending' && leavesAt !== undefined;

/** The newest reply that was sent and may still be called back. Whether its time is up only a clock can say (`leavesAt`). */
export const leavingMail = (interaction: Pick<Interaction, 'content'>): Mail | undefined =>
  mailsOf(interaction).findLast(waits);

/** The newest reply, where it could not be delivered: it can be sent again. */
export const failedMail = (interaction: Pick<Interaction, 'content'>): Mail | undefined => {
  const last = mailsOf(interaction).findLast(({direction}) => direction === 'out');
  return last?.delivery === 'failed' ? last : undefined;
};

/** What asks for an answer of its own: a person's mail, or a machine's that says that ours did not arrive. */
const asks = ({direction, notice}: Mail): boolean => direction === 'in' && notice !== 'auto-reply';

const wrote = ({role, phase, since, acceptedAt = since}: Engagement, {at}: Mail): boolean =>
  role === 'owner' && phase === 'active' && acceptedAt <= at;

/**
 * When the work with a contact is over because its reply leaves (MAIL-11); undefined where nothing waits to leave, where
 * whoever wrote it does not have the contact any more, and where the customer wrote again meanwhile.
 */
export const replyEndsAt = (interaction: Interaction): Instant | undefined => {
  const mails = mailsOf(interaction);
  const index = mails.findLastIndex(waits);
  const mail = mails[index];
  if (!mail || interaction.ending || mails.slice(index + 1).some(asks)) return undefined;
  return interaction.engagements.some((engagement) => wrote(engagement, mail)) ? mail.leavesAt : undefined;
};
