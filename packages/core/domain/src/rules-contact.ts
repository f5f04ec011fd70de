import type {Channel} from './party.js';
import type {AgentCase, Answer} from './permit.js';
import {refuse} from './refusal.js';
import {isOpen, isRequest} from './selectors.js';
import {needs} from './rules-agent.js';

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

const accept = (asked: AgentCase): Answer =>
  onDeskPhone(asked) ? 'DW_INTERACTION_ANSWER_ON_PHONE' : offered(asked);

/** Only a browser phone can decline; a desk phone declines by itself, and a chat or mail rings until it is missed. */
const decline = (asked: AgentCase): Answer =>
  onlyOn(asked, 'voice') ?? (onDeskPhone(asked) ? 'DW_INTERACTION_ANSWER_ON_PHONE' : offered(asked));

const cancelOutdial = (asked: AgentCase): Answer => {
  const {interaction, tenant, engagement} = asked;
  if (interaction.origin !== 'outdial' && interaction.origin !== 'campaign') return 'DW_CHANNEL_WRONG';
  if (!tenant.callCancellable) return 'DW_PERMISSION_OFF';
  return isRequest(engagement) ? undefined : 'DW_INTERACTION_NOT_OFFERED';
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

const sendMail = (asked: AgentCase): Answer => onlyOn(asked, 'email') ?? owner(asked) ?? active(asked);

const read = ({engagement}: AgentCase): Answer =>
  isOpen(engagement) ? undefined : 'DW_INTERACTION_NOT_ACTIVE';

const campaignOffer = (asked: AgentCase): Answer => {
  if (asked.interaction.origin !== 'campaign') return 'DW_CHANNEL_WRONG';
  return (
    needs(asked.profile, 'campaign') ??
    (isRequest(asked.engagement) ? undefined : 'DW_INTERACTION_NOT_OFFERED')
  );
};

const skip = (asked: AgentCase): Answer => {
  const campaign = asked.tenant.campaigns.find(({id}) => id === asked.interaction.campaignId);
  return campaign?.skippable === false ? 'DW_PERMISSION_OFF' : campaignOffer(asked);
};

const submitGuide = (asked: AgentCase): Answer =>
  asked.interaction.origin === 'campaign'
    ? asked.engagement.phase === 'wrap-up'
      ? undefined
      : active(asked)
    : 'DW_CHANNEL_WRONG';

/** Rules about any contact, whatever its channel. */
export const contactRules = {
  'interaction.accept': {about: 'interaction', answer: accept},
  'interaction.decline': {about: 'interaction', answer: decline},
  'interaction.read': {about: 'interaction', answer: read},
  'outdial.cancel': {about: 'interaction', answer: cancelOutdial},
  'wrap-up.submit': {about: 'interaction', answer: inWrapUp},
  'wrap-up.extend': {about: 'interaction', answer: extend},
  'message.send': {about: 'interaction', answer: sendMessage},
  'mail.send': {about: 'interaction', answer: sendMail},
  'cad.save': {about: 'interaction', answer: active},
  'campaign.call': {about: 'interaction', answer: campaignOffer},
  'campaign.skip': {about: 'interaction', answer: skip},
  'call-guide.submit': {about: 'interaction', answer: submitGuide},
} as const satisfies Record<string, {about: 'interaction'; answer: (asked: AgentCase) => Answer}>;
