// npm run bench: the budgets of the house plan, measured on this machine, each beside a peer in the same run. Milliseconds depend
// on the machine and on what else it does; ratios within one run do not. Exits 1 when a budget is broken.
//
//   npm run bench -- directory                        only these
//   npm run bench -- --quick                          whether each still runs; its figures are worth nothing
//   npm run bench -- --markdown docs/figures.md       writes what was measured into this page; of benches that were not
//                                                     asked for, what stands there from an earlier run stays
import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {machine} from './bench/machine.mjs';
import {verdictOf, writePage} from './bench/page.mjs';
import {subjects} from './bench/subjects.mjs';

const {values, positionals: wanted} = parseArgs({
  options: {quick: {type: 'boolean', default: false}, markdown: {type: 'string'}},
  allowPositionals: true,
});
const {quick, markdown} = values;
const unknown = wanted.filter((name) => !(name in subjects));
if (unknown.length || (quick && markdown)) {
  console.error(
    unknown.length
      ? `No such bench: ${unknown.join(', ')}. There are ${Object.keys(subjects).join(', ')}.`
      : 'A quick run measures nothing that could be written down.',
  );
  process.exit(2);
}

const broken = [];
for (const name of wanted.length ? wanted : Object.keys(subjects)) {
  console.log(`\n=== ${name}`);
  const {bench} = await subjects[name].load();
  const began = new Date();
  const rows = await bench({quick});
  const over = rows.filter((row) => row.holds === false);
  broken.push(...over.map((row) => `${name}: ${row.what}: ${row.own}, ${row.budget} (${verdictOf(row)})`));
  if (markdown) writeFileSync(markdown, writePage(markdown, {name, rows, began, machine: await machine()}));
}
for (const what of broken) console.error(`over budget: ${what}`);
process.exitCode = broken.length && !quick ? 1 : 0;
