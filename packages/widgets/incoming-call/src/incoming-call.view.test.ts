import {describe, expect, it} from 'vitest';
import {
  EMPTY_DESK,
  permit,
  type Ask,
  type DeskSnapshot,
  type DeskState,
  type Interaction,
} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {
  aCampaign,
  aContact,
  aDesk,
  AGENT,
  anActive,
  anEngagement,
  anOutdial,
  aProfile,
  aRequest,
  aTenant,
  aVariable,
  aWrapUp,
  inPhase,
  NOON,
  OTHER_AGENT,
  QUEUE,
  someCapabilities,
} from '@deskwire/testing';

import {words} from './incoming-call.messages.js';
import {
  acceptable,
  requestRows,
  rings,
  ronaView,
  sameTray,
  selectTraySlice,
  type RequestRow,
} from './incoming-call.view.js';
import type {RequestField} from './request-fields.js';

const asks = (desk: DeskState) => (ask: Ask) => permit(desk, ask, {kind: 'agent', agentId: AGENT.id});
const rowsOf = (
  interactions: readonly Interaction[],
  set: Partial<DeskSnapshot> = {},
): readonly RequestRow[] => {
  const desk = aDesk(interactions, set);
  return requestRows(selectTraySlice(desk), asks(desk));
};
const rowOf = (interaction: Interaction, set: Partial<DeskSnapshot> = {}): RequestRow => {
  const [row] = rowsOf([interaction], set);
  if (!row) throw new Error('no row');
  return row;
};
const texts = (fields: readonly RequestField[]) =>
  fields.map((field) => [field.kind === 'own' ? field.name : field.label, field.value]);

const DESK_PHONE = aProfile({station: {kind: 'desk-phone', dn: '7001'}});
const RONA = {
  state: 'rona',
  since: NOON,
  interactionId: 'voice-1',
  channel: 'voice',
  queue: QUEUE,
  missedAfterSeconds: 20,
} as const;

