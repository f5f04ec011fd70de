import {describe, expect, it} from 'vitest';
import {permit, reduce, type DeskState, type Interaction, type Talk} from '@deskwire/domain';
import {
  AGENT,
  aDesk,
  aHeldCall,
  anActive,
  anEngagement,
  aProfile,
  aTenant,
  aWrapUp,
  CUSTOMER,
  factLog,
  inPhase,
  NOON,
  OTHER_AGENT,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';

import {
  aConference,
  aConsult,
  anOutsideConsult,
  aRequestedConsult,
  aVoiceTenant,
  someData,
  type Role,
} from './arrangements.harness.js';
import {SLOTS, type ControlView, type PaneView} from './interaction-control.types.js';
import {selectOwnCallId, viewControl} from './interaction-control.view.js';

type Set = Parameters<typeof aDesk>[1];

const view = (state: DeskState, id = 'voice-1', isEntrusted = false): ControlView | undefined =>
  viewControl(
    state,
    state.interactions.get(id),
    (ask) => permit(state, ask, {kind: 'agent', agentId: AGENT.id}),
    isEntrusted,
  );

const viewOf = (interaction: Interaction, set: Set = {}): ControlView => {
  const shown = view(aDesk([interaction], set), interaction.id);
  if (!shown) throw new Error('nothing is shown');
  return shown;
};
const paneOf = (interaction: Interaction, set: Set = {}): PaneView => viewOf(interaction, set).panes[0];

/** The buttons in their order: a live one by its command, another with its reason. */
const buttons = ({actions}: PaneView): readonly string[] =>
  SLOTS.flatMap((slot) => {
    const action = actions[slot];
    if (!action) return [];
    const {command, reason} = action;
    return [reason ? `${command}: ${reason.words ?? reason.refusal.code}` : command];
  });

const chips = ({chips}: PaneView): readonly string[] => chips.map(({chip}) => chip);

const recorded = {tenant: aVoiceTenant()};

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
    const others = [anEngagement({agent: OTHER_AGENT, phase: 'active'})];
    expect(selectOwnCallId(aDesk([anActive({engagements: others})]))).toBeUndefined();
  });
});

describe('what the pane says about a call', () => {
  it('names the customer once, and says where the call came from', () => {
    const {names, facts} = paneOf(anActive());
    expect(names).toEqual(['Hana Seo']);
    expect(facts).toEqual([
      {label: 'number', number: CUSTOMER.number},
      {label: 'queue', text: 'Support'},
      {label: 'dnis', number: '+8225550100'},
    ]);
  });

  it('does not repeat a number that stands for the name', () => {
    const {names, facts} = paneOf(anActive({customer: {number: '+82215550142'}}));
    expect(names).toEqual(['+82215550142']);
    expect(facts.map(({label}) => label)).toEqual(['queue', 'dnis']);
  });

  it('counts from the answer while talking, and from the end while wrapping up', () => {
    const answered = anEngagement({phase: 'active', acceptedAt: NOON + 9_000});
    expect(paneOf(anActive({engagements: [answered]})).clock).toEqual({
      since: NOON + 9_000,
      counts: 'duration',
    });
    const wrapping = anEngagement({phase: 'wrap-up', acceptedAt: NOON, wrapUp: {since: NOON + 60_000}});
    expect(paneOf(aWrapUp({engagements: [wrapping]})).clock).toEqual({
      since: NOON + 60_000,
      counts: 'wrapUpDuration',
    });
  });

  it('shows nothing of a chat, nor of a call of somebody else', () => {
    expect(view(aDesk([anActive({channel: 'chat'})]), 'chat-1')).toBeUndefined();
    expect(view(aDesk([anActive({engagements: []})]))).toBeUndefined();
    expect(view(aDesk([]))).toBeUndefined();
  });

  it('names the state before and after the talk, and offers nothing then', () => {
    const panes = (['connecting', 'offered', 'wrap-up', 'done'] as const).map((phase) =>
      paneOf(inPhase(phase, {id: 'voice-1'})),
    );
    expect(panes.map(chips)).toEqual([['connecting'], ['ringing'], ['wrap-up'], ['ended']]);
    for (const pane of panes) {
      expect(buttons(pane)).toEqual([]);
      expect(pane).not.toHaveProperty('keypad');
    }
  });

  it('tells a muted microphone where somebody would hear it', () => {
    const engagements = [anEngagement({phase: 'active', acceptedAt: NOON, muted: true})];
    expect(chips(paneOf(anActive({engagements})))).toEqual(['active', 'muted']);
    const inConsult = (hears: 'consulted' | 'customer') =>
      viewOf(aConsult('owner', {hears}, {engagements})).panes.map(chips);
    expect(inConsult('consulted')).toEqual([['hold'], ['consult', 'muted']]);
    expect(inConsult('customer')).toEqual([['active', 'muted'], ['consult-hold']]);
  });
});

