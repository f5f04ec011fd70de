import type {
  AgentId,
  AgentProfile,
  Capabilities,
  Channel,
  Handset,
  Instant,
  Interaction,
  InteractionId,
  Phase,
  Presence,
  QueueId,
  TenantConfig,
} from '@deskwire/domain';
import type {Deadline} from './deadlines.js';

/** What a contact centre is built from. It carries no secret. */
export interface CentreConfig {
  readonly tenant: TenantConfig;
  readonly agents: readonly AgentProfile[];
  /** What the backend around the engine can do: `ENGINE_COMMANDS` or fewer, and its features. */
  readonly capabilities: Capabilities;
}

/** One open engagement of an agent: as much of it as routing and timers need. */
export interface Work {
  readonly interactionId: InteractionId;
  readonly channel: Channel;
  readonly phase: Exclude<Phase, 'done'>;
}

/** A request that has not been answered yet. */
export const isPending = ({phase}: Work): boolean => phase === 'connecting' || phase === 'offered';

/** What the engine knows about one agent. */
export interface AgentState {
  readonly profile: AgentProfile;
  readonly presence: Presence;
  readonly handset: Handset;
  /** Whether at least one desk of this agent is connected. */
  readonly connected: boolean;
  /** When the last desk was lost; absent while one is connected, and before the first. */
  readonly lostAt?: Instant;
  /** Since when the agent has waited for work: became available, accepted or finished a contact, whichever is last. */
  readonly availableSince: Instant;
  /** Open engagements, oldest first. */
  readonly work: readonly Work[];
}

/** A contact that looks for an owner. */
export interface Waiting {
  readonly interactionId: InteractionId;
  readonly queueId: QueueId;
  readonly channel: Channel;
  /** When the contact arrived at the contact centre: it keeps its place when it comes back to the queue. */
  readonly since: Instant;
  /** Never offered to this agent (they transferred it). */
  readonly avoid?: AgentId;
}

/**
 * A contact centre at one moment; an immutable value. Everything in it follows from the configuration and the facts,
 * so that `replay` restores it, deadlines included.
 */
export interface Centre {
  readonly config: CentreConfig;
  /** Which agents serve a queue; follows from the configuration. */
  readonly rosters: ReadonlyMap<QueueId, readonly AgentId[]>;
  /** Position of the last fact; 0 before the first. */
  readonly seq: number;
  readonly agents: ReadonlyMap<AgentId, AgentState>;
  /** Those that still ask something of somebody; the others are the store's. */
  readonly interactions: ReadonlyMap<InteractionId, Interaction>;
  /** Per queue, longest waiting first. A queue without a waiting contact is absent. */
  readonly waiting: ReadonlyMap<QueueId, readonly Waiting[]>;
  /** What is due when, soonest first. */
  readonly deadlines: readonly Deadline[];
}

const newcomer = (profile: AgentProfile): AgentState => ({
  profile,
  presence: {state: 'signed-out', since: 0},
  handset: {offHook: false},
  connected: false,
  availableSince: 0,
  work: [],
});

const rostersOf = (agents: readonly AgentProfile[]): ReadonlyMap<QueueId, readonly AgentId[]> => {
  const rosters = new Map<QueueId, AgentId[]>();
  for (const {id, queueIds} of agents) {
    for (const queueId of queueIds) rosters.set(queueId, [...(rosters.get(queueId) ?? []), id]);
  }
  return rosters;
};

/** A contact centre in which nothing has happened yet: everybody is signed out. */
export const createCentre = (config: CentreConfig): Centre => ({
  config,
  rosters: rostersOf(config.agents),
  seq: 0,
  agents: new Map(config.agents.map((profile) => [profile.id, newcomer(profile)])),
  interactions: new Map(),
  waiting: new Map(),
  deadlines: [],
});

/** Every interaction that still asks something of somebody: waiting, rung, handled, wrapped up, or a mail to be sent. */
export const openInteractions = ({interactions}: Centre): readonly Interaction[] => [
  ...interactions.values(),
];
