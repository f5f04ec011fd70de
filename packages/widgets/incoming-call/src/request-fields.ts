import type {CadVariable, Interaction, Label, PopoverVariable, TenantConfig} from '@deskwire/domain';

import type {RequestKind} from './request-kind.js';

/** The fields that are the widget's own; the others are admin's variables. */
export const FIELD_NAMES = ['customer', 'ani', 'queue', 'dnis', 'email', 'dn', 'team'] as const;
/** One of {@link FIELD_NAMES}. */
export type FieldName = (typeof FIELD_NAMES)[number];

/** One line of a request: a label and its value. */
export type RequestField =
  | {readonly kind: 'own'; readonly name: FieldName; readonly value: string}
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly label: Label;
      readonly type: CadVariable['type'];
      /** Absent where the variable is not set, and for a secure one: that is not even in the view. */
      readonly value?: string;
      /** There is a value, and it is shown as a mask. */
      readonly masked: boolean;
    };

/** The largest text of a request: a customer's number, a name, or nothing where admin chose the fields. */
export type RequestHeading =
  | {readonly kind: 'name'; readonly text: string}
  /** Without a text it is withheld. */
  | {readonly kind: 'number'; readonly text?: string};

/** What a request says of its contact. */
export interface RequestContent {
  readonly heading?: RequestHeading;
  readonly fields: readonly RequestField[];
}

/** A consult shows at most this many of admin's variables beside the three of the agent who asks (ARR-10). */
const CONSULT_VARIABLES = 6;

const own = (name: FieldName, value: string | undefined): readonly RequestField[] =>
  value?.trim() ? [{kind: 'own', name, value}] : [];

const first = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text?.trim());

const variableField = ({name, label}: PopoverVariable, variable?: CadVariable): RequestField => {
  const {type = 'string', value = '', secure = false} = variable ?? {};
  const shown = {kind: 'variable', name, label, type} as const;
  if (secure) return {...shown, masked: value !== ''};
  return {...shown, masked: false, ...(value ? {value} : {})};
};

/**
 * Admin's variables in admin's order. None where the contact carries not one of them: nobody should decide on a
 * request of empty lines.
 */
const variableFields = (
  configured: readonly PopoverVariable[],
  {cad}: Interaction,
): readonly RequestField[] => {
  const known = new Map(cad.map((variable) => [variable.name, variable]));
  if (!configured.some(({name}) => known.has(name))) return [];
  return configured.map((variable) => variableField(variable, known.get(variable.name)));
};

const consultContent = (interaction: Interaction, tenant: TenantConfig | undefined): RequestContent => {
  const asker = interaction.engagements.find(({role, phase}) => role === 'owner' && phase !== 'done')?.agent;
  const variables = tenant?.consultVariables.slice(0, CONSULT_VARIABLES) ?? [];
  return {
    ...(asker ? {heading: {kind: 'name', text: asker.name}} : {}),
    fields: [...own('dn', asker?.dn), ...own('team', asker?.team), ...variableFields(variables, interaction)],
  };
};

const numberHeading = ({customer: {number}}: Interaction): RequestHeading => ({
  kind: 'number',
  ...(number?.trim() ? {text: number} : {}),
});

const callContent = (interaction: Interaction): RequestContent => {
  const {customer, queue, dnis} = interaction;
  return {
    heading: numberHeading(interaction),
    fields: [...own('customer', customer.name), ...own('queue', queue?.name), ...own('dnis', dnis)],
  };
};

/** Whom the agent calls: by name where they have one. */
const calledHeading = (interaction: Interaction): RequestHeading => {
  const {name} = interaction.customer;
  return name?.trim() ? {kind: 'name', text: name} : numberHeading(interaction);
};

/** An outdial request shows whom the agent calls, and the number of the contact centre that they will see (ARR-11). */
const outdialContent = (interaction: Interaction): RequestContent => {
  const {ani, dnis, queue} = interaction;
  return {
    heading: calledHeading(interaction),
    fields: [...own('ani', ani), ...own('dnis', dnis), ...own('queue', queue?.name)],
  };
};

/** A campaign request shows the campaign's fields (ARR-12); without any, what an outdial one does. */
const campaignContent = (interaction: Interaction, tenant: TenantConfig | undefined): RequestContent => {
  const campaign = tenant?.campaigns.find(({id}) => id === interaction.campaignId);
  const fields = variableFields(campaign?.fields ?? [], interaction);
  return fields.length ? {heading: calledHeading(interaction), fields} : outdialContent(interaction);
};

const messageContent = ({id, channel, customer, queue}: Interaction): RequestContent => {
  const byId = channel === 'email' ? undefined : customer.id;
  const text = first(customer.name, byId, customer.email, customer.number, customer.id, id) ?? id;
  return {
    heading: {kind: 'name', text},
    fields: [...own('queue', queue?.name), ...(text === customer.email ? [] : own('email', customer.email))],
  };
};

/**
 * Admin's variables where this contact carries any (ARR-3), else the default fields of its kind. What the agent calls has
 * fields of its own: its variables are mostly empty before anybody has talked.
 */
export const requestContent = (
  kind: RequestKind,
  interaction: Interaction,
  tenant: TenantConfig | undefined,
): RequestContent => {
  if (kind === 'consult') return consultContent(interaction, tenant);
  if (kind === 'outdial') return outdialContent(interaction);
  if (kind === 'campaign') return campaignContent(interaction, tenant);
  const fields = variableFields(tenant?.popoverVariables ?? [], interaction);
  if (fields.length) return {fields};
  return interaction.channel === 'voice' ? callContent(interaction) : messageContent(interaction);
};
