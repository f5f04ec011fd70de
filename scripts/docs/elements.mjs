// elements.md: what a host page may use of every element, from the manifests.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {exists, filesBelow, readJson, root, workspacePackages} from '../lib/packages.mjs';
import {anchor, code, page, prose, section, table} from './markdown.mjs';

/** The page about the elements. */
export function elementsPage(events) {
  const packages = described();
  const classes = new Map(packages.flatMap(({declarations}) => declarations).map((one) => [one.name, one]));
  const elements = packages.flatMap(({declarations, manifest, folder, tags}) =>
    declarations
      .filter(({tagName}) => tags.has(tagName))
      .map((declaration) => ({
        ...declaration,
        package: manifest.name,
        folder,
        chain: chainOf(declaration, classes),
      })),
  );
  elements.sort((one, other) => one.tagName.localeCompare(other.tagName));
  return page(
    'Elements',
    'the custom-elements manifests',
    `What a page may use of each element. A property with an attribute can be set in HTML; all others are set in code, since
whatever concerns a customer is in no attribute. An event marked *cancelable* asks first: call \`preventDefault()\` and nothing
is sent. All events below bubble and cross shadow roots, so one listener on \`<dw-desk>\` hears them.`,
    elements.map(({tagName}) => `[\`<${tagName}>\`](#${anchor(tagName)})`).join(' · '),
    ...elements.map((element) => elementSection(element, events)),
  );
}

/** The packages whose elements stand in pages: their define modules say which tags are for them. The kit's are inner parts. */
function described() {
  return workspacePackages()
    .filter(({manifest, folder}) => manifest.customElements && exists(`${folder}/${manifest.customElements}`))
    .map(({manifest, folder}) => ({
      manifest,
      folder,
      tags: folder.endsWith('/kit') ? new Set() : definedTags(folder),
      declarations: readJson(`${folder}/${manifest.customElements}`).modules.flatMap(
        ({declarations = []}) => declarations,
      ),
    }));
}

const definedTags = (folder) =>
  new Set(
    filesBelow(`${folder}/src`, (file) => /\/define[a-z-]*\.ts$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/^\s*'(dw-[a-z0-9-]+)': \w+;/gm)].map(([, tag]) => tag)),
  );

/** A class and what it extends of ours, nearest first. */
function chainOf(declaration, classes) {
  const chain = [];
  for (let one = declaration; one && !chain.includes(one); one = classes.get(one.superclass?.name))
    chain.push(one);
  return chain;
}

/** Members of a kind, the element's own before those that it inherits, each name once. */
function membersOf({chain}, kind) {
  const all = chain
    .flatMap(({members = []}) => members)
    .filter((member) => member.kind === kind && !member.static);
  return [...new Map(all.reverse().map((member) => [member.name, member])).values()].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
}

function elementSection(element, events) {
  const described = element.chain.flatMap(({attributes = []}) => attributes);
  const rows = (list = []) => list.map(({name, description}) => [code(name) || '(default)', description]);
  return section(
    2,
    `<${element.tagName}>`.replace('<', '`<').replace('>', '>`'),
    `\`import '${element.package}/define.js'\` · class \`${element.name}\``,
    prose(element.description),
    section(3, 'Properties', propertiesTable(element, described)),
    section(3, 'Methods', table(['method', ''], membersOf(element, 'method').map(methodRow))),
    section(3, 'Events', eventsTable(element, events)),
    section(3, 'Slots', table(['slot', ''], rows(element.slots))),
    section(3, 'Parts', table(['part', ''], rows(element.cssParts))),
  );
}

const propertiesTable = (element, attributes) =>
  table(
    ['property', 'attribute', 'type', 'default', ''],
    membersOf(element, 'field').map(({name, type, default: initial, description, readonly}) => {
      const attribute = attributes.find(({fieldName}) => fieldName === name);
      return [
        code(name),
        code(attribute?.name),
        code(type?.text ?? attribute?.type?.text),
        code(initial ?? attribute?.default),
        `${readonly ? 'Read only. ' : ''}${description ?? attribute?.description ?? ''}`,
      ];
    }),
  );

const methodRow = ({name, parameters = [], return: returned, description}) => {
  const list = parameters.map(
    (one) => `${one.name}${one.optional ? '?' : ''}: ${one.type?.text ?? 'unknown'}`,
  );
  return [
    code(`${name}(${list.join(', ')})${returned?.type?.text ? `: ${returned.type.text}` : ''}`),
    description,
  ];
};

/** Only names of ours: the analyser also lists what it sees dispatched, by the name of a variable. */
function eventsTable(element, events) {
  const own = (element.events ?? []).filter(({name}) => name?.startsWith('dw-'));
  const byName = new Map(own.map(({name, description}) => [name, description]));
  return table(
    ['event', '', 'detail', ''],
    [...byName].map(([name, description]) => {
      const found = eventNamed(name, element, events);
      return [
        code(name),
        found?.isCancelable ? 'cancelable' : '',
        code(found?.detail),
        description ?? found?.summary,
      ];
    }),
  );
}

/** The event as this package makes it, else the kit's, else anybody's of that name. */
const eventNamed = (name, {folder}, events) => {
  const all = events.filter(({type}) => type === name);
  const kit = 'packages/elements/kit';
  return all.find((one) => one.folder === folder) ?? all.find((one) => one.folder === kit) ?? all[0];
};
