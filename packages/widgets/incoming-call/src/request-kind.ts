import type {Engagement, Interaction} from '@deskwire/domain';

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

/** By the agent's role first, then by origin, then by channel: a consult about a callback is a consult. */
export const requestKind = (interaction: Interaction, engagement: Engagement): RequestKind => {
  if (engagement.role !== 'owner') return 'consult';
  if (interaction.channel !== 'voice') return interaction.channel;
  return interaction.origin === 'inbound' ? 'incoming-call' : interaction.origin;
};
