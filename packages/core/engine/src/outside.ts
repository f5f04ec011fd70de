import {refuse, type Ending, type Interaction, type Leg} from '@deskwire/domain';
import {askFailed, type AskFailure} from './asking.js';
import {partWith} from './beside.js';
import {endInteraction} from './endings.js';
import type {Decision, SignalHandlers, SignalOf} from './handlers.js';
import {legById} from './legs.js';
import type {Turn} from './turn.js';

/** What a blind transfer ends with whose number does not take the call (XFER-10). */
const ENDED_AS: Readonly<Record<AskFailure, Ending['reason']>> = {
  missed: 'unanswered',
  declined: 'rejected',
  cancelled: 'failed',
  failed: 'failed',
};

const numberAnswered = (
  turn: Turn,
  {id: interactionId, talk}: Interaction,
  {id: legId, party}: Leg,
): void => {
  turn.emit({type: 'leg.joined', interactionId, legId, party});
  if (talk.kind === 'consult-requested') turn.emit({type: 'consult.accepted', interactionId, legId});
  else turn.emit({type: 'call.connected', interactionId});
};

/** The number did not take the call: a consult has failed, a blind transfer is over and the call with it. */
const numberFailed = (turn: Turn, interaction: Interaction, reason: AskFailure): void => {
  if (interaction.talk.kind === 'consult-requested') askFailed(turn, interaction.id, reason);
  else endInteraction(turn, interaction, 'system', ENDED_AS[reason]);
};

const numberGone = (turn: Turn, interaction: Interaction, leg: Leg): void => {
  const {talk} = interaction;
  if (leg.presence === 'ringing') numberFailed(turn, interaction, 'declined');
  else if (talk.kind === 'consult' || talk.kind === 'conference') partWith(turn, interaction, leg, 'left');
  else endInteraction(turn, interaction, 'system', 'ended');
};

type NumberSignal = SignalOf<'number.answered' | 'number.failed' | 'number.gone'>;

/** Looks the line up; one that is let go already is told so, and can hang up. */
const onNumber =
  <S extends NumberSignal>(act: (turn: Turn, interaction: Interaction, leg: Leg, signal: S) => void) =>
  (turn: Turn, signal: S): Decision => {
    const interaction = turn.interaction(signal.interactionId);
    const leg = interaction && legById(interaction, signal.legId);
    if (!interaction || leg?.party.kind !== 'number') return refuse('DW_INTERACTION_UNKNOWN');
    act(turn, interaction, leg, signal);
    return undefined;
  };

/** What the outside numbers' phones tell. */
export const outsideSignals = {
  'number.answered': onNumber((turn, interaction, leg) => {
    if (leg.presence === 'ringing') numberAnswered(turn, interaction, leg);
  }),
  'number.failed': onNumber((turn, interaction, leg, {reason}: SignalOf<'number.failed'>) => {
    if (leg.presence === 'ringing') numberFailed(turn, interaction, reason);
  }),
  'number.gone': onNumber(numberGone),
} as const satisfies Partial<SignalHandlers>;

/** A number that was dialled has rung for as long as admin lets it. */
export const numberSilent = (turn: Turn, interaction: Interaction): void =>
  numberFailed(turn, interaction, 'missed');
