// Topic emails: every message goes through the gateway's reader and is shown by the desk in a real browser.
import {loadMailParser} from './mail-core.mjs';
import {mailOfText, quoteJudge} from './mail-quotes.mjs';
import {showMails} from './mail-stage.mjs';
import {dense, lost, squeezed} from './mail-texts.mjs';
import {check} from './score.mjs';

/** Neither the reader nor the desk may take longer for one, milliseconds. */
const PATIENCE = 2_000;

/** What the desk is told of a mail that was read, and the bytes of its files by their ids. */
export function deskMailOf({subject, text, html, quoteAt, attachments}) {
  const files = attachments.map(({name, type, size, contentId, isShown}, index) => ({
    id: `file-${index}`,
    name,
    type,
    size,
    ...(contentId === undefined ? {} : {contentId}),
    ...(isShown ? {inline: true} : {}),
  }));
  const bytes = attachments.flatMap(({bytes}, index) =>
    bytes ? [[`file-${index}`, Buffer.from(bytes).toString('base64')]] : [],
  );
  const mail = {subject, text, html, quoteAt, attachments: files};
  return {mail, bytes: Object.fromEntries(bytes)};
}

/** Reads them one after the other, as the gateway does. */
async function readAll(messages) {
  const parser = await loadMailParser();
  const read = [];
  try {
    for (const bytes of messages) {
      const began = performance.now();
      const parsed = bytes && (await parser.parse(bytes, {withFiles: true}));
      read.push(parsed && {parsed, took: performance.now() - began});
    }
    return read;
  } finally {
    await parser.stop();
  }
}

const agreed = (one, other) => (one !== undefined && dense(one) === dense(other) ? one : undefined);

/** What a message says, as far as it is known: made so, or said by both peers alike. */
export function truthOf(truth, oracle) {
  const {postal_mime: postal, python_email: python} = oracle ?? {};
  if (truth) return {subject: truth.subject, text: truth.text, name: truth.from_name, kind: 'derived'};
  return {
    kind: 'theirs-label',
    subject: agreed(postal?.subject ?? '', python?.subject ?? ''),
    address: postal?.from?.address,
    // Both give the beginning alone, each cut at another place.
    start: sharedStart(postal?.textStart, python?.text_start),
    files: postal?.attachments ?? [],
    hasHtml: (postal?.htmlLength ?? 0) > 0,
  };
}

const START = 100;
function sharedStart(one, other) {
  if (!one || !other) return undefined;
  const [left, right] = [dense(one).slice(0, START), dense(other).slice(0, START)];
  const length = Math.min(left.length, right.length);
  return length > 0 && left.slice(0, length) === right.slice(0, length) ? left.slice(0, length) : undefined;
}

const contentChecks = (truth, {subject, text, from, fromName, attachments}, seen) => [
  ...(truth.subject === undefined ? [] : [check('subject', squeezed(truth.subject), squeezed(subject))]),
  ...(truth.name === undefined ? [] : [check('sender', truth.name, from?.name ?? fromName)]),
  ...(truth.address ? [check('sender', truth.address.toLowerCase(), from?.address.toLowerCase())] : []),
  ...(truth.text === undefined
    ? []
    : [check('text', dense(truth.text), dense(text).slice(0, dense(truth.text).length))]),
  ...(truth.start === undefined
    ? []
    : [check('text', truth.start, dense(text).slice(0, truth.start.length))]),
  ...(truth.text === undefined
    ? []
    : [check('text on the screen', true, dense(seen.whole).includes(dense(truth.text)))]),
  ...(truth.files ?? [])
    .filter(({filename}) => filename)
    .map(({filename}) => check('a file', filename, nameIn(attachments, filename))),
];

const nameIn = (attachments, wanted) =>
  attachments.find(({name}) => dense(name) === dense(wanted))
    ? wanted
    : attachments.map(({name}) => name).join(' | ');

