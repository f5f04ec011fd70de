import {
  readElements,
  type ElementApi,
  type ElementPackage,
  type Manifest,
  type PackageJson,
} from './manifest.js';

const manifests = import.meta.glob<Manifest>('../../packages/{elements,widgets}/*/custom-elements.json', {
  eager: true,
  import: 'default',
});
const packages = import.meta.glob<PackageJson>('../../packages/{elements,widgets}/*/package.json', {
  eager: true,
  import: 'default',
});

const folderOf = (path: string): string => path.split('/').at(-2) ?? '';

const found: readonly ElementPackage[] = Object.entries(packages).flatMap(([path, json]) => {
  const manifest = manifests[path.replace('package.json', 'custom-elements.json')];
  return manifest ? [{folder: folderOf(path), json, manifest}] : [];
});

/** Every element by its tag. */
export const ELEMENTS: ReadonlyMap<string, ElementApi> = readElements(found);

/** The element of a page. */
export const elementOf = (tag: string): ElementApi => {
  const api = ELEMENTS.get(tag);
  if (!api) throw new Error(`no manifest knows ${tag}: run npm run manifest`);
  return api;
};

/** The names of all events that reach a page: those of the widgets and of the desk. */
export const EVENT_NAMES: readonly string[] = [
  ...new Set(
    [...ELEMENTS.values()]
      .filter(({folder}) => folder !== 'kit')
      .flatMap(({events}) => events.map(({name}) => name)),
  ),
].sort();
