import type {Fact, InteractionId} from '@deskwire/domain';

import type {Seal} from './seal.js';

/** How facts become the text that the store keeps. `decode` gives back what `encode` was given. */
export interface FactCodec {
  encode(fact: Fact): string;
  decode(body: string): Fact;
}

/** Facts as plain JSON. */
export const PLAIN_CODEC: FactCodec = {
  encode: (fact) => JSON.stringify(fact),
  decode: (body) => JSON.parse(body) as Fact,
};

/** A value of call-associated data by name, in a variable or in a change of one. */
interface Value {
  readonly name: string;
  readonly value: string;
  /** Said by a variable. A change alone does not say it. */
  readonly secure?: boolean;
  /** In place of `value`, at rest. */
  readonly sealed?: string;
}

type Treat = <T extends Value>(value: T, about: string) => T;

/** The same fact with every value of call-associated data treated; others are given back as they are. */
const withValues = (fact: Fact, treat: Treat): Fact => {
  const each = <T extends Value>(values: readonly T[], interactionId: InteractionId): readonly T[] =>
    values.map((one) => treat(one, `${fact.seq}\n${interactionId}\n${one.name}`));
  switch (fact.type) {
    case 'interaction.created':
    case 'interaction.shown': {
      const {interaction, interactionId} = fact;
      return {...fact, interaction: {...interaction, cad: each(interaction.cad, interactionId)}};
    }
    case 'cad.defined':
      return {...fact, variables: each(fact.variables, fact.interactionId)};
    case 'cad.changed':
      return {...fact, changes: each(fact.changes, fact.interactionId)};
    default:
      return fact;
  }
};

/**
 * Facts as JSON in which secure values are sealed. What does not say that it may be read is sealed too: a `cad.changed`
 * does not tell which of its variables are secure.
 * @param onLost Told of each value that cannot be opened any more; it is not set from then on.
 */
export const sealingCodec = (seal: Seal, onLost: (interactionId: InteractionId) => void): FactCodec => {
  const close: Treat = (one, about) =>
    one.secure === false || one.value === '' ? one : {...one, value: '', sealed: seal.seal(one.value, about)};
  return {
    encode: (fact) => JSON.stringify(withValues(fact, close)),
    decode: (body) => {
      const fact = JSON.parse(body) as Fact;
      return withValues(fact, (one, about) => {
        if (one.sealed === undefined) return one;
        const {sealed, ...rest} = one;
        const value = seal.open(sealed, about);
        if (value === undefined && 'interactionId' in fact) onLost(fact.interactionId);
        return {...rest, value: value ?? ''} as typeof one;
      });
    },
  };
};
