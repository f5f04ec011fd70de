import type {Capabilities} from './capability.js';
import type {Ask} from './command.js';
import type {AgentProfile, TenantConfig} from './config.js';
import type {Engagement, Interaction} from './interaction.js';
import type {InteractionId} from './party.js';
import type {Presence} from './presence.js';
import type {Refusal, RefusalCode} from './refusal.js';

/** What permit looks at. A desk's state is one; the engine makes one for whoever asks. */
export interface PermitView {
  readonly capabilities: Capabilities;
  readonly tenant?: TenantConfig;
  /** The asking agent's profile; absent for a customer. */
  readonly profile?: AgentProfile;
  readonly presence: Presence;
  /** Every interaction that the caller takes part in, at least. */
  readonly interactions: ReadonlyMap<InteractionId, Interaction>;
}

/** What a rule is given: everything looked up once. */
export interface Case {
  readonly view: PermitView;
  readonly tenant: TenantConfig;
  readonly ask: Ask;
  /** Of the agent who asks. */
  readonly profile: AgentProfile;
}

/** A case about one interaction, by an agent who takes part in it. */
export interface AgentCase extends Case {
  readonly interaction: Interaction;
  readonly engagement: Engagement;
}

/** A rule answers with the first thing that stands in the way, or with nothing. */
export type Answer = RefusalCode | Refusal | undefined;
