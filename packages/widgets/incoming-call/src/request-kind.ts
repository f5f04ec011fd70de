import {dialStage, type Engagement, type Interaction} from '@deskwire/domain';

/** What a request is called. Each has a word and an icon. */
export const REQUEST_KINDS = [
  'incoming-call',
  'callback',
  'outdial',
  'campaign',
  'consult',
  'chat',
  'social',
  'email',
] as const;
/** One of {@link REQUEST_KINDS}. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/**
 * By the agent's role first, then by origin, then by channel: a consult about a callback is a consult. A call that a
 * colleague dialled and passed on comes in like any other.
 */
export const requestKind = (interaction: Interaction, engagement: Engagement): RequestKind => {
  if (engagement.role !== 'owner') return 'consult';
  if (interaction.channel !== 'voice') return interaction.channel;
  const {origin} = interaction;
  const isMade = origin === 'outdial' || origin === 'campaign';
  if (isMade) return dialStage(interaction, engagement.agent.id) ? origin : 'incoming-call';
  return origin === 'callback' ? origin : 'incoming-call';
};
