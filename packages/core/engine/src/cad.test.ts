import {describe, expect, it} from 'vitest';
import type {CadEdit, Fact, FlowVariable} from '@deskwire/domain';
import {Desk, customerOf} from './test-kit/desk.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, tenantOf} from './test-kit/house.js';

const flow = (name: string, set: Partial<FlowVariable> = {}): FlowVariable => ({
  name,
  label: name,
  type: 'string',
  editable: true,
  secure: false,
  ...set,
});

const FLOW = [
  flow('note'),
  flow('age', {type: 'integer'}),
  flow('card', {secure: true, value: '9430'}),
  flow('tier', {editable: false, value: 'gold'}),
];

/** A call that Ann and Bob share in a conference; `experts` is another entry point's flow. */
const hallOf = (calls: readonly FlowVariable[] | undefined = FLOW, experts?: readonly FlowVariable[]) =>
  new Hall({
    agents: [agentOf('ann'), agentOf('bob')],
    tenant: {
      entryPoints: tenantOf().entryPoints.map((one) => {
        const variables = one.id === 'to-experts' ? experts : calls;
        return variables ? {...one, variables} : one;
      }),
    },
  }).available('ann', 'bob');

const shared = (): {readonly hall: Hall; readonly id: string} => {
  const hall = hallOf();
  return {hall, id: hall.conferring('ann', 'bob')};
};

const edit = (name: string, value: string, base = 0): CadEdit => ({name, value, base});

const save = (hall: Hall, agentId: string, ...edits: readonly CadEdit[]): readonly Fact[] => {
  const [interactionId = ''] = [...hall.centre.interactions.keys()];
  const {result, facts} = hall.give(agentId, {type: 'cad.save', interactionId, edits});
  if (!result.ok) throw new Error(result.refusal.code);
  return facts;
};

const cadOf = (hall: Hall, id: string) =>
  hall.interaction(id).cad.map(({name, value, version}) => [name, value, version]);

