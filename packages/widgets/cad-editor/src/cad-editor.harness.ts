import {
  checkCadValue,
  readCadValue,
  type CadEdit,
  type CadVariable,
  type Command,
  type Happening,
  type Interaction,
  type RefusalCode,
} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, anActive, aVariable, OTHER_AGENT} from '@deskwire/testing/fixtures.js';

/** Variables of every type, in admin's order. */
export const variables = (): readonly CadVariable[] => [
  aVariable({
    name: 'account',
    label: {en: 'Account number', ko: '계정 번호'},
    value: '8840-2271-06',
    editable: false,
    order: 1,
  }),
  aVariable({
    name: 'since',
    label: {en: 'Customer since', ko: '가입일'},
    type: 'date',
    value: '2019-03-14',
    editable: false,
    order: 2,
  }),
  aVariable({
    name: 'resident',
    label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'},
    value: '4107',
    secure: true,
    order: 3,
  }),
  aVariable({
    name: 'promised',
    label: {en: 'Promised pay date', ko: '납부 약속일'},
    type: 'date',
    value: '2026-11-20',
    order: 4,
  }),
  aVariable({name: 'plan', label: {en: 'Plan tier', ko: '요금제 등급'}, value: 'Gold', order: 5}),
  aVariable({
    name: 'disputed',
    label: {en: 'Disputed amount (KRW)', ko: '이의 금액(원)'},
    type: 'integer',
    value: '12400',
    order: 6,
  }),
  aVariable({
    name: 'rate',
    label: {en: 'Discount rate', ko: '할인율'},
    type: 'decimal',
    value: '12.5',
    order: 7,
  }),
  aVariable({
    name: 'consent',
    label: {en: 'Callback consent', ko: '콜백 동의'},
    type: 'boolean',
    value: 'true',
    order: 8,
  }),
  aVariable({
    name: 'callback',
    label: {en: 'Call back at', ko: '콜백 시각'},
    type: 'date-time',
    value: '2026-11-27T14:30:00',
    order: 9,
  }),
  aVariable({
    name: 'reason',
    label: {en: 'Reason for call', ko: '문의 사유'},
    value: 'Charged twice for November roaming; asks for the refund before the 27th',
    order: 10,
  }),
];

/** An active call with these variables. */
export const aCall = (
  cad: readonly CadVariable[] = variables(),
  set: Partial<Interaction> = {},
): Interaction => anActive({cad, ...set});

const stale = ({name, value, base}: CadEdit, variable: CadVariable): boolean =>
  base !== variable.version && value !== variable.value && name === variable.name;

/** What the engine makes of a save: the first save wins, per variable; a bad edit refuses all of it. */
export const answerSave = (
  command: Command,
  find: (id: string) => Interaction | undefined,
): readonly Happening[] | RefusalCode | undefined => {
  if (command.type !== 'cad.save') return undefined;
  const {interactionId, edits} = command;
  const cad = find(interactionId)?.cad ?? [];
  const pairs = edits.flatMap((edit) => {
    const variable = cad.find(({name}) => name === edit.name);
    return variable ? [{edit, variable}] : [];
  });
  if (pairs.length < edits.length) return 'DW_CAD_UNKNOWN';
  const refusal = pairs.map(({edit, variable}) => checkCadValue(variable, edit.value)).find((one) => one);
  if (refusal) return refusal.code;
  const taken = pairs.filter(({edit, variable}) => !stale(edit, variable) && edit.value !== variable.value);
  const changes = taken.map(({edit, variable}) => {
    const reading = readCadValue(variable.type, edit.value);
    const value = 'value' in reading ? reading.value : edit.value;
    return {name: variable.name, value, version: variable.version + 1};
  });
  const by = {kind: 'agent', id: AGENT.id, name: AGENT.name} as const;
  const lost = pairs.filter(({edit, variable}) => stale(edit, variable));
  return [
    ...(changes.length > 0 ? [{type: 'cad.changed', interactionId, changes, by} as const] : []),
    ...lost.map(
      ({edit, variable}) =>
        ({
          type: 'cad.overwritten',
          interactionId,
          agentId: AGENT.id,
          name: variable.name,
          winner: variable.changedBy?.kind === 'agent' ? variable.changedBy.name : 'flow',
          kept: variable.secure ? '' : variable.value,
          lost: variable.secure ? '' : edit.value,
        }) as const,
    ),
  ];
};

/** A desk whose backend saves by the rules of the engine. */
export const aDeskThatSaves = (options: FakeStreamOptions = {}): FakeStream => {
  const stream: FakeStream = fakeStream({
    interactions: [aCall()],
    ...options,
    respond: options.respond ?? ((command) => answerSave(command, (id) => stream.state.interactions.get(id))),
  });
  return stream;
};

/** Somebody else changes values: a colleague, or the flow. */
export const changed = (
  stream: FakeStream,
  values: Readonly<Record<string, string>>,
  by: 'colleague' | 'flow' = 'colleague',
  interactionId = 'voice-1',
): void => {
  const cad = stream.state.interactions.get(interactionId)?.cad ?? [];
  stream.tell({
    type: 'cad.changed',
    interactionId,
    changes: cad.flatMap(({name, version}) => {
      const value = values[name];
      return value === undefined ? [] : [{name, value, version: version + 1}];
    }),
    by: by === 'flow' ? {kind: 'flow'} : {kind: 'agent', id: OTHER_AGENT.id, name: OTHER_AGENT.name},
  });
};

/** The flow says anew which variables there are. */
export const defined = (stream: FakeStream, cad: readonly CadVariable[], interactionId = 'voice-1'): void => {
  stream.tell({type: 'cad.defined', interactionId, variables: cad});
};
