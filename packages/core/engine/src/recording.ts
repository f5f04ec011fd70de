import type {Interaction} from '@deskwire/domain';
import type {Turn} from './turn.js';

/** Recording begins with the conversation, where admin wants it. */
export const startRecording = (turn: Turn, {id, channel, recording}: Interaction): void => {
  if (channel === 'voice' && turn.tenant.recording.enabled && recording.state === 'off') {
    turn.emit({type: 'recording.started', interactionId: id});
  }
};

/** No agent is in it any more: nothing of ours is said, and nothing recorded. */
export const stopRecording = (turn: Turn, {id, recording}: Interaction): void => {
  if (recording.state !== 'off') turn.emit({type: 'recording.stopped', interactionId: id});
};

/** The pause is over (REC-3). */
export const resumeRecording = (turn: Turn, {id}: Interaction): void =>
  turn.emit({type: 'recording.resumed', interactionId: id, auto: true});
