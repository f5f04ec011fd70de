// The smallest contact centre in which everything about a call can happen: one customer, two agents, one outside number.
import {
  createProfile,
  createTenant,
  PERMISSIONS,
  type AgentProfile,
  type Campaign,
  type Target,
  type TenantConfig,
} from '@deskwire/domain';
import {ENGINE_COMMANDS} from '../commands.js';
import {createCentre, type Centre, type CentreConfig} from '../centre.js';
import type {EngineEnv, Input} from '../input.js';
import {step, type Step} from '../step.js';

/** A contact centre to look through, and how far a test looks within its time. */
export interface World {
  readonly name: string;
  readonly config: CentreConfig;
  /** Moves from the opening that `npm test` looks at; a deeper look is `npm run model-check`. */
  readonly testDepth: number;
}

/** The only contact: the customer calls again once it is over. */
export const CALL = 'call';
/** The number outside. */
export const NUMBER = '+82325550119';

const QUEUE = {id: 'calls', name: 'Calls', channel: 'voice'} as const;

/** Where a call can be sent, and what no list would offer. */
export const targetsFor = (agentId: string): readonly Target[] => [
  {kind: 'agent', agentId: agentId === 'ann' ? 'bob' : 'ann'},
  {kind: 'queue', queueId: QUEUE.id},
  {kind: 'entry-point', entryPointId: 'hotline'},
  {kind: 'number', number: NUMBER},
];

const tenantOf = (set: Partial<TenantConfig>): TenantConfig =>
  createTenant({
    id: 'model',
    name: 'Model',
    wrapUp: {
      ...createTenant({id: '', name: ''}).wrapUp,
      voice: {multiple: false, extendable: true, autoSeconds: 60, defaultReasonId: 'resolved'},
    },
    queues: [QUEUE],
    entryPoints: [{id: 'hotline', name: 'Hotline', channel: 'voice', queueId: QUEUE.id, number: '1588-0420'}],
    ...set,
  });

const phone = (kind: AgentProfile['station']['kind'], dn: string) => ({kind, dn});

/** With room for two calls an agent could get the one back that they still wrap up. */
const agent = (id: 'ann' | 'bob', station: AgentProfile['station'], calls: number): AgentProfile =>
  createProfile({
    id,
    name: id,
    queueIds: [QUEUE.id],
    station,
    capacity: {voice: calls, chat: 1, social: 1, email: 1},
  });

const worldOf = (
  name: string,
  testDepth: number,
  agents: readonly AgentProfile[],
  set: Partial<TenantConfig>,
): World => ({
  name,
  testDepth,
  config: {
    tenant: tenantOf(set),
    agents,
    capabilities: {commands: ENGINE_COMMANDS, features: []},
  },
});

const DESK = phone('desk-phone', '2001');
const PAGE = phone('browser-phone', '2002');

/** With two contacts to call: the list ends, and a contact that was given back comes again. */
const CAMPAIGN: Campaign = {
  id: 'spring',
  name: 'Spring',
  teams: ['team'],
  skippable: true,
  fields: [],
  guide: [{id: 'q', text: 'Well?', kind: 'text'}],
};

/** An agent who dials; with one number to dial, whichever way. */
const dialler = (id: 'ann' | 'bob', station: AgentProfile['station']): AgentProfile => ({
  ...agent(id, station, 1),
  permissions: PERMISSIONS,
});

/** A world of its own in which agents make the calls: they do one at a time, so that every state can be seen. */
const dialling = (name: string, testDepth: number, set: Partial<TenantConfig>): World => {
  const world = worldOf(name, testDepth, [dialler('ann', PAGE), dialler('bob', DESK)], {
    campaigns: [CAMPAIGN],
    ...set,
  });
  const contacts = {spring: ['a', 'b'].map((id) => ({id, number: NUMBER}))};
  return {...world, config: {...world.config, contacts}};
};

/** Customers call: both policies of everything that admin decides about a call, and both kinds of phone on either side of a consult. */
const CALLED: readonly World[] = [
  worldOf('drop and keep', 7, [agent('ann', PAGE, 1), agent('bob', DESK, 1)], {
    endConsult: 'drop',
    lostAgent: 'keep',
  }),
  worldOf('return and requeue', 8, [agent('ann', PAGE, 2), agent('bob', PAGE, 2)], {
    endConsult: 'return',
    lostAgent: 'requeue',
  }),
  worldOf('recorded and limited', 7, [agent('ann', DESK, 1), agent('bob', PAGE, 1)], {
    recording: {enabled: true, privacyShield: true, pauseSeconds: 30},
    callLimits: {dataCentre: 100, tenant: 1},
  }),
];

/** Agents call, on both kinds of phone, with and without a queue to come back to. */
const DIALLING: readonly World[] = [
  dialling('dialled and cancelled', 7, {
    callCancellable: true,
    lostAgent: 'requeue',
    outdial: {entryPointId: 'hotline', anis: [], availableAfter: true, dialPlan: []},
  }),
  dialling('dialled at the limit', 7, {callLimits: {dataCentre: 100, tenant: 1}}),
];

/** Every world that is looked through. */
export const WORLDS: readonly World[] = [...CALLED, ...DIALLING];

/** Time is the number of moves; an id is never used twice, since each one comes with a fact. */
export const envOf = (seq: number, moves: number): EngineEnv => {
  let ids = seq;
  return {now: () => moves * 1_000, newId: () => `id-${(ids += 1)}`};
};

/** One input, so many moves after the opening. */
export const take = (centre: Centre, input: Input, moves: number): Step =>
  step(centre, input, envOf(centre.seq, moves));

/** Both agents are there and available; nobody has called. */
export const opening = ({config}: World): Centre => {
  let centre = createCentre(config);
  for (const {id: agentId} of config.agents) {
    const inputs: readonly Input[] = [
      {kind: 'signal', signal: {type: 'agent.signed-in', agentId}},
      {kind: 'signal', signal: {type: 'agent.connected', agentId}},
      {
        kind: 'command',
        who: {kind: 'agent', agentId},
        id: 'open',
        command: {type: 'agent.set-state', to: {state: 'available'}},
      },
    ];
    for (const input of inputs) centre = take(centre, input, 0).centre;
  }
  return centre;
};
