// npm run bench: what the budgets of the house plan say about speed, measured on this machine. Milliseconds depend on the
// machine and on what else it does; ratios within one run do not. Exits 1 when a budget is broken.
//
//   npm run bench -- directory    only these
import {bench as chat} from './bench/chat.mjs';
import {bench as directory} from './bench/directory.mjs';
import {bench as history} from './bench/history.mjs';
import {bench as tabs} from './bench/tabs.mjs';

const benches = {chat, directory, history, tabs};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`No such bench: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const broken = [];
for (const name of wanted.length ? wanted : Object.keys(benches)) {
  console.log(`\n=== ${name}`);
  broken.push(...(await benches[name]()).map((what) => `${name}: ${what}`));
}
for (const what of broken) console.error(`over budget: ${what}`);
process.exitCode = broken.length ? 1 : 0;
