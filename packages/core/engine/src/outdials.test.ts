import {describe, expect, it} from 'vitest';
import type {AgentProfile} from '@deskwire/domain';
import {answerQuery} from './queries.js';
import type {Signal} from './input.js';
import {NUMBER, outdials, ringsOut, stage, talks} from './test-kit/dialling.js';
import {Desk} from './test-kit/desk.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, OPENING, tenantOf, type HallOptions} from './test-kit/house.js';

const DESK_PHONE: AgentProfile['station'] = {kind: 'desk-phone', dn: '2001'};

const hallOf = (options: HallOptions = {}) => new Hall(options).available('ann');
const onDesk = (options: HallOptions = {}) =>
  hallOf({agents: [agentOf('ann', {station: DESK_PHONE})], ...options});

describe('R124 an outdial call', () => {
  it('begins with the agent’s own station', () => {
    const {entryPoints} = tenantOf();
    const hall = hallOf({
      numbers: [{name: 'Warehouse', number: '+82 32-555-0119'}],
      tenant: {
        entryPoints: entryPoints.map((one) => ({
          ...one,
          variables: [{name: 'note', label: 'Note', type: 'string', editable: true, secure: false}],
        })),
        outdial: {
          entryPointId: 'to-experts',
          anis: [],
          defaultAni: '+8215880420',
          availableAfter: false,
          dialPlan: [],
        },
      },
    });
    const id = outdials(hall, 'ann', 'tel:+82 32-555-0119');
    expect(hall.facts.slice(-2).map(({type}) => type)).toEqual([
      'interaction.created',
      'engagement.reserved',
    ]);
    expect(hall.interaction(id)).toMatchObject({
      origin: 'outdial',
      channel: 'voice',
      customer: {number: NUMBER, name: 'Warehouse'},
      queue: {id: 'experts', name: 'Experts'},
      entryPointId: 'to-experts',
      ani: '+8215880420',
      dnis: NUMBER,
      createdAt: OPENING + 2_000,
      legs: [],
      cad: [{name: 'note', value: ''}],
    });
    expect([stage(hall, id), hall.line('experts')]).toEqual(['agent', []]);
  });

  it('shows the customer the number that the agent chose, or none', () => {
    const anis = [{number: '+8225550000', name: 'Support'}];
    const hall = hallOf({tenant: {outdial: {anis, availableAfter: false, dialPlan: []}}});
    const call = {type: 'outdial.call', number: NUMBER} as const;
    expect(hall.refused('ann', {...call, ani: '+8225559999'})).toBe('DW_ANI_UNKNOWN');
    hall.do('ann', {...call, ani: '+8225550000'});
    const [one] = hall.centre.interactions.values();
    expect(one?.ani).toBe('+8225550000');
    const without = hallOf();
    expect(without.interaction(outdials(without))).not.toHaveProperty('ani');
  });

  it('from a phone on the desk: lifted, the customer is called; answered, it is a call like any other', () => {
    const recording = {enabled: true, privacyShield: false, pauseSeconds: 30};
    const hall = onDesk({tenant: {recording}});
    const interactionId = outdials(hall);
    const part = {interactionId, agentId: 'ann'};
    expect(hall.tell({type: 'station.ringing', ...part})).toEqual(['engagement.offered']);
    expect(hall.tell({type: 'station.ringing', ...part})).toEqual([]);
    expect(hall.engagement(interactionId, 'ann')?.expiresAt).toBe(hall.now + 20_000);
    expect(hall.tell({type: 'station.answered', ...part})).toEqual([
      'leg.joined',
      'leg.ringing',
      'engagement.offered',
    ]);
    expect(hall.tell({type: 'station.answered', ...part})).toEqual([]);
    expect(hall.tell({type: 'station.ringing', ...part})).toEqual([]);
    expect(hall.engagement(interactionId, 'ann')).toMatchObject({
      phase: 'offered',
      expiresAt: hall.now + 30_000,
    });
    expect([stage(hall, interactionId), hall.heard(interactionId)]).toEqual([
      'customer',
      {ann: 'talking', customer: 'ringing'},
    ]);
    expect(hall.tell({type: 'customer.answered', interactionId})).toEqual([
      'leg.joined',
      'engagement.accepted',
      'call.connected',
      'recording.started',
    ]);
    expect(hall.tell({type: 'customer.answered', interactionId})).toEqual([]);
    expect([stage(hall, interactionId), hall.engagement(interactionId, 'ann')?.acceptedAt]).toEqual([
      undefined,
      hall.now,
    ]);
    hall.do('ann', {type: 'interaction.end', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('wrap-up');
  });

  it('from a phone in the page: it answers by itself', () => {
    const hall = hallOf();
    const interactionId = outdials(hall);
    expect(hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'})).toEqual([
      'engagement.offered',
      'leg.joined',
      'leg.ringing',
      'engagement.offered',
    ]);
    expect(hall.refused('ann', {type: 'interaction.accept', interactionId})).toBe('DW_CHANNEL_WRONG');
    expect(hall.refused('ann', {type: 'interaction.decline', interactionId})).toBe('DW_CHANNEL_WRONG');
    expect(hall.refused('ann', {type: 'agent.sign-out'})).toBe('DW_AGENT_REQUEST_PENDING');
  });

  it('is for who may, in Available or Idle, with no other call; nothing else is offered meanwhile', () => {
    const hall = hallOf();
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const id = outdials(hall);
    expect(hall.refused('ann', {type: 'outdial.call', number: NUMBER})).toBe('DW_AGENT_ON_CALL');
    hall.do('ann', {type: 'agent.set-state', to: {state: 'available'}});
    const inbound = hall.arrive('voice');
    expect([hall.holders(inbound), hall.holders(id)]).toEqual([[], ['ann']]);
    const other = hallOf();
    other.rings('voice', 'ann');
    expect(other.refused('ann', {type: 'outdial.call', number: NUMBER})).toBe('DW_OUTDIAL_INBOUND_WON');
    const denied = hallOf({agents: [agentOf('ann', {permissions: []})]});
    expect(denied.refused('ann', {type: 'outdial.call', number: NUMBER})).toBe('DW_PERMISSION_DENIED');
  });

  it('is transferred, consulted about and offered like one that came in, once the customer is there', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const interactionId = talks(hall, outdials(hall));
    const to = {kind: 'agent', agentId: 'bob'} as const;
    hall.do('ann', {type: 'interaction.transfer', interactionId, to});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    expect(stage(hall, interactionId, 'bob')).toBeUndefined();
    expect(hall.do('bob', {type: 'interaction.decline', interactionId})).toContain('interaction.ended');
    expect(hall.agent('bob').presence.state).toBe('rona');
  });

  it('goes to a queue only where admin allows it, and no list offers one', () => {
    for (const allowed of [false, true]) {
      const hall = hallOf({tenant: {queueTransferForOutdial: allowed}});
      const interactionId = talks(hall, outdials(hall));
      const query = {type: 'directory.queues', interactionId} as const;
      const listed = answerQuery(hall.centre, {kind: 'agent', agentId: 'ann'}, query);
      expect(listed).toMatchObject({answer: {queues: allowed ? [{id: 'calls'}, {id: 'experts'}] : []}});
      const to = {kind: 'queue', queueId: 'experts'} as const;
      const {result} = hall.give('ann', {type: 'interaction.transfer', interactionId, to});
      expect(result.ok ? 'ok' : result.refusal.code).toBe(allowed ? 'ok' : 'DW_TARGET_KIND');
    }
  });
});

