import type {Answer, Case} from './case.js';
import type {Ask} from './command.js';
import type {AgentProfile, Permission} from './config.js';
import {dialStage} from './dial-stage.js';
import type {Engagement, Interaction} from './interaction.js';
import {refuse} from './refusal.js';
import {engagementOf, isOpen, isRequest} from './selectors.js';

/** An interaction with the part that the asking agent has in it. */
interface Part {
  readonly interaction: Interaction;
  readonly engagement: Engagement;
}

const mine = ({view, profile}: Case): readonly Part[] =>
  [...view.interactions.values()].flatMap((interaction) => {
    const engagement = engagementOf(interaction, profile.id);
    return engagement ? [{interaction, engagement}] : [];
  });

/** Refuses where the profile lacks a permission. */
export const needs = (profile: AgentProfile, permission: Permission): Answer =>
  profile.permissions.includes(permission) ? undefined : refuse('DW_PERMISSION_DENIED', {permission});

const isChosenState = (to: Ask['to']): to is Extract<Ask['to'], {state: string}> =>
  to !== undefined && 'state' in to;

const setState = ({tenant, ask}: Case): Answer => {
  if (!isChosenState(ask.to) || ask.to.state !== 'idle') return undefined;
  const {reasonId} = ask.to;
  return tenant.idleReasons.some(({id}) => id === reasonId) ? undefined : 'DW_AGENT_REASON_UNKNOWN';
};

const signOut = (asked: Case): Answer => {
  const phases = mine(asked).map(({engagement}) => engagement);
  if (phases.some(isRequest)) return 'DW_AGENT_REQUEST_PENDING';
  return phases.some(isOpen) ? 'DW_AGENT_BUSY' : undefined;
};

/** A request that somebody else made: an inbound call, a callback, a transfer or a consult. */
const cameIn = ({interaction, engagement}: Part): boolean =>
  isRequest(engagement) && dialStage(interaction, engagement.agent.id) === undefined;

/**
 * Refuses where another call stands in the way of making one. A request that came in meanwhile has won the race, which is
 * worth other words than a call of one's own (OUT-7).
 * @param except The contact that is to be called, which is itself open already.
 */
export const noOtherCall = (asked: Case, except?: Interaction): Answer => {
  const others = mine(asked).filter(
    ({interaction, engagement}) =>
      interaction.channel === 'voice' && isOpen(engagement) && interaction.id !== except?.id,
  );
  if (others.length === 0) return undefined;
  return others.every(cameIn) ? 'DW_OUTDIAL_INBOUND_WON' : 'DW_AGENT_ON_CALL';
};

const outdial = (asked: Case): Answer => {
  const denied = needs(asked.profile, 'outdial');
  if (denied) return denied;
  const {state} = asked.view.presence;
  return state === 'available' || state === 'idle' ? noOtherCall(asked) : 'DW_AGENT_NOT_AVAILABLE';
};

const nextContact = (asked: Case): Answer => {
  const denied = needs(asked.profile, 'campaign');
  if (denied) return denied;
  return asked.view.presence.state === 'available' ? noOtherCall(asked) : 'DW_AGENT_NOT_AVAILABLE';
};

/** Rules about the agent, no interaction yet. */
export const agentRules = {
  'agent.set-state': {about: 'agent', answer: setState},
  'agent.sign-out': {about: 'agent', answer: signOut},
  'outdial.call': {about: 'agent', answer: outdial},
  'campaign.next': {about: 'agent', answer: nextContact},
} as const;
