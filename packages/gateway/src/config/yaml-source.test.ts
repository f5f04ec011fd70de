import {describe, expect, it} from 'vitest';

import {CONFIG_MAX_CHARACTERS, readSource} from './yaml-source.js';

const problemOf = (text: string): string | undefined => readSource(text).problems[0]?.problem;

describe('the text of a configuration', () => {
  it('is YAML or JSON', () => {
    expect(readSource('a: 1\nb: [x, {c: 2026-01-01}]').value).toEqual({a: 1, b: ['x', {c: '2026-01-01'}]});
    expect(readSource('{\n\t"a": "\\u00e9\\/",\n\t"b": [1,\n\t\tnull]\n}').value).toEqual({
      a: 'é/',
      b: [1, null],
    });
    expect(readSource('\uFEFFa: yes').value).toEqual({a: 'yes'});
  });

  it('says where something stands, in a list and behind an alias', () => {
    const {placeOf} = readSource('all: &all\n  - {x: 1}\nagain: *all\n');
    expect(placeOf(['all', 0, 'x'])).toEqual({line: 2, column: 6});
    expect(placeOf(['again', 0, 'x'])).toEqual({line: 2, column: 6});
    expect(placeOf(['all', 0, 'missing'])).toEqual({line: 2, column: 5});
    expect(placeOf(['nowhere'])).toEqual({line: 1, column: 1});
  });

  it.each([
    ['a duplicate key', 'a: 1\na: 2', 'unique'],
    ['a duplicate key in JSON', '{"a": 1, "a": 2}', 'unique'],
    ['a tag of its own', 'a: !secret x', 'tag'],
    ['a tag of YAML that is not of its core', 'a: !!binary aGVsbG8=', 'tag'],
    ['a second document', 'a: 1\n---\nb: 2', 'documents'],
    ['a key that is no text', '? [a]\n: 1', 'keys must be strings'],
    ['a bracket that is not closed', 'a: [1', 'not right YAML'],
    ['an alias of nothing', 'a: *nobody', 'alias of nothing'],
    ['names that JavaScript would obey', '__proto__: {demo: true}', 'a name that cannot be used'],
    ['names that JavaScript would obey, further down', 'a: [{constructor: 1}]', 'a name that cannot be used'],
  ])('is refused for %s', (_, text, says) => {
    expect(problemOf(text)).toContain(says);
  });

  it('takes neither an alias bomb, nor a tower of brackets, nor an endless file', () => {
    const row = (name: string, item: string) => `${name}: &${name} [${Array(10).fill(item).join(', ')}]`;
    const bomb = [row('a', 'x'), row('b', '*a'), row('c', '*b'), row('d', '*c'), row('e', '*d')].join('\n');
    expect(problemOf(bomb)).toBe('repeats too much by aliases');
    for (const tower of [
      'a: ' + '['.repeat(500_000),
      '- '.repeat(500_000),
      '{a: '.repeat(1_000),
      `a:\n${' '.repeat(300)}b: 1`,
    ])
      expect(problemOf(tower)).toBe('nests too deep');
    expect(problemOf('x'.repeat(CONFIG_MAX_CHARACTERS + 1))).toContain('more than');
  });

  it('knows no circle', () => {
    expect(problemOf('a: &a\n  b: *a')).toBe('repeats itself without end');
  });
});
