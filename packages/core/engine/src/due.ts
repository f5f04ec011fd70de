import {dialStage, type Interaction} from '@deskwire/domain';
import {giveUp} from './agents.js';
import {hasDeadline, type Deadline} from './deadlines.js';
import {failDial} from './dial-out.js';
import {customerSilent} from './dialled.js';
import {endInteraction} from './endings.js';
import {legById} from './legs.js';
import {missed, rangOut} from './offers.js';
import {numberSilent} from './outside.js';
import {resumeRecording} from './recording.js';
import type {Turn} from './turn.js';
import {submitDefault} from './wrap-up.js';

const diallingOver = (turn: Turn, interaction: Interaction, legId: string): void =>
  legById(interaction, legId)?.party.kind === 'number'
    ? numberSilent(turn, interaction)
    : customerSilent(turn, interaction);

/** A call that the agent makes costs no RONA: nobody waits for them. */
const requestOver = (
  turn: Turn,
  interaction: Interaction,
  {kind, agentId}: Extract<Deadline, {kind: 'connect' | 'ring'}>,
): void => {
  if (dialStage(interaction, agentId)) {
    return failDial(turn, interaction, agentId, {
      reason: kind === 'ring' ? 'agent-declined' : 'not-connected',
    });
  }
  return (kind === 'ring' ? rangOut : missed)(turn, interaction, agentId);
};

const happenTo = (
  turn: Turn,
  interaction: Interaction,
  deadline: Exclude<Deadline, {kind: 'grace'}>,
): void => {
  switch (deadline.kind) {
    case 'connect':
    case 'ring':
      return requestOver(turn, interaction, deadline);
    case 'dial':
      return diallingOver(turn, interaction, deadline.legId);
    case 'wrap-up':
      return submitDefault(turn, interaction, deadline.agentId);
    case 'recording':
      return resumeRecording(turn, interaction);
    case 'leave':
      return endInteraction(turn, interaction, 'agent', 'ended');
  }
};

/** Lets one thing happen whose time has come. */
export const happen = (turn: Turn, deadline: Deadline): void => {
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
