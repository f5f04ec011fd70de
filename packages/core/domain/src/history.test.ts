import {describe, expect, it} from 'vitest';
import {historyEntryOf} from './history.js';
import type {Engagement, Interaction} from './interaction.js';
import {call, engagement, mail, PARK, tenant, YOON} from './test-kit/make.js';

const REASONS = tenant({
  wrapUpReasons: [
    {id: 'resolved', label: {en: 'Resolved', ko: '해결됨'}},
    {id: 'callback', label: 'Call back'},
  ],
});
const entry = (interaction: Interaction, agentId?: string, now = 100_000) =>
  historyEntryOf(interaction, REASONS, now, agentId);

/** Talked from 2,000 to 62,000 and wrapped up until 90,000. */
const wrappedUp = (set: Partial<Engagement> = {}): Engagement =>
  engagement({
    phase: 'done',
    since: 90_000,
    acceptedAt: 2_000,
    wrapUp: {since: 62_000},
    wrapUpReasonIds: ['resolved'],
    left: 'ended',
    ...set,
  });
const over = (set: Partial<Interaction> = {}): Interaction =>
  call({
    queue: {id: 'q', name: 'Billing'},
    engagements: [wrappedUp()],
    ending: {at: 62_000, by: 'customer', reason: 'ended'},
    ...set,
  });

describe('R86 a row of a history', () => {
  it('has customer, queue, agent, times and reasons, and no data', () => {
    const secret = {
      name: 'pin',
      label: 'PIN',
      type: 'string',
      value: 'planted-9371',
      editable: true,
      secure: true,
      order: 1,
      version: 1,
    } as const;
    const row = entry(over({cad: [secret], dnis: '1588-0420'}));
    expect(row).toEqual({
      interactionId: 'i1',
      channel: 'voice',
      origin: 'inbound',
      customer: {name: 'Kim Min-su', number: '+821048271934'},
      queue: {id: 'q', name: 'Billing'},
      agent: YOON,
      at: 500,
      seconds: 60,
      reasons: [{en: 'Resolved', ko: '해결됨'}],
    });
    expect(JSON.stringify(row)).not.toContain('planted');
  });

  it('tells a mail by its subject, and a contact without a queue without one', () => {
    expect(entry(mail({subject: 'My order'}))).toMatchObject({channel: 'email', subject: 'My order'});
    expect(entry(call())).not.toHaveProperty('queue');
    expect(entry(call())).not.toHaveProperty('subject');
  });

  it('keeps a reason that admin has deleted by its id', () => {
    const row = entry(over({engagements: [wrappedUp({wrapUpReasonIds: ['callback', 'gone']})]}));
    expect(row.reasons).toEqual(['Call back', 'gone']);
    expect(entry(over({engagements: [wrappedUp({wrapUpReasonIds: []})]})).reasons).toEqual([]);
  });
});

describe('R86 how long it was handled', () => {
  it.each([
    ['until the wrap-up began, while that goes on', {phase: 'wrap-up', since: 62_000}, 60],
    ['until the wrap-up began, once it is done', {}, 60],
    ['until the part was over, where there was no wrap-up', {wrapUp: undefined, since: 32_000}, 30],
    ['until now, while it goes on', {phase: 'active', wrapUp: undefined}, 98],
  ] as const)('%s', (_, set, seconds) => {
    const {wrapUp, ...rest} = {...wrappedUp(), ...set} as Engagement;
    const part = wrapUp ? {...rest, wrapUp} : rest;
    expect(entry(over({engagements: [part]})).seconds).toBe(seconds);
  });

  it('is never less than nothing, and absent where nobody took it', () => {
    expect(entry(over({engagements: [wrappedUp({acceptedAt: 70_000})]})).seconds).toBe(0);
    const missed = engagement({phase: 'done', left: 'missed'});
    expect(entry(over({engagements: [missed]}))).not.toHaveProperty('seconds');
  });
});

describe('R86 whose part it is', () => {
  const consulted = engagement({
    agent: PARK,
    role: 'consulted',
    phase: 'done',
    since: 50_000,
    acceptedAt: 40_000,
    left: 'ended',
  });

  it('is that of the agent who is asked about', () => {
    const both = over({engagements: [wrappedUp(), consulted]});
    expect(entry(both, PARK.id)).toMatchObject({agent: PARK, seconds: 10, reasons: []});
    expect(entry(both, YOON.id)).toMatchObject({agent: YOON, seconds: 60});
  });

  it('is that of the owner, not of who was consulted after them', () => {
    expect(entry(over({engagements: [wrappedUp(), consulted]})).agent).toEqual(YOON);
  });

  it('is that of the last owner after a transfer', () => {
    const second = wrappedUp({agent: PARK, acceptedAt: 52_000, wrapUpReasonIds: ['callback']});
    expect(entry(over({engagements: [wrappedUp(), second]}))).toMatchObject({agent: PARK, seconds: 10});
  });

  it('is that of who was asked last, where nobody took it', () => {
    const missed = engagement({phase: 'done', left: 'missed'});
    const alsoMissed = {...missed, agent: PARK};
    expect(entry(over({engagements: [missed, alsoMissed]})).agent).toEqual(PARK);
    expect(entry(over({engagements: []}))).not.toHaveProperty('agent');
    expect(entry(over(), 'stranger')).not.toHaveProperty('agent');
  });
});

describe('R86 the outcome', () => {
  const ended = (reason: NonNullable<Interaction['ending']>['reason']) =>
    ({at: 9_000, by: 'system', reason}) as const;
  const without = (left: NonNullable<Engagement['left']>) => [engagement({phase: 'done', left})];

  it('is absent where somebody talked', () => {
    expect(entry(over())).not.toHaveProperty('outcome');
    expect(entry(over({origin: 'outdial'}))).not.toHaveProperty('outcome');
  });

  it.each([
    ['inbound', 'missed', 'abandoned', 'missed'],
    ['callback', 'failed', 'unanswered', 'failed'],
    ['outdial', 'failed', 'unanswered', 'unanswered'],
    ['outdial', 'failed', 'rejected', 'rejected'],
    ['outdial', 'declined', 'failed', 'declined'],
    ['outdial', 'failed', 'failed', 'failed'],
    ['outdial', 'withdrawn', 'cancelled', 'cancelled'],
    ['campaign', 'withdrawn', 'skipped', 'skipped'],
  ] as const)(
    'of an %s contact that was left as %s and ended as %s is %s',
    (origin, left, reason, outcome) => {
      expect(entry(over({origin, engagements: without(left), ending: ended(reason)})).outcome).toBe(outcome);
    },
  );

  it('of a contact that reached no agent is how it ended', () => {
    expect(entry(over({engagements: [], ending: ended('abandoned')})).outcome).toBe('abandoned');
    const {ending: _, ...waiting} = over({engagements: []});
    expect(entry(waiting)).not.toHaveProperty('outcome');
  });
});
