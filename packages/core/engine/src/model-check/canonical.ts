// A state without ids and times: two states that only differ in those behave alike.
import type {Engagement, Interaction, Leg, Talk} from '@deskwire/domain';
import type {AgentState, Centre} from '../centre.js';
import type {Deadline} from '../deadlines.js';

const partyOf = ({party}: Leg): string => (party.kind === 'agent' ? party.agent.id : party.kind);

const legName = ({legs}: Interaction, legId: string | undefined): string => {
  const leg = legs.find(({id}) => id === legId);
  return leg ? partyOf(leg) : '';
};

const talkOf = (call: Interaction, talk: Talk): readonly unknown[] => {
  switch (talk.kind) {
    case 'consult-requested':
      return [talk.kind, talk.by, talk.target, legName(call, talk.leg)];
    case 'consult':
      return [talk.kind, talk.by, talk.hears, legName(call, talk.leg)];
    case 'conference':
      return [talk.kind, talk.by, talk.legs.map((id) => legName(call, id))];
    default:
      return [talk.kind];
  }
};

const engagementOf = ({agent, role, phase, muted}: Engagement): readonly unknown[] =>
  phase === 'done' ? [agent.id, phase] : [agent.id, role, phase, muted === true];

const byName = (a: readonly unknown[], b: readonly unknown[]): number =>
  String(a[0]) < String(b[0]) ? -1 : 1;

/** Of a leg that is gone only whether there was one: it may come back under its id. */
const callOf = (call: Interaction): readonly unknown[] => [
  call.origin,
  call.campaignContactId,
  call.guide !== undefined,
  talkOf(call, call.talk),
  call.transfer && [call.transfer.by, call.transfer.to],
  call.recording.state,
  call.engagements.map(engagementOf).sort(byName),
  call.legs.map((leg) => [partyOf(leg), leg.presence]).sort(byName),
  call.ending !== undefined,
];

const agentOf = ({presence, connected, lostAt, handset, work}: AgentState): readonly unknown[] => [
  presence.state,
  connected,
  lostAt === undefined,
  handset.offHook,
  work.map(({phase}) => phase),
];

/** Who has waited longer for work: routing looks at that, and at no other time. */
const orderOf = (agents: readonly AgentState[]): readonly number[] =>
  agents
    .slice(1)
    .map(({availableSince}, index) => Math.sign(availableSince - (agents[index]?.availableSince ?? 0)));

const deadlineOf = (deadline: Deadline): string =>
  `${deadline.kind} ${'agentId' in deadline ? deadline.agentId : ''}`;

/** What tells this state from others. */
export const canonical = (centre: Centre): string => {
  const agents = [...centre.agents.values()];
  return JSON.stringify([
    agents.map(agentOf),
    orderOf(agents),
    [...centre.interactions.values()].map(callOf),
    [...centre.contacts.marks].map(([key, {state}]) => [key, state]),
    [...centre.waiting.values()].flat().map(({role, queueId, avoid}) => [role, queueId, avoid]),
    centre.deadlines.map(deadlineOf).sort(),
  ]);
};
