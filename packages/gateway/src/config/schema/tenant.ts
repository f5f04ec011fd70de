import * as v from 'valibot';

import {CHANNELS, TENANT_DEFAULTS as D} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import {
  about,
  flag,
  id,
  label,
  line,
  list,
  LONGEST_WAIT,
  maybe,
  number,
  or,
  seconds,
  shownName,
} from './basics.js';
import {campaign, flowVariables, popoverVariables} from './data.js';
import {callLimits, outdial} from './dialling.js';
import {cardData, chat, email} from './messages.js';
import {recording, ringSeconds, wrapUp} from './work.js';

const MAX_CONSULT_VARIABLES = 6;

const reason = v.strictObject({id, label});
const channel = about(v.picklist(CHANNELS), {title: 'Channel', description: 'voice, chat, social or email.'});

const entryPoint = v.strictObject({
  id,
  name: shownName,
  number: maybe(number),
  channel,
  queueId: about(line(), {title: 'Queue', description: 'Id of a queue of the same channel.'}),
  variables: maybe(flowVariables),
});

/** Everything that is admin's about the desk and the engine, each setting with the value that holds without it. */
export const tenantSchema = v.strictObject({
  id,
  name: shownName,
  language: or(about(v.picklist(['ko', 'en']), {title: 'Language', description: 'Of the desk.'}), D.language),
  idleReasons: or(
    about(list(reason), {title: 'Idle reasons', description: 'What an agent chooses from to be Idle.'}),
    D.idleReasons,
  ),
  signInReasonId: or(
    about(line(), {title: 'Idle reason at sign-in', description: 'Id of an idle reason.'}),
    D.signInReasonId,
  ),
  wrapUpReasons: or(
    about(list(reason), {title: 'Wrap-up reasons', description: 'Of all channels.'}),
    D.wrapUpReasons,
  ),
  wrapUp,
  ringSeconds,
  connectSeconds: or(
    seconds(
      1,
      LONGEST_WAIT,
      'Connecting',
      "How long a reserved agent's phone or page may take to start ringing.",
    ),
    D.connectSeconds,
  ),
  dialSeconds: or(
    seconds(1, LONGEST_WAIT, 'Dialling', 'How long a number that the contact centre dials may ring.'),
    D.dialSeconds,
  ),
  graceSeconds: or(
    seconds(0, LONGEST_WAIT, 'Grace', "How long an agent's lost connection is forgiven."),
    D.graceSeconds,
  ),
  lostAgent: or(
    about(v.picklist(['keep', 'requeue']), {
      title: 'Lost agent',
      description:
        'A call whose agent is lost for good waits for them (keep), or goes back to its queue (requeue).',
    }),
    D.lostAgent,
  ),
  queues: or(
    about(list(v.strictObject({id, name: shownName, channel})), {
      title: 'Queues',
      description: 'Where contacts wait.',
    }),
    D.queues,
  ),
  entryPoints: or(
    about(list(entryPoint), {title: 'Entry points', description: 'Where customers come in.'}),
    D.entryPoints,
  ),
  popoverVariables: or(
    popoverVariables(
      LIMITS.few,
      'Variables of a request',
      'In place of the default fields; empty: the default fields.',
    ),
    D.popoverVariables,
  ),
  consultVariables: or(
    popoverVariables(MAX_CONSULT_VARIABLES, 'Variables of a consult request', 'Up to six more.'),
    D.consultVariables,
  ),
  recording,
  callCancellable: or(
    flag('Calls can be cancelled', 'An agent may cancel an outdial or campaign call that rings.'),
    D.callCancellable,
  ),
  endConsult: or(
    about(v.picklist(['drop', 'return']), {
      title: 'End consult',
      description: 'Drops everybody, or returns to the customer.',
    }),
    D.endConsult,
  ),
  queueTransferForOutdial: or(
    flag('Queues for outdial calls', 'An outdial call may be transferred to a queue.'),
    D.queueTransferForOutdial,
  ),
  consultToQueue: or(
    flag('Consult a queue', 'Agents may consult whoever is free in a queue.'),
    D.consultToQueue,
  ),
  outdial,
  callLimits,
  chat,
  email,
  cardData,
  campaigns: or(
    about(list(campaign), {
      title: 'Campaigns',
      description: 'Preview campaigns; their lists are under contacts.',
    }),
    D.campaigns,
  ),
});
