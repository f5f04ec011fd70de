import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {checkNumber, dialled} from '@deskwire/domain';
import {parseTsv, readTopic} from './corpus.mjs';
import {phoneJudges} from './phones.mjs';
import {check, countsOf, judgeRow, notApplicable, reasonsOf, scoreFile, tableOf} from './score.mjs';
import {controlsOf, readTrace} from './state-traces.mjs';

let corpora = '';

const put = (path: string, lines: readonly string[]) => {
  mkdirSync(join(corpora, path, '..'), {recursive: true});
  writeFileSync(join(corpora, path), `${lines.join('\n')}\n`);
};

beforeEach(() => {
  corpora = mkdtempSync(join(tmpdir(), 'deskwire-corpora-'));
  put('phones/public/b.tsv', ['id\ttext\tnote', 'b-1\ta\\tb\\\\n\t', 'b-2\tc']);
  put('phones/public/a.jsonl', ['{"id":"a-1","text":"x"}', '']);
  put('phones/public/readme.md', ['no rows']);
});
afterEach(() => {
  rmSync(corpora, {recursive: true});
});

describe('the loader', () => {
  it('reads TSV with its escapes and JSON lines, in order of name, and nothing else', () => {
    expect(readTopic(corpora, 'phones')).toEqual([
      {name: 'a.jsonl', rows: [{id: 'a-1', text: 'x'}]},
      {
        name: 'b.tsv',
        rows: [
          {id: 'b-1', text: 'a\tb\\n', note: ''},
          {id: 'b-2', text: 'c', note: ''},
        ],
      },
    ]);
  });

  it('says when there is no such topic, and gives no rows for an empty text', () => {
    expect(readTopic(corpora, 'xss')).toBeUndefined();
    expect(parseTsv('')).toEqual([]);
  });
});

describe('the score', () => {
  const row = {id: 'r'};

  it('passes when every check holds, and keeps what does not', () => {
    expect(judgeRow(row, () => ({checks: [check('a', [1], [1])]})).verdict).toBe('passed');
    const failed = judgeRow(row, () => ({checks: [check('a', 1, 1), check('b', 1, 2)]}));
    expect(failed).toMatchObject({verdict: 'failed', misses: [{what: 'b', expected: 1, got: 2}]});
  });

  it('fails a row that was not judged and one whose judge threw', () => {
    expect(judgeRow(row, () => ({checks: []})).verdict).toBe('failed');
    const thrown = judgeRow(row, () => {
      throw new Error('oh');
    });
    expect(thrown).toMatchObject({verdict: 'failed', misses: [{got: 'Error: oh'}]});
  });

  it('counts each kind apart, and the reasons of what does not apply', () => {
    const judge = ({id}: {id: string}) => {
      if (id === 'c') return {kind: 'derived', ...notApplicable('far away')};
      return {kind: 'theirs', checks: [check('is a', 'a', id)]};
    };
    const file = scoreFile({name: 'f', rows: ['a', 'b', 'c'].map((id) => ({id}))}, judge);
    expect(file.counts).toEqual({
      theirs: {rows: 2, passed: 1, failed: 1, notApplicable: 0, checks: 2},
      derived: {rows: 1, passed: 0, failed: 0, notApplicable: 1, checks: 0},
    });
    expect(countsOf(file.results).rows).toBe(3);
    expect(reasonsOf(file.results)).toEqual([{reason: 'far away', rows: 1}]);
    expect(tableOf([file]).split('\n')).toHaveLength(4);
  });
});

describe('the judges of phones', () => {
  const judges = phoneJudges({dialled, checkNumber});
  const parse = (text: string, expectation: string, expected: string) =>
    judgeRow({id: 'p', text, expectation, expected, default_region: 'NZ'}, judges['google_parse.tsv'])
      .verdict;

  it('tell a right number from a wrong one', () => {
    expect(parse('+64 3 331 6005', 'ok', '+6433316005')).toBe('passed');
    expect(parse('+64 3 331 6005', 'ok', '+6433316006')).toBe('failed');
    expect(parse('0044----', 'must-fail', '')).toBe('passed');
    expect(parse('+64 3 331 6005', 'must-fail', '')).toBe('failed');
  });

  it('leave what is read as of a region alone', () => {
    expect(parse('03 331 6005', 'ok', '+6433316005')).toBe('not applicable');
  });
});

describe('the reader of traces', () => {
  it('finds the state to begin in, events and flags', () => {
    expect(readTrace('...HELD{x}; CONSULT(queue); ASSIGN{isPaused:true}')).toEqual({
      state: 'HELD',
      events: [
        {name: 'CONSULT', flags: ''},
        {name: 'ASSIGN', flags: 'isPaused:true'},
      ],
    });
    expect(readTrace('...HELD; DANCE')).toEqual({unknown: 'DANCE'});
  });

  it('finds what should be allowed', () => {
    expect(controlsOf('main: end visible but disabled, hold hidden; consult: transfer enabled')).toEqual([
      {name: 'end', commands: ['interaction.end'], allowed: false},
      {name: 'hold', commands: ['call.hold'], allowed: false},
      {name: 'transfer', commands: ['consult.transfer'], allowed: true},
    ]);
  });
});

describe('npm run conformance', () => {
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, ['scripts/conformance.mjs', ...args], {encoding: 'utf8'});
  const json = () => join(corpora, 'out.json');

  it('says that it was skipped where there are no corpora', () => {
    expect(run('--corpora', join(corpora, 'none'), '--json', json())).toMatch(/Skipped/);
    expect(JSON.parse(readFileSync(json(), 'utf8'))).toEqual({skipped: true});
  });

  it('drives the real engine with a trace, and shows a row that fails', () => {
    put('traces/public/webex_task_state_traces.jsonl', [
      '{"id": "t-1", "events": "...CONNECTED; CONSULT(agent); CONSULT_FAILED", "outcome": "HELD"}',
      '{"id": "t-2", "events": "...CONNECTED; HOLD_SUCCESS", "outcome": "CONNECTED"}',
    ]);
    const said = run('--corpora', corpora, '--json', json(), '--verbose', 'traces');
    expect(said).toMatch(/t-2 .* states: expected \["CONNECTED"\], got .*"HELD"/);
    const {traces} = JSON.parse(readFileSync(json(), 'utf8')) as {
      traces: readonly {readonly counts: Record<string, {passed: number; failed: number}>}[];
    };
    expect(traces[0]?.counts['theirs-label']).toMatchObject({passed: 1, failed: 1});
  });
});
