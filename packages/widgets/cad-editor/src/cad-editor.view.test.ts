import {describe, expect, it} from 'vitest';
import {permit, type CadVariable, type DeskState, type Interaction} from '@deskwire/domain';
import {wordFaults} from '@deskwire/kit';
import {AGENT, aDesk, anActive, aRequest, aVariable, aWrapUp} from '@deskwire/testing/fixtures.js';

import {cadWords} from './cad-editor.messages.js';
import {
  fieldsOf,
  saveable,
  selectOwnId,
  viewCad,
  type CadInput,
  type CadView,
  type FieldView,
} from './cad-editor.view.js';
import {calendarWords} from './calendar.messages.js';
import {editWords} from './edit.messages.js';
import {EMPTY_SESSION, overwrite, write, type Session} from './drafts.js';
import {paneWords} from './pane.messages.js';

const look = (
  interaction: Interaction,
  session: Session = EMPTY_SESSION,
  set: Partial<CadInput> = {},
  state: DeskState = aDesk([interaction]),
): CadView => {
  const input = {interactionId: interaction.id, interaction, session, isReadonly: false, ...set};
  const view = viewCad(state, input, (ask) => permit(state, ask, {kind: 'agent', agentId: AGENT.id}));
  if (!view) throw new Error('nothing is shown');
  return view;
};
const fieldOf = (cad: readonly CadVariable[], session: Session = EMPTY_SESSION): FieldView => {
  const [field] = fieldsOf(look(anActive({cad}), session));
  if (!field) throw new Error('no field');
  return field;
};
const typed = (variable: CadVariable, text: string): Session => write(EMPTY_SESSION, variable, text);

describe('words', () => {
  it('are there in both languages, with the same places', () => {
    expect([
      ...wordFaults(cadWords),
      ...wordFaults(calendarWords),
      ...wordFaults(editWords),
      ...wordFaults(paneWords),
    ]).toEqual([]);
  });
});

describe('the contact', () => {
  it('is the newest active one of any channel, else the newest in wrap-up', () => {
    const mail = anActive({id: 'email-1', channel: 'email', createdAt: 9});
    const call = anActive({createdAt: 5});
    const done = aWrapUp({id: 'voice-9', createdAt: 20});
    expect(selectOwnId(aDesk([call, mail, done, aRequest({id: 'voice-3', createdAt: 30})]))).toBe('email-1');
    expect(selectOwnId(aDesk([done]))).toBe('voice-9');
    expect(selectOwnId(aDesk([]))).toBe(undefined);
  });

  it('is called by name, or by number as numbers are written', () => {
    expect(look(anActive({customer: {name: '김민수', number: '+821048271934'}})).customer).toBe('김민수');
    expect(look(anActive({customer: {number: '+821048271934'}})).customer).toBe('+82 10-4827-1934');
  });
});

describe('a field', () => {
  const plan = aVariable({value: 'Gold', version: 3});

  it('is for reading where admin, the contact or the page says so', () => {
    expect(fieldOf([{...plan, editable: false}]).mode).toBe('read');
    expect(fieldsOf(look(aWrapUp({cad: [plan]})))[0]?.mode).toBe('read');
    expect(fieldsOf(look(anActive({cad: [plan]}), EMPTY_SESSION, {isReadonly: true}))[0]?.mode).toBe('read');
  });

  it.each([
    ['string', 'x', 'text'],
    ['string', 'x\ny', 'lines'],
    ['integer', '1', 'text'],
    ['boolean', 'true', 'choice'],
    ['date', '2026-01-01', 'date'],
    ['date-time', '', 'date-time'],
  ] as const)('of type %s with %j is a %s', (type, value, control) => {
    expect(fieldOf([aVariable({type, value})]).control).toBe(control);
  });

  it('is edited when it says something else, in canonical form', () => {
    const amount = aVariable({type: 'integer', value: '7'});
    expect(fieldOf([amount], typed(amount, ' 007 ')).isEdited).toBe(false);
    expect(fieldOf([amount], typed(amount, '8')).isEdited).toBe(true);
  });

  it('counts from 230 characters on, in what is being edited', () => {
    expect(fieldOf([plan], typed(plan, 'x'.repeat(229))).count).toBe(undefined);
    expect(fieldOf([plan], typed(plan, 'x'.repeat(230))).count).toBe(230);
    expect(fieldOf([{...plan, value: 'x'.repeat(256)}]).count).toBe(undefined);
  });

  it('says at once what typing on cannot cure, and the rest when it was left', () => {
    const amount = aVariable({type: 'integer', value: '7'});
    expect(fieldOf([amount], typed(amount, '1.')).isToldProblem).toBe(false);
    expect(fieldOf([plan], typed(plan, 'a\u0000')).isToldProblem).toBe(true);
    expect(fieldOf([plan], typed(plan, 'x'.repeat(257))).problem).toBe('too-long');
  });

  it('is flagged when what it was made from is no longer what is saved', () => {
    const session = typed(plan, 'Platinum');
    const now = {...plan, value: 'Silver', version: 4, changedBy: {kind: 'flow'} as const};
    expect(fieldOf([now], session).note).toEqual({kind: 'changed', by: undefined, value: 'Silver'});
    expect(fieldOf([{...now, value: 'Platinum'}], session).note).toBe(undefined);
  });

  it('shows a lost value first of all', () => {
    const lost = overwrite(typed(plan, 'x'), plan, {winner: 'Leo', kept: 'Gold', lost: 'x'});
    expect(fieldOf([plan], lost).note).toBe(undefined);
    const sent = {
      ...EMPTY_SESSION,
      conflicts: overwrite(EMPTY_SESSION, plan, {winner: 'Leo', kept: 'Gold', lost: 'x'}).conflicts,
    };
    expect(fieldOf([plan], sent).note?.kind).toBe('overwritten');
  });
});

describe('what Save sends', () => {
  const a = aVariable({name: 'a', type: 'integer', value: '1', order: 1, version: 2});
  const b = aVariable({name: 'b', order: 2});

  it('is every edit, canonical, with its version', () => {
    const interaction = anActive({cad: [a, b]});
    const session = write(typed(a, ' 02 '), b, 'new');
    expect(saveable(look(interaction, session), session, interaction)).toEqual([
      {name: 'a', value: '2', base: 2},
      {name: 'b', value: 'new', base: 1},
    ]);
  });

  it('is nothing while one of them does not parse', () => {
    const interaction = anActive({cad: [a, b]});
    const session = write(typed(a, 'x'), b, 'new');
    expect(saveable(look(interaction, session), session, interaction)).toEqual([]);
  });
});

describe('what is left of a contact that is gone', () => {
  it('is what was typed into it', () => {
    const plan = aVariable();
    const state = aDesk([]);
    const input = {interactionId: 'gone', interaction: undefined, isReadonly: false};
    const ask = () =>
      permit(state, {type: 'cad.save', interactionId: 'gone'}, {kind: 'agent', agentId: AGENT.id});
    expect(viewCad(state, {...input, session: EMPTY_SESSION}, ask)).toBe(undefined);
    const view = viewCad(state, {...input, session: typed(plan, 'x')}, ask);
    expect(view && [view.stuck, view.edits, fieldsOf(view)[0]?.mode]).toEqual([1, 0, 'stuck']);
    expect(view?.obstacle?.refusal.code).toBe('DW_INTERACTION_UNKNOWN');
  });
});
