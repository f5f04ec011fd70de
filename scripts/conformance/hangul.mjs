// Topic hangul: finding in Korean, and composing it.
import {openPage} from './browser/open.mjs';
import {queryJudges, vectorJudge, wordsJudge} from './hangul-search.mjs';
import {checklist, checklistJudge} from './ime-checklist.mjs';
import {play, sequenceJudge, Typist} from './ime.mjs';

const AGENTS = 'agents.tsv';
const isSequence = (row) => Array.isArray(row.steps);
const isBehaviour = (row) => row.behaviour !== undefined;

/** Plays what has to be composed in a browser. @returns What came of each row, by its id. */
async function compose(core, rows) {
  const played = new Map();
  const open = await openPage('scripts/conformance/hangul.page.mjs', {width: 600, height: 800});
  try {
    const typist = new Typist(open);
    for (const row of rows.filter(isSequence)) played.set(row.id, await play(typist, row));
    for (const row of rows.filter(isBehaviour))
      played.set(row.id, await checklist[row.id]?.(typist, core).catch((error) => ({error: String(error)})));
    if (open.faults.length) throw new Error(open.faults.join('\n'));
    return played;
  } finally {
    await open.close();
  }
}

/** The files of the topic with their judges; the agents are what the queries are about. */
export async function hangulFiles(core, files, beside) {
  const agents = beside.find(({name}) => name === AGENTS)?.rows ?? [];
  const others = [...files, ...beside.filter(({name}) => name !== AGENTS)];
  const played = await compose(
    core,
    others.flatMap(({rows}) => rows),
  );
  const {found, more} = queryJudges(core, agents);
  const judgeOf = ([row = {}]) => {
    if (isSequence(row)) return sequenceJudge(played);
    if (isBehaviour(row)) return checklistJudge(played);
    if (row.words) return wordsJudge(core);
    return row.fn === undefined ? found : vectorJudge(core);
  };
  const queries = others.filter(({rows}) => judgeOf(rows) === found);
  return {
    files: [
      ...others.map((file) => ({...file, judge: judgeOf(file.rows)})),
      ...queries.map(({name, rows}) => ({name: `${name}, any peer`, rows, judge: more})),
    ],
  };
}
