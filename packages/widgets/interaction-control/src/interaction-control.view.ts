import {
  customerName,
  engagementOf,
  selectAgentId,
  type Ask,
  type CommandType,
  type DeskState,
  type Engagement,
  type Interaction,
  type InteractionId,
  type Phase,
  type Refusal,
  type Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

/** The states that a chip of the pane can name, each with its own hue and icon. */
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
] as const;
/** One of {@link CHIPS}. */
export type Chip = (typeof CHIPS)[number];

/** A state of the call. `since` is set where the state has a timer of its own beside the clock. */
export interface ChipView {
  readonly chip: Chip;
  readonly since?: number;
}

/** What the pane says about the recording. Absent while nothing is recorded. */
export type RecordingView =
  | {readonly state: 'on'; readonly control?: ActionView}
  | {readonly state: 'paused'; readonly resumeAt?: number; readonly control?: ActionView};

/** The commands that the pane can ask for. */
export type ControlCommand =
  'call.hold' | 'call.resume' | 'interaction.end' | 'recording.pause' | 'recording.resume';

/** A button. With a refusal it is shown, cannot be used, and says why. */
export interface ActionView {
  readonly command: ControlCommand;
  readonly refusal?: Refusal;
}

/** All that the pane shows of one call. */
export interface ControlView {
  readonly interactionId: InteractionId;
  readonly name: string;
  /** Absent where it is the name already, or unknown. */
  readonly number?: string;
  readonly queue?: string;
  readonly dnis?: string;
  /** The first one colours the icon. */
  readonly chips: readonly [ChipView, ...ChipView[]];
  /** When the pane's clock began: it goes on while the customer is held. */
  readonly clockSince: number;
  readonly recording?: RecordingView;
  /** Hold or Resume, in one place. */
  readonly hold?: ActionView;
  readonly end?: ActionView;
  /** Why End is off, to be read without trying it. */
  readonly reason?: Refusal;
}

/** How the pane asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

const PANE_PHASES: readonly Phase[] = ['active', 'wrap-up'];

/**
 * The call that the pane follows by itself: the newest active one of the agent, else the newest one in wrap-up.
 * @returns Its id; undefined where there is none.
 */
export const selectOwnCallId = (state: DeskState): InteractionId | undefined => {
  const own = selectAgentId(state);
  const calls = [...state.interactions.values()].filter(({channel}) => channel === 'voice');
  const phaseOf = (interaction: Interaction) => engagementOf(interaction, own)?.phase;
  const newest = (phase: Phase) =>
    calls
      .filter((interaction) => phaseOf(interaction) === phase)
      .sort((a, b) => b.createdAt - a.createdAt)[0];
  return PANE_PHASES.map(newest).find((found) => found)?.id;
};

const talkChips = ({talk}: Interaction): readonly [ChipView, ...ChipView[]] => {
  switch (talk.kind) {
    case 'hold':
      return [{chip: 'hold', since: talk.heldSince}];
    case 'consult-requested':
      return [
        {chip: 'hold', since: talk.heldSince},
        {chip: 'consult-requested', since: talk.since},
      ];
    case 'consult':
      return talk.hears === 'consulted'
        ? [{chip: 'hold', since: talk.heldSince}, {chip: 'consult'}]
        : [{chip: 'active'}, {chip: 'consult-hold', since: talk.heldSince}];
    case 'conference':
      return [{chip: 'conference'}];
    default:
      return [{chip: 'active'}];
  }
};

const chipsOf = (interaction: Interaction, {phase}: Engagement): ControlView['chips'] => {
  switch (phase) {
    case 'connecting':
      return [{chip: 'connecting'}];
    case 'offered':
      return [{chip: 'ringing'}];
    case 'wrap-up':
      return [{chip: 'wrap-up'}];
    case 'done':
      return [{chip: 'ended'}];
    default:
      return interaction.ending ? [{chip: 'ended'}] : talkChips(interaction);
  }
};

/** The talk's own time, from the answer on; the wrap-up's while it lasts; the waiting time before. */
const clockOf = (interaction: Interaction, {phase, wrapUp, since, acceptedAt}: Engagement): number =>
  phase === 'wrap-up' ? (wrapUp?.since ?? since) : (acceptedAt ?? interaction.createdAt);

const action = (permit: Permit, command: ControlCommand, interactionId: string): ActionView | undefined => {
  const control = controlOf(permit({type: command satisfies CommandType, interactionId}));
  if (!control.shown) return undefined;
  return control.refusal ? {command, refusal: control.refusal} : {command};
};

/** Whether the customer is held, so that the button says Resume. */
const isHeld = ({talk}: Interaction): boolean =>
  talk.kind === 'hold' ||
  talk.kind === 'consult-requested' ||
  (talk.kind === 'consult' && talk.hears === 'consulted');

const recordingOf = (
  {recording, id}: Interaction,
  enabled: boolean,
  permit: Permit,
): RecordingView | undefined => {
  if (recording.state === 'off' || !enabled) return undefined;
  const {state} = recording;
  const control = action(permit, state === 'on' ? 'recording.pause' : 'recording.resume', id);
  const shared = control ? {control} : {};
  if (state === 'on') return {state, ...shared};
  return {state, ...shared, ...(recording.resumeAt === undefined ? {} : {resumeAt: recording.resumeAt})};
};

const actionsOf = (
  interaction: Interaction,
  permit: Permit,
): Pick<ControlView, 'hold' | 'end' | 'reason'> => {
  const hold = action(permit, isHeld(interaction) ? 'call.resume' : 'call.hold', interaction.id);
  const end = action(permit, 'interaction.end', interaction.id);
  return {
    ...(hold ? {hold} : {}),
    ...(end ? {end} : {}),
    ...(end?.refusal ? {reason: end.refusal} : {}),
  };
};

const factsOf = (interaction: Interaction): Pick<ControlView, 'number' | 'queue' | 'dnis'> => {
  const {customer, queue, dnis} = interaction;
  const number = customer.number?.trim();
  return {
    ...(number && number !== customerName(interaction) ? {number} : {}),
    ...(queue ? {queue: queue.name} : {}),
    ...(dnis ? {dnis} : {}),
  };
};

/**
 * What the pane shows of an interaction.
 * @returns Undefined where it is no call, or none of this agent.
 */
export const viewControl = (
  state: DeskState,
  interaction: Interaction | undefined,
  permit: Permit,
): ControlView | undefined => {
  const engagement = interaction && engagementOf(interaction, selectAgentId(state));
  if (!interaction || !engagement || interaction.channel !== 'voice') return undefined;
  const recording = recordingOf(interaction, state.tenant?.recording.enabled ?? false, permit);
  return {
    interactionId: interaction.id,
    name: customerName(interaction),
    ...factsOf(interaction),
    chips: chipsOf(interaction, engagement),
    clockSince: clockOf(interaction, engagement),
    ...(engagement.phase === 'active'
      ? {...(recording ? {recording} : {}), ...actionsOf(interaction, permit)}
      : {}),
  };
};
