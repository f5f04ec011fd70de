import {
  reduceInteraction,
  type Fact,
  type Interaction,
  type InteractionFact,
  type InteractionId,
  type TenantConfig,
} from '@deskwire/domain';
import {customerEntryOf, customerKeys, historyChannelOf, ownEntryOf, type Centre} from '@deskwire/engine';

import type {HistoryChange} from '../store/index.js';

type Before = Pick<Interaction, 'engagements' | 'customer' | 'ending'>;

/** A contact of which there is nothing yet: every row of it is new. */
const NOTHING: Before = {engagements: [], customer: {}};

const partRows = (before: Before, after: Interaction, tenant: TenantConfig): readonly HistoryChange[] =>
  after.engagements.flatMap((part): readonly HistoryChange[] => {
    // The end of a contact changes nothing for whoever had it before.
    const isSameEnding = before.ending === after.ending || part.acceptedAt !== undefined;
    if (before.engagements.includes(part) && before.customer === after.customer && isSameEnding) return [];
    const agentId = part.agent.id;
    const entry = ownEntryOf(after, tenant, agentId);
    return entry ? [{kind: 'part', agentId, channel: historyChannelOf(after.channel), entry}] : [];
  });

const contactRows = (before: Before, after: Interaction, tenant: TenantConfig): readonly HistoryChange[] => {
  const isSame =
    before.ending === after.ending &&
    before.engagements === after.engagements &&
    before.customer === after.customer;
  const entry = isSame ? undefined : customerEntryOf(after, tenant);
  return entry ? [{kind: 'contact', keys: customerKeys(after.customer), entry}] : [];
};

/** The rows of a contact that are not what they were. */
export const changedRows = (
  before: Before | undefined,
  after: Interaction,
  tenant: TenantConfig,
): readonly HistoryChange[] => [
  ...partRows(before ?? NOTHING, after, tenant),
  ...contactRows(before ?? NOTHING, after, tenant),
];

/** What the facts of one step left of a contact, though the centre knows it no more. */
const afterFacts = (
  before: Interaction | undefined,
  facts: readonly Fact[],
  id: InteractionId,
): Interaction | undefined =>
  facts
    .filter((fact): fact is InteractionFact => 'interactionId' in fact && fact.interactionId === id)
    .reduce<Interaction | undefined>(reduceInteraction, before);

/** The rows that the facts of one step made or changed. */
export const historyOf = (
  before: Centre,
  after: Centre,
  facts: readonly Fact[],
): readonly HistoryChange[] => {
  const touched = new Set(facts.flatMap((fact) => ('interactionId' in fact ? [fact.interactionId] : [])));
  return [...touched].flatMap((id) => {
    const old = before.interactions.get(id);
    const now = after.interactions.get(id) ?? afterFacts(old, facts, id);
    return now && now !== old ? changedRows(old, now, after.config.tenant) : [];
  });
};
