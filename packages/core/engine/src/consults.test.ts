import {describe, expect, it} from 'vitest';
import type {Target} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const phone = {kind: 'desk-phone', dn: '2002'} as const;
const AB = [agentOf('ann'), agentOf('bob', {station: phone})];
const NUMBER: Target = {kind: 'number', number: '+82325550119'};

const hallOf = (options: HallOptions = {}) => new Hall({agents: AB, ...options}).available('ann', 'bob');
const agent = (agentId: string): Target => ({kind: 'agent', agentId});

/** A call of Ann's, and how to ask for somebody. */
const asking = (hall: Hall) => {
  const interactionId = hall.handled('voice', 'ann');
  const start = (to: Target) => ({type: 'consult.start', interactionId, to}) as const;
  return {interactionId, start};
};

describe('R102 R103 a consult is asked for', () => {
  it('the customer is held, and agent 2 is reserved, rung and joined as consulted', () => {
    const hall = hallOf();
    const {interactionId, start} = asking(hall);
    expect(hall.do('ann', start(agent('bob')))).toEqual(['consult.requested', 'engagement.reserved']);
    expect(hall.interaction(interactionId).talk).toMatchObject({kind: 'consult-requested', by: 'ann'});
    expect(hall.engagement(interactionId, 'bob')).toMatchObject({role: 'consulted', phase: 'connecting'});
    const at = {interactionId, agentId: 'bob'};
    expect(hall.tell({type: 'station.ringing', ...at})).toEqual([
      'engagement.offered',
      'leg.ringing',
      'consult.ringing',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'held', ann: 'talking', bob: 'ringing'});
    expect(hall.tell({type: 'station.answered', ...at})).toEqual([
      'engagement.accepted',
      'leg.joined',
      'consult.accepted',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'held', ann: 'talking', bob: 'talking'});
  });

  it('a phone may be answered before it was heard to ring', () => {
    const hall = hallOf();
    const {interactionId, start} = asking(hall);
    hall.do('ann', start(agent('bob')));
    hall.tell({type: 'station.answered', interactionId, agentId: 'bob'});
    expect(hall.heard(interactionId)).toMatchObject({customer: 'held', bob: 'talking'});
  });

  it('from hold, the hold timer goes on', () => {
    const hall = hallOf();
    const {interactionId, start} = asking(hall);
    hall.do('ann', {type: 'call.hold', interactionId});
    const heldSince = hall.now;
    hall.pass(5);
    hall.do('ann', start(agent('bob')));
    expect(hall.interaction(interactionId).talk).toMatchObject({kind: 'consult-requested', heldSince});
  });

  it('an outside number rings, under its name in the address book', () => {
    const hall = hallOf({numbers: [{name: 'Warehouse', number: '+82 32-555-0119'}]});
    const {interactionId, start} = asking(hall);
    const typed = {kind: 'number', number: 'tel:+82-32-555-0119;ext=4'} as const;
    expect(hall.do('ann', start(typed))).toEqual(['consult.requested', 'leg.ringing', 'consult.ringing']);
    expect(hall.interaction(interactionId).talk).toMatchObject({target: NUMBER});
    const legId = hall.lineOf(interactionId);
    const {legs} = hall.interaction(interactionId);
    expect(legs.find(({id}) => id === legId)?.party).toEqual({...NUMBER, name: 'Warehouse'});
    expect(hall.tell({type: 'number.answered', interactionId, legId})).toEqual([
      'leg.joined',
      'consult.accepted',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'held', ann: 'talking', '+82325550119': 'talking'});
    expect(hall.tell({type: 'number.answered', interactionId, legId})).toEqual([]);
  });
});

