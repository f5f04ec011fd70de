// What the contact centre of the tests of this package consists of.
import {
  createProfile,
  createTenant,
  PERMISSIONS,
  type AgentId,
  type AgentProfile,
  type Channel,
  type Feature,
  type TenantConfig,
} from '@deskwire/domain';
import {ENGINE_COMMANDS} from '../commands.js';
import type {CentreConfig} from '../centre.js';

/** When every hall opens. */
export const OPENING = 1_000_000;

const QUEUES = [
  {id: 'calls', name: 'Calls', channel: 'voice'},
  {id: 'experts', name: 'Experts', channel: 'voice'},
  {id: 'chats', name: 'Chats', channel: 'chat'},
  {id: 'posts', name: 'Posts', channel: 'social'},
  {id: 'mails', name: 'Mails', channel: 'email'},
] as const;

/** The numbers of the voice entry points. */
const NUMBERS: Readonly<Record<string, string>> = {calls: '1588-0420', experts: '1588-0421'};

/** Five queues, an entry point for each; wrap-up with a countdown on calls alone. */
export const tenantOf = (set: Partial<TenantConfig> = {}): TenantConfig =>
  createTenant({
    id: 't',
    name: 'Tenant',
    idleReasons: [
      {id: 'break', label: 'Break'},
      {id: 'lunch', label: 'Lunch'},
    ],
    wrapUpReasons: [
      {id: 'resolved', label: 'Resolved'},
      {id: 'callback', label: 'Callback'},
    ],
    wrapUp: {
      voice: {multiple: false, extendable: true, autoSeconds: 60, defaultReasonId: 'resolved'},
      chat: {multiple: true, extendable: false},
      social: {multiple: true, extendable: false},
      email: {multiple: false, extendable: false},
    },
    queues: QUEUES,
    entryPoints: QUEUES.map(({id, name, channel}) => ({
      id: `to-${id}`,
      name,
      channel,
      queueId: id,
      number: NUMBERS[id] ?? `${id}@example.com`,
    })),
    ...set,
  });

/** An agent of every queue who may do everything. */
export const agentOf = (id: AgentId, set: Partial<AgentProfile> = {}): AgentProfile =>
  createProfile({
    id,
    name: id.toUpperCase(),
    queueIds: QUEUES.map((queue) => queue.id),
    permissions: PERMISSIONS,
    ...set,
  });

/** Where a contact of a channel comes in. */
export const ENTRY: Readonly<Record<Channel, string>> = {
  voice: 'to-calls',
  chat: 'to-chats',
  social: 'to-posts',
  email: 'to-mails',
};

/** What a test sets of a hall. */
export interface HallOptions extends Pick<CentreConfig, 'numbers' | 'contacts' | 'contactsDone'> {
  readonly tenant?: Partial<TenantConfig>;
  readonly agents?: readonly AgentProfile[];
  readonly features?: readonly Feature[];
}

/** What a hall is built from. */
export const configOf = ({
  tenant = {},
  agents = [agentOf('ann')],
  features = [],
  ...lists
}: HallOptions = {}): CentreConfig => ({
  tenant: tenantOf(tenant),
  agents,
  ...lists,
  capabilities: {commands: ENGINE_COMMANDS, features},
});
