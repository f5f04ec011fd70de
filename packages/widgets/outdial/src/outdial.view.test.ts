import {describe, expect, it} from 'vitest';
import {createProfile, createTenant, refuse, type AgentProfile, type Permission} from '@deskwire/domain';
import {dialWords, wordFaults} from '@deskwire/kit';

import {outdialWords} from './outdial.messages.js';
import {isNumberRefusal, tabOf, viewOutdial, type OutdialView} from './outdial.view.js';

const tenant = createTenant({
  id: 'tenant',
  name: 'Tenant',
  outdial: {
    anis: [{number: '+82215770420', name: 'Sales'}],
    defaultAni: '+82215880420',
    availableAfter: false,
    dialPlan: [],
  },
});
const profileOf = (...permissions: Permission[]): AgentProfile =>
  createProfile({
    id: 'agent',
    name: 'Agent',
    team: {id: 'team', name: 'Team'},
    station: {kind: 'desk-phone', dn: '7001'},
    permissions,
  });
const view = (...permissions: Permission[]): OutdialView =>
  viewOutdial({tenant, profile: profileOf(...permissions)}, {shown: true});

describe('what an agent who wants to call is shown', () => {
  it('is nothing where they may not, and while nothing is known', () => {
    expect(viewOutdial({tenant, profile: profileOf('outdial')}, {shown: false})).toEqual({kind: 'hidden'});
    expect(viewOutdial({}, {shown: true})).toEqual({kind: 'hidden'});
    expect(viewOutdial({tenant}, {shown: true})).toEqual({kind: 'hidden'});
  });

  it('is the address book, and the dialpad with its permission', () => {
    expect(view('outdial')).toMatchObject({tabs: ['book']});
    expect(view('outdial', 'dialpad')).toMatchObject({tabs: ['book', 'pad']});
  });

  it('is what the tenant has to call from, and which phone rings', () => {
    expect(view('outdial')).toEqual({
      kind: 'shown',
      tabs: ['book'],
      station: 'desk-phone',
      anis: tenant.outdial.anis,
      fallback: '+82215880420',
    });
  });

  it('is the reason, while no call can be made', () => {
    const refusal = refuse('DW_AGENT_ON_CALL');
    const profile = profileOf('outdial');
    expect(viewOutdial({tenant, profile}, {shown: true, refusal})).toMatchObject({refusal});
    expect(view('outdial')).not.toHaveProperty('refusal');
  });
});

describe('the tab that is shown', () => {
  it('is the wanted one while it is there, else the address book', () => {
    expect(tabOf(['book', 'pad'], 'pad')).toBe('pad');
    expect(tabOf(['book'], 'pad')).toBe('book');
    expect(tabOf(['book', 'pad'], undefined)).toBe('book');
    expect(tabOf([], 'pad')).toBe('book');
  });
});

describe('a refusal', () => {
  it('belongs at the number only where it is about the number', () => {
    expect(isNumberRefusal(refuse('DW_NUMBER_DIAL_PLAN'))).toBe(true);
    expect(isNumberRefusal(refuse('DW_ANI_UNKNOWN'))).toBe(false);
    expect(isNumberRefusal(refuse('DW_CALL_LIMIT_TENANT'))).toBe(false);
  });
});

describe('the words', () => {
  it('are sound in both languages', () => {
    expect(wordFaults(outdialWords)).toEqual([]);
    expect(wordFaults(dialWords)).toEqual([]);
  });
});
