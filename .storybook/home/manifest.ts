// What the custom-elements manifests and the packages' own files say of an element. Nothing here is written by hand.

/** As much of a package.json as is read. */
export interface PackageJson {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

interface Typed {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text?: string};
}

interface Member extends Typed {
  readonly kind: 'field' | 'method';
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly privacy?: string;
  readonly default?: string;
  readonly attribute?: string;
  readonly parameters?: readonly (Typed & {readonly optional?: boolean})[];
  readonly return?: {readonly type?: {readonly text?: string}};
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly superclass?: {readonly name: string};
  readonly members?: readonly Member[];
  readonly attributes?: readonly (Typed & {readonly fieldName?: string; readonly default?: string})[];
  readonly events?: readonly Partial<Typed>[];
  readonly slots?: readonly Typed[];
  readonly cssParts?: readonly Typed[];
  readonly cssProperties?: readonly Typed[];
}

/** As much of a custom-elements manifest as is read. */
export interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

/** A package with elements. */
export interface ElementPackage {
  readonly folder: string;
  readonly json: PackageJson;
  readonly manifest: Manifest;
}

/** A line of one of the tables. */
export interface ApiRow {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly attribute?: string;
  readonly initial?: string;
  /** For an event that asks first: `preventDefault()` and nothing is sent. */
  readonly isCancelable?: boolean;
}

/** Everything about one element that a page may use. */
export interface ElementApi {
  readonly tag: string;
  readonly className: string;
  readonly packageName: string;
  readonly folder: string;
  /** The module that registers it. */
  readonly define: string;
  readonly properties: readonly ApiRow[];
  readonly methods: readonly ApiRow[];
  readonly events: readonly ApiRow[];
  readonly slots: readonly ApiRow[];
  readonly parts: readonly ApiRow[];
  readonly tokens: readonly ApiRow[];
}

const isOurs = ({name}: Partial<Typed>): boolean => name?.startsWith('dw-') ?? false;

/** An element's class and what it extends of ours, nearest first. */
const chainOf = (start: Declaration, classes: ReadonlyMap<string, Declaration>): readonly Declaration[] => {
  const chain: Declaration[] = [];
  let one: Declaration | undefined = start;
  while (one && !chain.includes(one)) {
    chain.push(one);
    one = classes.get(one.superclass?.name ?? '');
  }
  return chain;
};

/** Members of a kind, the element's own before inherited ones, each name once. */
const membersOf = (chain: readonly Declaration[], kind: Member['kind']): readonly Member[] => {
  const own = chain
    .flatMap(({members = []}) => members)
    .filter(
      (one) => one.kind === kind && !one.static && one.privacy !== 'private' && one.privacy !== 'protected',
    );
  const byName = new Map([...own].reverse().map((one) => [one.name, one]));
  return [...byName.values()].sort((one, other) => one.name.localeCompare(other.name));
};

const textOf = ({description = ''}: Partial<Typed>): string => description.replaceAll(/\s+/g, ' ').trim();

const plainRow = (one: Typed): ApiRow => ({
  name: one.name,
  type: one.type?.text ?? '',
  text: textOf(one),
});

const propertyRow =
  (attributes: readonly NonNullable<Declaration['attributes']>[number][]) =>
  (one: Member): ApiRow => {
    const attribute = attributes.find(({fieldName}) => fieldName === one.name);
    const initial = one.default ?? attribute?.default;
    return {
      name: one.name,
      type: one.type?.text ?? attribute?.type?.text ?? '',
      text: `${one.readonly ? 'Read only. ' : ''}${textOf(one) || textOf(attribute ?? {})}`,
      ...(attribute && {attribute: attribute.name}),
      ...(initial !== undefined && {initial}),
    };
  };

const methodRow = (one: Member): ApiRow => {
  const list = (one.parameters ?? []).map(
    ({name, optional, type}) => `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`,
  );
  return {...plainRow(one), name: `${one.name}(${list.join(', ')})`, type: one.return?.type?.text ?? ''};
};

const eventRows = (
  declaration: Declaration,
  classes: ReadonlyMap<string, Declaration>,
): readonly ApiRow[] => {
  const rows = (declaration.events ?? []).filter(isOurs).map((one): ApiRow => {
    const name = one.name ?? '';
    const superclass = classes.get(one.type?.text ?? '')?.superclass?.name;
    const isCancelable = superclass ? superclass === 'RequestEvent' : name.endsWith('-request');
    return {name, type: one.type?.text ?? '', text: textOf(one), isCancelable};
  });
  return [...new Map(rows.map((row) => [row.name, row])).values()];
};

/** The entry that registers a tag: its own where the package has several elements. */
const defineOf = ({name, exports}: PackageJson, tag: string): string => {
  const own = `./define-${tag.replace('dw-', '')}.js`;
  return `${name}/${own in exports ? own.slice(2) : 'define.js'}`;
};

/** Reads the manifests of some packages. Elements of packages that register nothing for a page are left out. */
export const readElements = (packages: readonly ElementPackage[]): ReadonlyMap<string, ElementApi> => {
  const declarations = packages.flatMap((one) =>
    one.manifest.modules
      .flatMap((module) => module.declarations ?? [])
      .map((declaration) => ({declaration, from: one})),
  );
  const classes = new Map(declarations.map(({declaration}) => [declaration.name, declaration]));
  const described = declarations.flatMap(
    ({declaration, from}): readonly (readonly [string, ElementApi])[] => {
      if (declaration.tagName === undefined) return [];
      const chain = chainOf(declaration, classes);
      const attributes = chain.flatMap((one) => one.attributes ?? []);
      const api: ElementApi = {
        tag: declaration.tagName,
        className: declaration.name,
        packageName: from.json.name,
        folder: from.folder,
        define: defineOf(from.json, declaration.tagName),
        properties: membersOf(chain, 'field').map(propertyRow(attributes)),
        methods: membersOf(chain, 'method').map(methodRow),
        events: eventRows(declaration, classes),
        slots: (declaration.slots ?? []).map(plainRow),
        parts: (declaration.cssParts ?? []).map(plainRow),
        tokens: (declaration.cssProperties ?? []).map(plainRow),
      };
      return [[declaration.tagName, api]];
    },
  );
  return new Map(described);
};
