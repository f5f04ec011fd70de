import type {Engagement, Interaction} from '@deskwire/domain';

import type {Chip, ChipView} from './interaction-control.types.js';

type Chips = readonly [ChipView, ...ChipView[]];

const isDialled = ({legs}: Interaction): boolean =>
  legs.some(({party, presence}) => party.kind === 'customer' && presence === 'ringing');

/** The states beside the customer's name. */
export const customerChips = (interaction: Interaction): Chips => {
  const {talk} = interaction;
  switch (talk.kind) {
    case 'none':
      return [{chip: isDialled(interaction) ? 'ringing' : 'connecting'}];
    case 'hold':
      return [{chip: 'hold', since: talk.heldSince}];
    case 'consult-requested':
      return [
        {chip: 'hold', since: talk.heldSince},
        {chip: 'consult-requested', since: talk.since},
      ];
    case 'consult':
      return talk.hears === 'consulted' ? [{chip: 'hold', since: talk.heldSince}] : [{chip: 'active'}];
    case 'conference':
      return [{chip: 'conference'}];
    default:
      return [{chip: 'active'}];
  }
};

/** The state beside the consulted party's name, on either desk. */
export const consultChips = ({talk}: Interaction): Chips => {
  if (talk.kind !== 'consult') return [{chip: 'connecting'}];
  return talk.hears === 'consulted' ? [{chip: 'consult'}] : [{chip: 'consult-hold', since: talk.heldSince}];
};

const OUTSIDE_TALK: Readonly<Record<Exclude<Engagement['phase'], 'active'>, Chip>> = {
  connecting: 'connecting',
  offered: 'ringing',
  'wrap-up': 'wrap-up',
  done: 'ended',
};

/** The state of a call that the agent does not talk on now. */
export const phaseChip = ({ending}: Interaction, {phase}: Engagement): ChipView | undefined => {
  if (phase !== 'active') return {chip: OUTSIDE_TALK[phase]};
  return ending ? {chip: 'ended'} : undefined;
};
