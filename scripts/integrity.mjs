// npm run integrity: the subresource-integrity hashes (SHA-384) of what `npm run bundle` made, printed and written to
// dist/integrity.json: a script line for each entry, an import map with its `integrity` section for each set, and what a
// page loads at first for an entry. `npm run integrity -- --base https://cdn.example/deskwire/0.1.0/` is for files that
// are served there; without it they are at /deskwire/.
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {parseArgs} from 'node:util';
import {gzipSync} from 'node:zlib';
import {parseAst} from 'rollup/parseAst';
import {entries} from './lib/bundle.mjs';
import {exists, filesBelow, root} from './lib/packages.mjs';

const {values} = parseArgs({
  options: {base: {type: 'string', default: '/deskwire/'}, quiet: {type: 'boolean', default: false}},
});
const base = values.base.endsWith('/') ? values.base : `${values.base}/`;

const read = (file) => readFileSync(join(root, 'dist', file));
const hash = (algorithm, content) => `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** What npm calls the module behind an entry: page code reads the same with an import map as with a bundler. */
const moduleName = (name) =>
  name.startsWith('adapter-') ? `@deskwire/${name}` : `@deskwire/${name}/define.js`;

/** An entry and all that it imports at once, each file once. */
function loadedAtFirst(file, known = new Set()) {
  if (known.has(file)) return known;
  known.add(file);
  for (const {source} of parseAst(String(read(file))).body)
    if (source) loadedAtFirst(posix.join(posix.dirname(file), source.value), known);
  return known;
}

function describeEntry(file, files) {
  const first = [...loadedAtFirst(file)];
  return {
    file,
    script: `<script type="module" src="${base}${file}" integrity="${files[file]}" crossorigin="anonymous"></script>`,
    requests: first.length,
    gzip: first.reduce((sum, one) => sum + gzipSync(read(one), {level: 9}).length, 0),
  };
}

/** One of the two sets: where its entries are, and the import map for them, ready to be pasted. */
function describeSet(fileOf, files) {
  const found = entries().map(({name}) => ({name, file: fileOf(name)}));
  const folder = found[0].file.split('/')[0];
  const scripts = Object.keys(files).filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.js'));
  const map = JSON.stringify(
    {
      imports: Object.fromEntries(found.map(({name, file}) => [moduleName(name), base + file])),
      integrity: Object.fromEntries(scripts.map((file) => [base + file, files[file]])),
    },
    null,
    1,
  );
  return {
    entries: Object.fromEntries(found.map(({name, file}) => [name, describeEntry(file, files)])),
    importMap: `<script type="importmap">${map}</script>`,
    // For `script-src` of a page that allows no inline script but this one.
    importMapHash: `'${hash('sha256', map)}'`,
  };
}

const sets = {standalone: (name) => `standalone/${name}/${name}.js`, cdn: (name) => `cdn/${name}.js`};

const missing = entries()
  .flatMap(({name}) => Object.values(sets).map((fileOf) => fileOf(name)))
  .filter((file) => !exists(`dist/${file}`));
if (missing.length) {
  console.error(`Not built: ${missing.join(', ')}. npm run bundle makes them.`);
  process.exit(1);
}

const files = Object.fromEntries(
  Object.keys(sets)
    .flatMap((set) => filesBelow(`dist/${set}`))
    .map((path) => path.slice('dist/'.length))
    .map((file) => [file, hash('sha384', read(file))]),
);
const described = Object.fromEntries(
  Object.entries(sets).map(([set, fileOf]) => [set, describeSet(fileOf, files)]),
);
writeFileSync(join(root, 'dist/integrity.json'), `${JSON.stringify({base, ...described, files}, null, 2)}\n`);

function print(set, {entries: found, importMapHash}) {
  console.log(`\n${set}: what is loaded at first, gzipped`);
  for (const [name, {script, requests, gzip}] of Object.entries(found)) {
    const cost = `${(gzip / 1000).toFixed(1)} kB`.padStart(9);
    console.log(`${name.padEnd(20)}${cost} in ${requests} file${requests > 1 ? 's' : ''}\n  ${script}`);
  }
  console.log(
    `its import map is in dist/integrity.json; a strict script-src lets it pass by ${importMapHash}`,
  );
}

if (!values.quiet) for (const [set, about] of Object.entries(described)) print(set, about);
