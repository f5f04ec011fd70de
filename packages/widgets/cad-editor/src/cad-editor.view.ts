import {
  CAD_MAX_LENGTH,
  CAD_MAX_VARIABLES,
  customerName,
  engagementOf,
  selectAgentId,
  type Ask,
  type CadProblem,
  type CadType,
  type CadVariable,
  type DeskState,
  type Interaction,
  type InteractionId,
  type Label,
  type Phase,
  type Refusal,
  type Verdict,
} from '@deskwire/domain';
import {controlOf, phoneText} from '@deskwire/kit';

import {editsOf, isEdit, type Conflict, type Draft, type Session, type VariableHead} from './drafts.js';
import {layOut, linesOf, type Layout} from './layout.js';
import {editText, readTyped} from './typing.js';

/** From this length on, the count is shown (CAD-4). */
export const COUNT_FROM = 230;

/** What stands in a field. `lines`: text that has line breaks. */
export type ControlKind = 'text' | 'lines' | 'choice' | 'date' | 'date-time';

/** Why what was typed cannot be saved any more. */
export type StuckReason = 'removed' | 'read-only' | 'closed';

/** What is said under a field. */
export type FieldNote =
  | {readonly kind: 'overwritten'; readonly conflict: Conflict}
  /** Somebody else changed what the agent is editing: an agent by name, else the flow (CAD-10). */
  | {readonly kind: 'changed'; readonly by: string | undefined; readonly value: string}
  /** The flow made it another type meanwhile. */
  | {readonly kind: 'retyped'; readonly type: CadType}
  | {readonly kind: 'stuck'; readonly reason: StuckReason};

/** What is wrong with a text. */
export type FieldProblem = CadProblem | 'too-long';

/** One variable as it is shown. */
export interface FieldView {
  readonly name: string;
  readonly label: Label;
  readonly secure: boolean;
  readonly type: CadType;
  readonly control: ControlKind;
  /** `stuck`: what was typed stands there to be copied, and can be neither saved nor edited. */
  readonly mode: 'read' | 'edit' | 'stuck';
  /** The saved value, canonical. */
  readonly saved: string;
  /** What stands in the text box. */
  readonly text: string;
  readonly isEdited: boolean;
  readonly problem?: FieldProblem;
  /** Whether what is wrong is said: while somebody types, only what cannot become right. */
  readonly isToldProblem: boolean;
  readonly note?: FieldNote;
  /** The length, once it is near the limit. */
  readonly count?: number;
  readonly leftOut: number;
}

/** The call-associated data of one contact. */
export interface CadView {
  readonly interactionId: InteractionId;
  readonly customer: string;
  readonly layout: Layout;
  readonly lines: readonly (readonly FieldView[])[];
  readonly shown: number;
  /** Configured, but more than the pane shows. */
  readonly hidden: number;
  /** Edits that Save sends, once they all parse. */
  readonly edits: number;
  /** Edits that cannot be saved any more. */
  readonly stuck: number;
  readonly conflicts: number;
  /** Whether there is anything to edit. */
  readonly isEditable: boolean;
  /** Why nothing can be edited now; `phase`: how far this agent is with the contact. */
  readonly obstacle?: {readonly refusal: Refusal; readonly phase: Phase | undefined};
}

/** What the view is made of, beside the desk. */
export interface CadInput {
  readonly interactionId: InteractionId;
  readonly interaction: Interaction | undefined;
  readonly session: Session;
  /** The page wants it for reading only. */
  readonly isReadonly: boolean;
  /** How the contact was laid out before. */
  readonly layout?: Layout | undefined;
}

/** How the pane asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

const SHOWN_PHASES: readonly Phase[] = ['active', 'wrap-up'];

/** The contact that the pane follows by itself: the agent's newest active one of any channel, else the newest in wrap-up. */
export const selectOwnId = (state: DeskState): InteractionId | undefined => {
  const own = selectAgentId(state);
  const of = (phase: Phase) =>
    [...state.interactions.values()].filter((interaction) => engagementOf(interaction, own)?.phase === phase);
  const newest = (phase: Phase) => of(phase).sort((a, b) => b.createdAt - a.createdAt)[0];
  return SHOWN_PHASES.map(newest).find((found) => found)?.id;
};

const controlFor = (type: CadType, ...texts: readonly string[]): ControlKind => {
  if (type === 'boolean') return 'choice';
  if (type === 'date' || type === 'date-time') return type;
  return type === 'string' && texts.some((text) => text.includes('\n')) ? 'lines' : 'text';
};

/** As `checkCadValue` has it; the table of all refusals would come with that. */
const problemOf = (variable: CadVariable, draft: Draft): FieldProblem | undefined => {
  if (draft.text.length > CAD_MAX_LENGTH) return 'too-long';
  const reading = readTyped(variable.type, draft.text);
  return 'problem' in reading ? reading.problem : undefined;
};

/** What cannot become right by typing on is said at once. */
const isToldAtOnce = (problem: FieldProblem): boolean => problem === 'too-long' || problem === 'characters';

const noteOf = (
  {conflicts}: Session,
  draft: Draft | undefined,
  variable: CadVariable,
): FieldNote | undefined => {
  const conflict = conflicts.get(variable.name);
  if (conflict) return {kind: 'overwritten', conflict};
  if (!draft) return undefined;
  if (draft.type !== variable.type) return {kind: 'retyped', type: variable.type};
  if (draft.base >= variable.version || !isEdit(draft, variable)) return undefined;
  const {changedBy, value} = variable;
  return {kind: 'changed', by: changedBy?.kind === 'agent' ? changedBy.name : undefined, value};
};

