// What a page loads without a build of its own. (What npm installs is made by `tsc --build`, package by package.)
//
//   dist/cdn          one entry per widget, the desk and each adapter, sharing chunks
//   dist/standalone   each of them in a folder of its own with all it needs: what comes at first in one file
//   dist/pages        the pages of `npm start`
//
// `rollup --config --configOnly pages` makes one of them, `--configOnly cdn,standalone` two.
import {readFileSync, rmSync} from 'node:fs';
import {basename, join} from 'node:path';
import * as bundle from './scripts/lib/bundle.mjs';
import {exists, filesBelow, root} from './scripts/lib/packages.mjs';

const {onwarn} = bundle;
const pagesFolder = 'examples/start';

function cdn() {
  return {
    input: byName(bundle.entries()),
    plugins: [...bundle.shippedPlugins(), emptied('dist/cdn'), licensed()],
    onwarn,
    output: {
      ...files('dist/cdn'),
      sourcemap: true,
      manualChunks: bundle.sharedChunks,
      plugins: [bundle.smallest()],
    },
  };
}

/** Each in a folder of its own, which can be put anywhere: what it loads later is beside it, and nobody else's. */
function standalone() {
  return bundle.entries().map(({name, entry}) => ({
    input: {[name]: entry},
    plugins: [...bundle.shippedPlugins(), emptied(`dist/standalone/${name}`), licensed()],
    onwarn,
    output: {...files(`dist/standalone/${name}`), sourcemap: true, plugins: [bundle.smallest()]},
  }));
}

/** The pages' scripts are bundled; everything else in their folder is copied, and names the scripts as built. */
function pages() {
  const scripts = filesBelow(pagesFolder, (file) => /^[^/]+\.ts$/.test(file.slice(pagesFolder.length + 1)));
  return {
    input: byName(scripts.map((entry) => ({name: basename(entry, '.ts'), entry}))),
    plugins: [...bundle.localPlugins(), emptied('dist/pages'), copied()],
    onwarn,
    output: {...files('dist/pages'), manualChunks: bundle.sharedChunks},
  };
}

/** Chunks carry hashes: those of earlier builds would stay beside the new ones. */
function emptied(folder) {
  return {
    name: 'empty-output',
    renderStart: () => rmSync(join(root, folder), {recursive: true, force: true}),
  };
}

/** Whose work is inside goes with it. */
function licensed() {
  return {
    name: 'licences',
    generateBundle() {
      for (const fileName of ['LICENSE', 'THIRD_PARTY_NOTICES.md'])
        this.emitFile({type: 'asset', fileName, source: readFileSync(join(root, fileName))});
    },
  };
}

/** Entries keep their names; chunks carry hashes, since they change without a word. */
const files = (dir) => ({
  dir,
  format: 'es',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
});

function copied() {
  return {
    name: 'copy-pages',
    generateBundle() {
      for (const file of filesBelow(pagesFolder, (path) => !path.endsWith('.ts'))) {
        const content = readFileSync(join(root, file));
        const source = file.endsWith('.html')
          ? String(content).replace(/(src="[^"]+)\.ts"/g, '$1.js"')
          : content;
        this.emitFile({type: 'asset', fileName: file.slice(pagesFolder.length + 1), source});
      }
    },
  };
}

const byName = (entries) =>
  Object.fromEntries(entries.filter(({entry}) => exists(entry)).map(({name, entry}) => [name, entry]));

const outputs = {cdn, standalone, pages};

export default function configure({configOnly}) {
  const wanted = configOnly ? configOnly.split(',') : Object.keys(outputs);
  const configs = wanted.flatMap((name) => outputs[name]());
  const possible = configs.filter(({input}) => typeof input === 'string' || Object.keys(input).length > 0);
  return possible.length ? possible : nothing;
}

/** Rollup refuses a list without a single build, which is what a workspace without sources would ask for. */
const nothing = {
  input: 'nothing',
  plugins: [
    {
      name: 'nothing',
      resolveId: (id) => id,
      load: () => '',
      generateBundle: (_options, output) => Object.keys(output).forEach((file) => delete output[file]),
    },
  ],
  onwarn,
  output: {dir: 'dist'},
};