/** What has to be true of every mail that is shown. */
const screenChecks = (mail, {took, whole, raw, pictures, strange, alarms, fetched, faults, state}) => [
  check('on the screen in time', true, took < PATIENCE),
  check('nothing is fetched', [], fetched),
  check('nothing runs', [], alarms),
  check('nothing strange in the frame', [], strange),
  check('no fault', [], faults),
  ...(raw === undefined ? [] : [check('nothing visible is lost', lost(raw, whole), '')]),
  check(
    'something is shown',
    dense(mail.text) !== '' || dense(raw) !== '',
    dense(whole) !== '' || state.blocked > 0 || (dense(mail.text) !== '' && dense(raw) === ''),
  ),
  ...pictures
    .filter(({isPicture}) => isPicture)
    .map(({cid, isSeen}) => check(`the picture ${cid}`, true, isSeen)),
];

/** The judge of messages. */
const messageJudge = (outcomes, truths) => (row) => {
  const {read, seen} = outcomes.get(row);
  const {kind, ...truth} = truths(row.id);
  const about = {kind, group: 'messages', input: row.id};
  if (seen.broken) return {...about, checks: [check('is shown', '', seen.broken)]};
  const {mail} = deskMailOf(read.parsed);
  return {
    ...about,
    checks: [
      check('is understood', false, read.parsed.isBroken),
      check('is read in time', true, read.took < PATIENCE),
      ...contentChecks(truth, read.parsed, seen),
      ...screenChecks(mail, seen),
    ],
  };
};

const templateJudge = (outcomes) => (row) => {
  const {seen} = outcomes.get(row);
  const about = {kind: 'theirs', group: 'templates', input: row.id};
  if (seen.broken) return {...about, checks: [check('is shown', '', seen.broken)]};
  return {...about, checks: screenChecks({text: ''}, seen)};
};

const byFile = (files, name) =>
  new Map((files.find((file) => file.name === name)?.rows ?? []).map((row) => [row.file, row]));

/** What is done with a row: bytes to be read, or HTML to be shown as it is. */
const inputOf = (row) => {
  if (row.message) return {message: row.message};
  if (row.kind === 'plain') return {message: mailOfText(row.input)};
  if (row.kind === 'eml') return {message: Buffer.from(row.input)};
  return {html: row.input};
};

/** The files of the topic with their judges. */
export async function emailFiles(_core, files) {
  const truths = byFile(files, 'derived_truth.jsonl');
  const oracles = byFile(files, 'oracle.jsonl');
  const judged = files.filter(({rows}) => rows.some(({message, input}) => message ?? input));
  const rows = judged.flatMap((file) => file.rows);
  const inputs = rows.map(inputOf);
  const read = await readAll(inputs.map(({message}) => message));
  const seen = await showMails(
    inputs.map(({html}, index) =>
      read[index] ? deskMailOf(read[index].parsed) : {mail: {text: '', html, attachments: []}},
    ),
  );
  const ownOf = (parsed) => parsed?.text.slice(0, parsed.quoteAt ?? parsed.text.length);
  const outcomes = new Map(
    rows.map((row, index) => [row, {read: read[index], seen: seen[index], own: ownOf(read[index]?.parsed)}]),
  );
  const judgeOf = ({rows: [first]}) => {
    if (first.message) return messageJudge(outcomes, (id) => truthOf(truths.get(id), oracles.get(id)));
    return first.expected === undefined ? templateJudge(outcomes) : quoteJudge(outcomes);
  };
  const slowest = Math.max(...seen.map(({took = 0}) => took));
  const wanting = seen.filter(({wanted = []}) => wanted.length > 0);
  const wanted = wanting.flatMap(({wanted}) => wanted).length;
  return {
    files: judged.map((file) => ({...file, judge: judgeOf(file)})),
    notes: [
      `The slowest one was on the screen after ${Math.round(slowest)} ms.`,
      `Where nobody cleaned them, ${wanting.length} of them asked for ${wanted} addresses.`,
    ],
  };
}
