import {
  FEATURES,
  type AgentProfile,
  type Answers,
  type Capabilities,
  type TenantConfig,
} from '@deskwire/domain';
import {ENGINE_COMMANDS, type CentreConfig} from '@deskwire/engine';

import type {Pace} from './actors.js';
import type {SimulatorClock} from './clock.js';
import type {SampleLanguage} from './sample/words.js';

/** How a simulated contact centre is made. Everything has a default: a small company with two agents. */
export interface SimulatorOptions {
  /** The language of the sample data; `en` unless given. */
  readonly language?: SampleLanguage;
  /** Unless given, `sampleTenant(language)`. */
  readonly tenant?: TenantConfig;
  /** Unless given, `sampleAgents(language)`, serving every queue of the tenant. */
  readonly agents?: readonly AgentProfile[];
  /** The enterprise address book; unless given, `sampleNumbers(language)`. */
  readonly numbers?: Answers['directory.numbers']['numbers'];
  /** Contact lists of the campaigns, by campaign id; unless given, `sampleContacts(language)`. */
  readonly contacts?: NonNullable<CentreConfig['contacts']>;
  /** How many contacts there were before the story began: 60 unless given, 100,000 are as quick. */
  readonly pastContacts?: number;
  /** What chance comes to: the same seed and the same clock make the same story. */
  readonly seed?: number;
  /** Real time unless given. */
  readonly clock?: SimulatorClock;
  /** Until a reserved agent's phone or page rings; `Infinity` stays in connecting. 600 unless given. */
  readonly connectDelayMs?: number;
  /** How long everything takes between desk and backend, each way. 0 unless given: the next microtask. */
  readonly latencyMs?: number;
  /** How quick customers and mail servers are. */
  readonly pace?: Partial<Pace>;
  /** What this backend can do: fewer commands or features than the engine, for desks of lesser platforms. */
  readonly capabilities?: Partial<Capabilities>;
}

/** Until a phone rings, milliseconds. */
export const DEFAULT_CONNECT_DELAY = 600;
/** A world that is neither hasty nor slow. */
export const DEFAULT_PACE: Pace = {
  deliveryMs: 400,
  mailMs: 900,
  answerMs: 4_000,
  pickUpMs: 3_000,
  uploadMs: 1_200,
};

/** A few weeks of a small company. */
export const DEFAULT_PAST = 60;

/** What the simulator really does, and never more, whatever is asked for. */
export const capabilitiesOf = ({
  commands = ENGINE_COMMANDS,
  features = FEATURES,
}: Partial<Capabilities> = {}): Capabilities => ({
  commands: commands.filter((type) => ENGINE_COMMANDS.includes(type)),
  features: FEATURES.filter((feature) => features.includes(feature)),
});
