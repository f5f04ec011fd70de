import {describe, expect, it} from 'vitest';
import type {Engagement, Interaction, Talk} from '@deskwire/domain';
import {EMPTY_DESK} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {
  aDesk,
  AGENT,
  aMail,
  aMessage,
  anActive,
  anEngagement,
  anInteraction,
  aRequest,
  aWrapUp,
  chatOf,
  inPhase,
  NOON,
  OTHER_AGENT,
  threadOf,
} from '@deskwire/testing';

import {words} from './task-list.messages.js';
import {rowAfterKey, sameRows, tabStop, taskRows, type TaskRow, type TaskState} from './task-list.view.js';

const rowOf = (interaction: Interaction): TaskRow | undefined => taskRows(aDesk([interaction]))[0];
const stateOf = (interaction: Interaction): TaskState | undefined => rowOf(interaction)?.state;
const talking = (talk: Talk, role: Engagement['role'] = 'owner'): Interaction =>
  anActive({talk, engagements: [anEngagement({phase: 'active', role, acceptedAt: NOON})]});

const held = {since: NOON, heldSince: NOON};
const consult = {kind: 'consult', by: AGENT.id, leg: 'leg-2', ...held} as const;
const target = {kind: 'agent', agentId: OTHER_AGENT.id} as const;

describe('taskRows', () => {
  it('is empty before anything is known', () => {
    expect(taskRows(EMPTY_DESK)).toEqual([]);
  });

  it('lists what is offered, active and in wrap-up, newest first', () => {
    const desk = aDesk([
      aWrapUp({id: 'oldest', createdAt: NOON - 3000}),
      aRequest({id: 'newest', createdAt: NOON, channel: 'chat'}),
      anActive({id: 'middle', createdAt: NOON - 2000}),
    ]);
    expect(taskRows(desk).map(({id}) => id)).toEqual(['newest', 'middle', 'oldest']);
  });

  it('leaves out what is done and what is another agent’s', () => {
    const desk = aDesk([
      inPhase('done', {id: 'done'}),
      anInteraction({id: 'theirs', engagements: [anEngagement({agent: OTHER_AGENT, phase: 'active'})]}),
    ]);
    expect(taskRows(desk)).toEqual([]);
  });

  it('keeps the order when a state changes', () => {
    const ids = (first: Interaction) =>
      taskRows(aDesk([first, anActive({id: 'b', createdAt: NOON - 1})])).map(({id}) => id);
    expect(ids(aRequest({id: 'a', createdAt: NOON}))).toEqual(ids(aWrapUp({id: 'a', createdAt: NOON})));
  });

  it.each([
    ['connecting', inPhase('connecting')],
    ['ringing', aRequest({channel: 'voice'})],
    ['waiting', aRequest({channel: 'chat'})],
    ['waiting', aRequest({channel: 'email'})],
    ['active', anActive()],
    ['held', talking({kind: 'hold', ...held})],
    ['consult-requested', talking({kind: 'consult-requested', by: AGENT.id, target, ...held})],
    ['consulting', talking({...consult, hears: 'consulted'})],
    ['consult-held', talking({...consult, hears: 'customer'})],
    ['conference-requested', talking({kind: 'conference-requested', by: AGENT.id, target, since: NOON})],
    ['active', talking({kind: 'conference-requested', by: AGENT.id, target, since: NOON}, 'consulted')],
    ['conference', talking({kind: 'conference', by: AGENT.id, legs: ['leg-2'], since: NOON})],
    ['wrap-up', aWrapUp()],
  ] satisfies [TaskState, Interaction][])('says %s', (state, interaction) => {
    expect(stateOf(interaction)).toBe(state);
  });

  it('counts from the arrival, then from the answer, then from the wrap-up', () => {
    const createdAt = NOON - 9000;
    const active = anActive({
      createdAt,
      engagements: [anEngagement({phase: 'active', acceptedAt: NOON - 5000})],
    });
    expect(rowOf(aRequest({createdAt}))?.since).toBe(createdAt);
    expect(rowOf(active)?.since).toBe(NOON - 5000);
    expect(rowOf(aWrapUp({createdAt}))?.since).toBe(NOON);
  });

  it('counts unread messages and mails, and none in wrap-up', () => {
    const content = chatOf(aMessage({id: '1', at: NOON - 2}), aMessage({id: '2', at: NOON}));
    const engagements = [anEngagement({phase: 'active', acceptedAt: NOON, readAt: NOON - 1})];
    expect(rowOf(anActive({channel: 'chat', content, engagements}))?.unread).toBe(1);
    expect(rowOf(aRequest({channel: 'email', content: threadOf(aMail())}))?.unread).toBe(1);
    expect(rowOf(aWrapUp({channel: 'chat', content}))?.unread).toBe(0);
    expect(rowOf(anActive())?.unread).toBe(0);
  });

  it('counts a consult from when the colleague asked', () => {
    const talk = {kind: 'consult-requested', by: 'agent-2', target, ...held, since: NOON - 3000} as const;
    const engagements = [anEngagement({role: 'consulted'})];
    expect(rowOf(aRequest({engagements, talk, createdAt: NOON - 90_000}))?.since).toBe(NOON - 3000);
  });

  it('names the origin where the contact did not simply come in, and a consult', () => {
    expect(rowOf(anActive())).not.toHaveProperty('origin');
    expect(rowOf(anActive({origin: 'callback'}))?.origin).toBe('callback');
    expect(rowOf(aRequest({engagements: [anEngagement({role: 'consulted'})]}))?.consult).toBe(true);
  });
});

describe('sameRows', () => {
  it('sees a changed field, a new row and nothing else', () => {
    const rows = taskRows(aDesk([anActive()]));
    expect(sameRows(rows, taskRows(aDesk([anActive()])))).toBe(true);
    expect(sameRows(rows, taskRows(aDesk([aWrapUp()])))).toBe(false);
    expect(sameRows(rows, [])).toBe(false);
  });
});

describe('moving by keyboard', () => {
  const rows = taskRows(aDesk(['a', 'b', 'c'].map((id, index) => anActive({id, createdAt: NOON - index}))));

  it('starts at the row that had the focus, else the selected one, else the first', () => {
    expect(tabStop(rows, 'b', 'c')).toBe('b');
    expect(tabStop(rows, 'gone', 'c')).toBe('c');
    expect(tabStop(rows, undefined, undefined)).toBe('a');
    expect(tabStop([], 'a', 'a')).toBeUndefined();
  });

  it('goes one row at a time and stops at the ends', () => {
    expect(rowAfterKey(rows, 'a', 'ArrowDown')).toBe('b');
    expect(rowAfterKey(rows, 'c', 'ArrowDown')).toBe('c');
    expect(rowAfterKey(rows, 'b', 'ArrowUp')).toBe('a');
    expect(rowAfterKey(rows, 'a', 'ArrowUp')).toBe('a');
    expect(rowAfterKey(rows, 'b', 'Home')).toBe('a');
    expect(rowAfterKey(rows, 'b', 'End')).toBe('c');
    expect(rowAfterKey(rows, 'b', 'x')).toBeUndefined();
  });
});

describe('words', () => {
  it('are complete in both languages', () => {
    expect(wordFaults(words)).toEqual([]);
  });
});
