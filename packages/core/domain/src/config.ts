import type {CadType, Label} from './cad.js';
import type {AgentId, Channel, QueueRef} from './party.js';

/** A reason that an agent can choose, for idling or for wrap-up. */
export interface Reason {
  readonly id: string;
  readonly label: Label;
}

/** A variable that admin put into a popover, in admin's order (ARR-3, ARR-10). */
export interface PopoverVariable {
  readonly name: string;
  readonly label: Label;
}

/** How wrap-up works on one channel. */
export interface WrapUpPolicy {
  /** Several reasons may be chosen at once (END-2). */
  readonly multiple: boolean;
  /** Seconds until the default reason is submitted by itself; absent: no countdown. */
  readonly autoSeconds?: number;
  readonly defaultReasonId?: string;
  /** The agent may cancel the countdown (END-3). */
  readonly extendable: boolean;
  /** Reasons offered on this channel; absent: all. */
  readonly reasonIds?: readonly string[];
}

/**
 * A rule of the dial plan (OUT-3). Every rule must hold; the first one that does not is named to the agent. Prefixes are
 * compared with what is dialled (digits and +), lengths count its digits.
 */
export interface DialPlanRule {
  readonly name: string;
  /** At least and at most so many digits. */
  readonly minDigits?: number;
  readonly maxDigits?: number;
  /** It must begin with one of these; absent: anything. */
  readonly prefixes?: readonly string[];
  /** It must begin with none of these. */
  readonly blockedPrefixes?: readonly string[];
}

/** An entry point: where customers come in, and where a call can be sent. */
export interface EntryPoint {
  readonly id: string;
  readonly name: string;
  /** Its own dial number, refused as a number to transfer to or to consult (XFER-7). */
  readonly number?: string;
  /** Every mail address that leads here, in lower case: a reply to all leaves them out. */
  readonly addresses?: readonly string[];
  readonly channel: Channel;
  readonly queueId: string;
  /** CAD variables that its flow defines and perhaps sets (CAD-12). */
  readonly variables?: readonly FlowVariable[];
}

/** A variable that a flow defines. `value` present: the flow sets it by itself. */
export interface FlowVariable {
  readonly name: string;
  readonly label: Label;
  readonly type: CadType;
  readonly editable: boolean;
  readonly secure: boolean;
  readonly value?: string;
}

/** A queue with its channel. */
export interface Queue extends QueueRef {
  readonly channel: Channel;
}

/** Limits on files of one channel. Sizes in bytes, for all files of one message together. */
export interface AttachmentPolicy {
  readonly enabled: boolean;
  readonly maxFiles: number;
  readonly maxTotalBytes: number;
  /** Lower-case endings with their dot. */
  readonly types: readonly string[];
}

/** What happens to card numbers (CHAT-8). */
export interface CardDataPolicy {
  readonly action: 'off' | 'redact' | 'drop';
  /** What becomes of a file that cannot be read. */
  readonly unreadable: 'allow' | 'hold' | 'drop';
}

/** One template of a mail (MAIL-5) or one canned chat response (CHAT-7); `{{name}}` fields are filled on use. */
export interface TextTemplate {
  readonly id: string;
  readonly title: Label;
  readonly text: string;
  /** For mail: the same with formatting; sanitised before it is shown. */
  readonly html?: string;
  readonly isDefault?: boolean;
}

/** A preview campaign (CAMP-1). */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  /** Ids of the teams whose agents work on it. */
  readonly teams: readonly string[];
  readonly skippable: boolean;
  /** Its queue and the variables of its flow; absent: no queue. */
  readonly entryPointId?: string;
  /** What the customer sees; absent: `outdial.defaultAni`. */
  readonly ani?: string;
  /** Variables that the preview and the request show, in this order (ARR-12). */
  readonly fields: readonly PopoverVariable[];
  /** The call guide; the first question is where it begins. `checkGuide` holds (no cycle, no dead end). */
  readonly guide?: readonly GuideQuestion[];
}

/** One answer that an agent can choose, and where it leads; without `next` the guide ends there. */
export interface GuideAnswer {
  readonly id: string;
  readonly label: Label;
  readonly next?: string;
}

/** One question of a call guide (CAMP-5): one of several answers, or a line of text. */
export type GuideQuestion = {readonly id: string; readonly text: Label; readonly hint?: Label} & (
  | {readonly kind: 'choice'; readonly answers: readonly GuideAnswer[]}
  | {readonly kind: 'text'; readonly next?: string; readonly optional?: boolean}
);