describe('R104 a consult of a queue', () => {
  const experts: Target = {kind: 'queue', queueId: 'experts'};
  const agents = [agentOf('ann'), agentOf('bob'), agentOf('cho', {queueIds: ['experts']})];

  it('asks a free agent of it at once, and never agent 1', () => {
    const both = {voice: 2, chat: 1, social: 1, email: 1};
    const hall = new Hall({agents: [agentOf('ann', {capacity: both}), ...agents.slice(1)]}).available('ann');
    const {interactionId, start} = asking(hall);
    expect(hall.do('ann', start(experts))).toEqual(['consult.requested']);
    expect(hall.line('experts')).toEqual([interactionId]);
    hall.available('cho');
    expect(hall.engagement(interactionId, 'cho')).toMatchObject({role: 'consulted', phase: 'connecting'});
    expect(hall.line('experts')).toEqual([]);
  });

  it('an entry point stands for its queue', () => {
    const hall = new Hall({agents}).available('ann', 'cho');
    const {interactionId, start} = asking(hall);
    hall.do('ann', start({kind: 'entry-point', entryPointId: 'to-experts'}));
    expect(hall.engagement(interactionId, 'cho')).toMatchObject({role: 'consulted'});
  });

  it('waits in its turn, and can be cancelled while it looks', () => {
    const hall = new Hall({agents}).available('ann');
    const {interactionId, start} = asking(hall);
    hall.do('ann', start(experts));
    hall.pass(120);
    expect(hall.do('ann', {type: 'consult.cancel', interactionId})).toEqual(['consult.failed']);
    expect(hall.line('experts')).toEqual([]);
    expect(hall.interaction(interactionId).talk.kind).toBe('hold');
    hall.available('cho');
    expect(hall.engagement(interactionId, 'cho')).toBeUndefined();
  });

  it('is over with the call', () => {
    const hall = new Hall({agents}).available('ann');
    const {interactionId, start} = asking(hall);
    hall.do('ann', start(experts));
    hall.tell({type: 'customer.gone', interactionId});
    expect(hall.line('experts')).toEqual([]);
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
  });

  it('takes nobody out of turn: a caller who came before is first', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann');
    const {interactionId, start} = asking(hall);
    const before = hall.arrive('voice', 'before');
    hall.now += 1_000;
    hall.do('ann', start({kind: 'queue', queueId: 'calls'}));
    expect(hall.line('calls')).toEqual([before, interactionId]);
    hall.available('bob');
    expect([hall.holders(before), hall.line('calls')]).toEqual([['bob'], [interactionId]]);
  });
});

