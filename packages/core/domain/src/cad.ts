import type {AgentId, Instant} from './party.js';

/** The types that CAD-5 names. */
export const CAD_TYPES = ['string', 'integer', 'decimal', 'boolean', 'date', 'date-time'] as const;
/** One of {@link CAD_TYPES}. */
export type CadType = (typeof CAD_TYPES)[number];

/** A label that the tenant wrote, in one language or in several. */
export type Label = string | {readonly en: string; readonly ko: string};

/**
 * One call-associated variable. `value` is text in canonical form (ISO 8601 for dates, '.' as decimal sign,
 * 'true' | 'false'); the empty string means not set.
 */
export interface CadVariable {
  readonly name: string;
  readonly label: Label;
  readonly type: CadType;
  readonly value: string;
  readonly editable: boolean;
  /** Never logged, never in an attribute or URL. */
  readonly secure: boolean;
  /** Position in the pane; smaller first. */
  readonly order: number;
  /** Counts the changes of this variable alone; a save names the version it was made from. */
  readonly version: number;
  readonly changedBy?:
    {readonly kind: 'agent'; readonly id: AgentId; readonly name: string} | {readonly kind: 'flow'};
  readonly changedAt?: Instant;
}

/** One changed value inside a `cad.changed` fact. */
export interface CadChange {
  readonly name: string;
  readonly value: string;
  readonly version: number;
}

/** So many variables of one interaction are kept and carried; admin hears about more at the start. */
export const CAD_MAX_CARRIED = 200;
/** At most this many variables are shown (CAD-1). */
export const CAD_MAX_VARIABLES = 30;
/** At most this many UTF-16 units in one value (CAD-4). */
export const CAD_MAX_LENGTH = 256;
