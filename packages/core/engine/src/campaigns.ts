import {
  checkReplies,
  dialled,
  permit,
  refuse,
  type AgentId,
  type Campaign,
  type Interaction,
} from '@deskwire/domain';
import type {AgentState, CampaignContact} from './centre.js';
import {nextContact} from './contact-lists.js';
import {closeDial, preview, ringOwnPhone} from './dial-out.js';
import {given} from './given.js';
import type {AgentHandlers, ContactHandlers, Decision} from './handlers.js';
import {entryPointOf, outgoing} from './outdials.js';
import {refOf} from './refs.js';
import {reserve} from './routing.js';
import {permitView} from './snapshot.js';
import type {Turn} from './turn.js';
import {variablesOf, type Brought} from './variables.js';

/** The campaign, if this agent's team works on it. */
const campaignFor = (
  {tenant}: Turn,
  {profile}: AgentState,
  campaignId: string | undefined,
): Campaign | undefined =>
  tenant.campaigns.find(({id, teams}) => id === campaignId && teams.includes(profile.team.id));

/** What the list says of a contact; text that nobody edits, unless the flow has a variable for it. */
const broughtBy = ({fields}: Campaign, {values = {}}: CampaignContact): readonly Brought[] =>
  Object.entries(values).map(([name, value]) => ({
    name,
    label: fields.find((field) => field.name === name)?.label ?? name,
    editable: false,
    secure: false,
    value,
  }));

/** The next contact of the list comes before the agent, to look at; nothing rings. False where none is left. */
const giveNext = (turn: Turn, agent: AgentState, campaign: Campaign): boolean => {
  const {config, contacts} = turn.draft;
  const contact = nextContact(config, contacts, campaign.id);
  if (!contact) return false;
  const entryPoint = entryPointOf(turn, campaign.entryPointId);
  const interactionId = turn.newId();
  const interaction = outgoing(turn, {
    id: interactionId,
    origin: 'campaign',
    campaignId: campaign.id,
    campaignContactId: contact.id,
    customer: {number: dialled(contact.number), ...given('name', contact.name)},
    ani: campaign.ani,
    entryPoint,
    cad: variablesOf(entryPoint?.variables ?? [], broughtBy(campaign, contact)),
  });
  turn.emit({type: 'interaction.created', interactionId, interaction});
  reserve(turn, interactionId, agent, 'owner');
  preview(turn, interactionId, agent.profile.id);
  return true;
};

const next = (turn: Turn, agentId: AgentId, campaignId: string): Decision => {
  const agent = turn.agent(agentId);
  const campaign = agent && campaignFor(turn, agent, campaignId);
  if (!campaign) return refuse('DW_CAMPAIGN_UNKNOWN');
  return giveNext(turn, agent, campaign) ? undefined : refuse('DW_CAMPAIGN_EMPTY');
};

/** Work on campaigns. `permit` has seen that the agent may, and is free. */
export const campaignCommands = {
  'campaign.next': (turn, agentId, {campaignId}) => next(turn, agentId, campaignId),
} as const satisfies AgentHandlers;

/** Who has turned away from the work meanwhile is not given more of it. */
const mayHaveNext = (turn: Turn, agentId: AgentId): boolean => {
  const who = {kind: 'agent', agentId} as const;
  return permit(permitView(turn.draft, who), {type: 'campaign.next'}, who).ok;
};

/** The contact is done for good, and the agent has the next one at once (CAMP-2). */
const skip = (turn: Turn, agentId: AgentId, {id, campaignId}: Interaction): void => {
  closeDial(turn, id, agentId, {by: 'agent', reason: 'skipped'});
  const agent = turn.agent(agentId);
  const campaign = agent && campaignFor(turn, agent, campaignId);
  if (campaign && mayHaveNext(turn, agentId)) giveNext(turn, agent, campaign);
};

const guideOf = ({tenant}: Turn, {campaignId}: Interaction) =>
  tenant.campaigns.find(({id}) => id === campaignId)?.guide ?? [];

/** What an agent can do with a contact of a campaign. */
export const campaignContactCommands = {
  'campaign.call': (turn, agentId, {interaction}) => {
    const agent = turn.agent(agentId);
    return agent ? ringOwnPhone(turn, interaction, agent) : refuse('DW_AGENT_SIGNED_OUT');
  },
  'campaign.skip': (turn, agentId, {interaction}) => {
    skip(turn, agentId, interaction);
    return undefined;
  },
  'call-guide.submit': (turn, agentId, {interaction, command: {interactionId, replies}}) => {
    const agent = turn.agent(agentId);
    if (!agent) return refuse('DW_AGENT_SIGNED_OUT');
    const wrong = checkReplies(guideOf(turn, interaction), replies);
    if (wrong) return wrong;
    turn.emit({type: 'call-guide.submitted', interactionId, by: refOf(agent.profile), replies});
    return undefined;
  },
} as const satisfies ContactHandlers;
