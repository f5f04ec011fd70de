import type {DeskState, Engagement, Interaction} from '@deskwire/domain';

import {
  callActions,
  callColumns,
  consultActions,
  consultColumns,
  keypadAction,
  muteAction,
  recordingOf,
  type Asked,
} from './actions.js';
import {consultChips, customerChips} from './chips.js';
import type {ChipView, ClockView, FactView, PaneView} from './interaction-control.types.js';
import {
  customerParty,
  othersInConference,
  ownerParty,
  partyOn,
  soughtFact,
  type PartyView,
} from './parties.js';
import {callVariables, conferenceVariables, consultVariables} from './variables.js';

/** One agent's part in one call, with everything that a pane of it is made from. */
export interface Part extends Asked {
  readonly state: DeskState;
  readonly engagement: Engagement;
}

/** The talk's own time, from the answer on; the wrap-up's while it lasts; the waiting time before. */
const callClock = ({interaction, engagement}: Part): ClockView => {
  const {phase, wrapUp, since, acceptedAt} = engagement;
  if (phase === 'wrap-up') return {since: wrapUp?.since ?? since, counts: 'wrapUpDuration'};
  if (acceptedAt !== undefined) return {since: acceptedAt, counts: 'duration'};
  return {since: interaction.createdAt, counts: 'waiting'};
};

/** A muted microphone is told where somebody would hear it. */
const chipsOf = (
  [first, ...rest]: PaneView['chips'],
  {engagement}: Part,
  hearsMe: boolean,
): PaneView['chips'] => (engagement.muted && hearsMe ? [first, ...rest, {chip: 'muted'}] : [first, ...rest]);

const numberFact = ({number}: PartyView): readonly FactView[] =>
  number === undefined ? [] : [{label: 'number', number}];

const queueFact = ({queue}: Interaction): readonly FactView[] =>
  queue ? [{label: 'queue', text: queue.name}] : [];

const dnisFact = ({dnis}: Interaction): readonly FactView[] => (dnis ? [{label: 'dnis', number: dnis}] : []);

const customerFacts = ({interaction, state}: Part, customer: PartyView): readonly FactView[] => {
  const number = numberFact(customer);
  if (interaction.talk.kind === 'consult') {
    return [{label: 'party', kind: 'customer'}, ...number, ...queueFact(interaction)];
  }
  const sought = soughtFact(state, interaction);
  return sought ? [...number, sought] : [...number, ...queueFact(interaction), ...dnisFact(interaction)];
};

const partyFacts = ({kind, number, team}: PartyView): readonly FactView[] => [
  {label: 'party', kind},
  ...(team ? [{label: 'team', text: team} as const] : []),
  ...(number ? [{label: kind === 'agent' ? 'dn' : 'number', number} as const] : []),
];

const agentFact = ({kind, name, number}: PartyView): readonly FactView[] => {
  if (kind === 'agent') return [{label: 'agent', text: name, number}];
  return number ? [{label: 'dn', number}] : [];
};

/** What the pane that is always there carries beside the talk: recording, microphone, digits. */
const always = (part: Part, isHeard: boolean): Pick<PaneView, 'recording' | 'mute' | 'keypad'> => ({
  recording: recordingOf(part),
  mute: muteAction(part, part.engagement.muted ?? false),
  keypad: keypadAction(part, isHeard),
});

/** The customer, alone or beside whoever is consulted. */
export const customerPane = (part: Part): PaneView => {
  const {interaction} = part;
  const {talk} = interaction;
  const customer = customerParty(interaction);
  const inConsult = talk.kind === 'consult';
  const hearsMe = !inConsult || talk.hears === 'customer';
  return {
    id: 'call',
    names: [customer.name],
    facts: customerFacts(part, customer),
    chips: chipsOf(customerChips(interaction), part, hearsMe),
    clock: callClock(part),
    isHeard: inConsult && hearsMe,
    variables: inConsult ? callVariables(interaction) : [],
    actions: callActions(part),
    columns: callColumns(part),
    ...always(part, hearsMe),
  };
};

/** A leg that was never told: the consult can be ended all the same. An empty name is written in words. */
const UNKNOWN: PartyView = {kind: 'agent', name: ''};

/** Whoever is consulted, beside the customer: no pane before they have accepted. */
export const consultPane = (part: Part): readonly PaneView[] => {
  const {interaction, tenant} = part;
  const {talk} = interaction;
  if (talk.kind !== 'consult') return [];
  const party = partyOn(interaction, talk.leg) ?? UNKNOWN;
  const isHeard = talk.hears === 'consulted';
  return [
    {
      id: 'consult',
      names: [party.name],
      facts: partyFacts(party),
      chips: chipsOf(consultChips(interaction), part, isHeard),
      clock: {since: talk.since, counts: 'consultDuration'},
      isHeard,
      variables: consultVariables(interaction, tenant),
      actions: consultActions(part),
      columns: consultColumns(part),
      keypad: keypadAction(part, isHeard),
    },
  ];
};

/** Everybody together, on either desk. */
export const conferencePane = (part: Part): PaneView => {
  const {interaction, engagement, tenant} = part;
  const customer = customerParty(interaction);
  const others = othersInConference(interaction, engagement.agent.id);
  return {
    id: 'call',
    names: [customer.name, ...others.map(({name}) => name)],
    facts: [...numberFact(customer), ...others.flatMap(agentFact)],
    chips: chipsOf(customerChips(interaction), part, true),
    clock: callClock(part),
    isHeard: false,
    variables: conferenceVariables(interaction, tenant),
    actions: callActions(part),
    columns: callColumns(part),
    hint: engagement.role === 'owner' ? 'endsForAll' : 'onlyYouLeave',
    ...always(part, true),
  };
};

/** A consulted agent's only pane: whoever asked them, with the customer among the facts. */
export const consultedPane = (part: Part): PaneView => {
  const {interaction, tenant} = part;
  const {talk} = interaction;
  const customer = customerParty(interaction);
  const asker = ownerParty(interaction) ?? customer;
  const isHeard = talk.kind === 'consult' && talk.hears === 'consulted';
  return {
    id: 'call',
    names: [asker.name],
    facts: [...partyFacts(asker), {label: 'customer', text: customer.name, number: customer.number}],
    chips: chipsOf(consultChips(interaction), part, isHeard),
    clock: {...callClock(part), counts: 'consultDuration'},
    isHeard,
    variables: consultVariables(interaction, tenant),
    actions: consultActions(part),
    columns: consultColumns(part),
    hint: 'onlyYouLeave',
    ...always(part, isHeard),
  };
};

/** A call that the agent does not talk on now: it rings, or is over. */
export const silentPane = (part: Part, chip: ChipView): PaneView => {
  const customer = customerParty(part.interaction);
  return {
    id: 'call',
    names: [customer.name],
    facts: customerFacts(part, customer),
    chips: [chip],
    clock: callClock(part),
    isHeard: false,
    variables: [],
    actions: {},
    columns: 0,
  };
};
