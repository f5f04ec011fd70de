import type {AgentRef, Engagement, Interaction, Leg, Talk} from '@deskwire/domain';
import {
  AGENT,
  anActive,
  anEngagement,
  aTenant,
  aVariable,
  NOON,
  OTHER_AGENT,
} from '@deskwire/testing/fixtures.js';

/** For tests and stories: a call of the fixtures' agent in every arrangement, in either role. */

/** Which side of a consult or a conference the fixtures' agent is on. */
export const ROLES = ['owner', 'beside'] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** The owner of the call. */
export const ownerOf = (role: Role): AgentRef => (role === 'owner' ? AGENT : OTHER_AGENT);
/** The agent who was asked. */
export const askedOf = (role: Role): AgentRef => (role === 'owner' ? OTHER_AGENT : AGENT);

/** The leg of an agent. */
export const legIdOf = ({id}: AgentRef): string => `leg-${id}`;

const legOf = (agent: AgentRef, presence: Leg['presence']): Leg => ({
  id: legIdOf(agent),
  party: {kind: 'agent', agent},
  presence,
  since: NOON,
});

const CUSTOMER_LEG: Leg = {id: 'leg-customer', party: {kind: 'customer'}, presence: 'joined', since: NOON};

const partOf = (agent: AgentRef, set: Partial<Engagement>): Engagement =>
  anEngagement({agent, phase: 'active', acceptedAt: NOON, ...set});

const between = (
  role: Role,
  talk: Talk,
  asked: Partial<Engagement>,
  set: Partial<Interaction>,
): Interaction =>
  anActive({
    legs: [CUSTOMER_LEG, legOf(ownerOf(role), 'joined'), legOf(askedOf(role), 'joined')],
    engagements: [partOf(ownerOf(role), {role: 'owner'}), partOf(askedOf(role), asked)],
    talk,
    ...set,
  });

/** A consult that a queue, an agent or a number was asked for, and nobody has accepted yet. */
export const aRequestedConsult = (
  talk: Partial<Extract<Talk, {kind: 'consult-requested'}>> = {},
  set: Partial<Interaction> = {},
): Interaction =>
  anActive({
    talk: {
      kind: 'consult-requested',
      by: AGENT.id,
      target: {kind: 'queue', queueId: 'support'},
      since: NOON,
      heldSince: NOON,
      ...talk,
    },
    ...set,
  });

/** A consult that runs. */
export const aConsult = (
  role: Role = 'owner',
  talk: Partial<Extract<Talk, {kind: 'consult'}>> = {},
  set: Partial<Interaction> = {},
): Interaction =>
  between(
    role,
    {
      kind: 'consult',
      by: ownerOf(role).id,
      leg: legIdOf(askedOf(role)),
      hears: 'consulted',
      since: NOON,
      heldSince: NOON,
      ...talk,
    },
    {role: 'consulted'},
    set,
  );

/** A consult with somebody outside. */
export const anOutsideConsult = (
  number: string,
  name?: string,
  set: Partial<Interaction> = {},
): Interaction => {
  const party = {kind: 'number', number, ...(name === undefined ? {} : {name})} as const;
  const legs: readonly Leg[] = [
    CUSTOMER_LEG,
    legOf(AGENT, 'joined'),
    {id: 'leg-outside', party, presence: 'joined', since: NOON},
  ];
  return aConsult('owner', {leg: 'leg-outside'}, {legs, engagements: [partOf(AGENT, {})], ...set});
};

/** Everybody together. */
export const aConference = (role: Role = 'owner', set: Partial<Interaction> = {}): Interaction =>
  between(
    role,
    {kind: 'conference', by: ownerOf(role).id, legs: [legIdOf(askedOf(role))], since: NOON},
    {role: 'conferenced'},
    set,
  );

/** Call-associated data of every kind. */
export const someData = [
  aVariable({
    name: 'account',
    label: {en: 'Account number', ko: '계정 번호'},
    value: '8840-2271-06',
    order: 1,
  }),
  aVariable({
    name: 'since',
    label: {en: 'Customer since', ko: '가입일'},
    type: 'date',
    value: '2019-03-14',
    order: 2,
  }),
  aVariable({
    name: 'resident',
    label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'},
    value: '4107',
    secure: true,
    order: 3,
  }),
  aVariable({
    name: 'consent',
    label: {en: 'Callback consent', ko: '콜백 동의'},
    type: 'boolean',
    value: 'true',
    order: 4,
  }),
  aVariable({name: 'plan', label: {en: 'Plan tier', ko: '요금제 등급'}, value: '', order: 5}),
  aVariable({
    name: 'reason',
    label: {en: 'Reason for call', ko: '통화 사유'},
    value: 'Charged twice for November roaming; asks for the refund before the 27th.',
    order: 6,
  }),
];

/** A tenant that records, with Privacy Shield, and gives two variables to a consult. */
export const aVoiceTenant = (set: Parameters<typeof aTenant>[0] = {}) =>
  aTenant({
    recording: {enabled: true, privacyShield: true, pauseSeconds: 30},
    consultVariables: [
      {name: 'reason', label: {en: 'Why they call', ko: '문의 내용'}},
      {name: 'resident', label: {en: 'Resident ID', ko: '주민등록번호'}},
    ],
    ...set,
  });