describe('R105 a consult that comes to nothing leaves the customer held with agent 1', () => {
  const failures: readonly [string, string, (hall: Hall, interactionId: string) => void][] = [
    ['missed', 'rona', (hall) => hall.pass(20)],
    [
      'declined',
      'rona',
      (hall, interactionId) => hall.tell({type: 'station.declined', interactionId, agentId: 'bob'}),
    ],
    [
      'failed',
      'rona',
      (hall, interactionId) => hall.tell({type: 'station.failed', interactionId, agentId: 'bob'}),
    ],
    [
      'cancelled',
      'available',
      (hall, interactionId) => hall.do('ann', {type: 'consult.cancel', interactionId}),
    ],
  ];
  it.each(failures)('%s: agent 2 is %s', (reason, state, fail) => {
    const hall = hallOf();
    const interactionId = hall.consults('ann', 'bob');
    const {heldSince} = hall.interaction(interactionId).talk as {heldSince: number};
    const count = hall.facts.length;
    fail(hall, interactionId);
    expect(hall.facts.slice(count).find(({type}) => type === 'consult.failed')).toMatchObject({reason});
    expect(hall.interaction(interactionId).talk).toMatchObject({kind: 'hold', heldSince});
    expect(hall.heard(interactionId)).toEqual({customer: 'held', ann: 'talking'});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('active');
    expect([hall.engagement(interactionId, 'bob')?.phase, hall.agent('bob').presence.state]).toEqual([
      'done',
      state,
    ]);
  });

  it.each([
    ['missed', 'dial'],
    ['declined', 'declined'],
    ['failed', 'failed'],
    ['declined', 'gone'],
    ['cancelled', 'cancel'],
  ] as const)('%s, an outside number (%s)', (reason, how) => {
    const hall = hallOf();
    const {interactionId, start} = asking(hall);
    hall.do('ann', start(NUMBER));
    const legId = hall.lineOf(interactionId);
    const count = hall.facts.length;
    if (how === 'dial') hall.pass(30);
    else if (how === 'gone') hall.tell({type: 'number.gone', interactionId, legId});
    else if (how === 'cancel') hall.do('ann', {type: 'consult.cancel', interactionId});
    else hall.tell({type: 'number.failed', interactionId, legId, reason: how});
    expect(hall.facts.slice(count)).toMatchObject([
      {type: 'leg.left', legId},
      {type: 'consult.failed', reason},
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'held', ann: 'talking'});
    expect(hall.tellRefused({type: 'number.answered', interactionId, legId})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('can be tried again, at the same leg', () => {
    const hall = hallOf();
    const {interactionId, start} = asking(hall);
    for (let times = 0; times < 3; times += 1) {
      hall.do('ann', start(NUMBER));
      hall.do('ann', {type: 'consult.cancel', interactionId});
      hall.do('ann', start(agent('bob')));
      hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
      hall.do('ann', {type: 'consult.cancel', interactionId});
    }
    expect(hall.interaction(interactionId).legs).toHaveLength(4);
  });
});

describe('R106 the swap', () => {
  it.each([
    ['consult.hold', 'consult.resume'],
    ['call.resume', 'call.hold'],
  ] as const)('%s holds agent 2 and takes the customer off hold, %s the other way', (to, back) => {
    const hall = hallOf();
    const interactionId = hall.consulting('ann', 'bob');
    hall.do('ann', {type: to, interactionId});
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', ann: 'talking', bob: 'held'});
    hall.do('ann', {type: back, interactionId});
    expect(hall.heard(interactionId)).toEqual({customer: 'held', ann: 'talking', bob: 'talking'});
  });
});

describe('R107 the end of a consult', () => {
  it('by agent 1 drops everybody: wrap-up for agent 1 alone', () => {
    const hall = hallOf();
    const interactionId = hall.consulting('ann', 'bob');
    hall.do('ann', {type: 'consult.end', interactionId});
    expect(hall.interaction(interactionId).ending).toMatchObject({by: 'agent', reason: 'ended'});
    expect(hall.heard(interactionId)).toEqual({});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
    expect(hall.engagement(interactionId, 'bob')).toMatchObject({phase: 'done', left: 'ended'});
  });

  it('by agent 1 returns to the customer where admin wants that', () => {
    const hall = hallOf({tenant: {endConsult: 'return'}});
    const interactionId = hall.consulting('ann', 'bob');
    expect(hall.do('ann', {type: 'consult.end', interactionId})).toEqual([
      'engagement.left',
      'leg.left',
      'consult.ended',
      'call.connected',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', ann: 'talking'});
    expect(hall.engagement(interactionId, 'bob')).toMatchObject({phase: 'done', left: 'ended'});
  });

  it('by agent 2, by button or by phone, leaves agent 1 and the customer together', () => {
    for (const byPhone of [false, true]) {
      const hall = hallOf();
      const interactionId = hall.consulting('ann', 'bob');
      if (byPhone) hall.tell({type: 'station.hung-up', interactionId, agentId: 'bob'});
      else hall.do('bob', {type: 'consult.end', interactionId});
      expect(hall.heard(interactionId)).toEqual({customer: 'talking', ann: 'talking'});
      expect(hall.engagement(interactionId, 'bob')).toMatchObject({phase: 'done', left: 'left'});
      expect(hall.agent('bob').presence.state).toBe('available');
    }
  });

  it('by the physical phone of agent 1 drops everybody, whatever admin says of the button', () => {
    const agents = [agentOf('ann', {station: phone}), agentOf('bob')];
    for (const endConsult of ['drop', 'return'] as const) {
      const hall = hallOf({agents, tenant: {endConsult}});
      const id = hall.consulting('ann', 'bob');
      hall.tell({type: 'station.hung-up', interactionId: id, agentId: 'ann'});
      expect(hall.interaction(id).ending).toMatchObject({by: 'agent'});
      expect([hall.engagement(id, 'ann')?.phase, hall.engagement(id, 'bob')?.phase]).toEqual([
        'wrap-up',
        'done',
      ]);
    }
  });

  it('by the customer: wrap-up for agent 1, agent 2 is dropped without', () => {
    const hall = hallOf();
    for (const step of ['consults', 'consulting'] as const) {
      const interactionId = hall[step]('ann', 'bob', step);
      hall.tell({type: 'customer.gone', interactionId});
      expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
      expect(hall.engagement(interactionId, 'bob')?.phase).toBe('done');
      expect(hall.agent('bob').presence.state).toBe('available');
      hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
      hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
      hall.do('bob', {type: 'agent.set-state', to: {state: 'available'}});
    }
  });

  it('by an outside number leaves agent 1 and the customer together', () => {
    const hall = hallOf();
    const {interactionId, start} = asking(hall);
    hall.do('ann', start(NUMBER));
    const legId = hall.lineOf(interactionId);
    hall.tell({type: 'number.answered', interactionId, legId});
    expect(hall.tell({type: 'number.gone', interactionId, legId})).toEqual([
      'leg.left',
      'consult.ended',
      'call.connected',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', ann: 'talking'});
  });
});

describe('R108 a consult becomes a transfer', () => {
  it('agent 1 wraps up, agent 2 owns the call and wraps up at its end', () => {
    const hall = hallOf();
    const interactionId = hall.consulting('ann', 'bob');
    expect(hall.do('ann', {type: 'consult.transfer', interactionId})).toEqual([
      'interaction.transferred',
      'leg.left',
      'wrap-up.started',
    ]);
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', bob: 'talking'});
    expect(hall.engagement(interactionId, 'bob')).toMatchObject({role: 'owner', phase: 'active'});
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    hall.do('bob', {type: 'call.hold', interactionId});
    hall.do('bob', {type: 'call.resume', interactionId});
    hall.do('bob', {type: 'interaction.end', interactionId});
    expect(hall.engagement(interactionId, 'bob')?.phase).toBe('wrap-up');
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('done');
  });

  it.each(['customer', 'number'] as const)('to a number: both go on until the %s leaves', (who) => {
    const recording = {enabled: true, privacyShield: false, pauseSeconds: 30};
    const hall = hallOf({tenant: {recording}});
    const {interactionId, start} = asking(hall);
    hall.do('ann', start(NUMBER));
    const legId = hall.lineOf(interactionId);
    hall.tell({type: 'number.answered', interactionId, legId});
    expect(hall.do('ann', {type: 'consult.transfer', interactionId})).toContain('recording.stopped');
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', '+82325550119': 'talking'});
    hall.pass(600);
    const count = hall.facts.length;
    if (who === 'customer') hall.tell({type: 'customer.gone', interactionId});
    else hall.tell({type: 'number.gone', interactionId, legId});
    const by = who === 'customer' ? 'customer' : 'system';
    expect(hall.facts.slice(count)).toMatchObject([
      {type: 'interaction.ended', ending: {by, reason: 'ended'}},
    ]);
    expect(hall.centre.interactions.size).toBe(0);
  });

  it('agents who act on the call in the same instant get one yes', () => {
    const hall = hallOf();
    const interactionId = hall.consulting('ann', 'bob');
    hall.do('bob', {type: 'consult.end', interactionId});
    expect(hall.refused('ann', {type: 'consult.transfer', interactionId})).toBe('DW_CONSULT_NONE');
    expect(hall.refused('bob', {type: 'consult.end', interactionId})).toBe('DW_INTERACTION_UNKNOWN');
  });
});
