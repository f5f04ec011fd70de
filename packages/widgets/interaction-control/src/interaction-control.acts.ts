import type {InteractionId} from '@deskwire/domain';
import type {Act, DoneEvent, RequestEvent} from '@deskwire/kit';

import * as consult from './consult.events.js';
import * as call from './interaction-control.events.js';
import type {CallDetail} from './interaction-control.events.js';
import type {ControlCommand, Opener, PlainCommand} from './interaction-control.types.js';

/** Before the command, and after its fact. */
type Events = readonly [
  request: new (detail: CallDetail) => RequestEvent<CallDetail>,
  done: new (detail: CallDetail) => DoneEvent<CallDetail>,
];

const events: Readonly<Record<PlainCommand, Events>> = {
  'call.hold': [call.HoldRequestEvent, call.HoldDoneEvent],
  'call.resume': [call.ResumeRequestEvent, call.ResumeDoneEvent],
  'interaction.end': [call.EndRequestEvent, call.EndDoneEvent],
  'recording.pause': [call.PauseRecordingRequestEvent, call.PauseRecordingDoneEvent],
  'recording.resume': [call.StartRecordingRequestEvent, call.StartRecordingDoneEvent],
  'call.mute': [call.MuteRequestEvent, call.MuteDoneEvent],
  'call.unmute': [call.UnmuteRequestEvent, call.UnmuteDoneEvent],
  'consult.cancel': [consult.CancelConsultRequestEvent, consult.CancelConsultDoneEvent],
  'consult.hold': [consult.HoldConsultRequestEvent, consult.HoldConsultDoneEvent],
  'consult.resume': [consult.ResumeConsultRequestEvent, consult.ResumeConsultDoneEvent],
  'consult.end': [consult.EndConsultRequestEvent, consult.EndConsultDoneEvent],
  'consult.transfer': [consult.TransferConsultRequestEvent, consult.TransferConsultDoneEvent],
  'conference.start': [consult.StartConferenceRequestEvent, consult.StartConferenceDoneEvent],
  'conference.transfer': [consult.TransferConferenceRequestEvent, consult.TransferConferenceDoneEvent],
  'conference.end': [consult.EndConferenceRequestEvent, consult.EndConferenceDoneEvent],
};

const openers: Readonly<Record<Opener, new (detail: CallDetail) => CustomEvent<CallDetail>>> = {
  'consult.start': call.ConsultOpenEvent,
  'interaction.transfer': call.TransferOpenEvent,
};

/** The event that opens a dialog of the page's; undefined where the control sends its command by itself. */
export const openEvent = (
  command: ControlCommand,
  interactionId: InteractionId,
): CustomEvent<CallDetail> | undefined => {
  const Open = openers[command as Opener] as (typeof openers)[Opener] | undefined;
  return Open && new Open({interactionId});
};

/** The name under which the pane remembers how a command of one call is doing. */
export const keyOf = (command: ControlCommand, interactionId: InteractionId): string =>
  `${command} ${interactionId}`;

/** The command with its events around it. */
export const actOf = (command: PlainCommand, interactionId: InteractionId): Act => {
  const [Request, Done] = events[command];
  return {
    command: {type: command, interactionId},
    request: () => new Request({interactionId}),
    done: () => new Done({interactionId}),
  };
};

/** Digits to whoever hears the agent. @param arrived Called once they are there. */
export const digitsAct = (interactionId: InteractionId, digits: string, arrived: () => void): Act => ({
  command: {type: 'call.dtmf', interactionId, digits},
  request: () => new call.SendDigitsRequestEvent({interactionId}),
  done: () => {
    arrived();
    return new call.SendDigitsDoneEvent({interactionId});
  },
});
