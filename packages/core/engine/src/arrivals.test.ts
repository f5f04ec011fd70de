import {describe, expect, it} from 'vitest';
import type {CadVariable, FlowVariable} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {agentOf, OPENING, tenantOf} from './test-kit/house.js';

const flow = (name: string, set: Partial<FlowVariable> = {}): FlowVariable => ({
  name,
  label: name,
  type: 'string',
  editable: true,
  secure: false,
  ...set,
});

const brought = (name: string, value: string, set: Partial<CadVariable> = {}): CadVariable => ({
  ...flow(name),
  value,
  order: 7,
  version: 3,
  ...set,
});

const withFlow = (variables: readonly FlowVariable[]): Hall =>
  new Hall({
    agents: [agentOf('ann')],
    tenant: {entryPoints: tenantOf().entryPoints.map((entryPoint) => ({...entryPoint, variables}))},
  });

const call = {
  type: 'contact.arrived',
  interactionId: 'i',
  channel: 'voice',
  customer: {number: '+82215550142'},
  entryPointId: 'to-calls',
} as const;

describe('a contact that arrives', () => {
  it('has a leg of the customer, its queue and its number, and waits', () => {
    const hall = new Hall();
    expect(hall.tell(call)).toEqual(['interaction.created', 'interaction.queued']);
    expect(hall.interaction('i')).toMatchObject({
      channel: 'voice',
      origin: 'inbound',
      customer: {number: '+82215550142'},
      queue: {id: 'calls', name: 'Calls'},
      entryPointId: 'to-calls',
      dnis: '1588-0420',
      createdAt: OPENING,
      legs: [{party: {kind: 'customer'}, presence: 'joined', since: OPENING}],
      talk: {kind: 'none'},
      engagements: [],
      recording: {state: 'off'},
      content: {kind: 'voice'},
    });
    expect(hall.line('calls')).toEqual(['i']);
  });

  it('keeps what the channel says of it', () => {
    const hall = new Hall();
    hall.tell({...call, origin: 'callback', dnis: '+8225550100', subject: 'Hello'});
    expect(hall.interaction('i')).toMatchObject({
      origin: 'callback',
      dnis: '+8225550100',
      subject: 'Hello',
    });
  });

  it('arrives once, however often it is told', () => {
    const hall = new Hall();
    hall.tell(call);
    expect(hall.tell(call)).toEqual([]);
    expect(hall.line('calls')).toEqual(['i']);
  });

  it('is refused at an entry point that is not there, or leads to no queue', () => {
    const hall = new Hall({tenant: {queues: []}});
    expect(hall.tellRefused({...call, entryPointId: 'nowhere'})).toBe('DW_TARGET_UNKNOWN');
    expect(hall.tellRefused(call)).toBe('DW_TARGET_UNKNOWN');
  });

  it('begins with the content of its channel, whatever it was given', () => {
    const hall = new Hall();
    hall.tell({...call, content: {kind: 'email', thread: {mails: []}}});
    hall.tell({...call, interactionId: 'c', channel: 'social', entryPointId: 'to-posts'});
    const transcript = {
      earlier: 0,
      messages: [{id: 'm', at: 1, from: {kind: 'bot' as const, name: 'Assistant'}, text: 'Hello'}],
    };
    hall.tell({
      ...call,
      interactionId: 'd',
      channel: 'chat',
      entryPointId: 'to-chats',
      content: {kind: 'chat', transcript},
    });
    expect(hall.interaction('i').content).toEqual({kind: 'voice'});
    expect(hall.interaction('c').content).toEqual({kind: 'chat', transcript: {messages: [], earlier: 0}});
    expect(hall.interaction('d').content).toEqual({kind: 'chat', transcript});
  });
});

describe('its data', () => {
  const cadOf = (hall: Hall, cad: readonly CadVariable[]) => {
    hall.tell({...call, cad});
    return hall.interaction('i').cad.map(({name, value, order, version}) => [name, value, order, version]);
  };

  it('comes from the flow, in its order, and then from the contact', () => {
    const hall = withFlow([flow('tier', {value: 'gold'}), flow('account')]);
    expect(cadOf(hall, [brought('campaign', 'spring'), brought('account', '77')])).toEqual([
      ['tier', 'gold', 0, 0],
      ['account', '77', 1, 0],
      ['campaign', 'spring', 2, 3],
    ]);
  });

  it('is what the flow sets, where both set it, and never of another type', () => {
    const hall = withFlow([flow('tier', {value: 'gold'}), flow('age', {type: 'integer'})]);
    expect(cadOf(hall, [brought('tier', 'none'), brought('age', 'old')])).toEqual([
      ['tier', 'gold', 0, 0],
      ['age', '', 1, 0],
    ]);
  });

  it('is all that it brought, however much more than a desk shows, each name once', () => {
    const many = Array.from({length: 250}, (_, index) => brought(`v${index.toString()}`, ''));
    const hall = new Hall();
    hall.tell({...call, cad: [brought('v3', 'first'), ...many]});
    const {cad} = hall.interaction('i');
    expect([cad.length, cad[0], cad[31]?.order]).toEqual([
      200,
      expect.objectContaining({value: 'first'}),
      31,
    ]);
    expect(new Set(cad.map(({name}) => name)).size).toBe(200);
  });

  it.each([
    ['string', 'x'.repeat(300), 'x'.repeat(256)],
    ['string', `${'x'.repeat(255)}😀`, 'x'.repeat(255)],
    ['string', `${'x'.repeat(254)}😀y`, `${'x'.repeat(254)}😀`],
    ['string', 'a\u0000b\ud83dc\u0007', 'abc'],
    ['string', '<b>Hi</b>\n', '<b>Hi</b>\n'],
    ['integer', ' 007 ', '7'],
    ['integer', '1e400', ''],
    ['decimal', '1,5', ''],
    ['date', '2026-02-30', ''],
    ['boolean', 'yes', ''],
  ] as const)('is kept as %s in canonical form: %j', (type, value, kept) => {
    const hall = withFlow([flow('set', {type, value}), flow('open', {type})]);
    hall.tell({...call, cad: [brought('open', value, {type}), brought('own', value, {type})]});
    expect(hall.interaction('i').cad.map((one) => one.value)).toEqual([kept, kept, kept]);
  });
});
