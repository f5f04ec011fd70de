// npm run notices: writes THIRD_PARTY_NOTICES.md from the lock file: whose work is inside our bundles (with its licence in
// full), and what the gateway installs beside it. With --check it only says whether the file is up to date.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {exists, readJson, root, workspacePackages} from './lib/packages.mjs';

const target = join(root, 'THIRD_PARTY_NOTICES.md');
const {packages: lock} = readJson('package-lock.json');

/** Shipped, although no package.json names it as a dependency: its drawings are in the kit's icons. */
const COPIED = ['@material-symbols/svg-400'];
/** Runs on servers, from its own node_modules; the rest of our packages is bundled into pages. */
const ON_SERVERS = ['packages/gateway'];
/** For development only, although a package like any other. */
const NOT_SHIPPED = ['packages/testing'];

/** Published without a copy of its licence, which is that of another package of the same authors. */
const LICENSED_AS = {'@lit-labs/ssr-dom-shim': 'lit'};

/** Where `name` is found from the package at `from`, as Node looks for it. */
function locate(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (lock[path]) return lock[path].link ? lock[path].resolved : path;
    if (!folder) return undefined;
  }
}

/** Every package that these bring along, by its path in the lock file; our own are walked through, not listed. */
function closure(folders) {
  const seen = new Set();
  const visit = (path) => {
    if (!path || seen.has(path)) return;
    seen.add(path);
    const {dependencies, optionalDependencies} = lock[path];
    for (const name of Object.keys({...dependencies, ...optionalDependencies})) visit(locate(path, name));
  };
  folders.forEach(visit);
  return [...seen].filter((path) => path.includes('node_modules/') && !nameOf(path).startsWith('@types/'));
}

const nameOf = (path) => path.split('node_modules/').at(-1);

/** One row per name and version, sorted, so that the file only changes when a package does. */
function listed(paths) {
  const rows = paths.map((path) => ({
    path,
    name: nameOf(path),
    version: lock[path].version,
    licence: lock[path].license,
  }));
  const unique = new Map(rows.map((row) => [`${row.name}@${row.version}`, row]));
  const order = (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en');
  return [...unique.values()].sort(order);
}

const table = (rows) =>
  [
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...rows.map(({name, version, licence}) => `| ${name} | ${version} | ${licence ?? 'see the package'} |`),
  ].join('\n');

function licenceText({path, name}) {
  const isLicence = (entry) => /^licen[cs]e(\.|$)/i.test(entry);
  const file = readdirSync(join(root, path)).find(isLicence);
  if (!file && LICENSED_AS[name]) return licenceText({path: `node_modules/${LICENSED_AS[name]}`, name});
  if (!file) throw new Error(`${name} is inside our bundles, and has no licence file`);
  return readFileSync(join(root, path, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
}

/** The licences in full, each text once, headed by the packages that it is for. */
function texts(rows) {
  const byText = new Map();
  for (const row of rows) {
    const text = licenceText(row);
    byText.set(text, [...(byText.get(text) ?? []), row.name]);
  }
  return [...byText]
    .map(([text, names]) => `### ${names.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\``)
    .join('\n\n');
}

function notices() {
  const folders = workspacePackages().map(({folder}) => folder);
  const inPages = folders.filter((folder) => !ON_SERVERS.includes(folder) && !NOT_SHIPPED.includes(folder));
  const bundled = listed([...closure(inPages), ...COPIED.map((name) => `node_modules/${name}`)]);
  const installed = listed(closure(ON_SERVERS));
  return `# Third-party notices

Written by \`npm run notices\` from package-lock.json.

## Inside the bundles for pages

${table(bundled)}

## Installed with the gateway

npm puts these beside the gateway, each with its own licence file. Those for another kind of machine are left out there.

${table(installed)}

## Licences of what is inside the bundles

${texts(bundled)}
`;
}

const text = notices();
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (!exists('THIRD_PARTY_NOTICES.md') || readFileSync(target, 'utf8') !== text) {
  console.error('THIRD_PARTY_NOTICES.md is not what the lock file says: run npm run notices.');
  process.exitCode = 1;
}
