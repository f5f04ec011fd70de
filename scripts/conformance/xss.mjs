// Topic xss: hostile texts where a customer's message is shown. Nothing may fire, every text has to be there as text, and
// nothing of it may reach what stands beside the pane.
import {openPage} from './browser/open.mjs';
import {watch} from './browser/watch.mjs';
import {attackMails} from './mail-stage.mjs';
import {lost} from './mail-texts.mjs';
import {check, notApplicable} from './score.mjs';

const PROSE = 'says in words how a mail is shown; the tests of mails in the kit are made after it';
const TREE = 'says what one sanitiser keeps';

/** What was seen of one text, judged: it has to be the text in every place, and nothing else. */
export const checksOf = ({changed, elements, links, style, fired}) => [
  check('fires', [], fired),
  check('is the same text in every place', [], changed),
  check('makes no element', [], elements),
  check('makes no link but to web and mail, opened apart', [], links),
  check('leaves alone how others look', [], style),
];

/** The same of one that was shown as a mail's HTML. Only what should be kept has to be readable still. */
export const mailChecksOf = ({fired, strange, twice, style, raw, whole}, isKept) => [
  check('fires', [], fired),
  check('leaves nothing strange', [], strange),
  check('is the same when it is cleaned again', '', twice),
  check('leaves alone how others look', [], style),
  ...(isKept ? [check('can still be read', '', lost(raw, whole))] : []),
];

const keyOf = ({what, detail}) => `${what} ${detail}`;

/** Shows some texts together. @returns What each looks like, and what any of them has done. */
async function together({page, ask, asked}, texts) {
  const spots = await ask('present', texts);
  for (const {x, y} of spots) {
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  }
  await page.mouse.move(0, 0);
  const {seen, style, alarms} = await ask('judge', texts);
  const fired = [...alarms.map(keyOf), ...asked.splice(0)];
  return seen.map((one) => ({...one, style, fired}));
}

const UNSEEN = {changed: [], elements: [], links: [], style: []};

/** The same; where something was done, or the page did not survive it, each is shown alone, to know which of them it was. */
async function shown(stage, texts) {
  let seen;
  try {
    seen = await together(await stage.open(), texts);
  } catch (error) {
    await stage.close();
    seen = texts.map(() => ({...UNSEEN, fired: [`breaks the page: ${String(error).split('\n', 1)[0]}`]}));
  }
  const [{fired, style}] = seen;
  if (texts.length === 1 || fired.length + style.length === 0) return seen;
  const alone = [];
  for (const text of texts) alone.push(...(await shown(stage, [text])));
  return alone;
}

function* batches(list, size) {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** Shows texts as documents. @returns Those that set something off: what the watch can see. */
async function detonated({ask, asked}, texts) {
  const hits = [];
  for (const batch of batches(texts, 30))
    hits.push(...(await ask('detonate', batch)).map((index) => batch[index]));
  asked.length = 0;
  return hits;
}

/** One attack a hook, made by hand: a watch that misses one of them would judge nothing. */
const PROBES = [
  '<script>alert(1)</script>',
  '<img src="/x" onerror="eval(\'1\')">',
  '<script>Function("return 1")()</script>',
  '<script>fetch("/x").catch(()=>{})</script>',
  '<script>new XMLHttpRequest().open("GET","/x")</script>',
  '<script>navigator.sendBeacon("/x")</script>',
  '<script>new Image()</script>',
  '<script>open("/x")</script>',
  '<form action="/x"><button>go</button></form>',
  '<a href="/x">go</a>',
  '<script>throw 1</script>',
  '<div onmouseover="alert(1)">over</div>',
  '<input onfocus="alert(1)">',
  '<script>setTimeout("1")</script>',
  '<script>document.cookie</script>',
];

/** A watch that does not see what it is there to see must not pass anything. A busy machine is given more than one chance. */
async function tryWatch(open) {
  let missed = PROBES;
  for (let tries = 0; tries < 4 && missed.length; tries += 1) {
    const seen = await detonated(open, missed);
    missed = missed.filter((probe) => !seen.includes(probe));
  }
  if (missed.length) throw new Error(`The watch does not see ${missed.join(' and ')}`);
}

/** The page, opened when it is wanted, and again after it was closed. */
function makeStage() {
  let opened;
  const make = async () => {
    const open = await openPage('scripts/conformance/xss.page.mjs', {width: 1400, height: 4000, watch});
    await open.ask('prepare');
    return open;
  };
  return {
    open: () => (opened ??= make()),
    async close() {
      const open = await opened?.catch(() => undefined);
      opened = undefined;
      await open?.close();
    },
  };
}

/** How many texts are shown together, a pane for each. */
const TOGETHER = 10;

/** Shows every text once. @returns What each looks like, and how many attacks the watch would have seen as documents. */
async function showAll(texts, attacks) {
  const stage = makeStage();
  try {
    const byText = new Map();
    for (const batch of batches([...new Set(texts)], TOGETHER))
      for (const [index, result] of (await shown(stage, batch)).entries()) byText.set(batch[index], result);
    await tryWatch(await stage.open());
    return {byText, hits: (await detonated(await stage.open(), attacks)).length};
  } finally {
    await stage.close();
  }
}

const inputOf = (row) => row.input ?? row.text;

/** The files of the topic with their judges. */
export async function xssFiles(_core, parts, beside) {
  const files = [...parts, ...beside];
  const shownFiles = files.filter(({rows}) => rows.some((row) => inputOf(row) !== undefined));
  const rows = shownFiles.flatMap((file) => file.rows);
  const attacks = rows.filter(({verdict}) => verdict === 'attack').map(inputOf);
  const {byText, hits} = await showAll(rows.map(inputOf), attacks);
  const mails = await attackMails([...new Set(rows.map(inputOf))]);
  const asText = (row) => ({
    // Their texts; that none may do anything as a text is our conclusion.
    kind: 'theirs-label',
    group: row.verdict,
    input: inputOf(row).slice(0, 200),
    checks: checksOf(byText.get(inputOf(row))),
  });
  const asMail = (row) => {
    const input = inputOf(row)?.slice(0, 200) ?? row.behaviour;
    if (inputOf(row) === undefined) return {input, ...notApplicable(row.behaviour ? PROSE : TREE)};
    // A page about a property of CSS is there to be shown, as is what every sanitiser keeps.
    const isKept = row.verdict === 'preserve' || row.verdict === undefined;
    const group = row.verdict && `${row.verdict}, as mail`;
    return {kind: 'theirs-label', group, input, checks: mailChecksOf(mails.get(inputOf(row)), isKept)};
  };
  return {
    files: [
      ...shownFiles.map((file) => ({...file, judge: asText})),
      ...files.map((file) => ({name: `${file.name}, as mail`, rows: file.rows, judge: asMail})),
    ],
    notes: [`Shown as a document instead, ${hits} of ${attacks.length} attacks fire under the same watch.`],
  };
}
