import type {Interaction, RefusalCode, TenantConfig} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

import {
  SLOTS,
  type Actions,
  type ActionView,
  type ControlCommand,
  type OwnReason,
  type Permit,
  type Reason,
  type RecordingView,
  type Slot,
} from './interaction-control.types.js';

/** What every control of one call is made from. */
export interface Asked {
  readonly interaction: Interaction;
  readonly tenant: TenantConfig | undefined;
  readonly permit: Permit;
  /** The call was handed over to this agent a moment ago. */
  readonly isEntrusted: boolean;
}

type Slots = Readonly<Partial<Record<Slot, ControlCommand>>>;

/** The customer's buttons while nobody else is in the call. Each place is wanted for the columns of a narrow pane, too. */
const ALONE = {
  hold: 'call.hold',
  consult: 'consult.start',
  transfer: 'interaction.transfer',
  conference: 'conference.start',
  end: 'interaction.end',
} as const satisfies Slots;

const CONFERENCE: Slots = {
  hold: 'call.hold',
  consult: 'consult.start',
  transfer: 'conference.transfer',
  end: 'conference.end',
};

const consultSlots = ({talk}: Interaction): Slots => ({
  hold: talk.kind === 'consult' && talk.hears === 'customer' ? 'consult.resume' : 'consult.hold',
  transfer: 'consult.transfer',
  conference: 'conference.start',
  end: 'consult.end',
});

const callSlots = ({talk}: Interaction): Slots => {
  switch (talk.kind) {
    case 'hold':
      return {...ALONE, hold: 'call.resume'};
    case 'consult-requested':
      return {hold: 'call.resume', end: 'consult.cancel'};
    case 'consult':
      return {hold: talk.hears === 'consulted' ? 'call.resume' : 'call.hold', end: 'interaction.end'};
    case 'conference':
      return CONFERENCE;
    default:
      return ALONE;
  }
};

const lookOf = (command: ControlCommand, {interaction}: Asked): ActionView['look'] => {
  if (command.endsWith('.end')) return 'danger';
  return command === 'call.resume' && interaction.talk.kind === 'hold' ? 'primary' : 'default';
};

/** What to do instead, by control and refusal, where the refusal's own words do not fit this very control. */
const OWN_WORDS: Readonly<Record<string, OwnReason>> = {
  'conference.start DW_CONSULT_NONE': 'needsConsult',
  'call.resume DW_CONSULT_NOT_ACCEPTED': 'cancelFirst',
  'call.dtmf DW_CALL_HELD': 'digitsUnheard',
  'interaction.end DW_CALL_IN_CONSULT': 'consultDrops',
};

/** The same by refusal alone. */
const ANYWHERE: Readonly<Partial<Record<RefusalCode, OwnReason>>> = {
  DW_INTERACTION_NOT_ACTIVE: 'notConnected',
  DW_AGENT_SIGNED_OUT: 'signedOut',
};

const ownReason = (command: ControlCommand, code: RefusalCode, {tenant}: Asked): OwnReason | undefined => {
  const words = OWN_WORDS[`${command} ${code}`] ?? ANYWHERE[code];
  return words === 'consultDrops' && tenant?.endConsult === 'return' ? 'consultReturns' : words;
};

const reasonFor = (command: ControlCommand, asked: Asked): Reason | 'hidden' | undefined => {
  const control = controlOf(asked.permit({type: command, interactionId: asked.interaction.id}));
  if (!control.shown) return 'hidden';
  const {refusal} = control;
  if (refusal) return {refusal, words: ownReason(command, refusal.code, asked)};
  return command === 'interaction.end' && asked.isEntrusted ? {words: 'entrusted'} : undefined;
};

/** One control: absent where it is never possible, with its reason where it is not now. */
export const action = (asked: Asked, command: ControlCommand): ActionView | undefined => {
  const reason = reasonFor(command, asked);
  if (reason === 'hidden') return undefined;
  return {command, look: lookOf(command, asked), reason};
};

const actionsIn = (asked: Asked, slots: Slots): Actions =>
  Object.fromEntries(
    SLOTS.flatMap((slot) => {
      const command = slots[slot];
      const view = command && action(asked, command);
      return view ? [[slot, view] as const] : [];
    }),
  );

/** The buttons of the pane that is there as long as the call is. */
export const callActions = (asked: Asked): Actions => actionsIn(asked, callSlots(asked.interaction));

/** The buttons of the consulted party's pane, and of a consulted agent's only one. */
export const consultActions = (asked: Asked): Actions => actionsIn(asked, consultSlots(asked.interaction));

const besideEnd = (actions: Actions): number =>
  SLOTS.filter((slot) => slot !== 'end' && actions[slot]).length;

/** How many places a narrow pane keeps for its buttons: as many as are ever used, so that none moves. */
export const callColumns = (asked: Asked): number =>
  Math.max(besideEnd(actionsIn(asked, ALONE)), besideEnd(callActions(asked)));

/** The same for the consulted party's pane. */
export const consultColumns = (asked: Asked): number => besideEnd(consultActions(asked));

/** Mute or Unmute, in one place. */
export const muteAction = (asked: Asked, isMuted: boolean): ActionView | undefined =>
  action(asked, isMuted ? 'call.unmute' : 'call.mute');

/**
 * In-call digits, in the pane of whoever would hear them. `permit` answers for the call as a whole; which of two parties
 * hears the agent is in `talk`, and the one who does not gets the same reason as a held caller.
 */
export const keypadAction = (asked: Asked, isHeard: boolean): ActionView | undefined => {
  const keypad = action(asked, 'call.dtmf');
  if (!keypad || keypad.reason || isHeard) return keypad;
  return {...keypad, reason: {words: 'digitsUnheard'}};
};

/** That the call is recorded, where admin wants that known, with its control where that is allowed. */
export const recordingOf = (asked: Asked): RecordingView | undefined => {
  const {recording} = asked.interaction;
  if (recording.state === 'off' || !asked.tenant?.recording.enabled) return undefined;
  if (recording.state === 'on') return {state: 'on', control: action(asked, 'recording.pause')};
  return {state: 'paused', resumeAt: recording.resumeAt, control: action(asked, 'recording.resume')};
};
