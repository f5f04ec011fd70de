import type {Act, DoneEvent, RequestEvent} from '@deskwire/kit';

import {
  EndDoneEvent,
  EndRequestEvent,
  HoldDoneEvent,
  HoldRequestEvent,
  PauseRecordingDoneEvent,
  PauseRecordingRequestEvent,
  ResumeDoneEvent,
  ResumeRequestEvent,
  StartRecordingDoneEvent,
  StartRecordingRequestEvent,
  type CallDetail,
} from './interaction-control.events.js';
import type {ControlCommand} from './interaction-control.view.js';

interface Events {
  readonly request: new (detail: CallDetail) => RequestEvent<CallDetail>;
  readonly done: new (detail: CallDetail) => DoneEvent<CallDetail>;
}

const events: Readonly<Record<ControlCommand, Events>> = {
  'call.hold': {request: HoldRequestEvent, done: HoldDoneEvent},
  'call.resume': {request: ResumeRequestEvent, done: ResumeDoneEvent},
  'interaction.end': {request: EndRequestEvent, done: EndDoneEvent},
  'recording.pause': {request: PauseRecordingRequestEvent, done: PauseRecordingDoneEvent},
  'recording.resume': {request: StartRecordingRequestEvent, done: StartRecordingDoneEvent},
};

/** The name under which the pane remembers how a command of one call is doing. */
export const keyOf = (command: ControlCommand, interactionId: string): string =>
  `${command} ${interactionId}`;

/** The command with its events around it. */
export const actOf = (command: ControlCommand, interactionId: string): Act => {
  const {request, done} = events[command];
  return {
    command: {type: command, interactionId},
    request: () => new request({interactionId}),
    done: () => new done({interactionId}),
  };
};
