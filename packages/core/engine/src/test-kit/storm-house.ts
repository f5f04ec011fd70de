// The contact centre in which a storm takes place.
import type {FlowVariable} from '@deskwire/domain';
import {contactsOf, SPRING} from './dialling.js';
import {agentOf, tenantOf, type HallOptions} from './house.js';

const variable = (name: string, set: Partial<FlowVariable> = {}): FlowVariable => ({
  name,
  label: name,
  type: 'string',
  editable: true,
  secure: false,
  ...set,
});

/** The flows that a contact can be in: they share some variables, and disagree about others. */
export const FLOWS: readonly (readonly FlowVariable[])[] = [
  [variable('note'), variable('age', {type: 'integer'}), variable('card', {secure: true})],
  [variable('tier', {value: 'gold', editable: false}), variable('note', {value: 'Expert'}), variable('age')],
];

/** Three agents with little capacity, so that limits are met: one exclusive, one on a desk phone. */
const AGENTS = [
  agentOf('ann', {capacity: {voice: 1, chat: 2, social: 1, email: 1}}),
  agentOf('bob', {
    capacity: {voice: 1, chat: 2, social: 1, email: 2},
    station: {kind: 'desk-phone', dn: '2002'},
  }),
  agentOf('cho', {capacity: {voice: 1, chat: 1, social: 1, email: 1}, blending: 'exclusive'}),
];

const flowOf = (id: string): readonly FlowVariable[] => FLOWS[id === 'to-experts' ? 1 : 0] ?? [];

/** Everything can happen in it: two flows, limits that are met, a campaign whose list ends. */
export const STORM: HallOptions = {
  agents: AGENTS,
  contacts: {spring: contactsOf(8)},
  tenant: {
    recording: {enabled: true, privacyShield: true, pauseSeconds: 20},
    lostAgent: 'requeue',
    callLimits: {dataCentre: 100, tenant: 6},
    callCancellable: true,
    entryPoints: tenantOf().entryPoints.map((one) => ({...one, variables: flowOf(one.id)})),
    outdial: {entryPointId: 'to-calls', anis: [], availableAfter: true, dialPlan: []},
    campaigns: [SPRING],
    email: {...tenantOf().email, undoSeconds: 3},
  },
};
