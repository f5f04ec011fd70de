// The bench of leaks is a command of its own, which says more than fits into a table: here is what it comes to.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import process from 'node:process';
import {root} from '../lib/packages.mjs';

const TIMES = {whole: 1_000, quick: 20};
/** Whether it still runs shows with one. */
const QUICK = ['wrap-up'];

/** Runs it, and gives back the row of the budget. */
export async function bench({quick = false} = {}) {
  const often = quick ? TIMES.quick : TIMES.whole;
  const args = [...(quick ? QUICK : []), '--times', String(often)];
  const {status} = spawnSync(process.execPath, [join(root, 'scripts/leaks.mjs'), ...args], {
    stdio: 'inherit',
  });
  if (status === null) throw new Error('The search for leaks was ended.');
  const what = `${often.toLocaleString('en')} mounts and unmounts of every element, on a desk that goes on`;
  const own = status === 0 ? 'nothing retained' : 'something retained, see the command';
  return [{what, budget: 'nothing retained', own, holds: status === 0}];
}
