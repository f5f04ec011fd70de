// What the moves of a storm are read from: what is there in a hall.
import type {AgentId, Command, Content, Interaction, InteractionId, Mail, Who} from '@deskwire/domain';
import type {CentreConfig} from '../centre.js';
import type {Signal} from '../input.js';
import type {Hall} from './hall.js';

/** One move of a storm. */
export type Move = readonly [what: number, a: number, b: number, c: number];
/** What was asked or told, for tests that look at it. */
export type Played =
  | {readonly kind: 'command'; readonly who: Who; readonly command: Command}
  | {readonly kind: 'signal'; readonly signal: Signal}
  | {readonly kind: 'time'};

/** A command, as it is played. */
export const command = (who: Who, given: Command): Played => ({kind: 'command', who, command: given});
/** A signal, as it is played. */
export const signal = (told: Signal): Played => ({kind: 'signal', signal: told});

/** One of these, whatever the number. */
export const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % (from.length || 1)];

const LATE = ['none', 'gone'];

/** Every open contact. */
export const interactionsOf = ({centre}: Hall): readonly Interaction[] => [...centre.interactions.values()];

/** A contact, or one that is not there. */
export const anyId = (hall: Hall, index: number): InteractionId =>
  pick([...hall.centre.interactions.keys(), ...LATE], index) ?? 'none';

/** Somebody. */
export const anyAgent = ({config}: {readonly config: CentreConfig}, index: number): AgentId =>
  pick(config.agents, index)?.id ?? 'nobody';

/** Every part that somebody has in a contact. */
export const pieces = (hall: Hall) =>
  interactionsOf(hall).flatMap(({id, engagements}) =>
    engagements.map(({agent, phase}) => ({interactionId: id, agentId: agent.id, phase})),
  );

/** The mails of a contact. */
export const mailsOf = (hall: Hall, interactionId: InteractionId): readonly Mail[] => {
  const content = hall.centre.interactions.get(interactionId)?.content;
  return content?.kind === 'email' ? content.thread.mails : [];
};

/** Mostly a contact whose content is of this kind, so that what is told of it fits. */
export const idWith = (hall: Hall, kind: Content['kind'], index: number): InteractionId => {
  const fitting = interactionsOf(hall).filter(({content}) => content.kind === kind);
  return pick(fitting, index)?.id ?? anyId(hall, index);
};