describe('R122 a save', () => {
  it('is told with one version more for each variable that changed, in canonical form', () => {
    const {hall} = shared();
    expect(
      save(hall, 'ann', edit('note', 'Hello'), edit('age', ' +042 '), edit('card', '9430')),
    ).toMatchObject([
      {
        type: 'cad.changed',
        changes: [
          {name: 'note', value: 'Hello', version: 1},
          {name: 'age', value: '42', version: 1},
        ],
        by: {kind: 'agent', id: 'ann', name: 'ANN'},
      },
    ]);
  });

  it('of nothing new tells nothing, whatever it was made from', () => {
    const {hall, id} = shared();
    save(hall, 'ann', edit('age', '42'));
    expect(save(hall, 'bob', edit('age', '042', 0), edit('note', ''))).toEqual([]);
    expect(cadOf(hall, id)[1]).toEqual(['age', '42', 1]);
  });

  it('of different variables by two agents is taken twice', () => {
    const {hall, id} = shared();
    save(hall, 'ann', edit('note', 'a'));
    save(hall, 'bob', edit('age', '7'));
    expect(cadOf(hall, id).slice(0, 2)).toEqual([
      ['note', 'a', 1],
      ['age', '7', 1],
    ]);
  });

  it('that comes second loses, and only its agent is told, with both values and the winner', () => {
    const {hall, id} = shared();
    const desks = ['ann', 'bob'].map((agentId) => new Desk({kind: 'agent', agentId}, hall));
    const customer = new Desk(customerOf(id), hall);
    const before = hall.centre;
    const facts = [...save(hall, 'ann', edit('note', 'first')), ...save(hall, 'bob', edit('note', 'second'))];
    expect(facts[1]).toMatchObject({
      type: 'cad.overwritten',
      agentId: 'bob',
      name: 'note',
      winner: 'ANN',
      kept: 'first',
      lost: 'second',
    });
    for (const desk of [...desks, customer]) {
      for (const fact of facts) desk.hear(desk.feed.push(before, hall.centre, fact));
    }
    expect(desks.map((desk) => desk.since(1))).toEqual([['cad.changed'], ['cad.changed', 'cad.overwritten']]);
    expect(customer.since(1)).toEqual([]);
    expect(cadOf(hall, id)[0]).toEqual(['note', 'first', 1]);
  });

  it('saves what it can where one variable of several is lost', () => {
    const {hall, id} = shared();
    save(hall, 'ann', edit('note', 'first'));
    expect(save(hall, 'bob', edit('note', 'second'), edit('age', '7')).map(({type}) => type)).toEqual([
      'cad.changed',
      'cad.overwritten',
    ]);
    expect(cadOf(hall, id).slice(0, 2)).toEqual([
      ['note', 'first', 1],
      ['age', '7', 1],
    ]);
  });

  it('made from a version that never was is lost', () => {
    const {hall, id} = shared();
    expect(save(hall, 'bob', edit('note', 'x', 9))).toMatchObject([
      {type: 'cad.overwritten', winner: 'flow'},
    ]);
    expect(cadOf(hall, id)[0]).toEqual(['note', '', 0]);
  });

  it('that lost to the flow is told so', () => {
    const {hall, id} = shared();
    hall.tell({type: 'flow.set', interactionId: id, values: [{name: 'note', value: 'late'}]});
    expect(save(hall, 'ann', edit('note', 'mine'))).toMatchObject([
      {winner: 'flow', kept: 'late', lost: 'mine'},
    ]);
  });

  it('of a secure variable that is lost says neither value', () => {
    const {hall} = shared();
    save(hall, 'ann', edit('card', '1111'));
    const facts = save(hall, 'bob', edit('card', '2222'));
    expect(facts).toMatchObject([{type: 'cad.overwritten', kept: '', lost: ''}]);
    expect(JSON.stringify(facts)).not.toMatch(/1111|2222|9430/);
  });

  it.each([
    ['DW_CAD_UNKNOWN', {name: 'gone'}, edit('gone', 'secret')],
    ['DW_CAD_READONLY', {name: 'tier'}, edit('tier', 'secret')],
    ['DW_CAD_INVALID', {name: 'age', reason: 'integer'}, edit('age', '1.5')],
    ['DW_CAD_INVALID', {name: 'age', reason: 'integer'}, edit('age', '1e400')],
    ['DW_CAD_INVALID', {name: 'card', reason: 'characters'}, edit('card', 'sec\u0000ret')],
    ['DW_CAD_INVALID', {name: 'card', reason: 'characters'}, edit('card', 'secret\ud83d')],
    ['DW_CAD_TOO_LONG', {name: 'card', max: 256}, edit('card', 'secret'.padEnd(257))],
    ['DW_INPUT_INVALID', {field: 'edits'}, edit('note', 'secret')],
  ] as const)('with an edit that cannot be is refused as a whole: %s %j', (code, params, wrong) => {
    const {hall, id} = shared();
    const edits = [edit('note', 'fine'), wrong];
    const {result, facts} = hall.give('ann', {type: 'cad.save', interactionId: id, edits});
    expect(result).toMatchObject({refusal: {code, params}});
    expect([JSON.stringify(result).includes('secret'), facts, cadOf(hall, id)[0]]).toEqual([
      false,
      [],
      ['note', '', 0],
    ]);
  });

  it('works in chats and mails, and only for who handles them', () => {
    const hall = hallOf();
    const edits = [edit('note', 'Hello')];
    for (const channel of ['chat', 'email'] as const) {
      const interactionId = hall.rings(
        channel,
        hall.holders(hall.arrive(channel))[0] ?? 'ann',
        `${channel}-1`,
      );
      const [agentId = ''] = hall.holders(interactionId);
      expect(hall.refused(agentId, {type: 'cad.save', interactionId, edits})).toBe(
        'DW_INTERACTION_NOT_ACTIVE',
      );
      hall.picksUp(interactionId, agentId);
      expect(hall.do(agentId, {type: 'cad.save', interactionId, edits})).toEqual(['cad.changed']);
      const other = agentId === 'ann' ? 'bob' : 'ann';
      expect(hall.refused(other, {type: 'cad.save', interactionId, edits})).toBe('DW_INTERACTION_UNKNOWN');
    }
  });
});

