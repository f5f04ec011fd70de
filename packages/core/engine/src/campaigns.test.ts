import {describe, expect, it} from 'vitest';
import type {AgentProfile} from '@deskwire/domain';
import {replay} from './apply.js';
import {createCentre} from './centre.js';
import {contactKey} from './contact-lists.js';
import type {Signal} from './input.js';
import {contactsOf, outdials, ringsOut, SPRING, stage, takesNext, talks} from './test-kit/dialling.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, tenantOf, type HallOptions} from './test-kit/house.js';

const DESK_PHONE: AgentProfile['station'] = {kind: 'desk-phone', dn: '2001'};

const hallOf = ({tenant, ...options}: HallOptions = {}) =>
  new Hall({
    agents: [agentOf('ann'), agentOf('bob')],
    contacts: {spring: contactsOf(4)},
    tenant: {campaigns: [SPRING], ...tenant},
    ...options,
  }).available('ann', 'bob');

const contactOf = (hall: Hall, id: string) => hall.interaction(id).campaignContactId;
const skip = (hall: Hall, interactionId: string, agentId = 'ann') =>
  hall.do(agentId, {type: 'campaign.skip', interactionId});
const callIt = (hall: Hall, interactionId: string, agentId = 'ann') =>
  hall.do(agentId, {type: 'campaign.call', interactionId});

