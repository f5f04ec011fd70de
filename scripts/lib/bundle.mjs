// How our packages are bundled for pages: what `rollup --config` writes and what `npm run size` measures.
import {join} from 'node:path';
import {literalsHtmlCssMinifier} from '@literals/rollup-plugin-html-css-minifier';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {exists, readJson, root, workspacePackages} from './packages.mjs';

/** Every widget: its short name, and the module that defines its element. Those without one yet are left out. */
export function widgets() {
  return workspacePackages()
    .filter(({folder}) => folder.startsWith('packages/widgets/'))
    .map(({folder}) => ({name: folder.split('/').at(-1), entry: `${folder}/src/define.ts`}))
    .filter(({entry}) => exists(entry));
}

/** What a page can load by itself: the widgets, the desk, and the adapters, of which each exports its port. */
export function entries() {
  const adapters = workspacePackages()
    .filter(({folder}) => folder.startsWith('packages/adapters/'))
    .map(({folder, manifest}) => ({
      name: manifest.name.replace('@deskwire/', ''),
      entry: `${folder}/src/index.ts`,
    }));
  return [...widgets(), {name: 'desk', entry: 'packages/elements/desk/src/define.ts'}, ...adapters].filter(
    ({entry}) => exists(entry),
  );
}

/** Sources are read through the condition "source", RxJS in its modern build, Lit without its warnings. */
const resolve = () =>
  nodeResolve({
    exportConditions: ['source', 'es2015', 'production'],
    extensions: ['.mjs', '.js', '.ts'],
    browser: true,
  });

/** Compiles only: resolving is left to `resolve`, since esbuild's own forgets what package.json says of side effects. */
const compile = () => ({
  ...esbuild({target: 'es2022', tsconfig: join(root, 'tsconfig.base.json')}),
  resolveId: undefined,
});

/** Runs a plugin's transform once for each module, however many bundles it goes into. */
function once(plugin) {
  const known = new Map();
  return {
    ...plugin,
    transform(code, id) {
      const key = `${id}\n${code}`;
      if (!known.has(key)) known.set(key, Promise.resolve(plugin.transform.call(this, code, id)));
      return known.get(key);
    },
  };
}

const minified = once(literalsHtmlCssMinifier({include: ['packages/**/src/**/*.ts'], failOnError: true}));
const compiled = once(compile());

/** What esbuild writes at the top of every module that has a decorator. */
const DECORATE =
  /^var __defProp = Object\.defineProperty;\n(?:var __\w+ = Object\.\w+;\n)*var __decorateClass = \([^]*?\n\};$/m;

/** Has all modules share one `__decorateClass`: each copy has names of its own, so that compressing does not help. */
function oneDecorator() {
  const id = '\0decorate';
  let helper = '';
  return {
    name: 'one-decorator',
    resolveId: (source) => (source === id ? id : undefined),
    load: (source) => (source === id ? `${helper}\nexport {__decorateClass};` : undefined),
    transform(code, module) {
      const found = module === id ? undefined : DECORATE.exec(code)?.[0];
      if (!found) return undefined;
      helper ||= found;
      // As many lines as before: the map of the module goes on being right.
      const lines = '\n'.repeat(found.split('\n').length - 1);
      return {code: code.replace(found, () => `import {__decorateClass} from '${id}';${lines}`), map: null};
    },
  };
}

/** What goes to a host page: templates and styles minified as well. */
export const shippedPlugins = () => [resolve(), minified, compiled, oneDecorator()];

/** At the head of every file that is shipped. What is inside it is named in full beside it. */
const preamble = `/*! Deskwire ${readJson('package.json').version}, Apache-2.0, see THIRD_PARTY_NOTICES.md */`;

/** The smallest output; licence comments stay. Inlining more than the simplest functions compresses worse. */
export const smallest = () =>
  terser({
    ecma: 2022,
    module: true,
    compress: {passes: 2, inline: 1},
    format: {comments: /^!|@license|@preserve/, preamble},
  });

/** What is served on this machine only: quick to make. */
export const localPlugins = () => [resolve(), compile()];

/** Several of Lit on one page would each want the Trusted Types policy "lit-html": it is a chunk of its own. */
export function sharedChunks(id) {
  if (/node_modules\/(lit|lit-html|lit-element|@lit)\//.test(id)) return 'lit';
  if (/node_modules\/(rxjs|tslib)\//.test(id)) return 'rxjs';
  return undefined;
}

/** Reports a warning as an error: a bundle that lacks something must not look finished. */
export function onwarn(warning) {
  // Type-only modules compile to nothing, and how a library arranges its own modules is its own affair.
  if (warning.code === 'EMPTY_BUNDLE') return;
  if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('node_modules')))
    return;
  throw Object.assign(new Error(warning.message), warning);
}
