import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterAll, describe, expect, it} from 'vitest';

import {checkConfig} from './check-config.js';
import {problemText} from './problem.js';

describe('an address book in a file of its own', () => {
  const directory = mkdtempSync(join(tmpdir(), 'deskwire-numbers-'));
  afterAll(() => rmSync(directory, {recursive: true}));

  const check = (
    name: string,
    content?: string,
    file: string | undefined = join(directory, 'config.yaml'),
  ) => {
    if (content !== undefined) writeFileSync(join(directory, name), content);
    const config = {
      tenant: {id: 't', name: 'T'},
      agents: [],
      numbers: [{name: 'A', number: '4499'}],
      numbersFile: name,
    };
    return checkConfig(JSON.stringify(config), file);
  };
  const said = (name: string, content?: string) =>
    check(name, content).problems.map((problem) => problemText(problem).replace(/^\d+:\d+: /, ''));

  it('comes after the numbers of the configuration', () => {
    const csv = '\uFEFFnumber,Name\r\n02-555-0119,"Kim, ""the"" warehouse"\r\n\r\n"+82 32 555 0120",야간\n';
    expect(check('numbers.csv', csv).config?.numbers).toEqual([
      {name: 'A', number: '4499'},
      {name: 'Kim, "the" warehouse', number: '02-555-0119'},
      {name: '야간', number: '+82 32 555 0120'},
    ]);
    const json = JSON.stringify([{name: 'B', number: '4500'}]);
    expect(check('numbers.json', json).config?.numbers).toHaveLength(2);
  });

  it('may be long', () => {
    const rows = Array.from({length: 50_000}, (_, at) => `Name ${at},010-${1_000_0000 + at}`);
    const begun = performance.now();
    expect(check('long.csv', ['name,number', ...rows].join('\n')).config?.numbers).toHaveLength(50_001);
    expect(performance.now() - begun).toBeLessThan(5_000);
  }, 20_000);

  it('is refused row by row, each with its line', () => {
    const csv = 'name,number\n,1234\n"two\nlines",4499\nBad,12\nGood,4499';
    expect(check('bad.csv', csv).problems.map((problem) => problemText(problem))).toEqual([
      'bad.csv:2:1: numbersFile[0].name is empty. Fill it, or leave it out.',
      'bad.csv:3:1: numbersFile[1].name must be one line without control characters. Correct it.',
      'bad.csv:5:1: numbersFile[2].number cannot be dialled: it has fewer than 3 digits. Correct the number.',
    ]);
  });

  it('is refused as a whole where it cannot be read', () => {
    expect(said('none.csv')[0]).toContain('numbersFile cannot be read');
    expect(said('numbers.txt', 'x')[0]).toContain('must be a .csv or a .json file');
    expect(said('header.csv', 'a,b\n1,2')[0]).toContain('columns name and number');
    expect(said('quote.csv', 'name,number\n"a,1')[0]).toContain('a quote that is not closed');
    expect(said('broken.json', '[')[0]).toContain('is not right JSON');
    expect(said('object.json', '{}')[0]).toContain('is not a list');
    const config = {tenant: {id: 't', name: 'T'}, agents: [], numbersFile: 'a.csv'};
    expect(checkConfig(JSON.stringify(config)).problems[0]?.problem).toContain(
      'needs a configuration that is a file',
    );
  });
});
