// Finding agents and words in Korean: peers' answers to queries over one list of names, and their own tests.
import {check, notApplicable} from './score.mjs';

const FUZZY = 'finds letters that stand apart; ours have to stand together';
const OTHER =
  'takes syllables apart, puts them together, spells or pronounces them, or picks a particle; ours only finds';
const OTHER_OPTION = 'is about an option that our matcher does not have';
const ONSETS_ALONE =
  'takes a consonant in the middle for a consonant alone; ours always stands for every syllable with it';

/** Who answered, by the columns of the queries; a peer that was not asked has none. */
const PEERS = [
  'korean_regexp_initial',
  'korean_regexp_initial_engToKor',
  'es_hangul_choseong',
  'es_hangul_disassemble',
  'substring',
];

const without = (some, others) => some.filter((one) => !others.includes(one));

/** What all peers find that were asked, and what any of them finds. */
export function answersOf(row) {
  const answers = PEERS.map((peer) => row[peer]).filter(Array.isArray);
  const any = [...new Set(answers.flat())];
  return {any, all: any.filter((one) => answers.every((answer) => answer.includes(one)))};
}

/** Judges of queries over agents. `core` has the real matcher and index. */
export function queryJudges({search: {matches, searchable}, haystackOf, TextIndex}, agents) {
  const index = new TextIndex(agents.map(({name, extension}) => haystackOf(name, extension)));
  const fields = agents.map(({id, name, extension}) => ({id, name: searchable(name), extension}));
  const idsOf = (some) => some.map(({id}) => id).sort();

  /** What a plain search finds, word by word: it has to be found, and is nothing strange, whatever the peers make of it. */
  const plainly = (query) => {
    const words = query.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
    return idsOf(
      fields.filter(({name, extension}) =>
        words.every((word) => name.toLowerCase().includes(word) || extension.includes(word)),
      ),
    );
  };
  const matched = (query) => {
    const match = matches(query);
    return idsOf(fields.filter(({name, extension}) => match(name, extension)));
  };
  const indexed = (query) =>
    index
      .find(query)
      .map((at) => agents[at].id)
      .sort();
  const about = ({query, kind}, group = kind) => ({kind: 'derived', input: query, group});

  const found = (row) => {
    const {any, all} = answersOf(row);
    const [got, plain] = [matched(row.query), plainly(row.query)];
    return {
      ...about(row),
      checks: [
        check('lists what all peers find', [], without(all, got)),
        check('lists what a plain search finds', [], without(plain, got)),
        check('lists nothing that no peer finds', [], without(got, [...any, ...plain])),
        ...(row.query.trim() ? [check('the index finds the same', got, indexed(row.query))] : []),
      ],
    };
  };
  const more = (row) => ({
    ...about(row, `any peer: ${row.kind}`),
    checks: [check('lists what any peer finds', [], without(answersOf(row).any, matched(row.query)))],
  });
  return {found, more};
}

/** The judge of words that a query should pick out of a list. */
export const wordsJudge =
  ({search: {matches, searchable}}) =>
  ({query, words, matched, options}) => {
    const about = {kind: 'theirs', input: query};
    if (options.fuzzy) return {...about, ...notApplicable(FUZZY)};
    return {
      ...about,
      checks: [
        check(
          'picks',
          matched,
          words.filter((word) => matches(query)(searchable(word))),
        ),
      ],
    };
  };

const FIRST = 0xac00;
const SYLLABLES = 11_172;
const SILENT_OPTIONS = new Set(['ignoreSpace', 'startsWith', 'endsWith', 'engToKor', 'initialSearch']);

/** Whether every option is off, or one that changes only how the expression is written. */
const isPlain = (options) =>
  Object.entries(options).every(
    ([name, value]) => name === 'nonCaptureGroup' || (SILENT_OPTIONS.has(name) && !value),
  );

/** Every text that the query can have become with one more key, and every one that it cannot. */
const continuations = (query) => {
  const start = [...query].slice(0, -1).join('');
  return Array.from({length: SYLLABLES}, (_, at) => start + String.fromCharCode(FIRST + at));
};

const COMPOUND = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
};
const ONSETS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const CODAS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** The keys that a text is typed with on a Korean keyboard. */
export const keysOf = (text) =>
  [...text]
    .flatMap((char) => {
      const at = char.codePointAt(0) - FIRST;
      if (at < 0 || at >= SYLLABLES) return [char];
      return [ONSETS[Math.floor(at / 588)], VOWELS[Math.floor(at / 28) % 21], CODAS[at % 28]];
    })
    .map((letter) => COMPOUND[letter] ?? letter)
    .join('');

/** The judge of single functions; only those of finding have a counterpart. */
export function vectorJudge({search: {matches}}) {
  const isFound = (query, text) => matches(query)(text) !== undefined;
  const expression = ([query, options = {}], source) => {
    const initials = options.initialSearch === true;
    if (!isPlain({...options, initialSearch: false})) return notApplicable(OTHER_OPTION);
    if (!initials && /[ㄱ-ㅎ](?!$)/.test(query)) return notApplicable(ONSETS_ALONE);
    const theirs = new RegExp(source);
    const texts = [query, ...continuations(query), ...[...query].flatMap(continuations)];
    const ours = new Set(texts.filter((text) => isFound(query, text)));
    const missing = texts.filter((text) => theirs.test(text) && !ours.has(text));
    // What begins with the same keys may still become it, although their expression does not know.
    const strange = [...ours].filter((text) => !theirs.test(text) && !keysOf(text).startsWith(keysOf(query)));
    return {
      checks: [
        check('finds what their expression finds', [], missing.slice(0, 5)),
        check('finds nothing that cannot become it', [], strange.slice(0, 5)),
      ],
    };
  };
  const place = ([text, query], expected) => {
    const [[range] = []] = matches(query)(text) ?? [];
    return {checks: [check('stands at', expected, range?.[0] ?? -1)]};
  };
  const byFunction = {
    getRegExp: expression,
    'getRegExp().source': expression,
    'Hangul.search': place,
  };
  return ({fn, args, expected}) => {
    const about = {kind: 'theirs', input: `${fn}(${JSON.stringify(args).slice(1, -1)})`};
    const judge = byFunction[fn];
    return {...about, ...(judge ? judge(args, expected) : notApplicable(OTHER))};
  };
}
