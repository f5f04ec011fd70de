import {describe, expect, it} from 'vitest';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';

const recording = {enabled: true, privacyShield: true, pauseSeconds: 30};
const onCall = (set: ConstructorParameters<typeof Hall>[0] = {}) => {
  const hall = new Hall(set).available('ann');
  return {hall, interactionId: hall.handled('voice', 'ann')};
};

describe('a call', () => {
  it('is held and resumed, and cannot be ended while it is held', () => {
    const {hall, interactionId} = onCall();
    expect(hall.refused('ann', {type: 'call.resume', interactionId})).toBe('DW_CALL_NOT_HELD');
    expect(hall.do('ann', {type: 'call.hold', interactionId})).toEqual(['call.held']);
    expect(hall.interaction(interactionId).talk).toMatchObject({kind: 'hold', heldSince: hall.now});
    expect(hall.refused('ann', {type: 'interaction.end', interactionId})).toBe('DW_CALL_HELD');
    expect(hall.do('ann', {type: 'call.resume', interactionId})).toEqual(['call.resumed']);
    expect(hall.interaction(interactionId).talk.kind).toBe('together');
  });

  it('is muted and unmuted on a browser phone', () => {
    const {hall, interactionId} = onCall();
    hall.do('ann', {type: 'call.mute', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.muted).toBe(true);
    expect(hall.refused('ann', {type: 'call.mute', interactionId})).toBe('DW_CALL_MUTED');
    hall.do('ann', {type: 'call.unmute', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.muted).toBeUndefined();
  });

  it('carries tones, and nothing that is none', () => {
    const {hall, interactionId} = onCall();
    hall.do('ann', {type: 'call.dtmf', interactionId, digits: '12#'});
    expect(hall.facts.at(-1)).toMatchObject({type: 'call.dtmf-sent', digits: '12#', agentId: 'ann'});
    expect(hall.refused('ann', {type: 'call.dtmf', interactionId, digits: 'abc'})).toBe('DW_INPUT_INVALID');
  });

  it('ends by its agent, and leaves wrap-up', () => {
    const {hall, interactionId} = onCall();
    expect(hall.do('ann', {type: 'interaction.end', interactionId})).toEqual([
      'interaction.ended',
      'wrap-up.started',
    ]);
    const ended = hall.interaction(interactionId);
    expect(ended).toMatchObject({
      ending: {at: hall.now, by: 'agent', reason: 'ended'},
      talk: {kind: 'none'},
      legs: [{presence: 'gone'}, {presence: 'gone'}],
    });
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
  });

  it('ends by its customer, held or not', () => {
    for (const held of [true, false]) {
      const {hall, interactionId} = onCall();
      if (held) hall.do('ann', {type: 'call.hold', interactionId});
      hall.tell({type: 'customer.gone', interactionId});
      expect(hall.interaction(interactionId).ending).toMatchObject({by: 'customer', reason: 'ended'});
      expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
      expect(hall.tell({type: 'customer.gone', interactionId})).toEqual([]);
    }
  });

  it('ends when the desk phone is hung up, held or not', () => {
    const agents = [agentOf('ann', {station: {kind: 'desk-phone', dn: '2001'}})];
    const hall = new Hall({agents}).available('ann');
    const part = {interactionId: hall.rings('voice', 'ann'), agentId: 'ann'};
    expect(hall.tell({type: 'station.hung-up', ...part})).toEqual([]);
    hall.tell({type: 'station.answered', ...part});
    hall.do('ann', {type: 'call.hold', interactionId: part.interactionId});
    expect(hall.tell({type: 'station.hung-up', ...part})).toEqual(['interaction.ended', 'wrap-up.started']);
    expect(hall.interaction(part.interactionId).ending?.by).toBe('agent');
    expect(hall.tell({type: 'station.hung-up', ...part})).toEqual([]);
    expect(hall.tellRefused({type: 'station.hung-up', ...part, interactionId: 'x'})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });

  it('survives a browser phone that lost its page', () => {
    const {hall, interactionId} = onCall();
    expect(hall.tell({type: 'station.hung-up', interactionId, agentId: 'ann'})).toEqual([]);
  });

  it('is abandoned when the customer hangs up in the queue', () => {
    const hall = new Hall();
    const interactionId = hall.arrive('voice');
    expect(hall.tell({type: 'customer.gone', interactionId})).toEqual(['interaction.ended']);
    expect(hall.facts.at(-1)).toMatchObject({ending: {by: 'customer', reason: 'abandoned'}});
    expect([hall.centre.interactions.size, hall.centre.waiting.size]).toEqual([0, 0]);
    expect(hall.tellRefused({type: 'customer.gone', interactionId})).toBe('DW_INTERACTION_UNKNOWN');
  });
});

describe('its recording', () => {
  const pause = {type: 'recording.pause'} as const;

  it('pauses, and goes on by itself', () => {
    const {hall, interactionId} = onCall({tenant: {recording}});
    expect(hall.do('ann', {...pause, interactionId})).toEqual(['recording.paused']);
    expect(hall.interaction(interactionId).recording).toMatchObject({resumeAt: hall.now + 30_000});
    hall.pass(29);
    expect(hall.interaction(interactionId).recording.state).toBe('paused');
    hall.pass(1);
    expect(hall.interaction(interactionId).recording.state).toBe('on');
    expect(hall.facts.at(-1)).toMatchObject({type: 'recording.resumed', auto: true});
  });

  it('goes on earlier when the agent says so, and then not again', () => {
    const {hall, interactionId} = onCall({tenant: {recording}});
    hall.do('ann', {...pause, interactionId});
    hall.do('ann', {type: 'recording.resume', interactionId});
    expect(hall.facts.at(-1)).toMatchObject({type: 'recording.resumed', auto: false});
    const count = hall.facts.length;
    hall.pass(60);
    expect(hall.since(count)).toEqual([]);
  });

  it('is over with the call, paused or not', () => {
    const {hall, interactionId} = onCall({tenant: {recording}});
    hall.do('ann', {...pause, interactionId});
    hall.tell({type: 'customer.gone', interactionId});
    expect(hall.interaction(interactionId).recording).toEqual({state: 'off'});
    expect(hall.centre.deadlines.map(({kind}) => kind)).toEqual(['wrap-up']);
  });

  it('pauses only under Privacy Shield', () => {
    const {hall, interactionId} = onCall({tenant: {recording: {...recording, privacyShield: false}}});
    expect(hall.refused('ann', {...pause, interactionId})).toBe('DW_PERMISSION_OFF');
  });
});
