import {describe, expect, it} from 'vitest';
import type {Target} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {agentOf, type HallOptions} from './test-kit/house.js';

const phone = {kind: 'desk-phone', dn: '2002'} as const;
const AB = [agentOf('ann'), agentOf('bob', {station: phone})];

const hallOf = (options: HallOptions = {}) => new Hall({agents: AB, ...options}).available('ann', 'bob');
const agent = (agentId: string): Target => ({kind: 'agent', agentId});

/** A call of Ann's, and how to ask for somebody. */
const asking = (hall: Hall) => {
  const interactionId = hall.handled('voice', 'ann');
  const start = (to: Target) => ({type: 'consult.start', interactionId, to}) as const;
  return {interactionId, start};
};

describe('R101 a target is looked at when the command comes', () => {
  it.each([
    [agent('ann'), 'DW_TARGET_SELF'],
    [agent('nobody'), 'DW_TARGET_UNKNOWN'],
    [{kind: 'queue', queueId: 'gone'}, 'DW_TARGET_UNKNOWN'],
    [{kind: 'queue', queueId: 'chats'}, 'DW_TARGET_UNKNOWN'],
    [{kind: 'entry-point', entryPointId: 'gone'}, 'DW_TARGET_UNKNOWN'],
    [{kind: 'entry-point', entryPointId: 'to-mails'}, 'DW_TARGET_UNKNOWN'],
    [{kind: 'number', number: '12'}, 'DW_NUMBER_INVALID'],
    [{kind: 'number', number: '+82 1588-0420'}, 'DW_NUMBER_ENTRY_POINT'],
  ] as const)('%j: %s', (to, expected) => {
    const hall = hallOf();
    const {start} = asking(hall);
    expect(hall.refused('ann', start(to))).toBe(expected);
    expect(hall.refused('ann', {...start(to), type: 'interaction.transfer'})).toBe(expected);
  });

  const unavailable: readonly [string, (hall: Hall) => void][] = [
    ['idle', (hall) => hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}})],
    ['signed out', (hall) => hall.do('bob', {type: 'agent.sign-out'})],
    ['cut off', (hall) => hall.tell({type: 'agent.disconnected', agentId: 'bob'})],
    [
      'off the hook',
      (hall) => hall.tell({type: 'handset.changed', agentId: 'bob', handset: {offHook: true}}),
    ],
    ['rung by another call', (hall) => hall.rings('voice', 'bob', 'other')],
    [
      'in RONA',
      (hall) => {
        hall.rings('voice', 'bob', 'other');
        hall.tell({type: 'station.declined', interactionId: 'other', agentId: 'bob'});
      },
    ],
    [
      'wrapping up a chat',
      (hall) => {
        hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
        hall.handled('chat', 'bob');
        hall.do('bob', {type: 'interaction.end', interactionId: 'chat-1'});
      },
    ],
  ];
  it.each(unavailable)('an agent who is %s is not there to be asked', (_, happen) => {
    const hall = hallOf();
    const {start} = asking(hall);
    happen(hall);
    expect(hall.refused('ann', start(agent('bob')))).toBe('DW_TARGET_UNAVAILABLE');
    expect(hall.refused('ann', {...start(agent('bob')), type: 'interaction.transfer'})).toBe(
      'DW_TARGET_UNAVAILABLE',
    );
  });

  it('an agent who writes a chat and could take a call besides is', () => {
    const hall = hallOf();
    const {start} = asking(hall);
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    hall.handled('chat', 'bob');
    expect(hall.do('ann', start(agent('bob')))).toContain('engagement.reserved');
  });

  it('an agent who is in the call already is not', () => {
    const both = {voice: 2, chat: 1, social: 1, email: 1};
    const hall = hallOf({agents: [agentOf('ann', {capacity: both}), agentOf('bob', {capacity: both})]});
    const interactionId = hall.handled('voice', 'ann');
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: agent('bob')});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.do('bob', {type: 'interaction.accept', interactionId});
    expect(hall.refused('bob', {type: 'consult.start', interactionId, to: agent('ann')})).toBe(
      'DW_TARGET_UNAVAILABLE',
    );
  });
});
