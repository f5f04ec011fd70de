// Runs a command as a step of something longer: its output passes through, its closing line is read.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {readClosingLine} from '../reporters/closing-line.mjs';
import {root} from './packages.mjs';

/** No step takes longer than this unless it hangs. */
const TIME_LIMIT_MS = 20 * 60 * 1000;

/**
 * Runs Node with these arguments. A closing line in the output is printed with the step's name, so that only the sum
 * at the very end stands plain. Answers with the exit code and the counts, if a closing line was printed.
 */
export async function runNode(step, args) {
  const env = {...process.env, NO_COLOR: '1', STORYBOOK_DISABLE_TELEMETRY: '1'};
  delete env.FORCE_COLOR;
  const child = spawn(process.execPath, args, {cwd: root, env, stdio: ['ignore', 'pipe', 'inherit']});
  let askedToStop = false;
  const passOn = (signal) => {
    askedToStop = true;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, passOn);
  const limit = setTimeout(() => {
    console.error(`${step} is taking longer than ${TIME_LIMIT_MS / 60_000} minutes: stopping it.`);
    child.kill('SIGKILL');
  }, TIME_LIMIT_MS);

  let counts;
  createInterface({input: child.stdout}).on('line', (line) => {
    const closing = readClosingLine(line);
    counts = closing ?? counts;
    console.log(closing ? `${step}: ${line}` : line);
  });
  const [code] = await once(child, 'close');

  clearTimeout(limit);
  for (const name of signals) process.off(name, passOn);
  // Whoever asked this run to stop does not want the next step.
  if (askedToStop) process.exit(1);
  return {code: code ?? 1, counts};
}
