import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Interaction} from '@deskwire/domain';

import type {WireDesk} from '../test-support/desk.js';
import {Harness} from '../test-support/harness.js';
import {phaseOf} from '../test-support/look.js';
import {FlowToken} from './flow-token.js';

const TOKEN = 'a-flow-token-of-more-than-32-characters';

describe('the data of a contact over HTTP', {timeout: 20_000}, () => {
  let harness: Harness;
  let yoon: WireDesk;
  let id: string;

  const ask = async (
    method: 'PATCH' | 'PUT',
    body: unknown,
    {path = `/api/interactions/${id}/variables`, authorization = `Bearer ${TOKEN}`} = {},
  ) => {
    const response = await fetch(harness.url + path, {
      method,
      headers: {'content-type': 'application/json', ...(authorization ? {authorization} : {})},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {status: response.status, response, ...(text ? (JSON.parse(text) as {refusal?: object}) : {})};
  };
  const now = (): Interaction | undefined => yoon.state.interactions.get(id);
  const cad = () => now()?.cad.map(({name, value, changedBy}) => [name, value, changedBy?.kind ?? 'nobody']);

  beforeEach(async () => {
    harness = await Harness.start({
      flowToken: TOKEN,
      flowLimits: {wrong: {burst: 3, perSecond: 0.01}, right: {burst: 30, perSecond: 0.01}},
    });
    yoon = await harness.available('yoon');
    id = (await harness.visit({name: 'Kim'})).interactionId;
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId: id});
  });
  afterEach(() => harness.stop());

  it('[CAD-10] is set while the agent has the contact, in canonical form', async () => {
    const values = {'order-number': 'O-1', items: '+007', total: '12.50', member: 'true', 'ordered-on': ''};
    const {status} = await ask('PATCH', {values});
    expect(status).toBe(204);
    await yoon.until('the values', () => now()?.cad.some(({value}) => value === 'O-1'));
    expect(cad()).toEqual([
      ['order-number', 'O-1', 'flow'],
      ['items', '7', 'flow'],
      ['total', '12.50', 'flow'],
      ['member', 'true', 'flow'],
      ['ordered-on', '', 'nobody'],
      ['refund-account', '', 'nobody'],
    ]);
  });

  it('[CAD-12] is defined anew: same name and type is carried, other types are not, what the flow sets is its own', async () => {
    await ask('PATCH', {values: {'order-number': 'O-1', items: '3', total: '9'}});
    const variables = [
      {name: 'total', label: 'Total', type: 'string', editable: true},
      {name: 'order-number', label: {en: 'Order', ko: '주문'}, type: 'string'},
      {name: 'items', label: 'Items', type: 'integer', value: '5'},
      {name: 'fresh', label: 'Fresh', type: 'date'},
    ];
    expect((await ask('PUT', {variables})).status).toBe(204);
    await yoon.until('the definition', () => now()?.cad.length === 4);
    expect(cad()?.map(([name, value]) => [name, value])).toEqual([
      ['total', ''],
      ['order-number', 'O-1'],
      ['items', '5'],
      ['fresh', ''],
    ]);
  });

  it('is refused with the name of what is wrong, all or nothing', async () => {
    const refused = async (method: 'PATCH' | 'PUT', body: unknown) => {
      const {status, refusal} = await ask(method, body);
      return {status, ...refusal};
    };
    const variable = {name: 'a', label: 'A', type: 'integer'};
    const wrong: readonly (readonly ['PATCH' | 'PUT', unknown, object])[] = [
      [
        'PATCH',
        {values: {'order-number': 'O-1', nothing: 'x'}},
        {code: 'DW_CAD_UNKNOWN', params: {name: 'nothing'}},
      ],
      [
        'PATCH',
        {values: {items: '1.5'}},
        {code: 'DW_CAD_INVALID', params: {name: 'items', reason: 'integer'}},
      ],
      ['PATCH', {values: {items: '1e400'}}, {code: 'DW_CAD_INVALID'}],
      ['PATCH', {values: {total: '1,5'}}, {code: 'DW_CAD_INVALID'}],
      ['PATCH', {values: {'ordered-on': '2026-02-30'}}, {code: 'DW_CAD_INVALID'}],
      [
        'PATCH',
        {values: {'order-number': 'a\u0000'}},
        {code: 'DW_CAD_INVALID', params: {name: 'order-number', reason: 'characters'}},
      ],
      ['PATCH', {values: {'order-number': 'x'.repeat(257)}}, {code: 'DW_CAD_TOO_LONG', params: {max: 256}}],
      ['PATCH', {values: {items: 5}}, {code: 'DW_INPUT_INVALID', params: {field: 'values.items'}}],
      ['PATCH', {values: {}}, {code: 'DW_INPUT_INVALID', params: {field: 'values'}}],
      ['PATCH', {values: {items: '5'}, more: 1}, {code: 'DW_INPUT_INVALID', params: {field: 'more'}}],
      ['PATCH', '{"values": {"__proto__": "x"}}', {code: 'DW_WIRE_MALFORMED'}],
      ['PATCH', '{"values"', {code: 'DW_WIRE_MALFORMED'}],
      ['PATCH', {values: {items: 'x'.repeat(300_000)}}, {status: 413, code: 'DW_WIRE_TOO_LARGE'}],
      [
        'PUT',
        {variables: [variable, variable]},
        {code: 'DW_INPUT_INVALID', params: {field: 'variables.1.name'}},
      ],
      ['PUT', {variables: [{...variable, value: 'x'}]}, {code: 'DW_CAD_INVALID', params: {name: 'a'}}],
      [
        'PUT',
        {variables: [{...variable, type: 'money'}]},
        {code: 'DW_INPUT_INVALID', params: {field: 'variables.0.type'}},
      ],
      ['PUT', {variables: [{...variable, secret: true}]}, {code: 'DW_INPUT_INVALID'}],
      [
        'PUT',
        {variables: Array.from({length: 201}, (_, at) => ({...variable, name: `v${at}`}))},
        {code: 'DW_INPUT_INVALID'},
      ],
    ];
    for (const [method, body, expected] of wrong)
      expect(await refused(method, body)).toMatchObject({status: 400, ...expected});
    expect(now()?.cad.some(({changedBy}) => changedBy)).toBe(false);
  });

  it("is nobody else's: another contact, another token, no token, too often", async () => {
    expect(
      await ask('PATCH', {values: {items: '5'}}, {path: '/api/interactions/none/variables'}),
    ).toMatchObject({
      status: 404,
      refusal: {code: 'DW_INTERACTION_UNKNOWN'},
    });
    const agent = await harness.token('park');
    const strange: readonly (readonly [string, string])[] = [
      ['', 'DW_AUTH_MISSING'],
      [`Bearer ${agent}`, 'DW_AUTH_INVALID'],
      [`Basic ${TOKEN}`, 'DW_AUTH_MISSING'],
    ];
    for (const [authorization, code] of strange) {
      const {status, refusal, response} = await ask('PATCH', 'not even read', {authorization});
      expect([status, refusal]).toMatchObject([401, {code}]);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
    // Three wrong ones were one too many for this address, right or not.
    expect(await ask('PATCH', {values: {items: '5'}})).toMatchObject({
      status: 429,
      refusal: {code: 'DW_WIRE_RATE'},
    });
    expect(now()?.cad.some(({changedBy}) => changedBy)).toBe(false);
  });

  it('may be set only so often', async () => {
    const statuses = [];
    for (let at = 0; at < 31; at += 1) statuses.push((await ask('PATCH', {values: {items: `${at}`}})).status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  it('cannot be set at all without a token of the gateway', async () => {
    const closed = await Harness.start();
    const response = await fetch(`${closed.url}/api/interactions/x/variables`, {
      method: 'PATCH',
      headers: {authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json'},
      body: '{}',
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({refusal: {code: 'DW_WIRE_UNKNOWN'}});
    await closed.stop();
  });
});

describe('the flow token', () => {
  it('is too long to be guessed', () => {
    expect(() => new FlowToken('short')).toThrow('at least 32');
  });
});