const together: Talk = {kind: 'together', since: NOON};
const hold: Talk = {kind: 'hold', since: NOON, heldSince: NOON + 1};

/** Every arrangement of a call, on the desk of its owner and on that of an agent who was asked into it. */
const ARRANGEMENTS: readonly {
  readonly name: string;
  readonly call: Interaction;
  readonly panes: readonly {
    readonly names: readonly string[];
    readonly chips: readonly string[];
    readonly buttons: readonly string[];
    readonly heard?: boolean;
  }[];
}[] = [
  {
    name: 'a customer who is still being dialled',
    call: anActive({
      talk: {kind: 'none'},
      legs: [{id: 'leg-customer', party: {kind: 'customer'}, presence: 'ringing', since: NOON}],
    }),
    panes: [
      {
        names: ['Hana Seo'],
        chips: ['ringing'],
        buttons: [
          'call.hold: notConnected',
          'consult.start: notConnected',
          'interaction.transfer: notConnected',
          'conference.start: needsConsult',
          'interaction.end',
        ],
      },
    ],
  },
  {
    name: 'the customer',
    call: anActive({talk: together}),
    panes: [
      {
        names: ['Hana Seo'],
        chips: ['active'],
        buttons: [
          'call.hold',
          'consult.start',
          'interaction.transfer',
          'conference.start: needsConsult',
          'interaction.end',
        ],
      },
    ],
  },
  {
    name: 'a held customer',
    call: anActive({talk: hold}),
    panes: [
      {
        names: ['Hana Seo'],
        chips: ['hold'],
        buttons: [
          'call.resume',
          'consult.start',
          'interaction.transfer',
          'conference.start: needsConsult',
          'interaction.end: DW_CALL_HELD',
        ],
      },
    ],
  },
  {
    name: 'a held customer while a consult is asked for',
    call: aRequestedConsult(),
    panes: [
      {
        names: ['Hana Seo'],
        chips: ['hold', 'consult-requested'],
        buttons: ['call.resume: cancelFirst', 'consult.cancel'],
      },
    ],
  },
  {
    name: 'a consult, hearing the other agent',
    call: aConsult(),
    panes: [
      {
        names: ['Hana Seo'],
        chips: ['hold'],
        buttons: ['call.resume', 'interaction.end: consultDrops'],
        heard: false,
      },
      {
        names: ['Leo Brandt'],
        chips: ['consult'],
        buttons: ['consult.hold', 'consult.transfer', 'conference.start', 'consult.end'],
        heard: true,
      },
    ],
  },
  {
    name: 'a consult, hearing the customer',
    call: aConsult('owner', {hears: 'customer'}),
    panes: [
      {
        names: ['Hana Seo'],
        chips: ['active'],
        buttons: ['call.hold', 'interaction.end: consultDrops'],
        heard: true,
      },
      {
        names: ['Leo Brandt'],
        chips: ['consult-hold'],
        buttons: ['consult.resume', 'consult.transfer', 'conference.start', 'consult.end'],
        heard: false,
      },
    ],
  },
  {
    name: 'a consult with an outside number',
    call: anOutsideConsult('+14155550199', 'Daehan Card'),
    panes: [
      {names: ['Hana Seo'], chips: ['hold'], buttons: ['call.resume', 'interaction.end: consultDrops']},
      {
        names: ['Daehan Card'],
        chips: ['consult'],
        buttons: ['consult.hold', 'consult.transfer', 'conference.start', 'consult.end'],
      },
    ],
  },
  {
    name: 'a consult whose leg was never told',
    call: aConsult('owner', {leg: 'unheard-of'}),
    panes: [
      {names: ['Hana Seo'], chips: ['hold'], buttons: ['call.resume', 'interaction.end: consultDrops']},
      {
        names: [''],
        chips: ['consult'],
        buttons: ['consult.hold', 'consult.transfer', 'conference.start', 'consult.end'],
      },
    ],
  },
  {
    name: 'a conference',
    call: aConference(),
    panes: [
      {
        names: ['Hana Seo', 'Leo Brandt'],
        chips: ['conference'],
        buttons: [
          'call.hold: DW_CALL_IN_CONFERENCE',
          'consult.start: DW_CALL_IN_CONFERENCE',
          'conference.transfer',
          'conference.end',
        ],
        heard: false,
      },
    ],
  },
  {
    name: 'being consulted',
    call: aConsult('beside'),
    panes: [{names: ['Leo Brandt'], chips: ['consult'], buttons: ['consult.end'], heard: true}],
  },
  {
    name: 'being consulted, and held',
    call: aConsult('beside', {hears: 'customer'}),
    panes: [{names: ['Leo Brandt'], chips: ['consult-hold'], buttons: ['consult.end'], heard: false}],
  },
  {
    name: 'being in a conference of another agent',
    call: aConference('beside'),
    panes: [{names: ['Hana Seo', 'Leo Brandt'], chips: ['conference'], buttons: ['conference.end']}],
  },
];

