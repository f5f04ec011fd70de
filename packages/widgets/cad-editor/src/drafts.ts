import type {CadEdit, CadType, CadVariable, FactOf, Instant, Label} from '@deskwire/domain';

import {editText, readTyped} from './typing.js';

/** What of a variable must be known when the variable is gone. */
export interface VariableHead {
  readonly name: string;
  readonly label: Label;
  readonly type: CadType;
  readonly secure: boolean;
  readonly order: number;
}

/** What an agent typed into one variable, and has not saved. Lives in memory only. */
export interface Draft extends VariableHead {
  readonly text: string;
  /** The version that it was made from, and the value of it. */
  readonly base: number;
  readonly from: string;
  /** The value that was sent last, until it is known what became of it. */
  readonly sent?: string;
  /** The agent has left the field once: what is wrong with it is said from now on. */
  readonly checked: boolean;
  /** How many UTF-16 units of the last paste were left out. */
  readonly leftOut: number;
}

/** A value of this agent that came second (CAD-9). */
export interface Conflict extends VariableHead {
  /** Whose value it is now; `flow` for the flow. */
  readonly winner: string;
  readonly kept: string;
  /** What the agent had typed; undefined where it is no longer known. */
  readonly lost: string | undefined;
}

/** What is unsaved, or was lost, in one interaction. */
export interface Session {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  /** When the last save was through. */
  readonly savedAt?: Instant;
}

/** Nothing was typed. */
export const EMPTY_SESSION: Session = {drafts: new Map(), conflicts: new Map()};

const headOf = ({name, label, type, secure, order}: VariableHead): VariableHead => ({
  ...{name, label, type, secure, order},
});

/** With one entry more, or another one in its place. */
export const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

/** Without one entry. */
export const without = <V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> => {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};

/** The canonical value of a draft; undefined where it does not parse as what the variable is now. */
export const valueOf = ({text}: Draft, type: CadType): string | undefined => {
  const reading = readTyped(type, text);
  return 'value' in reading ? reading.value : undefined;
};

/** Whether a draft says anything else than what is saved. */
export const isEdit = (draft: Draft, variable: CadVariable | undefined): boolean =>
  variable === undefined ? draft.text !== '' : valueOf(draft, variable.type) !== variable.value;

/** How many drafts would be lost if everything were forgotten now. */
export const countEdits = ({drafts}: Session, variables: readonly CadVariable[]): number =>
  [...drafts.values()].filter((draft) =>
    isEdit(
      draft,
      variables.find(({name}) => name === draft.name),
    ),
  ).length;

/** Something was typed or chosen. The version is that of the first touch: what comes later does not make it newer. */
export const write = (
  session: Session,
  variable: VariableHead & Pick<CadVariable, 'version' | 'value'>,
  text: string,
  leftOut = 0,
): Session => {
  const known = session.drafts.get(variable.name);
  const draft: Draft = known
    ? {...known, text, leftOut}
    : {...headOf(variable), text, base: variable.version, from: variable.value, checked: false, leftOut};
  return {...session, drafts: withEntry(session.drafts, variable.name, draft)};
};

/** The agent has left a field: from now on it says what is wrong, and a value that parses stands as it will be saved. */
export const check = (session: Session, name: string): Session => {
  const draft = session.drafts.get(name);
  if (!draft) return session;
  const value = valueOf(draft, draft.type);
  const text = value === undefined ? draft.text : editText(draft.type, value);
  if (draft.checked && text === draft.text) return session;
  return {...session, drafts: withEntry(session.drafts, name, {...draft, text, checked: true})};
};

/** Forgets everything that was typed; what was lost to others stays told. */
export const revert = (session: Session): Session => ({...session, drafts: new Map()});

/** What Save sends: every edit of what can be edited, with the version it was made from. */
export const editsOf = ({drafts}: Session, variables: readonly CadVariable[]): readonly CadEdit[] =>
  variables.flatMap((variable) => {
    const draft = drafts.get(variable.name);
    const value = draft && variable.editable ? valueOf(draft, variable.type) : undefined;
    return draft && value !== undefined && isEdit(draft, variable)
      ? [{name: variable.name, value, base: draft.base}]
      : [];
  });

/** What was saved by this agent meanwhile, or only counted up by another flow, comes in between nobody and their edit. */
const settleDraft = (draft: Draft, {type, value, version}: CadVariable): Draft => {
  const isNewer = version > draft.base && type === draft.type;
  const isOurs = draft.sent !== undefined && value === draft.sent;
  if (!isNewer || !(isOurs || value === draft.from)) return draft;
  if (!isOurs) return {...draft, base: version};
  const {sent: _, ...rest} = draft;
  return {...rest, base: version, from: value};
};

/** Whether a draft says what stood there when it was begun, or saved last: whatever comes then comes in. */
const isUntouched = (draft: Draft, {type, version}: CadVariable): boolean =>
  version > draft.base && type === draft.type && valueOf(draft, type) === draft.from;

/**
 * Brings the drafts up to what is saved: one that says the same is no draft any more, and one that was typed on while its
 * first part was being saved goes on from there.
 * @param active The field in which the agent is: its text stays as it was typed, until somebody else changes the value.
 */
export const settle = (session: Session, variables: readonly CadVariable[], active?: string): Session => {
  let {drafts, conflicts} = session;
  for (const draft of session.drafts.values()) {
    const {name} = draft;
    const variable = variables.find((one) => one.name === name);
    if (!variable) continue;
    const settled = settleDraft(draft, variable);
    // Saved after all: what was lost before is no longer worth a word.
    if (draft.sent !== undefined && settled.sent === undefined) conflicts = without(conflicts, name);
    const isOver = isUntouched(settled, variable) || (name !== active && !isEdit(settled, variable));
    if (isOver) drafts = without(drafts, name);
    else if (settled !== draft) drafts = withEntry(drafts, name, settled);
  }
  const isSame = drafts === session.drafts && conflicts === session.conflicts;
  return isSame ? session : {...session, drafts, conflicts};
};

/**
 * This agent's own save was taken. By the time that the pane is looked at again the variable may have another value: what
 * was sent was saved all the same.
 */
export const taken = (session: Session, changes: FactOf<'cad.changed'>['changes']): Session =>
  changes.reduce((known, {name, value, version}) => {
    const draft = known.drafts.get(name);
    if (draft?.sent !== value) return known;
    const {sent: _, ...rest} = draft;
    const drafts = withEntry(known.drafts, name, {...rest, base: version, from: value});
    return {...known, drafts, conflicts: without(known.conflicts, name)};
  }, session);

/**
 * Another value was first. What this agent had typed moves into the message; where they have typed on since, it stays an
 * edit, and the field says what happened to it.
 */
export const overwrite = (
  session: Session,
  variable: CadVariable,
  {winner, kept, lost}: Pick<FactOf<'cad.overwritten'>, 'winner' | 'kept' | 'lost'>,
): Session => {
  const draft = session.drafts.get(variable.name);
  if (draft && valueOf(draft, variable.type) !== draft.sent) {
    const {sent: _, ...rest} = draft;
    return {...session, drafts: withEntry(session.drafts, variable.name, rest)};
  }
  // Told twice, or to two panes of one desk.
  if (!draft && session.conflicts.has(variable.name)) return session;
  const known = draft?.text ?? (variable.secure ? undefined : lost);
  const conflict: Conflict = {...headOf(variable), winner, kept, lost: known};
  return {
    ...session,
    drafts: without(session.drafts, variable.name),
    conflicts: withEntry(session.conflicts, variable.name, conflict),
  };
};
