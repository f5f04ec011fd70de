import * as v from 'valibot';

import {
  CAD_MAX_CARRIED,
  checkCadValue,
  type CadVariable,
  type FlowVariable,
  type Interaction,
} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {flowVariables} from '../config/schema/data.js';
import {readBody} from '../http/schema.js';
import {RefusedError} from '../refused.js';

/** A value for a variable of a contact. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

const valuesBody = v.strictObject({
  values: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(LIMITS.id)), v.pipe(v.string(), v.maxLength(LIMITS.cadValue))),
    v.minEntries(1),
    v.maxEntries(CAD_MAX_CARRIED),
  ),
});

const definitionBody = v.strictObject({variables: flowVariables});

/** What is not checked here the engine would have to cut or drop without a word. */
const checkValue = (variable: Pick<CadVariable, 'name' | 'type'>, value: string): void => {
  const {name, type} = variable;
  const any = {name, type, label: '', value: '', editable: true, secure: false, order: 0, version: 0};
  const refusal = checkCadValue(any, value);
  if (refusal) throw new RefusedError(refusal.code, refusal.params);
};

/**
 * Values that a flow sets, each for a variable that the contact has.
 * @throws {RefusedError} DW_INPUT_INVALID, DW_CAD_UNKNOWN, DW_CAD_INVALID, DW_CAD_TOO_LONG: they name the variable, never
 * its value.
 */
export const readValues = (body: unknown, {cad}: Pick<Interaction, 'cad'>): readonly NamedValue[] => {
  const {values} = readBody(valuesBody, body);
  return Object.entries(values).map(([name, value]) => {
    const variable = cad.find((one) => one.name === name);
    if (!variable) throw new RefusedError('DW_CAD_UNKNOWN', {name});
    checkValue(variable, value);
    return {name, value};
  });
};

/**
 * The variables that a flow defines from now on.
 * @throws {RefusedError} As {@link readValues}; DW_INPUT_INVALID also for a name that stands there twice.
 */
export const readDefinition = (body: unknown): readonly FlowVariable[] => {
  const {variables} = readBody(definitionBody, body);
  const names = new Set<string>();
  for (const [at, variable] of variables.entries()) {
    if (names.has(variable.name)) throw new RefusedError('DW_INPUT_INVALID', {field: `variables.${at}.name`});
    names.add(variable.name);
    if (variable.value !== undefined) checkValue(variable, variable.value);
  }
  return variables;
};