describe('arrangements', () => {
  it.each(ARRANGEMENTS)('shows $name', ({call, panes}) => {
    const shown = viewOf(call).panes;
    expect(shown.map((pane) => ({names: pane.names, chips: chips(pane), buttons: buttons(pane)}))).toEqual(
      panes.map(({heard: _, ...pane}) => pane),
    );
    panes.forEach(({heard}, index) => {
      if (heard !== undefined) expect(shown[index]?.isHeard).toBe(heard);
    });
  });

  it.each(ARRANGEMENTS)('never holds both parties of $name, and offers one ending at most', ({call}) => {
    const {panes} = viewOf(call);
    const held = panes.flatMap(chips).filter((chip) => chip === 'hold' || chip === 'consult-hold');
    expect(held.length).toBeLessThanOrEqual(1);
    const live = panes.flatMap(({actions}) => (actions.end && !actions.end.reason ? [actions.end] : []));
    expect(live.length).toBeLessThanOrEqual(1);
  });

  it.each(ARRANGEMENTS)('keeps every button of $name in its place', ({call}) => {
    for (const pane of viewOf(call).panes) {
      const beside = SLOTS.filter((slot) => slot !== 'end' && pane.actions[slot]);
      expect(beside.length).toBeLessThanOrEqual(pane.columns);
    }
  });

  it('keeps as many columns for the customer whoever else is in the call', () => {
    const columns = [anActive(), aRequestedConsult(), aConsult(), aConference()].map(
      (call) => paneOf(call).columns,
    );
    expect(columns).toEqual([4, 4, 4, 4]);
  });

  it('counts the hold from its own beginning', () => {
    const call = aConsult('owner', {hears: 'customer', since: NOON + 5, heldSince: NOON + 9});
    expect(viewOf(call).panes.map(({chips: [chip]}) => chip)).toEqual([
      {chip: 'active'},
      {chip: 'consult-hold', since: NOON + 9},
    ]);
    expect(viewOf(call).panes.map(({clock}) => clock)).toEqual([
      {since: NOON, counts: 'duration'},
      {since: NOON + 5, counts: 'consultDuration'},
    ]);
  });

  it('offers Resume as the thing to do on a plain hold only', () => {
    expect(paneOf(aHeldCall()).actions.hold?.look).toBe('primary');
    expect(paneOf(aConsult()).actions.hold?.look).toBe('default');
  });
});

