import type {Engagement, Interaction, Leg} from '@deskwire/domain';
import type {Centre} from '../centre.js';
import type {Step} from '../step.js';
import type {Move} from './move.js';

/** A move with what was before and what came of it. */
export interface Edge {
  readonly before: Centre;
  readonly move: Move;
  readonly taken: Step;
}

/** What is wrong, in words; nothing where nothing is. */
export type Wrongs = readonly string[];

/** One thing that must not be. */
export const wrong = (isWrong: boolean, what: string): Wrongs => (isWrong ? [what] : []);

/** The only contact, while there is one. */
export const callOf = ({interactions}: Centre): Interaction | undefined => [...interactions.values()][0];

/** A leg that rings or is joined. */
export const isThere = ({presence}: Leg): boolean => presence !== 'gone';

/** An agent who has not answered yet. */
export const isRequest = ({phase}: Engagement): boolean => phase === 'connecting' || phase === 'offered';

/** The legs of one kind of party, as they are. */
export const legsOf = (
  {legs}: Interaction,
  presence: Leg['presence'],
  kind: Leg['party']['kind'],
): readonly Leg[] => legs.filter((leg) => leg.presence === presence && leg.party.kind === kind);
