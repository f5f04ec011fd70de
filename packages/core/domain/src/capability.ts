import type {CommandType} from './command.js';

/** What a backend can do beside taking commands. */
export const FEATURES = [
  /** Several wrap-up reasons at once. */
  'multi-wrap-up',
  /** The backend tells about other agents' availability. */
  'agent-presence',
  /** Older chat messages can be fetched. */
  'message-history',
  /** The backend rings physical phones by itself. */
  'desk-phone',
  /** The page itself carries the audio. */
  'browser-phone',
  /** Files can be sent with messages, and fetched. */
  'files',
  /** The other side is told that somebody writes. */
  'typing',
  /** An interaction and contact history can be asked for. */
  'history',
  /** The connection can be resumed without a new snapshot. */
  'resume',
] as const;
/** One of {@link FEATURES}. */
export type Feature = (typeof FEATURES)[number];

/**
 * What the backend behind a port can do at all. A command that is not listed is never offered on the desk
 * (`permit` refuses it with kind `capability`). Plain data, so that it crosses bundles and wires.
 */
export interface Capabilities {
  readonly commands: readonly CommandType[];
  readonly features: readonly Feature[];
}

/** Says whether the backend has a feature. */
export const hasFeature = (capabilities: Capabilities, feature: Feature): boolean =>
  capabilities.features.includes(feature);
