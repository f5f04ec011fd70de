import type {Fact} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';

/**
 * The contacts that these facts finished for good, as `CentreConfig.contactsDone` names them. The engine decides which:
 * one that was given back to its list is not among them.
 */
export const contactsDone = (before: Centre, after: Centre, facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'interaction.ended') return [];
    const {campaignId, campaignContactId} = before.interactions.get(fact.interactionId) ?? {};
    if (campaignId === undefined || campaignContactId === undefined) return [];
    const key = `${campaignId}\n${campaignContactId}`;
    return after.contacts.marks.get(key)?.state === 'done' ? [key] : [];
  });
