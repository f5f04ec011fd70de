import {describe, expect, it} from 'vitest';

import {NumberEdit} from './number-edit.js';

const edited = (text: string): NumberEdit => {
  const edit = new NumberEdit();
  edit.reset(text);
  return edit;
};

describe('the number in a dialpad', () => {
  it('takes the place of what is selected', () => {
    const edit = edited('0212345');
    edit.select(0, 2);
    edit.put('+82 2');
    expect(edit.text).toBe('+82212345');
    expect(edit.selection).toEqual([4, 4]);
  });

  it('holds only what can be dialled, and keeps the caret where it was', () => {
    const edit = edited('0255501');
    edit.take('02a-55501', 4);
    expect(edit.text).toBe('0255501');
    expect(edit.selection).toEqual([2, 2]);
    expect(edit.lostLetters).toBe(true);
  });

  it('says that letters were lost only of the change that lost them', () => {
    const edit = edited('');
    edit.put('1-800-FLOWERS');
    expect([edit.text, edit.lostLetters]).toEqual(['1800', true]);
    edit.put('5');
    expect(edit.lostLetters).toBe(false);
    edit.put('(02) 555-0142');
    expect(edit.lostLetters).toBe(false);
  });

  it.each([
    ['tel:+82-10-4827-1934;ext=12', '+821048271934'],
    ['+82 (0)10 4827 1934', '+821048271934'],
    ['０１０', '010'],
    ['ㅁ', ''],
    ['\u0000\u202E12', '12'],
  ])('reads %s as %s', (text, number) => {
    expect(edited(text).text).toBe(number);
  });

  it('deletes what is selected, or before the caret, and nothing before the first', () => {
    const edit = edited('12345');
    edit.erase();
    expect(edit.text).toBe('1234');
    edit.select(1, 3);
    edit.erase();
    expect([edit.text, ...edit.selection]).toEqual(['14', 1, 1]);
    edit.select(0);
    edit.erase();
    expect(edit.text).toBe('14');
  });

  it('undoes and does again step by step, with its caret', () => {
    const edit = edited('');
    for (const digit of '010') edit.put(digit);
    edit.clear();
    expect(edit.undo()).toBe(true);
    expect([edit.text, ...edit.selection]).toEqual(['010', 3, 3]);
    edit.undo();
    expect(edit.text).toBe('01');
    edit.redo();
    expect(edit.text).toBe('010');
    edit.undo();
    edit.put('9');
    expect(edit.redo()).toBe(false);
    expect(edit.text).toBe('019');
  });

  it('does not count what changed nothing', () => {
    const edit = edited('12');
    edit.take('12x', 3);
    edit.select(0);
    expect(edit.undo()).toBe(false);
    edit.put('');
    expect(edit.undo()).toBe(false);
  });

  it('forgets what was before another number', () => {
    const edit = edited('12');
    edit.put('3');
    edit.reset('44');
    expect(edit.undo()).toBe(false);
    expect(edit.text).toBe('44');
  });
});
