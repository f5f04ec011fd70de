import type {
  AgentId,
  Attachment,
  CommandId,
  CommandOf,
  CommandType,
  Interaction,
  InteractionId,
  Refusal,
} from '@deskwire/domain';
import type {Signal} from './input.js';
import type {Turn} from './turn.js';

/** A handler decides facts, or refuses before it has decided any. */
export type Decision = Refusal | undefined;

type AboutContact = Extract<CommandOf<CommandType>, {interactionId: InteractionId}>['type'];
type AboutAgent = Exclude<CommandType, AboutContact>;

/** A command about an interaction that exists and that `permit` allowed. */
export interface Asked<T extends CommandType> {
  readonly id: CommandId;
  readonly command: CommandOf<T>;
  readonly interaction: Interaction;
  /** The files that it names, looked up by whoever stores them. */
  readonly files?: readonly Attachment[];
}

/** What the engine does for an agent, no interaction involved. */
export type AgentHandlers = {
  readonly [T in AboutAgent]?: (turn: Turn, agentId: AgentId, command: CommandOf<T>) => Decision;
};

/** What the engine does for an agent with an interaction they take part in. */
export type ContactHandlers = {
  readonly [T in AboutContact]?: (turn: Turn, agentId: AgentId, asked: Asked<T>) => Decision;
};

/** What the engine does for the customer of an interaction. */
export type CustomerHandlers = {
  readonly [T in AboutContact]?: (turn: Turn, asked: Asked<T>) => Decision;
};

/** The signal of one name. */
export type SignalOf<T extends Signal['type']> = Extract<Signal, {type: T}>;

/** What the engine does about what the world tells it. */
export type SignalHandlers = {
  readonly [T in Signal['type']]: (turn: Turn, signal: SignalOf<T>) => Decision;
};
