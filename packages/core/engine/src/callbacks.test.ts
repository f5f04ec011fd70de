import {describe, expect, it} from 'vitest';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const hallOf = (options: HallOptions = {}) => new Hall(options).available('ann');

/** A callback that Ann has accepted: the customer's phone rings. */
const dialling = (hall: Hall): string => {
  const interactionId = hall.callBack();
  hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
  hall.picksUp(interactionId, 'ann');
  return interactionId;
};

describe('R117 a callback', () => {
  it('is offered like a call; the customer is dialled when the agent accepts, and connected when they answer', () => {
    const recording = {enabled: true, privacyShield: false, pauseSeconds: 30};
    const hall = hallOf({tenant: {recording}});
    const interactionId = hall.callBack();
    expect(hall.heard(interactionId)).toEqual({});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    expect(hall.picksUp(interactionId, 'ann')).toEqual(['engagement.accepted', 'leg.joined', 'leg.ringing']);
    expect(hall.heard(interactionId)).toEqual({ann: 'talking', customer: 'ringing'});
    expect(hall.interaction(interactionId).talk.kind).toBe('none');
    expect(hall.tell({type: 'customer.answered', interactionId})).toEqual([
      'leg.joined',
      'call.connected',
      'recording.started',
    ]);
    expect(hall.heard(interactionId)).toEqual({ann: 'talking', customer: 'talking'});
    expect(hall.tell({type: 'customer.answered', interactionId})).toEqual([]);
    hall.tell({type: 'customer.gone', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
  });

  it.each([
    ['customer.unanswered', 'customer-unanswered'],
    ['customer.rejected', 'customer-rejected'],
    ['customer.failed', 'not-connected'],
    ['time', 'customer-unanswered'],
  ] as const)('%s: back to the queue, the agent is told why and is free without wrap-up', (how, reason) => {
    const hall = hallOf();
    const interactionId = dialling(hall);
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const count = hall.facts.length;
    if (how === 'time') hall.pass(30);
    else hall.tell({type: how, interactionId});
    expect(hall.facts.slice(count)).toMatchObject([
      {type: 'outdial.failed', agentId: 'ann', reason},
      {type: 'leg.left'},
      {type: 'engagement.left', agentId: 'ann', reason: 'failed'},
      {type: 'leg.left'},
      {type: 'interaction.queued'},
    ]);
    expect([hall.heard(interactionId), hall.line('calls')]).toEqual([{}, [interactionId]]);
    expect(hall.agent('ann').work).toEqual([]);
  });

  it('waits behind whoever waits already, after it was dialled in vain', () => {
    const hall = hallOf();
    const interactionId = dialling(hall);
    const caller = hall.arrive('voice');
    hall.pass(5);
    hall.tell({type: 'customer.unanswered', interactionId});
    expect([hall.holders(caller), hall.line('calls')]).toEqual([['ann'], [interactionId]]);
  });

  it('dials the same leg again', () => {
    const hall = hallOf();
    const interactionId = dialling(hall);
    for (let times = 0; times < 2; times += 1) {
      hall.tell({type: 'customer.unanswered', interactionId});
      hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
      hall.picksUp(interactionId, 'ann');
    }
    expect(hall.interaction(interactionId).legs).toHaveLength(2);
    hall.tell({type: 'customer.answered', interactionId});
    expect(hall.heard(interactionId)).toEqual({ann: 'talking', customer: 'talking'});
  });

  it('can be ended, but neither held nor passed on, while it is dialled', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const interactionId = dialling(hall);
    const to = {kind: 'agent', agentId: 'bob'} as const;
    expect(hall.refused('ann', {type: 'call.hold', interactionId})).toBe('DW_INTERACTION_NOT_ACTIVE');
    expect(hall.refused('ann', {type: 'interaction.transfer', interactionId, to})).toBe(
      'DW_INTERACTION_NOT_ACTIVE',
    );
    expect(hall.refused('ann', {type: 'consult.start', interactionId, to})).toBe('DW_INTERACTION_NOT_ACTIVE');
    hall.do('ann', {type: 'interaction.end', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
    expect(hall.tellRefused({type: 'customer.answered', interactionId})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('passed on once the customer is there, it is not dialled again', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const interactionId = dialling(hall);
    hall.tell({type: 'customer.answered', interactionId});
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: {kind: 'agent', agentId: 'bob'}});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.picksUp(interactionId, 'bob');
    expect(hall.heard(interactionId)).toEqual({customer: 'talking', bob: 'talking'});
  });

  it('needs a number that can be dialled', () => {
    const hall = hallOf();
    const arrival = {
      type: 'contact.arrived',
      interactionId: 'c',
      channel: 'voice',
      origin: 'callback',
      entryPointId: 'to-calls',
    } as const;
    expect(hall.tellRefused({...arrival, customer: {}})).toBe('DW_NUMBER_INVALID');
    expect(hall.tellRefused({...arrival, customer: {number: '12'}})).toBe('DW_NUMBER_INVALID');
  });
});

describe('R118 no more calls can be made', () => {
  const limits = [
    ['tenant', 27, 'DW_CALL_LIMIT_TENANT'],
    ['dataCentre', 26, 'DW_CALL_LIMIT_DATA_CENTRE'],
  ] as const;
  const limited = (name: 'tenant' | 'dataCentre', count: number): HallOptions => ({
    agents: [agentOf('ann'), agentOf('bob')],
    tenant: {callLimits: {dataCentre: 100, tenant: 100, [name]: count}},
  });

  it.each(limits)('by the %s: reason %i for a number', (name, code, expected) => {
    const hall = hallOf(limited(name, 1));
    const interactionId = hall.handled('voice', 'ann');
    const to = {kind: 'number', number: '+82325550119'} as const;
    for (const type of ['consult.start', 'interaction.transfer'] as const) {
      const {result} = hall.give('ann', {type, interactionId, to});
      expect(result).toMatchObject({refusal: {code: expected, params: {code}}});
    }
    expect(hall.interaction(interactionId).talk.kind).toBe('together');
  });

  it.each(limits)('by the %s: a further caller is refused, %i, and a chat is not', (name, _, expected) => {
    const hall = hallOf(limited(name, 1));
    hall.handled('voice', 'ann');
    const arrival = {type: 'contact.arrived', customer: {}, interactionId: 'more'} as const;
    expect(hall.tellRefused({...arrival, channel: 'voice', entryPointId: 'to-calls'})).toBe(expected);
    hall.tell({...arrival, channel: 'chat', entryPointId: 'to-chats'});
  });

  it.each(limits)('by the %s: a callback goes back with reason %i, and may be tried again', (name, code) => {
    const hall = hallOf(limited(name, 1)).available('bob');
    const other = hall.handled('voice', 'ann');
    const interactionId = hall.callBack();
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    const count = hall.facts.length;
    hall.picksUp(interactionId, 'bob');
    expect(hall.facts.slice(count)).toMatchObject([
      {type: 'outdial.failed', agentId: 'bob', reason: 'limit', code},
      {type: 'engagement.left', agentId: 'bob', reason: 'failed'},
      {type: 'interaction.queued'},
      {type: 'engagement.reserved', agent: {id: 'bob'}},
    ]);
    hall.tell({type: 'customer.gone', interactionId: other});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    expect(hall.picksUp(interactionId, 'bob')).toContain('leg.ringing');
  });

  it('every line outside counts, and none that is let go', () => {
    const hall = hallOf(limited('tenant', 2));
    const interactionId = hall.handled('voice', 'ann');
    const to = {kind: 'number', number: '+82325550119'} as const;
    hall.do('ann', {type: 'consult.start', interactionId, to});
    expect(
      hall.tellRefused({
        type: 'contact.arrived',
        channel: 'voice',
        interactionId: 'more',
        customer: {},
        entryPointId: 'to-calls',
      }),
    ).toBe('DW_CALL_LIMIT_TENANT');
    hall.do('ann', {type: 'consult.cancel', interactionId});
    hall.arrive('voice', 'more');
  });
});
