import * as v from 'valibot';

import {CAD_MAX_CARRIED, CAD_TYPES, GUIDE_MAX_QUESTIONS} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {about, flag, id, label, line, list, maybe, number, or, shownName, text} from './basics.js';

const variableName = about(line(), {
  title: 'Name of a variable',
  description: 'The name that the flow uses.',
});

/** A variable in a popover, a preview or a consult request. */
export const popoverVariable = v.strictObject({name: variableName, label});

/** Variables that a request shows. */
export const popoverVariables = (max: number, title: string, description: string) =>
  about(list(popoverVariable, max), {title, description});

const flowVariable = v.strictObject({
  name: variableName,
  label,
  type: about(v.picklist(CAD_TYPES), {
    title: 'Type',
    description: 'Decides what may be saved, and how it is edited.',
  }),
  editable: or(flag('Editable', 'Agents may change it.'), false),
  secure: or(flag('Secure', 'Shown masked, sealed at rest, and in no log, address or history.'), false),
  value: maybe(
    about(text(LIMITS.cadValue), {
      title: 'Value',
      description:
        'What the flow sets by itself. Text in every type: a sign before digits, "." for decimals, true or false, ' +
        '2026-01-31, 2026-01-31T09:30.',
    }),
  ),
});

/** The variables of an entry point's flow. */
export const flowVariables = about(list(flowVariable, CAD_MAX_CARRIED), {
  title: 'Call-associated data',
  description:
    'The variables that the flow defines, in the order in which agents see them. The desk shows 30 of them.',
});

const next = maybe(
  about(line(), {
    title: 'Next question',
    description: 'The id of the question that comes next; absent: the end.',
  }),
);

const answer = v.strictObject({id, label, next});
const asked = {
  id,
  text: label,
  hint: maybe(about(label, {title: 'Hint', description: 'A word for the agent, below the question.'})),
};

const question = v.variant('kind', [
  v.strictObject({
    ...asked,
    kind: v.literal('choice'),
    answers: about(list(answer, LIMITS.few), {title: 'Answers', description: 'One of them is chosen.'}),
  }),
  v.strictObject({
    ...asked,
    kind: v.literal('text'),
    next,
    optional: maybe(flag('Optional', 'It may be left empty.')),
  }),
]);

const guide = about(list(question, GUIDE_MAX_QUESTIONS), {
  title: 'Call guide',
  description: 'Questions, the first one first. Every one must be reachable, and every way must end.',
});

/** A preview campaign. */
export const campaign = v.strictObject({
  id,
  name: shownName,
  teams: or(
    about(list(line()), {title: 'Teams', description: 'Ids of the teams whose agents work on it.'}),
    [],
  ),
  skippable: or(flag('Skippable', 'Agents may skip a contact.'), false),
  entryPointId: maybe(
    about(line(), {
      title: 'Entry point',
      description: 'A voice entry point: its queue and the variables of its flow. Absent: none.',
    }),
  ),
  ani: maybe(
    about(number, {
      title: 'ANI',
      description: 'The number that the customer sees; absent: outdial.defaultAni.',
    }),
  ),
  fields: or(
    popoverVariables(LIMITS.few, 'Fields', 'Variables that the preview and the request show, in this order.'),
    [],
  ),
  guide: maybe(guide),
});

/** One row of a campaign's list. */
export const campaignContact = v.strictObject({
  id,
  number,
  name: maybe(about(line(), {title: 'Name', description: 'Who is called.'})),
  values: maybe(
    about(v.record(line(), text(LIMITS.cadValue)), {
      title: 'Values',
      description: 'Values by name of variable. What the flow does not define comes along as read-only text.',
    }),
  ),
});

/** A row of the address book. */
export const addressBookEntry = v.strictObject({name: shownName, number});