type Failing = Pick<Signal, 'type'>['type'] | 'silence';
type Row = readonly [what: Failing, stage: 'agent' | 'customer', reason: string, left: string, ended: string];

const FAILURES: readonly Row[] = [
  ['station.failed', 'agent', 'not-connected', 'failed', 'failed'],
  ['station.declined', 'agent', 'agent-declined', 'declined', 'failed'],
  ['silence', 'agent', 'agent-declined', 'declined', 'failed'],
  ['station.failed', 'customer', 'not-connected', 'failed', 'failed'],
  ['customer.rejected', 'customer', 'customer-rejected', 'failed', 'rejected'],
  ['customer.gone', 'customer', 'customer-rejected', 'failed', 'rejected'],
  ['customer.unanswered', 'customer', 'customer-unanswered', 'failed', 'unanswered'],
  ['customer.failed', 'customer', 'not-connected', 'failed', 'failed'],
  ['silence', 'customer', 'customer-unanswered', 'failed', 'unanswered'],
];

describe('R125 an outdial call that comes to nothing', () => {
  it.each(FAILURES)('%s while the %s is called: %s', (what, at, reason, left, ended) => {
    const hall = onDesk();
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const {presence} = hall.agent('ann');
    const interactionId = outdials(hall);
    const desk = new Desk({kind: 'agent', agentId: 'ann'}, hall);
    hall.watch = (before, {centre, facts}) => {
      for (const fact of facts) desk.hear(desk.feed.push(before, centre, fact));
    };
    if (at === 'agent') hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    else ringsOut(hall, interactionId);
    const count = hall.facts.length;
    if (what === 'silence') hall.pass(at === 'agent' ? 20 : 30);
    else hall.tell({type: what, interactionId, agentId: 'ann'} as Signal);
    const facts = hall.facts.slice(count);
    expect(facts.filter(({type}) => type !== 'leg.left')).toMatchObject([
      {type: 'outdial.failed', agentId: 'ann', reason},
      {type: 'interaction.ended', ending: {by: 'system', reason: ended}},
      {type: 'engagement.left', agentId: 'ann', reason: left},
    ]);
    expect(facts.filter(({type}) => type === 'leg.left')).toHaveLength(at === 'agent' ? 0 : 2);
    expect([hall.centre.interactions.size, hall.centre.lines, hall.centre.deadlines]).toEqual([0, 0, []]);
    expect(hall.agent('ann')).toMatchObject({presence, work: []});
    expect(desk.state.interactions.size).toBe(0);
    expect(desk.told.map(({type}) => type)).toContain('outdial.failed');
  });

  it('is told where the station does not even begin to ring', () => {
    const hall = hallOf();
    outdials(hall);
    hall.pass(10);
    expect(hall.facts.find(({type}) => type === 'outdial.failed')).toMatchObject({reason: 'not-connected'});
    expect([hall.agent('ann').presence.state, hall.centre.interactions.size]).toEqual(['available', 0]);
  });

  it('leaves late signals without anything to speak of', () => {
    const hall = hallOf();
    const interactionId = ringsOut(hall, outdials(hall));
    hall.tell({type: 'customer.rejected', interactionId});
    const late: readonly Signal[] = [
      {type: 'customer.answered', interactionId},
      {type: 'customer.gone', interactionId},
      {type: 'station.answered', interactionId, agentId: 'ann'},
    ];
    for (const signal of late) expect(hall.tellRefused(signal)).toBe('DW_INTERACTION_UNKNOWN');
  });

  it.each([
    ['tenant', 27, 'DW_CALL_LIMIT_TENANT'],
    ['dataCentre', 26, 'DW_CALL_LIMIT_DATA_CENTRE'],
  ] as const)(
    'by the limit of the %s: %i at once, or when the customer is called',
    (name, code, expected) => {
      const callLimits = {dataCentre: 100, tenant: 100, [name]: 1};
      const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')], tenant: {callLimits}}).available(
        'ann',
      );
      const first = outdials(hall);
      expect(hall.centre.lines).toBe(0);
      const caller = hall.arrive('voice');
      expect(hall.centre.lines).toBe(1);
      const count = hall.facts.length;
      hall.tell({type: 'station.ringing', interactionId: first, agentId: 'ann'});
      expect(hall.facts.slice(count)).toMatchObject([
        {type: 'engagement.offered'},
        {type: 'leg.joined'},
        {type: 'outdial.failed', reason: 'limit', code},
        {type: 'leg.left'},
        {type: 'interaction.ended'},
        {type: 'engagement.left', reason: 'failed'},
        {type: 'engagement.reserved', interactionId: caller},
      ]);
      hall.available('bob');
      const {result} = hall.give('bob', {type: 'outdial.call', number: NUMBER});
      expect(result).toMatchObject({refusal: {code: expected, params: {code}}});
    },
  );
});

