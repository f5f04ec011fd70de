import {beforeEach, describe, expect, it} from 'vitest';
import {checkNumber, type DirectoryAgent} from '@deskwire/domain';

import {PickerModel} from './picker-model.js';
import {agentRows, numberRows, type DirectoryRow} from './rows.js';

const agent = (name: string, canReceive = true): DirectoryAgent => ({
  kind: 'agent',
  agent: {id: name, name},
  state: canReceive ? 'available' : 'engaged',
  canReceive,
});
const model = (): PickerModel =>
  new PickerModel((target) => (target.kind === 'number' ? checkNumber(target.number) : undefined));
const names = ({found}: PickerModel): readonly string[] => found.map(({name}) => name);

describe('choosing an agent', () => {
  let rows: readonly DirectoryRow[];
  let picker: PickerModel;

  beforeEach(async () => {
    rows = await agentRows({agents: [agent('Ada'), agent('Alan'), agent('Anna', false), agent('Bo')]}, 'en');
    picker = model();
    picker.take(rows);
  });

  it('moves as one types, chooses with Enter, and commits with the next one', () => {
    picker.type('a');
    expect([names(picker), picker.active, picker.choice]).toEqual([['Ada', 'Alan', 'Anna'], 0, undefined]);
    picker.move('ArrowDown');
    expect(picker.enter()).toBe(false);
    expect(picker.choice).toEqual({target: {kind: 'agent', agentId: 'Alan'}, name: 'Alan'});
    expect(picker.enter()).toBe(true);
  });

  it('lets go of what was chosen when the search goes on', () => {
    picker.pick(1);
    picker.type('b');
    expect(picker.choice).toBe(undefined);
  });

  it('does not choose who cannot take it, and says so', () => {
    picker.type('anna');
    expect(picker.enter()).toBe(false);
    expect(picker.choice).toBe(undefined);
    expect(picker.notice).toMatchObject({kind: 'cannot-take', row: {name: 'Anna'}});
  });

  it('lists only those who can take it where that is asked, and counts whom it hides', () => {
    picker.take(rows, true);
    expect([names(picker), picker.total]).toEqual([['Ada', 'Alan', 'Bo'], 3]);
    picker.type('anna');
    expect([names(picker), picker.hidden]).toEqual([[], 1]);
  });

  it('keeps the choice through a refresh while it can be had', async () => {
    picker.pick(0);
    picker.take(await agentRows({agents: [agent('Ada'), agent('New')]}, 'en'));
    expect(picker.choice?.name).toBe('Ada');
    picker.take(await agentRows({agents: [agent('Ada', false)]}, 'en'));
    expect([picker.choice, picker.notice]).toEqual([undefined, {kind: 'gone', name: 'Ada'}]);
  });

  it('says what is missing when nothing is chosen', () => {
    expect(picker.require()).toBe(undefined);
    expect(picker.notice).toEqual({kind: 'choose'});
  });

  it('remembers what was typed in each list, and chooses in one only', () => {
    picker.type('ad');
    picker.pick(0);
    picker.show('queues');
    expect([picker.text, picker.choice, picker.found]).toEqual(['', undefined, []]);
    picker.show('agents');
    picker.take(rows);
    expect([picker.text, names(picker), picker.choice]).toEqual(['ad', ['Ada'], undefined]);
  });
});

describe('choosing a number', () => {
  let picker: PickerModel;

  beforeEach(async () => {
    picker = model();
    picker.show('numbers');
    const numbers = [
      {name: 'Hanbit 24', number: '+82 32-555-0119'},
      {name: 'Broken', number: '1'},
    ];
    picker.take(await numberRows({numbers}, 'en'));
  });

  it('takes what is typed for the number, without choosing', () => {
    picker.type('010-4827-1934');
    expect([picker.active, picker.choice?.target]).toEqual([-1, {kind: 'number', number: '01048271934'}]);
    expect(picker.enter()).toBe(true);
  });

  it('shows why a number cannot be dialled only when it is asked for', () => {
    picker.type('+1 415');
    expect([picker.choice, picker.isRevealed]).toEqual([undefined, false]);
    expect(picker.enter()).toBe(false);
    expect([picker.isRevealed, picker.notice]).toEqual([true, undefined]);
    picker.type('+1 4155');
    expect(picker.isRevealed).toBe(false);
  });

  it('takes letters for a name while a name matches', () => {
    picker.type('hanbit 2');
    expect([names(picker), picker.active, picker.choice]).toEqual([['Hanbit 24'], 0, undefined]);
    expect(picker.enter()).toBe(false);
    expect(picker.choice).toEqual({target: {kind: 'number', number: '+82325550119'}, name: 'Hanbit 24'});
  });

  it('drops letters where no name matches', () => {
    picker.type('1-800-FLOWERS');
    expect(picker.choice?.target).toEqual({kind: 'number', number: '1800'});
  });

  it('does not choose a number of the book that cannot be dialled', () => {
    picker.type('broken');
    picker.enter();
    expect([picker.choice, picker.notice]).toMatchObject([undefined, {kind: 'refused'}]);
  });
});
