// Topic chat: whatever people write comes back as it was written, on the wire and on both sides' screens, and is nowhere cut
// through a character.
import {browse} from './chat-screen.mjs';
import {journey} from './chat-wire.mjs';
import {linkJudge} from './links.mjs';
import {check, notApplicable} from './score.mjs';

const CARD = 'has a card number, which is taken out on the way; the topic cards judges that';
const SILENT = 'is about how to act, said by nobody';

const MAX = 1_000;

/** What the reader or the engine should say to a text; empty where it is taken. */
const refusalOf = (text) => {
  if (text.trim() === '') return 'DW_MESSAGE_EMPTY';
  return text.length > MAX ? 'DW_MESSAGE_TOO_LONG' : '';
};

/** A text that is over the limit, made of one that is not. A text box has one kind of line break. */
const overlong = (text) => text.repeat(Math.ceil((MAX + 1) / text.length)).replace(/\r\n?/g, '\n');

const wordOf = ({text, clusters}) => text ?? clusters?.join('');
/** What is one character to a reader, where a row says so. */
const charactersOf = ({clusters, graphemes, text}) => clusters ?? (graphemes === 1 ? [text] : undefined);

/** Names are one line of some length, and not blank. */
const isName = (text) => text.trim() !== '' && text.length <= 200 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

/** No cut goes through a character, unless one alone is longer than there is room. */
export function cutChecks(cutText, clusters) {
  const text = clusters.join('');
  const ends = clusters.map((_, index) => clusters.slice(0, index + 1).join('').length);
  const longest = (max) => ends.filter((end) => end <= max).at(-1) ?? 0;
  return Array.from({length: text.length}, (_, index) => index + 1)
    .filter((max) => longest(max) > 0)
    .map((max) => check(`cut to ${max}`, text.slice(0, longest(max)), cutText(text, max)));
}

/** A control character: it never joins with its neighbours. */
const APART = '\u0001';

const textsOf = (messages) => messages.map(({text}) => text);
const isRedacted = ({redactions}) => redactions !== undefined;

/** What came of a talk: on the wire, and on both screens. `faults` of a side is what is wrong there. */
export const talkChecks = ({turns, refusals, taken, desk, page}, faults) => [
  check(
    'refusals',
    turns.map(({text}) => refusalOf(text)),
    refusals.map((code) => code ?? ''),
  ),
  check('arrives at the desk', textsOf(taken), textsOf(desk)),
  check("arrives at the customer's", textsOf(taken), textsOf(page)),
  check('on the desk', [], faults.desk),
  check("on the customer's page", [], faults.page),
];

const draftChecks = (text, {kept, counter}) => [
  check('the box keeps all of it', true, kept),
  check('the counter', `${text.length.toLocaleString('en')} / 1,000`, counter),
];

const kindOf = ({clusters, graphemes, kind = ''}) => {
  if (clusters || graphemes) return 'theirs';
  return kind.includes('derived') ? 'derived' : 'theirs-label';
};

/** The judge of texts. `seen` is what the browser has shown of them, `talks` each row's journey. */
function textJudge({domain: {cutText}}, talks, {wrong, named, written}) {
  const faultsOf = (side, messages) => {
    const ids = new Set(messages.map(({id}) => id));
    return wrong.filter((one) => one.side === side && ids.has(one.id)).map(({what}) => what);
  };
  const characterChecks = (row) => {
    const clusters = charactersOf(row);
    if (!clusters) return [];
    const draft = overlong(wordOf(row));
    const became = written.get(draft);
    return [
      ...cutChecks(cutText, [APART, ...clusters, APART]),
      ...(became ? draftChecks(draft, became) : []),
    ];
  };
  return (row) => {
    const talk = talks.get(row);
    const {turns, desk, shown} = talk;
    const about = {kind: kindOf(row), input: turns[0]?.text.slice(0, 120) ?? ''};
    if (turns.length === 0) return {...about, ...notApplicable(SILENT)};
    if (desk.some(isRedacted)) return {...about, ...notApplicable(CARD)};
    const faults = {desk: faultsOf('desk', shown.desk), page: faultsOf('page', shown.page)};
    const name = named.get(wordOf(row));
    const nameChecks = name ? [check('as a name', [], name)] : [];
    return {...about, checks: [...talkChecks(talk, faults), ...nameChecks, ...characterChecks(row)]};
  };
}

/** The files of the topic with their judges. */
export async function chatFiles(core, files) {
  const rows = files.flatMap((file) => file.rows);
  const talks = new Map(rows.map((row, index) => [row, journey(core, row, `r${index}`)]));
  const names = new Set(rows.map(wordOf).filter((text) => text !== undefined && isName(text)));
  const characters = rows.filter(charactersOf).map(wordOf);
  const drafts = new Set(characters.filter((text) => text.trim() !== '').map(overlong));
  const seen = await browse(
    [...talks.values()].map(({shown}) => shown),
    names,
    drafts,
  );
  const judge = textJudge(core, talks, seen);
  const linked = files.filter((file) => file.rows.some(({expect}) => expect !== undefined));
  return {
    files: [
      ...files.map((file) => ({...file, judge})),
      ...linked.map(({name, rows}) => ({name: `${name}, linked`, rows, judge: linkJudge(core)})),
    ],
  };
}
