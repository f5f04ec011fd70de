import type {AgentId, FactOf, Interaction, Leg, Target} from '@deskwire/domain';
import {enterFlow} from './cad.js';
import {dialNumber} from './dialling.js';
import {flowOf} from './flows.js';
import type {ContactHandlers} from './handlers.js';
import {leaveLeg, legOfAgent} from './legs.js';
import {stopRecording} from './recording.js';
import {reserve} from './routing.js';
import {findTarget, isRefusal, type Found} from './targets.js';
import type {Turn} from './turn.js';
import {startWrapUp} from './wrap-up.js';

/** The contact is sent on, and the flow that it is sent into has its data from now on (CAD-12). */
const passOn = (
  turn: Turn,
  interaction: Interaction,
  fact: Pick<FactOf<'interaction.transferred'>, 'by' | 'to' | 'how'>,
): void => {
  const {id: interactionId} = interaction;
  const before = flowOf(interaction, turn.draft.flows.get(interactionId));
  turn.emit({type: 'interaction.transferred', interactionId, ...fact});
  const after = flowOf(interaction, turn.draft.flows.get(interactionId));
  if (after === before) return;
  enterFlow(turn, interactionId, turn.tenant.entryPoints.find(({id}) => id === after)?.variables);
};

/** Agent 1 is out of it, and has their wrap-up at once. */
const goOut = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  leaveLeg(turn, interaction.id, legOfAgent(interaction, agentId));
  startWrapUp(turn, interaction, agentId, 'transferred');
};

const send = (turn: Turn, interaction: Interaction, found: Found): void => {
  const {id: interactionId} = interaction;
  switch (found.kind) {
    case 'agent':
      return reserve(turn, interactionId, found.agent, 'owner');
    case 'number':
      dialNumber(turn, interaction, found.number);
      return undefined;
    case 'queue': {
      const {queue, avoid} = found;
      return turn.emit({
        type: 'interaction.queued',
        interactionId,
        queue,
        ...(avoid === undefined ? {} : {avoid}),
      });
    }
  }
};

const targetAt = ({party}: Leg): Target | undefined => {
  if (party.kind === 'agent') return {kind: 'agent', agentId: party.agent.id};
  return party.kind === 'number' ? {kind: 'number', number: party.number} : undefined;
};

/** Whoever was consulted, or is in the conference, has the call from now on. */
export const handOver = (
  turn: Turn,
  interaction: Interaction,
  by: AgentId,
  leg: Leg | undefined,
  how: 'consult' | 'conference',
): void => {
  const to = leg && targetAt(leg);
  if (!to) return;
  passOn(turn, interaction, {by, to, how});
  if (to.kind === 'number') stopRecording(turn, interaction);
  goOut(turn, interaction, by);
};

/** Passing a contact on without a word to who gets it (XFER-9). */
export const transferCommands = {
  'interaction.transfer': (turn, by, {command: {to}, interaction}) => {
    const found = findTarget(turn, by, interaction, to);
    if (isRefusal(found)) return found;
    passOn(turn, interaction, {by, to: found.target, how: 'blind'});
    stopRecording(turn, interaction);
    goOut(turn, interaction, by);
    send(turn, interaction, found);
    return undefined;
  },
} as const satisfies ContactHandlers;
