/** Identifiers are opaque strings made by whoever owns the thing; never parse them. */
export type AgentId = string;
/** Identifies one customer contact, whatever its channel. */
export type InteractionId = string;
/** Identifies one leg inside an interaction. */
export type LegId = string;
/** Chosen by the caller of a command; sending the same id again does nothing twice. */
export type CommandId = string;
/** Identifies a queue. */
export type QueueId = string;
/** Milliseconds since the Unix epoch, by the clock of whoever made the fact. */
export type Instant = number;

/** The kinds of work. `social` is carried for platforms that speak it; it behaves like chat. */
export const CHANNELS = ['voice', 'chat', 'email', 'social'] as const;
/** One of {@link CHANNELS}. */
export type Channel = (typeof CHANNELS)[number];

/** How the interaction came to be. */
export const ORIGINS = ['inbound', 'callback', 'outdial', 'campaign'] as const;
/** One of {@link ORIGINS}. */
export type Origin = (typeof ORIGINS)[number];

/** The person outside. Every field may be unknown: a withheld number, a nameless visitor. */
export interface Customer {
  readonly id?: string;
  readonly name?: string;
  /** As received, digits and + only; formatting is the view's. */
  readonly number?: string;
  readonly email?: string;
}

/** An agent as the others see them. `dn` is the dial number of their station. */
export interface AgentRef {
  readonly id: AgentId;
  readonly name: string;
  readonly dn?: string;
  readonly team?: string;
}

/** A queue by id and the name that people read. */
export interface QueueRef {
  readonly id: QueueId;
  readonly name: string;
}

/** Who is at the far end of a leg. */
export type Party =
  | {readonly kind: 'customer'}
  | {readonly kind: 'agent'; readonly agent: AgentRef}
  | {readonly kind: 'number'; readonly number: string; readonly name?: string}
  | {readonly kind: 'bot'; readonly name: string};

/**
 * One end of the interaction. Whether a joined leg talks or is held is not stored here: it follows from
 * {@link Talk}, so that "both held" cannot be written down. Ask `legState`.
 */
export interface Leg {
  readonly id: LegId;
  readonly party: Party;
  readonly presence: 'ringing' | 'joined' | 'gone';
  readonly since: Instant;
}

/** What a view shows for a leg. */
export type LegState = 'ringing' | 'talking' | 'held' | 'gone';
