import {describe, expect, it} from 'vitest';
import {aVariable} from '@deskwire/testing/fixtures.js';

import {dismiss, enterAgain, keepMine, markSent} from './answers.js';
import {
  check,
  countEdits,
  editsOf,
  EMPTY_SESSION,
  overwrite,
  revert,
  settle,
  taken,
  write,
  type Session,
} from './drafts.js';

const plan = aVariable({name: 'plan', value: 'Gold', version: 1});
const typed = (text: string, session: Session = EMPTY_SESSION): Session => write(session, plan, text);
const sent = (text: string): Session =>
  markSent(typed(text), {edits: [{name: 'plan', value: text, base: 1}]});
const textOf = ({drafts}: Session): string | undefined => drafts.get('plan')?.text;
const loses = {winner: 'Leo', kept: 'Silver', lost: 'Platinum'};
const silver = {...plan, value: 'Silver', version: 2};

describe('drafts', () => {
  it('keep the version of the first touch', () => {
    const session = write(typed('P'), silver, 'Pl');
    expect(editsOf(session, [silver])).toEqual([{name: 'plan', value: 'Pl', base: 1}]);
    expect(editsOf(keepMine(session, silver), [silver])).toEqual([{name: 'plan', value: 'Pl', base: 2}]);
  });

  it('are none any more when they say what is saved, unless somebody is typing there', () => {
    expect(settle(typed('Gold'), [plan]).drafts.size).toBe(0);
    expect(settle(typed('Gold'), [plan], 'plan').drafts.size).toBe(1);
  });

  it('are the same object when nothing is settled', () => {
    const session = typed('Platinum');
    expect(settle(session, [plan])).toBe(session);
    const checked = check(session, 'plan');
    expect(check(checked, 'plan')).toBe(checked);
  });

  it('that were typed on while they were saved go on from what was saved', () => {
    const session = write(sent('Platinum'), plan, 'Platinum plus');
    const now = {...plan, value: 'Platinum', version: 2};
    expect(editsOf(settle(session, [now]), [now])).toEqual([{name: 'plan', value: 'Platinum plus', base: 2}]);
  });

  it('that were saved are no edits of what somebody else saves next, even in the field where the agent still is', () => {
    const platinum = {...plan, value: 'Platinum', version: 2};
    const saved = settle(sent('Platinum'), [platinum], 'plan');
    expect(textOf(saved)).toBe('Platinum');
    const next = {...plan, value: 'Silver', version: 3};
    expect(settle(saved, [next], 'plan').drafts.size).toBe(0);
    expect(settle(typed('Gold'), [silver], 'plan').drafts.size).toBe(0);
    expect(settle(typed('Gol'), [silver], 'plan').drafts.size).toBe(1);
  });

  it('that were saved are known to be, even where two saves come in at once', () => {
    const changes = [{name: 'plan', value: 'Platinum', version: 2}];
    const next = {...plan, value: 'Silver', version: 3};
    expect(settle(sent('Platinum'), [next]).drafts.size).toBe(1);
    expect(settle(taken(sent('Platinum'), changes), [next]).drafts.size).toBe(0);
    const typedOn = write(sent('Platinum'), plan, 'Platinum plus');
    expect(editsOf(settle(taken(typedOn, changes), [next]), [next])).toEqual([
      {name: 'plan', value: 'Platinum plus', base: 2},
    ]);
    const other = sent('Gold plus');
    expect(taken(other, changes)).toBe(other);
  });

  it('go on from a version that only was counted up, as another flow does that carries the value', () => {
    const carried = {...plan, version: 9};
    expect(editsOf(settle(typed('Platinum'), [carried]), [carried])).toEqual([
      {name: 'plan', value: 'Platinum', base: 9},
    ]);
  });

  it('stand in canonical form once their field was left, where they parse', () => {
    const amount = aVariable({name: 'plan', type: 'integer', value: '1'});
    expect(textOf(check(write(EMPTY_SESSION, amount, ' ００７ '), 'plan'))).toBe('7');
    expect(textOf(check(write(EMPTY_SESSION, amount, '1.5'), 'plan'))).toBe('1.5');
  });

  it('of variables that are gone count as long as they say something', () => {
    expect(countEdits(typed('x'), [])).toBe(1);
    expect(countEdits(typed(''), [])).toBe(0);
    expect(revert(typed('x')).drafts.size).toBe(0);
  });
});

describe('a value that was lost', () => {
  it('moves into the message, and back as an edit of what is saved now', () => {
    const lost = overwrite(sent('Platinum'), silver, loses);
    expect(lost.drafts.size).toBe(0);
    expect(lost.conflicts.get('plan')).toMatchObject({winner: 'Leo', kept: 'Silver', lost: 'Platinum'});
    const again = enterAgain(lost, silver);
    expect(again.conflicts.size).toBe(0);
    expect(editsOf(again, [silver])).toEqual([{name: 'plan', value: 'Platinum', base: 2}]);
    expect(dismiss(lost, 'plan').conflicts.size).toBe(0);
  });

  it('does not take away what was typed since it was sent', () => {
    const session = write(sent('Platinum'), plan, 'Platinum plus');
    const told = overwrite(session, silver, loses);
    expect(textOf(told)).toBe('Platinum plus');
    expect(told.conflicts.size).toBe(0);
  });

  it('is told once', () => {
    const lost = overwrite(sent('Platinum'), silver, loses);
    expect(overwrite(lost, silver, {...loses, lost: ''})).toBe(lost);
  });

  it('of a secure variable comes from the memory of this page alone', () => {
    const secret = {...silver, secure: true};
    const fact = {winner: 'Leo', kept: '', lost: ''};
    expect(overwrite(sent('1234'), secret, fact).conflicts.get('plan')?.lost).toBe('1234');
    expect(overwrite(EMPTY_SESSION, secret, fact).conflicts.get('plan')?.lost).toBe(undefined);
  });

  it('is forgotten once the variable is saved after all', () => {
    const again = enterAgain(overwrite(sent('Platinum'), silver, loses), silver);
    const lostTwice = {...again, conflicts: overwrite(EMPTY_SESSION, silver, loses).conflicts};
    const resent = markSent(lostTwice, {edits: [{name: 'plan', value: 'Platinum', base: 2}]});
    const now = {...plan, value: 'Platinum', version: 3};
    expect(settle(resent, [now]).conflicts.size).toBe(0);
    expect(taken(resent, [{name: 'plan', value: 'Platinum', version: 3}]).conflicts.size).toBe(0);
  });
});