describe('R125 an outdial call that is given up', () => {
  const cancellable = {tenant: {callCancellable: true}};

  it.each(['connecting', 'agent', 'customer'] as const)('on the desk while %s', (at) => {
    const hall = onDesk(cancellable);
    const interactionId = outdials(hall);
    if (at === 'agent') hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    if (at === 'customer') ringsOut(hall, interactionId);
    const count = hall.facts.length;
    hall.do('ann', {type: 'outdial.cancel', interactionId});
    expect(hall.facts.slice(count).filter(({type}) => type !== 'leg.left')).toMatchObject([
      {type: 'interaction.ended', ending: {by: 'agent', reason: 'cancelled'}},
      {type: 'engagement.left', reason: 'withdrawn'},
    ]);
    expect([hall.centre.interactions.size, hall.agent('ann').presence.state]).toEqual([0, 'available']);
  });

  it('only where admin allows it, and only before it is answered', () => {
    const forbidden = hallOf();
    const cancel = (hall: Hall, interactionId: string) =>
      hall.refused('ann', {type: 'outdial.cancel', interactionId});
    expect(cancel(forbidden, outdials(forbidden))).toBe('DW_PERMISSION_OFF');
    const hall = hallOf(cancellable);
    expect(cancel(hall, talks(hall, outdials(hall)))).toBe('DW_INTERACTION_NOT_OFFERED');
  });

  it('by laying the receiver down, whatever admin says', () => {
    const hall = onDesk();
    const interactionId = outdials(hall);
    hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    expect(hall.tell({type: 'station.hung-up', interactionId, agentId: 'ann'})).toEqual([]);
    hall.tell({type: 'station.answered', interactionId, agentId: 'ann'});
    expect(hall.tell({type: 'station.hung-up', interactionId, agentId: 'ann'})).toContain(
      'interaction.ended',
    );
    expect(hall.facts.some(({type}) => type === 'outdial.failed')).toBe(false);
  });

  it.each(['connecting', 'customer'] as const)(
    'with the agent’s page, at the end of the grace period: %s',
    (at) => {
      const hall = hallOf({tenant: {graceSeconds: 5}});
      const interactionId = outdials(hall);
      if (at === 'customer') ringsOut(hall, interactionId);
      hall.tell({type: 'agent.disconnected', agentId: 'ann'});
      hall.pass(5);
      expect(hall.facts.slice(-3)).toMatchObject([
        {type: 'interaction.ended', ending: {by: 'system', reason: 'cancelled'}},
        {type: 'engagement.left', reason: 'connection-lost'},
        {type: 'agent.state-changed', presence: {state: 'idle'}},
      ]);
      expect([hall.centre.interactions.size, hall.centre.deadlines]).toEqual([0, []]);
    },
  );

  it('but not because the agent missed something else meanwhile', () => {
    const hall = hallOf();
    const chat = hall.rings('chat', 'ann');
    hall.pass(25);
    const interactionId = outdials(hall);
    hall.pass(4);
    expect([hall.agent('ann').presence.state, hall.agent('ann').work]).toMatchObject([
      'rona',
      [{interactionId, phase: 'connecting'}],
    ]);
    expect(hall.line('chats')).toEqual([chat]);
    talks(hall, interactionId);
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('active');
  });
});

