// How each example is built: by the tools of its own host, out of our sources.
import {cpSync} from 'node:fs';
import {join} from 'node:path';
import vue from '@vitejs/plugin-vue';
import {entries} from '../lib/bundle.mjs';
import {root} from '../lib/packages.mjs';
import {angular, compileAngular} from './angular.mjs';

/** Where the examples are built to. All are served from here: they share one style sheet. */
export const outputFolder = join(root, 'dist/examples');

const pageOf = (host) => ({index: join(root, `examples/${host}/index.html`)});

/** The page itself is no matter of a build: it is copied, with the files that `dist/cdn` has, made quickly. */
const plain = {
  input: () => Object.fromEntries(entries().map(({name, entry}) => [name, join(root, entry)])),
  outDir: 'plain/cdn',
  after() {
    for (const file of ['index.html', 'page.js'])
      cpSync(join(root, 'examples/plain', file), join(outputFolder, 'plain', file));
  },
};

/** Each theme is a file that the page takes as it is, when it is wanted. */
const themes = {
  input: () => pageOf('themes'),
  after() {
    for (const file of ['light.css', 'dark.css', 'crm.css'])
      cpSync(join(root, 'examples/themes', file), join(outputFolder, 'themes', file));
  },
};

export const hosts = {
  plain,
  react: {input: () => pageOf('react'), types: 'scripts/wrappers/tsconfig.json'},
  vue: {input: () => pageOf('vue'), plugins: () => [vue({template: {compilerOptions: {isCustomElement}}})]},
  angular: {input: () => pageOf('angular'), before: compileAngular, plugins: () => [angular()]},
  crm: {input: () => pageOf('crm')},
  themes,
};

/** All that Vue has to be told: these tags are elements, no components. */
const isCustomElement = (tag) => tag.startsWith('dw-');
