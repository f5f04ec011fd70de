// A peer's names for the states and events of a call, and what each means on the stage.
import {AGENT_2} from './trace-stage.mjs';

const steps = {
  OFFERED: [],
  CONNECTED: ['answer'],
  HELD: ['answer', 'hold'],
  CONSULT_INITIATING: ['answer', 'ask'],
  CONSULTING: ['answer', 'ask', 'joins'],
  CONFERENCING: ['answer', 'ask', 'joins', 'merge'],
  WRAPPING_UP: ['answer', 'end'],
};

/** What an event does to the stage; nothing where the engine has no such moment. */
export const EVENTS = {
  // It rings on every new stage, and what a peer only tries or announces changes nothing here.
  TASK_INCOMING: () => {},
  TASK_OFFERED: () => {},
  ASSIGN: (stage) => (stage.isRinging ? stage.answer() : undefined),
  DECLINE: (stage) => stage.give('interaction.decline'),
  END: (stage) => stage.give('interaction.end'),
  ACCEPT: () => {},
  HOLD_INITIATED: () => {},
  HOLD_SUCCESS: (stage) => stage.give('call.hold'),
  HOLD_FAILED: (stage) => stage.refused('call.hold'),
  UNHOLD_INITIATED: () => {},
  UNHOLD_SUCCESS: (stage) => stage.give('call.resume'),
  UNHOLD_FAILED: (stage) => stage.refused('call.resume'),
  CONSULT: (stage) => stage.ask(),
  CONSULT_CREATED: () => {},
  CONSULT_SUCCESS: () => {},
  CONSULTING_ACTIVE: (stage) => (stage.call.talk.kind === 'consult' ? undefined : stage.joins()),
  CONSULT_END: (stage) => stage.give('consult.end', {}, stage.viewer),
  CONSULT_FAILED: (stage, how) => stage.failsBy(how),
  CTQ_CANCEL: (stage) => stage.failsBy('cancelled'),
  MERGE_TO_CONFERENCE: () => {},
  START_CONFERENCE: () => {},
  CONFERENCE_START: (stage) => stage.give('conference.start'),
  CONFERENCE_FAILED: (stage) => stage.refused('conference.start'),
  EXIT_CONFERENCE: () => {},
  EXIT_CONFERENCE_SUCCESS: (stage) => stage.give('conference.end', {}, stage.viewer),
  CONFERENCE_END: (stage) => stage.give('conference.end', {}, 'bob'),
  TRANSFER_CONFERENCE: () => {},
  TRANSFER_CONFERENCE_SUCCESS: (stage) => {
    if (stage.call.talk.kind === 'consult') stage.give('conference.start');
    stage.give(stage.viewer === 'ann' ? 'conference.transfer' : 'conference.end', {}, stage.viewer);
  },
  TRANSFER_SUCCESS: (stage) =>
    stage.give(
      ...(stage.call.talk.kind === 'consult'
        ? ['consult.transfer']
        : ['interaction.transfer', {to: AGENT_2}]),
    ),
  TRANSFER_FAILED: (stage) => stage.refused('interaction.transfer'),
  PAUSE_RECORDING: (stage) => stage.give('recording.pause'),
  RESUME_RECORDING: (stage) => stage.give('recording.resume'),
  RONA: (stage) => stage.hall.pass(120),
  CONTACT_ENDED: (stage) => stage.hall.tell({type: 'customer.gone', interactionId: stage.id}),
  TASK_WRAPUP: (stage) => (stage.call.ending ? undefined : stage.give('interaction.end')),
  WRAPUP_COMPLETE: (stage) => stage.give('wrap-up.submit', {reasonIds: ['resolved']}),
};

const MOVES = {
  answer: (stage) => stage.answer(),
  hold: EVENTS.HOLD_SUCCESS,
  ask: EVENTS.CONSULT,
  joins: EVENTS.CONSULTING_ACTIVE,
  merge: EVENTS.CONFERENCE_START,
  end: (stage) => stage.give('interaction.end'),
};

/** The states that a trace can begin in. */
export const STATES = Object.keys(steps);

/** Brings a new stage to a state. */
export function reach(stage, state) {
  for (const step of steps[state]) MOVES[step](stage);
}
