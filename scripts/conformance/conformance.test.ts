import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {checkNumber, cutText, dialled} from '@deskwire/domain';
import {cutChecks, talkChecks} from './chat.mjs';
import {turnsOf} from './chat-wire.mjs';
import {loadCore} from './core.mjs';
import {parseTsv, readBeside, readTopic} from './corpus.mjs';
import {answersOf, keysOf, queryJudges, vectorJudge, wordsJudge} from './hangul-search.mjs';
import {loneParticles} from './ime-checklist.mjs';
import {deskMailOf, truthOf} from './emails.mjs';
import {expectedOf, sequenceJudge, startOf} from './ime.mjs';
import {linkJudge} from './links.mjs';
import {mailOfText, quoteJudge} from './mail-quotes.mjs';
import {lost} from './mail-texts.mjs';
import {phoneJudges} from './phones.mjs';
import {check, countsOf, judgeRow, notApplicable, reasonsOf, scoreFile, tableOf} from './score.mjs';
import {controlsOf, readTrace} from './state-traces.mjs';
import {checksOf, mailChecksOf} from './xss.mjs';

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

  it('reads a folder of pages, a row each, and what stands beside the parts of a topic', () => {
    put('xss/public/pages/b.html', ['<p>b']);
    put('xss/public/pages/a.html', ['<p>a']);
    put('xss/public/pages/a.css', ['p {}']);
    put('xss/public/empty/a.css', ['p {}']);
    put('xss/all.tsv', ['id', 'x-1']);
    expect(readTopic(corpora, 'xss')).toEqual([
      {
        name: 'pages',
        rows: [
          {id: 'a.html', input: '<p>a\n'},
          {id: 'b.html', input: '<p>b\n'},
        ],
      },
    ]);
    expect(readBeside(corpora, 'xss')).toEqual([{name: 'all.tsv', rows: [{id: 'x-1'}]}]);
  });

  it('reads messages as the bytes that they are, and files of rows in a folder', () => {
    put('emails/public/eml/a.eml', ['From: \u00e4']);
    put('emails/public/quoted/rows.jsonl', ['{"id":"q"}']);
    const files = readTopic(corpora, 'emails') as {name: string; rows: {id: string; message?: Buffer}[]}[];
    expect(files.map(({name, rows: [row]}) => [name, row?.id, row?.message?.length])).toEqual([
      ['eml', 'eml/a.eml', 9],
      ['quoted/rows.jsonl', 'q', undefined],
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

/** The verdict of a judge about a row. */
const verdict = (judge: (row: never) => object, row: object): string =>
  judgeRow({id: 'r', ...row}, judge as (row: object) => object).verdict;

describe('the judge of hostile texts', () => {
  const harmless = {changed: [], elements: [], links: [], style: [], fired: []};
  const of = (seen: object): string => verdict(() => ({checks: checksOf({...harmless, ...seen})}), {});

  it('passes a text that is nothing but itself, and nothing else', () => {
    expect(of({})).toBe('passed');
    for (const key of Object.keys(harmless)) expect([key, of({[key]: ['x']})]).toEqual([key, 'failed']);
  });
});

describe('the judges of chat', () => {
  const said = [{role: 'customer', text: '안녕'}];
  const talk = {turns: said, refusals: [undefined], taken: said, desk: said, page: said};
  const of = (set: object, faults = {desk: [], page: []}): string =>
    verdict(() => ({checks: talkChecks({...talk, ...set}, faults as never)}), {});

  it('ask for the same text on both sides, and for the refusal that is due', () => {
    expect(of({})).toBe('passed');
    expect(of({desk: [{text: '안녕'.normalize('NFD')}]})).toBe('failed');
    expect(of({page: []})).toBe('failed');
    expect(of({}, {desk: [], page: ['ordered'] as never})).toBe('failed');
    const long = [{role: 'agent', text: 'a'.repeat(1001)}];
    const refused = {turns: long, taken: [], desk: [], page: []};
    expect(of({...refused, refusals: ['DW_MESSAGE_TOO_LONG']})).toBe('passed');
    expect(of({...refused, refusals: ['DW_MESSAGE_EMPTY']})).toBe('failed');
  });

  it('find what is said, and by whom', () => {
    expect(turnsOf({text: 'a'})).toEqual([
      {role: 'customer', text: 'a'},
      {role: 'agent', text: 'a'},
    ]);
    expect(turnsOf({q: 'a', a: 'b'})).toEqual([
      {role: 'customer', text: 'a'},
      {role: 'agent', text: 'b'},
    ]);
    expect(turnsOf({turns: [{role: 'action', text: 'a'}]})).toEqual([]);
  });

  it('cut between characters only', () => {
    const clusters = ['a', '👩‍👩‍👧', '각'.normalize('NFD')];
    const of = (cut: (text: string, max: number) => string): string =>
      verdict(() => ({checks: cutChecks(cut, clusters)}), {});
    expect(of(cutText)).toBe('passed');
    expect(of((text, max) => text.slice(0, max))).toBe('failed');
  });
});

describe('the judges of a real core', () => {
  let core: Awaited<ReturnType<typeof loadCore>>;
  beforeAll(async () => {
    core = await loadCore();
  });

  it('tell which addresses are linked from those that are not, and why not', () => {
    const judge = linkJudge(core);
    const of = (text: string, link: string | null): string =>
      verdict(judge, {text, link, expect: link ? 'link' : 'no link'});
    expect(of('see https://shop.example.', 'https://shop.example')).toBe('passed');
    expect(of('see https://shop.example.', 'https://shop.example.')).toBe('failed');
    expect(of('see https://shop.example.', null)).toBe('failed');
    expect(of('shop.example', 'shop.example')).toBe('not applicable');
    expect(of('https://a:b@shop.example', 'https://a:b@shop.example')).toBe('not applicable');
    expect(of('ftp://shop.example', 'ftp://shop.example')).toBe('not applicable');
  });

  it('ask for what all peers find, and for nothing that none does', () => {
    const agents = [
      {id: 'a1', name: '김민수', extension: '1001'},
      {id: 'a2', name: '강문식', extension: '1002'},
    ];
    const {found, more} = queryJudges(core, agents);
    const of = (query: string, one: readonly string[], other: readonly string[] | null): object => ({
      query,
      kind: 'k',
      korean_regexp_initial: one,
      es_hangul_choseong: other,
    });
    expect(answersOf(of('ㄱㅁ', ['a1', 'a2'], ['a1']))).toEqual({any: ['a1', 'a2'], all: ['a1']});
    expect(verdict(found, of('ㄱㅁㅅ', ['a1', 'a2'], ['a2', 'a1']))).toBe('passed');
    expect(verdict(found, of('ㄱㅁㅅ', ['a1'], null))).toBe('failed');
    expect(verdict(found, of('김', ['a1', 'a2'], ['a1', 'a2']))).toBe('failed');
    expect(verdict(found, of('1002', [], null))).toBe('passed');
    expect(verdict(more, of('김', ['a1', 'a2'], ['a1']))).toBe('failed');
  });

  it('compare what an expression finds, and let grow what can', () => {
    const of = (args: readonly unknown[], expected: unknown, fn = 'getRegExp'): string =>
      verdict(vectorJudge(core), {fn, args, expected});
    expect(of(['온라이'], '온라[이-잏]')).toBe('passed');
    expect(of(['온라이'], '온라[이-잏자]')).toBe('failed');
    expect(of(['온라날'], '온라(날|나[라-맇])')).toBe('passed');
    expect(of(['한ㄱ글'], '한ㄱ글')).toBe('not applicable');
    expect(of(['온', {startsWith: true}], '^온')).toBe('not applicable');
    expect(of(['달맞이', 'ㅁㅇ'], 1, 'Hangul.search')).toBe('passed');
    expect(of(['값'], true, 'hasBatchim')).toBe('not applicable');
    expect(keysOf('값과')).toBe('ㄱㅏㅂㅅㄱㅗㅏ');
    const words = {query: 'ㅋㅍ', words: ['카페', '카카오페이'], options: {fuzzy: false}};
    expect(verdict(wordsJudge(core), {...words, matched: ['카페']})).toBe('passed');
    expect(verdict(wordsJudge(core), {...words, matched: ['카페', '카카오페이']})).toBe('failed');
  });
});

describe('the reader of compositions', () => {
  it('finds the text to begin with, and the caret', () => {
    expect(startOf('')).toEqual({text: '', from: 0, to: 0});
    expect(startOf('ab|c')).toEqual({text: 'abc', from: 2, to: 2});
    expect(startOf('some word, all selected')).toEqual({text: 'some word', from: 0, to: 9});
  });

  it('knows what a box holds afterwards, and what was sent', () => {
    const steps = [
      ['type', 'a'],
      ['compose', ['ㅎ', '하', '한']],
      ['setComposition', '가'],
    ];
    expect(expectedOf({start: 'x|z', steps})).toEqual({text: 'xa한가z', sends: []});
    expect(expectedOf({start: '', steps: [...steps, ['insertText', '가'], ['key', 'Enter']]})).toEqual({
      text: '',
      sends: ['a한가'],
    });
  });

  it('does not take a text or a number of sends for another', () => {
    const row = {id: 'r', title: 't', start: '', steps: [['compose', ['ㅎ', '한']]], expected: '한 there'};
    const of = (before: string, sends: readonly string[]): string => {
      const state = {text: before, shown: before, sends: []};
      return verdict(sequenceJudge(new Map([['r', {before: state, after: {sends}, asked: []}]])), row);
    };
    expect(of('한', ['한'])).toBe('passed');
    expect(of('하ㄴ', ['한'])).toBe('failed');
    expect(of('한', ['한', '한'])).toBe('failed');
    expect(of('한', [])).toBe('failed');
  });

  it('finds a particle that fits some names only', () => {
    expect(
      loneParticles("a: '{name}가 나갔습니다.',\nb: '{name} 님이 나갔습니다.',\nc: '{count}이 {by}가'"),
    ).toEqual(["a: '{name}가 나갔습니다.',"]);
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

  it(
    'shows a text, a link and a composition in a real browser, and says what is wrong',
    {timeout: 90_000},
    () => {
      put('xss/public/vectors.jsonl', [
        '{"id": "x-1", "input": "<img src=x onerror=alert(1)>", "verdict": "attack"}',
      ]);
      put('chat/public/texts.jsonl', [
        '{"id": "c-1", "text": "안녕 \u202Ehttps://shop.example/a", "link": "https://shop.example/b", "expect": "link"}',
      ]);
      put('hangul/public/ime.jsonl', [
        '{"id": "h-1", "title": "one", "start": "", "steps": [["compose", ["ㅎ", "하", "한"]]], "expected": "한"}',
        '{"id": "h-2", "title": "two", "start": "", "steps": [["compose", ["ㅎ", "하", "한"]]], "expected": "둘"}',
      ]);
      const said = run('--corpora', corpora, '--json', json(), 'xss', 'chat', 'hangul');
      expect(said).toMatch(/Shown as a document instead, 1 of 1 attacks fire/);
      const scores = JSON.parse(readFileSync(json(), 'utf8')) as Record<
        string,
        readonly {readonly name: string; readonly results: readonly {id: string; verdict: string}[]}[]
      >;
      const verdicts = Object.values(scores).flatMap((files) =>
        files.flatMap(({name, results}) => results.map(({id, verdict}) => `${name} ${id} ${verdict}`)),
      );
      expect(verdicts).toEqual([
        'vectors.jsonl x-1 passed',
        'vectors.jsonl, as mail x-1 passed',
        'texts.jsonl c-1 passed',
        'texts.jsonl, linked c-1 failed',
        'ime.jsonl h-1 passed',
        'ime.jsonl h-2 failed',
      ]);
    },
  );
});

describe('the judges of mails', () => {
  it('know what a message says: made so, or said by both peers alike', () => {
    const oracle = {
      postal_mime: {subject: 'a  b', textStart: 'one two three', from: {address: 'x@x'}, attachments: []},
      python_email: {subject: 'a b', text_start: 'one\r\ntwo th'},
    };
    expect(truthOf(undefined, oracle)).toMatchObject({subject: 'a  b', start: 'onetwoth', address: 'x@x'});
    const other = {...oracle, python_email: {subject: 'c', text_start: 'two'}};
    expect(truthOf(undefined, other)).toMatchObject({subject: undefined, start: undefined});
    expect(truthOf({subject: 's', text: 't', from_name: 'n'}, oracle)).toEqual({
      kind: 'derived',
      subject: 's',
      text: 't',
      name: 'n',
    });
  });

  it('find words that are lost, in their order, whatever stands between', () => {
    expect(lost('one two three', 'one Image blocked twothree')).toBe('');
    expect(lost('one two three', 'three one')).toBe('two three');
  });

  it('hand the desk what was read, with the bytes of its files', () => {
    const file = {
      name: 'a.png',
      type: 'image/png',
      size: 1,
      contentId: 'c',
      isShown: true,
      bytes: Buffer.from('a'),
    };
    const {mail, bytes} = deskMailOf({
      subject: 's',
      text: 't',
      html: 'h',
      quoteAt: undefined,
      attachments: [file],
    });
    expect(mail.attachments).toEqual([
      {id: 'file-0', name: 'a.png', type: 'image/png', size: 1, contentId: 'c', inline: true},
    ]);
    expect(bytes).toEqual({'file-0': 'YQ=='});
  });

  it('tell what is folded of an answer', () => {
    const judged = (own: string, expected: object) => {
      const row = {id: 'q', kind: 'plain', source: 's', input: `${own} On x wrote:`, expected};
      return judgeRow(row, quoteJudge(new Map([[row, {own}]]))).verdict;
    };
    expect(judged('mine', {visible_exact: 'mine'})).toBe('passed');
    expect(judged('mine\n> theirs', {visible_exact: 'mine'})).toBe('failed');
    expect(judged('min', {visible_exact: 'mine'})).toBe('failed');
    expect(judged('mine\n--\nme', {visible_exact: 'mine'})).toBe('not applicable');
    expect(judged('mine', {signature: 'me'})).toBe('not applicable');
    expect(judged('mine', {matches: ['/^mine/ on first fragment'], not_matches: ['/theirs/ on reply']})).toBe(
      'passed',
    );
    expect(mailOfText('가').toString()).toContain(Buffer.from('가').toString('base64'));
  });

  it('pass HTML that does nothing, and nothing else', () => {
    const good = {fired: [], strange: [], twice: '', style: [], raw: 'text', whole: 'text'};
    const verdictOf = (seen: Record<keyof typeof good, string | readonly string[]>) =>
      judgeRow({id: 'x'}, () => ({checks: mailChecksOf(seen, true)})).verdict;
    expect(verdictOf(good)).toBe('passed');
    for (const bad of [
      {fired: ['alert']},
      {strange: ['<script>']},
      {twice: '<p>'},
      {style: ['beside']},
      {whole: 'tex'},
    ])
      expect(verdictOf({...good, ...bad})).toBe('failed');
  });
});