describe('requestRows', () => {
  it('shows requests only: what connects and what is offered', () => {
    const rows = rowsOf([
      inPhase('connecting', {id: 'a'}),
      aRequest({id: 'b', createdAt: NOON + 1}),
      anActive({id: 'c'}),
      aWrapUp({id: 'd'}),
      inPhase('done', {id: 'e'}),
    ]);
    expect(rows.map(({id, connecting}) => [id, connecting])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('shows the number large, then name, queue and DNIS of a call', () => {
    const {heading, fields, since} = rowOf(aRequest({createdAt: NOON - 9000}));
    expect(heading).toEqual({kind: 'number', text: '+82215550142'});
    expect(texts(fields)).toEqual([
      ['customer', 'Hana Seo'],
      ['queue', 'Support'],
      ['dnis', '+8225550100'],
    ]);
    expect(since).toBe(NOON - 9000);
  });

  it('leaves out what is not known, and the text of a withheld number', () => {
    const {queue: _queue, dnis: _dnis, ...bare} = aRequest({customer: {}});
    const {heading, fields} = rowOf(bare);
    expect(heading).toEqual({kind: 'number'});
    expect(fields).toEqual([]);
  });

  it('shows name or unique id, queue and address of a chat, without saying the address twice', () => {
    const chat = (customer: Interaction['customer']) => rowOf(aRequest({channel: 'chat', customer}));
    const named = chat({id: 'c-1', name: 'Jung Da-in', email: 'dain@example.com'});
    expect(named.heading).toEqual({kind: 'name', text: 'Jung Da-in'});
    expect(texts(named.fields)).toEqual([
      ['queue', 'Support'],
      ['email', 'dain@example.com'],
    ]);
    expect(chat({id: 'c-1', email: 'dain@example.com'}).heading?.text).toBe('c-1');
    expect(chat({email: 'dain@example.com'}).heading?.text).toBe('dain@example.com');
    expect(texts(chat({email: 'dain@example.com'}).fields)).toEqual([['queue', 'Support']]);
    expect(chat({}).heading?.text).toBe('chat-1');
  });

  it.each([
    ['incoming-call', aRequest()],
    ['callback', aRequest({origin: 'callback'})],
    ['outdial', anOutdial()],
    ['outdial', anOutdial('customer')],
    ['campaign', aContact('customer')],
    ['incoming-call', aRequest({origin: 'outdial'})],
    ['incoming-call', aRequest({origin: 'campaign'})],
    ['consult', aRequest({origin: 'callback', engagements: [anEngagement({role: 'consulted'})]})],
    ['chat', aRequest({channel: 'chat'})],
    ['social', aRequest({channel: 'social'})],
    ['email', aRequest({channel: 'email'})],
  ] as const)('calls it %s', (kind, interaction) => {
    expect(rowOf(interaction).kind).toBe(kind);
  });

  it('shows a consult by who asks, then DN, team and at most six of admin’s variables', () => {
    const names = Array.from({length: 8}, (_, index) => `v${index}`);
    const tenant = aTenant({consultVariables: names.map((name) => ({name, label: name}))});
    const engagements = [
      anEngagement({agent: OTHER_AGENT, phase: 'active'}),
      anEngagement({role: 'consulted'}),
    ];
    const cad = names.map((name) => aVariable({name, value: `${name}!`}));
    const {heading, fields} = rowOf(aRequest({engagements, cad}), {tenant});
    expect(heading).toEqual({kind: 'name', text: OTHER_AGENT.name});
    expect(texts(fields)).toEqual([
      ['dn', OTHER_AGENT.dn],
      ['team', OTHER_AGENT.team],
      ...names.slice(0, 6).map((name) => [name, `${name}!`]),
    ]);
  });

  describe('of what the agent calls', () => {
    const tenant = aTenant({
      popoverVariables: [{name: 'tier', label: 'Tier'}],
      campaigns: [
        aCampaign({
          fields: [
            {name: 'plan', label: 'Plan'},
            {name: 'pin', label: 'PIN'},
          ],
        }),
      ],
    });
    const cad = [
      aVariable({name: 'tier', value: ''}),
      aVariable({name: 'pin', value: '4107', secure: true}),
      aVariable({name: 'plan', value: '5G'}),
    ];

    it('shows whom they call, and the contact centre’s number, DNIS and queue, whatever variables a flow has', () => {
      const {heading, fields} = rowOf(anOutdial('customer', {cad}), {tenant});
      expect(heading).toEqual({kind: 'name', text: 'Hana Seo'});
      expect(texts(fields)).toEqual([
        ['ani', '+8225550100'],
        ['dnis', '+82215550142'],
        ['queue', 'Support'],
      ]);
      expect(rowOf(anOutdial('agent', {customer: {number: '15880420'}})).heading).toEqual({
        kind: 'number',
        text: '15880420',
      });
    });

    it('shows a campaign contact’s fields in the campaign’s order, secure ones not even in the view', () => {
      const row = rowOf(aContact('preview', {cad}), {tenant});
      expect(row.heading?.text).toBe('Hana Seo');
      expect(texts(row.fields)).toEqual([
        ['Plan', '5G'],
        ['PIN', undefined],
      ]);
      expect(row.fields[1]).toMatchObject({masked: true});
      expect(JSON.stringify(row)).not.toContain('4107');
    });

    it('shows what an outdial call does where a campaign has no fields, or is not known', () => {
      for (const campaigns of [[aCampaign({fields: []})], []]) {
        const {fields} = rowOf(aContact('preview', {cad}), {tenant: aTenant({campaigns})});
        expect(texts(fields).map(([name]) => name)).toEqual(['ani', 'dnis', 'queue']);
      }
    });
  });

  describe('with admin’s variables', () => {
    const tenant = aTenant({
      popoverVariables: [
        {name: 'tier', label: {en: 'Tier', ko: '등급'}},
        {name: 'pin', label: 'PIN'},
        {name: 'later', label: 'Later'},
      ],
    });
    const cad = [
      aVariable({name: 'pin', value: '4107', secure: true}),
      aVariable({name: 'tier', value: 'Gold'}),
      aVariable({name: 'other', value: 'x'}),
    ];

    it('shows those in admin’s order instead of heading and default fields, secure values not even in the view', () => {
      const row = rowOf(aRequest({cad}), {tenant});
      expect(row).not.toHaveProperty('heading');
      expect(row.fields).toEqual([
        {
          kind: 'variable',
          name: 'tier',
          label: {en: 'Tier', ko: '등급'},
          type: 'string',
          masked: false,
          value: 'Gold',
        },
        {kind: 'variable', name: 'pin', label: 'PIN', type: 'string', masked: true},
        {kind: 'variable', name: 'later', label: 'Later', type: 'string', masked: false},
      ]);
      expect(JSON.stringify(row)).not.toContain('4107');
    });

    it('falls back to the default fields where the contact carries none of them', () => {
      expect(rowOf(aRequest(), {tenant}).heading).toEqual({kind: 'number', text: '+82215550142'});
    });
  });

  describe('controls', () => {
    it('answers and declines on a browser phone', () => {
      expect(rowOf(aRequest())).toMatchObject({
        accept: {shown: true},
        decline: {shown: true},
        cancel: {shown: false},
        stage: undefined,
        note: undefined,
      });
    });

    it('has no button on a desk phone and says where to answer', () => {
      expect(rowOf(aRequest(), {profile: DESK_PHONE})).toMatchObject({
        accept: {shown: false},
        decline: {shown: false},
        note: 'onDeskPhone',
      });
    });

    it('accepts chats and mails at either station, and declines neither', () => {
      for (const channel of ['chat', 'email'] as const) {
        expect(rowOf(aRequest({channel}), {profile: DESK_PHONE})).toMatchObject({
          accept: {shown: true},
          decline: {shown: false},
          note: undefined,
        });
      }
    });

    it('cancels what the agent dialled, where admin allows it, and offers no answer', () => {
      const outdial = anOutdial('customer');
      expect(rowOf(outdial)).toMatchObject({accept: {shown: false}, cancel: {shown: false}});
      const tenant = aTenant({callCancellable: true});
      const row = rowOf(outdial, {tenant});
      expect(row).toMatchObject({accept: {shown: false}, decline: {shown: false}, cancel: {shown: true}});
    });

    it.each([
      ['joins', anOutdial(), aProfile()],
      ['liftHandset', anOutdial(), DESK_PHONE],
      ['customerRings', anOutdial('customer'), DESK_PHONE],
      ['preview', aContact(), aProfile()],
      ['liftHandset', aContact('agent'), DESK_PHONE],
      ['customerRings', aContact('customer'), aProfile()],
      ['onDeskPhone', aRequest({origin: 'campaign'}), DESK_PHONE],
    ] as const)('says %s of a call by how far it is', (note, interaction, profile) => {
      expect(rowOf(interaction, {profile}).note).toBe(note);
    });

    it('answers what a colleague dialled and passed on', () => {
      const row = rowOf(aRequest({origin: 'outdial', ani: '+8225550100'}), {
        tenant: aTenant({callCancellable: true}),
      });
      expect(row).toMatchObject({accept: {shown: true}, decline: {shown: true}, cancel: {shown: false}});
      expect(row.heading?.text).toBe('+82215550142');
    });

    it('refuses while it connects', () => {
      expect(rowOf(inPhase('connecting')).accept).toMatchObject({
        refusal: {code: 'DW_INTERACTION_CONNECTING'},
      });
    });

    it('shows nothing that the backend cannot do', () => {
      const capabilities = someCapabilities({commands: ['interaction.accept']});
      expect(rowOf(aRequest(), {capabilities})).toMatchObject({
        accept: {shown: true},
        decline: {shown: false},
      });
    });
  });
});

describe('acceptable', () => {
  it('is every chat and mail that is offered; never a call, never what still connects', () => {
    const rows = rowsOf([
      aRequest({id: 'mail', channel: 'email'}),
      aRequest({id: 'chat', channel: 'chat'}),
      aRequest({id: 'call'}),
      inPhase('connecting', {id: 'soon', channel: 'chat'}),
    ]);
    expect(acceptable(rows).map(({id}) => id)).toEqual(['mail', 'chat']);
  });
});

describe('rings', () => {
  it.each([
    [true, aRequest()],
    [true, aRequest({origin: 'callback'})],
    [false, inPhase('connecting')],
    [true, aRequest({origin: 'outdial'})],
    [false, anOutdial('customer')],
    [false, aRequest({channel: 'chat'})],
  ])('%s', (expected, interaction) => {
    expect(rings(rowsOf([interaction]))).toBe(expected);
  });
});

describe('ronaView', () => {
  const rona = (set: Partial<DeskSnapshot>) => {
    const desk = aDesk([], set);
    return ronaView(selectTraySlice(desk), asks(desk));
  };

  it('says what was missed and offers both ways out', () => {
    const tenant = aTenant({signInReasonId: 'lunch'});
    expect(rona({presence: RONA, tenant})).toEqual({
      since: NOON,
      channel: 'voice',
      queue: 'Support',
      missedAfterSeconds: 20,
      available: {shown: true},
      idle: {shown: true},
      idleTo: {state: 'idle', reasonId: 'lunch'},
    });
  });

  it('is not there in any other state', () => {
    expect(rona({})).toBeUndefined();
    expect(ronaView(selectTraySlice(EMPTY_DESK), () => undefined)).toBeUndefined();
  });
});

describe('handsetOff', () => {
  const handset = {offHook: true};
  const off = (interactions: readonly Interaction[], set: Partial<DeskSnapshot> = {}) =>
    selectTraySlice(aDesk(interactions, {handset, profile: DESK_PHONE, ...set})).handsetOff;

  it('is said of a desk phone that no call needs, during wrap-up too', () => {
    expect(off([])).toBe(true);
    expect(off([aWrapUp()])).toBe(true);
    expect(off([anActive({channel: 'chat'})])).toBe(true);
  });

  it('is not said while a call rings or runs, on a browser phone, or with the handset down', () => {
    expect(off([anActive()])).toBe(false);
    expect(off([aRequest()])).toBe(false);
    expect(off([], {profile: aProfile()})).toBe(false);
    expect(off([], {handset: {offHook: false}})).toBe(false);
  });
});

describe('sameTray', () => {
  it('sleeps through what it does not show', () => {
    const before = aDesk([aRequest()]);
    expect(sameTray(selectTraySlice(before), selectTraySlice({...before}))).toBe(true);
    expect(sameTray(selectTraySlice(before), selectTraySlice(aDesk([])))).toBe(false);
  });
});

describe('words', () => {
  it('are complete in both languages', () => {
    expect(wordFaults(words)).toEqual([]);
  });
});
