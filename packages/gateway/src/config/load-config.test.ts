import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {describe, expect, it} from 'vitest';

import {createProfile, createTenant, GUIDE_MAX_QUESTIONS} from '@deskwire/domain';

import {checkConfig} from './check-config.js';
import {DEMO_CONFIG} from './demo.js';
import {parseConfig} from './load-config.js';
import {ConfigError} from './problem.js';

const config = (more: object = {}) =>
  parseConfig(JSON.stringify({tenant: {id: 't', name: 'Tenant'}, agents: [{id: 'a', name: 'A'}], ...more}));

const sample = (name: string): string => fileURLToPath(new URL(`../../tenants/${name}`, import.meta.url));

describe('a configuration', () => {
  it('is complete from its names alone, as the domain completes it', () => {
    expect(config()).toEqual({
      tenant: createTenant({id: 't', name: 'Tenant'}),
      agents: [createProfile({id: 'a', name: 'A'})],
      numbers: [],
      mail: {addresses: {}, mailboxes: [], mailboxDomains: []},
      assistants: {},
      contacts: {},
      demo: false,
      users: [],
    });
  });

  it('keeps the defaults beside what was set', () => {
    const {tenant, agents} = config({
      tenant: {id: 't', name: 'T', ringSeconds: {voice: 9}, recording: {enabled: true}},
      agents: [{id: 'a', name: 'A', capacity: {chat: 1}}],
    });
    expect(tenant.ringSeconds).toEqual({voice: 9, chat: 30, social: 30, email: 120});
    expect(tenant.recording).toEqual({enabled: true, privacyShield: false, pauseSeconds: 30});
    expect(agents[0]?.capacity).toEqual({voice: 1, chat: 1, social: 3, email: 5});
  });

  it('knows mail addresses in lower case', () => {
    const {mail, tenant} = config({
      tenant: {
        id: 't',
        name: 'T',
        queues: [{id: 'q', name: 'Q', channel: 'email'}],
        entryPoints: [{id: 'mail', name: 'Mail', channel: 'email', queueId: 'q'}],
      },
      mail: {addresses: {'Help@Acme.example': 'mail'}, mailboxDomains: ['Acme.example']},
    });
    expect(mail).toEqual({
      addresses: {'help@acme.example': 'mail'},
      mailboxes: [],
      mailboxDomains: ['acme.example'],
    });
    // The desk knows them too: who replies to all copies none of them.
    expect(tenant.entryPoints[0]?.addresses).toEqual(['help@acme.example']);
  });

  it('throws everything that is wrong at once', () => {
    const thrown = ((): unknown => {
      try {
        return config({numbers: [{name: 'Nobody'}], agents: 7});
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(ConfigError);
    expect((thrown as Error).message.split('\n')).toEqual([
      '2 problems in the configuration:',
      expect.stringContaining('agents must be a list, and is a number. Write a list.'),
      expect.stringContaining('numbers[0].number is missing. Add it.'),
    ]);
  });
});

describe('the sample tenants', () => {
  it.each(['demo.yaml', 'hanbit.ko.yaml', 'harbour.en.yaml'])('%s has nothing wrong with it', (name) => {
    const {config: read, problems, warnings} = checkConfig(readFileSync(sample(name), 'utf8'), sample(name));
    expect([...problems, ...warnings]).toEqual([]);
    const variables = read?.tenant.entryPoints.flatMap((one) => one.variables ?? []) ?? [];
    expect(new Set(variables.map(({type}) => type)).size).toBe(6);
    for (const channel of ['voice', 'chat', 'email']) {
      const flows = read?.tenant.entryPoints.filter((one) => one.channel === channel) ?? [];
      expect(flows.some((one) => one.variables?.some(({secure}) => secure))).toBe(true);
    }
    const [campaign] = read?.tenant.campaigns ?? [];
    const guide = campaign?.guide ?? [];
    expect(
      guide.filter((question) => question.kind === 'choice' && question.answers.length > 1).length,
    ).toBeGreaterThan(2);
    expect(guide.length).toBeGreaterThanOrEqual(5);
    expect(guide.length).toBeLessThan(GUIDE_MAX_QUESTIONS);
    expect(new Set(guide.map(({kind}) => kind))).toEqual(new Set(['choice', 'text']));
    expect(read?.contacts[campaign?.id ?? '']?.length).toBeGreaterThanOrEqual(12);
  });

  it('include a demo whose second voice flow keeps, drops and sets variables of the first', () => {
    const [first, second] = DEMO_CONFIG.tenant.entryPoints.filter(({channel}) => channel === 'voice');
    const shared = (second?.variables ?? []).flatMap((variable) => {
      const other = first?.variables?.find(({name}) => name === variable.name);
      return other ? [{same: other.type === variable.type, sets: variable.value !== undefined}] : [];
    });
    expect(shared).toContainEqual({same: true, sets: false});
    expect(shared).toContainEqual({same: false, sets: false});
    expect(shared).toContainEqual({same: true, sets: true});
  });
});
