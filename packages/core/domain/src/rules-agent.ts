import type {Ask} from './command.js';
import type {AgentProfile, Permission} from './config.js';
import type {Answer, Case} from './permit.js';
import {refuse} from './refusal.js';
import {engagementOf, isRequest} from './selectors.js';

type AgentAsked = Case & {readonly profile: AgentProfile};

const mine = ({view, profile}: AgentAsked) =>
  [...view.interactions.values()].flatMap((interaction) => {
    const engagement = engagementOf(interaction, profile.id);
    return engagement ? [{interaction, engagement}] : [];
  });

/** Refuses where the profile lacks a permission. */
export const needs = (profile: AgentProfile, permission: Permission): Answer =>
  profile.permissions.includes(permission) ? undefined : refuse('DW_PERMISSION_DENIED', {permission});

const isChosenState = (to: Ask['to']): to is Extract<Ask['to'], {state: string}> =>
  to !== undefined && 'state' in to;

const setState = ({tenant, ask}: AgentAsked): Answer => {
  if (!isChosenState(ask.to) || ask.to.state !== 'idle') return undefined;
  const {reasonId} = ask.to;
  return tenant.idleReasons.some(({id}) => id === reasonId) ? undefined : 'DW_AGENT_REASON_UNKNOWN';
};

const signOut = (asked: AgentAsked): Answer => {
  const phases = mine(asked).map(({engagement}) => engagement);
  if (phases.some(isRequest)) return 'DW_AGENT_REQUEST_PENDING';
  return phases.some(({phase}) => phase !== 'done') ? 'DW_AGENT_BUSY' : undefined;
};

const onCall = (asked: AgentAsked): boolean =>
  mine(asked).some(
    ({interaction, engagement}) => interaction.channel === 'voice' && engagement.phase !== 'done',
  );

const outdial = (asked: AgentAsked): Answer => {
  const denied = needs(asked.profile, 'outdial');
  if (denied) return denied;
  const {state} = asked.view.presence;
  if (state !== 'available' && state !== 'idle') return 'DW_AGENT_NOT_AVAILABLE';
  return onCall(asked) ? 'DW_AGENT_ON_CALL' : undefined;
};

const nextContact = (asked: AgentAsked): Answer => {
  const denied = needs(asked.profile, 'campaign');
  if (denied) return denied;
  if (asked.view.presence.state !== 'available') return 'DW_AGENT_NOT_AVAILABLE';
  return onCall(asked) ? 'DW_AGENT_ON_CALL' : undefined;
};

/** Rules about the agent, no interaction yet. */
export const agentRules = {
  'agent.set-state': {about: 'agent', answer: setState},
  'agent.sign-out': {about: 'agent', answer: signOut},
  'outdial.call': {about: 'agent', answer: outdial},
  'campaign.next': {about: 'agent', answer: nextContact},
} as const;
