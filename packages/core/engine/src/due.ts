import type {Interaction} from '@deskwire/domain';
import {giveUp} from './agents.js';
import {resumeRecording} from './calls.js';
import {hasDeadline, type Deadline} from './deadlines.js';
import {notReached, rangOut} from './offers.js';
import type {Turn} from './turn.js';
import {submitDefault} from './wrap-up.js';

const happenTo = (
  turn: Turn,
  interaction: Interaction,
  deadline: Exclude<Deadline, {kind: 'grace'}>,
): void => {
  switch (deadline.kind) {
    case 'connect':
      return notReached(turn, interaction, deadline.agentId);
    case 'ring':
      return rangOut(turn, interaction, deadline.agentId);
    case 'wrap-up':
      return submitDefault(turn, interaction, deadline.agentId);
    case 'recording':
      return resumeRecording(turn, interaction);
  }
};

const happen = (turn: Turn, deadline: Deadline): void => {
  if (deadline.kind === 'grace') {
    const agent = turn.agent(deadline.agentId);
    if (agent) giveUp(turn, agent);
    return;
  }
  const interaction = turn.interaction(deadline.interactionId);
  if (interaction) happenTo(turn, interaction, deadline);
};

/** Whatever is due happens, in the order in which it was due; what an earlier one has settled does not. */
export const runDue = (turn: Turn): void => {
  const due = turn.draft.deadlines.filter(({at}) => at <= turn.now);
  for (const deadline of due) {
    if (hasDeadline(turn.draft.deadlines, deadline)) happen(turn, deadline);
  }
};
