// npm run docs: writes docs/reference from the code. With --check it writes nothing, and names every file that differs, and
// every link in docs/ and README.md that leads nowhere.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {exists, filesBelow, root} from './lib/packages.mjs';
import {runNode} from './lib/steps.mjs';
import {brokenLinks} from './docs/links.mjs';
import {referencePages} from './docs/pages.mjs';

const FOLDER = 'docs/reference';
const isCheck = process.argv.includes('--check');

if (!process.argv.includes('--manifests-are-there')) {
  const {code} = await runNode('manifest', ['scripts/manifest.mjs']);
  if (code !== 0) process.exit(code);
}

const pages = await referencePages();
const problems = isCheck ? [...differing(pages), ...brokenLinks()] : [];
if (!isCheck) write(pages);
for (const problem of problems) console.error(problem);
console.log(`${Object.keys(pages).length} pages of reference ${isCheck ? 'looked at' : 'written'}`);
process.exitCode = problems.length ? 1 : 0;

function write(made) {
  mkdirSync(join(root, FOLDER), {recursive: true});
  for (const [name, text] of Object.entries(made)) writeFileSync(join(root, FOLDER, name), text);
}

/** What is committed and would be made otherwise, or not at all. */
function differing(made) {
  const old = filesBelow(FOLDER).filter((file) => !(file.slice(FOLDER.length + 1) in made));
  const changed = Object.entries(made)
    .map(([name, text]) => ({file: `${FOLDER}/${name}`, text}))
    .filter(({file, text}) => !exists(file) || readFileSync(join(root, file), 'utf8') !== text)
    .map(({file}) => file);
  return [
    ...changed.map((file) => `${file} is not what the code says: run \`npm run docs\` and commit it`),
    ...old.map((file) => `${file} is made by nobody any more: remove it`),
  ];
}