describe('who the others are', () => {
  it.each([
    [{target: {kind: 'queue', queueId: 'support'}}, {label: 'finding', text: 'Support'}],
    [{target: {kind: 'entry-point', entryPointId: 'line'}}, {label: 'finding', text: 'Hotline'}],
    [{target: {kind: 'number', number: '+14155550199'}}, {label: 'calling', number: '+14155550199'}],
    [{target: {kind: 'agent', agentId: OTHER_AGENT.id}}, {label: 'calling', text: 'Leo Brandt'}],
    [
      {target: {kind: 'queue', queueId: 'support'}, leg: 'leg-2'},
      {label: 'calling', text: 'Leo Brandt'},
    ],
  ] satisfies [Partial<Extract<Talk, {kind: 'consult-requested'}>>, unknown][])(
    'says who is sought, or rings: %j',
    (talk, expected) => {
      const call = aRequestedConsult(talk, {
        legs: [{id: 'leg-2', party: {kind: 'agent', agent: OTHER_AGENT}, presence: 'ringing', since: NOON}],
        engagements: [
          anEngagement({phase: 'active', acceptedAt: NOON}),
          anEngagement({agent: OTHER_AGENT, role: 'consulted', phase: 'offered'}),
        ],
      });
      const entryPoints = [{id: 'line', name: 'Hotline', channel: 'voice', queueId: 'support'}] as const;
      const {facts} = paneOf(call, {tenant: aTenant({entryPoints})});
      expect(facts).toEqual([{label: 'number', number: CUSTOMER.number}, expected]);
    },
  );

  it('says the team and the dial number of the other agent, on both desks', () => {
    const about = [
      {label: 'party', kind: 'agent'},
      {label: 'team', text: 'Support'},
      {label: 'dn', number: '7002'},
    ];
    expect(viewOf(aConsult()).panes[1]?.facts).toEqual(about);
    expect(paneOf(aConsult('beside')).facts).toEqual([
      ...about,
      {label: 'customer', text: 'Hana Seo', number: CUSTOMER.number},
    ]);
  });

  it('writes an outside number once', () => {
    const {panes} = viewOf(anOutsideConsult('+14155550199'));
    expect(panes[1]?.names).toEqual(['+14155550199']);
    expect(panes[1]?.facts).toEqual([{label: 'party', kind: 'outside'}]);
  });

  it.each(['owner', 'beside'] satisfies Role[])(
    'says the other agent’s dial number in a conference (%s)',
    (role) => {
      expect(paneOf(aConference(role)).facts).toEqual([
        {label: 'number', number: CUSTOMER.number},
        {label: 'agent', text: 'Leo Brandt', number: '7002'},
      ]);
    },
  );

  it('takes over the customer when a consulted agent becomes the owner', () => {
    const before = aDesk([aConsult('beside')]);
    const fact = factLog({seq: before.cursor?.seq ?? 0}).say({
      type: 'interaction.transferred',
      interactionId: 'voice-1',
      by: OTHER_AGENT.id,
      to: {kind: 'agent', agentId: AGENT.id},
      how: 'consult',
    });
    const after = reduce(before, fact);
    expect(view(before)?.isOwner).toBe(false);
    expect(view(after)?.isOwner).toBe(true);
    expect(view(after)?.panes[0].names).toEqual(['Hana Seo']);
    expect(view(after)?.panes[0].actions.end).toMatchObject({command: 'interaction.end', reason: undefined});
    expect(view(after, 'voice-1', true)?.panes[0].actions.end?.reason).toEqual({words: 'entrusted'});
  });
});

describe('what an ending does', () => {
  it('says it where End is off in a consult, as the tenant’s policy is', () => {
    expect(paneOf(aConsult(), {tenant: aTenant({endConsult: 'return'})}).actions.end?.reason).toMatchObject({
      words: 'consultReturns',
      refusal: {code: 'DW_CALL_IN_CONSULT'},
    });
  });

  it('says it beside an ending that looks the same on both desks', () => {
    expect(paneOf(aConference()).hint).toBe('endsForAll');
    expect(paneOf(aConference('beside')).hint).toBe('onlyYouLeave');
    expect(paneOf(aConsult('beside')).hint).toBe('onlyYouLeave');
    expect(viewOf(aConsult()).panes.map(({hint}) => hint)).toEqual([undefined, undefined]);
  });
});

describe('variables', () => {
  const names = (pane: PaneView | undefined) => pane?.variables.map(({name}) => name);
  const data = {cad: someData};

  it('are in both panes of a consult: the call’s, and those that admin gave to a consult', () => {
    const {panes} = viewOf(aConsult('owner', {}, data), recorded);
    expect(names(panes[0])).toEqual(['account', 'since', 'resident', 'consent', 'plan', 'reason']);
    expect(names(panes[1])).toEqual(['reason', 'resident']);
    expect(panes[1]?.variables[0]?.label).toEqual({en: 'Why they call', ko: '문의 내용'});
    expect(names(paneOf(aConsult('beside', {}, data), recorded))).toEqual(['reason', 'resident']);
  });

  it('move from the consult to the conference, and the others come after them', () => {
    const moved = ['reason', 'resident', 'account', 'since', 'consent', 'plan'];
    expect(names(paneOf(aConference('owner', data), recorded))).toEqual(moved);
    expect(names(paneOf(aConference('beside', data), recorded))).toEqual(moved);
  });

  it('are no part of a plain call, which has its data beside it', () => {
    expect(names(paneOf(anActive(data), recorded))).toEqual([]);
  });

  it('never hold a secure value', () => {
    const {panes} = viewOf(aConsult('owner', {}, data), recorded);
    expect(panes[0].variables[2]).toEqual({
      name: 'resident',
      label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'},
      type: 'string',
      secure: true,
      masked: true,
    });
    expect(JSON.stringify(panes)).not.toContain('4107');
  });

  it('are thirty at most, in admin’s order', () => {
    const many = Array.from({length: 40}, (_, index) => ({
      ...someData[0],
      name: `v${index}`,
      order: 40 - index,
    })) as typeof someData;
    const pane = paneOf(aConsult('owner', {}, {cad: many}));
    expect(pane.variables).toHaveLength(30);
    expect(pane.variables[0]?.name).toBe('v39');
  });
});

