import {describe, expect, it} from 'vitest';
import {aVariable} from '@deskwire/testing/fixtures.js';

import {cutInsertion} from './cut-insertion.js';
import {layOut, linesOf} from './layout.js';
import {follow} from './leaving.js';
import {addDays, addMonths, dayOf, isoOf, moved, weekdayOf, weeksOf} from './calendar.js';

const FAMILY = '👨‍👩‍👧‍👦';

describe('a text that is too long', () => {
  it('loses the end of what came in, between two characters', () => {
    expect(cutInsertion(0, {text: `abc${FAMILY}`, caret: 3 + FAMILY.length}, 8)).toEqual({
      ...{text: 'abc', caret: 3, leftOut: FAMILY.length},
    });
  });

  it('keeps what stood behind', () => {
    expect(cutInsertion(4, {text: 'abXYZcd', caret: 5}, 6)).toEqual({text: 'abXYcd', caret: 4, leftOut: 1});
  });

  it('may get shorter, not longer, where it was too long already', () => {
    expect(cutInsertion(9, {text: '12345678', caret: 8}, 4).leftOut).toBe(0);
    expect(cutInsertion(9, {text: '1234567890', caret: 10}, 4)).toEqual({
      text: '123456789',
      caret: 9,
      leftOut: 1,
    });
  });
});

describe('the layout', () => {
  const variable = (name: string, order: number, value = '') => aVariable({name, order, value});

  it('is admin’s order, thirty at most, with those beside them that were taken away', () => {
    const all = Array.from({length: 31}, (_, index) => variable(`v${index}`, 31 - index));
    const {names} = layOut(all, [variable('gone', 2.5)]);
    expect(names.slice(0, 4)).toEqual(['v30', 'v29', 'gone', 'v28']);
    expect(names).toHaveLength(31);
    expect(names).not.toContain('v0');
  });

  it('stays as it was first shown while the variables are the same', () => {
    const before = layOut([variable('a', 1), variable('b', 2)], []);
    expect(layOut([variable('a', 2), variable('b', 1, 'x'.repeat(99))], [], before)).toBe(before);
    expect(layOut([variable('c', 1)], [], before).names).toEqual(['c']);
  });

  it('gives a long text a line of its own, and no secure one', () => {
    const long = variable('b', 2, 'x'.repeat(40));
    const layout = layOut([variable('a', 1), long, variable('c', 3), variable('d', 4)], []);
    const fields = layout.names.map((name) => ({name}));
    expect(linesOf(fields, layout)).toEqual([[{name: 'a'}], [{name: 'b'}], [{name: 'c'}, {name: 'd'}]]);
    expect(layOut([{...long, secure: true}], []).wide.size).toBe(0);
  });
});

describe('the contact in the pane', () => {
  const free = () => false;
  const held = () => true;

  it('is the one that should be shown, unless something holds it', () => {
    expect(follow({shown: 'a'}, 'b', free)).toEqual({shown: 'b'});
    expect(follow({shown: undefined}, 'b', held)).toEqual({shown: 'b'});
    expect(follow({shown: 'a'}, 'b', held)).toEqual({shown: 'a', leaving: {to: 'b', phase: 'new'}});
    expect(follow({shown: 'a'}, undefined, held)).toEqual({
      shown: 'a',
      leaving: {to: undefined, phase: 'new'},
    });
  });

  it('is asked about once for each other contact, and no more once that one is not wanted', () => {
    const staying = {shown: 'a', leaving: {to: 'b', phase: 'staying'}} as const;
    expect(follow(staying, 'b', held)).toEqual(staying);
    expect(follow(staying, 'c', held)).toEqual({shown: 'a', leaving: {to: 'c', phase: 'new'}});
    expect(follow(staying, 'a', held)).toEqual({shown: 'a'});
    expect(follow(staying, 'b', free)).toEqual({shown: 'b'});
  });
});

describe('the calendar', () => {
  const day = (iso: string) => dayOf(iso) ?? {year: 0, month: 0, day: 0};

  it('reads days that exist', () => {
    expect(dayOf('2024-02-29')).toEqual({year: 2024, month: 2, day: 29});
    expect(dayOf('2024-02-29T10:00:00')).toEqual({year: 2024, month: 2, day: 29});
    expect([dayOf('2023-02-29'), dayOf(''), dayOf('2023-02-290')]).toEqual([undefined, undefined, undefined]);
    expect(isoOf(day('0099-12-31'))).toBe('0099-12-31');
  });

  it('goes over the ends of months and years, and stops where stored dates end', () => {
    expect(isoOf(addDays(day('2026-12-31'), 1))).toBe('2027-01-01');
    expect(isoOf(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29');
    expect(isoOf(addMonths(day('2026-01-15'), -1))).toBe('2025-12-15');
    expect(isoOf(addDays(day('9999-12-31'), 1))).toBe('9999-12-31');
    expect(isoOf(addMonths(day('0001-01-31'), -1))).toBe('0001-01-31');
  });

  it('has weeks from Sunday to Saturday that hold every day of the month once', () => {
    for (const iso of ['2026-11-10', '2026-02-01', '2015-02-01', '0001-01-01']) {
      const weeks = weeksOf(day(iso));
      expect(weeks.every((week) => week.length === 7 && week[0] && weekdayOf(week[0]) === 0)).toBe(true);
      const own = weeks.flat().filter(({month}) => month === day(iso).month);
      expect(own.map((one) => one.day)).toEqual(own.map((_, index) => index + 1));
      expect(own.length).toBeGreaterThanOrEqual(28);
    }
  });

  it('turns sideways keys where the writing does', () => {
    expect(moved(day('2026-11-20'), 'ArrowLeft', false, true)?.day).toBe(21);
    expect(moved(day('2026-11-20'), 'ArrowLeft', false, false)?.day).toBe(19);
    expect(moved(day('2026-11-20'), 'x', false, false)).toBe(undefined);
  });
});
