// Two bundles of the same elements that were built apart: `newer` from what is installed, `older` with Lit and RxJS of an
// earlier minor version, and as the next minor version of Deskwire. Each has the desk with its simulator in one entry, and
// widgets in another. Its argument is the folder to write to; it prints which copies of the libraries went into which.
import process from 'node:process';

import {rollup} from 'rollup';

import {localPlugins, onwarn, sharedChunks} from '../../scripts/lib/bundle.mjs';

const OLDER = {
  lit: 'lit-older',
  'lit-html': 'lit-html-older',
  'lit-element': 'lit-element-older',
  '@lit/reactive-element': 'lit-reactive-element-older',
  rxjs: 'rxjs-older',
};

/** An entry that loads all of these, and passes on what they export. */
const entries = {
  desk: ['@deskwire/desk/define.js', '@deskwire/adapter-simulator'],
  widgets: ['agent-state', 'task-list', 'incoming-call', 'interaction-control', 'chat-pane', 'wrap-up'].map(
    (name) => `@deskwire/${name}/define.js`,
  ),
};

const written = {
  name: 'entries',
  resolveId: (id) => (id in entries ? id : undefined),
  load: (id) => entries[id]?.map((module) => `export * from '${module}';`).join('\n'),
};

/** A page's own build resolves our packages from its root. */
const fromRoot = {
  name: 'from-root',
  resolveId(id, importer) {
    return importer in entries
      ? this.resolve(id, new URL('../../package.json', import.meta.url).pathname)
      : null;
  },
};

const older = {
  name: 'older-libraries',
  resolveId(id, importer) {
    const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(id) ?? [];
    return OLDER[name] ? this.resolve(OLDER[name] + rest, importer, {skipSelf: true}) : null;
  },
};

/** Each element says which version it is where it is defined. */
const nextMinor = {
  name: 'next-minor-version',
  transform: (code, id) =>
    /\/(define|version|register)\.ts$/.test(id) ? code.replaceAll(`'0.1.0'`, `'0.2.0'`) : null,
};

async function build(name, plugins) {
  const bundle = await rollup({
    input: Object.keys(entries),
    plugins: [written, ...plugins, fromRoot, ...localPlugins()],
    onwarn,
  });
  const {output} = await bundle.write({
    dir: `${process.argv[2]}/${name}`,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    manualChunks: sharedChunks,
  });
  const modules = output.flatMap(({moduleIds = []}) => moduleIds);
  const libraries = modules.flatMap(
    (id) => /node_modules\/((?:@lit\/)?(?:lit|rxjs|reactive)[^/]*)/.exec(id)?.[1] ?? [],
  );
  return [...new Set(libraries)].sort();
}

const inside = {newer: await build('newer', []), older: await build('older', [older, nextMinor])};
process.stdout.write(JSON.stringify(inside));
