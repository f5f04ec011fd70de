import type {AgentId, Interaction, TenantConfig} from '@deskwire/domain';
import {seconds} from './deadlines.js';
import {given} from './given.js';
import type {ContactHandlers} from './handlers.js';
import type {Turn} from './turn.js';

/** A countdown needs a reason to submit at its end; without one the agent is not hurried. */
const countdown = ({wrapUp}: TenantConfig, {channel}: Interaction, now: number) => {
  const {autoSeconds, defaultReasonId} = wrapUp[channel];
  return autoSeconds === undefined || defaultReasonId === undefined
    ? {}
    : {deadline: now + seconds(autoSeconds), defaultReasonId};
};

const hasReasons = ({wrapUp, wrapUpReasons}: TenantConfig, {channel}: Interaction): boolean =>
  (wrapUp[channel].reasonIds ?? wrapUpReasons).length > 0;

/** Who dialled: theirs is the first leg. */
const isDialler = ({origin, legs}: Interaction, agentId: AgentId): boolean => {
  const party = legs[0]?.party;
  return origin === 'outdial' && party?.kind === 'agent' && party.agent.id === agentId;
};

/** Where admin wants it, who has dialled takes work again, even if they did not before (OUT-9). */
const afterOutdial = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  const agent = turn.agent(agentId);
  if (!turn.tenant.outdial.availableAfter || !agent?.connected || !isDialler(interaction, agentId)) return;
  if (agent.presence.state !== 'idle') return;
  turn.emit({type: 'agent.state-changed', agentId, presence: {state: 'available', since: turn.now}});
};

/** The owner's work after the contact. Where admin offers no reason there is nothing to submit, and no wrap-up. */
export const startWrapUp = (
  turn: Turn,
  interaction: Interaction,
  agentId: AgentId,
  reason: 'ended' | 'transferred' = 'ended',
): void => {
  const {tenant, now} = turn;
  const part = {interactionId: interaction.id, agentId};
  if (hasReasons(tenant, interaction)) {
    turn.emit({type: 'wrap-up.started', ...part, ...countdown(tenant, interaction, now)});
  } else {
    turn.emit({type: 'engagement.left', ...part, reason});
    afterOutdial(turn, interaction, agentId);
  }
};

/** The countdown is over: the default reason is submitted in the agent's place. */
export const submitDefault = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  const engagement = interaction.engagements.find(({agent}) => agent.id === agentId);
  const reasonId = engagement?.wrapUp?.defaultReasonId;
  turn.emit({
    type: 'wrap-up.submitted',
    interactionId: interaction.id,
    agentId,
    reasonIds: reasonId === undefined ? [] : [reasonId],
    auto: true,
  });
  afterOutdial(turn, interaction, agentId);
};

/** What an agent can do after the contact. */
export const wrapUpCommands = {
  'wrap-up.submit': (turn, agentId, {interaction, command: {interactionId, reasonIds, note}}) => {
    turn.emit({
      type: 'wrap-up.submitted',
      interactionId,
      agentId,
      reasonIds,
      auto: false,
      ...given('note', note),
    });
    afterOutdial(turn, interaction, agentId);
    return undefined;
  },
  'wrap-up.extend': (turn, agentId, {command: {interactionId}}) => {
    turn.emit({type: 'wrap-up.extended', interactionId, agentId});
    return undefined;
  },
} as const satisfies ContactHandlers;
