import {describe, expect, it} from 'vitest';
import {nextDeadline} from './deadlines.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const AB = [agentOf('ann'), agentOf('bob')];
const phone = {kind: 'desk-phone', dn: '2001'} as const;
const recording = {enabled: true, privacyShield: false, pauseSeconds: 30};
const lost = (agentId: string) => ({type: 'agent.disconnected', agentId}) as const;
const REQUEUE: HallOptions = {agents: AB, tenant: {lostAgent: 'requeue', recording}};
const hallOf = (options: HallOptions = REQUEUE) => new Hall(options).available('ann', 'bob');
const aloneOf = (station?: typeof phone) =>
  new Hall({...REQUEUE, agents: [agentOf('ann', station ? {station} : {})]}).available('ann');

describe('R119 a request whose agent is cut off is nobody’s miss', () => {
  it('while it connects: it goes on when it should have rung, and the agent is not in RONA', () => {
    const hall = new Hall({agents: AB}).available('ann');
    const id = hall.arrive('voice');
    hall.tell(lost('ann'));
    hall.available('bob');
    hall.pass(8);
    expect(hall.holders(id)).toEqual(['ann']);
    hall.pass(1);
    expect(hall.engagement(id, 'ann')).toMatchObject({phase: 'done', left: 'connection-lost'});
    expect([hall.agent('ann').presence.state, hall.holders(id)]).toEqual(['available', ['bob']]);
    hall.pass(30);
    expect(hall.agent('ann').presence.state).toBe('idle');
  });

  it('while it rings, likewise', () => {
    const hall = new Hall({agents: AB}).available('ann');
    const id = hall.rings('chat', 'ann');
    hall.tell(lost('ann'));
    hall.pass(30);
    expect(hall.agent('ann').presence.state).toBe('idle');
    expect([hall.engagement(id, 'ann')?.left, hall.line('chats')]).toEqual(['connection-lost', [id]]);
  });

  it('a consult that it was for has failed', () => {
    const hall = new Hall({agents: AB}).available('ann', 'bob');
    const id = hall.consults('ann', 'bob');
    hall.tell(lost('bob'));
    hall.pass(20);
    expect(hall.facts.at(-1)).toMatchObject({type: 'consult.failed', reason: 'failed'});
    expect([hall.interaction(id).talk.kind, hall.agent('bob').presence.state]).toEqual(['hold', 'available']);
  });

  it('a phone on the desk rings on without the page, and is missed', () => {
    const hall = new Hall({agents: [agentOf('ann', {station: phone})]}).available('ann');
    hall.rings('voice', 'ann');
    hall.tell(lost('ann'));
    hall.pass(20);
    expect(hall.agent('ann').presence.state).toBe('rona');
  });
});

describe('R120 a call whose agent is lost for good', () => {
  it('waits for them where admin wants that', () => {
    const hall = hallOf({agents: AB});
    const id = hall.consulting('ann', 'bob');
    hall.tell(lost('ann'));
    hall.pass(600);
    expect(hall.heard(id)).toEqual({customer: 'held', ann: 'talking', bob: 'talking'});
    expect(hall.agent('ann').presence.state).toBe('idle');
  });

  it('goes back to its queue where admin wants that, after the grace and not before', () => {
    const hall = hallOf();
    const id = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    hall.tell(lost('ann'));
    hall.pass(29);
    expect(hall.holders(id)).toEqual(['ann']);
    const count = hall.facts.length;
    hall.pass(1);
    expect(hall.since(count)).toEqual([
      'engagement.left',
      'leg.left',
      'recording.stopped',
      'interaction.queued',
    ]);
    expect(hall.engagement(id, 'ann')).toMatchObject({phase: 'done', left: 'connection-lost'});
    expect([hall.heard(id), hall.line('calls')]).toEqual([{customer: 'talking'}, [id]]);
    expect(nextDeadline(hall.centre)).toBeUndefined();
    hall.do('bob', {type: 'agent.set-state', to: {state: 'available'}});
    hall.tell({type: 'station.ringing', interactionId: id, agentId: 'bob'});
    expect(hall.picksUp(id, 'bob')).toContain('recording.started');
  });

  it.each(['consults', 'consulting', 'conferring'] as const)(
    'out of what agent 1 had begun (%s): agent 2 is free without wrap-up, and may get the call',
    (step) => {
      const hall = hallOf();
      const id = hall[step]('ann', 'bob');
      hall.tell(lost('ann'));
      hall.pass(19);
      if (step === 'consults') hall.picksUp(id, 'bob');
      hall.pass(12);
      expect(hall.heard(id)).toEqual({customer: 'talking'});
      expect(hall.engagement(id, 'bob')).toMatchObject({role: 'owner', phase: 'connecting'});
      expect([hall.line('calls'), hall.line('experts')]).toEqual([[], []]);
    },
  );

  it('out of a consult that a queue still looks for: it waits once, as what it is', () => {
    const hall = aloneOf();
    const id = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'consult.start', interactionId: id, to: {kind: 'queue', queueId: 'calls'}});
    hall.tell(lost('ann'));
    hall.pass(30);
    expect([...hall.centre.waiting.values()].flat()).toMatchObject([{interactionId: id, role: 'owner'}]);
  });

  it('lets an outside number go, and a customer who is being dialled', () => {
    const hall = aloneOf();
    const id = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'consult.start', interactionId: id, to: {kind: 'number', number: '+82325550119'}});
    hall.tell({type: 'number.answered', interactionId: id, legId: hall.lineOf(id)});
    hall.tell(lost('ann'));
    hall.pass(30);
    expect(hall.heard(id)).toEqual({customer: 'talking'});
  });

  it('lets a customer go who is being called back', () => {
    const hall = aloneOf();
    const id = hall.callBack();
    hall.tell({type: 'station.ringing', interactionId: id, agentId: 'ann'});
    hall.tell(lost('ann'));
    hall.pass(10);
    hall.picksUp(id, 'ann');
    hall.pass(20);
    expect([hall.heard(id), hall.line('calls')]).toEqual([{}, [id]]);
  });

  it('agent 2 who is lost leaves; agent 1 and the customer go on', () => {
    for (const step of ['consulting', 'conferring'] as const) {
      const hall = hallOf();
      const id = hall[step]('ann', 'bob');
      hall.tell(lost('bob'));
      hall.pass(30);
      expect(hall.heard(id)).toEqual({customer: 'talking', ann: 'talking'});
      expect(hall.engagement(id, 'bob')).toMatchObject({phase: 'done', left: 'connection-lost'});
    }
  });

  it('goes on at a phone that stands on the desk, and so does a chat', () => {
    const hall = aloneOf(phone);
    const call = hall.handled('voice', 'ann');
    const chat = hall.handled('chat', 'ann');
    hall.tell(lost('ann'));
    hall.pass(600);
    expect([hall.holders(call), hall.holders(chat)]).toEqual([['ann'], ['ann']]);
  });
});
