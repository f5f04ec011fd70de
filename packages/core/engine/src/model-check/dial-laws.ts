// Laws of calls that agents make, from the requirements (OUT, CAMP), not from the engine's handlers.
import {dialStage, engagementOf, type AgentId, type DialStage, type Interaction} from '@deskwire/domain';
import type {Centre} from '../centre.js';
import {contactKey} from '../contact-lists.js';
import {callOf, isThere, legsOf, wrong, type Edge, type Wrongs} from './law.js';

/** Who makes the call, and how far it is. */
export const diallerIn = (
  call: Interaction | undefined,
): {readonly agentId: AgentId; readonly stage: DialStage} | undefined =>
  call?.engagements.flatMap(({agent}) => {
    const stage = dialStage(call, agent.id);
    return stage ? [{agentId: agent.id, stage}] : [];
  })[0];

/** First the agent, then the customer; while a contact is only looked at nothing rings. */
const stages = (call: Interaction): Wrongs => {
  const {stage} = diallerIn(call) ?? {};
  const agents = legsOf(call, 'joined', 'agent').length;
  return [
    ...wrong(stage === 'preview' && call.legs.some(isThere), 'something rings for a preview'),
    ...wrong(stage === 'customer' && agents !== 1, 'the customer is called for nobody'),
    ...wrong(stage !== undefined && call.talk.kind !== 'none', 'somebody talks before it is answered'),
    ...wrong(stage !== undefined && call.recording.state !== 'off', 'a ringing phone is recorded'),
  ];
};

/** A contact is off its list exactly while somebody has it, and once it is done. */
const lists = ({contacts}: Centre, call: Interaction | undefined): Wrongs => {
  const out = [...contacts.marks].filter(([, {state}]) => state === 'with-somebody').map(([key]) => key);
  const {campaignId, campaignContactId, ending} = call ?? {};
  const due =
    campaignId === undefined || campaignContactId === undefined || ending
      ? []
      : [contactKey(campaignId, campaignContactId)];
  return wrong(out.join() !== due.join(), `${out.join()} with somebody where ${due.join()} is`);
};

/** What is wrong with a state, as far as dialling goes. */
export const wrongsOfDialState = (centre: Centre): Wrongs => {
  const call = callOf(centre);
  return [...(call ? stages(call) : []), ...lists(centre, call)];
};

const isLoss = ({move}: Edge): boolean => move.kind === 'time' && move.deadline.kind === 'grace';

/** The agent has let it be themselves: on the desk, or by laying the receiver down. */
const isGivenUp = ({move}: Edge): boolean =>
  (move.kind === 'command' &&
    (move.command.type === 'outdial.cancel' || move.command.type === 'campaign.skip')) ||
  (move.kind === 'signal' && move.signal.type === 'station.hung-up');

/** Nobody turns RONA and nobody wraps up for a call that was never answered. */
const costsNothing = (edge: Edge, agentId: AgentId): Wrongs => {
  const {before, move, taken} = edge;
  const [old, now] = [before, taken.centre].map(({agents}) => agents.get(agentId)?.presence.state);
  const call = callOf(taken.centre);
  const part = call && engagementOf(call, agentId);
  const isChosen = move.kind === 'command' && move.command.type === 'agent.set-state';
  return [
    ...wrong(old !== now && !isChosen && !isLoss(edge), `dialling made ${agentId} ${now ?? ''}`),
    ...wrong(part?.phase === 'wrap-up', `${agentId} wraps up what was never answered`),
  ];
};

/** An attempt that ends is answered, given up, lost with its agent, or told as failed with a reason (OUT-7). */
const endsForAReason = (edge: Edge, old: Interaction, agentId: AgentId): Wrongs => {
  const {facts, centre} = edge.taken;
  const now = callOf(centre);
  const stage = now?.id === old.id ? dialStage(now, agentId) : undefined;
  const isOver = now?.id !== old.id || stage === undefined || stage === 'preview';
  const isAnswered = facts.some(({type}) => type === 'call.connected');
  const isFailed = facts.some((fact) => fact.type === 'outdial.failed' && fact.agentId === agentId);
  const isOther = isAnswered || isGivenUp(edge) || isLoss(edge);
  return [
    ...wrong(isOver && isFailed === isOther, 'an attempt ended, and the agent was not told why'),
    ...wrong(!isOver && isFailed, 'an attempt failed and goes on'),
  ];
};

/** In vain or cancelled, an outdial call is over and a campaign's contact is there again (CAMP-3). */
const comesBack = (edge: Edge, old: Interaction, agentId: AgentId): Wrongs => {
  const {facts, centre} = edge.taken;
  const isEnded = facts.some((fact) => fact.type === 'interaction.ended' && fact.interactionId === old.id);
  const isFailed = facts.some(({type}) => type === 'outdial.failed');
  const now = callOf(centre);
  if (old.origin === 'outdial') return wrong(isFailed && !isEnded, 'an outdial call outlived its failure');
  const isBack = now?.id === old.id && dialStage(now, agentId) === 'preview';
  return wrong((isFailed || isGivenUp(edge)) && !isBack && !isLoss(edge), 'the contact is gone');
};

/** What is wrong with a step of a call that is being made. */
export const wrongsOfDialStep = (edge: Edge): Wrongs => {
  const old = callOf(edge.before);
  const dialler = diallerIn(old);
  if (!old || !dialler || !edge.taken.facts.length) return [];
  const {agentId, stage} = dialler;
  return stage === 'preview'
    ? costsNothing(edge, agentId)
    : [
        ...costsNothing(edge, agentId),
        ...endsForAReason(edge, old, agentId),
        ...comesBack(edge, old, agentId),
      ];
};
