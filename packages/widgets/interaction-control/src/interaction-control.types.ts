import type {Ask, CadType, Instant, InteractionId, Label, Refusal, Verdict} from '@deskwire/domain';

/** The states that a chip of a pane can name, each with its own hue and icon. */
export const CHIPS = [
  'connecting',
  'ringing',
  'active',
  'hold',
  'consult-requested',
  'consult',
  'consult-hold',
  'conference',
  'wrap-up',
  'ended',
  'muted',
] as const;
/** One of {@link CHIPS}. */
export type Chip = (typeof CHIPS)[number];

/** A state of the call. `since` is set where the state has a timer of its own beside the clock. */
export interface ChipView {
  readonly chip: Chip;
  readonly since?: Instant;
}

/** What a control of a pane asks for; see {@link OPENERS} for those that ask a person first. */
export const CONTROL_COMMANDS = [
  'call.hold',
  'call.resume',
  'consult.hold',
  'consult.resume',
  'consult.start',
  'interaction.transfer',
  'consult.transfer',
  'conference.transfer',
  'conference.start',
  'interaction.end',
  'consult.cancel',
  'consult.end',
  'conference.end',
  'recording.pause',
  'recording.resume',
  'call.mute',
  'call.unmute',
  'call.dtmf',
] as const;
/** One of {@link CONTROL_COMMANDS}. */
export type ControlCommand = (typeof CONTROL_COMMANDS)[number];

/** Controls that need a target: they tell the page to open its dialog, and send nothing themselves. */
export const OPENERS = ['consult.start', 'interaction.transfer'] as const;
/** One of {@link OPENERS}. */
export type Opener = (typeof OPENERS)[number];
/** A control that sends its command as it stands. */
export type PlainCommand = Exclude<ControlCommand, Opener | 'call.dtmf'>;

/** Where the words of a refusal are not enough: what to do instead, in this very place. */
export const OWN_REASONS = [
  'needsConsult',
  'cancelFirst',
  'consultDrops',
  'consultReturns',
  'digitsUnheard',
  'notConnected',
  'signedOut',
  'entrusted',
] as const;
/** One of {@link OWN_REASONS}. */
export type OwnReason = (typeof OWN_REASONS)[number];

/** Why a control does nothing now: by `permit`, or (own words alone) by the pane itself. */
export type Reason =
  | {readonly refusal: Refusal; readonly words?: OwnReason | undefined}
  | {readonly refusal?: undefined; readonly words: OwnReason};

/** A button. With a reason it is shown, cannot be used, and says why. */
export interface ActionView {
  readonly command: ControlCommand;
  readonly look: 'default' | 'primary' | 'danger';
  readonly reason?: Reason | undefined;
}

/** The places of the buttons, in their order. A place keeps its position whatever stands in it. */
export const SLOTS = ['hold', 'consult', 'transfer', 'conference', 'end'] as const;
/** One of {@link SLOTS}. */
export type Slot = (typeof SLOTS)[number];
/** The buttons of a pane; an absent one is never possible here. */
export type Actions = Readonly<Partial<Record<Slot, ActionView>>>;

/** What the pane says about the recording. Absent while nothing is recorded. */
export type RecordingView =
  | {readonly state: 'on'; readonly control: ActionView | undefined}
  | {
      readonly state: 'paused';
      readonly resumeAt: Instant | undefined;
      readonly control: ActionView | undefined;
    };

/** What a line under the name is about. */
export type FactLabel =
  'number' | 'queue' | 'dnis' | 'customer' | 'team' | 'dn' | 'agent' | 'finding' | 'calling';
/** Who is at the far end. */
export type PartyKind = 'customer' | 'agent' | 'outside';
/** One line under the name: what the party is, or a label with a text, a number, or both. */
export type FactView =
  | {readonly label: 'party'; readonly kind: PartyKind}
  | {readonly label: FactLabel; readonly text?: string | undefined; readonly number?: string | undefined};

/** One call-associated variable, read-only. The value of a secure one is not even in the view. */
export interface VariableView {
  readonly name: string;
  readonly label: Label;
  readonly type: CadType;
  readonly secure: boolean;
  /** Absent where it is not set, or secure. */
  readonly value?: string;
  /** There is a value, and it is shown as a mask. */
  readonly masked: boolean;
}

/** What the clock of a pane counts. It goes on while the party is held. */
export interface ClockView {
  readonly since: Instant;
  readonly counts: 'waiting' | 'duration' | 'consultDuration' | 'wrapUpDuration';
}

/** What an ending does to the others, where a button does not say it by itself. */
export type Hint = 'onlyYouLeave' | 'endsForAll';

/** `call` is there as long as the call is, whoever is in it; `consult` is the consulted party beside the customer. */
export type PaneId = 'call' | 'consult';

/** One leg that the agent talks on, or all of them in a conference. */
export interface PaneView {
  readonly id: PaneId;
  /** Everybody in it, the customer first. */
  readonly names: readonly [string, ...string[]];
  readonly facts: readonly FactView[];
  /** The first one colours the icon. */
  readonly chips: readonly [ChipView, ...ChipView[]];
  readonly clock: ClockView;
  /** In a consult: whether this party is the one who hears the agent. */
  readonly isHeard: boolean;
  readonly variables: readonly VariableView[];
  readonly recording?: RecordingView | undefined;
  readonly actions: Actions;
  /** How many places beside End are ever used here: the columns of a narrow pane. */
  readonly columns: number;
  readonly mute?: ActionView | undefined;
  /** In-call digits. */
  readonly keypad?: ActionView | undefined;
  readonly hint?: Hint;
}

/** All that is shown of one call. */
export interface ControlView {
  readonly interactionId: InteractionId;
  /** Whether the agent owns the call, or was asked into it. */
  readonly isOwner: boolean;
  readonly panes: readonly [PaneView, ...PaneView[]];
}

/** How the view asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;
