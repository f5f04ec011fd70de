import type {CadChange, CadVariable} from './cad.js';
import type {Capabilities} from './capability.js';
import type {Who} from './command.js';
import type {AgentProfile, GuideReply, TenantConfig} from './config.js';
import type {Mail, Message, Redaction} from './content.js';
import type {Ending, Interaction, LeaveReason, Target} from './interaction.js';
import type {
  AgentId,
  AgentRef,
  CommandId,
  Customer,
  Instant,
  InteractionId,
  LegId,
  Party,
  QueueRef,
} from './party.js';
import type {Handset, Presence} from './presence.js';

/** Everything a desk needs to start from nothing. */
export interface DeskSnapshot {
  readonly viewer: Who;
  readonly capabilities: Capabilities;
  readonly tenant: TenantConfig;
  /** Absent for a customer's page. */
  readonly profile?: AgentProfile;
  readonly presence: Presence;
  readonly handset: Handset;
  readonly interactions: readonly Interaction[];
}

type Of<T extends string, Rest = unknown> = {readonly type: T} & Rest;
type On<T extends string, Rest = unknown> = {readonly type: T; readonly interactionId: InteractionId} & Rest;
type By<Rest = unknown> = {readonly agentId: AgentId} & Rest;

/** What happened, without the envelope. Past tense. SPEC.md says what each does to the state. */
export type Happening =
  // The desk itself.
  | Of<'desk.hydrated', {readonly epoch: string; readonly snapshot: DeskSnapshot}>
  | Of<'tenant.changed', {readonly tenant: TenantConfig}>
  | Of<'agent.state-changed', By<{readonly presence: Presence}>>
  | Of<'agent.profile-changed', {readonly profile: AgentProfile}>
  | Of<'handset.changed', By<{readonly handset: Handset}>>
  // The first desk of an agent connected, or the last one was lost. Engine and store keep them; no desk is told.
  | Of<'agent.connected', By>
  | Of<'agent.disconnected', By>
  // The interaction as a whole. `shown` carries it to a desk that begins to see it, `hidden` takes it away.
  | On<'interaction.created', {readonly interaction: Interaction}>
  | On<'interaction.shown', {readonly interaction: Interaction}>
  | On<'interaction.hidden'>
  | On<'interaction.queued', {readonly queue: QueueRef; readonly avoid?: AgentId}>
  | On<'interaction.ended', {readonly ending: Ending}>
  | On<
      'interaction.transferred',
      {readonly by: AgentId; readonly to: Target; readonly how: 'blind' | 'consult' | 'conference'}
    >
  | On<'customer.updated', {readonly customer: Customer}>
  // One agent's part.
  | On<'engagement.reserved', {readonly agent: AgentRef; readonly role: 'owner' | 'consulted'}>
  | On<'engagement.offered', By<{readonly expiresAt?: Instant}>>
  | On<'engagement.accepted', By>
  | On<'engagement.left', By<{readonly reason: LeaveReason}>>
  | On<'engagement.read', By<{readonly readAt: Instant}>>
  | On<'wrap-up.started', By<{readonly deadline?: Instant; readonly defaultReasonId?: string}>>
  | On<'wrap-up.extended', By>
  | On<
      'wrap-up.submitted',
      By<{readonly reasonIds: readonly string[]; readonly auto: boolean; readonly note?: string}>
    >
  // Legs and who hears whom.
  | On<'leg.ringing', {readonly legId: LegId; readonly party: Party}>
  | On<'leg.joined', {readonly legId: LegId; readonly party: Party}>
  | On<'leg.left', {readonly legId: LegId}>
  // Without an agent: the customer and an outside number, after a transfer.
  | On<'call.connected', Partial<By>>
  | On<'call.held', By>
  | On<'call.resumed', By>
  | On<'call.muted', By>
  | On<'call.unmuted', By>
  | On<'call.dtmf-sent', By<{readonly digits: string}>>
  | On<'consult.requested', By<{readonly target: Target}>>
  | On<'consult.ringing', {readonly legId: LegId}>
  | On<'consult.accepted', {readonly legId: LegId}>
  | On<'consult.failed', {readonly reason: 'missed' | 'declined' | 'cancelled' | 'failed'}>
  | On<'consult.held'>
  | On<'consult.resumed'>
  | On<'consult.ended', {readonly by: AgentId | 'customer' | 'system'}>
  | On<'conference.requested', By<{readonly target: Target}>>
  | On<'conference.failed', {readonly reason: 'missed' | 'declined' | 'cancelled' | 'failed'}>
  | On<'conference.started', By<{readonly legIds: readonly LegId[]}>>
  | On<'conference.joined', {readonly legId: LegId}>
  | On<'conference.left', {readonly legId: LegId}>
  | On<'conference.ended', {readonly by: AgentId | 'customer' | 'system'}>
  // Recording.
  | On<'recording.started'>
  | On<'recording.paused', {readonly resumeAt?: Instant}>
  | On<'recording.resumed', {readonly auto: boolean}>
  | On<'recording.stopped'>
  // Data.
  | On<'cad.defined', {readonly variables: readonly CadVariable[]}>
  | On<
      'cad.changed',
      {readonly changes: readonly CadChange[]; readonly by: NonNullable<CadVariable['changedBy']>}
    >
  // Told to the agent who came second (CAD-9). Never carries a secure value.
  | On<
      'cad.overwritten',
      By<{readonly name: string; readonly winner: string; readonly kept: string; readonly lost: string}>
    >
  // Conversation.
  | On<'message.posted', {readonly message: Message}>
  // Card data that only a later message gave away; the text as it is from now on (CHAT-8).
  | On<
      'message.redacted',
      {readonly messageId: string; readonly text: string; readonly redactions: readonly Redaction[]}
    >
  // A file that was held: given out from now on, or gone.
  | On<'attachment.released', {readonly attachmentId: string}>
  | On<'attachment.dropped', {readonly attachmentId: string}>
  | On<'message.delivered', {readonly messageId: string}>
  | On<'message.read', {readonly messageId: string}>
  | On<'customer.left'>
  | On<'customer.returned'>
  | On<'mail.received', {readonly mail: Mail}>
  | On<'mail.queued', {readonly mail: Mail}>
  // Called back before it left; the thread is as if it had never been written.
  | On<'mail.recalled', {readonly mailId: string}>
  | On<'mail.sent', {readonly mailId: string}>
  | On<'mail.failed', {readonly mailId: string; readonly failure: string}>
  // Dialling out.
  | On<
      'outdial.failed',
      By<{
        readonly reason:
          | 'not-connected'
          | 'agent-declined'
          | 'customer-rejected'
          | 'customer-unanswered'
          | 'inbound-won'
          | 'limit';
        readonly code?: 26 | 27;
      }>
    >
  | On<'call-guide.submitted', {readonly by: AgentRef; readonly replies: readonly GuideReply[]}>;

/** The envelope: order and time, and the command that caused it, where one did. */
export interface Stamp {
  /** Position in the desk's own order; counts up without gaps within an epoch. */
  readonly seq: number;
  readonly at: Instant;
  readonly cause?: CommandId;
}

/** One thing that happened. Append-only, in order, harmless to repeat. */
export type Fact = Happening & Stamp;
/** The name of a fact. */
export type FactType = Happening['type'];
/** The fact of one name. */
export type FactOf<T extends FactType> = Extract<Fact, {type: T}>;
/** A fact about one interaction. */
export type InteractionFact = Extract<Fact, {interactionId: InteractionId}>;
/** A happening about one interaction, with its time: all that the reducer of an interaction needs. */
export type Told<T extends InteractionHappening['type'] = InteractionHappening['type']> = Extract<
  InteractionHappening,
  {type: T}
> & {readonly at: Instant};
/** A happening about one interaction. */
export type InteractionHappening = Extract<Happening, {interactionId: InteractionId}>;
