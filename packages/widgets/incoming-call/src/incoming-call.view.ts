import {
  dialStage,
  engagementOf,
  isRequest,
  selectAgentId,
  selectRequests,
  type AgentId,
  type AgentProfile,
  type Ask,
  type Capabilities,
  type Channel,
  type ChosenState,
  type DeskState,
  type DialStage,
  type Engagement,
  type Instant,
  type Interaction,
  type InteractionId,
  type Presence,
  type TenantConfig,
  type Verdict,
} from '@deskwire/domain';
import {controlOf, type Control} from '@deskwire/kit';

import {requestContent, type RequestContent} from './request-fields.js';
import {requestKind, type RequestKind} from './request-kind.js';
import {callNote, type RequestNote} from './request-note.js';

/** The stream's `permit`; undefined while there is no stream. */
export type AskPermit = (ask: Ask) => Verdict | undefined;

/** One request in the tray. */
export interface RequestRow extends RequestContent {
  readonly id: InteractionId;
  readonly channel: Channel;
  readonly kind: RequestKind;
  /** The phone or the page is being reached; the request itself follows in the same place. */
  readonly connecting: boolean;
  /** When the contact arrived, or a colleague asked: how long it waits is counted from here. */
  readonly since: Instant;
  readonly accept: Control;
  readonly decline: Control;
  readonly cancel: Control;
  /** How far a call is that the agent makes; undefined for all that comes in. */
  readonly stage: DialStage | undefined;
  /** What a call says in a sentence. */
  readonly note: RequestNote | undefined;
}

/** The RONA popover: what was missed, and the two ways out of it (STATE-4). */
export interface RonaView {
  readonly since: Instant;
  readonly channel: Channel;
  readonly queue: string | undefined;
  readonly missedAfterSeconds: number | undefined;
  readonly available: Control;
  readonly idle: Control;
  /** Idle means the reason with which the agent also signs in. */
  readonly idleTo: ChosenState;
}

/** The part of the desk that the tray looks at, in one slice. */
export interface TraySlice {
  readonly own: AgentId | undefined;
  readonly requests: readonly Interaction[];
  readonly presence: Presence;
  readonly tenant: TenantConfig | undefined;
  readonly profile: AgentProfile | undefined;
  /** What `permit` looks at beside these. */
  readonly capabilities: Capabilities;
  /** A desk phone whose handset lies beside it while no call needs it (END-5). */
  readonly handsetOff: boolean;
}

const needsHandset = (interaction: Interaction, own: AgentId | undefined): boolean => {
  const engagement = engagementOf(interaction, own);
  if (interaction.channel !== 'voice' || !engagement) return false;
  return engagement.phase === 'active' || isRequest(engagement);
};

const handsetOff = (state: DeskState): boolean => {
  if (!state.handset.offHook || state.profile?.station.kind !== 'desk-phone') return false;
  const own = selectAgentId(state);
  return ![...state.interactions.values()].some((interaction) => needsHandset(interaction, own));
};

/** The slice of the desk that the tray shows. */
export const selectTraySlice = (state: DeskState): TraySlice => ({
  own: selectAgentId(state),
  requests: selectRequests(state),
  presence: state.presence,
  tenant: state.tenant,
  profile: state.profile,
  capabilities: state.capabilities,
  handsetOff: handsetOff(state),
});

const WATCHED = ['own', 'presence', 'tenant', 'profile', 'capabilities', 'handsetOff'] as const;

/** Whether two slices look the same. Interactions are compared by identity: one that changed is another object. */
export const sameTray = (a: TraySlice, b: TraySlice): boolean =>
  WATCHED.every((key) => a[key] === b[key]) &&
  a.requests.length === b.requests.length &&
  a.requests.every((interaction, index) => interaction === b.requests[index]);

const HIDDEN: Control = {shown: false};

/** A colleague waits since they asked, a customer since they came. */
const waitsSince = ({talk, createdAt}: Interaction, {role, since}: Engagement): Instant => {
  if (role === 'owner') return createdAt;
  return talk.kind === 'consult-requested' ? talk.since : since;
};

const rowOf = (
  interaction: Interaction,
  engagement: Engagement,
  {own, tenant, profile}: TraySlice,
  permit: AskPermit,
): RequestRow => {
  const {id: interactionId, channel} = interaction;
  const kind = requestKind(interaction, engagement);
  const stage = dialStage(interaction, own);
  const control = (type: Ask['type']): Control => controlOf(permit({type, interactionId}));
  return {
    id: interactionId,
    channel,
    kind,
    connecting: engagement.phase === 'connecting',
    since: waitsSince(interaction, engagement),
    ...requestContent(kind, interaction, tenant),
    // What the agent dialled is not accepted; what came in is not cancelled.
    accept: stage ? HIDDEN : control('interaction.accept'),
    decline: stage ? HIDDEN : control('interaction.decline'),
    cancel: stage ? control('outdial.cancel') : HIDDEN,
    stage,
    note: channel === 'voice' ? callNote(stage, profile?.station.kind === 'desk-phone') : undefined,
  };
};

/** Every request that waits for this agent, in the tray's order (ARR-4). */
export const requestRows = (slice: TraySlice, permit: AskPermit): readonly RequestRow[] =>
  slice.requests.flatMap((interaction) => {
    const engagement = engagementOf(interaction, slice.own);
    return engagement ? [rowOf(interaction, engagement, slice, permit)] : [];
  });

/** What "Accept N requests" accepts: all that can be accepted from the desk. A call is answered by itself. */
export const acceptable = (rows: readonly RequestRow[]): readonly RequestRow[] =>
  rows.filter(
    ({channel, connecting, accept}) => channel !== 'voice' && !connecting && accept.shown && !accept.refusal,
  );

/** The RONA popover, while the agent has not chosen. */
export const ronaView = ({presence, tenant}: TraySlice, permit: AskPermit): RonaView | undefined => {
  if (presence.state !== 'rona' || !tenant) return undefined;
  const {since, channel, queue, missedAfterSeconds} = presence;
  const idleTo = {state: 'idle', reasonId: tenant.signInReasonId} as const;
  return {
    since,
    channel,
    queue: queue?.name,
    missedAfterSeconds,
    available: controlOf(permit({type: 'agent.set-state', to: {state: 'available'}})),
    idle: controlOf(permit({type: 'agent.set-state', to: idleTo})),
    idleTo,
  };
};

/** Whether the page should ring: a call waits for an answer. Calls that the agent dialled do not ring here. */
export const rings = (rows: readonly RequestRow[]): boolean =>
  rows.some(({channel, connecting, stage}) => channel === 'voice' && !connecting && !stage);
