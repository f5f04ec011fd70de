// npm run lint: ESLint's rules, then the formatter's. Both always run, so that one run shows everything.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {root} from './lib/packages.mjs';

const bin = (path) => join(root, 'node_modules', path);
const paths = process.argv.slice(2);
const where = paths.length ? paths : ['.'];

const checks = [
  [bin('eslint/bin/eslint.js'), '--max-warnings', '0', ...where],
  [
    bin('prettier/bin/prettier.cjs'),
    '--check',
    '--log-level',
    'warn',
    '--ignore-unknown',
    '--cache',
    ...where,
  ],
];

const results = checks.map((args) => spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'}).status);
process.exitCode = results.every((status) => status === 0) ? 0 : 1;
