import {
  checkCadValue,
  readCadValue,
  refuse,
  type AgentId,
  type CadChange,
  type CadEdit,
  type CadVariable,
  type FlowVariable,
  type Interaction,
  type InteractionId,
  type Refusal,
} from '@deskwire/domain';
import type {ContactHandlers, Decision, SignalHandlers} from './handlers.js';
import {same} from './same.js';
import type {Turn} from './turn.js';
import {redefine, storable} from './variables.js';

/** An edit beside the variable that it is about; `value` is canonical. */
interface Meeting extends CadEdit {
  readonly variable: CadVariable;
}

const valueOf = ({type}: CadVariable, text: string): string => {
  const reading = readCadValue(type, text);
  return 'value' in reading ? reading.value : '';
};

/** One edit that cannot be is a no to all of them, so that nothing is saved by halves. */
const meet = ({cad}: Interaction, edits: readonly CadEdit[]): readonly Meeting[] | Refusal => {
  const met = new Map<string, Meeting>();
  for (const edit of edits) {
    const {name} = edit;
    const variable = cad.find((one) => one.name === name);
    if (!variable) return refuse('DW_CAD_UNKNOWN', {name});
    const wrong = checkCadValue(variable, edit.value);
    if (wrong) return wrong;
    if (met.has(name)) return refuse('DW_INPUT_INVALID', {field: 'edits'});
    met.set(name, {...edit, variable, value: valueOf(variable, edit.value)});
  }
  return [...met.values()];
};

const isChange = ({value, variable}: Meeting): boolean => value !== variable.value;
const isFirst = ({base, variable}: Meeting): boolean => base === variable.version;

const asChange = ({name, value, variable: {version}}: Meeting): CadChange => ({
  name,
  value,
  version: version + 1,
});

/** Told to whoever came second, and to nobody else (CAD-9). A secure value is not said, not even here. */
const tellLoser = (
  turn: Turn,
  interactionId: InteractionId,
  agentId: AgentId,
  {name, value, variable}: Meeting,
): void => {
  const {changedBy, secure} = variable;
  turn.emit({
    type: 'cad.overwritten',
    interactionId,
    agentId,
    name,
    winner: changedBy?.kind === 'agent' ? changedBy.name : 'flow',
    kept: secure ? '' : variable.value,
    lost: secure ? '' : value,
  });
};

const save = (
  turn: Turn,
  agentId: AgentId,
  interaction: Interaction,
  edits: readonly CadEdit[],
): Decision => {
  const met = meet(interaction, edits);
  if ('code' in met) return met;
  const {id: interactionId} = interaction;
  const changes = met.filter(isChange);
  const taken = changes.filter(isFirst).map(asChange);
  const name = turn.agent(agentId)?.profile.name ?? agentId;
  if (taken.length) {
    turn.emit({type: 'cad.changed', interactionId, changes: taken, by: {kind: 'agent', id: agentId, name}});
  }
  for (const lost of changes.filter((one) => !isFirst(one))) tellLoser(turn, interactionId, agentId, lost);
  return undefined;
};

/** What agents do with call-associated data: each variable by itself, and the first save of it wins. */
export const cadCommands = {
  'cad.save': (turn, agentId, {interaction, command: {edits}}) => save(turn, agentId, interaction, edits),
} as const satisfies ContactHandlers;

/** The contact has the variables of this flow from now on. A flow that says nothing of variables leaves them as they are. */
export const enterFlow = (
  turn: Turn,
  interactionId: InteractionId,
  flow: readonly FlowVariable[] | undefined,
): void => {
  const interaction = turn.interaction(interactionId);
  if (!interaction || !flow) return;
  // Each change of a version is a fact, so that the position of this one is above all of them, forgotten ones too.
  const version = Math.max(turn.draft.seq, ...interaction.cad.map((one) => one.version)) + 1;
  const variables = redefine(flow, interaction.cad, {version, at: turn.now});
  if (!same(variables, interaction.cad)) turn.emit({type: 'cad.defined', interactionId, variables});
};

const setByFlow = (
  {cad}: Interaction,
  values: readonly {readonly name: string; readonly value: string}[],
): readonly CadChange[] => {
  const last = new Map(values.map(({name, value}) => [name, value]));
  return cad.flatMap((variable) => {
    const {name, type, version} = variable;
    const text = last.get(name);
    const value = text === undefined ? variable.value : storable(type, text);
    return value === variable.value ? [] : [{name, value, version: version + 1}];
  });
};

/** What the flow does with the data of a contact, at any time (CAD-10). */
export const flowSignals = {
  'flow.set': (turn, {interactionId, values}) => {
    const interaction = turn.interaction(interactionId);
    if (!interaction) return refuse('DW_INTERACTION_UNKNOWN');
    const changes = setByFlow(interaction, values);
    if (changes.length) turn.emit({type: 'cad.changed', interactionId, changes, by: {kind: 'flow'}});
    return undefined;
  },
  'flow.defined': (turn, {interactionId, variables}) => {
    if (!turn.interaction(interactionId)) return refuse('DW_INTERACTION_UNKNOWN');
    enterFlow(turn, interactionId, variables);
    return undefined;
  },
} as const satisfies Partial<SignalHandlers>;