/** What was answered: the id of an answer, or the text. In the order in which the questions came. */
export interface GuideReply {
  readonly questionId: string;
  readonly answer: string;
}

/**
 * Everything that REQUIREMENTS.md calls admin's, as far as a desk or the engine acts on it. It carries no secret.
 * Durations are in seconds where a person sets them.
 */
export interface TenantConfig {
  readonly id: string;
  readonly name: string;
  readonly language: 'ko' | 'en';
  readonly idleReasons: readonly Reason[];
  /** The idle reason of every fresh sign-in (STATE-3). */
  readonly signInReasonId: string;
  readonly wrapUpReasons: readonly Reason[];
  readonly wrapUp: Readonly<Record<Channel, WrapUpPolicy>>;
  /** How long a request rings before it is missed (ARR-6). */
  readonly ringSeconds: Readonly<Record<Channel, number>>;
  /** How long a reserved agent's phone or page may take to start ringing. */
  readonly connectSeconds: number;
  /** How long a number that the contact centre dials may ring: an outside number, a customer who is called back. */
  readonly dialSeconds: number;
  /** How long an agent's lost connection is forgiven before their offers go back and they turn idle. */
  readonly graceSeconds: number;
  /**
   * What becomes of a call whose agent is lost for good: it waits for them, or goes back to its queue. A call on a desk
   * phone goes on either way: only the page was lost.
   */
  readonly lostAgent: 'keep' | 'requeue';
  readonly queues: readonly Queue[];
  readonly entryPoints: readonly EntryPoint[];
  /** Replace the default fields of a request (ARR-3); empty: default fields. */
  readonly popoverVariables: readonly PopoverVariable[];
  /** Up to six more variables on a consult request (ARR-10). */
  readonly consultVariables: readonly PopoverVariable[];
  readonly recording: {
    readonly enabled: boolean;
    readonly privacyShield: boolean;
    /** Seconds until a paused recording starts again by itself (REC-3). */
    readonly pauseSeconds: number;
  };
  /** An agent may cancel an outdial or campaign call that rings (ARR-11, ARR-12). */
  readonly callCancellable: boolean;
  /** What "End consult" by agent 1 does: drop everybody, or return to the customer (CONS-8). */
  readonly endConsult: 'drop' | 'return';
  /** Queues may be transfer targets of an outdial call (XFER-12). */
  readonly queueTransferForOutdial: boolean;
  readonly consultToQueue: boolean;
  readonly outdial: {
    /** Whose queue and variables a dialled call has; absent: none. */
    readonly entryPointId?: string;
    readonly anis: readonly {readonly number: string; readonly name: string}[];
    readonly defaultAni?: string;
    readonly availableAfter: boolean;
    readonly dialPlan: readonly DialPlanRule[];
  };
  /** Concurrent calls: reason 26 at the data centre's, 27 at the tenant's limit (OUT-8). */
  readonly callLimits: {readonly dataCentre: number; readonly tenant: number};
  readonly chat: {readonly attachments: AttachmentPolicy; readonly responses: readonly TextTemplate[]};
  readonly email: {
    readonly attachments: AttachmentPolicy;
    readonly templates: readonly TextTemplate[];
    /** Seconds in which a sent mail can be called back; 0: none. */
    readonly undoSeconds: number;
  };
  readonly cardData: CardDataPolicy;
  readonly campaigns: readonly Campaign[];
}

/** How many interactions of one channel an agent may have at once, wrap-up included (STATE-2). */
export type Capacity = Readonly<Record<Channel, number>>;

/** Things that an agent's profile may allow. */
export const PERMISSIONS = [
  'outdial',
  'dialpad',
  'transfer',
  'consult',
  'conference',
  'recording',
  'campaign',
  'history',
] as const;
/** One of {@link PERMISSIONS}. */
export type Permission = (typeof PERMISSIONS)[number];

/** Where this agent's voice is: a phone on the desk, or this browser. */
export interface Station {
  readonly kind: 'desk-phone' | 'browser-phone';
  readonly dn: string;
}

/** What the desk knows about its own agent. */
export interface AgentProfile {
  readonly id: AgentId;
  readonly name: string;
  readonly team: {readonly id: string; readonly name: string};
  readonly station: Station;
  readonly capacity: Capacity;
  /** 'exclusive': while on a call nothing else is offered, and the other way round. */
  readonly blending: 'blended' | 'exclusive';
  readonly permissions: readonly Permission[];
  readonly queueIds: readonly string[];
}
