import {
  CAD_MAX_VARIABLES,
  type CadVariable,
  type Interaction,
  type Label,
  type TenantConfig,
} from '@deskwire/domain';

import type {VariableView} from './interaction-control.types.js';

/** Beside the name, the dial number and the team of an agent, a consult carries at most this many of admin's variables. */
const CONSULT_VARIABLES = 6;

const viewOf = ({name, type, secure, value}: CadVariable, label: Label): VariableView => {
  const shown = {name, label, type, secure} as const;
  if (secure) return {...shown, masked: value !== ''};
  return {...shown, masked: false, ...(value ? {value} : {})};
};

/** The call's variables in admin's order. */
export const callVariables = ({cad}: Interaction): readonly VariableView[] =>
  [...cad]
    .sort((a, b) => a.order - b.order)
    .slice(0, CAD_MAX_VARIABLES)
    .map((variable) => viewOf(variable, variable.label));

/** Those that admin gave to a consult, under admin's labels; what the call does not carry is left out. */
export const consultVariables = (
  {cad}: Interaction,
  tenant: TenantConfig | undefined,
): readonly VariableView[] =>
  (tenant?.consultVariables ?? []).slice(0, CONSULT_VARIABLES).flatMap(({name, label}) => {
    const variable = cad.find((one) => one.name === name);
    return variable ? [viewOf(variable, label)] : [];
  });

/** What moved from the consult first (CONF-2), then everything else. */
export const conferenceVariables = (
  interaction: Interaction,
  tenant: TenantConfig | undefined,
): readonly VariableView[] => {
  const moved = consultVariables(interaction, tenant);
  const names = new Set(moved.map(({name}) => name));
  return [...moved, ...callVariables(interaction).filter(({name}) => !names.has(name))];
};
