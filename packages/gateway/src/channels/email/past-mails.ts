import type {Fact, Mail} from '@deskwire/domain';

/** Mails of an earlier contact that go along when its thread is taken up again. */
const PAST_MAILS = 50;

/**
 * The thread of a contact that is over, from its facts, oldest first. Whether an old mail of ours got through is known by
 * now, or never will be: what was not told as failed counts as sent.
 */
export const pastMails = (facts: readonly Fact[]): readonly Mail[] => {
  const mails = new Map<string, Mail>();
  const take = (mail: Mail): void =>
    void mails.set(
      mail.id,
      mail.direction === 'in' ? mail : {...mail, delivery: mail.delivery === 'failed' ? 'failed' : 'sent'},
    );
  for (const fact of facts) {
    if (fact.type === 'interaction.created' && fact.interaction.content.kind === 'email')
      fact.interaction.content.thread.mails.forEach(take);
    if (fact.type === 'mail.received' || fact.type === 'mail.queued') take(fact.mail);
    if (fact.type === 'mail.recalled') mails.delete(fact.mailId);
    if (fact.type !== 'mail.failed') continue;
    const failed = mails.get(fact.mailId);
    if (failed) mails.set(fact.mailId, {...failed, delivery: 'failed', failure: fact.failure});
  }
  return [...mails.values()].slice(-PAST_MAILS);
};
