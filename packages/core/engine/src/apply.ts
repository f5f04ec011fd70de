import {
  engagementOf,
  isInteractionFact,
  isOpen,
  reduceInteraction,
  type AgentId,
  type Engagement,
  type Fact,
  type Instant,
  type Interaction,
  type InteractionFact,
} from '@deskwire/domain';
import type {AgentState, Centre, Work} from './centre.js';
import {Draft} from './draft.js';
import {pathAfter} from './flows.js';
import {soughtIn} from './seeking.js';

const isSending = ({content}: Interaction): boolean =>
  content.kind === 'email' && content.thread.mails.some(({delivery}) => delivery === 'sending');

/** Nobody has anything left to do: it ended, every wrap-up is in, and no mail is still on its way out. */
const isFinished = (interaction: Interaction): boolean =>
  interaction.ending !== undefined && !interaction.engagements.some(isOpen) && !isSending(interaction);

const workOf = (interaction: Interaction, engagement: Engagement | undefined): Work | undefined => {
  const phase = engagement?.phase;
  return phase === undefined || phase === 'done'
    ? undefined
    : {interactionId: interaction.id, channel: interaction.channel, phase};
};

const replaceWork = (all: readonly Work[], old: Work | undefined, now: Work): readonly Work[] =>
  old ? all.map((work) => (work === old ? now : work)) : [...all, now];

/** An agent goes to the end of the line when a contact is accepted, and again when it is done. */
const isFreshStart = (old: Work | undefined, now: Work | undefined): boolean =>
  now
    ? now.phase === 'active' && old?.phase !== 'active'
    : old?.phase === 'active' || old?.phase === 'wrap-up';

const syncAgent = (draft: Draft, agentId: AgentId, interaction: Interaction, at: Instant): void => {
  const agent = draft.agents.get(agentId);
  if (!agent) return;
  const old = agent.work.find(({interactionId}) => interactionId === interaction.id);
  const now = workOf(interaction, engagementOf(interaction, agentId));
  if (old?.phase === now?.phase) return;
  const work = now ? replaceWork(agent.work, old, now) : agent.work.filter((one) => one !== old);
  draft.putAgent({...agent, work, ...(isFreshStart(old, now) ? {availableSince: at} : {})});
};

const syncAgents = (draft: Draft, old: Interaction | undefined, now: Interaction, at: Instant): void => {
  if (old?.engagements === now.engagements) return;
  for (const {agent} of now.engagements) syncAgent(draft, agent.id, now, at);
};

/** A callback that was dialled in vain waits behind whoever waits already; everybody else has the place of their age. */
const placeOf = ({createdAt, origin, legs}: Interaction, at: Instant): Instant =>
  origin === 'callback' && legs.some(({party, presence}) => party.kind === 'customer' && presence === 'gone')
    ? at
    : createdAt;

const syncQueue = (draft: Draft, interaction: Interaction, fact: InteractionFact): void => {
  const {id: interactionId, channel, queue} = interaction;
  if (fact.type === 'interaction.queued') {
    const since = placeOf(interaction, fact.at);
    const {avoid} = fact;
    draft.wait({
      interactionId,
      queueId: fact.queue.id,
      channel,
      role: 'owner',
      since,
      ...(avoid === undefined ? {} : {avoid}),
    });
  } else if (queue && (fact.type === 'engagement.reserved' || fact.type === 'interaction.ended')) {
    draft.unwait(interactionId, queue.id);
  }
};

/** The contact waits for a consult as long as its talk says that a queue looks for somebody. */
const syncConsult = (draft: Draft, old: Interaction | undefined, now: Interaction): void => {
  const {tenant} = draft.config;
  const before = old && soughtIn(old, tenant);
  const queueId = soughtIn(now, tenant);
  if (before === queueId) return;
  const {id: interactionId, channel, talk} = now;
  if (before !== undefined) draft.unwait(interactionId, before);
  if (queueId === undefined || talk.kind !== 'consult-requested') return;
  draft.wait({interactionId, queueId, channel, role: 'consulted', since: talk.since, avoid: talk.by});
};

const syncFlow = (draft: Draft, {id}: Interaction, fact: InteractionFact): void => {
  const path = draft.flows.get(id);
  const now = draft.interactions.has(id) ? pathAfter(path, fact) : undefined;
  if (now !== path) draft.putFlow(id, now);
};

/** A contact is taken off its list when it is given to somebody; it comes back only where nobody called or skipped it. */
const syncContact = (
  draft: Draft,
  {campaignId, campaignContactId}: Interaction,
  fact: InteractionFact,
): void => {
  if (campaignId === undefined || campaignContactId === undefined) return;
  if (fact.type === 'interaction.created') draft.markContact(campaignId, campaignContactId, 'with-somebody');
  if (fact.type !== 'interaction.ended') return;
  const isFree = fact.ending.reason === 'cancelled';
  draft.markContact(campaignId, campaignContactId, isFree ? 'free' : 'done');
};

const applyToInteraction = (draft: Draft, fact: InteractionFact): void => {
  const old = draft.interactions.get(fact.interactionId);
  const now = reduceInteraction(old, fact);
  if (!now || now === old) return;
  draft.putInteraction(now.id, isFinished(now) ? undefined : now);
  syncConsult(draft, old, now);
  syncQueue(draft, now, fact);
  syncFlow(draft, now, fact);
  syncContact(draft, now, fact);
  syncAgents(draft, old, now, fact.at);
};

const withoutLoss = ({lostAt: _, ...agent}: AgentState): AgentState => agent;

const applyToAgent = (agent: AgentState, fact: Fact): AgentState => {
  switch (fact.type) {
    case 'agent.state-changed': {
      const {presence} = fact;
      return presence.state === 'available' && agent.presence.state !== 'available'
        ? {...agent, presence, availableSince: presence.since}
        : {...agent, presence};
    }
    case 'handset.changed':
      return {...agent, handset: fact.handset};
    case 'agent.connected':
      return {...withoutLoss(agent), connected: true};
    case 'agent.disconnected':
      return {...agent, connected: false, lostAt: fact.at};
    default:
      return agent;
  }
};

/** The one place where a fact changes the centre, while it happens and when it is replayed. */
export const applyFact = (draft: Draft, fact: Fact): void => {
  draft.seq = fact.seq;
  if (isInteractionFact(fact)) return applyToInteraction(draft, fact);
  const agent = 'agentId' in fact ? draft.agents.get(fact.agentId) : undefined;
  if (!agent) return;
  const now = applyToAgent(agent, fact);
  if (now !== agent) draft.putAgent(now);
};

/**
 * The centre after facts that happened before: after a restart, say. Deadlines that have passed meanwhile are due at the
 * next tick. The facts of one step belong together: a store keeps all of them or none.
 */
export const replay = (centre: Centre, facts: Iterable<Fact>): Centre => {
  const draft = new Draft(centre);
  for (const fact of facts) applyFact(draft, fact);
  return draft.done();
};
