// npm run wrappers: writes dist/react.d.ts and dist/vue.d.ts in every package that has elements for pages. They are made
// from the manifests, which are made first.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {exists, filesBelow, readJson, root, workspacePackages} from './lib/packages.mjs';
import {runNode} from './lib/steps.mjs';
import {describedElements} from './wrappers/described.mjs';
import {reactTypes} from './wrappers/react.mjs';
import {vueTypes} from './wrappers/vue.mjs';

const kinds = {react: reactTypes, vue: vueTypes};

/** What the define modules of a package say. */
const definedBy = (folder) =>
  filesBelow(`${folder}/src`, (file) => /\/define[a-z-]*\.ts$/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

/** Writes the types of one package; answers with what its package.json lacks to give them away. */
function write({folder, manifest}) {
  const elements = describedElements(readJson(`${folder}/${manifest.customElements}`), definedBy(folder));
  if (elements.length === 0) return [];
  mkdirSync(join(root, folder, 'dist'), {recursive: true});
  return Object.entries(kinds).flatMap(([kind, typesOf]) => {
    writeFileSync(join(root, folder, `dist/${kind}.d.ts`), typesOf(manifest.name, elements));
    const isExported = manifest.exports?.[`./${kind}`]?.types === `./dist/${kind}.d.ts`;
    return isExported ? [] : [`${folder}/package.json does not export ./${kind}`];
  });
}

const {code} = await runNode('manifest', ['scripts/manifest.mjs']);
if (code !== 0) process.exit(code);
const problems = workspacePackages()
  .filter(({folder, manifest}) => manifest.customElements && exists(`${folder}/${manifest.customElements}`))
  .flatMap(write);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
