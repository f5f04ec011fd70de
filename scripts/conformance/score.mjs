// Judges rows and counts what came of them.

/** Where a row's expectation comes from; reported apart. */
export const KINDS = ['theirs', 'theirs-label', 'derived'];

/** One comparison: what it is about, what should be, and what is. */
export const check = (what, expected, got) => ({what, expected, got});

/** A row that says nothing about us, and why. */
export const notApplicable = (reason) => ({reason});

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** Everything that a failed check says. */
const missesOf = (checks) => checks.filter(({expected, got}) => !same(expected, got));

function outcomeOf(row, judge) {
  try {
    return judge(row);
  } catch (error) {
    return {checks: [check('runs', 'no error', String(error))]};
  }
}

/**
 * Judges one row: passed when every check holds, failed when one does not or the judge throws.
 * A judge that made no check at all has judged nothing: the row is failed, not passed.
 */
export function judgeRow(row, judge) {
  const {kind = 'theirs', input = '', group, checks = [], reason} = outcomeOf(row, judge);
  const about = {id: row.id, kind, input, ...(group === undefined ? {} : {group})};
  if (reason !== undefined) return {...about, verdict: 'not applicable', reason};
  const misses = checks.length ? missesOf(checks) : [check('makes a check', true, false)];
  return {...about, verdict: misses.length ? 'failed' : 'passed', checks: checks.length, misses};
}

/** How many of these came out how. */
export function countsOf(results) {
  const having = (verdict) => results.filter((result) => result.verdict === verdict).length;
  return {
    rows: results.length,
    passed: having('passed'),
    failed: having('failed'),
    notApplicable: having('not applicable'),
    checks: results.reduce((sum, {checks = 0}) => sum + checks, 0),
  };
}

/** Judges a file. Every kind that it has is counted apart. */
export function scoreFile({name, rows}, judge) {
  const results = rows.map((row) => judgeRow(row, judge));
  const byKind = KINDS.map((kind) => [kind, results.filter((result) => result.kind === kind)]);
  const present = byKind.filter(([, some]) => some.length);
  return {name, results, counts: Object.fromEntries(present.map(([kind, some]) => [kind, countsOf(some)]))};
}

/** How many of each group's judged rows passed, for topics that group their rows. */
export function groupsOf(results) {
  const judged = results.filter(({group, reason}) => group !== undefined && reason === undefined);
  return [...new Set(judged.map(({group}) => group))].sort().map((group) => {
    const some = judged.filter((result) => result.group === group);
    return {group, rows: some.length, passed: some.filter(({verdict}) => verdict === 'passed').length};
  });
}

/** Reasons why rows did not apply, with how many each. */
export function reasonsOf(results) {
  const reasons = results.flatMap(({reason}) => (reason === undefined ? [] : [reason]));
  return [...new Set(reasons)].map((reason) => ({
    reason,
    rows: reasons.filter((one) => one === reason).length,
  }));
}

const WIDTHS = [34, 14, 6, 7, 7, 5, 7];
const line = (cells) =>
  cells
    .map((cell, index) =>
      index < 2 ? String(cell).padEnd(WIDTHS[index]) : String(cell).padStart(WIDTHS[index]),
    )
    .join(' ');

/** The score of a topic as a table: a line for each file and kind, and their sum. */
export function tableOf(files) {
  const rows = files.flatMap(({name, counts}) =>
    Object.entries(counts).map(([kind, of]) => [name, kind, ...Object.values(of)]),
  );
  const all = Object.values(countsOf(files.flatMap(({results}) => results)));
  return [['file', 'kind', 'rows', 'passed', 'failed', 'n/a', 'checks'], ...rows, ['all', '', ...all]]
    .map(line)
    .join('\n');
}
