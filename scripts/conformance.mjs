// npm run conformance: what our own code makes of test data that others wrote. The data is not part of this repository.
//
//   npm run conformance -- phones traces     only these topics
//   --corpora FOLDER                         where the data is (default ../shared/corpora, from the root)
//   --json FILE                              writes every row's outcome
//   --verbose                                prints every row that failed: what went in, what should be, what is
//
// A failed row does not fail the run: it is a case to look at. Absent data is said, and is no failure either. The misses that
// are known are in scripts/conformance/CONFORMANCE.md.
import {existsSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {cardJudges} from './conformance/cards.mjs';
import {chatFiles} from './conformance/chat.mjs';
import {readBeside, readTopic} from './conformance/corpus.mjs';
import {loadCore} from './conformance/core.mjs';
import {emailFiles} from './conformance/emails.mjs';
import {hangulFiles} from './conformance/hangul.mjs';
import {phoneJudges} from './conformance/phones.mjs';
import {groupsOf, notApplicable, reasonsOf, scoreFile, tableOf} from './conformance/score.mjs';
import {traceJudges} from './conformance/traces.mjs';
import {xssFiles} from './conformance/xss.mjs';
import {root} from './lib/packages.mjs';

const unread = () => notApplicable('no judge for this file yet');

/** A topic that is judged row by row: its judges by the names of the files. */
const byRow = (judgesOf) => (core, files) => {
  const judges = judgesOf(core);
  return {files: files.map((file) => ({...file, judge: judges[file.name] ?? unread}))};
};

/**
 * What each topic makes of its files, and of those that stand beside it for all its parts: files with a judge, and notes.
 * Topics of a browser do their work first and judge what they saw.
 */
const topics = {
  cards: byRow(cardJudges),
  chat: chatFiles,
  emails: emailFiles,
  hangul: hangulFiles,
  phones: byRow(({domain}) => phoneJudges(domain)),
  traces: byRow(traceJudges),
  xss: xssFiles,
};

function options() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      corpora: {type: 'string', default: resolve(root, '../shared/corpora')},
      json: {type: 'string'},
      verbose: {type: 'boolean', default: false},
    },
  });
  const unknown = positionals.filter((name) => !(name in topics));
  if (!unknown.length) return {...values, wanted: positionals.length ? positionals : Object.keys(topics)};
  console.error(`No such topic: ${unknown.join(', ')}. There are ${Object.keys(topics).join(', ')}.`);
  process.exit(2);
}

const indented = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

function printMisses(files) {
  for (const {name, results} of files)
    for (const {id, input, misses = []} of results)
      for (const {what, expected, got} of misses)
        console.log(
          `  ${name} ${id} «${input}» ${what}: expected ${indented(expected)}, got ${indented(got)}`,
        );
}

function report(topic, files, notes, isVerbose) {
  console.log(`\n=== ${topic}\n${tableOf(files)}`);
  for (const {reason, rows} of reasonsOf(files.flatMap(({results}) => results)))
    console.log(`  not applicable, ${rows}: ${reason}`);
  for (const {group, passed, rows} of groupsOf(files.flatMap(({results}) => results)))
    console.log(`  ${group}: ${passed} of ${rows}`);
  for (const note of notes) console.log(`  ${note}`);
  if (isVerbose) printMisses(files);
}

const {corpora, json, verbose, wanted} = options();
if (existsSync(corpora)) {
  const core = await loadCore();
  const scores = {};
  for (const topic of wanted) {
    const files = readTopic(corpora, topic);
    if (!files) {
      console.log(`\n=== ${topic}\nSkipped: the corpora do not have it.`);
      continue;
    }
    const {files: judged, notes = []} = await topics[topic](core, files, readBeside(corpora, topic));
    scores[topic] = judged.map((file) => scoreFile(file, file.judge));
    report(topic, scores[topic], notes, verbose);
  }
  if (json) writeFileSync(json, `${JSON.stringify(scores, undefined, 2)}\n`);
} else {
  console.log('Skipped: there is no folder of corpora. Name one with --corpora.');
  if (json) writeFileSync(json, `${JSON.stringify({skipped: true})}\n`);
}
