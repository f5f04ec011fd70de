import type {AgentProfile, TenantConfig} from '@deskwire/domain';
import {FakeDirectory, fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {aProfile, aTenant} from '@deskwire/testing/fixtures.js';

/** What a test may set of the desk. */
export interface StageOptions extends Omit<FakeStreamOptions, 'snapshot'> {
  readonly tenant?: Partial<TenantConfig>;
  readonly profile?: Partial<AgentProfile>;
  readonly state?: 'available' | 'idle' | 'rona';
  readonly directory?: FakeDirectory;
}

/** Numbers to be called from: three ANIs, and a dial plan. */
export const DIALLING: TenantConfig['outdial'] = {
  anis: [
    {number: '+82215770420', name: 'Sales'},
    {number: '+82215880421', name: 'Billing'},
    {number: '+82260221180', name: '해지 방어'},
  ],
  defaultAni: '+82215880420',
  availableAfter: false,
  dialPlan: [
    {name: 'Domestic', prefixes: ['+82', '0', '1']},
    {name: 'No premium', blockedPrefixes: ['060']},
  ],
};

const PRESENCE = {
  available: {state: 'available', since: 0},
  idle: {state: 'idle', reasonId: 'break', since: 0},
  rona: {state: 'rona', since: 0, channel: 'voice'},
} as const;

/** A desk on which an agent may dial. */
export const outdialStream = ({
  tenant,
  profile,
  state = 'idle',
  directory = new FakeDirectory(),
  interactions = [],
  ...more
}: StageOptions = {}): FakeStream =>
  fakeStream({
    answer: directory.answer,
    ...more,
    snapshot: {
      interactions,
      tenant: aTenant({
        entryPoints: [{id: 'main', name: 'Main', number: '1588-0420', channel: 'voice', queueId: 'support'}],
        outdial: DIALLING,
        ...tenant,
      }),
      profile: aProfile({permissions: ['outdial', 'dialpad'], ...profile}),
      presence: PRESENCE[state] as never,
    },
  });
