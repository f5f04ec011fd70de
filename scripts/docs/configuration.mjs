// configuration.md: every setting of a tenant's file, from the schema that the gateway checks with.
import {readJson} from '../lib/packages.mjs';
import {code, page, section, table} from './markdown.mjs';

const SCHEMA = 'packages/gateway/tenants/deskwire.schema.json';

/** The page about the configuration. */
export function configurationPage() {
  const schema = readJson(SCHEMA);
  const groups = Object.entries(schema.properties).filter(([name]) => name !== '$schema');
  const required = new Set(schema.required);
  const deep = groups.filter(([, value]) => isGroup(value));
  return page(
    'Configuration',
    SCHEMA,
    `One YAML or JSON file per tenant. \`deskwire-gateway check-config file.yaml\` names every mistake with its place and its cure;
\`deskwire-gateway schema\` prints the schema for editors. \`[]\` is each entry of a list, \`*\` each name in a map. A setting without
a default is absent unless it is given; **required** ones must be there wherever what they stand in is. Samples:
[tenants](../../packages/gateway/tenants).`,
    table(
      ['at the top', 'type', 'default', ''],
      groups.map(([name, value]) => settingRow(name, value, required.has(name), schema)),
    ),
    ...deep.flatMap(([name, value]) =>
      name === 'tenant' ? tenantSections(value, schema) : [groupSection(name, value, schema)],
    ),
    section(
      2,
      'Words that are used above',
      table(
        ['type', 'what it is', ''],
        Object.entries(schema.$defs).map(([name, one]) => [
          code(name),
          typeOf(one, schema),
          meaning(one, schema),
        ]),
      ),
    ),
  );
}

/** The tenant is most of it: what is plain in one table, each group in its own. */
function tenantSections(tenant, schema) {
  const entries = Object.entries(tenant.properties);
  const required = new Set(tenant.required);
  const plain = entries.map(([name, value]) =>
    settingRow(`tenant.${name}`, value, required.has(name), schema),
  );
  const groups = entries.filter(([, value]) => isGroup(value));
  return [
    section(2, 'tenant', table(['setting', 'type', 'default', ''], plain)),
    ...groups.map(([name, value]) => groupSection(`tenant.${name}`, value, schema)),
  ];
}

const groupSection = (path, value, schema) =>
  section(2, path, table(['setting', 'type', 'default', ''], [...settingsBelow(path, value, schema)]));

const isGroup = (value) => Boolean(innerOf(value));

/** What stands inside a setting: the settings of an object, of each entry of a list, or of each name of a map. */
function innerOf(value) {
  if (value.properties) return {suffix: '', value};
  if (value.items && (value.items.properties || value.items.oneOf)) return {suffix: '[]', value: value.items};
  const each = value.additionalProperties;
  if (each?.properties || each?.items?.properties) return {suffix: '.*', value: each};
  return undefined;
}

/** The rows of everything below a setting, depth first; the ways of a choice are told apart by their fixed word. */
function* settingsBelow(path, value, schema, known = new Set()) {
  const inner = innerOf(value);
  if (!inner) return;
  const here = `${path}${inner.suffix}`;
  if (!inner.value.properties && !inner.value.oneOf) {
    yield* settingsBelow(here, inner.value, schema, known);
    return;
  }
  for (const way of inner.value.oneOf ?? [inner.value]) {
    const required = new Set(way.required);
    for (const [name, one] of Object.entries(way.properties ?? {})) {
      const row = settingRow(`${here}.${name}`, one, required.has(name), schema);
      const key = JSON.stringify(row);
      if (!known.has(key)) yield row;
      known.add(key);
      yield* settingsBelow(`${here}.${name}`, one, schema, known);
    }
  }
}

function settingRow(path, value, isRequired, schema) {
  const initial = value.default === undefined ? '' : code(json(value.default));
  return [code(path), typeOf(value, schema), isRequired ? '**required**' : initial, meaning(value, schema)];
}

/** A long default is told by its size: it stands in the schema. */
function json(value) {
  const text = JSON.stringify(value);
  if (text.length <= 80) return text;
  return Array.isArray(value) ? `${value.length} entries` : 'see the schema';
}

function meaning(value, schema) {
  const shown = {...resolved(value, schema), ...value};
  const examples = (shown.examples ?? []).map((one) => code(JSON.stringify(one))).join(', ');
  return [shown.description, examples && `For example ${examples}.`].filter(Boolean).join(' ');
}

const resolved = (value, schema) => (value.$ref ? schema.$defs[value.$ref.split('/').at(-1)] : value);

/** A type in words, with its limits and its unit. */
function typeOf(value, schema) {
  if (value.$ref) return code(value.$ref.split('/').at(-1));
  if (value.const !== undefined) return code(JSON.stringify(value.const));
  if (value.enum) return value.enum.map((one) => code(JSON.stringify(one))).join(', ');
  if (value.anyOf) return [...new Set(value.anyOf.map((one) => typeOf(one, schema)))].join(' or ');
  if (value.oneOf) return 'one of several shapes';
  if (value.type === 'array') return `list of ${typeOf(value.items, schema)}`;
  if (value.type === 'object') return value.properties ? shape(Object.keys(value.properties)) : 'map by name';
  return [value.type, limits(value), value.unit].filter(Boolean).join(', ');
}

/** A long shape has a part of its own. */
const shape = (names) => (names.length > 6 ? 'object' : `{${names.join(', ')}}`);

function limits({minimum, maximum, maxLength}) {
  if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
    return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${minimum} or more`;
  return maxLength === undefined ? '' : `at most ${maxLength} characters`;
}
