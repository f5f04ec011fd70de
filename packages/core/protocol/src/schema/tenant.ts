import * as v from 'valibot';
import {CAD_TYPES, PERMISSIONS} from '@deskwire/domain';

import {LIMITS} from '../limits.js';
import {amount, channel, id, knownOf, label, line, list, maybe, text} from './basics.js';

const reason = v.object({id, label});
const popoverVariable = v.object({name: line, label});

const perChannel = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.object({voice: schema, chat: schema, email: schema, social: schema});

const wrapUpPolicy = v.object({
  multiple: v.boolean(),
  autoSeconds: maybe(amount),
  defaultReasonId: maybe(id),
  extendable: v.boolean(),
  reasonIds: maybe(list(id)),
});

const flowVariable = v.object({
  name: line,
  label,
  type: v.picklist(CAD_TYPES),
  editable: v.boolean(),
  secure: v.boolean(),
  value: maybe(text(LIMITS.cadValue)),
});

const entryPoint = v.object({
  id,
  name: line,
  number: maybe(line),
  addresses: maybe(list(line)),
  channel,
  queueId: id,
  variables: maybe(list(flowVariable, LIMITS.variables)),
});

const attachments = v.object({
  enabled: v.boolean(),
  maxFiles: amount,
  maxTotalBytes: amount,
  types: list(line),
});

const template = v.object({
  id,
  title: label,
  text: text(LIMITS.message),
  html: maybe(text(LIMITS.mailHtml)),
  isDefault: maybe(v.boolean()),
});

const asked = {id, text: label, hint: maybe(label)};
const question = v.variant('kind', [
  v.object({
    ...asked,
    kind: v.literal('choice'),
    answers: list(v.object({id, label, next: maybe(id)}), LIMITS.few),
  }),
  v.object({...asked, kind: v.literal('text'), next: maybe(id), optional: maybe(v.boolean())}),
]);

const prefixes = maybe(list(line, LIMITS.few));
const dialPlanRule = v.object({
  name: line,
  minDigits: maybe(amount),
  maxDigits: maybe(amount),
  prefixes,
  blockedPrefixes: prefixes,
});

const campaign = v.object({
  id,
  name: line,
  teams: list(id),
  skippable: v.boolean(),
  entryPointId: maybe(id),
  ani: maybe(line),
  fields: list(popoverVariable, LIMITS.few),
  guide: maybe(list(question, LIMITS.questions)),
});

/** All that is admin's. */
export const tenant = v.object({
  id,
  name: line,
  language: v.picklist(['ko', 'en']),
  idleReasons: list(reason),
  signInReasonId: id,
  wrapUpReasons: list(reason),
  wrapUp: perChannel(wrapUpPolicy),
  ringSeconds: perChannel(amount),
  connectSeconds: amount,
  dialSeconds: amount,
  graceSeconds: amount,
  lostAgent: v.picklist(['keep', 'requeue']),
  queues: list(v.object({id, name: line, channel})),
  entryPoints: list(entryPoint),
  popoverVariables: list(popoverVariable, LIMITS.few),
  consultVariables: list(popoverVariable, LIMITS.few),
  recording: v.object({enabled: v.boolean(), privacyShield: v.boolean(), pauseSeconds: amount}),
  callCancellable: v.boolean(),
  endConsult: v.picklist(['drop', 'return']),
  queueTransferForOutdial: v.boolean(),
  consultToQueue: v.boolean(),
  outdial: v.object({
    entryPointId: maybe(id),
    anis: list(v.object({number: line, name: line})),
    defaultAni: maybe(line),
    availableAfter: v.boolean(),
    dialPlan: list(dialPlanRule, LIMITS.few),
  }),
  callLimits: v.object({dataCentre: amount, tenant: amount}),
  chat: v.object({attachments, responses: list(template)}),
  email: v.object({attachments, templates: list(template), undoSeconds: amount}),
  cardData: v.object({
    action: v.picklist(['off', 'redact', 'drop']),
    unreadable: v.picklist(['allow', 'hold', 'drop']),
  }),
  campaigns: list(campaign),
});

/** What the desk knows about its own agent. */
export const profile = v.object({
  id,
  name: line,
  team: v.object({id, name: line}),
  station: v.object({kind: v.picklist(['desk-phone', 'browser-phone']), dn: line}),
  capacity: perChannel(amount),
  blending: v.picklist(['blended', 'exclusive']),
  permissions: knownOf(PERMISSIONS),
  queueIds: list(id),
});
