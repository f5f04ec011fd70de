import {describe, expect, it} from 'vitest';
import {nextDeadline} from './deadlines.js';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const idle = (reasonId: string) => ({type: 'agent.set-state', to: {state: 'idle', reasonId}}) as const;
const available = {type: 'agent.set-state', to: {state: 'available'}} as const;
const AB = [agentOf('ann'), agentOf('bob')];

describe('an agent', () => {
  it('begins every sign-in idle, and a second desk changes nothing', () => {
    const hall = new Hall();
    expect(hall.tell({type: 'agent.signed-in', agentId: 'ann'})).toEqual(['agent.state-changed']);
    expect(hall.agent('ann').presence).toEqual({state: 'idle', reasonId: 'break', since: hall.now});
    hall.do('ann', available);
    expect(hall.tell({type: 'agent.signed-in', agentId: 'ann'})).toEqual([]);
    hall.do('ann', {type: 'agent.sign-out'});
    expect(hall.agent('ann').presence.state).toBe('signed-out');
    hall.tell({type: 'agent.signed-in', agentId: 'ann'});
    expect(hall.agent('ann').presence.state).toBe('idle');
  });

  it('chooses a state; the same again keeps its clock', () => {
    const hall = new Hall().available('ann');
    hall.do('ann', idle('lunch'));
    const {since} = hall.agent('ann').presence;
    hall.now += 5_000;
    expect(hall.do('ann', idle('lunch'))).toEqual(['agent.state-changed']);
    expect(hall.agent('ann').presence).toEqual({state: 'idle', reasonId: 'lunch', since});
    hall.do('ann', idle('break'));
    expect(hall.agent('ann').presence.since).toBe(hall.now);
  });

  it('cannot choose a reason that admin has not, nor a state that nobody chooses', () => {
    const hall = new Hall().available('ann');
    expect(hall.refused('ann', idle('golf'))).toBe('DW_AGENT_REASON_UNKNOWN');
    const rona = {type: 'agent.set-state', to: {state: 'rona'}} as unknown as typeof available;
    expect(hall.refused('ann', rona)).toBe('DW_INPUT_INVALID');
  });

  it('cannot do anything before signing in, nor when nobody knows them', () => {
    const hall = new Hall();
    expect(hall.refused('ann', available)).toBe('DW_AGENT_SIGNED_OUT');
    expect(hall.refused('nobody', available)).toBe('DW_AGENT_SIGNED_OUT');
    for (const type of ['agent.signed-in', 'agent.connected', 'agent.disconnected'] as const) {
      expect(hall.tellRefused({type, agentId: 'nobody'})).toBe('DW_AGENT_SIGNED_OUT');
    }
  });

  it('cannot sign out with a request or an open contact', () => {
    const hall = new Hall().available('ann');
    const interactionId = hall.arrive('chat');
    const signOut = {type: 'agent.sign-out'} as const;
    expect(hall.refused('ann', signOut)).toBe('DW_AGENT_REQUEST_PENDING');
    hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    expect(hall.refused('ann', signOut)).toBe('DW_AGENT_REQUEST_PENDING');
    hall.do('ann', {type: 'interaction.accept', interactionId});
    expect(hall.refused('ann', signOut)).toBe('DW_AGENT_BUSY');
    hall.do('ann', {type: 'interaction.end', interactionId});
    expect(hall.refused('ann', signOut)).toBe('DW_AGENT_BUSY');
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(hall.do('ann', signOut)).toEqual(['agent.state-changed']);
  });

  it('has a handset whose changes are told once', () => {
    const hall = new Hall();
    const lifted = {type: 'handset.changed', agentId: 'ann', handset: {offHook: true}} as const;
    expect([hall.tell(lifted), hall.tell(lifted)]).toEqual([['handset.changed'], []]);
    expect(hall.agent('ann').handset).toEqual({offHook: true});
    expect(hall.tellRefused({...lifted, agentId: 'nobody'})).toBe('DW_AGENT_SIGNED_OUT');
  });
});

describe('a connection that is lost', () => {
  const lost = {type: 'agent.disconnected', agentId: 'ann'} as const;
  const back = {type: 'agent.connected', agentId: 'ann'} as const;

  it('is forgiven when it comes back in time', () => {
    const hall = new Hall().available('ann');
    const id = hall.rings('email', 'ann');
    hall.tell(lost);
    hall.pass(29);
    expect(hall.tell(back)).toEqual(['agent.connected']);
    const count = hall.facts.length;
    hall.pass(60);
    expect(hall.since(count)).toEqual([]);
    expect(hall.holders(id)).toEqual(['ann']);
  });

  it('takes back what rings without RONA, makes the agent idle, and leaves them what they handle', () => {
    const hall = new Hall({agents: AB}).available('ann');
    const chat = hall.handled('chat', 'ann');
    const call = hall.handled('voice', 'ann');
    const ringing = hall.rings('email', 'ann');
    const connecting = hall.arrive('email', 'm2');
    hall.now += 9_000;
    hall.tell({type: 'station.ringing', interactionId: connecting, agentId: 'ann'});
    hall.tell(lost);
    hall.available('bob');
    hall.pass(29);
    expect(hall.agent('ann').presence).toMatchObject({state: 'idle', reasonId: 'break'});
    expect(hall.engagement(ringing, 'ann')).toMatchObject({phase: 'done', left: 'connection-lost'});
    expect([hall.holders(ringing), hall.holders(connecting)]).toEqual([['bob'], ['bob']]);
    expect([hall.holders(chat), hall.holders(call)]).toEqual([['ann'], ['ann']]);
  });

  it('is no RONA when a request could not reach the page', () => {
    const hall = new Hall({agents: AB}).available('ann');
    const id = hall.arrive('chat');
    hall.tell(lost);
    hall.available('bob');
    hall.pass(9);
    expect(hall.engagement(id, 'ann')).toMatchObject({phase: 'done', left: 'connection-lost'});
    expect([hall.holders(id), hall.agent('ann').presence.state]).toEqual([['bob'], 'available']);
  });

  it('gives nothing new to the agent meanwhile', () => {
    const hall = new Hall().available('ann');
    hall.tell(lost);
    const id = hall.arrive('chat');
    expect(hall.holders(id)).toEqual([]);
    hall.tell(back);
    expect(hall.holders(id)).toEqual(['ann']);
  });

  it('changes nothing for an agent who had nothing to lose, and waits for nothing', () => {
    const hall = new Hall().available('ann');
    const chat = hall.handled('chat', 'ann');
    hall.do('ann', idle('lunch'));
    expect([hall.tell(lost), hall.tell(lost)]).toEqual([['agent.disconnected'], []]);
    expect(nextDeadline(hall.centre)).toBeUndefined();
    hall.pass(60);
    expect(hall.agent('ann').presence).toMatchObject({state: 'idle', reasonId: 'lunch'});
    expect(hall.holders(chat)).toEqual(['ann']);
    expect([hall.tell(back), hall.tell(back)]).toEqual([['agent.connected'], []]);
  });

  it('leaves an agent in RONA in RONA', () => {
    const hall = new Hall().available('ann');
    hall.rings('voice', 'ann');
    hall.pass(20);
    hall.tell(lost);
    hall.pass(60);
    expect(hall.agent('ann').presence.state).toBe('rona');
  });
});