/** A contact that was called, talked to, and wrapped up. */
const finish = (hall: Hall, agentId = 'ann') => {
  const interactionId = takesNext(hall, agentId);
  callIt(hall, interactionId, agentId);
  talks(hall, interactionId, agentId);
  hall.do(agentId, {type: 'interaction.end', interactionId});
  hall.do(agentId, {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
};

describe('R127 the next contact of a campaign', () => {
  it('comes before the agent with what the list and the flow know of it, and nothing rings', () => {
    const {entryPoints} = tenantOf();
    const variables = [
      {name: 'note', label: 'Note', type: 'string', editable: true, secure: false},
      {name: 'age', label: 'Age', type: 'integer', editable: true, secure: false},
    ] as const;
    const hall = hallOf({
      contacts: {
        spring: [{id: 'x', number: '032-555-0119', name: 'Hana', values: {age: ' 042', plan: 'Basic'}}],
      },
      tenant: {entryPoints: entryPoints.map((one) => ({...one, variables}))},
    });
    const id = takesNext(hall);
    expect(hall.facts.slice(-3).map(({type}) => type)).toEqual([
      'interaction.created',
      'engagement.reserved',
      'engagement.offered',
    ]);
    expect(hall.interaction(id)).toMatchObject({
      origin: 'campaign',
      campaignId: 'spring',
      campaignContactId: 'x',
      customer: {number: '0325550119', name: 'Hana'},
      queue: {id: 'calls'},
      ani: '+8215880420',
      dnis: '0325550119',
      legs: [],
      cad: [
        {name: 'note', value: '', editable: true},
        {name: 'age', value: '42', type: 'integer', editable: true},
        {name: 'plan', label: 'Present plan', value: 'Basic', type: 'string', editable: false},
      ],
    });
    expect(hall.engagement(id, 'ann')).not.toHaveProperty('expiresAt');
    expect([stage(hall, id), hall.centre.deadlines]).toEqual(['preview', []]);
    const part = {interactionId: id, agentId: 'ann'};
    for (const type of ['station.ringing', 'station.answered', 'station.failed'] as const)
      expect(hall.tellRefused({type, ...part})).toBe('DW_INTERACTION_NOT_OFFERED');
    expect(hall.tell({type: 'customer.gone', interactionId: id})).toEqual([]);
    hall.pass(3_600);
    expect([stage(hall, id), hall.agent('ann').presence.state]).toEqual(['preview', 'available']);
  });

  it('is never with two, and never comes twice', () => {
    const hall = hallOf();
    const [one, two] = [takesNext(hall, 'ann'), takesNext(hall, 'bob')];
    expect([contactOf(hall, one), contactOf(hall, two)]).toEqual(['c0', 'c1']);
    skip(hall, one);
    const [third] = [...hall.centre.interactions.keys()].filter((id) => id !== two);
    expect(contactOf(hall, third ?? '')).toBe('c2');
    callIt(hall, two, 'bob');
    talks(hall, two, 'bob');
    hall.do('bob', {type: 'interaction.end', interactionId: two});
    hall.do('bob', {type: 'wrap-up.submit', interactionId: two, reasonIds: ['resolved']});
    expect(contactOf(hall, takesNext(hall, 'bob'))).toBe('c3');
  });

  it('is refused where there is none, to other teams, and to who may not or is not free', () => {
    const hall = hallOf({contacts: {spring: contactsOf(1)}});
    const next = {type: 'campaign.next', campaignId: 'spring'} as const;
    expect(hall.refused('ann', {...next, campaignId: 'autumn'})).toBe('DW_CAMPAIGN_UNKNOWN');
    takesNext(hall);
    expect(hall.refused('ann', next)).toBe('DW_AGENT_ON_CALL');
    expect(hall.refused('bob', next)).toBe('DW_CAMPAIGN_EMPTY');
    hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    expect(hall.refused('bob', next)).toBe('DW_AGENT_NOT_AVAILABLE');
    const others = hallOf({tenant: {campaigns: [{...SPRING, teams: ['others']}]}});
    expect(others.refused('ann', next)).toBe('DW_CAMPAIGN_UNKNOWN');
    const denied = hallOf({agents: [agentOf('ann', {permissions: []}), agentOf('bob')]});
    expect(denied.refused('ann', next)).toBe('DW_PERMISSION_DENIED');
    const without = hallOf({contacts: {}});
    expect(without.refused('ann', next)).toBe('DW_CAMPAIGN_EMPTY');
    expect(hallOf({contacts: {other: []}}).refused('ann', next)).toBe('DW_CAMPAIGN_EMPTY');
  });

  it('is none that was done before the opening, and none that nobody could dial', () => {
    const hall = hallOf({
      contacts: {spring: [...contactsOf(2), {id: 'odd', number: '12'}, {id: 'good', number: '032-555-0119'}]},
      contactsDone: [contactKey('spring', 'c0'), contactKey('spring', 'unknown'), contactKey('old', 'c1')],
    });
    expect(contactOf(hall, takesNext(hall, 'ann'))).toBe('c1');
    expect(contactOf(hall, takesNext(hall, 'bob'))).toBe('good');
  });

  it('is the same after a restart, whatever was with somebody, skipped, called or given back', () => {
    const hall = hallOf({tenant: {callCancellable: true}});
    finish(hall);
    const skipped = takesNext(hall);
    skip(hall, skipped);
    const [kept = ''] = [...hall.centre.interactions.keys()];
    const given = takesNext(hall, 'bob');
    hall.do('bob', {type: 'outdial.cancel', interactionId: given});
    hall.centre = replay(createCentre(hall.config), hall.facts);
    expect([contactOf(hall, kept), contactOf(hall, takesNext(hall, 'bob'))]).toEqual(['c2', 'c3']);
  });
});

describe('R128 calling it', () => {
  it('rings the agent’s station, then the customer, and becomes a call', () => {
    const hall = hallOf({agents: [agentOf('ann', {station: DESK_PHONE}), agentOf('bob')]});
    const interactionId = takesNext(hall);
    expect(callIt(hall, interactionId)).toEqual(['leg.ringing']);
    expect([stage(hall, interactionId), hall.heard(interactionId)]).toEqual(['agent', {ann: 'ringing'}]);
    expect(hall.refused('ann', {type: 'campaign.call', interactionId})).toBe('DW_OUTDIAL_DIALLING');
    expect(hall.refused('ann', {type: 'campaign.skip', interactionId})).toBe('DW_OUTDIAL_DIALLING');
    expect(hall.centre.deadlines).toMatchObject([{kind: 'connect', at: hall.now + 10_000}]);
    const part = {interactionId, agentId: 'ann'};
    expect(hall.tell({type: 'station.ringing', ...part})).toEqual(['engagement.offered']);
    expect(hall.centre.deadlines).toMatchObject([{kind: 'ring', at: hall.now + 20_000}]);
    expect(hall.tell({type: 'station.answered', ...part})).toEqual([
      'leg.joined',
      'leg.ringing',
      'engagement.offered',
    ]);
    expect(hall.centre.deadlines).toMatchObject([{kind: 'dial', at: hall.now + 30_000}]);
    hall.tell({type: 'customer.answered', interactionId});
    expect(hall.engagement(interactionId, 'ann')?.phase).toBe('active');
    expect(hall.refused('ann', {type: 'campaign.skip', interactionId})).toBe('DW_INTERACTION_NOT_OFFERED');
  });

  it.each([
    ['station.failed', 'agent', 'not-connected'],
    ['station.declined', 'agent', 'agent-declined'],
    ['connect', 'agent', 'not-connected'],
    ['silence', 'agent', 'agent-declined'],
    ['customer.rejected', 'customer', 'customer-rejected'],
    ['customer.gone', 'customer', 'customer-rejected'],
    ['customer.unanswered', 'customer', 'customer-unanswered'],
    ['customer.failed', 'customer', 'not-connected'],
    ['silence', 'customer', 'customer-unanswered'],
  ] as const)('in vain: %s at the %s: %s, and it can be tried again', (what, at, reason) => {
    const hall = hallOf({agents: [agentOf('ann', {station: DESK_PHONE}), agentOf('bob')]});
    const interactionId = takesNext(hall);
    callIt(hall, interactionId);
    if (at === 'customer') ringsOut(hall, interactionId);
    else if (what !== 'connect') hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    const count = hall.facts.length;
    if (what === 'connect') hall.pass(10);
    else if (what === 'silence') hall.pass(at === 'agent' ? 20 : 30);
    else hall.tell({type: what, interactionId, agentId: 'ann'} as Signal);
    expect(hall.facts.slice(count).filter(({type}) => type !== 'leg.left')).toMatchObject([
      {type: 'outdial.failed', agentId: 'ann', reason},
      {type: 'engagement.offered', agentId: 'ann'},
    ]);
    expect([stage(hall, interactionId), hall.heard(interactionId), hall.centre.deadlines]).toEqual([
      'preview',
      {},
      [],
    ]);
    expect([hall.agent('ann').presence.state, hall.centre.lines]).toEqual(['available', 0]);
    callIt(hall, interactionId);
    talks(hall, interactionId);
    expect(hall.heard(interactionId)).toEqual({ann: 'talking', customer: 'talking'});
    expect(hall.interaction(interactionId).legs).toHaveLength(2);
  });

  it('is not possible at the limit: refused at once, or told when the customer would be called', () => {
    const hall = hallOf({tenant: {callLimits: {dataCentre: 1, tenant: 9}}});
    hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const interactionId = takesNext(hall);
    callIt(hall, interactionId);
    const other = hall.arrive('voice');
    ringsOut(hall, interactionId);
    expect(hall.facts.findLast(({type}) => type === 'outdial.failed')).toMatchObject({
      reason: 'limit',
      code: 26,
    });
    const {result} = hall.give('ann', {type: 'campaign.call', interactionId});
    expect(result).toMatchObject({refusal: {code: 'DW_CALL_LIMIT_DATA_CENTRE', params: {code: 26}}});
    hall.tell({type: 'customer.gone', interactionId: other});
    callIt(hall, interactionId);
  });

  it('is not possible beside another call', () => {
    const capacity = {voice: 2, chat: 1, social: 1, email: 1};
    const hall = hallOf({agents: [agentOf('ann', {capacity}), agentOf('bob')]});
    hall.do('bob', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const interactionId = takesNext(hall);
    const inbound = hall.rings('voice', 'ann');
    expect(hall.refused('ann', {type: 'campaign.call', interactionId})).toBe('DW_OUTDIAL_INBOUND_WON');
    hall.picksUp(inbound, 'ann');
    expect(hall.refused('ann', {type: 'campaign.call', interactionId})).toBe('DW_AGENT_ON_CALL');
    // And who skips it meanwhile is not given another one.
    expect(skip(hall, interactionId)).not.toContain('interaction.created');
  });
});

describe('R129 not calling it', () => {
  it('skipped, it is done, and the next one is there at once; at the end of the list there is none', () => {
    const hall = hallOf({contacts: {spring: contactsOf(2)}});
    const first = takesNext(hall);
    expect(skip(hall, first)).toEqual([
      'interaction.ended',
      'engagement.left',
      'interaction.created',
      'engagement.reserved',
      'engagement.offered',
    ]);
    expect(hall.facts.at(-5)).toMatchObject({ending: {by: 'agent', reason: 'skipped'}});
    const [second = ''] = [...hall.centre.interactions.keys()];
    expect(skip(hall, second)).toEqual(['interaction.ended', 'engagement.left']);
    expect(hall.refused('ann', {type: 'campaign.next', campaignId: 'spring'})).toBe('DW_CAMPAIGN_EMPTY');
  });

  it('skipped by who does not take work any more, none follows; and not where admin forbids it', () => {
    const hall = hallOf();
    const interactionId = takesNext(hall);
    hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    expect(skip(hall, interactionId)).toEqual(['interaction.ended', 'engagement.left']);
    const strict = hallOf({tenant: {campaigns: [{...SPRING, skippable: false}]}});
    expect(strict.refused('ann', {type: 'campaign.skip', interactionId: takesNext(strict)})).toBe(
      'DW_PERMISSION_OFF',
    );
  });

  it('cancelled while it was looked at, it is for whoever asks next', () => {
    const hall = hallOf({tenant: {callCancellable: true}});
    const [one, two] = [takesNext(hall, 'ann'), takesNext(hall, 'bob')];
    hall.do('bob', {type: 'outdial.cancel', interactionId: two});
    hall.do('ann', {type: 'outdial.cancel', interactionId: one});
    expect(contactOf(hall, takesNext(hall, 'bob'))).toBe('c0');
    expect(contactOf(hall, takesNext(hall, 'ann'))).toBe('c1');
  });

  it('cancelled while it was called, or by laying the receiver down, it can be called again', () => {
    const hall = hallOf({
      agents: [agentOf('ann', {station: DESK_PHONE}), agentOf('bob')],
      tenant: {callCancellable: true},
    });
    const interactionId = takesNext(hall);
    callIt(hall, interactionId);
    expect(hall.do('ann', {type: 'outdial.cancel', interactionId})).toEqual([
      'leg.left',
      'engagement.offered',
    ]);
    callIt(hall, interactionId);
    ringsOut(hall, interactionId);
    expect(hall.tell({type: 'station.hung-up', interactionId, agentId: 'ann'})).toEqual([
      'leg.left',
      'leg.left',
      'engagement.offered',
    ]);
    expect(stage(hall, interactionId)).toBe('preview');
  });

  it.each([true, false])(
    'with the agent’s page lost for good it is for the next one; called: %s',
    (called) => {
      const hall = hallOf();
      const interactionId = takesNext(hall);
      if (called) callIt(hall, interactionId);
      hall.tell({type: 'agent.disconnected', agentId: 'ann'});
      hall.pass(30);
      expect([hall.centre.interactions.size, hall.agent('ann').presence.state]).toEqual([0, 'idle']);
      expect(contactOf(hall, takesNext(hall, 'bob'))).toBe('c0');
    },
  );
});

describe('R130 the call guide', () => {
  const replies = [
    {questionId: 'q1', answer: 'no'},
    {questionId: 'q2', answer: 'Too dear'},
  ];
  const talking = (hall: Hall) => {
    const interactionId = takesNext(hall);
    callIt(hall, interactionId);
    return talks(hall, interactionId);
  };

  it('is submitted once, while one talks or wraps up, and stands in the record', () => {
    for (const when of ['active', 'wrap-up'] as const) {
      const hall = hallOf();
      const interactionId = talking(hall);
      if (when === 'wrap-up') hall.do('ann', {type: 'interaction.end', interactionId});
      expect(hall.do('ann', {type: 'call-guide.submit', interactionId, replies})).toEqual([
        'call-guide.submitted',
      ]);
      expect(hall.interaction(interactionId).guide).toMatchObject({
        by: {id: 'ann', name: 'ANN'},
        at: hall.now,
        replies,
      });
      expect(hall.refused('ann', {type: 'call-guide.submit', interactionId, replies})).toBe(
        'DW_GUIDE_SUBMITTED',
      );
    }
  });

  it.each([
    ['DW_GUIDE_REPLY_MISSING', [{questionId: 'q1', answer: 'no'}]],
    ['DW_GUIDE_REPLY_UNKNOWN', [{questionId: 'q1', answer: 'perhaps'}]],
    ['DW_GUIDE_REPLY_UNKNOWN', [{questionId: 'q2', answer: 'Too dear'}]],
    ['DW_GUIDE_REPLY_TOO_LONG', [replies[0], {questionId: 'q2', answer: 'x'.repeat(1_001)}]],
  ] as const)('is refused: %s', (code, given) => {
    const hall = hallOf();
    const interactionId = talking(hall);
    const submit = {
      type: 'call-guide.submit',
      interactionId,
      replies: given.flatMap((one) => one ?? []),
    } as const;
    expect(hall.refused('ann', submit)).toBe(code);
  });

  it('is not where none is configured, nor in a call that is no campaign’s, nor before anybody answered', () => {
    const submit = (hall: Hall, interactionId: string) =>
      hall.refused('ann', {type: 'call-guide.submit', interactionId, replies});
    const {guide: _, ...plain} = SPRING;
    const without = hallOf({tenant: {campaigns: [plain]}});
    expect(submit(without, talking(without))).toBe('DW_GUIDE_NONE');
    const hall = hallOf();
    expect(submit(hall, takesNext(hall))).toBe('DW_INTERACTION_NOT_ACTIVE');
    const outdial = hallOf();
    expect(submit(outdial, talks(outdial, outdials(outdial)))).toBe('DW_CHANNEL_WRONG');
  });
});