describe('what is hidden', () => {
  it('is what the backend cannot do', () => {
    const capabilities = someCapabilities({commands: ['interaction.end']});
    const pane = paneOf(anActive(), {capabilities});
    expect(buttons(pane)).toEqual(['interaction.end']);
    expect(pane).toMatchObject({mute: undefined, keypad: undefined, columns: 0});
  });

  it('is what the profile does not allow', () => {
    const profile = aProfile({permissions: []});
    expect(buttons(paneOf(anActive(), {profile}))).toEqual(['call.hold', 'interaction.end']);
    expect(viewOf(aConsult(), {profile}).panes.map(buttons)).toEqual([
      ['call.resume', 'interaction.end: consultDrops'],
      ['consult.hold', 'consult.end'],
    ]);
  });

  it('is the microphone of a phone on the desk', () => {
    const onDesk = {profile: aProfile({station: {kind: 'desk-phone', dn: '7001'}})};
    expect(paneOf(anActive(), onDesk).mute).toBeUndefined();
    expect(paneOf(anActive()).mute).toMatchObject({command: 'call.mute'});
    const engagements = [anEngagement({phase: 'active', acceptedAt: NOON, muted: true})];
    expect(paneOf(anActive({engagements})).mute).toMatchObject({command: 'call.unmute'});
    expect(paneOf(aConsult('beside')).mute).toMatchObject({command: 'call.mute'});
  });
});

describe('in-call digits', () => {
  const reasons = (interaction: Interaction) =>
    viewOf(interaction).panes.map(({keypad}) => keypad && (keypad.reason?.words ?? 'live'));

  it('go to whoever hears the agent', () => {
    expect(reasons(anActive())).toEqual(['live']);
    expect(reasons(aHeldCall())).toEqual(['digitsUnheard']);
    expect(reasons(aRequestedConsult())).toEqual(['digitsUnheard']);
    expect(reasons(aConsult())).toEqual(['digitsUnheard', 'live']);
    expect(reasons(aConsult('owner', {hears: 'customer'}))).toEqual(['live', 'digitsUnheard']);
    expect(reasons(aConference())).toEqual(['live']);
  });

  it('are not a consulted agent’s to send', () => {
    expect(reasons(aConsult('beside'))).toEqual([undefined]);
    expect(reasons(aConference('beside'))).toEqual([undefined]);
  });
});

describe('the recording strip', () => {
  const on = {recording: {state: 'on', since: NOON}} as const;
  const paused = {recording: {state: 'paused', since: NOON, resumeAt: NOON + 30_000}} as const;

  it('is there only while recording runs and admin enabled it', () => {
    expect(paneOf(anActive(on), recorded).recording).toMatchObject({state: 'on'});
    expect(paneOf(anActive(on)).recording).toBeUndefined();
    expect(paneOf(anActive(), recorded).recording).toBeUndefined();
  });

  it('offers Pause and Start only where Privacy Shield and the backend allow them', () => {
    expect(paneOf(anActive(on), recorded).recording?.control).toMatchObject({command: 'recording.pause'});
    expect(paneOf(anActive(paused), recorded).recording).toMatchObject({
      state: 'paused',
      resumeAt: NOON + 30_000,
      control: {command: 'recording.resume'},
    });
    const cannot = {...recorded, capabilities: someCapabilities({commands: ['call.hold']})};
    expect(paneOf(anActive(on), cannot).recording?.control).toBeUndefined();
  });

  it('is shown to a consulted agent, who cannot pause it', () => {
    const {recording} = paneOf(aConsult('beside', {}, on), recorded);
    expect(recording).toEqual({state: 'on', control: undefined});
  });

  it('goes with the call', () => {
    const running = aDesk([anActive(on)], recorded);
    const ended = factLog({seq: running.cursor?.seq ?? 0});
    const fact = ended.say({type: 'wrap-up.started', interactionId: 'voice-1', agentId: AGENT.id});
    expect(view(running)?.panes[0].recording).toBeDefined();
    expect(view(reduce(running, fact))?.panes[0].recording).toBeUndefined();
  });
});
