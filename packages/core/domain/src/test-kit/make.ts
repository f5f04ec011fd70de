// Small makers for the tests of this package: each gives something complete, and takes what the test is about.
import type {PermitView} from '../case.js';
import type {Ask, Who} from '../command.js';
import {COMMAND_TYPES} from '../command.js';
import type {AgentProfile, TenantConfig} from '../config.js';
import {createProfile, createTenant} from '../defaults.js';
import type {DialStage} from '../dial-stage.js';
import type {DeskSnapshot, Fact, Happening, InteractionHappening} from '../fact.js';
import type {Engagement, Interaction, Talk} from '../interaction.js';
import type {AgentRef, Leg} from '../party.js';
import {permit} from '../permit.js';
import {reduceInteraction} from '../reduce.js';
import type {RefusalCode, Verdict} from '../refusal.js';

/** Agent 1, who owns, and agent 2, who is consulted. */
export const YOON: AgentRef = {id: 'yoon', name: 'Yoon Ji-ho', dn: '2001'};
/** See {@link YOON}. */
export const PARK: AgentRef = {id: 'park', name: 'Park Ji-woo', dn: '2002'};

/** The desk of agent 1. */
export const AGENT: Who = {kind: 'agent', agentId: YOON.id};
/** The page of the customer of interaction `i1`. */
export const CUSTOMER: Who = {kind: 'customer', interactionId: 'i1'};

/** A tenant with what the tests set. */
export const tenant = (set: Partial<TenantConfig> = {}): TenantConfig =>
  createTenant({id: 't', name: 'Tenant', ...set});

/** Agent 1's profile, allowed everything. */
export const profile = (set: Partial<AgentProfile> = {}): AgentProfile =>
  createProfile({
    id: YOON.id,
    name: YOON.name,
    permissions: [
      'outdial',
      'dialpad',
      'transfer',
      'consult',
      'conference',
      'recording',
      'campaign',
      'history',
    ],
    ...set,
  });

/** An engagement, by default the owner's, active since 1,000. */
export const engagement = (set: Partial<Engagement> = {}): Engagement => ({
  agent: YOON,
  role: 'owner',
  phase: 'active',
  since: 1_000,
  ...set,
});

/** The customer's leg, joined. */
export const CUSTOMER_LEG: Leg = {id: 'lc', party: {kind: 'customer'}, presence: 'joined', since: 1_000};

/** A leg of an agent, joined. */
export const agentLeg = (agent: AgentRef): Leg => ({
  id: `l-${agent.id}`,
  party: {kind: 'agent', agent},
  presence: 'joined',
  since: 1_000,
});

/** Each arrangement of talk, with the words of the specification. */
export const TALKS = {
  none: {kind: 'none'},
  together: {kind: 'together', since: 1_000},
  hold: {kind: 'hold', since: 1_500, heldSince: 1_500},
  requested: {
    kind: 'consult-requested',
    by: YOON.id,
    target: {kind: 'agent', agentId: PARK.id},
    since: 2_000,
    heldSince: 1_500,
  },
  'hears-consulted': {
    kind: 'consult',
    by: YOON.id,
    leg: 'l-park',
    hears: 'consulted',
    since: 2_500,
    heldSince: 1_500,
  },
  'hears-customer': {
    kind: 'consult',
    by: YOON.id,
    leg: 'l-park',
    hears: 'customer',
    since: 2_500,
    heldSince: 2_700,
  },
  'conference-requested': {
    kind: 'conference-requested',
    by: YOON.id,
    target: {kind: 'agent', agentId: PARK.id},
    since: 2_000,
  },
  conference: {kind: 'conference', by: YOON.id, legs: ['l-park'], since: 3_000},
} as const satisfies Record<string, Talk>;

/** The name of one of {@link TALKS}. */
export type TalkName = keyof typeof TALKS;

/** A call that agent 1 handles, together with the customer. */
export const call = (set: Partial<Interaction> = {}): Interaction => ({
  id: 'i1',
  channel: 'voice',
  origin: 'inbound',
  customer: {name: 'Kim Min-su', number: '+821048271934'},
  createdAt: 500,
  legs: [CUSTOMER_LEG, agentLeg(YOON), agentLeg(PARK)],
  talk: TALKS.together,
  engagements: [engagement()],
  recording: {state: 'off'},
  cad: [],
  content: {kind: 'voice'},
  ...set,
});

