// npm test: everything that can be checked, on a machine with nothing but Node and npm, ending with one line of sums.
// `npm test -- unit elements` runs only these steps, and those that they need.
import {prepareBrowser, preparePackages} from './lib/preflight.mjs';
import {runNode} from './lib/steps.mjs';
import {closingLine, sum} from './reporters/closing-line.mjs';

const NOTHING = {passed: 0, failed: 0, skipped: 0};

const bin = {
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  rollup: 'node_modules/rollup/dist/bin/rollup',
  playwright: 'node_modules/@playwright/test/cli.js',
};
const vitest = (project) => [
  bin.vitest,
  ...['run', '--project', project, '--reporter=dot', '--reporter=./scripts/reporters/vitest.mjs'],
];
const bundle = (name) => [bin.rollup, '--config', '--configOnly', name, '--silent'];

/**
 * In this order. A check counts only when it fails; a step with `tests` counts its tests, and must have some. One that
 * `maySkipAll` says so itself, and counts them as skipped, where this machine has not what they need.
 */
const steps = [
  {name: 'types', run: [['scripts/compile.mjs'], [bin.tsc, '--project', 'tsconfig.check.json']]},
  {name: 'lint', run: [['scripts/lint.mjs']]},
  {name: 'rules', run: [['scripts/rules.mjs'], ['scripts/notices.mjs', '--check']]},
  {name: 'contrast', run: [['scripts/contrast.mjs', '--quiet']]},
  {name: 'manifest', run: [['scripts/manifest.mjs']]},
  {name: 'docs', needs: ['manifest'], run: [['scripts/docs.mjs', '--check', '--manifests-are-there']]},
  {name: 'unit', tests: true, run: [vitest('unit')]},
  {name: 'elements', tests: true, run: [[bin.wtr]]},
  {name: 'stories', tests: true, needs: ['manifest'], run: [vitest('storybook')]},
  {name: 'visual', tests: true, maySkipAll: true, needs: ['manifest'], run: [['scripts/visual.mjs']]},
  {name: 'pages', run: [bundle('pages')]},
  {name: 'bundles', run: [bundle('cdn'), bundle('standalone'), ['scripts/integrity.mjs', '--quiet']]},
  {name: 'examples', needs: ['types'], run: [['scripts/example.mjs', 'all', '--build']]},
  {
    name: 'e2e',
    tests: true,
    needs: ['types', 'pages', 'bundles', 'examples'],
    run: [[bin.playwright, 'test']],
  },
  {
    name: 'leaks',
    needs: ['manifest'],
    run: [['scripts/leaks.mjs', '--manifests-are-there', '--times', '100']],
  },
];

/** The steps that were asked for, and those that they need; all when none was. */
function chosen(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length) {
    console.error(
      `No such step: ${unknown.join(', ')}. There are ${steps.map(({name}) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  if (names.length === 0) return steps;
  const needed = names.flatMap((name) => steps.find((step) => step.name === name).needs ?? []);
  return steps.filter(({name}) => names.includes(name) || needed.includes(name));
}

/** Runs one step's commands, and answers with its counts. */
async function run({name, tests, maySkipAll, run: commands}) {
  const results = [];
  for (const args of commands) {
    const {code, counts = NOTHING} = await runNode(name, args);
    results.push(counts);
    if (code === 0 || counts.failed) continue;
    results.push(failure(`${name}: failed (exit code ${code})`));
    break;
  }
  const total = sum(results);
  const counted = total.passed + total.failed + (maySkipAll ? total.skipped : 0);
  return tests && counted === 0 ? failure(`${name}: failed, there was no test to run`) : total;
}

function failure(reason) {
  console.log(reason);
  return {...NOTHING, failed: 1};
}

async function timed(step, failedBefore) {
  console.log(`\n=== ${step.name}`);
  const started = performance.now();
  const missing = step.needs?.find((need) => failedBefore.includes(need));
  const counts = missing ? failure(`${step.name}: not run, because ${missing} failed`) : await run(step);
  console.log(`(${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return counts;
}

const wanted = chosen(process.argv.slice(2));
preparePackages();
prepareBrowser();

const results = [];
const failed = [];
for (const step of wanted) {
  const counts = await timed(step, failed);
  results.push(counts);
  if (counts.failed) failed.push(step.name);
}
const total = sum(results);
if (failed.length) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed ? 1 : 0;
