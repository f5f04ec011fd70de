// npm run rules: holds ARCHITECTURE.md's import table (scripts/lib/rooms.mjs) and keeps the browser out of the pure rooms.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {domLeak} from './lib/dom-free.mjs';
import {violations} from './lib/import-rules.mjs';
import {filesBelow, readJson, root, workspacePackages} from './lib/packages.mjs';
import {rooms} from './lib/rooms.mjs';

const packages = workspacePackages();
const workspace = {
  names: packages.map(({manifest}) => manifest.name),
  devDependencies: readJson('package.json').devDependencies,
};

const isSource = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
const sources = packages.flatMap((home) =>
  filesBelow(`${home.folder}/src`, isSource).map((file) => ({file, home})),
);
const broken = sources.flatMap(({file, home}) =>
  violations({file, text: readFileSync(join(root, file), 'utf8'), home, rooms, workspace}),
);
const leaks = rooms.filter(({dom}) => !dom).flatMap(({folder}) => domLeak(folder) ?? []);

for (const line of [...broken, ...leaks]) console.error(line);
const count = broken.length + leaks.length;
console.log(count ? `${count} rules broken` : `the house plan holds in ${sources.length} files`);
process.exitCode = count ? 1 : 0;
