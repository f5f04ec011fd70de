import type {Interaction, LegId, Party} from '@deskwire/domain';
import {given} from './given.js';
import {legIdFor} from './legs.js';
import type {Turn} from './turn.js';

const ring = (turn: Turn, interaction: Interaction, party: Party): LegId => {
  const legId = legIdFor(turn, interaction, party);
  turn.emit({type: 'leg.ringing', interactionId: interaction.id, legId, party});
  return legId;
};

/** Dials an outside number, under the name that the address book has for it. The voice channel acts on the leg. */
export const dialNumber = (turn: Turn, interaction: Interaction, number: string): LegId =>
  ring(turn, interaction, {kind: 'number', number, ...given('name', turn.draft.names.get(number))});

/** Dials the customer: one who asked to be called back, or whom the agent wants to call. */
export const dialCustomer = (turn: Turn, interaction: Interaction): LegId =>
  ring(turn, interaction, {kind: 'customer'});