describe('R123 the flow', () => {
  it('sets what is there and readable, at any time, and leaves the rest out', () => {
    const {hall, id} = shared();
    const values = [
      {name: 'tier', value: 'silver'},
      {name: 'age', value: '007'},
      {name: 'nothing', value: 'x'},
      {name: 'note', value: ''},
    ];
    expect(hall.tell({type: 'flow.set', interactionId: id, values})).toEqual(['cad.changed']);
    expect(hall.facts.at(-1)).toMatchObject({
      by: {kind: 'flow'},
      changes: [
        {name: 'age', value: '7', version: 1},
        {name: 'tier', value: 'silver', version: 1},
      ],
    });
    expect(hall.tell({type: 'flow.set', interactionId: id, values})).toEqual([]);
    expect(hall.tellRefused({type: 'flow.set', interactionId: 'gone', values})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });

  it('may have other variables from now on; who edited one that is gone is told that it is', () => {
    const {hall, id} = shared();
    expect(
      hall.tell({type: 'flow.defined', interactionId: id, variables: [flow('age', {type: 'integer'})]}),
    ).toEqual(['cad.defined']);
    expect(
      hall.refused('ann', {
        type: 'cad.save',
        interactionId: id,
        edits: [edit('note', 'x'), edit('age', '1')],
      }),
    ).toBe('DW_CAD_UNKNOWN');
    expect(hall.tellRefused({type: 'flow.defined', interactionId: 'gone', variables: []})).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });

  it('brings a variable back under versions that no save was ever made from', () => {
    const {hall, id} = shared();
    save(hall, 'ann', edit('note', 'one'));
    hall.tell({type: 'flow.defined', interactionId: id, variables: []});
    hall.tell({type: 'flow.defined', interactionId: id, variables: [flow('note')]});
    for (const base of [0, 1, 2]) {
      expect(save(hall, 'ann', edit('note', 'stale', base))).toMatchObject([{type: 'cad.overwritten'}]);
    }
  });
});

describe('R123 a transfer to an entry point of another flow', () => {
  const OTHER = [
    flow('tier', {value: 'platinum'}),
    flow('note', {editable: false}),
    flow('age', {type: 'string'}),
    flow('card'),
    flow('extra'),
  ];
  const toExperts = {kind: 'entry-point', entryPointId: 'to-experts'} as const;

  const filled = (hall: Hall): string => {
    const id = hall.handled('voice', 'ann');
    save(hall, 'ann', edit('note', 'keep'), edit('age', '42'));
    return id;
  };

  it('carries what matches by name and type, and shows what the flow sets', () => {
    const hall = hallOf(FLOW, OTHER);
    const interactionId = filled(hall);
    const told = hall.do('ann', {type: 'interaction.transfer', interactionId, to: toExperts});
    expect(told.slice(0, 2)).toEqual(['interaction.transferred', 'cad.defined']);
    const {cad} = hall.interaction(interactionId);
    expect(cad.map(({name, type, value, order}) => [name, type, value, order])).toEqual([
      ['tier', 'string', 'platinum', 0],
      ['note', 'string', 'keep', 1],
      ['age', 'string', '', 2],
      ['card', 'string', '9430', 3],
      ['extra', 'string', '', 4],
    ]);
    expect(cad[1]).toMatchObject({editable: false, version: 1, changedBy: {kind: 'agent', id: 'ann'}});
    expect(cad[2]).toMatchObject({version: 2, changedBy: {kind: 'flow'}});
    // What was secret stays so.
    expect(cad[3]).toMatchObject({secure: true});
  });

  it('happens at a hand-over too: the entry point that was consulted', () => {
    for (const how of ['consult', 'conference'] as const) {
      const hall = hallOf(FLOW, OTHER);
      const interactionId = filled(hall);
      hall.do('ann', {type: 'consult.start', interactionId, to: toExperts});
      hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
      hall.picksUp(interactionId, 'bob');
      if (how === 'conference') hall.do('ann', {type: 'conference.start', interactionId});
      expect(hall.interaction(interactionId).cad).toHaveLength(FLOW.length);
      expect(hall.do('ann', {type: `${how}.transfer`, interactionId})).toContain('cad.defined');
      expect(hall.interaction(interactionId).cad).toHaveLength(OTHER.length);
    }
  });

  it('does not happen where a consult of an entry point came to nothing before', () => {
    const hall = hallOf(FLOW, OTHER);
    const interactionId = filled(hall);
    hall.do('ann', {type: 'consult.start', interactionId, to: toExperts});
    hall.do('ann', {type: 'consult.cancel', interactionId});
    hall.do('ann', {type: 'consult.start', interactionId, to: {kind: 'agent', agentId: 'bob'}});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.picksUp(interactionId, 'bob');
    expect(hall.do('ann', {type: 'consult.transfer', interactionId})).not.toContain('cad.defined');
    expect(hall.centre.flows.get(interactionId)).toEqual({});
  });

  it('leaves everything as it is in the same flow, in one without variables, and anywhere else', () => {
    const hall = hallOf();
    const interactionId = filled(hall);
    const {cad} = hall.interaction(interactionId);
    const back = () => {
      hall.do('ann', {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
      const [agentId = ''] = hall.holders(interactionId);
      hall.tell({type: 'station.ringing', interactionId, agentId});
      hall.picksUp(interactionId, agentId);
      return agentId;
    };
    hall.do('ann', {
      type: 'interaction.transfer',
      interactionId,
      to: {kind: 'entry-point', entryPointId: 'to-calls'},
    });
    expect(hall.interaction(interactionId).cad).toEqual(cad);
    hall.do(back(), {type: 'interaction.transfer', interactionId, to: toExperts});
    expect(hall.interaction(interactionId).cad).toEqual(cad);
  });

  it('and back into the first flow sets again what that one sets', () => {
    const hall = hallOf(FLOW, OTHER);
    const interactionId = filled(hall);
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: toExperts});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
    hall.picksUp(interactionId, 'bob');
    hall.do('bob', {
      type: 'interaction.transfer',
      interactionId,
      to: {kind: 'entry-point', entryPointId: 'to-calls'},
    });
    expect(cadOf(hall, interactionId).map(([name, value]) => [name, value])).toEqual([
      ['note', 'keep'],
      ['age', ''],
      ['card', '9430'],
      ['tier', 'gold'],
    ]);
  });
});