describe('R126 after an outdial call', () => {
  const after = (availableAfter: boolean, set: HallOptions['tenant'] = {}) => {
    const hall = new Hall({
      agents: [agentOf('ann'), agentOf('bob')],
      tenant: {outdial: {anis: [], availableAfter, dialPlan: []}, ...set},
    }).available('ann', 'bob');
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    return hall;
  };
  const ended = (hall: Hall) => {
    const interactionId = talks(hall, outdials(hall));
    hall.tell({type: 'customer.gone', interactionId});
    return interactionId;
  };

  it('the agent is Available where admin wants that, even if they dialled from Idle', () => {
    for (const availableAfter of [true, false]) {
      const hall = after(availableAfter);
      const interactionId = ended(hall);
      expect(hall.agent('ann').presence.state).toBe('idle');
      hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
      expect(hall.agent('ann').presence.state).toBe(availableAfter ? 'available' : 'idle');
    }
  });

  it('also when the countdown submits, and where there is nothing to wrap up', () => {
    const hall = after(true);
    ended(hall);
    hall.pass(60);
    expect(hall.agent('ann').presence.state).toBe('available');
    const none = after(true, {wrapUpReasons: []});
    ended(none);
    expect(none.agent('ann').presence.state).toBe('available');
  });

  it('and nobody else: not who took it over, nor who is in RONA or away, nor after an attempt that failed', () => {
    const hall = after(true);
    const interactionId = talks(hall, outdials(hall));
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: {kind: 'agent', agentId: 'bob'}});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.picksUp(interactionId, 'bob');
    hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    hall.do('bob', {type: 'interaction.end', interactionId});
    hall.do('bob', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(hall.agent('bob').presence.state).toBe('idle');
    const away = after(true);
    ended(away);
    away.tell({type: 'agent.disconnected', agentId: 'ann'});
    away.pass(60);
    expect(away.agent('ann')).toMatchObject({presence: {state: 'idle'}, work: []});
    const failed = after(true);
    failed.tell({type: 'customer.rejected', interactionId: ringsOut(failed, outdials(failed))});
    expect(failed.agent('ann').presence.state).toBe('idle');
  });
});
