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
  channel,
  queueId: id,
  variables: maybe(list(flowVariable, LIMITS.few)),
});

const attachments = v.object({
  enabled: v.boolean(),
  maxFiles: amount,
  maxTotalBytes: amount,
  types: list(line),
});

const template = v.object({id, title: label, text: text(LIMITS.message), isDefault: maybe(v.boolean())});

const question = v.object({
  id,
  text: label,
  answers: list(v.object({id, label, next: maybe(id)}), LIMITS.few),
});

const campaign = v.object({
  id,
  name: line,
  teams: list(id),
  skippable: v.boolean(),
  guide: maybe(list(question)),
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
    anis: list(v.object({number: line, name: line})),
    defaultAni: maybe(line),
    availableAfter: v.boolean(),
    dialPlan: list(v.object({name: line, pattern: line})),
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
