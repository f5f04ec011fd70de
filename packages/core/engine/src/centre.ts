import {
  dialled,
  type AddressBookEntry,
  type AgentId,
  type AgentProfile,
  type Capabilities,
  type Channel,
  type Handset,
  type Instant,
  type Interaction,
  type InteractionId,
  type Phase,
  type Presence,
  type QueueId,
  type TenantConfig,
} from '@deskwire/domain';
import {openLists, type ContactLists} from './contact-lists.js';
import type {Deadline} from './deadlines.js';

/** What a contact centre is built from. It carries no secret. */
export interface CentreConfig {
  readonly tenant: TenantConfig;
  readonly agents: readonly AgentProfile[];
  /** What the backend around the engine can do: `ENGINE_COMMANDS` or fewer, and its features. */
  readonly capabilities: Capabilities;
  /** The enterprise address book. It is asked for, never pushed: it may have 50,000 rows. */
  readonly numbers?: readonly AddressBookEntry[];
  /** Contact lists of the campaigns, by campaign id, in the order in which they are called. */
  readonly contacts?: Readonly<Record<string, readonly CampaignContact[]>>;
  /** Contacts that are done already (called or skipped), as `campaignId` and `contactId` joined by a line feed. */
  readonly contactsDone?: Iterable<string>;
}

/** One row of a campaign's list. */
export interface CampaignContact {
  readonly id: string;
  readonly number: string;
  readonly name?: string;
  /** CAD values by name; what the flow does not define comes along as read-only text. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One open engagement of an agent: as much of it as routing and timers need. */
export interface Work {
  readonly interactionId: InteractionId;
  readonly channel: Channel;
  readonly phase: Exclude<Phase, 'done'>;
}

/** A request that has not been answered yet. */
export const isPending = ({phase}: Work): boolean => phase === 'connecting' || phase === 'offered';

/** A call that is being handled. */
export const isCall = ({channel, phase}: Work): boolean => channel === 'voice' && phase === 'active';

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

/** A contact that looks for an agent: for an owner, or for somebody whom the owner wants to consult. */
export interface Waiting {
  readonly interactionId: InteractionId;
  readonly queueId: QueueId;
  readonly channel: Channel;
  readonly role: 'owner' | 'consulted';
  /**
   * What its place in the queue goes by: when the contact arrived, so that it keeps its place when it comes back; when
   * the consult was asked for; when a callback was last dialled in vain.
   */
  readonly since: Instant;
  /** Never offered to this agent: they transferred it, or it is they who consult. */
  readonly avoid?: AgentId;
}

/** In which flow a contact is: by the entry point that it was sent to last, and by the one that a consult went through. */
export interface FlowPath {
  /** Absent: where it came in. */
  readonly entryPointId?: string;
  /** The entry point of the latest consult, whose flow takes over at a hand-over. */
  readonly consulted?: string;
}

/**
 * A contact centre at one moment; an immutable value. Everything in it follows from the configuration and the facts,
 * so that `replay` restores it, deadlines included.
 */
export interface Centre {
  readonly config: CentreConfig;
  /** Which agents serve a queue; follows from the configuration. */
  readonly rosters: ReadonlyMap<QueueId, readonly AgentId[]>;
  /** Names of the address book by what is dialled; follows from the configuration. */
  readonly names: ReadonlyMap<string, string>;
  /** Position of the last fact; 0 before the first. */
  readonly seq: number;
  readonly agents: ReadonlyMap<AgentId, AgentState>;
  /** Those that still ask something of somebody; the others are the store's. */
  readonly interactions: ReadonlyMap<InteractionId, Interaction>;
  /** Per queue, longest waiting first. A queue without a waiting contact is absent. */
  readonly waiting: ReadonlyMap<QueueId, readonly Waiting[]>;
  /** Contacts that were sent, or consulted about, through an entry point; the flow decides their data (CAD-12). */
  readonly flows: ReadonlyMap<InteractionId, FlowPath>;
  /** Which contacts of the campaigns are with somebody, done, or the next ones. */
  readonly contacts: ContactLists;
  /** What is due when, soonest first. */
  readonly deadlines: readonly Deadline[];
  /** Lines to the world outside that ring or talk; the limits of concurrent calls are about them. */
  readonly lines: number;
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

/** The first name wins where a number stands there twice. */
const namesOf = (numbers: readonly AddressBookEntry[]): ReadonlyMap<string, string> =>
  new Map(numbers.map(({name, number}) => [dialled(number), name] as const).reverse());

/** A contact centre in which nothing has happened yet: everybody is signed out. */
export const createCentre = (config: CentreConfig): Centre => ({
  config,
  rosters: rostersOf(config.agents),
  names: namesOf(config.numbers ?? []),
  seq: 0,
  agents: new Map(config.agents.map((profile) => [profile.id, newcomer(profile)])),
  interactions: new Map(),
  waiting: new Map(),
  flows: new Map(),
  contacts: openLists(config),
  deadlines: [],
  lines: 0,
});

/** Every interaction that still asks something of somebody: waiting, rung, handled, wrapped up, or a mail to be sent. */
export const openInteractions = ({interactions}: Centre): readonly Interaction[] => [
  ...interactions.values(),
];
