// Topic phones: what would be dialled of a number that somebody types or pastes, and whether it may be dialled at all.
import {check, notApplicable} from './score.mjs';

const REGION = 'reads the number as of a region; we dial what was typed, never a reinterpretation';
const PLAN = 'needs a numbering plan; whether somebody has the number shows when it rings';
const FINDER = 'finds numbers inside a text; the desk dials a number that somebody gives';
const DISPLAY = 'is about display alone; no digits are compared';
const LETTERS = 'turns letters into digits; we drop them and say so';
const SHORT = 'has fewer than 3 digits, which XFER-6 refuses';
const LONG = 'has more than 14 digits, which XFER-6 refuses';

const NUMBERING = {min: 3, max: 14};

const EXTENSION = /[\s,;]*(?:\bext\b\.?|[xｘ](?=\s*\d)|내선|доб\.?)\s*\d+\s*#?\s*$/iu;

/** Digits and `+ # * :` as a reader would note them, without an extension and a trunk zero in brackets. */
export const noted = (text) =>
  text
    .normalize('NFKC')
    .replace(EXTENSION, '')
    .replace(/^(\s*\+\d+\s*)\(0\)/, '$1')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.codePointAt(0) - 0x0660))
    .replace(/[\u1810-\u1819]/g, (digit) => String(digit.codePointAt(0) - 0x1810))
    .replace(/[^0-9+#*:]/g, '');

const digitsIn = (text) => noted(text).replace(/\D/g, '').length;
const isAbroadForm = (text) => /^\s*[+＋]/.test(text);
const sizeReason = (text) => {
  const digits = digitsIn(text);
  if (digits < NUMBERING.min) return SHORT;
  return digits > NUMBERING.max ? LONG : undefined;
};

/** The judges of the topic by file name. `domain` is the real one. */
export function phoneJudges({dialled, checkNumber}) {
  const verdictOf = (text) => checkNumber(dialled(text))?.params?.reason ?? 'ok';
  const accepted = (text) => check(`may dial ${text}`, 'ok', verdictOf(text));
  const refused = (text) => check(`refuses ${text}`, true, checkNumber(dialled(text)) !== undefined);

  /** What the field makes of the text after every key: nothing that cannot be dialled ever stands there. */
  const typed = (text) => {
    const keys = [...text];
    const sofar = keys.map((_, index) => dialled(keys.slice(0, index + 1).join('')));
    return sofar.find((number) => /[^0-9+#*:]/.test(number)) ?? sofar.at(-1) ?? '';
  };
  const entered = (text, number) => [
    check(`pasted ${text}`, number, dialled(text)),
    check(`typed ${text}`, number, typed(text)),
  ];
  /** What is dialled is not changed by being read again. */
  const settled = (text) => check(`again ${text}`, dialled(text), dialled(dialled(text)));
  const reaches = (text, number) => [...entered(text, number), settled(text), accepted(text)];

  const examples = (row) => {
    const input = row.e164;
    const reason = sizeReason(row.e164);
    if (reason) return {input, ...notApplicable(reason)};
    const abroad = [row.e164, row.international_format, row.rfc3966].filter(Boolean);
    const near = sizeReason(row.national_format) ? [] : [row.national_format].filter(Boolean);
    const checks = abroad.flatMap((text) => reaches(text, row.e164));
    return {input, checks: [...checks, ...near.flatMap((text) => reaches(text, noted(text)))]};
  };

  const shortNumbers = ({example}) => {
    const reason = sizeReason(example);
    return reason
      ? {input: example, ...notApplicable(reason)}
      : {input: example, checks: reaches(example, example)};
  };

  const neighbours = ({text, their_label: label, oracle_e164: e164, source}) => {
    const kind = source.includes('derived') || source.startsWith('faker') ? 'derived' : 'theirs-label';
    const about = {kind, input: text};
    if (label.startsWith('invalid')) return {...about, ...notApplicable(PLAN)};
    const reason = sizeReason(text);
    if (reason) return {...about, ...notApplicable(reason)};
    return {...about, checks: reaches(text, (isAbroadForm(text) && e164) || noted(text))};
  };

  const ok = ({text, expected}) =>
    isAbroadForm(text.replace(/^\s*tel:/i, '')) ? {checks: reaches(text, expected)} : notApplicable(REGION);
  const parsed = {
    ok,
    'must-fail': ({text, default_region: region}) =>
      region === 'ZZ' ? notApplicable(REGION) : {checks: [refused(text)]},
    viable: ({text}) => {
      const reason = sizeReason(text);
      return reason ? notApplicable(reason) : {checks: [accepted(text)]};
    },
    'not-viable': ({text}) => ({checks: [refused(text)]}),
    possible: ({text}) => ({checks: [accepted(text)]}),
    'not-possible': () => notApplicable(PLAN),
    extract: ({text, expected}) => ({checks: entered(text, noted(expected))}),
  };
  const googleParse = (row) => {
    const judge = parsed[row.expectation] ?? (() => notApplicable(LETTERS));
    return {input: row.text, ...judge(row)};
  };

  const matcher = ({text, class: group}) => {
    const about = {kind: 'theirs-label', input: text};
    if (group.startsWith('IMPOSSIBLE')) return {...about, ...notApplicable(FINDER)};
    return {...about, checks: reaches(text, noted(text))};
  };

  const parsedByPeer = ({args: [text], expected}) => {
    if (typeof text !== 'string') return notApplicable(REGION);
    if (!expected?.phone) {
      const reason = sizeReason(text);
      return reason ? {checks: [refused(text)]} : notApplicable(PLAN);
    }
    if (!isAbroadForm(text)) return notApplicable(REGION);
    const got = dialled(text);
    return {
      checks: [
        check('is a number abroad', true, got.startsWith('+')),
        check('ends with the number', expected.phone, got.slice(-expected.phone.length)),
      ],
    };
  };
  const possible = ({args: [text], expected}) =>
    expected === true ? {checks: [accepted(text)]} : notApplicable(PLAN);
  const displayed = ({args: [text], expected}) =>
    noted(text) === noted(expected) ? {checks: entered(expected, noted(text))} : notApplicable(DISPLAY);
  const byFunction = {
    parseNumber: (row) =>
      row.prop === null ? parsedByPeer(row) : notApplicable('asks for an extension apart'),
    parsePhoneNumber: parsedByPeer,
    isPossiblePhoneNumber: possible,
    isPossibleNumber: possible,
    formatIncompletePhoneNumber: displayed,
    formatNumber: displayed,
    findPhoneNumbersInTextWithResults: () => notApplicable(FINDER),
  };
  const peer = (row) => {
    const judge = byFunction[row.fn] ?? (() => notApplicable(`no counterpart of ${row.fn}`));
    return {input: JSON.stringify(row.args), ...judge(row)};
  };

  /** Keys so far, and their display: both must dial the keys. */
  const shown = (keys, display) => [
    ...entered(keys, noted(keys)),
    check(`display ${display}`, noted(keys), dialled(display)),
  ];
  const typedAtGoogle = ({steps}) => {
    let keys = '';
    const checks = steps.flatMap(([key, display]) => shown((keys += key), display));
    return {kind: 'derived', input: keys, checks};
  };
  const typedAtPeer = ({steps}) => {
    let keys = '';
    const checks = steps.flatMap(({op, text = '', display}) => {
      if (op === 'new' || op === 'reset') keys = '';
      if (op !== 'input') return [];
      keys += text;
      return display === undefined ? entered(keys, noted(keys)) : shown(keys, display);
    });
    const about = {kind: 'derived', input: steps.map(({text}) => text ?? '|').join('')};
    return checks.length ? {...about, checks} : {...about, ...notApplicable(DISPLAY)};
  };

  return {
    'examples.tsv': examples,
    'short_numbers.tsv': shortNumbers,
    'korean_and_neighbours.tsv': neighbours,
    'google_parse.tsv': googleParse,
    'matcher.tsv': matcher,
    'libphonenumber_js.jsonl': peer,
    'as_you_type_google.jsonl': typedAtGoogle,
    'as_you_type_lpnjs.jsonl': typedAtPeer,
  };
}
