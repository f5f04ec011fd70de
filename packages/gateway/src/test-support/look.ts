import {engagementOf, type Interaction, type Mail, type Phase} from '@deskwire/domain';

/** The phase of an agent's part. */
export const phaseOf = (interaction: Interaction | undefined, agentId: string): Phase | undefined =>
  interaction && engagementOf(interaction, agentId)?.phase;

/** What was said in a chat. */
export const textsOf = (interaction: Interaction | undefined): readonly string[] =>
  interaction?.content.kind === 'chat' ? interaction.content.transcript.messages.map(({text}) => text) : [];

/** The mails of a thread. */
export const mailsOf = (interaction: Interaction | undefined): readonly Mail[] =>
  interaction?.content.kind === 'email' ? interaction.content.thread.mails : [];
