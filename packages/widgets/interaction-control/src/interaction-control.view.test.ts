import {describe, expect, it} from 'vitest';
import {permit, reduce, type DeskState, type Interaction, type Talk} from '@deskwire/domain';
import {
  AGENT,
  aDesk,
  aHeldCall,
  anActive,
  anEngagement,
  aTenant,
  aWrapUp,
  CUSTOMER,
  factLog,
  inPhase,
  NOON,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';

import {selectOwnCallId, viewControl, type ControlView} from './interaction-control.view.js';

const view = (state: DeskState, id = 'voice-1'): ControlView | undefined =>
  viewControl(state, state.interactions.get(id), (ask) =>
    permit(state, ask, {kind: 'agent', agentId: AGENT.id}),
  );
const viewOf = (interaction: Interaction, set: Parameters<typeof aDesk>[1] = {}): ControlView => {
  const shown = view(aDesk([interaction], set), interaction.id);
  if (!shown) throw new Error('nothing is shown');
  return shown;
};
const talking = (talk: Talk): Interaction => anActive({talk});
const recorded = {tenant: aTenant({recording: {enabled: true, privacyShield: true, pauseSeconds: 30}})};

describe('which call the pane follows by itself', () => {
  it('takes the newest active call, whatever else goes on', () => {
    const state = aDesk([
      anActive({id: 'old', createdAt: NOON}),
      anActive({id: 'new', createdAt: NOON + 1}),
      anActive({id: 'chat', channel: 'chat', createdAt: NOON + 2}),
      inPhase('offered', {id: 'ringing', createdAt: NOON + 3}),
      aWrapUp({id: 'over', createdAt: NOON + 4}),
    ]);
    expect(selectOwnCallId(state)).toBe('new');
  });

  it('stays with a call in wrap-up while there is no other one', () => {
    expect(selectOwnCallId(aDesk([aWrapUp({id: 'over'}), inPhase('done', {id: 'gone'})]))).toBe('over');
  });

  it('follows none where the agent has none', () => {
    const others = [anEngagement({agent: {id: 'agent-2', name: 'Leo Brandt'}, phase: 'active'})];
    expect(selectOwnCallId(aDesk([anActive({engagements: others})]))).toBeUndefined();
  });
});

describe('what the pane says about the call', () => {
  it('names the customer once, and says where the call came from', () => {
    const {name, number, queue, dnis} = viewOf(anActive());
    expect({name, number, queue, dnis}).toEqual({
      name: 'Hana Seo',
      number: CUSTOMER.number,
      queue: 'Support',
      dnis: '+8225550100',
    });
  });

  it('does not repeat a number that stands for the name', () => {
    const shown = viewOf(anActive({customer: {number: '+82215550142'}}));
    expect(shown.name).toBe('+82215550142');
    expect(shown).not.toHaveProperty('number');
  });

  it('counts from the answer while talking, and from the end while wrapping up', () => {
    const answered = anEngagement({phase: 'active', acceptedAt: NOON + 9_000});
    expect(viewOf(anActive({engagements: [answered]})).clockSince).toBe(NOON + 9_000);
    const wrapping = anEngagement({
      phase: 'wrap-up',
      acceptedAt: NOON,
      wrapUp: {since: NOON + 60_000},
    });
    expect(viewOf(aWrapUp({engagements: [wrapping]})).clockSince).toBe(NOON + 60_000);
  });

  it('shows nothing of a chat, nor of a call of somebody else', () => {
    expect(view(aDesk([anActive({channel: 'chat'})]), 'chat-1')).toBeUndefined();
    expect(view(aDesk([anActive({engagements: []})]))).toBeUndefined();
    expect(view(aDesk([]))).toBeUndefined();
  });

  it.each([
    [{kind: 'together', since: NOON}, [{chip: 'active'}]],
    [{kind: 'hold', since: NOON, heldSince: NOON + 1}, [{chip: 'hold', since: NOON + 1}]],
    [
      {
        kind: 'consult-requested',
        by: AGENT.id,
        target: {kind: 'agent', agentId: 'agent-2'},
        since: NOON,
        heldSince: NOON + 1,
      },
      [
        {chip: 'hold', since: NOON + 1},
        {chip: 'consult-requested', since: NOON},
      ],
    ],
    [
      {kind: 'consult', by: AGENT.id, leg: 'leg', hears: 'consulted', since: NOON, heldSince: NOON + 1},
      [{chip: 'hold', since: NOON + 1}, {chip: 'consult'}],
    ],
    [
      {kind: 'consult', by: AGENT.id, leg: 'leg', hears: 'customer', since: NOON, heldSince: NOON + 1},
      [{chip: 'active'}, {chip: 'consult-hold', since: NOON + 1}],
    ],
    [{kind: 'conference', by: AGENT.id, legs: ['leg'], since: NOON}, [{chip: 'conference'}]],
  ] satisfies [Talk, unknown][])('names the state of the talk %j', (talk, chips) => {
    expect(viewOf(talking(talk)).chips).toEqual(chips);
  });

  it('names the state before and after the talk, and offers nothing then', () => {
    const states = (['connecting', 'offered', 'wrap-up', 'done'] as const).map((phase) =>
      viewOf(inPhase(phase, {id: 'voice-1'})),
    );
    expect(states.map(({chips}) => chips[0].chip)).toEqual(['connecting', 'ringing', 'wrap-up', 'ended']);
    for (const shown of states) {
      expect(shown).not.toHaveProperty('hold');
      expect(shown).not.toHaveProperty('end');
    }
  });
});

describe('what the agent can do', () => {
  it('offers Hold and End while talking', () => {
    const {hold, end, reason} = viewOf(anActive());
    expect(hold).toEqual({command: 'call.hold'});
    expect(end).toEqual({command: 'interaction.end'});
    expect(reason).toBeUndefined();
  });

  it('offers Resume on hold, and says why End is off', () => {
    const {hold, end, reason} = viewOf(aHeldCall());
    expect(hold).toEqual({command: 'call.resume'});
    expect(end?.refusal?.code).toBe('DW_CALL_HELD');
    expect(reason).toEqual(end?.refusal);
  });

  it('shows no button for what the backend cannot do, nor for what a consulted agent may not', () => {
    const withoutHold = someCapabilities({commands: ['interaction.end']});
    expect(viewOf(anActive(), {capabilities: withoutHold})).not.toHaveProperty('hold');
    const consulted = anEngagement({role: 'consulted', phase: 'active', acceptedAt: NOON});
    const shown = viewOf(anActive({engagements: [consulted]}));
    expect(shown).not.toHaveProperty('hold');
    expect(shown).not.toHaveProperty('end');
  });
});

describe('the recording strip', () => {
  it('is there only while recording runs and admin enabled it', () => {
    const running = anActive({recording: {state: 'on', since: NOON}});
    expect(viewOf(running, recorded).recording).toMatchObject({state: 'on'});
    expect(viewOf(running)).not.toHaveProperty('recording');
    expect(viewOf(anActive(), recorded)).not.toHaveProperty('recording');
  });

  it('offers Pause and Start only where Privacy Shield and the backend allow them', () => {
    const running = anActive({recording: {state: 'on', since: NOON}});
    const paused = anActive({recording: {state: 'paused', since: NOON, resumeAt: NOON + 30_000}});
    expect(viewOf(running, recorded).recording?.control).toEqual({command: 'recording.pause'});
    expect(viewOf(paused, recorded).recording).toEqual({
      state: 'paused',
      resumeAt: NOON + 30_000,
      control: {command: 'recording.resume'},
    });
    const cannot = {...recorded, capabilities: someCapabilities({commands: ['call.hold']})};
    expect(viewOf(running, cannot).recording).toEqual({state: 'on'});
  });

  it('goes with the call', () => {
    const running = aDesk([anActive({recording: {state: 'on', since: NOON}})], recorded);
    const ended = factLog({seq: running.cursor?.seq ?? 0});
    const fact = ended.say({type: 'wrap-up.started', interactionId: 'voice-1', agentId: AGENT.id});
    expect(view(running)).toHaveProperty('recording');
    expect(view(reduce(running, fact))).not.toHaveProperty('recording');
  });
});
