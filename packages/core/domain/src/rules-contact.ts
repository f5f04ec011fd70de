import type {AgentCase, Answer} from './case.js';
import type {Campaign} from './config.js';
import {dialStage, type DialStage} from './dial-stage.js';
import type {Channel} from './party.js';
import {refuse} from './refusal.js';
import {isOpen, isRequest} from './selectors.js';
import {needs, noOtherCall} from './rules-agent.js';

/** Refuses on any other channel than these: the control has no meaning there. */
export const onlyOn = ({interaction}: AgentCase, ...channels: readonly Channel[]): Answer =>
  channels.includes(interaction.channel)
    ? undefined
    : refuse('DW_CHANNEL_WRONG', {channel: interaction.channel});

/** Refuses unless the agent handles the interaction now. */
export const active = ({engagement, interaction}: AgentCase): Answer => {
  if (engagement.phase !== 'active') return 'DW_INTERACTION_NOT_ACTIVE';
  return interaction.ending ? 'DW_INTERACTION_ENDED' : undefined;
};

const offered = ({engagement}: AgentCase): Answer => {
  if (engagement.phase === 'connecting') return 'DW_INTERACTION_CONNECTING';
  return engagement.phase === 'offered' ? undefined : 'DW_INTERACTION_NOT_OFFERED';
};

const onDeskPhone = ({interaction, profile}: AgentCase): boolean =>
  interaction.channel === 'voice' && profile.station.kind === 'desk-phone';

/** How far the call is that the agent makes; undefined where somebody else made it, or it is made. */
const stageOf = ({interaction, engagement}: AgentCase): DialStage | undefined =>
  dialStage(interaction, engagement.agent.id);

/** What came in is answered; what the agent dials connects by itself. Only its first ring is heard on a desk phone. */
const answerable = (asked: AgentCase): Answer => {
  const stage = stageOf(asked);
  if (stage === undefined || (stage === 'agent' && onDeskPhone(asked))) return undefined;
  return refuse('DW_CHANNEL_WRONG', {channel: asked.interaction.channel});
};

const accept = (asked: AgentCase): Answer =>
  answerable(asked) ?? (onDeskPhone(asked) ? 'DW_INTERACTION_ANSWER_ON_PHONE' : offered(asked));

/** Only a browser phone can decline; a desk phone declines by itself, and a chat or mail rings until it is missed. */
const decline = (asked: AgentCase): Answer =>
  onlyOn(asked, 'voice') ??
  answerable(asked) ??
  (onDeskPhone(asked) ? 'DW_INTERACTION_ANSWER_ON_PHONE' : offered(asked));

/** A call that the agent makes; one that a colleague dialled and passed on came in. */
const isOwnDialling = (asked: AgentCase): boolean =>
  stageOf(asked) !== undefined || !isRequest(asked.engagement);

const cancelOutdial = (asked: AgentCase): Answer => {
  const {interaction, tenant} = asked;
  const isOutgoing = interaction.origin === 'outdial' || interaction.origin === 'campaign';
  if (!isOutgoing || !isOwnDialling(asked)) return 'DW_CHANNEL_WRONG';
  if (!tenant.callCancellable) return 'DW_PERMISSION_OFF';
  return isRequest(asked.engagement) ? undefined : 'DW_INTERACTION_NOT_OFFERED';
};

const inWrapUp = ({engagement}: AgentCase): Answer =>
  engagement.phase === 'wrap-up' ? undefined : 'DW_WRAPUP_NONE';

const extend = (asked: AgentCase): Answer => {
  if (!asked.tenant.wrapUp[asked.interaction.channel].extendable) return 'DW_WRAPUP_NOT_EXTENDABLE';
  return (
    inWrapUp(asked) ??
    (asked.engagement.wrapUp?.deadline === undefined ? 'DW_WRAPUP_NO_COUNTDOWN' : undefined)
  );
};

const sendMessage = (asked: AgentCase): Answer => {
  const wrong = onlyOn(asked, 'chat', 'social') ?? active(asked);
  if (wrong) return wrong;
  const {content} = asked.interaction;
  return content.kind === 'chat' && content.transcript.customerLeftAt !== undefined
    ? 'DW_CHAT_CUSTOMER_LEFT'
    : undefined;
};

/** Refuses anybody but the agent who owns the interaction. */
export const owner = ({engagement}: AgentCase): Answer =>
  engagement.role === 'owner' ? undefined : 'DW_CONSULT_NOT_OWNER';

const read = ({engagement}: AgentCase): Answer =>
  isOpen(engagement) ? undefined : 'DW_INTERACTION_NOT_ACTIVE';

const campaignOf = ({interaction, tenant}: AgentCase): Campaign | undefined =>
  tenant.campaigns.find(({id}) => id === interaction.campaignId);

/** A contact that the agent looks at and has not called yet. */
const preview = (asked: AgentCase): Answer => {
  if (asked.interaction.origin !== 'campaign' || !isOwnDialling(asked)) return 'DW_CHANNEL_WRONG';
  return (
    needs(asked.profile, 'campaign') ??
    offered(asked) ??
    (stageOf(asked) === 'preview' ? undefined : 'DW_OUTDIAL_DIALLING')
  );
};

const callContact = (asked: AgentCase): Answer => preview(asked) ?? noOtherCall(asked, asked.interaction);

const skip = (asked: AgentCase): Answer =>
  campaignOf(asked)?.skippable === false ? 'DW_PERMISSION_OFF' : preview(asked);

const submitGuide = (asked: AgentCase): Answer => {
  const {interaction, engagement} = asked;
  if (interaction.origin !== 'campaign') return 'DW_CHANNEL_WRONG';
  if (!campaignOf(asked)?.guide) return 'DW_GUIDE_NONE';
  const wrong = owner(asked) ?? (engagement.phase === 'wrap-up' ? undefined : active(asked));
  return wrong ?? (interaction.guide ? 'DW_GUIDE_SUBMITTED' : undefined);
};

/** Rules about any contact, whatever its channel. */
export const contactRules = {
  'interaction.accept': {about: 'interaction', answer: accept},
  'interaction.decline': {about: 'interaction', answer: decline},
  'interaction.read': {about: 'interaction', answer: read},
  'outdial.cancel': {about: 'interaction', answer: cancelOutdial},
  'wrap-up.submit': {about: 'interaction', answer: inWrapUp},
  'wrap-up.extend': {about: 'interaction', answer: extend},
  'message.send': {about: 'interaction', answer: sendMessage},
  'cad.save': {about: 'interaction', answer: active},
  'campaign.call': {about: 'interaction', answer: callContact},
  'campaign.skip': {about: 'interaction', answer: skip},
  'call-guide.submit': {about: 'interaction', answer: submitGuide},
} as const satisfies Record<string, {about: 'interaction'; answer: (asked: AgentCase) => Answer}>;
