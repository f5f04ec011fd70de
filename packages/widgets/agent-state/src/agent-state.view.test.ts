import {describe, expect, it} from 'vitest';
import {
  EMPTY_DESK,
  permit,
  type Ask,
  type DeskSnapshot,
  type DeskState,
  type Interaction,
  type Reason,
} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {
  aDesk,
  AGENT,
  anActive,
  anEngagement,
  aProfile,
  aRequest,
  aTenant,
  aWrapUp,
  NOON,
  QUEUE,
  someCapabilities,
} from '@deskwire/testing';

import {words} from './agent-state.messages.js';
import {canOpen, currentState, menuView, sameSlice, selectAgentSlice} from './agent-state.view.js';

const LUNCH = {state: 'idle', reasonId: 'lunch', since: NOON} as const;

const slice = (interactions: readonly Interaction[] = [], set: Partial<DeskSnapshot> = {}) =>
  selectAgentSlice(aDesk(interactions, set));

const asks = (desk: DeskState) => (ask: Ask) => permit(desk, ask, {kind: 'agent', agentId: AGENT.id});

const menu = (interactions: readonly Interaction[] = [], set: Partial<DeskSnapshot> = {}) => {
  const desk = aDesk(interactions, set);
  return menuView(selectAgentSlice(desk), asks(desk));
};

const reasons = (count: number): readonly Reason[] =>
  Array.from({length: count}, (_, index) => ({id: `reason-${index}`, label: `Reason ${index}`}));

describe('currentState', () => {
  it('is unknown until the desk has heard from its backend', () => {
    expect(currentState(selectAgentSlice(EMPTY_DESK))).toEqual({state: 'unknown'});
  });

  it('shows what the agent chose, with the reason that admin named', () => {
    expect(currentState(slice())).toEqual({state: 'available', since: NOON});
    expect(currentState(slice([], {presence: LUNCH}))).toEqual({
      state: 'idle',
      since: NOON,
      reason: {en: 'Lunch', ko: '점심'},
    });
  });

  it('shows an idle reason that admin has taken away without a name', () => {
    const gone = {state: 'idle', reasonId: 'gone', since: NOON} as const;
    expect(currentState(slice([], {presence: gone}))).toEqual({state: 'idle', since: NOON});
  });

  it('shows what the work makes of it: engaged, then wrap-up', () => {
    const active = anActive({engagements: [anEngagement({phase: 'active', acceptedAt: NOON - 5000})]});
    expect(currentState(slice([active]))).toEqual({state: 'engaged', since: NOON - 5000, channel: 'voice'});
    expect(currentState(slice([aWrapUp()]))).toEqual({state: 'wrap-up', since: NOON});
  });

  it('shows RONA and signed out before anything else', () => {
    const rona = {
      state: 'rona',
      since: NOON,
      interactionId: 'voice-1',
      channel: 'voice',
      queue: QUEUE,
    } as const;
    expect(currentState(slice([anActive()], {presence: rona})).state).toBe('rona');
    expect(currentState(slice([], {presence: {state: 'signed-out', since: NOON}})).state).toBe('signed-out');
  });
});

describe('menuView', () => {
  it('lists Available, then the idle reasons as admin ordered them', () => {
    expect(menu().choices.map(({id}) => id)).toEqual(['available', 'idle:break', 'idle:lunch']);
  });

  it('marks what was chosen, also while it waits for the contacts at hand', () => {
    expect(menu()).toMatchObject({chosen: 'available', waits: false});
    expect(menu([anActive()], {presence: LUNCH})).toMatchObject({chosen: 'idle:lunch', waits: true});
    const rona = {state: 'rona', since: NOON, interactionId: 'voice-1', channel: 'voice'} as const;
    expect(menu([], {presence: rona})).not.toHaveProperty('chosen');
  });

  it.each([
    [6, false],
    [7, true],
  ])('with %i idle reasons, search: %s', (count, searchable) => {
    expect(menu([], {tenant: aTenant({idleReasons: reasons(count)})}).searchable).toBe(searchable);
  });

  it('offers sign-out, refuses it while a request is up or a contact open, hides it where it does not exist', () => {
    expect(menu().signOut).toEqual({shown: true});
    expect(menu([aRequest()]).signOut).toMatchObject({refusal: {code: 'DW_AGENT_REQUEST_PENDING'}});
    expect(menu([aWrapUp()]).signOut).toMatchObject({refusal: {code: 'DW_AGENT_BUSY'}});
    const capabilities = someCapabilities({commands: ['agent.set-state']});
    expect(menu([], {capabilities}).signOut).toEqual({shown: false});
  });
});

describe('canOpen', () => {
  const opens = (desk: DeskState) => canOpen(selectAgentSlice(desk), asks(desk));

  it('needs a hydrated desk of a signed-in agent whose backend takes states', () => {
    expect(opens(aDesk())).toBe(true);
    expect(opens(EMPTY_DESK)).toBe(false);
    expect(opens(aDesk([], {presence: {state: 'signed-out', since: NOON}}))).toBe(false);
    expect(opens(aDesk([], {capabilities: someCapabilities({commands: []})}))).toBe(false);
  });
});

describe('sameSlice', () => {
  it('is not woken by a fact that changes nothing to see', () => {
    const state = aDesk([anActive()]);
    expect(sameSlice(selectAgentSlice(state), selectAgentSlice({...state}))).toBe(true);
  });

  it('is woken by a new state, a new reason list, a new contact', () => {
    const before = slice();
    expect(sameSlice(before, slice([], {presence: LUNCH}))).toBe(false);
    expect(sameSlice(before, slice([anActive()]))).toBe(false);
    const profile = aProfile();
    expect(sameSlice(slice([], {profile}), slice([], {tenant: aTenant(), profile}))).toBe(false);
  });
});

describe('words', () => {
  it('are complete in both languages', () => {
    expect(wordFaults(words)).toEqual([]);
  });
});