const draftParts = (draft: Draft | undefined, text: string): Pick<FieldView, 'count' | 'leftOut'> => ({
  leftOut: draft?.leftOut ?? 0,
  ...(draft && text.length >= COUNT_FROM ? {count: text.length} : {}),
});

const stuckField = (draft: Draft, saved: string, reason: StuckReason): FieldView => {
  const {name, label, secure, type, text} = draft;
  const common = {name, label, secure, type, saved, text};
  return {
    ...common,
    control: controlFor('string', text),
    mode: 'stuck',
    isEdited: true,
    isToldProblem: false,
    leftOut: 0,
    ...(reason === 'closed' ? {} : {note: {kind: 'stuck', reason}}),
  };
};

const editField = (variable: CadVariable, session: Session): FieldView => {
  const {name, label, secure, type, value} = variable;
  const draft = session.drafts.get(name);
  const text = draft?.text ?? editText(type, value);
  const problem = draft && isEdit(draft, variable) ? problemOf(variable, draft) : undefined;
  const note = noteOf(session, draft, variable);
  return {
    ...{name, label, secure, type, text, saved: value},
    control: controlFor(draft?.type ?? type, value, text),
    mode: 'edit',
    isEdited: draft !== undefined && isEdit(draft, variable),
    isToldProblem:
      problem !== undefined && (draft?.checked === true || note?.kind === 'retyped' || isToldAtOnce(problem)),
    ...(problem ? {problem} : {}),
    ...(note ? {note} : {}),
    ...draftParts(draft, text),
  };
};

const readField = ({name, label, secure, type, value}: CadVariable, {conflicts}: Session): FieldView => {
  const conflict = conflicts.get(name);
  return {
    ...{name, label, secure, type, saved: value, text: value},
    control: controlFor(type, value),
    mode: 'read',
    isEdited: false,
    isToldProblem: false,
    leftOut: 0,
    ...(conflict ? {note: {kind: 'overwritten', conflict}} : {}),
  };
};

/** What the contact as a whole allows. */
interface Frame {
  readonly canEdit: boolean;
  readonly isClosed: boolean;
}

const fieldOf = (
  variable: CadVariable | undefined,
  draft: Draft | undefined,
  session: Session,
  {canEdit, isClosed}: Frame,
): FieldView | undefined => {
  if (!variable) return draft && stuckField(draft, '', isClosed ? 'closed' : 'removed');
  const isUnsaved = draft !== undefined && isEdit(draft, variable);
  if (canEdit && variable.editable) return editField(variable, session);
  if (isUnsaved) return stuckField(draft, variable.value, isClosed ? 'closed' : 'read-only');
  return readField(variable, session);
};

const verdictOf = (permit: Permit, {interactionId, isReadonly}: CadInput) => {
  const control = controlOf(permit({type: 'cad.save', interactionId}));
  if (!control.shown) return {canEdit: false};
  const {refusal} = control;
  return refusal ? {canEdit: false, obstacle: refusal} : {canEdit: !isReadonly};
};

/**
 * What the pane shows of a contact. Fields are read from the newest state; what an agent has touched stays as it was typed,
 * and says when something came in between.
 * @returns Undefined where the contact is not known and nothing was typed into it.
 */
export const viewCad = (state: DeskState, input: CadInput, permit: Permit): CadView | undefined => {
  const {interaction, session, interactionId} = input;
  if (!interaction && session.drafts.size === 0) return undefined;
  const variables = interaction?.cad ?? [];
  const {canEdit, obstacle} = verdictOf(permit, input);
  const find = (name: string) => variables.find((one) => one.name === name);
  const strays: readonly VariableHead[] = [...session.drafts.values()].filter(
    ({name, text}) => text !== '' && !find(name),
  );
  const frame: Frame = {canEdit, isClosed: obstacle !== undefined};
  const layout = layOut(variables, strays, input.layout);
  const fields = layout.names.flatMap(
    (name) => fieldOf(find(name), session.drafts.get(name), session, frame) ?? [],
  );
  const phase = interaction && engagementOf(interaction, selectAgentId(state))?.phase;
  const hasEditable = variables.some(({editable}) => editable);
  return {
    interactionId,
    customer: interaction ? phoneText(customerName(interaction)) : '',
    layout,
    lines: linesOf(fields, layout),
    shown: fields.filter(({name}) => find(name)).length,
    hidden: Math.max(0, variables.length - CAD_MAX_VARIABLES),
    edits: fields.filter(({mode, isEdited}) => mode === 'edit' && isEdited).length,
    stuck: fields.filter(({mode}) => mode === 'stuck').length,
    conflicts: session.conflicts.size,
    isEditable: canEdit && fields.some(({mode}) => mode === 'edit'),
    ...(obstacle && (hasEditable || session.drafts.size > 0) ? {obstacle: {refusal: obstacle, phase}} : {}),
  };
};

/** The fields of a view, in their order. */
export const fieldsOf = ({lines}: CadView): readonly FieldView[] => lines.flat();

/** What Save would send; empty while one of the edits does not parse: half of what was typed is never saved. */
export const saveable = (view: CadView, session: Session, interaction: Interaction | undefined) =>
  fieldsOf(view).some(({problem}) => problem) ? [] : editsOf(session, interaction?.cad ?? []);