/** The customer's leg while their phone rings. */
export const RINGING_CUSTOMER: Leg = {...CUSTOMER_LEG, presence: 'ringing'};

/** A call that agent 1 makes, as far as it has come. */
export const dialling = (stage: DialStage, set: Partial<Interaction> = {}): Interaction => {
  const own = agentLeg(YOON);
  const legs: Readonly<Record<DialStage, readonly Leg[]>> = {
    preview: [],
    agent: [{...own, presence: 'ringing'}],
    customer: [own, RINGING_CUSTOMER],
  };
  return call({
    origin: stage === 'preview' ? 'campaign' : 'outdial',
    legs: legs[stage],
    talk: TALKS.none,
    engagements: [engagement({phase: 'offered'})],
    ...set,
  });
};

/** A chat that agent 1 handles. */
export const chat = (set: Partial<Interaction> = {}): Interaction =>
  call({channel: 'chat', content: {kind: 'chat', transcript: {messages: [], earlier: 0}}, ...set});

/** A mail that agent 1 handles. */
export const mail = (set: Partial<Interaction> = {}): Interaction =>
  call({channel: 'email', content: {kind: 'email', thread: {mails: []}}, ...set});

/** A call in one arrangement, with agent 2 in the part that belongs to it. */
export const callIn = (talk: TalkName, set: Partial<Interaction> = {}): Interaction =>
  call({
    talk: TALKS[talk],
    engagements: [
      engagement(),
      engagement({agent: PARK, role: talk === 'conference' ? 'conferenced' : 'consulted'}),
    ],
    ...set,
  });

/** What agent 1's desk sees, everything possible and allowed unless set otherwise. */
export const view = (interactions: readonly Interaction[], set: Partial<PermitView> = {}): PermitView => ({
  capabilities: {commands: COMMAND_TYPES, features: []},
  tenant: tenant(),
  profile: profile(),
  presence: {state: 'available', since: 0},
  interactions: new Map(interactions.map((one) => [one.id, one])),
  ...set,
});

/** `ok`, or the code of the no. */
export const verdictOf = (answer: Verdict): 'ok' | RefusalCode => (answer.ok ? 'ok' : answer.refusal.code);

/** What agent 1 hears when they ask for something about one interaction. */
export const asking = (
  type: Ask['type'],
  interaction: Interaction,
  {to, ...set}: Partial<PermitView> & Pick<Ask, 'to'> = {},
): 'ok' | RefusalCode =>
  verdictOf(
    permit(
      view([interaction], set),
      {type, interactionId: interaction.id, ...(to === undefined ? {} : {to})},
      AGENT,
    ),
  );

/** The same for agent 2, whose profile it then is. */
export const askingAs2 = (type: Ask['type'], interaction: Interaction): 'ok' | RefusalCode =>
  verdictOf(
    permit(
      view([interaction], {profile: profile({id: PARK.id, name: PARK.name})}),
      {type, interactionId: interaction.id},
      {kind: 'agent', agentId: PARK.id},
    ),
  );

/** An interaction after one thing that happened at 9,000. */
export const after = <T extends Interaction>(interaction: T, happening: Untold): Interaction => {
  const told = {interactionId: interaction.id, at: 9_000, ...happening} as InteractionHappening & {
    at: number;
  };
  const next = reduceInteraction(interaction, told);
  if (!next) throw new Error('the interaction is gone');
  return next;
};

/** A happening about an interaction that need not be named. */
export type Untold = InteractionHappening extends infer One
  ? One extends {interactionId: string}
    ? Omit<One, 'interactionId'>
    : never
  : never;

/** A snapshot for agent 1. */
export const snapshot = (set: Partial<DeskSnapshot> = {}): DeskSnapshot => ({
  viewer: AGENT,
  capabilities: {commands: COMMAND_TYPES, features: []},
  tenant: tenant(),
  profile: profile(),
  presence: {state: 'available', since: 100},
  handset: {offHook: false},
  interactions: [],
  ...set,
});

/** A happening with its envelope. */
export const fact = (seq: number, happening: Happening, at = seq * 1_000): Fact => ({...happening, seq, at});

/** The fact that a desk starts from. */
export const hydrated = (seq: number, set: Partial<DeskSnapshot> = {}, epoch = 'e1'): Fact =>
  fact(seq, {type: 'desk.hydrated', epoch, snapshot: snapshot(set)});

/** Freezes everything inside, so that a reducer that writes into its input throws. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  inner.forEach(deepFreeze);
  return value;
};
