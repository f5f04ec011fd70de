// The page of figures: a table for each bench, from what it measured. Nothing in a table is typed by hand.
import {existsSync, readFileSync} from 'node:fs';
import {times} from './stats.mjs';
import {subjects} from './subjects.mjs';

const HEAD = `# Figures

What the budgets of speed and size come to, each beside a peer in the same run. Made by
\`npm run bench -- --markdown docs/figures.md\`: every number is from a run, none was left out, and the rows where a peer is better
stay. Milliseconds are those of the machine that is named; a ratio is worth more, since both sides had the same machine at the
same time. A ratio above 1 says how many times better Deskwire is, one below 1 that the peer is better.
`;

/** What a row says of its budget. */
export const verdictOf = ({holds}) =>
  holds === undefined ? 'no budget' : holds ? 'holds' : '**does not hold**';

const cells = ({what, budget = '', own, rival, theirs, ratio, ...row}) => [
  ...[what, budget, own, theirs === undefined ? '' : `${theirs} (${rival})`],
  ...[ratio === undefined ? '' : ratio < 0.95 ? `${ratio.toFixed(2)}x` : times(ratio), verdictOf(row)],
];

const line = (texts) => `| ${texts.map((text) => String(text).replaceAll('|', '\\|')).join(' | ')} |`;

const table = (rows) =>
  [
    line(['what', 'budget', 'Deskwire', 'peer', 'ratio', 'verdict']),
    line(['---', '---', '---:', '---', '---:', '---']),
    ...rows.map((row) => line(cells(row))),
  ].join('\n');

const mark = (name) => [`<!-- ${name} -->`, `<!-- end of ${name} -->`];

function sectionOf({name, rows, began, machine}) {
  const {title, method} = subjects[name];
  const [from, to] = mark(name);
  const date = began.toISOString().slice(0, 16).replace('T', ' ');
  const command = subjects[name].command ?? `npm run bench -- ${name}`;
  const when = `\`${command}\`, ${date} UTC, ${machine}.`;
  return `${from}\n## ${title}\n\n${method}\n\n${table(rows)}\n\n${when}\n${to}`;
}

/** What stands in the page of a bench; nothing where it was never measured. */
function standing(text, name) {
  const [from, to] = mark(name);
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  return start < 0 || end < start ? undefined : text.slice(start, end + to.length);
}

/** The page with one bench anew, in the order of the benches. */
export function writePage(file, measured) {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sections = Object.keys(subjects).flatMap((name) =>
    name === measured.name ? [sectionOf(measured)] : (standing(old, name) ?? []),
  );
  return `${[HEAD.trim(), ...sections].join('\n\n')}\n`;
}
