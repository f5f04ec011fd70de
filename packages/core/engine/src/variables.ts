import {
  CAD_MAX_CARRIED,
  CAD_MAX_LENGTH,
  cutText,
  readCadValue,
  type CadType,
  type CadVariable,
  type FlowVariable,
  type Instant,
} from '@deskwire/domain';

const isReadable = (text: string): boolean => 'value' in readCadValue('string', text);

/**
 * A value from outside as it is kept: without characters that nobody can read, at most 256 units and never half of a
 * character, in canonical form; not set where it is not of its type. Who typed it is told at the field instead.
 */
export const storable = (type: CadType, text: string): string => {
  const readable = isReadable(text) ? text : [...text].filter(isReadable).join('');
  const reading = readCadValue(type, cutText(readable, CAD_MAX_LENGTH));
  return 'value' in reading ? reading.value : '';
};

/** What comes along with a contact, by name; the type is known where a channel says it. */
export interface Brought extends Pick<CadVariable, 'name' | 'label' | 'editable' | 'secure' | 'value'> {
  /** Absent: text that is read as whatever the flow says. */
  readonly type?: CadType;
  readonly version?: number;
}

/** What the flow sets wins; a variable that it leaves open takes what came with the contact, if the type is the same. */
const fromFlow = (
  {name, label, type, editable, secure, value}: FlowVariable,
  brought: readonly Brought[],
) => {
  const found = brought.find((one) => one.name === name && (one.type ?? type) === type);
  return {
    name,
    label,
    type,
    editable,
    secure,
    version: 0,
    value: storable(type, value ?? found?.value ?? ''),
  };
};

const fromContact = ({type = 'string', version = 0, value, ...rest}: Brought) => ({
  ...rest,
  type,
  version,
  value: storable(type, value),
});

/** The variables of a contact that comes in: those of the flow in its order, then whatever else it brought, each once. */
export const variablesOf = (
  flow: readonly FlowVariable[],
  brought: readonly Brought[] = [],
): readonly CadVariable[] => {
  const all = [...flow.map((one) => fromFlow(one, brought)), ...brought.map(fromContact)];
  const byName = new Map<string, (typeof all)[number]>();
  for (const one of all) if (!byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()].slice(0, CAD_MAX_CARRIED).map((one, order) => ({...one, order}));
};

/** When a redefinition happens. `version` is for variables that are new: above every one that the contact's ever had. */
export interface Redefinition {
  readonly version: number;
  readonly at: Instant;
}

/** A value that was told stays as it was told; one that is new says so, and is above whatever was edited meanwhile. */
const redefined = (
  {name, label, type, editable, secure, value: set}: FlowVariable,
  order: number,
  old: readonly CadVariable[],
  {version, at}: Redefinition,
): CadVariable => {
  const before = old.find((one) => one.name === name);
  const carried = before?.type === type ? before : undefined;
  const value = set === undefined ? (carried?.value ?? '') : storable(type, set);
  // What was secret does not become readable because a flow forgot that it is.
  const shape = {
    name,
    label,
    type,
    editable,
    secure: secure || (set === undefined && carried?.secure === true),
    value,
    order,
  };
  if (carried?.value === value) return {...carried, ...shape};
  return {...shape, version: before ? before.version + 1 : version, changedBy: {kind: 'flow'}, changedAt: at};
};

/**
 * The variables after a contact came into another flow (CAD-12): that flow's, in its order. What it sets is its own; what
 * it leaves open is carried over where name and type are the same; everything else is left behind.
 */
export const redefine = (
  flow: readonly FlowVariable[],
  old: readonly CadVariable[],
  redefinition: Redefinition,
): readonly CadVariable[] =>
  flow.slice(0, CAD_MAX_CARRIED).map((one, order) => redefined(one, order, old, redefinition));
