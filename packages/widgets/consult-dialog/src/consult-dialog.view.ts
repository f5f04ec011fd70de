import type {Interaction} from '@deskwire/domain';

/** What happens to the customer, each with words of its own. */
export const CONSEQUENCES = ['goesOnHold', 'staysOnHold'] as const;
/** One of {@link CONSEQUENCES}. */
export type Consequence = (typeof CONSEQUENCES)[number];

/** What the agent is told before they commit. */
export const consequenceOf = ({talk}: Pick<Interaction, 'talk'>): Consequence =>
  talk.kind === 'hold' ? 'staysOnHold' : 'goesOnHold';
