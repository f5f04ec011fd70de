// npm run manifest: writes custom-elements.json in every package that has elements. Docs and stories are made from it.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {exists, root, workspacePackages} from './lib/packages.mjs';

const config = join(root, 'custom-elements-manifest.config.mjs');

async function analyze(folder) {
  const argv = ['analyze', '--quiet', '--config', config];
  return cli({argv, cwd: join(root, folder), noWrite: true});
}

/** Element classes that do not say their tag: they would be missing from the docs. */
function untagged({modules}, folder) {
  return modules
    .filter(({path}) => path.endsWith('.element.ts'))
    .flatMap(({path, declarations}) => declarations.map((declaration) => ({path, ...declaration})))
    .filter(({kind, name, tagName}) => kind === 'class' && name.endsWith('Element') && !tagName)
    .map(({path, name}) => `${folder}/${path}: ${name} has no @element`);
}

/** The manifest's modules as they are published: compiled. */
function published(key, value) {
  if ((key !== 'path' && key !== 'module') || !value?.startsWith?.('src/')) return value;
  return value.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
}

const problems = [];
let elements = 0;
for (const {folder, manifest} of workspacePackages()) {
  if (!manifest.customElements || !exists(`${folder}/src`)) continue;
  const described = await analyze(folder);
  writeFileSync(join(root, folder, manifest.customElements), `${JSON.stringify(described, published, 2)}\n`);
  elements += described.modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName).length;
  problems.push(...untagged(described, folder));
}
for (const problem of problems) console.error(problem);
console.log(`${elements} elements described`);
process.exitCode = problems.length ? 1 : 0;
