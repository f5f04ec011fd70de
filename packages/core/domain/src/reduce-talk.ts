import type {Told} from './fact.js';
import type {Interaction, Talk} from './interaction.js';
import type {Leg} from './party.js';
import type {Handlers} from './handlers.js';
import {mapSame, putById} from './same.js';

const withTalk = (interaction: Interaction, talk: Talk): Interaction => ({...interaction, talk});

/** When the customer was put on hold in this arrangement; `at` where they were not. */
const customerHeldSince = (talk: Talk, at: number): number => {
  if (talk.kind === 'hold' || talk.kind === 'consult-requested') return talk.heldSince;
  return talk.kind === 'consult' && talk.hears === 'consulted' ? talk.heldSince : at;
};

/** A leg that left; one that was gone already keeps its time. */
export const gone = (leg: Leg, at: number): Leg =>
  leg.presence === 'gone' ? leg : {...leg, presence: 'gone', since: at};

const legPresence =
  (presence: Leg['presence']) =>
  (interaction: Interaction, fact: Told<'leg.ringing' | 'leg.joined'>): Interaction => ({
    ...interaction,
    legs: putById(interaction.legs, {id: fact.legId, party: fact.party, presence, since: fact.at}),
  });

const toHold = (interaction: Interaction, at: number): Interaction =>
  withTalk(interaction, {kind: 'hold', since: at, heldSince: customerHeldSince(interaction.talk, at)});

const hears =
  (who: 'consulted' | 'customer') =>
  (interaction: Interaction, {at}: {readonly at: number}): Interaction => {
    const {talk} = interaction;
    if (talk.kind !== 'consult' || talk.hears === who) return interaction;
    return withTalk(interaction, {...talk, hears: who, heldSince: at});
  };

const agentLegs = (interaction: Interaction, legIds: readonly string[]): ReadonlySet<string> =>
  new Set(
    interaction.legs.flatMap(({id, party}) =>
      legIds.includes(id) && party.kind === 'agent' ? [party.agent.id] : [],
    ),
  );

const conference = (interaction: Interaction, talk: Extract<Talk, {kind: 'conference'}>): Interaction => {
  const joined = agentLegs(interaction, talk.legs);
  return {
    ...interaction,
    talk,
    engagements: interaction.engagements.map((engagement) =>
      engagement.role === 'consulted' && joined.has(engagement.agent.id)
        ? {...engagement, role: 'conferenced'}
        : engagement,
    ),
  };
};

/** What is left when one of the others leaves: a conference, or, with nobody beside them, the owner and the customer. */
const without = (talk: Extract<Talk, {kind: 'conference'}>, legId: string, at: number): Talk => {
  const legs = talk.legs.filter((id) => id !== legId);
  return legs.length ? {...talk, legs} : {kind: 'together', since: at};
};

/** Facts about legs, and about who hears whom. */
export const talkHandlers: Handlers = {
  'leg.ringing': legPresence('ringing'),
  'leg.joined': legPresence('joined'),
  'leg.left': (interaction, {legId, at}) => {
    const legs = mapSame(interaction.legs, (leg) => (leg.id === legId ? gone(leg, at) : leg));
    return legs === interaction.legs ? interaction : {...interaction, legs};
  },
  'call.connected': ({transfer: _, ...interaction}, {at}) =>
    withTalk(interaction, {kind: 'together', since: at}),
  'call.held': (interaction, fact) =>
    interaction.talk.kind === 'together'
      ? toHold(interaction, fact.at)
      : hears('consulted')(interaction, fact),
  'call.resumed': (interaction, fact) =>
    interaction.talk.kind === 'hold'
      ? withTalk(interaction, {kind: 'together', since: fact.at})
      : hears('customer')(interaction, fact),
  'consult.requested': (interaction, {agentId, target, at}) =>
    withTalk(interaction, {
      kind: 'consult-requested',
      by: agentId,
      target,
      since: at,
      heldSince: customerHeldSince(interaction.talk, at),
    }),
  'consult.ringing': (interaction, {legId}) =>
    interaction.talk.kind === 'consult-requested'
      ? withTalk(interaction, {...interaction.talk, leg: legId})
      : interaction,
  'consult.accepted': (interaction, {legId, at}) => {
    const {talk} = interaction;
    if (talk.kind !== 'consult-requested') return interaction;
    const {by, heldSince} = talk;
    return withTalk(interaction, {kind: 'consult', by, leg: legId, hears: 'consulted', since: at, heldSince});
  },
  'consult.failed': (interaction, {at}) =>
    interaction.talk.kind === 'consult-requested' ? toHold(interaction, at) : interaction,
  'consult.held': hears('customer'),
  'consult.resumed': hears('consulted'),
  'consult.ended': (interaction, {at}) => {
    const {talk} = interaction;
    if (talk.kind !== 'consult') return interaction;
    return talk.hears === 'customer'
      ? withTalk(interaction, {kind: 'together', since: at})
      : toHold(interaction, at);
  },
  'conference.requested': (interaction, {agentId, target, at}) =>
    withTalk(interaction, {kind: 'conference-requested', by: agentId, target, since: at}),
  'conference.failed': (interaction, {at}) =>
    interaction.talk.kind === 'conference-requested'
      ? withTalk(interaction, {kind: 'together', since: at})
      : interaction,
  'conference.started': (interaction, {agentId, legIds, at}) =>
    conference(interaction, {kind: 'conference', by: agentId, legs: legIds, since: at}),
  'conference.joined': (interaction, {legId}) =>
    interaction.talk.kind === 'conference' && !interaction.talk.legs.includes(legId)
      ? conference(interaction, {...interaction.talk, legs: [...interaction.talk.legs, legId]})
      : interaction,
  'conference.left': (interaction, {legId, at}) =>
    interaction.talk.kind === 'conference' && interaction.talk.legs.includes(legId)
      ? withTalk(interaction, without(interaction.talk, legId, at))
      : interaction,
  'conference.ended': (interaction, {at}) =>
    interaction.talk.kind === 'conference'
      ? withTalk(interaction, {kind: 'together', since: at})
      : interaction,
  'recording.started': (interaction, {at}) => ({...interaction, recording: {state: 'on', since: at}}),
  'recording.paused': (interaction, {at, resumeAt}) => ({
    ...interaction,
    recording: {state: 'paused', since: at, ...(resumeAt === undefined ? {} : {resumeAt})},
  }),
  'recording.resumed': (interaction, {at}) => ({...interaction, recording: {state: 'on', since: at}}),
  'recording.stopped': (interaction) => ({...interaction, recording: {state: 'off'}}),
};
