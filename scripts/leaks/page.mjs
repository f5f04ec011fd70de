// The script of the page of `npm run leaks`: every element of every package, so that a new one is in it by itself.
import {readFileSync} from 'node:fs';
import {rollup} from 'rollup';
import {localPlugins, onwarn} from '../lib/bundle.mjs';
import {exists, readJson, workspacePackages} from '../lib/packages.mjs';

/** What a page could do without a package's `define.ts`: parts of the kit that widgets register when they load them. */
const KIT_PARTS = ['defineComposeBox', 'defineConversationLog', 'defineMailBody'];

const described = () =>
  workspacePackages().filter(
    ({folder, manifest}) => manifest.customElements && exists(`${folder}/${manifest.customElements}`),
  );

const tagsOf = ({folder, manifest}) =>
  readJson(`${folder}/${manifest.customElements}`)
    .modules.flatMap(({declarations = []}) => declarations)
    .flatMap(({tagName}) => (tagName ? [tagName] : []));

/** Every element that a package describes: `npm run manifest` has written them down. */
export const everyTag = () => described().flatMap(tagsOf);

function elementsModule() {
  const entries = described()
    .map(({folder}) => `./${folder}/src/define.ts`)
    .filter(exists);
  const widgetTags = described()
    .filter(({folder}) => folder.startsWith('packages/widgets/'))
    .flatMap(tagsOf);
  return [
    ...entries.map((entry) => `import ${JSON.stringify(entry)};`),
    `import {${KIT_PARTS.join(', ')}} from '@deskwire/kit';`,
    ...KIT_PARTS.map((name) => `${name}();`),
    // Of the library that the stream is made with.
    "export {Observable, Subject} from 'rxjs';",
    `export const widgetTags = ${JSON.stringify(widgetTags)};`,
  ].join('\n');
}

const elements = () => ({
  name: 'elements',
  resolveId: (id) => (id === 'virtual:elements' ? id : undefined),
  load: (id) => (id === 'virtual:elements' ? elementsModule() : undefined),
});

/** @returns The page's scripts, in order. */
export async function pageScripts() {
  const built = await rollup({
    input: 'scripts/leaks/leaks.page.mjs',
    plugins: [elements(), ...localPlugins()],
    onwarn,
  });
  const {output} = await built.generate({format: 'iife', inlineDynamicImports: true});
  await built.close();
  return [readFileSync('scripts/leaks/meters.page.mjs', 'utf8'), output[0].code];
}
