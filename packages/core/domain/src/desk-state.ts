import type {Capabilities} from './capability.js';
import type {Who} from './command.js';
import type {AgentProfile, TenantConfig} from './config.js';
import type {Interaction} from './interaction.js';
import type {InteractionId} from './party.js';
import type {Handset, Presence} from './presence.js';

/** Where a desk stands in its stream of facts. `epoch` changes when the sender's memory of past facts begins anew. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** The desk without its interactions: small, and changed by few facts. */
export interface DeskHeader {
  /** Undefined until the first hydrate. */
  readonly cursor?: Cursor;
  readonly viewer?: Who;
  readonly capabilities: Capabilities;
  readonly tenant?: TenantConfig;
  readonly profile?: AgentProfile;
  readonly presence: Presence;
  readonly handset: Handset;
}

/** All that a desk knows. */
export interface DeskState extends DeskHeader {
  readonly interactions: ReadonlyMap<InteractionId, Interaction>;
}

/** A desk that has heard nothing yet. */
export const EMPTY_HEADER: DeskHeader = {
  capabilities: {commands: [], features: []},
  presence: {state: 'signed-out', since: 0},
  handset: {offHook: false},
};

/** A desk that has heard nothing yet. */
export const EMPTY_DESK: DeskState = {...EMPTY_HEADER, interactions: new Map()};
