import {
  CAD_MAX_LENGTH,
  CAD_MAX_VARIABLES,
  readCadValue,
  type CadProblem,
  type Campaign,
  type EntryPoint,
  type FlowVariable,
  type PopoverVariable,
} from '@deskwire/domain';
import type {CampaignContact} from '@deskwire/engine';

import type {Path, Report} from '../problem.js';
import type {At, Sound} from '../sound.js';
import {didYouMean} from '../suggest.js';

const WRITE: Readonly<Record<CadProblem, string>> = {
  integer: 'Write digits, with or without a sign, such as "12".',
  decimal: 'Write digits with a point, such as "12.50".',
  boolean: 'Write "true" or "false".',
  date: 'Write a day that exists, such as "2026-01-31".',
  'date-time': 'Write a time that exists, such as "2026-01-31T09:30".',
  characters: 'Take control characters out.',
};

/** The value itself is never repeated: it may be a secure one. */
const checkValue = (report: Report, path: Path, type: FlowVariable['type'], value: string): void => {
  if (value.length > CAD_MAX_LENGTH)
    return report.problem(path, `has more than ${CAD_MAX_LENGTH} characters`, 'Make it shorter.');
  const reading = readCadValue(type, value);
  if ('problem' in reading) report.problem(path, `does not parse as ${type}`, WRITE[reading.problem]);
};

const variablesOf = (sound: Sound, point: Path): readonly At<FlowVariable>[] =>
  sound.each<FlowVariable>(...point, 'variables');

const checkFlow = (sound: Sound, report: Report, point: Path): void => {
  const {length} = sound.places(...point, 'variables');
  if (length > CAD_MAX_VARIABLES)
    report.warning(
      [...point, 'variables'],
      `has ${length} variables: the desk shows the first ${CAD_MAX_VARIABLES} and says that there are more`,
      `Nothing is lost; put those that agents need among the first ${CAD_MAX_VARIABLES}.`,
    );
  for (const {path, value: variable} of variablesOf(sound, point)) {
    if (variable.value === undefined) continue;
    checkValue(report, [...path, 'value'], variable.type, variable.value);
    if (variable.secure && variable.value !== '')
      report.warning(
        [...path, 'value'],
        'is a secure value that stands in this file in the clear',
        'Let the flow set it over HTTP instead.',
      );
  }
};

const forbidSecure = (
  report: Report,
  fields: readonly At<PopoverVariable>[],
  secure: ReadonlySet<string>,
): void => {
  for (const {path, value} of fields)
    if (secure.has(value.name))
      report.problem([...path, 'name'], `"${value.name}" is a secure variable`, 'Take it out of this list.');
};

const secureNames = (variables: readonly At<FlowVariable>[]): ReadonlySet<string> =>
  new Set(variables.filter(({value}) => value.secure).map(({value}) => value.name));

const entryPointOf = (sound: Sound, campaign: Path): string | undefined =>
  sound.at<EntryPoint['id']>(...campaign, 'entryPointId');

const checkCampaign = (sound: Sound, report: Report, path: Path, flow: readonly At<FlowVariable>[]): void => {
  const id = sound.at<Campaign['id']>(...path, 'id') ?? '';
  const entryPointId = entryPointOf(sound, path);
  const types = new Map(flow.map(({value}) => [value.name, value.type]));
  const contacts = sound.each<CampaignContact>('contacts', id);
  for (const {path: contact, value} of contacts)
    for (const [name, text] of Object.entries(value.values ?? {}))
      checkValue(report, [...contact, 'values', name], types.get(name) ?? 'string', text);
  const fields = sound.each<PopoverVariable>(...path, 'fields');
  forbidSecure(report, fields, secureNames(flow));
  const defined = new Set([
    ...types.keys(),
    ...contacts.flatMap(({value}) => Object.keys(value.values ?? {})),
  ]);
  const from =
    entryPointId === undefined ? 'no contact' : `neither the flow of "${entryPointId}" nor a contact`;
  for (const {path: field, value} of fields)
    if (!defined.has(value.name))
      report.problem(
        [...field, 'name'],
        `"${value.name}" is a variable that ${from} defines`,
        didYouMean(value.name, defined),
      );
};

/** Call-associated data: values that parse, fields that exist, and nothing secure where everybody looks. */
export const checkVariables = (sound: Sound, report: Report): void => {
  const points = sound.places('tenant', 'entryPoints');
  for (const point of points) checkFlow(sound, report, point);
  const secure = secureNames(points.flatMap((point) => variablesOf(sound, point)));
  forbidSecure(report, sound.each<PopoverVariable>('tenant', 'popoverVariables'), secure);
  forbidSecure(report, sound.each<PopoverVariable>('tenant', 'consultVariables'), secure);
  for (const campaign of sound.places('tenant', 'campaigns')) {
    const entryPointId = entryPointOf(sound, campaign);
    const flow = points.find(
      (point) => entryPointId !== undefined && sound.at(...point, 'id') === entryPointId,
    );
    checkCampaign(sound, report, campaign, flow ? variablesOf(sound, flow) : []);
  }
};
