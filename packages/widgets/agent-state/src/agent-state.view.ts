import {
  engagementOf,
  isOpen,
  isRequest,
  selectAgentId,
  selectAvailability,
  type AgentProfile,
  type Ask,
  type Availability,
  type Capabilities,
  type Channel,
  type ChosenState,
  type DeskState,
  type Instant,
  type Label,
  type Presence,
  type Reason,
  type Verdict,
} from '@deskwire/domain';
import {controlOf, type Control} from '@deskwire/kit';

/** What the button can show. `unknown` until the desk has heard from its backend. */
export const AGENT_STATES = [
  'unknown',
  'signed-out',
  'available',
  'idle',
  'rona',
  'engaged',
  'wrap-up',
] as const;
/** One of {@link AGENT_STATES}. */
export type AgentStateName = (typeof AGENT_STATES)[number];

/** The state in force, as the button shows it. */
export interface CurrentState {
  readonly state: AgentStateName;
  /** The idle reason, where there is one. */
  readonly reason?: Label;
  /** What an engaged agent is busy with. */
  readonly channel?: Channel;
  /** Since when; absent while nothing is known. */
  readonly since?: Instant;
}

/** The part of the desk that the widget looks at, in one slice. */
export interface AgentSlice {
  readonly availability: Availability;
  readonly presence: Presence;
  readonly reasons: readonly Reason[];
  /** The desk has been hydrated by an agent's backend. */
  readonly known: boolean;
  /** What `permit` looks at beside these. */
  readonly capabilities: Capabilities;
  readonly profile: AgentProfile | undefined;
  /** What the agent has to do still: what `permit` says of sign-out follows from it. */
  readonly duty: 'request' | 'contact' | 'none';
}

const NO_REASONS: readonly Reason[] = [];

const dutyOf = (state: DeskState): AgentSlice['duty'] => {
  const own = selectAgentId(state);
  const mine = [...state.interactions.values()].flatMap(
    (interaction) => engagementOf(interaction, own) ?? [],
  );
  if (mine.some(isRequest)) return 'request';
  return mine.some(isOpen) ? 'contact' : 'none';
};

/** The slice of the desk that the widget shows. */
export const selectAgentSlice = (state: DeskState): AgentSlice => ({
  availability: selectAvailability(state),
  presence: state.presence,
  reasons: state.tenant?.idleReasons ?? NO_REASONS,
  known: state.cursor !== undefined && state.viewer?.kind === 'agent',
  capabilities: state.capabilities,
  profile: state.profile,
  duty: dutyOf(state),
});

const sameAvailability = (a: Availability, b: Availability): boolean =>
  a === b ||
  (a.state === b.state &&
    a.since === b.since &&
    (a.state !== 'engaged' || b.state !== 'engaged' || a.channel === b.channel) &&
    a.state !== 'rona' &&
    a.state !== 'idle');

/** Whether two slices look the same: an engaged agent's availability is computed anew with every fact. */
export const sameSlice = (a: AgentSlice, b: AgentSlice): boolean =>
  sameAvailability(a.availability, b.availability) &&
  a.presence === b.presence &&
  a.reasons === b.reasons &&
  a.known === b.known &&
  a.capabilities === b.capabilities &&
  a.profile === b.profile &&
  a.duty === b.duty;

const reasonLabel = (reasons: readonly Reason[], reasonId: string): Label | undefined =>
  reasons.find(({id}) => id === reasonId)?.label;

/** What the button shows. */
export const currentState = ({availability, reasons, known}: AgentSlice): CurrentState => {
  if (!known) return {state: 'unknown'};
  const {state, since} = availability;
  if (state === 'idle') {
    const reason = reasonLabel(reasons, availability.reasonId);
    return {state, since, ...(reason === undefined ? {} : {reason})};
  }
  return state === 'engaged' ? {state, since, channel: availability.channel} : {state, since};
};

/** One state that the agent can choose. */
export interface Choice {
  readonly id: string;
  readonly to: ChosenState;
  /** Undefined for Available, whose word is the widget's own. */
  readonly label?: Label;
}

const AVAILABLE: Choice = {id: 'available', to: {state: 'available'}};
const idleChoice = ({id, label}: Reason): Choice => ({
  id: `idle:${id}`,
  to: {state: 'idle', reasonId: id},
  label,
});

/** Everything that can be chosen, in the menu's order: Available, then the idle reasons as admin ordered them. */
export const choicesOf = (reasons: readonly Reason[]): readonly Choice[] => [
  AVAILABLE,
  ...reasons.map(idleChoice),
];

/** A search earns its place from this many idle reasons on (STATE-5). */
export const SEARCH_FROM = 7;

/** What the open menu shows. */
export interface MenuView {
  readonly choices: readonly Choice[];
  /** What the agent chose: it holds now, or as soon as the contacts at hand are done. */
  readonly chosen?: string;
  /** The choice waits for the contacts at hand. */
  readonly waits: boolean;
  readonly searchable: boolean;
  readonly signOut: Control;
}

const chosenId = (presence: Presence): string | undefined => {
  if (presence.state === 'available') return AVAILABLE.id;
  return presence.state === 'idle' ? `idle:${presence.reasonId}` : undefined;
};

/** What the menu shows; `permit` is the stream's. */
export const menuView = (slice: AgentSlice, permit: (ask: Ask) => Verdict | undefined): MenuView => {
  const {availability, presence, reasons} = slice;
  const chosen = chosenId(presence);
  return {
    choices: choicesOf(reasons),
    ...(chosen === undefined ? {} : {chosen}),
    waits: availability.state === 'engaged' || availability.state === 'wrap-up',
    searchable: reasons.length >= SEARCH_FROM,
    signOut: controlOf(permit({type: 'agent.sign-out'})),
  };
};

/** Whether there is anything to choose: not before the desk knows its agent, and not after sign-out. */
export const canOpen = (slice: AgentSlice, permit: (ask: Ask) => Verdict | undefined): boolean =>
  slice.known && permit({type: 'agent.set-state', to: {state: 'available'}})?.ok === true;
