import type {InteractionHappening, Told} from './fact.js';
import type {Interaction} from './interaction.js';

/** What each fact does to the interaction it is about. A type that is missing here changes nothing. */
export type Handlers = {
  readonly [T in InteractionHappening['type']]?: (interaction: Interaction, fact: Told<T>) => Interaction;
};
